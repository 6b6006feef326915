/** The ESP8266's firmware, booted from a flash file under QEMU, with the plugin that ends it where the chip would fault. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Board, type ConnectOptions } from "../../host/board/board.js";
import type { Transport } from "../../host/link/transport.js";
import { onLines } from "../../host/machine/lines.js";
import { emulator } from "../../host/machine/lx106.js";
import { esp8266Arguments, writeNewFlash } from "../../host/sim/esp8266-board.js";
import { firmwareFile } from "../../scripts/build/firmware.js";
import { watchPlugin } from "../../scripts/build/lx106.js";

/** Settings of firmware/boot-rom/rom.c. */
export interface ChipSettings {
  readonly cut?: number;
  readonly crashes?: number;
  readonly hangs?: number;
  readonly most?: number;
  readonly timed?: number;
}

export interface ChipEnd {
  /** 0 where its line ended; 42 where power was cut; 86 where it did what the chip would fault; 98 where it asked the ROM for what it does not do. */
  readonly exitCode: number | null;
  /** The plugin's words on that. */
  readonly faults: readonly string[];
  /** Bytes of the deepest C stack; NaN where it was killed. */
  readonly stack: number;
  /** What it said otherwise. */
  readonly said: string;
}

export const hasFirmware = (): boolean =>
  existsSync(firmwareFile("firmware.bin")) && existsSync(watchPlugin()) && spawnSync(emulator, ["--version"]).status === 0;

/** A new chip's flash file, with the firmware on it. */
export function newFlash(): string {
  const path = join(mkdtempSync(join(tmpdir(), "nanopy-chip-")), "chip.flash");
  writeNewFlash(path, firmwareFile("firmware.bin"));
  return path;
}

export class Chip {
  /** `start REASON` and `rate N`, as they are told. */
  readonly told: string[] = [];
  private readonly child: ChildProcess;
  private readonly faults: string[] = [];
  private said = "";
  private stack = Number.NaN;
  private readonly ended: Promise<number | null>;

  constructor(flash: string, settings: ChipSettings = {}) {
    const [args, plugin] = [esp8266Arguments(firmwareFile("rom.elf"), { flash, tell: 1, ...settings }), `${watchPlugin()},fd=3`];
    this.child = spawn(emulator, [...args, "-plugin", plugin], { stdio: ["pipe", "pipe", "pipe", "pipe"] });
    this.child.stdin!.on("error", () => undefined);
    onLines(this.child.stderr!, (line) => {
      const stack = /^stack (\d+)$/.exec(line)?.[1];
      if (stack) this.stack = Number(stack);
      else if (/^(start|rate|sleep) \d+$/.test(line)) this.told.push(line);
      else this.said += `${line}\n`;
    });
    onLines(this.child.stdio[3] as Readable, (line) => this.faults.push(line));
    this.ended = new Promise((resolve) => this.child.once("close", resolve));
  }

  /** The chip at the end of its line. */
  transport(): Transport {
    const { child } = this;
    return {
      name: "esp8266",
      write: (bytes) => void child.stdin!.write(bytes),
      onData: (listener) => void child.stdout!.on("data", (bytes: Buffer) => listener(new Uint8Array(bytes))),
      onClose: (listener) => void this.ended.then((code) => listener(new Error(`it ended with ${code}: ${this.faults}${this.said}`))),
      close: async () => undefined,
    };
  }

  connect(options?: ConnectOptions): Promise<Board> {
    return Board.connect(async () => this.transport(), options);
  }

  /** Its power is gone, in whatever it does. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.ended;
  }

  /** Its line ends. */
  close(): Promise<ChipEnd> {
    this.child.stdin!.end();
    return this.end();
  }

  /** Settled when it has ended by itself. */
  async end(): Promise<ChipEnd> {
    const exitCode = await this.ended;
    return { exitCode, faults: this.faults, stack: this.stack, said: this.said };
  }
}

/** What is expected of one that did nothing wrong, beside its stack. */
export const clean = ({ exitCode, faults, said }: ChipEnd): object => ({ exitCode, faults, said });
export const cleanEnd = { exitCode: 0, faults: [], said: "" };

/** Of the 4 KB that the linker script sets apart. */
export const mostStack = 3 << 10;
