/**
 * What the programs for lx106 take, by module and by group, out of their link maps, so that what the linker left out does not count. What only tests need
 * (`.far`, QEMU's extra memory) is no part of it. Arenas are none: they take what RAM is left.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { kinds, none, readMap, type Sizes } from "./link-map.js";
import { at, built } from "./paths.js";
import { loadSources, moduleName } from "./sources.js";

export const programs = ["runner", "board", "firmware"] as const;
export type Program = (typeof programs)[number];

/** In the order in which they are shown. `shared` are the pieces that vm and board have in common (outline.ts). Doubles in software are apart: the chip has them in its ROM. */
export const groups = ["vm", "board", "port", "prelude", "shared", "libc", "doubles", "padding"] as const;
export type Group = (typeof groups)[number];

export interface Measured {
  readonly modules: Readonly<Record<string, Sizes>>;
  readonly groups: Readonly<Partial<Record<Group, Sizes>>>;
  readonly total: Sizes;
}

const maps: Record<Program, () => string> = {
  runner: () => built("lx106", "nanopy.map"),
  board: () => built("lx106", "nanopy-board.map"),
  firmware: () => built("firmware", "firmware.map"),
};

/** The program of the last build; undefined where it was not built. */
export const measureProgram = (program: Program): Measured | undefined => {
  const map = maps[program]();
  return existsSync(map) ? measure(readFileSync(map, "utf8"), sourcesOf(program)) : undefined;
};

function sourcesOf(program: Program): string[] {
  const { machine, runner, port, board, boardPort, firmware } = loadSources();
  if (program === "runner") return [...machine, ...runner, ...port.lx106];
  return [...machine, ...board, ...(program === "board" ? boardPort.lx106 : firmware.chip)];
}

/** What a link map says, the sources of whose objects are known. */
export function measure(map: string, sources: readonly string[]): Measured {
  const modules: Record<string, Sizes> = {};
  const byGroup: Partial<Record<Group, Sizes>> = {};
  const total = none();
  for (const [file, sizes] of readMap(map)) {
    const module = moduleOf(file, sources);
    for (const into of [(modules[module] ??= none()), (byGroup[groupOf(module)] ??= none()), total]) add(into, sizes);
  }
  return { modules, groups: byGroup, total };
}

const add = (to: Sizes, more: Sizes): void => {
  for (const kind of kinds) to[kind] += more[kind];
};

/** `…/objects/lx106/heap.c-0123.o` is the module of heap.c; `…/libc.a(memcpy.o)` is `libc`. */
function moduleOf(file: string, sources: readonly string[]): string {
  const library = /(lib\w+)\.a\(/.exec(file)?.[1];
  if (library) return library;
  const name = basename(file).replace(/-[0-9a-f]+\.o$/, "").replace(/\.c\.s$/, ".c");
  const source = sources.find((path) => basename(path) === name);
  return source ? moduleName(source) : name;
}

function groupOf(module: string): Group {
  if (module === "(padding)") return "padding";
  if (/^lib(c|gcc)/.test(module)) return "libc";
  if (module.endsWith("softdf.c")) return "doubles";
  if (module === "pieces.s") return "shared";
  if (module.endsWith("/prelude.c")) return "prelude";
  if (/^(build|runtime-c\/vm|vm)\//.test(module)) return "vm";
  return module.startsWith("runtime-c/board/") ? "board" : "port";
}

/** What the language takes of flash: the machine, the pieces that it has in common with the board, and the prelude. */
export function coreOf({ groups: byGroup }: Measured): number {
  return (["vm", "shared", "prelude"] as const).reduce((sum, group) => sum + (byGroup[group] ? inFlash(byGroup[group]) : 0), 0);
}

/** Lines of a table: a row a group, and their sum. */
export function summary({ groups: byGroup, total }: Measured): string[] {
  const rows = [...groups.flatMap((group): [string, Sizes][] => (byGroup[group] ? [[group, byGroup[group]]] : [])), ["total", total] as const];
  return [sizeRow("", [...kinds, "flash"]), ...rows.map(([name, sizes]) => sizeRow(name, [...kinds.map((kind) => sizes[kind]), inFlash(sizes)]))];
}

export const inFlash = (sizes: Sizes): number => sizes.text + sizes.rodata + sizes.data;
export const sizeRow = (name: string, values: readonly (number | string)[], width = 10): string =>
  name.padEnd(width) + values.map((value) => String(value).padStart(9)).join("");

/** The history: a row a program and group, the newest last. */
export const historyFile = (): string => at("bench/history/sizes.csv");
export const historyHead = ["date", "commit", "program", "group", ...kinds].join(",");

export const historyRows = (date: string, commit: string, program: Program, { groups: byGroup, total }: Measured): string[] =>
  [...groups, "total" as const].flatMap((group) => {
    const sizes = group === "total" ? total : byGroup[group];
    return sizes ? [[date, commit, program, group, ...kinds.map((kind) => sizes[kind])].join(",")] : [];
  });

/** What was recorded last of a program, all groups together. */
export function lastRecorded(history: string, program: Program): Sizes | undefined {
  const row = history.split("\n").findLast((line) => line.split(",").slice(2, 4).join() === `${program},total`);
  if (!row) return undefined;
  const values = row.split(",").slice(4).map(Number);
  return Object.fromEntries(kinds.map((kind, i) => [kind, values[i] ?? Number.NaN])) as Sizes;
}
