/** The ESP8266's firmware with Wi-Fi, on Espressif's NONOS SDK, which is not ours to ship: the environment says where it is. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Place } from "../../build/generated/layout.js";
import { prelude } from "../../build/generated/prelude.js";
import { readElf } from "../../host/firmware/elf.js";
import { firmwareOfElf } from "../../host/firmware/firmware.js";
import { BuildError, run } from "./command.js";
import { IncludeScanner, sha256 } from "./content.js";
import { firmwareFile } from "./firmware.js";
import { layoutScript, romScript } from "./layout.js";
import { lx106Compiler, lx106Flags } from "./lx106.js";
import { compile, whenChanged } from "./objects.js";
import { at, built } from "./paths.js";
import type { Sources } from "./sources.js";

/** The environment's variable that names the SDK's folder. */
export const sdkVariable = "ESP8266_NONOS_SDK";

const script = at("firmware/esp8266/wifi/link.ld");
const libraries = ["gcc", "hal", "phy", "pp", "net80211", "lwip", "wpa", "crypto", "main", "driver"];
/** Of each kind one that shows what is there. */
const needed = ["include/user_interface.h", "third_party/include/lwip/tcp.h", "ld/eagle.rom.addr.v6.ld", ...libraries.map((name) => `lib/lib${name}.a`)];

export const howToGetSdk = `the ESP8266's firmware with Wi-Fi needs Espressif's NONOS SDK 3.0.x, which comes under a licence of its own:
  git clone --branch v3.0.6 https://github.com/espressif/ESP8266_NONOS_SDK, and name its folder in ${sdkVariable}`;

export const wifiFirmware = (): string => firmwareFile("wifi.bin");
export const wifiElf = (): string => firmwareFile("wifi.elf");
export const wifiMap = (): string => firmwareFile("wifi.map");

/** The folder that the environment names; undefined where it names none. Throws a BuildError where that is no SDK of version 3. */
export function findSdk(): string | undefined {
  const folder = process.env[sdkVariable];
  if (!folder) return undefined;
  const missing = needed.find((path) => !existsSync(join(folder, path)));
  if (missing) throw new BuildError(`${sdkVariable}=${folder} is no NONOS SDK: it has no ${missing}`);
  const interfaces = readFileSync(join(folder, "include/user_interface.h"), "utf8");
  if (!interfaces.includes("system_partition_table_regist"))
    throw new BuildError(`${sdkVariable}=${folder} is older than version 3.0: it has no table of partitions`);
  return folder;
}

/** Builds build/firmware/wifi.bin; false, with nothing done, where there is no SDK or no compiler. */
export async function buildWifi(sources: Sources): Promise<boolean> {
  const sdk = findSdk();
  const compiler = lx106Compiler();
  if (!sdk || !compiler) return false;
  mkdirSync(built("firmware"), { recursive: true });
  const { port, net } = sources.wifi;
  const all = [...sources.machine, ...sources.board, ...sources.devices, ...net, ...port];
  const inRam = (source: string): boolean => sources.ramBytes.has(source) || sources.speed.has(source);
  const headers = ["third_party/include", "include"].flatMap((folder) => ["-isystem", join(sdk, folder)]);
  const withSdk = new Set([...port, ...net]);
  const objects = await compile(compiler.command, {
    variant: "wifi",
    identity: `${compiler.identity} ${sdk}`,
    include: [...sources.include, at("firmware/esp8266"), at("firmware/esp8266/wifi")],
    sources: all,
    flags: (source) => [
      ...lx106Flags(sources, source, !inRam(source)),
      "-mlongcalls",
      "-DNP_LINK_RING=1100u",
      "-DNP_CRC_IN_FLASH",
      ...(withSdk.has(source) ? ["-std=gnu11", "-DNP_NONOS_SDK", "-DICACHE_FLASH", "-DLWIP_OPEN_SRC", ...headers] : []),
    ],
  });
  const scripts = [script, layoutScript(), romScript()].map((path) => new IncludeScanner([]).hash(path));
  await whenChanged(wifiElf(), sha256(compiler.identity, sdk, ...scripts, ...objects), async () => {
    await run(compiler.command, [
      ..."-nostdlib -Wl,--no-check-sections -Wl,--gc-sections".split(" "),
      ...[`-Wl,-Map=${wifiMap()}`, "-T", script, `-L${join(sdk, "ld")}`, `-L${join(sdk, "lib")}`, `-L${built("generated")}`],
      ...objects,
      ...["-Wl,--start-group", ...libraries.map((name) => `-l${name}`), "-Wl,--end-group", "-o", wifiElf()],
    ]);
  });
  const { version } = JSON.parse(readFileSync(at("package.json"), "utf8")) as { version: string };
  const elf = readElf(new Uint8Array(readFileSync(wifiElf())), "wifi.elf");
  writeFileSync(wifiFirmware(), firmwareOfElf(elf, "wifi.elf", { version, prelude: prelude.buildId }));
  const { flash, iram, staticRam, ownRam, arenas, heap } = wifiSizes();
  console.error(
    `nanopy: firmware with Wi-Fi: ${flash} bytes of flash, ${iram} of iram, ${staticRam} of static RAM (ours ${ownRam}), ${arenas} for arenas, ${heap} for the SDK's heap`,
  );
  return true;
}

export interface WifiSizes {
  /** Bytes of wifi.bin. */
  readonly flash: number;
  readonly iram: number;
  /** Of data and bss in DRAM, and what of that is not the SDK's. */
  readonly staticRam: number;
  readonly ownRam: number;
  readonly arenas: number;
  /** What the SDK has left to allocate. */
  readonly heap: number;
}

/** Of what was built last. */
export function wifiSizes(): WifiSizes {
  const map = readFileSync(wifiMap(), "utf8");
  const symbol = (name: string): number => {
    const found = new RegExp(`0x([0-9a-f]+)\\s+${name} = `).exec(map);
    if (!found) throw new BuildError(`${wifiMap()} has no ${name}: build it again`);
    return Number.parseInt(found[1]!, 16);
  };
  const bss = /^\.bss\s+0x[0-9a-f]+\s+0x([0-9a-f]+)/m.exec(map.slice(map.indexOf("Linker script and memory map")));
  const own = map.matchAll(/^ \.(?:bss|data)\S*\s+0x0*3ff[0-9a-f]{5}\s+0x([0-9a-f]+) \S+objects\/wifi\//gm);
  return {
    flash: statSync(wifiFirmware()).size,
    iram: symbol("_text_end") - symbol("_text_start"),
    staticRam: symbol("_rodata_end") - symbol("_data_start") + Number.parseInt(bss?.[1] ?? "0", 16),
    ownRam: [...own].reduce((sum, [, size]) => sum + Number.parseInt(size!, 16), 0),
    arenas: symbol("_arena_end") - symbol("_arena_start"),
    heap: Place.DRAM_END - symbol("_heap_start"),
  };
}
