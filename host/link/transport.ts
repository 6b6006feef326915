/** What carries bytes to a board and back. It may lose and damage them; the session mends that. */

/** A serial line that can change its rate, in bits a second: it begins at the usual one of all boards. */
export interface FasterLine {
  readonly rate: number;
  readonly usual: number;
  setRate(rate: number): Promise<void>;
}

export interface Transport {
  /** For messages to people: `tcp:localhost:7001`, `serial:/dev/ttyUSB0`. */
  readonly name: string;
  /** Hands bytes on, in order. A promise is settled when they are on their way, and more may come. After the end they are dropped. */
  write(bytes: Uint8Array): void | Promise<void>;
  /** The one listener for bytes that arrive. */
  onData(listener: (bytes: Uint8Array) => void): void;
  /** The one listener for the end, called once unless `close` was: with what went wrong, or undefined where the other side ended it. */
  onClose(listener: (error?: Error) => void): void;
  close(): Promise<void>;
  /** Where another rate than the usual one was asked for. */
  readonly faster?: FasterLine;
}

/** Why a link can't be used or is gone: the message is for people. */
export class LinkError extends Error {
  override readonly name = "LinkError";
}
