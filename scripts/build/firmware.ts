/** The ESP8266's firmware without an SDK: boot loader, firmware, their files for flash, and the stand-in for the chip's ROM. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { prelude } from "../../build/generated/prelude.js";
import { readElf } from "../../host/firmware/elf.js";
import { bootOfElf, firmwareOfElf } from "../../host/firmware/firmware.js";
import { compileLx106 } from "./lx106.js";
import { at, built } from "./paths.js";
import type { Sources } from "./sources.js";

export const firmwareFile = (name: string): string => built("firmware", name);

/** Builds build/firmware; false, with nothing done, where the tools are missing. */
export async function buildFirmware(sources: Sources): Promise<boolean> {
  const linker = await compileLx106(sources);
  if (!linker) return false;
  mkdirSync(built("firmware"), { recursive: true });
  const { chip, boot, rom } = sources.firmware;
  const link = (name: string, script: string, from: readonly string[]): Promise<void> =>
    linker.link(firmwareFile(`${name}.elf`), firmwareFile(`${name}.map`), at(script), from);
  await link("boot", "firmware/esp8266/boot/link.ld", boot);
  await link("firmware", "firmware/esp8266/link.ld", [...sources.machine, ...sources.board, ...chip]);
  await link("rom", "firmware/boot-rom/link.ld", rom);
  const read = (name: string) => readElf(new Uint8Array(readFileSync(firmwareFile(name))), name);
  const { version } = JSON.parse(readFileSync(at("package.json"), "utf8")) as { version: string };
  writeFileSync(firmwareFile("boot.bin"), bootOfElf(read("boot.elf"), "boot.elf"));
  const firmware = firmwareOfElf(read("firmware.elf"), "firmware.elf", { version, prelude: prelude.buildId });
  writeFileSync(firmwareFile("firmware.bin"), firmware);
  const { flash, iram, hot, staticRam, arenas } = firmwareSizes();
  console.error(`nanopy: firmware: ${flash} bytes of flash, ${iram} of iram (the loop ${hot}), ${staticRam} of static RAM, ${arenas} for arenas`);
  return true;
}

export interface FirmwareSizes {
  /** Bytes of firmware.bin. */
  readonly flash: number;
  /** Of the firmware in iram, the ring of its UART among them. */
  readonly iram: number;
  /** Of that what the interpreter's loop executes often. */
  readonly hot: number;
  /** Data of machine, board and port. */
  readonly staticRam: number;
  /** What is left for arenas. */
  readonly arenas: number;
}

/** What the last build takes, out of its files. */
export function firmwareSizes(): FirmwareSizes {
  const map = readFileSync(firmwareFile("firmware.map"), "utf8");
  const section = (name: string): number => Number(new RegExp(`^\\${name}\\s+0x[0-9a-f]+\\s+(0x[0-9a-f]+)`, "m").exec(map)?.[1] ?? 0);
  const symbol = (name: string): number => Number(new RegExp(`(0x[0-9a-f]+)\\s+${name} = `).exec(map)?.[1]);
  return {
    flash: readFileSync(firmwareFile("firmware.bin")).length,
    iram: section(".iram") + section(".iram_words"),
    hot: symbol("_hot_end") - symbol("_hot_start"),
    staticRam: section(".data") + section(".bss"),
    arenas: symbol("_stack_limit") - symbol("_arena_start"),
  };
}
