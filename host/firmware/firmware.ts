/** A firmware's files: made of ELF files, and loaded as the parts that are written to flash. */
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { readFirmware, writeFirmware } from "./blob.js";
import { readBootImage, type Segment, writeBootImage } from "./boot-image.js";
import type { ElfProgram, ElfSection } from "./elf.js";
import { FirmwareError } from "./error.js";
import { bootAt, type FlashParameters, firmwareAt, hex, memory, memoryOf, usualFlash } from "./layout.js";

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

/** What is executed in place, from the firmware's begin on; gaps between sections are left as erased flash is. */
function inPlaceOf(sections: readonly ElfSection[], name: string): Uint8Array {
  const from = Math.min(...sections.map(({ address }) => address));
  const end = Math.max(...sections.map(({ address, bytes }) => address + bytes.length));
  const wanted = memory.irom.from + firmwareAt;
  if (from !== wanted)
    throw new FirmwareError(`${name}: its part for flash begins at ${hex(from)}, it belongs at ${hex(wanted)}: check the linker script`);
  if (end > memory.irom.to)
    throw new FirmwareError(`${name}: its part for flash ends at ${hex(end)}, the chip maps flash up to ${hex(memory.irom.to)}`);
  const bytes = inWords(new Uint8Array(end - from)).fill(0xff);
  for (const section of sections) bytes.set(inWords(section.bytes), section.address - from);
  return bytes;
}

const partsOf = ({ sections }: ElfProgram): { inFlash: ElfSection[]; segments: Segment[] } => {
  const inFlash = sections.filter(({ address }) => memoryOf(address) === "irom");
  return { inFlash, segments: joined(sections.filter((section) => !inFlash.includes(section))) };
};

/**
 * The image of a boot loader, which is in RAM alone.
 * @param name the file's name, for messages
 * Throws a FirmwareError where the ROM could not load it.
 */
export function bootOfElf(program: ElfProgram, name: string, flash: FlashParameters = usualFlash): Uint8Array {
  const { inFlash, segments } = partsOf(program);
  if (inFlash.length > 0) throw new FirmwareError(`${name}: a boot loader has no part that is executed in flash: check the linker script`);
  return writeBootImage({ entry: program.entry, segments, flash }, name);
}

/**
 * The file of a firmware.
 * @param name the file's name, for messages
 * Throws a FirmwareError where it does not fit the chip.
 */
export function firmwareOfElf(program: ElfProgram, name: string, about: { version: string; prelude: string }): Uint8Array {
  const { inFlash, segments } = partsOf(program);
  if (inFlash.length === 0) throw new FirmwareError(`${name}: has no part for flash: check the linker script`);
  return writeFirmware({ inPlace: inPlaceOf(inFlash, name), entry: program.entry, segments, ...about }, name);
}

/** What both files of a firmware are called, in one folder. */
export const bootName = "boot.bin";
export const firmwareName = "firmware.bin";

const read = (path: string): Uint8Array => {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FirmwareError(`cannot read the firmware ${path}: ${code === "ENOENT" ? "no such file" : message}`);
  }
};

/**
 * The parts of flash that a boot loader and a firmware make. Between them is the boot record, which is erased: what it said was of the firmware before.
 * @param names the files', for messages
 * Throws a FirmwareError where one of them is damaged or none.
 */
export function firmwareParts(boot: Uint8Array, firmware: Uint8Array, names = { boot: bootName, firmware: firmwareName }): Firmware {
  readBootImage(boot, names.boot);
  readFirmware(firmware, names.firmware);
  const first = new Uint8Array(firmwareAt - bootAt).fill(0xff);
  first.set(boot);
  return [
    { at: bootAt, bytes: first },
    { at: firmwareAt, bytes: firmware },
  ];
}

/**
 * Loads a firmware from disk: its file, or the folder that it is in; its boot loader lies beside it.
 * Throws a FirmwareError.
 */
export function loadFirmware(path: string): Firmware {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? join(path, firmwareName) : path;
  const firmware = read(file);
  readFirmware(firmware, file);
  const beside = join(dirname(file), bootName);
  return firmwareParts(read(beside), firmware, { boot: beside, firmware: file });
}
