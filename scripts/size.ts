/**
 * `npm run size [-- --json]`: text, rodata, data and bss of the lx106 build by module, out of the link map, so that what the
 * linker left out does not count. What only the test runner needs (`.far`, QEMU's extra memory) is no part of it.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { buildTargets } from "./build.js";
import { lx106Map } from "./build/lx106.js";
import { loadSources, moduleName } from "./build/sources.js";

const kinds = ["text", "rodata", "data", "bss"] as const;
type Sizes = Record<(typeof kinds)[number], number>;

/** The output sections of firmware/qemu-lx106/link.ld, and what they count as. */
const sections: Record<string, keyof Sizes> = { ".iram": "text", ".text": "text", ".rodata": "rodata", ".data": "data", ".bss": "bss" };

const none = (): Sizes => ({ text: 0, rodata: 0, data: 0, bss: 0 });

/** Adds up the map's lines ` .section 0xaddress 0xsize file`, by file. */
function readMap(map: string): Map<string, Sizes> {
  const byFile = new Map<string, Sizes>();
  const layout = map.slice(map.indexOf("Linker script and memory map"));
  let kind: keyof Sizes | undefined;
  /* A long section name stands on a line of its own; joined here with the line behind it. */
  for (const line of layout.replace(/^( ?[.*]\S+)\n\s+(?=0x)/gm, "$1 ").split("\n")) {
    const output = /^(\.\S+)/.exec(line)?.[1];
    if (output) kind = sections[output];
    const input = /^ (\S+)\s+0x[0-9a-f]+\s+0x([0-9a-f]+)(?:\s+(\S.*))?$/.exec(line);
    if (!kind || !input) continue;
    const [, , size, file] = input;
    const name = file ?? "(padding)";
    const sizes = byFile.get(name) ?? none();
    sizes[kind] += Number.parseInt(size!, 16);
    byFile.set(name, sizes);
  }
  return byFile;
}

/** `…/objects/lx106/heap.c-0123.o` is the module of heap.c; `…/libc.a(memcpy.o)` is `libc`. */
function moduleOf(file: string, sources: string[]): string {
  const library = /(lib\w+)\.a\(/.exec(file)?.[1];
  if (library) return library;
  const name = basename(file).replace(/-[0-9a-f]+\.o$/, "");
  const source = sources.find((path) => basename(path) === name);
  return source ? moduleName(source) : name;
}

const leftOut = await buildTargets(["lx106"]);
if (leftOut.length > 0) {
  console.error(`nanopy: ${leftOut.join("\n")}`);
  process.exit(2);
}
const { machine, runner, port } = loadSources();
const sources = [...machine, ...runner, ...port.lx106];
const modules: Record<string, Sizes> = {};
const total = none();
for (const [file, sizes] of readMap(readFileSync(lx106Map(), "utf8"))) {
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
  const row = (name: string, values: (number | string)[]): string => name.padEnd(40) + values.map((value) => String(value).padStart(9)).join("");
  console.log(row("module", [...kinds]));
  for (const [name, sizes] of [...rows, ["total", total] as const]) console.log(row(name, kinds.map((kind) => sizes[kind])));
}
