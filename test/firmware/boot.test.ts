/** The boot loader beside a simulated flash: boot_cuts.c does the work, built with sanitizers. And where a flash's parts lie. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { at, built } from "../../scripts/build/paths.js";

const folder = built("firmware-tests");
const flags = "-std=c11 -Wall -Wextra -Werror -O2 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined".split(" ");
const include = ["runtime-c", "runtime-c/vm", "bytecode", "build/generated"].map((name) => `-I${at(name)}`);
const shared = ["firmware/esp8266/boot/loader.c", "firmware/esp8266/boot_record.c", "firmware/esp8266/geometry.c"];

function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: at("."), encoding: "utf8" });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

function compile(name: string, sources: string[]): string {
  const program = `${folder}/${name}`;
  run("gcc", [...flags, ...include, ...sources.map((source) => at(source)), "-o", program]);
  return program;
}

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
});

describe("the boot loader", () => {
  it("runs the old or the new firmware whole, whatever operation power is lost at, and goes back where the new one does not report", () => {
    const program = compile("boot_cuts", ["test/firmware/boot_cuts.c", ...shared, "runtime-c/port/flash_sim.c", "runtime-c/vm/crc32.c"]);
    expect(Number(/^(\d+) points$/m.exec(run(program, []))?.[1])).toBeGreaterThan(5000);
  }, 120_000);

  it("divides a flash of each size, without overlap", () => {
    const program = compile("geometry", ["test/firmware/geometry.c", "firmware/esp8266/geometry.c"]);
    expect(run(program, []).trim().split("\n")).toEqual([
      "256 KB: none",
      "512 KB: firmware 208 KB, store 0x37000 + 68 sectors, 68 mapped, no staging",
      "1024 KB: firmware 468 KB, store 0x78000 + 27 sectors, 27 mapped, staging 0x93000 0xc7000 of 208 KB",
      "2048 KB: firmware 468 KB, store 0x78000 + 153 sectors, 136 mapped, staging 0x111000 0x186000 of 468 KB",
      "4096 KB: firmware 468 KB, store 0x78000 + 665 sectors, 136 mapped, staging 0x311000 0x386000 of 468 KB",
      "16384 KB: firmware 468 KB, store 0x78000 + 665 sectors, 136 mapped, staging 0x311000 0x386000 of 468 KB",
    ]);
  });
});
