/** A simulated NOR flash: programming clears bits, erasing sets a sector's. It counts what is done to it, and can lose power in the middle. */
import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";

export const sectorBytes = 4096;

/** What is about to be done to the flash. */
export interface FlashOperation {
  readonly kind: "read" | "program" | "erase";
  /** Byte address and length. */
  readonly at: number;
  readonly length: number;
}

/**
 * How far an operation gets that power is lost in: so many bytes of it are done, or each bit that it changes is changed where the next of these numbers
 * from 0 to 1 is below a half (torn).
 */
export type Cut = number | (() => number);

/** Power was lost during an operation: what the board had in RAM is gone, the flash is as it stands. */
export class PowerLost extends Error {
  override readonly name = "PowerLost";
}

/** A flash file that can't be used; the message is for people. */
export class FlashFileError extends Error {
  override readonly name = "FlashFileError";
}

export class SimFlash {
  readonly counts = { read: 0, program: 0, erase: 0 };
  /** How often each sector was erased since this object was made. */
  readonly erased: Uint32Array;
  /** Called before each operation, for tests. What it returns says how power is lost in it: the operation then throws PowerLost. Undefined: all is well. */
  fault: ((operation: FlashOperation) => Cut | undefined) | undefined;
  private file: number | undefined;

  /** `bytes` is the content, a whole number of sectors; it stays the caller's to look at. */
  constructor(readonly bytes: Uint8Array) {
    if (bytes.length % sectorBytes !== 0) throw new RangeError(`a flash of ${bytes.length} bytes is no whole number of sectors`);
    this.erased = new Uint32Array(bytes.length / sectorBytes);
  }

  /** A new chip. */
  static blank(sectors: number): SimFlash {
    return new SimFlash(new Uint8Array(sectors * sectorBytes).fill(0xff));
  }

  /** A flash that is kept in a file, which is made where it does not exist. Throws a FlashFileError. */
  static inFile(path: string, sectors: number): SimFlash {
    const length = sectors * sectorBytes;
    try {
      const known = existsSync(path) ? readFileSync(path) : new Uint8Array();
      if (known.length !== 0 && known.length !== length)
        throw new FlashFileError(
          `${path} has ${known.length} bytes, a flash of ${sectors} sectors has ${length}: it is another board's, or no flash`,
        );
      const flash = known.length === 0 ? SimFlash.blank(sectors) : new SimFlash(new Uint8Array(known));
      flash.file = openSync(path, known.length === 0 ? "w" : "r+");
      if (known.length === 0) flash.save(0, length);
      return flash;
    } catch (error) {
      if (error instanceof FlashFileError) throw error;
      throw new FlashFileError(`the flash file ${path} can't be used: ${(error as Error).message}`);
    }
  }

  get sectors(): number {
    return this.erased.length;
  }

  read(at: number, length: number): Uint8Array {
    this.begin({ kind: "read", at, length });
    return this.bytes.subarray(at, at + length);
  }

  program(at: number, from: Uint8Array): void {
    const cut = this.begin({ kind: "program", at, length: from.length });
    for (let i = 0; i < from.length; i++) this.change(at + i, i, this.bytes[at + i]! & from[i]!, cut);
    this.save(at, from.length);
    if (cut !== undefined) throw new PowerLost(`power was lost while ${from.length} bytes were programmed at ${at}`);
  }

  erase(sector: number): void {
    const at = sector * sectorBytes;
    const cut = this.begin({ kind: "erase", at, length: sectorBytes });
    if (cut === undefined) this.bytes.fill(0xff, at, at + sectorBytes);
    else for (let i = 0; i < sectorBytes; i++) this.change(at + i, i, 0xff, cut);
    this.erased[sector]!++;
    this.save(at, sectorBytes);
    if (cut !== undefined) throw new PowerLost(`power was lost while sector ${sector} was erased`);
  }

  /** Makes byte number `i` of an operation what it is to be, as far as the cut lets it. */
  private change(at: number, i: number, next: number, cut: Cut | undefined): void {
    if (typeof cut === "number" && i >= cut) return;
    let changed = this.bytes[at]! ^ next;
    if (typeof cut === "function") for (let bit = 1; bit < 256; bit <<= 1) if (changed & bit && cut() >= 0.5) changed &= ~bit;
    this.bytes[at]! ^= changed;
  }

  /** Closes the file. */
  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  /** Counts and checks an operation; returns how power is lost in it. */
  private begin(operation: FlashOperation): Cut | undefined {
    const { kind, at, length } = operation;
    if (at % 4 !== 0 || length % 4 !== 0 || at < 0 || at + length > this.bytes.length)
      throw new RangeError(`a ${kind} of ${length} bytes at ${at} is outside the flash, or not by words: a mistake in the store`);
    this.counts[kind]++;
    const cut = this.fault?.(operation);
    if (cut !== undefined && kind === "read") throw new PowerLost("power was lost while the flash was read");
    return cut;
  }

  private save(at: number, length: number): void {
    if (this.file !== undefined && length > 0) writeSync(this.file, this.bytes, at, length, at);
  }
}
