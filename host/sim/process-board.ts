/** A board in a child process: the native one, or lx106 under QEMU. It ends when its stdin does, so that none outlives this process. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, writeFileSync } from "node:fs";
import type { Transport } from "../link/transport.js";
import { locate } from "../machine/locate.js";
import { emulator, emulatorArgs } from "../machine/lx106.js";
import { type BoardPins, type BoardShape, boardLinks, checkedNetwork, type SimBoard, SimulatorError } from "./sim-board.js";

const recordHead = 4;
const mostInRecord = 0xffff;

export interface ProcessSpec {
  readonly command: string;
  readonly args: readonly string[];
  /** Links in records on stdin and stdout (board_native.c draws them); 0: one link, and nothing but its bytes. */
  readonly recorded: number;
}

/** Paths of a board's trace, as words, and of its record. */
export interface ProcessPins {
  readonly trace: string;
  readonly record?: string | undefined;
}

/** Writes a board's trace to a file for its process. */
export function pinsInFile({ trace, record }: BoardPins, file: string): ProcessPins {
  writeFileSync(file, trace);
  return { trace: file, record };
}

/** A path in a list that commas part. */
const escaped = (path: string): string => path.replaceAll(",", ",,");

/** What to start for a native board whose flash is in `flash`, with the Wi-Fi network NAME:PASSWORD in reach, if any. Throws a SimulatorError where it is not built. */
export function nativeBoard(shape: BoardShape, flash: string, wifi?: string, pins?: ProcessPins): ProcessSpec {
  const command = locate("build/native/nanopy-board");
  if (!command)
    throw new SimulatorError(
      "the native board is not built here: it comes with a clone of the repository (npm run build), and needs a C compiler (Debian: apt-get install gcc libc6-dev)",
    );
  const { sectors, window, ram, id } = shape;
  const numbers = { sectors, window, ram, id: id.toString(16), links: boardLinks };
  return {
    command,
    args: [
      "--flash",
      flash,
      ...(wifi === undefined ? [] : ["--wifi", checkedNetwork(wifi)]),
      ...(pins === undefined ? [] : ["--pins", pins.trace]),
      ...(pins?.record === undefined ? [] : ["--pins-record", pins.record]),
      ...Object.entries(numbers).flatMap(([name, value]) => [`--${name}`, String(value)]),
    ],
    recorded: boardLinks,
  };
}

/** The same for a board on the ESP8266's instruction set. */
export function lx106Board(shape: BoardShape, flash: string, pins?: ProcessPins): ProcessSpec {
  if (spawnSync(emulator, ["--version"]).status !== 0)
    throw new SimulatorError("an lx106 board needs QEMU for Xtensa (Debian: apt-get install --no-install-recommends qemu-system-misc)");
  const program = locate("build/lx106/nanopy-board.elf");
  if (!program)
    throw new SimulatorError(
      "the lx106 board is not built here: it comes with a clone of the repository (npm run build), and needs a cross compiler (Debian: apt-get install gcc gcc-xtensa-lx106 picolibc-xtensa-lx106-elf)",
    );
  // it opens no file that does not exist
  for (const path of [flash, ...(pins?.record === undefined ? [] : [pins.record])]) closeSync(openSync(path, "a"));
  const { sectors, window, ram, id } = shape;
  const settings = [
    "nanopy-board",
    `flash=${escaped(flash)}`,
    `id=${id.toString(16)}`,
    `ram=${ram}`,
    `sectors=${sectors}`,
    `window=${window}`,
    ...(pins === undefined ? [] : [`pins=${escaped(pins.trace)}`]),
    ...(pins?.record === undefined ? [] : [`record=${escaped(pins.record)}`]),
  ];
  const semihosting = ["-semihosting-config", ["enable=on", "target=native", ...settings.map((setting) => `arg=${setting}`)].join(",")];
  return { command: emulator, args: [...emulatorArgs, ...semihosting, "-kernel", program], recorded: 0 };
}

export class ProcessBoard implements SimBoard {
  private readonly child: ChildProcess;
  private readonly lines: (Transport | undefined)[];
  private held: Buffer = Buffer.alloc(0);
  private said = "";
  private closing = false;
  private end: string | undefined;
  private ended: (reason: string) => void = (reason) => {
    this.end = reason;
  };

  constructor(private readonly spec: ProcessSpec) {
    this.lines = Array.from({ length: spec.recorded || 1 }, () => undefined);
    this.child = spawn(spec.command, spec.args, { stdio: ["pipe", "pipe", "pipe"] });
    this.child.stdin!.on("error", () => undefined); // its end says more
    this.child.stdout!.on("data", (bytes: Buffer) => (spec.recorded ? this.takeRecords(bytes) : this.lines[0]?.write(bytes)));
    this.child.stderr!.on("data", (text: Buffer) => {
      this.said = (this.said + text).slice(-2000);
    });
    this.child.on("error", (error) => this.leave(error.message));
    this.child.on("close", (code, signal) => this.leave(this.said.trim() || `it ended with ${signal ?? `exit code ${code}`}`));
  }

  attach(line: Transport): boolean {
    const number = this.lines.indexOf(undefined);
    if (number < 0) return false;
    this.lines[number] = line;
    // No bytes would say that the peer is gone.
    line.onData((bytes) => this.lines[number] === line && bytes.length > 0 && this.send(number, bytes));
    line.onClose(() => {
      if (this.lines[number] !== line) return;
      this.lines[number] = undefined;
      if (this.spec.recorded) this.send(number, new Uint8Array());
    });
    return true;
  }

  onEnd(listener: (reason: string) => void): void {
    this.ended = listener;
    if (this.end !== undefined) listener(this.end);
  }

  async close(): Promise<void> {
    this.closing = true;
    if (this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined) return;
    const gone = new Promise((resolve) => this.child.once("close", resolve));
    this.child.kill("SIGTERM");
    await gone;
  }

  private leave(reason: string): void {
    for (const line of this.lines) void line?.close();
    if (!this.closing) this.ended(reason);
    this.closing = true;
  }

  /** No bytes: the link's peer is gone. */
  private send(link: number, bytes: Uint8Array): void {
    const input = this.child.stdin!;
    if (!this.spec.recorded) {
      input.write(bytes);
      return;
    }
    let at = 0;
    do {
      const piece = bytes.subarray(at, at + mostInRecord);
      const head = Buffer.from([link, 0, piece.length & 255, piece.length >> 8]);
      input.write(Buffer.concat([head, piece]));
      at += piece.length;
    } while (at < bytes.length);
  }

  private takeRecords(bytes: Buffer): void {
    this.held = this.held.length > 0 ? Buffer.concat([this.held, bytes]) : bytes;
    let at = 0;
    while (this.held.length - at >= recordHead) {
      const end = at + recordHead + this.held.readUInt16LE(at + 2);
      if (end > this.held.length) break;
      void this.lines[this.held[at]!]?.write(new Uint8Array(this.held.subarray(at + recordHead, end)));
      at = end;
    }
    this.held = this.held.subarray(at);
  }
}
