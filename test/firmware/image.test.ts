/** Image files for the ESP8266: made as esptool makes them, and every damage of one is said. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBootImage, writeBootImage } from "../../host/firmware/boot-image.js";
import { readElf } from "../../host/firmware/elf.js";
import { FirmwareError } from "../../host/firmware/error.js";
import { checkIrom, firmwareOfElf, loadFirmware, partName } from "../../host/firmware/firmware.js";
import { type FlashParameters, usualFlash } from "../../host/firmware/layout.js";
import { folderWith } from "../support/cli.js";
import { type MadeSection, makeElf, pattern } from "../support/elf.js";

const fast: FlashParameters = { mode: "qio", rate: "80m", size: "1MB" };
const code = (address: number, length: number, seed: number, name = ".text"): MadeSection => ({
  name,
  address,
  bytes: pattern(length, seed),
});
const data = (address: number, length: number, seed: number, name = ".data"): MadeSection => ({
  ...code(address, length, seed, name),
  flags: 3,
});
const fromHex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ""), "hex");
const made = (sections: MadeSection[], entry = 0x40100004) => firmwareOfElf(readElf(makeElf(entry, sections), "fw.elf"), "fw.elf", fast);
const refusal = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof FirmwareError) return error.message;
    throw error;
  }
  return "";
};

/** Made by esptool 4.8.1: elf2image --version 1 -fm qio -ff 80m -fs 1MB. The first two are 3.3.3's too; it joins the sections of the third, which load the same. */
const vectors: { what: string; sections: MadeSection[]; files: [at: number, content: string][] }[] = [
  {
    what: "code, data, what is not loaded, and code in flash",
    sections: [
      code(0x40100000, 24, 1),
      data(0x3ffe8000, 5, 9),
      { ...data(0x3ffe8010, 7, 3, ".bss"), type: 8 },
      code(0x40210000, 10, 77, ".irom.text"),
      { name: ".comment", address: 0, bytes: pattern(8), flags: 0 },
    ],
    files: [
      [
        0x00000,
        `e902002f04001040 0000104018000000 01080f161d242b323940474e555c636a71787f868d949ba2
         0080fe3f08000000 0910171e25000000 000000000000004a`,
      ],
      [0x10000, "4d545b626970777e858c0000"],
    ],
  },
  {
    what: "sections that follow one another, joined where they are of one kind",
    sections: [
      code(0x40100000, 24, 1),
      code(0x40100018, 12, 5, ".text1"),
      data(0x3ffe8000, 8, 9),
      { ...data(0x3ffe8008, 4, 2, ".rodata"), flags: 2 },
      { ...data(0x3ffe800c, 4, 2, ".init"), type: 14 },
    ],
    files: [
      [
        0x00000,
        `e902002f04001040 0000104024000000 01080f161d242b323940474e555c636a71787f868d949ba2050c131a21282f363d444b52
         0080fe3f10000000 0910171e252c333a0209101702091017 0000001f`,
      ],
    ],
  },
  {
    what: "code, and data behind it that is not executed",
    sections: [code(0x40100000, 8, 1), data(0x40100008, 8, 2, ".iram.data")],
    files: [[0x00000, "e902002f04001040 0000104008000000 01080f161d242b32 0800104008000000 020910171e252c33 00000000000000f7"]],
  },
];

