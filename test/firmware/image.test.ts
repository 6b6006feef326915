/** Image files for the ESP8266: made as esptool makes them, and every damage of one is said. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isFirmware, readFirmware } from "../../host/firmware/blob.js";
import { readBootImage, writeBootImage } from "../../host/firmware/boot-image.js";
import { readElf } from "../../host/firmware/elf.js";
import { FirmwareError } from "../../host/firmware/error.js";
import { bootOfElf, firmwareOfElf, firmwareParts, loadFirmware } from "../../host/firmware/firmware.js";
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
const made = (sections: MadeSection[], entry = 0x40100004) => bootOfElf(readElf(makeElf(entry, sections), "fw.elf"), "fw.elf", fast);
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
const vectors: { what: string; sections: MadeSection[]; image: string }[] = [
  {
    what: "code, data, and what is not loaded",
    sections: [
      code(0x40100000, 24, 1),
      data(0x3ffe8000, 5, 9),
      { ...data(0x3ffe8010, 7, 3, ".bss"), type: 8 },
      { name: ".comment", address: 0, bytes: pattern(8), flags: 0 },
    ],
    image: `e902002f04001040 0000104018000000 01080f161d242b323940474e555c636a71787f868d949ba2
            0080fe3f08000000 0910171e25000000 000000000000004a`,
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
    image: `e902002f04001040 0000104024000000 01080f161d242b323940474e555c636a71787f868d949ba2050c131a21282f363d444b52
            0080fe3f10000000 0910171e252c333a0209101702091017 0000001f`,
  },
  {
    what: "code, and data behind it that is not executed",
    sections: [code(0x40100000, 8, 1), data(0x40100008, 8, 2, ".iram.data")],
    image: "e902002f04001040 0000104008000000 01080f161d242b32 0800104008000000 020910171e252c33 00000000000000f7",
  },
];

describe("a boot image from an ELF file", () => {
  for (const { what, sections, image } of vectors)
    it(`has the bytes that esptool writes: ${what}`, () => {
      expect(Buffer.from(made(sections))).toEqual(fromHex(image));
    });

  it("has them where esptool is at hand to compare with", (context) => {
    const esptool = ["esptool", "esptool.py"].find((name) => spawnSync(name, ["version"]).status === 0);
    if (!esptool) return context.skip("esptool is not installed");
    for (const { sections } of vectors) {
      const folder = folderWith({ "fw.elf": makeElf(0x40100004, sections) });
      const flags = ["--version", "1", "-fm", "qio", "-ff", "80m", "-fs", "1MB", "-o", join(folder, "fw-")];
      const ran = spawnSync(esptool, ["--chip", "esp8266", "elf2image", ...flags, join(folder, "fw.elf")], { encoding: "utf8" });
      expect(ran.status, ran.stdout + ran.stderr).toBe(0);
      expect(Buffer.from(made(sections))).toEqual(readFileSync(join(folder, "fw-0x00000.bin")));
    }
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
    expect(refusal(() => made([ram, code(0x40203000, 4, 1, ".irom")]))).toContain("a boot loader has no part that is executed in flash");
    expect(refusal(() => made([code(0x40100000, 4096, 1)]))).toBe(
      "fw.elf: makes an image of 4128 bytes; 4096 are free for it at the begin of flash",
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

/** A head as the linker leaves it, with code behind it. */
function head(length: number, seed = 3): MadeSection {
  const bytes = new Uint8Array(64 + length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x5746504e, true);
  [1, 0, 7, 8, 9].forEach((value, i) => void view.setUint16([4, 6, 20, 22, 24][i]!, value, true));
  bytes.set(pattern(length, seed), 64);
  return { name: ".head", address: 0x40203000, bytes };
}

const about = { version: "1.2.3", prelude: "0123456789abcdef" };
const ram = code(0x40100000, 24, 1);
const firmware = (sections: MadeSection[], entry = 0x40100004) =>
  firmwareOfElf(readElf(makeElf(entry, sections), "fw.elf"), "fw.elf", about);

