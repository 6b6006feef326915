/** Shows an image as text or JSON: functions, constants, instructions with their meaning. */
import { builtins, builtinTypes } from "../build/generated/builtins.js";
import { type Opcode, opcodes } from "../build/generated/opcodes.js";
import { prelude } from "../build/generated/prelude.js";
import type { DebugFile } from "./debug.js";
import { type FunctionRecord, type Image, type ImageValue, readImage } from "./image-reader.js";
import type { PreludeData } from "./prelude-data.js";

export interface DisassembledInstruction {
  readonly pc: number;
  readonly op: string;
  readonly operands: readonly string[];
  /** Where a jump leads. */
  readonly target?: number;
  /** What it does, with names and constants in place. */
  readonly comment: string;
  readonly line?: number;
}

export interface DisassembledFunction {
  readonly name: string;
  /** Word offset of its record. */
  readonly offset: number;
  readonly signature: string;
  readonly registers: number;
  /** What a call of it makes, or `function`. */
  readonly kind: string;
  readonly file?: string;
  readonly locals: readonly string[];
  readonly captures: readonly string[];
  readonly constants: readonly string[];
  readonly ranges: readonly { start: number; end: number; handler: number; register: number }[];
  readonly instructions: readonly DisassembledInstruction[];
}

export interface Disassembly {
  readonly buildId: string;
  readonly preludeId: string | null;
  readonly bytes: number;
  readonly globals: readonly string[];
  readonly functions: readonly DisassembledFunction[];
  readonly classes: readonly { name: string; offset: number; module: string; methods: string[]; slots: readonly string[] }[];
  readonly modules: readonly { name: string; names: string[] }[];
  /** Methods of builtin types that are the library's functions. */
  readonly methods: readonly string[];
}

/** `data`: the prelude that the image was compiled against; names of any other one are not known. */
export function disassemble(bytes: Uint8Array, debug?: DebugFile, data: PreludeData = prelude): Disassembly {
  const preludeId = Buffer.from(bytes.subarray(24, 32)).toString("hex");
  const image = readImage(bytes, preludeId === data.buildId ? data.symbols : []);
  const names = new Names(image, data.buildId === image.preludeId ? data : null);
  return {
    buildId: image.buildId,
    preludeId: image.preludeId,
    bytes: image.byteLength,
    globals: image.globals,
    functions: image.functions.map((record) => disassembleFunction(record, image, names, debug)),
    classes: image.classes.map((template) => ({
      name: template.qualname,
      offset: template.offset,
      module: template.module,
      methods: template.methods.map((method) => `${method.name} = ${names.function(method.offset)}`),
      slots: template.slots,
    })),
    modules: image.modules.map((module) => ({
      name: module.name,
      names: [
        ...module.globals.map((entry) => `${entry.name} = global ${entry.global}`),
        ...module.values.map((entry) => `${entry.name} = ${names.value(entry.value)}`),
      ],
    })),
    methods: image.methods.map(({ type, name, offset }) => `${builtinTypes[type]?.name ?? "machine"}.${name} = ${names.function(offset)}`),
  };
}

/** What to call the values of an image. */
export class Names {
  constructor(
    private readonly image: Image,
    private readonly known: PreludeData | null,
  ) {}

  function(offset: number): string {
    const record = this.image.functions.find((candidate) => candidate.offset === offset);
    return `${record?.name ?? "function"}@${offset}`;
  }

  value(value: ImageValue): string {
    switch (value.kind) {
      case "none":
        return "None";
      case "false":
        return "False";
      case "true":
        return "True";
      case "notimplemented":
        return "NotImplemented";
      case "ellipsis":
        return "...";
      case "int":
        return `${value.value}`;
      case "float":
        return floatText(value.value);
      case "str":
        return quoted(value.value);
      case "bytes":
        return `b${quoted(String.fromCharCode(...value.value))}`;
      case "symbol":
        return value.name === undefined ? `symbol ${value.number}` : quoted(value.name);
      case "tuple":
        return `(${value.items.map((item) => this.value(item)).join(", ")}${value.items.length === 1 ? "," : ""})`;
      case "function":
        if (value.image === 0 && this.image.preludeId !== null) return this.preludeFunction(value.offset);
        return this.function(value.offset);
      case "class":
        return `class ${this.image.classes.find((template) => template.offset === value.offset)?.qualname ?? value.offset}`;
      case "module":
        return `module ${this.image.modules.find((module) => module.offset === value.offset)?.name ?? value.offset}`;
      case "builtin":
        return `builtin ${builtins[value.number]?.name ?? value.number}`;
      case "type":
        return `type ${builtinTypes[value.number]?.name ?? value.number}`;
      default:
        return "unbound";
    }
  }

  private preludeFunction(offset: number): string {
    const known = this.known?.functions.find(([, word]) => word >>> 7 === offset);
    return known ? `prelude ${known[0]}` : `prelude function@${offset}`;
  }

