/** The interpreter's hot part: that its code is cut rightly, and that it lies in iram. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Place } from "../../build/generated/layout.js";
import { type OpName, opcodes } from "../../build/generated/opcodes.js";
import { readElf } from "../../host/firmware/elf.js";
import { firmwareFile, firmwareSizes } from "../../scripts/build/firmware.js";
import { splitHot } from "../../scripts/build/hot.js";
import { hasFirmware } from "../support/esp8266-chip.js";

/** A loop as gcc writes it. Rows: one that is quick, but for what only its call does; one that is marked; one that calls at once. */
const loop = (change: (text: string) => string = (text) => text): string =>
  change(`\t.file\t"loop.c"
\t.section\t.text.loop,"ax",@progbits
\t.literal_position
\t.literal .LC1, labels$0
\t.literal .LC2, 65536
\t.literal .LC3, .L50
\t.align\t4
\t.global\tloop
\t.type\tloop, @function
loop:
\taddi\tsp, sp, -16
\ts32i.n\ta0, sp, 12
\tl32r\ta9, .LC1
\tj\t.L10
.L10:
\tl32i.n\ta3, a9, 0
\tjx\ta3
.L20:
\tbeqz.n\ta2, .L21
\tl32r\ta9, .LC2
.L25:
\tbnez.n\ta4, .L10
\tl32r\ta9, .LC3
\tjx\ta9
.L21:
\tcall0\tslow
\tj\t.L25
.L30:
#APP
# 1 "loop.c" 1
\t# rare
# 0 "" 2
#NO_APP
\tl32r\ta9, .LC2
\tj\t.L25
.L40:
\tcall0\tslow
\tl32r\ta9, .LC1
\tjx\ta9
\t.section\t.rodata.loop,"a",@progbits
\t.align\t4
.L50:
\t.word\t.L25
\t.word\t.L60
\t.word\t.L70
\t.section\t.text.loop
.L60:
\tnop.n
.L70:
\tl32i.n\ta0, sp, 12
\taddi\tsp, sp, 16
\tret.n
\t.size\tloop, .-loop
\t.section\t.rodata.labels$0,"a"
\t.align\t4
labels$0:
\t.word\t.L20
\t.word\t.L30
\t.word\t.L40
\t.ident\t"GCC"
`);

/** The lines of a section, without blanks; up to the next one. */
function sectionOf(text: string, name: string): string[] {
  const from = text.indexOf(`\t.section\t${name}`);
  const next = text.indexOf("\t.section\t", from + 1);
  return text
    .slice(from, next < 0 ? undefined : next)
    .split("\n")
    .slice(1)
    .map((line) => line.trim().replaceAll("\t", " "))
    .filter((line) => line !== "");
}

describe("a function that is cut in two", () => {
  const text = splitHot(loop(), "loop");

  it("has in its hot part what rows do without a call, and jumps to the rest", () => {
    const lines = sectionOf(text, ".hot.loop");
    expect(lines.slice(lines.indexOf("loop_hot:"))).toEqual([
      "loop_hot:",
      ".L10_hot:",
      "l32i.n a3, a9, 0",
      "jx a3",
      ".L20_hot:",
      "beqz.n a2, .L21_hot",
      ".LB3_hot:",
      "l32r a9, .LC2_hot",
      ".L25_hot:",
      "bnez.n a4, .L10_hot",
      ".LB5_hot:",
      "l32r a9, .LC3_hot",
      "jx a9",
      ".L21_hot:",
      "l32r a0, .L21_at",
      "jx a0",
      ".L60_hot:",
      "nop.n",
      ".L70_hot:",
      "l32r a0, .L70_at",
      "jx a0",
      ".size loop_hot, .-loop_hot",
    ]);
    const literals = [".LC2_hot, 65536", ".LC3_hot, .L50", ".L21_at, .L21", ".L70_at, .L70"];
    expect(lines.filter((line) => line.startsWith(".literal ")).sort()).toEqual(literals.map((literal) => `.literal ${literal}`).sort());
  });

  it("keeps entry, return, calls and what is rare where functions are", () => {
    const lines = sectionOf(text, ".text.loop");
    expect(lines.slice(lines.indexOf("loop:")).filter((line) => !line.startsWith("#"))).toEqual([
      "loop:",
      "addi sp, sp, -16",
      "s32i.n a0, sp, 12",
      "l32r a9, .LC1",
      "j .L10",
      ".L10:",
      "l32r a0, .L10_at",
      "jx a0",
      ".L25:",
      "l32r a0, .L25_at",
      "jx a0",
      ".L21:",
      "call0 slow",
      "j .L25",
      ".L30:",
      "l32r a9, .LC2",
      "j .L25",
      ".L40:",
      "call0 slow",
      "l32r a9, .LC1",
      "jx a9",
      ".L70:",
      "l32i.n a0, sp, 12",
      "addi sp, sp, 16",
      "ret.n",
      ".size loop, .-loop",
    ]);
    expect(lines.filter((line) => line.startsWith(".literal ")).sort()).toEqual(
      [".LC1, labels$0", ".LC2, 65536", ".L10_at, .L10_hot", ".L25_at, .L25_hot"].map((literal) => `.literal ${literal}`).sort(),
    );
    expect(lines).toContain(".global loop");
  });

  it("has tables that name each block where it is", () => {
    expect(sectionOf(text, ".rodata.loop")).toEqual([".align 4", ".L50:", ".word .L25_hot", ".word .L60_hot", ".word .L70"]);
    expect(sectionOf(text, ".rodata.labels$0").slice(0, 5)).toEqual([
      ".align 4",
      "labels$0:",
      ".word .L20_hot",
      ".word .L30",
      ".word .L40",
    ]);
  });

  it("is refused where a jump by a0 would lose something, or where it can't be read", () => {
    expect(() =>
      splitHot(
        loop((all) => all.replace("\tnop.n", "\tmov.n\ta0, a2")),
        "loop",
      ),
    ).toThrow("loop has a use of a0 amid it: mov.n\ta0, a2");
    expect(() =>
      splitHot(
        loop((all) => all.replace(".word\t.L20", ".word\tloop")),
        "loop",
      ),
    ).toThrow("loop is entered in its hot part");
    expect(() =>
      splitHot(
        loop((all) => all.replace("labels$0:", "others:")),
        "loop",
      ),
    ).toThrow("loop has no table of labels");
    expect(() => splitHot(loop(), "other")).toThrow("no function other");
  });
});

