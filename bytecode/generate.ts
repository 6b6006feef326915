/**
 * Turns the contract (opcodes.def, symbols.def, builtins.def, entries.def, the version numbers of np.h) into what C and TypeScript
 * import: build/generated/opcodes.ts, builtins.ts, entries.ts, arena.ts, errors.ts, link.ts, devices.ts, np_tables.h, np_natives.c, np_entries.c,
 * np_errors.h and np_link.h.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { devicesModule } from "./generate-devices.js";
import { linkHeader, linkModule, readLink } from "./generate-link.js";
import { readRows } from "./rows.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface OpcodeRow {
  readonly name: string;
  readonly code: number;
  readonly format: string;
  readonly returnKind: string;
  readonly flow: string;
  readonly reads: string;
  readonly writes: string;
  readonly meaning: string;
}

interface TypeRow {
  readonly number: number;
  readonly suffix: string;
  readonly name: string;
  readonly base: number;
}

interface BuiltinRow {
  readonly number: number;
  readonly kind: "function" | "method" | "new";
  readonly suffix: string;
  /** The number of the type that a method or `new` belongs to; -1 for a function. */
  readonly type: number;
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

interface EntryRow {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly isGenerator: boolean;
}

interface Contract {
  readonly opcodes: OpcodeRow[];
  /** Names of the machine's symbols, by number. */
  readonly symbols: string[];
  /** C suffixes of those that C code names, by number; null for the others. */
  readonly suffixes: (string | null)[];
  /** The prelude's own symbols begin there. */
  readonly reserved: number;
  readonly entries: EntryRow[];
  readonly linked: string[];
  /** So many of them every prelude has. */
  readonly baseEntries: number;
  readonly types: TypeRow[];
  readonly builtins: BuiltinRow[];
  /** Methods of types that are another type's. */
  readonly also: { readonly type: number; readonly number: number }[];
  readonly versions: { abi: number; image: number; snapshot: number };
}

/** Operand kinds in np_op_info, by the letter of the format. */
const OPERAND_KINDS: Readonly<Record<string, [number, string]>> = {
  "-": [0, "NONE"],
  r: [1, "REGISTER"],
  k: [2, "CONSTANT"],
  i: [3, "UNSIGNED"],
  s: [4, "SIGNED"],
  j: [5, "JUMP8"],
  f: [6, "CAPTURE"],
  p: [7, "PRELUDE"],
  g: [8, "GLOBAL8"],
  b: [9, "BUILTIN"],
  t: [10, "EXCEPTION"],
  K: [11, "CONSTANT16"],
  G: [12, "GLOBAL16"],
  S: [13, "SIGNED16"],
  J: [14, "JUMP16"],
  L: [15, "JUMP24"],
};
const RETURN_KINDS = ["NONE", "A", "DROP", "BRANCH", "ITER", "SEND", "UNPACK", "REDO"];
const FLOWS = ["LINE", "JUMP", "END", "CALL"];

