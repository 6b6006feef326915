/** What all kinds of simulated boards have in common. */
import type { Transport } from "../link/transport.js";

/** esp8266: the chip's own firmware, booted from its flash; lx106: the board alone, on the same core. */
export const targets = ["wasm", "native", "lx106", "esp8266"] as const;
export type Target = (typeof targets)[number];

/** The hardware of a board. */
export interface BoardShape {
  /** Of this board among all, not 0. */
  readonly id: bigint;
  /** Bytes of RAM for arenas and tables. */
  readonly ram: number;
  /** Sectors of flash, and how many of them can hold images. */
  readonly sectors: number;
  readonly window: number;
}

export const defaultShape = { ram: 40 << 10, sectors: 384, window: 128 } as const;

/** Links of a wasm and a native board (NP_BOARD_LINKS in board.h); the others have one, a UART. */
export const boardLinks = 4;

/** Simulated pins of a board. */
export interface BoardPins {
  /** Words of a trace (host/pins). */
  readonly trace: Uint8Array;
  /** File that gets what is recorded, behind what it has. */
  readonly record?: string | undefined;
}

export interface SimBoard {
  /** Puts the board at the end of a line. False where all its links are taken. */
  attach(line: Transport): boolean;
  /** Called once if the board ends by itself, with the reason. */
  onEnd(listener: (reason: string) => void): void;
  /** Switches it off. */
  close(): Promise<void>;
}

/** A board can't be simulated here; the message says what is missing. */
export class SimulatorError extends Error {
  override readonly name = "SimulatorError";
}

const networkBytes = 32;
const passwordBytes = 64;

/** NAME:PASSWORD of a Wi-Fi network that simulated boards hear; NAME alone is an open one. Throws a SimulatorError where there can be none such. */
export function checkedNetwork(text: string): string {
  const [name = "", ...rest] = text.split(":");
  const [nameLength, passwordLength] = [name, rest.join(":")].map((part) => Buffer.byteLength(part)) as [number, number];
  if (nameLength === 0 || nameLength > networkBytes || passwordLength > passwordBytes || text.includes("\0"))
    throw new SimulatorError(
      `--wifi ${text}: it is NAME:PASSWORD, a name of 1 to ${networkBytes} bytes without colon and a password of at most ${passwordBytes}`,
    );
  return text;
}