describe("a firmware from an ELF file", () => {
  for (const { what, sections, files } of vectors)
    it(`has the bytes that esptool writes: ${what}`, () => {
      expect(made(sections).map(({ at, bytes }) => [at, Buffer.from(bytes)])).toEqual(files.map(([at, content]) => [at, fromHex(content)]));
    });

  it("has them where esptool is at hand to compare with", (context) => {
    const esptool = ["esptool", "esptool.py"].find((name) => spawnSync(name, ["version"]).status === 0);
    if (!esptool) return context.skip("esptool is not installed");
    for (const { sections } of vectors) {
      const folder = folderWith({ "fw.elf": makeElf(0x40100004, sections) });
      const flags = ["--version", "1", "-fm", "qio", "-ff", "80m", "-fs", "1MB", "-o", join(folder, "fw-")];
      const ran = spawnSync(esptool, ["--chip", "esp8266", "elf2image", ...flags, join(folder, "fw.elf")], { encoding: "utf8" });
      expect(ran.status, ran.stdout + ran.stderr).toBe(0);
      for (const { at, bytes } of made(sections)) expect(Buffer.from(bytes)).toEqual(readFileSync(join(folder, partName("fw-", at))));
    }
  });

  it("leaves gaps of what lies in flash as erased flash is", () => {
    const [, irom] = made([code(0x40100000, 8, 1), code(0x40210010, 4, 5, ".irom.b"), code(0x40210000, 6, 3, ".irom.a")]);
    expect(Buffer.from(irom!.bytes).toString("hex")).toBe("030a11181f260000ffffffffffffffff050c131a");
  });

  it("is refused where it does not fit the chip", () => {
    const ram = code(0x40100000, 8, 1);
    expect(refusal(() => made([code(0x40100000, 8, 1), data(0x3ffe7ffc, 8, 1)]))).toBe(
      "fw.elf: segment 1 of 8 bytes begins at 0x3ffe7ffc, where the chip has no RAM for it (0x3ffe8000 to 0x3fffc000 for data, 0x40100000 to 0x40108000 for code): check the linker script",
    );
    expect(refusal(() => made([ram, data(0x3fffbff0, 20, 1)]))).toContain(
      "segment 1 of 20 bytes ends at 0x3fffc004, 4 bytes behind its memory",
    );
    expect(refusal(() => made([ram, data(0x3ffe8002, 4, 1)]))).toContain("begins at 0x3ffe8002, which is no multiple of 4");
    expect(refusal(() => made([ram], 0x40100008))).toContain("starts at 0x40100008, where none of its code is");
    expect(refusal(() => made([ram, code(0x40200000, 4, 1, ".irom")]))).toContain("begins at 0x40200000, it belongs at 0x40210000");
    expect(refusal(() => made([ram, code(0x40210000, 0xf0004, 1, ".irom")]))).toContain("ends at 0x40300004");
    expect(refusal(() => made([code(0x40210000, 4, 1)]))).toContain("no segment for RAM");
    expect(refusal(() => made([code(0x40100000, 32768, 1), data(0x3ffe8000, 40000, 1)]))).toBe(
      "fw.elf: its RAM part makes an image of 72800 bytes; 65536 are free before the part at 0x10000",
    );
    const many = Array.from({ length: 16 }, (_, i) => data(0x3ffe8000 + i * 16, 4, i, `.d${i}`));
    expect(refusal(() => made([ram, ...many]))).toContain("has 17 segments, at most 16");
  });
});

describe("an ELF file", () => {
  const good = makeElf(0x40100000, [code(0x40100000, 8, 1)]);
  const changed = (change: (elf: Buffer) => void): string => {
    const elf = Buffer.from(good);
    change(elf);
    return refusal(() => readElf(elf, "fw.elf"));
  };

  it("is refused with the reason where it is no program for the chip", () => {
    expect(changed(() => undefined)).toBe("");
    expect(changed((elf) => elf.writeUInt8(0x7e, 0))).toBe("fw.elf: is no ELF file");
    expect(changed((elf) => elf.writeUInt8(2, 4))).toContain("no 32-bit little-endian ELF file");
    expect(changed((elf) => elf.writeUInt16LE(62, 18))).toBe("fw.elf: is for another processor (ELF machine 62, Xtensa is 94)");
    expect(changed((elf) => elf.writeUInt16LE(1, 16))).toContain("is not linked");
    expect(changed((elf) => elf.writeUInt16LE(0, 48))).toContain("has no table of sections");
    expect(refusal(() => readElf(makeElf(0, []), "fw.elf"))).toBe("fw.elf: has nothing that is loaded");
  });

  it("is refused wherever it is cut off, and never crashes the reader", () => {
    for (let length = 0; length < good.length; length++) expect(refusal(() => readElf(good.subarray(0, length), "fw.elf"))).not.toBe("");
    for (let at = 16; at < good.length; at++) for (const value of [0, 0x7f, 0xff]) changed((elf) => elf.writeUInt8(value, at)); // a FirmwareError or none, nothing else
  });

  it("names the section that is cut off", () => {
    const view = new DataView(good.buffer, good.byteOffset);
    const size = view.getUint32(32, true) + 40 + 20;
    expect(changed((elf) => elf.writeUInt32LE(1 << 20, size))).toMatch(
      /^fw.elf: the ELF file is cut off: \.text ends at byte \d+, the file at \d+$/,
    );
  });
});