/** Reads the contract out of the repository at `folder`. */
export function readContract(folder = root): Contract {
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const opcodes = readRows(read("bytecode/opcodes.def")).map(({ args }, code): OpcodeRow => {
    const [name, format, returnKind, flow, reads, writes, meaning] = args as [string, string, string, string, string, string, string];
    return { name, code, format, returnKind, flow, reads, writes, meaning };
  });
  const symbolRows = readRows(read("bytecode/symbols.def"));
  const reserved = Number(symbolRows.find(({ macro }) => macro === "RESERVED")!.args[0]);
  const named = symbolRows.filter(({ macro }) => macro !== "RESERVED");
  const suffixes = named.map(({ macro, args }) => (macro === "SYMBOL" ? args[0]! : null));
  const symbols = named.map(({ args }) => args.at(-1)!);
  if (new Set(symbols).size !== symbols.length) throw new Error("symbols.def: a name stands there twice");
  if (symbols.length > reserved) throw new Error(`symbols.def: more than the ${reserved} symbols that are reserved`);
  const need = (name: string): void => {
    if (!symbols.includes(name)) throw new Error(`symbols.def lacks the name ${name} of builtins.def: append NAME("${name}")`);
  };
  const types: TypeRow[] = [];
  const builtins: BuiltinRow[] = [];
  const also: Contract["also"] = [];
  const numberOfType = (suffix: string): number => {
    const type = types.find((candidate) => candidate.suffix === suffix);
    if (!type) throw new Error(`builtins.def: no type ${suffix} before its use`);
    return type.number;
  };
  for (const { macro, args } of readRows(read("bytecode/builtins.def"))) {
    const number = builtins.length;
    if (macro === "TYPE") {
      const [suffix = "", name = "", base = ""] = args;
      types.push({ number: types.length, suffix, name, base: base === suffix ? types.length : numberOfType(base) });
      need(name);
    } else if (macro === "FUNC") {
      const [suffix = "", name = "", least, most] = args;
      builtins.push({ number, kind: "function", suffix, type: -1, name, least: Number(least), most: Number(most) });
      if (!name.startsWith("_")) need(name);
    } else if (macro === "METHOD") {
      const [type = "", suffix = "", name = "", least, most] = args;
      builtins.push({ number, kind: "method", suffix, type: numberOfType(type), name, least: Number(least), most: Number(most) });
      need(name);
    } else if (macro === "NEW") {
      const [type = "", least, most] = args;
      builtins.push({
        number,
        kind: "new",
        suffix: type,
        type: numberOfType(type),
        name: "__new__",
        least: Number(least),
        most: Number(most),
      });
    } else if (macro === "ALSO") {
      const [type = "", of = "", name = ""] = args;
      const found = builtins.find((row) => row.kind === "method" && row.type === numberOfType(of) && row.name === name);
      if (!found) throw new Error(`builtins.def: ${of} has no method ${name}`);
      also.push({ type: numberOfType(type), number: found.number });
    } else throw new Error(`builtins.def: no row is called ${macro}`);
  }

  const entryRows = readRows(read("bytecode/entries.def"));
  const baseEntries = entryRows.findIndex(({ macro }) => macro === "BASE");
  if (baseEntries < 0) throw new Error("entries.def has no BASE()");
  const isEntry = ({ macro }: { macro: string }): boolean => macro === "ENTRY";
  const entries = entryRows.filter(isEntry).map(({ args: [name = "", least, most, kind] }): EntryRow => {
    if (kind !== "PLAIN" && kind !== "GENERATOR") throw new Error(`entries.def: ${name} is no ${kind}`);
    return { name, least: Number(least), most: Number(most), isGenerator: kind === "GENERATOR" };
  });

  const linked = entryRows.filter(({ macro }) => macro === "LINKED").map(({ args: [name = ""] }) => name);

  const header = read("runtime-c/vm/np.h");
  const version = (name: string): number => {
    const match = new RegExp(`#define ${name}\\s+(\\d+)u?`).exec(header);
    if (!match) throw new Error(`np.h does not define ${name}`);
    return Number(match[1]);
  };
  const versions = { abi: version("NP_ABI_VERSION"), image: version("NP_IMAGE_VERSION"), snapshot: version("NP_SNAPSHOT_VERSION") };
  return { opcodes, symbols, suffixes, reserved, entries, linked, baseEntries, types, builtins, also, versions };
}

const NOTE = "Generated by bytecode/generate.ts out of the .def files of bytecode.";

function opcodesModule({ opcodes, versions }: Contract): string {
  return `// ${NOTE}

export const abiVersion = ${versions.abi};
export const imageVersion = ${versions.image};
export const snapshotVersion = ${versions.snapshot};

export type OpName =
${opcodes.map((row) => `  | ${JSON.stringify(row.name)}`).join("\n")};

export interface Opcode {
  readonly name: OpName;
  readonly code: number;
  /** One letter an operand, as opcodes.def explains. */
  readonly format: string;
  readonly returnKind: ${RETURN_KINDS.map((kind) => JSON.stringify(kind)).join(" | ")};
  readonly flow: ${FLOWS.map((flow) => JSON.stringify(flow)).join(" | ")};
  readonly reads: string;
  readonly writes: string;
  readonly meaning: string;
}

/** All opcodes, by code. */
export const opcodes: readonly Opcode[] = [
${opcodes.map((row) => `  ${JSON.stringify(row)},`).join("\n")}
];

export const opcodeByName: { readonly [name in OpName]: Opcode } = Object.fromEntries(
  opcodes.map((row) => [row.name, row]),
) as { [name in OpName]: Opcode };
`;
}

