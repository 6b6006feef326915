/**
 * `npm run size [-- --board] [--json]`: text, rodata, data and bss of the lx106 build by module, out of the link map, so that what the
 * linker left out does not count: of the runner, or of the board. What only the test runner needs (`.far`, QEMU's extra memory) is no part of it. Arenas are
 * none: they take what RAM is left.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { kinds, none, readMap, type Sizes } from "./build/link-map.js";
import { lx106BoardMap, lx106Map } from "./build/lx106.js";
import { loadSources, moduleName } from "./build/sources.js";

/** `…/objects/lx106/heap.c-0123.o` is the module of heap.c; `…/libc.a(memcpy.o)` is `libc`. */
function moduleOf(file: string, sources: string[]): string {
  const library = /(lib\w+)\.a\(/.exec(file)?.[1];
  if (library) return library;
  const name = basename(file).replace(/-[0-9a-f]+\.o$/, "");
  const source = sources.find((path) => basename(path) === name);
  return source ? moduleName(source) : name;
}

const ofBoard = process.argv.includes("--board");
const map = ofBoard ? lx106BoardMap() : lx106Map();
if (!existsSync(map)) {
  console.error("nanopy: there is no lx106 build to measure");
  process.exit(2);
}
const { machine, runner, board, port, boardPort } = loadSources();
const sources = [...machine, ...(ofBoard ? [...board, ...boardPort.lx106] : [...runner, ...port.lx106])];
const modules: Record<string, Sizes> = {};
const total = none();
for (const [file, sizes] of readMap(readFileSync(map, "utf8"))) {
  modules[moduleOf(file, sources)] ??= none();
  for (const kind of kinds) {
    modules[moduleOf(file, sources)]![kind] += sizes[kind];
    total[kind] += sizes[kind];
  }
}
if (process.argv.includes("--json")) {
  console.log(JSON.stringify({ modules, total }, null, 2));
} else {
  const rows = Object.entries(modules).sort(([, a], [, b]) => b.text + b.rodata - a.text - a.rodata);
  const row = (name: string, values: (number | string)[]): string =>
    name.padEnd(40) + values.map((value) => String(value).padStart(9)).join("");
  console.log(row("module", [...kinds]));
  for (const [name, sizes] of [...rows, ["total", total] as const])
    console.log(
      row(
        name,
        kinds.map((kind) => sizes[kind]),
      ),
    );
}