describe("a boot image", () => {
  const image = {
    entry: 0x40100004,
    segments: [
      { address: 0x40100000, bytes: pattern(24) },
      { address: 0x3ffe8000, bytes: pattern(8, 4) },
    ],
    flash: usualFlash,
  };
  const good = writeBootImage(image, "fw");
  const changed = (change: (bytes: Uint8Array) => Uint8Array | undefined): string => {
    const bytes = good.slice();
    return refusal(() => readBootImage(change(bytes) ?? bytes, "fw.bin"));
  };
  const put = (at: number, value: number) => (bytes: Uint8Array) => {
    bytes[at] = value;
    return undefined;
  };

  it("is read as it was written", () => {
    expect(readBootImage(good, "fw.bin")).toEqual(image);
    expect(good.length % 16).toBe(0);
  });

  it("takes a whole block more for the checksum where the content fills its last one", () => {
    for (let words = 2; words <= 9; words++) {
      const bytes = writeBootImage({ ...image, segments: [{ address: 0x40100000, bytes: pattern(4 * words) }, image.segments[1]!] }, "fw");
      expect(bytes.length).toBe((Math.floor((8 + 16 + 4 * words + 8) / 16) + 1) * 16);
      expect(refusal(() => readBootImage(bytes, "fw"))).toBe("");
    }
  });

  it("is refused with what is wrong, and where", () => {
    expect(changed(put(0, 0xea))).toBe("fw.bin: is no ESP8266 image: it begins with 0xea, not 0xe9");
    expect(changed(put(20, 0))).toMatch(
      /^fw.bin: is damaged: the checksum at byte 63 is 0x\w\w, the content's is 0x\w\w; copy or build it again$/,
    );
    expect(changed((bytes) => bytes.subarray(0, 40))).toBe(
      "fw.bin: is cut off: segment 1 goes past its end at byte 40; copy or build it again",
    );
    expect(changed((bytes) => Buffer.concat([bytes, new Uint8Array(16)]))).toContain("has 16 bytes behind its end at byte 64");
    expect(changed(put(12, 25))).toContain("segment 0 has 25 bytes, which is no multiple of 4");
    expect(changed(put(2, 9))).toContain("unknown flash mode 9");
    expect(changed(put(3, 0x75))).toContain("unknown flash size 7");
    expect(changed(put(3, 0x45))).toContain("unknown flash rate 5");
    expect(changed(put(7, 0x41))).toContain("starts at 0x41100004");
    expect(changed(put(11, 0x50))).toContain("segment 0 of 24 bytes begins at 0x50100000");
  });

  it("is refused with any byte of its data changed, and wherever it is cut off", () => {
    const content = [...Array.from({ length: 24 }, (_, i) => 16 + i), ...Array.from({ length: 8 }, (_, i) => 48 + i), good.length - 1];
    for (const at of content) expect(changed(put(at, good[at]! ^ 1)), `byte ${at}`).not.toBe("");
    for (let length = 0; length < good.length; length++)
      expect(
        changed((bytes) => bytes.subarray(0, length)),
        `length ${length}`,
      ).not.toBe("");
  });
});

describe("a firmware on disk", () => {
  const sections = [code(0x40100000, 24, 1), code(0x40210000, 12, 7, ".irom")];
  const elf = makeElf(0x40100000, sections);
  const [boot, irom] = firmwareOfElf(readElf(elf, "fw"), "fw");

  it("is an ELF file, or an image with its other part beside it", () => {
    const folder = folderWith({
      "fw.elf": elf,
      "fw-0x00000.bin": boot!.bytes,
      "fw-0x10000.bin": irom!.bytes,
      "ram-0x00000.bin": boot!.bytes,
    });
    expect(loadFirmware(join(folder, "fw.elf"))).toEqual([boot, irom]);
    expect(loadFirmware(join(folder, "fw-0x00000.bin"))).toEqual([boot, irom]);
    expect(loadFirmware(join(folder, "ram-0x00000.bin"))).toEqual([boot]);
  });

  it("is refused where it is something else", () => {
    const folder = folderWith({
      "image.bin": boot!.bytes,
      "cut-0x00000.bin": boot!.bytes,
      "cut-0x10000.bin": irom!.bytes.subarray(0, 5),
      "a.py": "print(1)\n",
    });
    const load = (file: string) => refusal(() => loadFirmware(join(folder, file))).replaceAll(`${folder}/`, "");
    expect(load("none.elf")).toBe("cannot read the firmware none.elf: no such file");
    expect(load("a.py")).toBe("a.py: is no ESP8266 image: it begins with 0x70, not 0xe9");
    expect(load("image.bin")).toContain("image.bin: an image must be called NAME0x00000.bin");
    expect(load("cut-0x00000.bin")).toBe("cut-0x10000.bin: has 5 bytes, no multiple of 4: it is cut off; copy or build it again");
    expect(refusal(() => checkIrom(new Uint8Array(), "x"))).toContain("is empty");
    expect(refusal(() => checkIrom(new Uint8Array(0xf0004), "x"))).toContain("the chip maps 983040 from 0x10000 on");
  });
});
