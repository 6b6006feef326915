/** A download on its way to the flash: sectors are erased as it gets to them, so one that is cut off leaves the rest as it was. */
import { constants, inflateSync } from "node:zlib";
import { type SimFlash, sectorBytes } from "../flash.js";

export class FlashWriter {
  private next: number;
  private end: number;
  private sector: number;
  /** Less than a word, until more comes. */
  private held = new Uint8Array();

  /** @param at, bytes: where the download goes and how long it is; `at` is a multiple of 4 and both are inside the flash */
  constructor(
    private readonly flash: SimFlash,
    at: number,
    bytes: number,
  ) {
    this.next = at;
    this.end = at + bytes;
    this.sector = Math.floor(at / sectorBytes);
  }

  /** Bytes that are still to come. */
  get remaining(): number {
    return this.end - this.next - this.held.length;
  }

  /** Takes the next bytes; those that are too many are padding, and dropped. */
  write(data: Uint8Array): void {
    const bytes = Buffer.concat([this.held, data.subarray(0, this.remaining)]);
    const last = this.next + bytes.length >= this.end;
    const whole = last ? bytes.length : bytes.length & ~3;
    this.held = Uint8Array.from(bytes.subarray(whole));
    if (whole === 0) return;
    const words = new Uint8Array((whole + 3) & ~3).fill(0xff);
    words.set(bytes.subarray(0, whole));
    while (this.sector * sectorBytes < this.next + whole) this.flash.erase(this.sector++);
    this.flash.program(this.next, words);
    this.next += whole;
  }
}

/** The same for data that is compressed (zlib). */
export class InflatingWriter {
  private compressed = Buffer.alloc(0);
  private written = 0;

  constructor(private readonly writer: FlashWriter) {}

  get remaining(): number {
    return this.writer.remaining;
  }

  /** Throws an error of zlib where the data can't be inflated. */
  write(data: Uint8Array): void {
    this.compressed = Buffer.concat([this.compressed, data]);
    const plain = inflateSync(this.compressed, { finishFlush: constants.Z_SYNC_FLUSH });
    this.writer.write(plain.subarray(this.written));
    this.written = plain.length;
  }
}
