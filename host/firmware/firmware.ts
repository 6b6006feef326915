/** A firmware: the parts that are written to flash, from an ELF file or from files that were made of one. */
import { existsSync, readFileSync } from "node:fs";
import { readBootImage, type Segment, writeBootImage } from "./boot-image.js";
import { type ElfProgram, type ElfSection, isElf, readElf } from "./elf.js";
import { FirmwareError } from "./error.js";
import { bootAt, type FlashParameters, hex, iromAt, memory, memoryOf, usualFlash } from "./layout.js";

export interface FirmwarePart {
  /** Byte address in flash, the begin of a sector. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** By ascending address; they do not overlap. */
export type Firmware = readonly FirmwarePart[];

/** Flash is written by words, and read by words. */
function inWords(bytes: Uint8Array): Uint8Array {
  const words = new Uint8Array((bytes.length + 3) & ~3);
  words.set(bytes);
  return words;
}

/** Sections one behind the other in one kind of memory are one segment, as esptool has it. */
function joined(sections: readonly ElfSection[]): Segment[] {
  const result: Segment[] = [];
  let last: ElfSection | undefined;
  for (const section of sections) {
    const bytes = inWords(section.bytes);
    const before = result.at(-1);
    const follows =
      before !== undefined &&
      before.address + before.bytes.length === section.address &&
      memoryOf(before.address) === memoryOf(section.address) &&
      last?.executable === section.executable;
    if (follows) result[result.length - 1] = { address: before.address, bytes: Buffer.concat([before.bytes, bytes]) };
    else result.push({ address: section.address, bytes });
    last = section;
  }
  return result;
}

/** What is executed in place, as it lies in flash; gaps between sections are left as erased flash is. Undefined where there is none. */
function iromPart(sections: readonly ElfSection[], name: string): FirmwarePart | undefined {
  if (sections.length === 0) return undefined;
  const from = Math.min(...sections.map(({ address }) => address));
  const end = Math.max(...sections.map(({ address, bytes }) => address + bytes.length));
  const at = from - memory.irom.from;
  if (at !== iromAt)
    throw new FirmwareError(
      `${name}: its part for flash begins at ${hex(from)}, it belongs at ${hex(memory.irom.from + iromAt)}: check the linker script`,
    );
  if (end > memory.irom.to)
    throw new FirmwareError(`${name}: its part for flash ends at ${hex(end)}, the chip maps flash up to ${hex(memory.irom.to)}`);
  const bytes = inWords(new Uint8Array(end - from)).fill(0xff);
  for (const section of sections) bytes.set(inWords(section.bytes), section.address - from);
  return { at, bytes };
}

/** Checks a raw part for flash, which has no header of its own. Throws a FirmwareError. */
export function checkIrom(bytes: Uint8Array, name: string): void {
  const room = memory.irom.to - memory.irom.from - iromAt;
  if (bytes.length === 0) throw new FirmwareError(`${name}: is empty; build it again`);
  if (bytes.length % 4 !== 0)
    throw new FirmwareError(`${name}: has ${bytes.length} bytes, no multiple of 4: it is cut off; copy or build it again`);
  if (bytes.length > room) throw new FirmwareError(`${name}: has ${bytes.length} bytes, the chip maps ${room} from ${hex(iromAt, 5)} on`);
}

/**
 * The parts that an ELF program is written to flash as.
 * @param name the file's name, for messages
 * Throws a FirmwareError where it does not fit the chip.
 */
export function firmwareOfElf({ entry, sections }: ElfProgram, name: string, flash: FlashParameters = usualFlash): Firmware {
  const inFlash = sections.filter(({ address }) => memoryOf(address) === "irom");
  const segments = joined(sections.filter((section) => !inFlash.includes(section)));
  const irom = iromPart(inFlash, name);
  return [{ at: bootAt, bytes: writeBootImage({ entry, segments, flash }, name) }, ...(irom ? [irom] : [])];
}

/** How a part's file is called, as esptool calls it: `NAME0x10000.bin`. */
export const partName = (name: string, at: number): string => `${name}${hex(at, 5)}.bin`;

const read = (path: string): Uint8Array => {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FirmwareError(`cannot read the firmware ${path}: ${code === "ENOENT" ? "no such file" : message}`);
  }
};

/**
 * Loads a firmware from disk: an ELF file, or the image at 0x00000, whose other part lies beside it under the same name (`fw-0x00000.bin`, `fw-0x10000.bin`).
 * Throws a FirmwareError.
 */
export function loadFirmware(path: string): Firmware {
  const bytes = read(path);
  if (isElf(bytes)) return firmwareOfElf(readElf(bytes, path), path);
  readBootImage(bytes, path);
  const boot = { at: bootAt, bytes };
  const ending = partName("", bootAt);
  if (!path.endsWith(ending))
    throw new FirmwareError(`${path}: an image must be called NAME${ending}, so that its other part NAME${partName("", iromAt)} is found`);
  const beside = partName(path.slice(0, -ending.length), iromAt);
  if (!existsSync(beside)) return [boot];
  const irom = read(beside);
  checkIrom(irom, beside);
  return [boot, { at: iromAt, bytes: irom }];
}
