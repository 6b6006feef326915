/** Makes small ELF files for the ESP8266, as its linker would: for tests of what reads them. */

export interface MadeSection {
  readonly name: string;
  readonly address: number;
  readonly bytes: Uint8Array;
  /** ELF's type and flags; code that is loaded by default. */
  readonly type?: number;
  readonly flags?: number;
}

const headerBytes = 52;
const programHeaderBytes = 32;
const sectionHeaderBytes = 40;

/** An executable with these sections, one program header and the table of their names. */
export function makeElf(entry: number, sections: readonly MadeSection[]): Uint8Array {
  const names = Buffer.from(`\0${sections.map(({ name }) => `${name}\0`).join("")}.shstrtab\0`);
  const nameAt = (name: string): number => names.indexOf(`\0${name}\0`) + 1;
  const all = [...sections, { name: ".shstrtab", address: 0, bytes: names, type: 3, flags: 0 }];
  const contentAt = headerBytes + programHeaderBytes;
  const table = all.reduce((at, { bytes }) => (at + bytes.length + 3) & ~3, contentAt);
  const elf = Buffer.alloc(table + (all.length + 1) * sectionHeaderBytes);
  elf.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]);
  elf.writeUInt16LE(2, 16);
  elf.writeUInt16LE(94, 18);
  [1, entry, headerBytes, table].forEach((value, i) => void elf.writeUInt32LE(value, 20 + 4 * i));
  [headerBytes, programHeaderBytes, 1, sectionHeaderBytes, all.length + 1, all.length].forEach(
    (value, i) => void elf.writeUInt16LE(value, 40 + 2 * i),
  );
  let at = contentAt;
  all.forEach(({ name, address, bytes, type = 1, flags = 6 }, i) => {
    elf.set(bytes, at);
    [nameAt(name), type, flags, address, at, bytes.length].forEach(
      (value, field) => void elf.writeUInt32LE(value, table + (i + 1) * sectionHeaderBytes + 4 * field),
    );
    at = (at + bytes.length + 3) & ~3;
  });
  return elf;
}

/** So many bytes that differ from one another, the same ones for the same seed. */
export const pattern = (length: number, seed = 1): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8) * 31 + seed) & 0xff);
