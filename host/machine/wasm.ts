/** The WebAssembly home: the machine inside this process. */
import { readFileSync } from "node:fs";
import { setImmediate as nothing, setTimeout as sleep } from "node:timers/promises";
import { AnswerReader, encodeRequest } from "./frames.js";
import { type Home, HomeCrashed, HomeUnavailable, type OutputSink, type RunRequest, type RunResult } from "./home.js";
import { locate } from "./locate.js";

/** What runtime-c/port/wasm.c exports. */
interface Exports {
  memory: WebAssembly.Memory;
  input(length: number): number;
  step(): number;
  sleep_us(): number;
}

const RunnerState = { busy: 2, sleep: 3 } as const;

/** Milliseconds after which a long run notices a closed pipe. */
const lookEvery = 50;

/** An instance keeps the memory of its largest run; beyond this it is made anew. */
const keepBytes = 64 << 20;

class WasmHome implements Home {
  readonly name = "wasm";
  private machine: Exports | undefined;
  private reader: AnswerReader | undefined;
  private result: RunResult | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly module: WebAssembly.Module) {}

  run(request: RunRequest, output?: OutputSink): Promise<RunResult> {
    const run = this.queue.then(() => this.runNow(request, output));
    this.queue = run.catch(() => undefined);
    return run;
  }

  close(): void {
    this.machine = undefined;
  }

  /** Nothing to be done: the machine runs in this thread. */
  kill(): void {}

  private async runNow(request: RunRequest, output?: OutputSink): Promise<RunResult> {
    this.machine ??= this.instantiate();
    const machine = this.machine;
    const frame = encodeRequest(request);
    const at = machine.input(frame.length);
    if (at === 0) throw new HomeCrashed("the WebAssembly machine has no memory for the request");
    new Uint8Array(machine.memory.buffer, at, frame.length).set(frame);
    this.reader = new AnswerReader(output);
    this.result = undefined;
    try {
      let looked = performance.now();
      for (let state = machine.step(); state >= RunnerState.busy; state = machine.step()) {
        if (state === RunnerState.sleep) await sleep(machine.sleep_us() / 1000);
        else if (performance.now() - looked > lookEvery) {
          await nothing();
          looked = performance.now();
        }
      }
    } catch (error) {
      this.machine = undefined;
      throw new HomeCrashed(`the WebAssembly machine trapped: ${(error as Error).message}`);
    }
    if (machine.memory.buffer.byteLength > keepBytes) this.machine = undefined;
    if (!this.result) throw new HomeCrashed("the WebAssembly machine did not answer");
    return this.result;
  }

  private instantiate(): Exports {
    const nanopy = {
      write: (at: number, length: number): void => {
        const bytes = new Uint8Array(this.machine!.memory.buffer, at, length);
        this.result = this.reader!.push(bytes.slice()) ?? this.result;
      },
      clock_us: (): number => performance.now() * 1000,
    };
    return new WebAssembly.Instance(this.module, { nanopy }).exports as unknown as Exports;
  }
}

export function openWasm(): Home {
  const path = locate("build/wasm/nanopy.wasm", "dist/nanopy.wasm");
  if (!path) throw new HomeUnavailable("the WebAssembly machine is not built: npm run build");
  return new WasmHome(new WebAssembly.Module(readFileSync(path)));
}