function builtinsModule({ symbols, reserved, types, builtins, also }: Contract): string {
  return `// ${NOTE}

/** Names of the machine's symbols, by number. */
export const builtinSymbols: readonly string[] = [
${symbols.map((name) => `  ${JSON.stringify(name)},`).join("\n")}
];

/** The prelude's own symbols begin with this number. */
export const reservedSymbols = ${reserved};

export interface BuiltinType {
  readonly number: number;
  readonly suffix: string;
  readonly name: string;
  /** The number of its base; its own for object. */
  readonly base: number;
}

export const builtinTypes: readonly BuiltinType[] = [
${types.map((row) => `  ${JSON.stringify(row)},`).join("\n")}
];

export interface Builtin {
  readonly number: number;
  readonly kind: "function" | "method" | "new";
  readonly suffix: string;
  /** The number of the type that a method or \`new\` belongs to; -1 for a function. */
  readonly type: number;
  readonly name: string;
  readonly least: number;
  /** 255: any number. */
  readonly most: number;
}

export const builtins: readonly Builtin[] = [
${builtins.map((row) => `  ${JSON.stringify(row)},`).join("\n")}
];

/** Methods of builtin types that are natives of another type's: the type's number, the native's. */
export const sharedMethods: readonly { readonly type: number; readonly number: number }[] = ${JSON.stringify(also)};
`;
}

function entriesModule({ entries, linked }: Contract): string {
  return `// ${NOTE}

/** A function of the prelude that the machine calls, with \`least\` to \`most\` positional arguments. */
export interface Entry {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly isGenerator: boolean;
}

/** In the order of their numbers in the prelude's function table. */
export const entries: readonly Entry[] = [
${entries.map((row) => `  ${JSON.stringify(row)},`).join("\n")}
];

/** Functions of the library that the machine calls where an image has them, in the order of their numbers. */
export const linkedEntries: readonly string[] = ${JSON.stringify(linked)};
`;
}

/** np_entries.c: what the verifier asks of the entries of a prelude. */
function entriesSource({ entries }: Contract): string {
  return `/* ${NOTE} */
#include "np_tables.h"

const uint32_t np_entries[NP_P_COUNT] = {
${entries.map((row) => `    ${row.least}u | ${row.most}u << 8 | ${row.isGenerator ? 1 : 0}u << 16, /* ${row.name} */`).join("\n")}
};
`;
}

/** The C function behind a builtin. */
export function nativeName(builtin: { kind: string; suffix: string; type: number }, types: readonly { suffix: string }[]): string {
  if (builtin.kind === "new") return `np_new_${builtin.suffix}`;
  if (builtin.kind === "method") return `np_m_${types[builtin.type]!.suffix}_${builtin.suffix}`;
  return `np_b_${builtin.suffix}`;
}

/** One word an opcode; tablesHeader says what the bits are. */
function packOpcode(row: OpcodeRow): number {
  const letters = [...row.format.padEnd(3, "-")];
  const kinds = letters.map((letter) => {
    const kind = OPERAND_KINDS[letter];
    if (!kind) throw new Error(`${row.name}: no operand kind ${letter}`);
    return kind[0];
  });
  const returnKind = RETURN_KINDS.indexOf(row.returnKind);
  const flow = FLOWS.indexOf(row.flow);
  if (returnKind < 0 || flow < 0) throw new Error(`${row.name}: no return kind ${row.returnKind} or flow ${row.flow}`);
  const reads = row.reads.split(" ");
  const writes = row.writes.split(" ");
  const flags = [
    reads.includes("A") || reads.includes("A+"),
    reads.includes("B") || reads.includes("B+"),
    reads.includes("C"),
    writes.includes("A") || writes.includes("A+"),
    writes.includes("B"),
    reads.includes("A+") || writes.includes("A+"),
    reads.includes("B+"),
  ];
  const bits = flags.reduce((sum, flag, index) => sum | (flag ? 1 << index : 0), 0);
  return kinds[0]! | (kinds[1]! << 4) | (kinds[2]! << 8) | (returnKind << 12) | (flow << 16) | (bits << 20);
}

