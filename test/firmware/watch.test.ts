/** The QEMU plugin: what the chip would fault ends the emulator, what it allows does not, and runs are counted to the instruction. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith } from "../support/cli.js";

const root = join(import.meta.dirname, "../..");
const plugin = join(root, "build/lx106/watch.so");
const available = existsSync(plugin) && existsSync("/usr/bin/xtensa-lx106-elf-gcc");

/** Assembles a program that starts at the reset vector and ends the emulator with exit code 0. */
function runAssembly(body: string, counted?: string): { status: number | null; log: string } {
  const source = `
    .section .reset, "ax"
    j 1f
    .align 4
    .literal_position
1:  ${body.replaceAll(";", "\n    ")}
    movi a2, 1
    movi a3, 0
    simcall
`;
  const folder = folderWith({ "p.S": source });
  writeFileSync(join(folder, "p.ld"), "SECTIONS { .reset 0x50000000 : { *(.reset .literal .text) } .irom 0x40210000 : { *(.irom) } }");
  execFileSync("xtensa-lx106-elf-gcc", ["-mtext-section-literals", "-nostdlib", "-T", "p.ld", "p.S", "-o", "p.elf"], { cwd: folder });
  const symbols = execFileSync("xtensa-lx106-elf-nm", ["p.elf"], { cwd: folder, encoding: "utf8" });
  const call = counted ? `,call=${counted}@${new RegExp(`^([0-9a-f]+) . ${counted}$`, "m").exec(symbols)![1]}` : "";
  const machine = ["-M", "sim", "-cpu", "lx106", "-semihosting", "-display", "none", "-monitor", "none", "-serial", "none"];
  const { status, output } = spawnSync(
    "qemu-system-xtensa",
    [...machine, "-plugin", `${plugin},fd=3${call}`, "-kernel", join(folder, "p.elf")],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      encoding: "utf8",
    },
  );
  return { status, log: output[3] ?? "" };
}

const irom = "movi a4, 0x40210000";
const iram = "movi a4, 0x40100000";
const dram = "movi a4, 0x3FFE8000";

describe.skipIf(!available)("the plugin", () => {
  it.each([
    ["a byte load from irom", `${irom}; l8ui a5, a4, 1`, "load8 at=40210001"],
    ["a half-word load from irom", `${irom}; l16ui a5, a4, 2`, "load16 at=40210002"],
    ["a signed half-word load from irom", `${irom}; l16si a5, a4, 2`, "load16 at=40210002"],
    ["a byte store to irom", `${irom}; s8i a5, a4, 0`, "store8 at=40210000"],
    ["a word store to irom", `${irom}; _s32i a5, a4, 8`, "store32 at=40210008"],
    ["a narrow word store to irom", `${irom}; s32i.n a5, a4, 8`, "store32 at=40210008"],
    ["a byte load from iram", `${iram}; l8ui a5, a4, 0`, "load8 at=40100000"],
    ["a byte store to iram", `${iram}; s8i a5, a4, 3`, "store8 at=40100003"],
  ])("ends %s", (_, body, access) => {
    const { status, log } = runAssembly(body);
    expect(status).toBe(86);
    expect(log).toMatch(new RegExp(`^bad pc=500000[0-9a-f]{2} ${access}\n$`));
  });

  it.each([
    ["word loads from irom", `${irom}; l32i a5, a4, 0; l32i.n a5, a4, 4`],
    ["words to and from iram", `${iram}; s32i a5, a4, 0; l32i a5, a4, 0`],
    ["bytes and half-words in dram", `${dram}; s8i a5, a4, 1; l8ui a5, a4, 1; s16i a5, a4, 2; l16si a5, a4, 2`],
  ])("lets %s pass", (_, body) => {
    expect(runAssembly(body)).toEqual({ status: 0, log: "" });
  });

  it.each([
    ["ends code in flash while the cache is off", "_s32i a3, a2, 20", 86, "bad code in flash ran while the cache was off\n"],
    ["lets it run while the cache is on", "_s32i a3, a2, 20; _s32i a3, a2, 16", 0, ""],
  ])("%s", (_, marks, status, log) => {
    const code = '.section .irom, "ax"; .align 4; ret; .section .reset';
    expect(runAssembly(`${code}; movi a2, 0x3FF80000; ${marks}; movi a0, 0x40210000; callx0 a0; _s32i a3, a2, 16`)).toEqual({
      status,
      log,
    });
  });

  it("counts the instructions of runs alone", () => {
    const run = (loops: number): string => `_s32i a3, a2, 0; movi a5, ${loops}; 2: addi a5, a5, -1; bnez a5, 2b; _s32i a3, a2, 4`;
    const program = (loops: number): string => `movi a2, 0x3FF80000; ${run(loops)}; nop; _s32i a3, a2, 8`;
    const count = (loops: number): number => Number(/^run (\d+)\n$/.exec(runAssembly(program(loops)).log)![1]);
    expect(count(1000) - count(10)).toBe(2 * 990);
  });

  it("counts the instructions of each call of a function", () => {
    const program =
      "movi a5, 7; call0 f; movi a5, 100; call0 f; j 9f; .align 4; f: movi a6, 0; 2: addi a5, a5, -1; bnez a5, 2b; ret; 9: nop";
    const { status, log } = runAssembly(program, "f");
    /* the first, two for each turn, and the return */
    expect({ status, log }).toEqual({ status: 0, log: `call f ${2 + 2 * 7}\ncall f ${2 + 2 * 100}\n` });
  });
});