describe.skipIf(!hasFirmware())("the firmware's interpreter", () => {
  const map = readFileSync(firmwareFile("firmware.map"), "utf8");
  const { sections } = readElf(new Uint8Array(readFileSync(firmwareFile("firmware.elf"))), "firmware.elf");
  const hotFrom = Number(/(0x[0-9a-f]+)\s+_hot_start = /.exec(map)?.[1]);
  const hotEnd = hotFrom + firmwareSizes().hot;
  /** Where the rows of np_interpret begin, by its table. */
  const rows = (): Map<OpName, number> => {
    const at = Number(/\.rodata\.labels\$\d+\s+(0x[0-9a-f]+)/.exec(map)?.[1]);
    const { address, bytes } = sections.find((section) => section.address <= at && at < section.address + section.bytes.length)!;
    const words = new DataView(bytes.buffer, bytes.byteOffset + at - address);
    return new Map(opcodes.map(({ name }, i) => [name, words.getUint32(4 * i, true)]));
  };

  it("has at most 6 KB in iram, and its rest in flash", () => {
    expect(hotEnd - hotFrom).toBeGreaterThan(4 << 10);
    expect(hotEnd - hotFrom).toBeLessThanOrEqual(6 << 10);
    expect(hotFrom).toBeGreaterThanOrEqual(Place.IRAM);
    expect(hotEnd).toBeLessThanOrEqual(Place.LOADER_IRAM);
    const [, at, bytes] = /^ \.hot\.np_interpret\s+(0x[0-9a-f]+)\s+(0x[0-9a-f]+)/m.exec(map)!;
    expect(Number(at)).toBe(hotFrom);
    expect(Number(bytes)).toBeGreaterThan(hotEnd - hotFrom - 4);
    expect(Number(/(0x[0-9a-f]+)\s+np_interpret$/m.exec(map)![1])).toBeGreaterThanOrEqual(Place.IROM);
  });

  it("executes there what loops, arithmetic, attributes, items and calls are made of", () => {
    const often: OpName[] = [
      ...(["MOVE", "LOADK", "LOADI", "GETG", "SETG", "ADD", "ADDK", "SUB", "SUBK", "MUL", "AND", "SHR", "EQ", "JMP", "JT", "JF"] as const),
      ...([
        "JLT",
        "JNLTK",
        "JEQK",
        "JISK",
        "FORRANGE",
        "INCJLT",
        "ADDAND",
        "GETATTR",
        "SETATTR",
        "GETITEM",
        "GETITEMI",
        "SETITEM",
      ] as const),
      ...(["SETITEMK", "CALL", "CALLG", "CALLM", "CALLP", "RET", "RETN", "YIELD"] as const),
    ];
    const where = rows();
    expect(often.filter((name) => !(where.get(name)! >= hotFrom && where.get(name)! < hotEnd))).toEqual([]);
    const outside = [...where.values()].filter((at) => at < hotFrom || at >= hotEnd);
    expect(outside.every((at) => at >= Place.IROM)).toBe(true);
  });
});
