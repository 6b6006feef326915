/** Reads what a linker made for the chip: a 32-bit little-endian Xtensa ELF file ("System V Application Binary Interface", chapter 4). */
import { FirmwareError } from "./error.js";

/** A part of the program with content. */
export interface ElfSection {
  readonly name: string;
  readonly address: number;
  readonly executable: boolean;
  /** A view of the file's bytes. */
  readonly bytes: Uint8Array;
}

export interface ElfProgram {
  readonly entry: number;
  /** In the order of the file. */
  readonly sections: readonly ElfSection[];
}

const headerBytes = 52;
const sectionHeaderBytes = 40;
const machineXtensa = 94;
const typeExecutable = 2;
/** Types of sections whose bytes are loaded: PROGBITS, INIT_ARRAY, FINI_ARRAY. */
const loadedTypes = [1, 14, 15];
const flagAllocated = 2;
const flagExecutable = 4;

/** Whether bytes begin as any ELF file does. */
export const isElf = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && bytes[0] === 0x7f && String.fromCharCode(...bytes.subarray(1, 4)) === "ELF";

/**
 * The program in an ELF file: its entry and the sections that are loaded.
 * @param name the file's name, for messages
 * Throws a FirmwareError where it is no executable for the chip, or is damaged.
 */
export function readElf(bytes: Uint8Array, name: string): ElfProgram {
  const refuse = (why: string): never => {
    throw new FirmwareError(`${name}: ${why}`);
  };
  if (!isElf(bytes)) refuse("is no ELF file");
  if (bytes.length < headerBytes) refuse(`the ELF file is cut off in its header, at byte ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[4] !== 1 || bytes[5] !== 1) refuse("is no 32-bit little-endian ELF file: xtensa-lx106-elf-gcc makes the right kind");
  const machine = view.getUint16(18, true);
  if (machine !== machineXtensa) refuse(`is for another processor (ELF machine ${machine}, Xtensa is ${machineXtensa})`);
  if (view.getUint16(16, true) !== typeExecutable) refuse("is not linked: it is an object or a library, no program");
  const table = view.getUint32(32, true);
  const count = view.getUint16(48, true);
  if (count === 0 || view.getUint16(46, true) !== sectionHeaderBytes) refuse("has no table of sections: was it stripped with sstrip?");
  if (table + count * sectionHeaderBytes > bytes.length)
    refuse(
      `the ELF file is cut off: its table of sections ends at byte ${table + count * sectionHeaderBytes}, the file at ${bytes.length}`,
    );

  const field = (section: number, offset: number): number => view.getUint32(table + section * sectionHeaderBytes + offset, true);
  const namesAt = view.getUint16(50, true);
  const nameOf = (section: number): string => {
    if (namesAt >= count) return `section ${section}`;
    const from = field(namesAt, 16) + field(section, 0);
    const end = bytes.indexOf(0, from);
    return new TextDecoder().decode(bytes.subarray(from, end < 0 ? from : end)) || `section ${section}`;
  };

  const sections: ElfSection[] = [];
  for (let section = 0; section < count; section++) {
    const [type, flags, address, at, size] = [4, 8, 12, 16, 20].map((offset) => field(section, offset)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    if (!loadedTypes.includes(type) || !(flags & flagAllocated) || address === 0 || size === 0) continue;
    if (at + size > bytes.length)
      refuse(`the ELF file is cut off: ${nameOf(section)} ends at byte ${at + size}, the file at ${bytes.length}`);
    sections.push({ name: nameOf(section), address, executable: (flags & flagExecutable) !== 0, bytes: bytes.subarray(at, at + size) });
  }
  if (sections.length === 0) refuse("has nothing that is loaded");
  return { entry: view.getUint32(24, true), sections };
}
