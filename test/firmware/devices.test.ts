/** The chip's drivers, compiled for this machine against models of registers and wires (devices.c), with sanitizers. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { at, built } from "../../scripts/build/paths.js";

const folder = built("firmware-tests");
const flags = "-std=c11 -DNP_MODEL -Wall -Wextra -Werror -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined".split(" ");
const include = ["runtime-c", "runtime-c/vm", "bytecode", "build/generated"].map((name) => `-I${at(name)}`);
const drivers = [
  at("runtime-c/devices/owners.c"),
  ...["gpio", "i2c", "onewire", "dht", "spi", "pixels", "pwm", "devices"].map((name) => at(`firmware/esp8266/devices/${name}.c`)),
];

function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: at("."), encoding: "utf8" });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

describe("the chip's drivers", () => {
  it("set the registers that they should, and speak to slaves on the wires", () => {
    mkdirSync(folder, { recursive: true });
    const program = `${folder}/devices`;
    run("gcc", [...flags, ...include, at("test/firmware/devices.c"), ...drivers, "-o", program]);
    expect(Number(/^(\d+) checks$/m.exec(run(program, []))?.[1])).toBeGreaterThan(500);
  }, 60_000);
});
