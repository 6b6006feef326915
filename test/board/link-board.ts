/** The C link of link-harness.c: built, and put at one end of a line. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import type { Timer, VirtualClock } from "../../host/link/clock.js";
import type { Transport } from "../../host/link/transport.js";
import { run, version } from "../../scripts/build/command.js";
import { sha256 } from "../../scripts/build/content.js";
import { whenChanged } from "../../scripts/build/objects.js";
import { at, built } from "../../scripts/build/paths.js";

const sources = [
  "test/board/link-harness.c",
  "runtime-c/board/link.c",
  "runtime-c/board/cobs.c",
  "runtime-c/board/bytes.c",
  "runtime-c/vm/crc32.c",
];
const headers = [
  "runtime-c/board/link.h",
  "runtime-c/board/cobs.h",
  "runtime-c/board/bytes.h",
  "runtime-c/vm/crc32.h",
  "build/generated/np_link.h",
];
const include = ["runtime-c", "runtime-c/board", "runtime-c/vm", "build/generated"].map((folder) => at(folder));
const warnings = ["-std=c11", "-Wall", "-Wextra", "-Werror"];

const key = (...more: string[]): string => sha256(...more, ...[...sources, ...headers].map((path) => readFileSync(at(path))));

interface Exports {
  memory: WebAssembly.Memory;
  begin(busy: number, narrow: number): void;
  input(): number;
  output(): number;
  outputs(): number;
  step(now: number, length: number): number;
  session_count(): number;
  taken_count(): number;
  link_bytes(): number;
}

let compiled: Promise<WebAssembly.Module> | undefined;

async function compileModule(): Promise<WebAssembly.Module> {
  const output = built("link", "harness.wasm");
  mkdirSync(built("link"), { recursive: true });
  const args = ["-O2", ...warnings, ...include.map((path) => `-I${path}`), "-nostartfiles", "-Wl,--no-entry", "-Wl,--export-memory"];
  await whenChanged(output, key(...args), async () => {
    const inputs = sources.map((path) => at(path));
    const jobs = [{ args: [...args, ...inputs, "-o", output], inputs, output }];
    await run(process.execPath, ["--import", "tsx", at("scripts/build/clang.ts"), JSON.stringify({ include, jobs })], at());
  });
  return new WebAssembly.Module(readFileSync(output));
}

/** One thing that happened to a board: bytes (or none: it was time to poll), and when. */
interface Step {
  readonly now: number;
  readonly bytes: Uint8Array;
}

/** A board that answers every message with the same message. Unless it is on a line, `step` is called by hand. */
export class LinkBoard {
  readonly steps: Step[] = [];
  readonly answers: { due: number; bytes: Uint8Array }[] = [];

  private constructor(
    private readonly c: Exports,
    private readonly busy: number,
    private readonly narrow: number,
  ) {
    c.begin(busy, narrow);
  }

  /** `busy`: of 256 offers so many are refused; `narrow`: a write takes less than so many bytes, 0: all. */
  static async create(busy = 0, narrow = 0): Promise<LinkBoard> {
    compiled ??= compileModule();
    return new LinkBoard(new WebAssembly.Instance(await compiled, {}).exports as unknown as Exports, busy, narrow);
  }

  /** Power lost and back: it knows nothing of its session. */
  restart(): void {
    this.c.begin(this.busy, this.narrow);
  }

  get sessions(): number {
    return this.c.session_count();
  }

  get taken(): number {
    return this.c.taken_count();
  }

  get linkBytes(): number {
    return this.c.link_bytes();
  }

  /** Bytes arrive; returns what the board writes, and in how many ms it wants to be polled. */
  step(now: number, bytes: Uint8Array): { due: number; bytes: Uint8Array } {
    new Uint8Array(this.c.memory.buffer).set(bytes, this.c.input());
    const due = this.c.step(now, bytes.length) >>> 0;
    const at = this.c.output();
    const answer = { due, bytes: new Uint8Array(this.c.memory.buffer).slice(at, at + this.c.outputs()) };
    this.steps.push({ now, bytes: bytes.slice() });
    this.answers.push(answer);
    return answer;
  }

  /** Puts the board at an end of a line. */
  attach(line: Transport, clock: VirtualClock): void {
    let timer: Timer | undefined;
    const poll = (bytes: Uint8Array): void => {
      timer?.cancel();
      const answer = this.step(Math.floor(clock.now()), bytes);
      if (answer.bytes.length > 0) void line.write(answer.bytes);
      if (answer.due !== 0xffffffff) timer = clock.after(Math.max(1, answer.due), () => poll(new Uint8Array()));
    };
    line.onData(poll);
  }

  /** All steps again by the native program with sanitizers; returns its answers, or undefined where there is no gcc. */
  replay(): { due: number; bytes: Uint8Array }[] | undefined {
    const program = buildNative();
    if (!program) return undefined;
    const words = (a: number, b: number): Buffer => {
      const head = Buffer.alloc(8);
      head.writeUInt32LE(a, 0);
      head.writeUInt32LE(b, 4);
      return head;
    };
    const input = Buffer.concat([
      words(this.busy, this.narrow),
      ...this.steps.flatMap(({ now, bytes }) => [words(now, bytes.length), Buffer.from(bytes)]),
    ]);
    const result = spawnSync(program, { input, maxBuffer: 1 << 30 });
    if (result.status !== 0) throw new Error(`the link's harness failed: ${result.stderr}`);
    const answers: { due: number; bytes: Uint8Array }[] = [];
    for (let at = 0; at < result.stdout.length; ) {
      const length = result.stdout.readUInt32LE(at + 4);
      answers.push({ due: result.stdout.readUInt32LE(at), bytes: new Uint8Array(result.stdout.subarray(at + 8, at + 8 + length)) });
      at += 8 + length;
    }
    return answers;
  }
}

let native: string | undefined;

function buildNative(): string | undefined {
  if (!version("gcc")) return undefined;
  if (native) return native;
  native = built("link", "harness");
  mkdirSync(built("link"), { recursive: true });
  const flags = [...warnings, "-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
  execFileSync("gcc", [...flags, ...include.map((path) => `-I${path}`), ...sources.map((path) => at(path)), "-o", native]);
  return native;
}
