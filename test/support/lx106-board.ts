/** A board on lx106 for measures: under the plugin, which faults what the chip would, and counts the calls of functions to the instruction. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Board } from "../../host/board/board.js";
import type { Transport } from "../../host/link/transport.js";
import { onLines } from "../../host/machine/lines.js";
import { emulator, emulatorArgs } from "../../host/machine/lx106.js";
import { defaultShape } from "../../host/sim/sim-board.js";
import { lx106Board, watchPlugin } from "../../scripts/build/lx106.js";

export interface Lx106Options {
  readonly id?: bigint;
  readonly ram?: number;
  readonly sectors?: number;
  readonly window?: number;
  /** C functions whose direct calls are counted. */
  readonly calls?: readonly string[];
  /**
   * Time goes by instructions executed, 32 ns each, and is the same in every run; while the board waits it stands still. Without it time is the real one.
   */
  readonly countedTime?: boolean;
  /** A file that keeps the flash; a new chip by default. */
  readonly flash?: string;
}

export interface Lx106End {
  /** 0; 86 where the board did what the chip would fault. */
  readonly exitCode: number | null;
  /** The plugin's words on that. */
  readonly faults: readonly string[];
  /** Bytes of the deepest C stack. */
  readonly stack: number;
  /** What it said otherwise. */
  readonly said: string;
}

/** Nanoseconds of an instruction where time is counted. */
export const instructionNs = 32;

export const hasLx106Board = (): boolean =>
  existsSync(lx106Board()) && existsSync(watchPlugin()) && spawnSync(emulator, ["--version"]).status === 0;

/** The addresses of functions in the board's program. Throws where one is missing. */
function addressesOf(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const { stdout } = spawnSync("xtensa-lx106-elf-nm", [lx106Board()], { encoding: "utf8", maxBuffer: 1 << 26 });
  return names.map((name) => {
    const address = new RegExp(`^([0-9a-f]+) [tT] ${name}$`, "m").exec(stdout)?.[1];
    if (!address) throw new Error(`the lx106 board has no function ${name}`);
    return `call=${name}@${address}`;
  });
}

export class WatchedBoard {
  /** Instructions of each call, by function, in their order. */
  readonly calls = new Map<string, number[]>();
  private readonly child: ChildProcess;
  private readonly folder: string | undefined;
  private readonly faults: string[] = [];
  private said = "";
  private readonly ended: Promise<number | null>;

  constructor(options: Lx106Options = {}) {
    const { id, ram, sectors, window } = { ...defaultShape, id: 1n, ...options };
    this.folder = options.flash === undefined ? mkdtempSync(join(tmpdir(), "nanopy-lx106-")) : undefined;
    const flash = options.flash ?? join(this.folder!, "flash");
    closeSync(openSync(flash, "a"));
    const settings = [
      "nanopy-board",
      `flash=${flash}`,
      `id=${id.toString(16)}`,
      `ram=${ram}`,
      `sectors=${sectors}`,
      `window=${window}`,
      "stack=1",
    ];
    const semihosting = ["enable=on", "target=native", ...settings.map((setting) => `arg=${setting}`)].join(",");
    const plugin = [watchPlugin(), "fd=3", ...addressesOf(options.calls ?? [])].join(",");
    const time = options.countedTime ? ["-icount", "shift=5,sleep=off"] : [];
    const args = [...emulatorArgs, ...time, "-semihosting-config", semihosting, "-plugin", plugin, "-kernel", lx106Board()];
    this.child = spawn(emulator, args, { stdio: ["pipe", "pipe", "pipe", "pipe"] });
    this.child.stdin!.on("error", () => undefined);
    this.child.stderr!.on("data", (text: Buffer) => {
      this.said += text;
    });
    this.readLog(this.child.stdio[3] as Readable);
    this.ended = new Promise((resolve) => this.child.once("close", resolve));
  }

  /** The board at the end of its one line. */
  transport(): Transport {
    const { child } = this;
    return {
      name: "lx106",
      write: (bytes) => void child.stdin!.write(bytes),
      onData: (listener) => void child.stdout!.on("data", (bytes: Buffer) => listener(new Uint8Array(bytes))),
      onClose: (listener) =>
        void this.ended.then((code) => listener(new Error(`the board ended with ${code}: ${this.faults}${this.said}`))),
      close: async () => undefined,
    };
  }

  connect(): Promise<Board> {
    return Board.connect(async () => this.transport());
  }

  /** Switches it off: the line ends. */
  async close(): Promise<Lx106End> {
    this.child.stdin!.end();
    const exitCode = await this.ended;
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
    const stack = Number(/^stack (\d+)$/m.exec(this.said)?.[1] ?? Number.NaN);
    return { exitCode, faults: this.faults, stack, said: this.said.replace(/^stack \d+\n/m, "") };
  }

  /** The counts of a function's calls so far, and forgets them. */
  take(name: string): number[] {
    const counts = this.calls.get(name) ?? [];
    this.calls.delete(name);
    return counts;
  }

  private readLog(log: Readable): void {
    onLines(log, (line) => {
      const [, name, count] = /^call (\w+) (\d+)$/.exec(line) ?? [];
      if (!name) {
        this.faults.push(line);
        return;
      }
      const counts = this.calls.get(name);
      if (counts) counts.push(Number(count));
      else this.calls.set(name, [Number(count)]);
    });
  }
}