function tablesHeader({ opcodes, symbols, suffixes, reserved, entries, linked, baseEntries, types, builtins, versions }: Contract): string {
  const enumeration = (entries: string[]) => `enum {\n${entries.map((entry, index) => `    ${entry} = ${index},`).join("\n")}\n};`;
  const builtinName = (row: BuiltinRow) => {
    if (row.kind === "new") return `NP_B_new_${row.suffix}`;
    return row.kind === "method" ? `NP_B_${types[row.type]!.suffix}_${row.suffix}` : `NP_B_${row.suffix}`;
  };
  const info = opcodes.map((row) => `0x${packOpcode(row).toString(16).padStart(8, "0")}u /* ${row.name} */`);
  return `/* ${NOTE} */
#ifndef NP_TABLES_H
#define NP_TABLES_H

#include <stdint.h>

#if defined(NP_ABI_VERSION) && NP_ABI_VERSION != ${versions.abi}u
#error "np_tables.h is older than np.h"
#endif

/* opcodes, by code */
${enumeration([...opcodes.map((row) => `NP_OP_${row.name}`), "NP_OP_COUNT"])}

/* symbols.def */
enum {
${suffixes.flatMap((suffix, number) => (suffix === null ? [] : [`    NP_SYM_${suffix} = ${number},`])).join("\n")}
};
#define NP_SYMBOLS ${symbols.length}u /* that this machine has */
#define NP_SYMBOLS_RESERVED ${reserved}u /* the prelude's own begin there */

/* entries.def: functions of the prelude, by their numbers in its function table */
${enumeration([...entries.map((row) => `NP_P_${row.name}`), "NP_P_COUNT"])}
#define NP_P_LINKED 256u /* from there on: functions that the program's image may have */
enum {
${linked.map((name, index) => `    NP_P_${name} = ${256 + index},`).join("\n")}
    NP_P_LINKED_END = ${256 + linked.length}
};
#define NP_P_BASE ${baseEntries}u /* so many of them every prelude has */
extern const uint32_t np_entries[NP_P_COUNT]; /* least arguments, most << 8, a generator << 16 */

/* builtin types, and the builtins: functions, methods and what calling a type does */
${enumeration([...types.map((row) => `NP_T_${row.suffix}`), "NP_TYPE_COUNT"])}
${enumeration([...builtins.map(builtinName), "NP_BUILTIN_COUNT"])}

/* What is to be known of an opcode, in one word:
 *   bits 0-3, 4-7, 8-11  kind of operand A, B, C (a wide one stands where it begins, the rest is NONE)
 *   bits 12-15 return kind   16-17 flow
 *   bit 20 reads A   21 reads B   22 reads C   23 writes A   24 writes B   25 A begins a run   26 B begins a run of reads
 * \`const uint32_t np_op_info[NP_OP_COUNT] = NP_OP_INFO;\` */
#define NP_OP_INFO { \\
${info.map((entry) => `    ${entry}, \\`).join("\n")}
}
#define NP_INFO_A(info) ((info) & 15u)
#define NP_INFO_B(info) ((info) >> 4 & 15u)
#define NP_INFO_C(info) ((info) >> 8 & 15u)
#define NP_INFO_RETURN(info) ((info) >> 12 & 15u)
#define NP_INFO_FLOW(info) ((info) >> 16 & 3u)
#define NP_INFO_READS_A(info) ((info) >> 20 & 1u)
#define NP_INFO_READS_B(info) ((info) >> 21 & 1u)
#define NP_INFO_READS_C(info) ((info) >> 22 & 1u)
#define NP_INFO_WRITES_A(info) ((info) >> 23 & 1u)
#define NP_INFO_WRITES_B(info) ((info) >> 24 & 1u)
#define NP_INFO_RUN_A(info) ((info) >> 25 & 1u)
#define NP_INFO_RUN_B(info) ((info) >> 26 & 1u)
${enumeration(Object.values(OPERAND_KINDS).map(([, name]) => `NP_OPERAND_${name}`))}
${enumeration(RETURN_KINDS.map((kind) => `NP_RETURN_${kind}`))}
${enumeration(FLOWS.map((flow) => `NP_FLOW_${flow}`))}

/* np_natives.c: the C function of each builtin. It finds its n arguments in the registers from \`at\` of the current frame. */
struct np_vm;
typedef uint32_t (*np_native)(struct np_vm *vm, uint32_t at, uint32_t n);
typedef struct {
    np_native call;
    uint32_t arity; /* least | most << 8 | symbol of its name << 16; most = 255: any number */
} np_native_entry;
extern const np_native_entry np_natives[NP_BUILTIN_COUNT];

/* Each type's base, and the symbol of its name. Words, so that they can stay in flash; np_whole (value.h) has them read as such. */
extern const uint32_t np_types[NP_TYPE_COUNT];
#define NP_TYPE_BASE(type) (np_whole(np_types[type]) & 0xFFFFu)
#define NP_TYPE_NAME(type) (np_whole(np_types[type]) >> 16)

#endif
`;
}

/** np_natives.c: natives and types. The names of the prelude's own natives are never seen. */
function nativesSource({ symbols, types, builtins }: Contract): string {
  const names = builtins.map((row) => nativeName(row, types));
  const symbolOf = (row: (typeof builtins)[number]): number =>
    Math.max(0, symbols.indexOf(row.kind === "new" ? types[row.type]!.name : row.name));
  return `/* ${NOTE} */
#include "np_tables.h"

${names.map((name) => `uint32_t ${name}(struct np_vm *vm, uint32_t at, uint32_t n);`).join("\n")}

const np_native_entry np_natives[NP_BUILTIN_COUNT] = {
${builtins.map((row, index) => `    {${names[index]}, ${row.least}u | ${row.most}u << 8 | ${symbolOf(row)}u << 16},`).join("\n")}
};

const uint32_t np_types[NP_TYPE_COUNT] = {
    ${types.map((type) => `${type.base}u | ${symbols.indexOf(type.name)}u << 16`).join(", ")},
};
`;
}