  /** The function that CALLP's number means. */
  prelude(number: number): string {
    if (this.image.preludeId === null) return this.image.functions[number]?.name ?? `${number}`;
    return this.known?.functions[number]?.[0] ?? `${number}`;
  }
}

const quoted = (text: string): string => JSON.stringify(text);

/** A float as Python's repr() shows it. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const [digits, exponent] = value.toExponential().split("e") as [string, string];
  const power = Number(exponent);
  if (power < -4 || power >= 16) return `${digits}e${power < 0 ? "-" : "+"}${`${Math.abs(power)}`.padStart(2, "0")}`;
  return Number.isInteger(value) ? `${value}.0` : `${value}`;
}

function kindOf({ isGenerator, isCoroutine, isAsyncGenerator }: FunctionRecord): string {
  if (!isGenerator) return "function";
  return isCoroutine ? "coroutine" : isAsyncGenerator ? "async generator" : "generator";
}

function disassembleFunction(record: FunctionRecord, image: Image, names: Names, debug: DebugFile | undefined): DisassembledFunction {
  const known = debug?.functions.find((candidate) => candidate.offset === record.offset);
  const file = known && debug?.files[known.file]?.path;
  const locals = known?.locals ?? record.parameters;
  const constants = record.constants.map((value) => names.value(value));
  const lines = new Map(known?.lines);
  const context: Context = { record, image, names, locals, constants };
  return {
    name: record.name,
    offset: record.offset,
    signature: signature(record, names),
    registers: record.registers,
    kind: kindOf(record),
    ...(file === undefined ? {} : { file }),
    locals,
    captures: record.captures.map((capture) => (capture.isCaptured ? `captured cell ${capture.index}` : `r${capture.index}`)),
    constants,
    ranges: record.ranges,
    instructions: record.code.map((word, pc) => {
      const line = lines.get(pc);
      return { ...disassembleWord(word, pc, context), ...(line === undefined ? {} : { line }) };
    }),
  };
}

function signature(record: FunctionRecord, names: Names): string {
  const parts: string[] = [];
  const firstDefault = record.positional - record.defaults.length;
  record.parameters.slice(0, record.positional).forEach((name, index) => {
    const value = record.defaults[index - firstDefault];
    parts.push(value ? `${name}=${names.value(value)}` : name);
    if (index + 1 === record.positionalOnly) parts.push("/");
  });
  const rest = record.parameters.slice(record.positional + record.keywordOnly);
  if (record.hasVarArgs) parts.push(`*${rest[0]}`);
  else if (record.keywordOnly > 0) parts.push("*");
  record.parameters.slice(record.positional, record.positional + record.keywordOnly).forEach((name, index) => {
    const value = record.keywordDefaults[index];
    parts.push(value ? `${name}=${names.value(value)}` : name);
  });
  if (record.hasVarKeywords) parts.push(`**${rest.at(-1)}`);
  return `${record.name}(${parts.join(", ")})`;
}

interface Context {
  readonly record: FunctionRecord;
  readonly image: Image;
  readonly names: Names;
  readonly locals: readonly string[];
  readonly constants: readonly string[];
}

const SINGLETON_NAMES = ["None", "False", "True", "NotImplemented", "Ellipsis"];

const WIDE = { K: 8, G: 8, S: 8, J: 8, L: 0 } as const;

/** The operands of an instruction by the letters of its format. */
export function decodeOperands(op: Opcode, word: number): { letter: string; value: number }[] {
  return [...op.format].flatMap((letter, index) => {
    if (letter === "-") return [];
    const shift = 8 + index * 8;
    if (letter === "L") return [{ letter, value: word >> 8 }];
    if (letter in WIDE) return [{ letter, value: letter === "K" || letter === "G" ? word >>> 16 : word >> 16 }];
    const byte = (word >>> shift) & 255;
    return [{ letter, value: letter === "s" || letter === "j" ? (byte << 24) >> 24 : byte }];
  });
}

/** One instruction word. */
export function disassembleWord(word: number, pc: number, context?: Context): DisassembledInstruction {
  const op = opcodes[word & 255];
  if (!op) return { pc, op: `<${word & 255}>`, operands: [], comment: "no such instruction" };
  const operands = decodeOperands(op, word);
  const jump = operands.find(({ letter }) => "jJL".includes(letter));
  return {
    pc,
    op: op.name,
    operands: operands.map(({ letter, value }) => operandText(letter, value, pc)),
    ...(jump ? { target: pc + 1 + jump.value } : {}),
    comment: context ? explain(op, operands, context) : op.meaning,
  };
}

function operandText(letter: string, value: number, pc: number): string {
  switch (letter) {
    case "r":
      return `r${value}`;
    case "k":
    case "K":
      return `k${value}`;
    case "g":
    case "G":
      return `g${value}`;
    case "f":
      return `f${value}`;
    case "p":
      return `p${value}`;
    case "j":
    case "J":
    case "L":
      return `-> ${pc + 1 + value}`;
    default:
      return `${value}`;
  }
}

