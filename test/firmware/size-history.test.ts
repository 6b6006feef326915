/** The record of sizes: what it counts, and that it is kept up to date. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { at } from "../../scripts/build/paths.js";
import {
  historyFile,
  historyHead,
  historyRows,
  inFlash,
  lastRecorded,
  measure,
  measureProgram,
  summary,
} from "../../scripts/build/sizes.js";

const map = `
Linker script and memory map

.text           0x40210000      0x30
 .text.np_alloc 0x40210000       0x21 /b/objects/lx106/heap.c-01.o
 .text.np_step  0x40210021       0x10 /b/objects/lx106/board.c-02.o
 .text          0x40210034        0xc /lib/libc.a(memcpy.o)

.rodata         0x40220000      0x40
 .rodata.np_prelude 0x40220000     0x40 /b/objects/lx106/prelude.c-03.o
`;
const sources = ["runtime-c/vm/heap.c", "runtime-c/board/board.c", "build/generated/prelude.c"].map((path) => at(path));
const sizes = (text: number, rodata = 0) => ({ text, rodata, data: 0, bss: 0 });

it("groups the modules", () => {
  const measured = measure(map, sources);
  expect(measured.groups).toEqual({ vm: sizes(33), board: sizes(16), libc: sizes(12), prelude: sizes(0, 64) });
  expect(measured.total).toEqual(sizes(61, 64));
  expect(summary(measured).at(-1)!.trim().split(/\s+/)).toEqual(["total", "61", "64", "0", "0", "125"]);
});

it("finds the last record of a program", () => {
  const measured = measure(map, sources);
  const older = historyRows("2026-01-01", "aaa", "board", { ...measured, total: sizes(1) });
  const history = [
    historyHead,
    ...older,
    ...historyRows("2026-01-02", "bbb", "board", measured),
    "2026-01-03,ccc,runner,total,9,9,9,9",
  ].join("\n");
  expect(lastRecorded(history, "board")).toEqual(sizes(61, 64));
  expect(lastRecorded(history, "firmware")).toBeUndefined();
});

describe.each(["runner", "board", "firmware"] as const)("%s", (program) => {
  const measured = measureProgram(program);
  it.skipIf(!measured)("is as large as was recorded, to 2%; else: npm run size -- --record", () => {
    const recorded = lastRecorded(readFileSync(historyFile(), "utf8"), program);
    expect(recorded, "no record").toBeDefined();
    const change = inFlash(measured!.total) / inFlash(recorded!) - 1;
    expect(Math.abs(change), `it takes ${inFlash(measured!.total)} bytes, recorded are ${inFlash(recorded!)}`).toBeLessThanOrEqual(0.02);
  });
});