describe("a firmware from an ELF file", () => {
  it("has a head, what is executed in place with its gaps as erased flash is, and the segments for RAM", () => {
    const bytes = firmware([ram, data(0x3ffe8000, 5, 9), head(6), code(0x40203050, 4, 5, ".irom.b")]);
    expect(readFirmware(bytes, "fw")).toEqual({
      length: bytes.length,
      ramOffset: 0x54,
      crc: crc32(bytes.subarray(64)),
      wifi: false,
      abi: 7,
      imageVersion: 8,
      snapshotVersion: 9,
      ...about,
    });
    expect(Buffer.from(bytes.subarray(32, 40)).toString("hex")).toBe(about.prelude);
    expect(Buffer.from(bytes.subarray(64))).toEqual(
      fromHex(`030a11181f26 0000 ffffffffffffffff 050c131a 02000000 04001040
        00001040 18000000 01080f161d242b323940474e555c636a71787f868d949ba2 0080fe3f 08000000 0910171e25000000`),
    );
  });

  it("is refused where the boot loader could not load it", () => {
    expect(refusal(() => firmware([ram]))).toContain("has no part for flash");
    expect(refusal(() => firmware([ram, code(0x40203000, 80, 1, ".irom")]))).toContain("does not begin with a firmware's head");
    expect(refusal(() => firmware([ram, { ...head(6), address: 0x40210000 }]))).toContain("begins at 0x40210000, it belongs at 0x40203000");
    expect(refusal(() => firmware([ram, head(6), code(0x402ffffc, 8, 1, ".irom")]))).toContain("ends at 0x40300004");
    expect(refusal(() => firmware([ram, head(0x75000)]))).toContain("flash has 479232 for it");
    expect(refusal(() => firmware([head(6), code(0x40106ff0, 24, 1)]))).toContain(
      "a segment is 24 bytes at 0x40106ff0, where nothing is loaded",
    );
    expect(refusal(() => firmware([head(6), ram, data(0x3fff9000, 4, 1)]))).toContain("a segment is 4 bytes at 0x3fff9000");
    expect(refusal(() => firmware([head(6), ram], 0x40101000))).toContain("starts at 0x40101000, where none of its code is");
    const many = Array.from({ length: 8 }, (_, i) => data(0x3ffe8000 + i * 16, 4, i, `.d${i}`));
    expect(refusal(() => firmware([head(6), ram, ...many]))).toContain("has 9 segments for RAM, at most 8");
  });

  it("is refused with any byte changed, and wherever it is cut off", () => {
    const good = firmware([ram, head(40)]);
    for (let at = 0; at < good.length; at++) {
      const bad = good.slice();
      bad[at]! ^= 1;
      expect(
        refusal(() => readFirmware(bad, "fw")),
        `byte ${at}`,
      ).not.toBe("");
      expect(
        refusal(() => readFirmware(good.subarray(0, at), "fw")),
        `length ${at}`,
      ).not.toBe("");
    }
    expect(isFirmware(good)).toBe(true);
  });
});

describe("a firmware on disk", () => {
  const boot = made([code(0x40100000, 24, 1)]);
  const file = firmware([ram, head(40)]);

  it("is a file with its boot loader beside it, or the folder of both; the boot record between them is erased", () => {
    const folder = folderWith({ "boot.bin": boot, "firmware.bin": file });
    const parts = firmwareParts(boot, file);
    expect(parts.map(({ at, bytes }) => [at, bytes.length])).toEqual([
      [0, 0x3000],
      [0x3000, file.length],
    ]);
    expect(parts[0]!.bytes.subarray(boot.length).every((byte) => byte === 0xff)).toBe(true);
    expect(loadFirmware(join(folder, "firmware.bin"))).toEqual(parts);
    expect(loadFirmware(folder)).toEqual(parts);
  });

  it("is refused where it is something else", () => {
    const folder = folderWith({ "a.py": "print(1)\n", "cut.bin": file.subarray(0, 70), "alone.bin": file });
    const load = (name: string) => refusal(() => loadFirmware(join(folder, name))).replaceAll(`${folder}/`, "");
    expect(load("none.bin")).toBe("cannot read the firmware none.bin: no such file");
    expect(load("a.py")).toBe("a.py: is no firmware: it does not begin with NPFW");
    expect(load("cut.bin")).toMatch(/^cut.bin: has 70 bytes, its head says \d+; copy or build it again$/);
    expect(load("alone.bin")).toBe("cannot read the firmware boot.bin: no such file");
  });
});