/** The row's meaning, with what its operands are in this function. */
function explain(op: Opcode, operands: readonly { letter: string; value: number }[], context: Context): string {
  const positions = [...op.format].flatMap((letter, index) => (letter === "-" ? [] : [index]));
  let text = op.meaning;
  const at = (index: number) => "ABC"[positions[index]!]!;
  // Numbers first: what is put in later may hold letters of its own.
  operands.forEach(({ letter, value }, index) => {
    if (letter === "S") text = text.replace("sBx", `${value}`);
    else if (letter === "i" || letter === "f") text = text.replace(new RegExp(`(?<![\\w+]|R\\[)${at(index)}(?![\\w+])`, "g"), `${value}`);
  });
  operands.forEach(({ letter, value }, index) => {
    const replace = (pattern: string, by: string) => {
      text = text.replace(new RegExp(pattern, "g"), () => by);
    };
    if (letter === "r") replace(`R\\[${at(index)}\\]`, context.locals[value] ?? `r${value}`);
    else if (letter === "k" || letter === "K") replace(`K\\[${letter === "K" ? "Bx" : at(index)}\\]`, context.constants[value] ?? "?");
    else if (letter === "G") replace("global Bx", `global ${context.image.globals[value] ?? value}`);
    else if (letter === "g") replace(`global ${at(index)} \\(below 256\\)`, `global ${context.image.globals[value] ?? value}`);
    else if (letter === "b") replace(`builtin function ${at(index)}`, `builtin ${builtins[value]?.name ?? value}`);
    else if (letter === "t") replace(`type ${at(index)}`, `type ${builtinTypes[value]?.name ?? value}`);
    else if (letter === "p") replace(`prelude function ${at(index)}`, `prelude function ${context.names.prelude(value)}`);
  });
  return op.name === "LOADS" ? `${text.slice(0, text.indexOf("="))}= ${SINGLETON_NAMES[operands[1]!.value]}` : text;
}

export function renderDisassembly(disassembly: Disassembly): string {
  const { buildId, preludeId, bytes, globals, functions, classes, modules, methods } = disassembly;
  const parts = [`image ${buildId}, ${bytes} bytes${preludeId ? `, prelude ${preludeId}` : ", a prelude"}`];
  if (globals.length > 0) parts.push(`globals: ${globals.map((name, index) => `g${index} ${name}`).join(", ")}`);
  for (const entry of classes) {
    const slots = entry.slots.length > 0 ? `\n  slots: ${entry.slots.join(", ")}` : "";
    parts.push(
      `\nclass ${entry.name} of ${entry.module}, word ${entry.offset}${slots}${entry.methods.map((method) => `\n  ${method}`).join("")}`,
    );
  }
  for (const module of modules) parts.push(`\nmodule ${module.name}: ${module.names.join(", ")}`);
  if (methods.length > 0) parts.push(`\nmethods of builtin types: ${methods.join(", ")}`);
  for (const entry of functions) parts.push(`\n${renderFunction(entry)}`);
  return `${parts.join("\n")}\n`;
}

export function renderFunction(entry: DisassembledFunction): string {
  const lines = [
    `${entry.kind} ${entry.signature}, word ${entry.offset}, ${entry.registers} registers${entry.file ? `, ${entry.file}` : ""}`,
  ];
  if (entry.captures.length > 0) lines.push(`  captures: ${entry.captures.map((text, index) => `f${index} = ${text}`).join(", ")}`);
  entry.constants.forEach((text, index) => {
    lines.push(`  k${index} = ${text}`);
  });
  const targets = new Set(entry.instructions.flatMap((instruction) => (instruction.target === undefined ? [] : [instruction.target])));
  for (const range of entry.ranges) targets.add(range.handler);
  for (const { pc, op, operands, comment, line } of entry.instructions) {
    const mark = targets.has(pc) ? ">" : " ";
    const source = line === undefined ? "" : `${line}`;
    lines.push(
      `${source.padStart(5)} ${mark}${`${pc}`.padStart(4)}  ${op.padEnd(9)} ${operands.join(" ").padEnd(16)} ; ${comment}`.trimEnd(),
    );
  }
  for (const { start, end, handler, register } of entry.ranges) {
    lines.push(`  exception in ${start}..${end - 1}: into r${register}, go on at ${handler}`);
  }
  return lines.join("\n");
}

/** The opcode table as text, for `nanopy disasm --opcodes`. */
export function renderOpcodes(): string {
  const lines = opcodes.map((op) => {
    const code = op.code.toString().padStart(3);
    return `${code}  ${op.name.padEnd(9)} ${op.format.padEnd(4)} ${op.flow.padEnd(4)}  reads ${op.reads.padEnd(6)} writes ${op.writes.padEnd(5)}  ${op.meaning}`;
  });
  return `${lines.join("\n")}\n`;
}
