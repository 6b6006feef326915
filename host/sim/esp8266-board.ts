/** An ESP8266 under QEMU: its firmware, booted from a flash file by what stands in for the chip's ROM (firmware/boot-rom). */
import { spawnSync } from "node:child_process";
import { existsSync, statSync, writeFileSync } from "node:fs";
import { loadFirmware } from "../firmware/firmware.js";
import { locate } from "../machine/locate.js";
import { emulator, emulatorArgs } from "../machine/lx106.js";
import type { ProcessSpec } from "./process-board.js";
import { SimulatorError } from "./sim-board.js";

/** The flash of the common modules. */
const usualBytes = 4 << 20;

const notBuilt =
  "the ESP8266's firmware is not built here: npm run build makes it, with a cross compiler (Debian: apt-get install gcc-xtensa-lx106 picolibc-xtensa-lx106-elf)";

/** The firmware that this package brings: its file. Undefined where there is none. */
export const bundledFirmware = (): string | undefined => locate("dist/firmware/firmware.bin", "build/firmware/firmware.bin");

/** Makes a chip's flash with a firmware on it. */
export function writeNewFlash(path: string, firmware: string): void {
  const content = new Uint8Array(usualBytes).fill(0xff);
  for (const { at, bytes } of loadFirmware(firmware)) content.set(bytes, at);
  writeFileSync(path, content);
}

/** What the emulator is given: settings of firmware/boot-rom/rom.c. */
export function esp8266Arguments(rom: string, settings: Readonly<Record<string, string | number>>): string[] {
  const args = Object.entries(settings).map(([name, value]) => `arg=${name}=${String(value).replaceAll(",", ",,")}`);
  return [...emulatorArgs, "-semihosting-config", ["enable=on", "target=native", "arg=rom", ...args].join(","), "-kernel", rom];
}

/**
 * What to start for the chip whose flash is in `flash`; one that is not there becomes a new chip, with the firmware of this package.
 * @param mac its 48 bits, which are the board's id
 * Throws a SimulatorError or a FirmwareError where something is missing.
 */
export function esp8266Board(mac: bigint, flash: string): ProcessSpec {
  if (spawnSync(emulator, ["--version"]).status !== 0)
    throw new SimulatorError("an esp8266 board needs QEMU for Xtensa (Debian: apt-get install --no-install-recommends qemu-system-misc)");
  const firmware = bundledFirmware();
  if (!firmware) throw new SimulatorError(notBuilt);
  const rom = locate("dist/firmware/rom.elf", "build/firmware/rom.elf");
  if (!rom) throw new SimulatorError(notBuilt);
  if (!existsSync(flash) || statSync(flash).size === 0) writeNewFlash(flash, firmware);
  return { command: emulator, args: esp8266Arguments(rom, { flash, mac: mac.toString(16) }), recorded: 0 };
}