/** The word index of each field of the arena's header, as runtime-c/vm/state.h lays it out. */
function arenaModule(folder: string): string {
  const text = readFileSync(join(folder, "runtime-c/vm/state.h"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const body = /typedef struct \{([^}]*)\}\s*np_arena_header;/.exec(text)?.[1];
  if (body === undefined) throw new Error("state.h has no np_arena_header");
  const lengthOf = (bound: string): number => {
    const value = /^\d+$/.test(bound) ? bound : new RegExp(`#define ${bound}\\s+(\\d+)`).exec(text)?.[1];
    if (value === undefined) throw new Error(`state.h: how many is ${bound}?`);
    return Number(value);
  };
  const fields: string[] = [];
  let offset = 0;
  for (const [, , name, bound] of body.matchAll(/(uint32_t|int32_t|np_value)\s+(\w+)(?:\[(\w+)\])?;/g)) {
    fields.push(`  ${name}: ${offset},`);
    offset += bound === undefined ? 1 : lengthOf(bound);
  }
  return `// Generated by bytecode/generate.ts out of runtime-c/vm/state.h.

/** The word index of each field of the arena's header. */
export const arenaHeader = {
${fields.join("\n")}
} as const;

export const arenaHeaderWords = ${offset};
`;
}

/** np_errors.h: the numbers as C functions return them. */
function errorsHeader(folder: string): string {
  const rows = readRows(readFileSync(join(folder, "bytecode/errors.def"), "utf8"));
  const width = Math.max(...rows.map(({ args }) => args[1]!.length));
  const lines = rows.map(({ args: [number, name = "", meaning] }) => `#define NP_E_${name.padEnd(width)} (-${number}) /* ${meaning} */`);
  return `/* ${NOTE} */
#ifndef NP_ERRORS_H
#define NP_ERRORS_H

${lines.join("\n")}

#endif
`;
}

/** errors.ts: the same table for the host. */
function errorsModule(folder: string): string {
  const rows = readRows(readFileSync(join(folder, "bytecode/errors.def"), "utf8")).map(({ args: [number, name, meaning] }) => ({
    number: Number(number),
    name: name!,
    meaning,
  }));
  const numbers = Object.fromEntries(rows.map(({ number, name }) => [name, number]));
  return `// ${NOTE}
/** Statuses are these numbers, negative. */
export const errors: readonly { number: number; name: string; meaning: string }[] = ${JSON.stringify(rows, null, 1)};

/** The same by name. */
export const ErrorNumber = ${JSON.stringify(numbers, null, 1)} as const;
`;
}

/** Writes a file only when its content changes, so that nothing is built again for nothing. */
export function writeIfChanged(path: string, content: string): void {
  let old: string | null = null;
  try {
    old = readFileSync(path, "utf8");
  } catch {
    // It is not there yet.
  }
  if (old === content) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** The C files of build/generated, all of which are compiled. */
const C_FILES = new Set(["np_natives.c", "np_entries.c", "prelude.c"]);

/** Generates everything that needs only the contract. */
export function generateTables(folder = root): void {
  const contract = readContract(folder);
  const generated = join(folder, "build", "generated");
  mkdirSync(generated, { recursive: true });
  // What an older state of the sources left there would be compiled, too.
  for (const name of readdirSync(generated)) if (name.endsWith(".c") && !C_FILES.has(name)) rmSync(join(generated, name));
  writeIfChanged(join(generated, "opcodes.ts"), opcodesModule(contract));
  writeIfChanged(join(generated, "builtins.ts"), builtinsModule(contract));
  writeIfChanged(join(generated, "np_tables.h"), tablesHeader(contract));
  writeIfChanged(join(generated, "np_natives.c"), nativesSource(contract));
  writeIfChanged(join(generated, "entries.ts"), entriesModule(contract));
  writeIfChanged(join(generated, "np_entries.c"), entriesSource(contract));
  writeIfChanged(join(generated, "np_errors.h"), errorsHeader(folder));
  writeIfChanged(join(generated, "errors.ts"), errorsModule(folder));
  writeIfChanged(join(generated, "arena.ts"), arenaModule(folder));
  writeIfChanged(join(generated, "devices.ts"), devicesModule(folder));
  const link = readLink(folder);
  writeIfChanged(join(generated, "np_link.h"), linkHeader(link));
  writeIfChanged(join(generated, "link.ts"), linkModule(link));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateTables();
