/** A home in a child process that answers one request after another: what native and lx106 share. */
import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { AnswerReader, encodeRequest } from "./frames.js";
import { type Home, HomeCrashed, type HomeName, type OutputSink, type RunRequest, type RunResult } from "./home.js";
import { onLines } from "./lines.js";

interface Pending {
  reader: AnswerReader;
  result?: RunResult;
  resolve(result: RunResult): void;
  reject(error: Error): void;
}

export interface ProcessOptions {
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  /** The child logs a line `run N` for every request on fd 3. */
  counts: boolean;
  /** What an exit code means, for the message of a crash. */
  explain?(exitCode: number | null): string | undefined;
}

const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** A child must not outlive this process, however it ends. Signals are caught only while there is one: WebAssembly leaves them to the system. */
function endTogether(child: ChildProcess): void {
  const end = (): void => void child.kill("SIGKILL");
  const leave = (signal: keyof typeof signals): void => process.exit(128 + signals[signal]);
  const names = Object.keys(signals) as (keyof typeof signals)[];
  process.once("exit", end);
  for (const name of names) process.on(name, leave);
  child.once("close", () => {
    process.off("exit", end);
    for (const name of names) process.off(name, leave);
  });
}

export class ProcessHome implements Home {
  private child: ChildProcess | undefined;
  private pending: Pending | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  /** The last of what the child wrote to stderr and to its log. */
  private said = "";

  constructor(
    readonly name: HomeName,
    private readonly options: ProcessOptions,
  ) {}

  run(request: RunRequest, output?: OutputSink): Promise<RunResult> {
    const run = this.queue.then(() => this.runNow(request, output));
    this.queue = run.catch(() => undefined);
    return run;
  }

  close(): void {
    this.child?.stdin?.end();
    this.child = undefined;
  }

  kill(): void {
    this.child?.kill("SIGKILL");
  }

  private runNow(request: RunRequest, output?: OutputSink): Promise<RunResult> {
    this.child ??= this.start();
    const input = this.child.stdin as Writable;
    this.hold(true);
    return new Promise<RunResult>((resolve, reject) => {
      this.pending = { reader: new AnswerReader(output), resolve, reject };
      input.write(encodeRequest(request));
    }).finally(() => this.hold(false));
  }

  /** An idle child must not keep the host alive. */
  private hold(busy: boolean): void {
    const handles = [this.child, this.child?.stdin, ...(this.child?.stdio.slice(1) ?? [])] as { ref?(): void; unref?(): void }[];
    for (const handle of handles) {
      if (busy) handle?.ref?.();
      else handle?.unref?.();
    }
  }

  private start(): ChildProcess {
    const { command, args, env, counts } = this.options;
    this.said = "";
    const child = spawn(command, args, {
      env: env ?? process.env,
      stdio: ["pipe", "pipe", "pipe", ...(counts ? (["pipe"] as const) : [])],
    });
    endTogether(child);
    child.stdin!.on("error", () => undefined); // the exit says more
    child.stdout!.on("data", (chunk: Buffer) => this.receive(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length)));
    child.stderr!.on("data", (chunk: Buffer) => this.note(chunk.toString()));
    if (counts) this.readLog(child.stdio[3] as Readable);
    child.on("error", (error) => this.fail(child, `${command}: ${error.message}`));
    child.on("close", (code, signal) => this.fail(child, this.options.explain?.(code) ?? `ended with ${signal ?? `exit code ${code}`}`));
    return child;
  }

  private note(text: string): void {
    this.said = (this.said + text).slice(-8000);
  }

  private readLog(log: Readable): void {
    onLines(log, (line) => {
      const count = /^run (\d+)$/.exec(line)?.[1];
      if (count === undefined) this.note(`${line}\n`);
      else this.counted(Number(count));
    });
  }

  private receive(chunk: Uint8Array): void {
    const pending = this.pending;
    if (!pending) return;
    try {
      const result = pending.reader.push(chunk);
      if (!result) return;
      pending.result = { ...result, ...pending.result };
    } catch (error) {
      this.pending = undefined;
      pending.reject(error as Error);
      return;
    }
    this.settle(pending);
  }

  private counted(machineInstructions: number): void {
    if (!this.pending) return;
    this.pending.result = { ...this.pending.result, machineInstructions } as RunResult;
    this.settle(this.pending);
  }

  /** Resolves when the end and, where it is counted, the count are both there. */
  private settle(pending: Pending): void {
    const { result } = pending;
    if (result?.status === undefined || (this.options.counts && result.machineInstructions === undefined)) return;
    this.pending = undefined;
    pending.resolve(result);
  }

  private fail(child: ChildProcess, reason: string): void {
    if (this.child !== child) return;
    this.child = undefined;
    const pending = this.pending;
    this.pending = undefined;
    pending?.reject(new HomeCrashed(`the ${this.name} machine ${reason}${this.said ? `\n${this.said.trimEnd()}` : ""}`));
  }
}
