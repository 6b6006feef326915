/** Reads `runtime-c/sources.json`, the one list of sources out of which every C home is built. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { at, root } from "./paths.js";

export type HomeName = "native" | "wasm" | "lx106";

export interface Sources {
  /** Absolute include folders. */
  include: string[];
  /** Absolute paths: the machine alone, the runner, and each home's port. */
  machine: string[];
  runner: string[];
  port: Record<HomeName, string[]>;
  /** What makes a board of the machine, and its ports. */
  board: string[];
  boardPort: Record<HomeName, string[]>;
  /** What programs with devices have in common, and the simulated pins: parts of every port above. */
  devices: string[];
  /** The ESP8266: the firmware's part beside machine and board, its boot loader, and the stand-in for the chip's ROM. */
  firmware: Record<"chip" | "boot" | "rom", string[]>;
  /** The ESP8266 with Wi-Fi: its network, and its part on Espressif's SDK. */
  wifi: Record<"net" | "port", string[]>;
  /** Files compiled for speed on lx106, and files of the machine that load bytes and half-words from RAM alone. */
  speed: Set<string>;
  /** Functions with a hot part, by their files. */
  hot: Map<string, string>;
  /** Files of machine and board whose code stays in one piece. */
  straight: Set<string>;
  ramBytes: Set<string>;
}

export function loadSources(): Sources {
  const list = JSON.parse(readFileSync(at("runtime-c/sources.json"), "utf8"));
  const named = (names: string[]) =>
    new Set(
      names.map((name) => {
        if (!existsSync(at(name))) throw new Error(`runtime-c/sources.json names ${name}, which is not there`);
        return at(name);
      }),
    );
  const devices = expand([...list.devices, ...list.pins]);
  return {
    include: list.include.map((folder: string) => at(folder)),
    machine: expand(list.machine),
    runner: expand(list.runner),
    port: homes(list.port, devices),
    board: expand(list.board),
    boardPort: homes(list.boardPort, devices),
    devices,
    wifi: { net: expand(list.wifi.net), port: expand(list.wifi.port) },
    firmware: { chip: expand(list.firmware.chip), boot: expand(list.firmware.boot), rom: expand(list.firmware.rom) },
    speed: named(list.lx106.speed),
    hot: new Map(Object.entries<string>(list.lx106.hot).map(([name, its]) => [at(name), its])),
    straight: named(list.lx106.straight),
    ramBytes: named(list.lx106.ramBytes),
  };
}

const homes = (list: Record<HomeName, string[]>, devices: string[]): Record<HomeName, string[]> => ({
  native: [...expand(list.native), ...devices],
  wasm: [...expand(list.wasm), ...devices],
  lx106: [...expand(list.lx106), ...devices],
});

/** The sources of both programs of a home. */
export const allSources = (sources: Sources, home: HomeName): string[] => [
  ...new Set([...sources.machine, ...sources.runner, ...sources.port[home], ...sources.board, ...sources.boardPort[home]]),
];

/** The objects of some of the sources; `objects` are those of `all`, in their order. */
export const objectsOf = (objects: string[], all: string[], some: string[]): string[] => some.map((source) => objects[all.indexOf(source)]!);

/** Turns folders into the C and assembler files in them. */
function expand(entries: string[]): string[] {
  return entries.flatMap((entry) => {
    const path = at(entry);
    if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .filter((name) => /\.[cS]$/.test(name))
      .sort()
      .map((name) => join(path, name));
  });
}

/** The name of a source's module in reports: its path in the repository. */
export const moduleName = (source: string): string => (source.startsWith(root) ? source.slice(root.length + 1) : source);
