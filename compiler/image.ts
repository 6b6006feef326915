/** Writes a program as an image, as bytecode/FORMAT.md draws it. */
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { builtinSymbols, reservedSymbols } from "../build/generated/builtins.js";
import { abiVersion, imageVersion } from "../build/generated/opcodes.js";
import {
  bytesToWords,
  type Const,
  constKey,
  encodeText,
  floatWords,
  hashBytes,
  IMMEDIATE,
  immediate,
  isSmallInt,
  isSymbolText,
  place,
  SINGLETONS,
  str,
  tuple,
} from "./constants.js";
import { lineTable } from "./line-table.js";
import type { ClassUnit, FunctionUnit, ModuleUnit, PreludeTables, Program, TypeMethod } from "./program.js";

export const IMAGE_MAGIC = 0x3149504e;
export const HEADER_WORDS = 20;
/** Types of constant objects. */
export const OBJECT_TYPE = { str: 1, bytes: 2, float: 3, bigint: 4, tuple: 5 } as const;
/** Words of a function record before its constants, and of a template before its methods. */
export const RECORD_WORDS = 3;
/** What stands before a record: bits of its last word, in the order from the record downwards. */
export const RECORD_BITS = { parameters: 1, defaults: 2, owner: 4, tables: 8 } as const;
export const TEMPLATE_WORDS = 4;

export interface WrittenImage {
  readonly bytes: Uint8Array;
  /** 16 hex digits: its 8 bytes, as they stand. */
  readonly buildId: string;
  /** All symbols by number, those of the prelude included. */
  readonly symbols: readonly string[];
  /** Word offset of each function's record. */
  readonly offsets: ReadonlyMap<FunctionUnit, number>;
}

/** The name table of an image: those it is given, then those it is asked for. */
class Symbols {
  /** By number; empty where a number is reserved and has no name yet. */
  readonly all: string[];
  private readonly numbers: Map<string, number>;

  constructor(
    known: readonly string[],
    readonly first: number,
  ) {
    this.all = [...known];
    this.numbers = new Map(known.map((name, number) => [name, number]));
    this.numbers.delete("");
  }

  add(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.all.push(name) - 1;
    this.numbers.set(name, number);
    return number;
  }

  has(name: string): boolean {
    return this.numbers.has(name);
  }

  /** Those of this image. */
  get own(): string[] {
    return this.all.slice(this.first);
  }
}

/** Everything that gets a place, with its size in words. */
class Layout {
  length = HEADER_WORDS;

  reserve(words: number): number {
    const offset = this.length;
    this.length += words;
    return offset;
  }
}

const objectHeader = (type: number, words: number, twoBits = 0, oneBit = 0): number =>
  (1 | (type << 2) | (twoBits << 7) | (oneBit << 9) | (words << 10)) >>> 0;

function textObject(type: number, bytes: Uint8Array, isAscii: boolean): number[] {
  const words = bytesToWords(bytes);
  const padding = words.length * 4 - bytes.length;
  return [objectHeader(type, words.length + 2, padding, isAscii ? 1 : 0), hashBytes(bytes), ...words];
}

/** The words of a STR object. */
export function strObject(text: string): number[] {
  const bytes = encodeText(text);
  return textObject(OBJECT_TYPE.str, bytes, bytes.length === text.length);
}

function bigintObject(value: bigint): number[] {
  const limbs: number[] = [];
  for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 32n) limbs.push(Number(rest & 0xffffffffn));
  return [objectHeader(OBJECT_TYPE.bigint, limbs.length + 1, 0, value < 0n ? 1 : 0), ...limbs];
}

/** The names of the machine's symbols, and room for those that it will have. */
const machineSymbols = (): string[] => [...builtinSymbols, ...new Array<string>(reservedSymbols - builtinSymbols.length).fill("")];

/** A name's number fits 16 bits of a function's record. */
const MOST_SYMBOLS = 0xffff;

/** Bit of a method's word that says: a function of the prelude. */
export const METHOD_IS_FUNCTION = 0x8000;

/** The types up to the last one that has methods. */
const typesWith = ({ methods }: PreludeTables): number => Math.max(...methods.map(({ type }) => type)) + 1;

const hasTables = (unit: FunctionUnit): boolean => unit.captures.length + unit.ranges.length > 0;

/** What stands before a function's record. */
function partsOf(unit: FunctionUnit): (keyof typeof RECORD_BITS)[] {
  const has = {
    parameters: unit.parameterNames.length > 0,
    defaults: unit.defaults.length + unit.keywordDefaults.length > 0,
    owner: unit.owner !== null,
    tables: hasTables(unit),
  };
  return (["parameters", "defaults", "owner", "tables"] as const).filter((part) => has[part]);
}

const seenName = (unit: FunctionUnit): string[] => (unit.isHidden ? [] : [unit.name]);

/** Writes one image; it lives as long as the writing. */
class ImageWriter {
  private readonly imageNumber: number;
  private readonly symbols: Symbols;
  private readonly layout = new Layout();
  private readonly functionOffsets = new Map<FunctionUnit, number>();
  private readonly tableOffsets = new Map<FunctionUnit, { parameters: number; tables: number }>();
  private readonly classOffsets = new Map<ClassUnit, number>();
  private readonly moduleOffsets = new Map<ModuleUnit, number>();
  private readonly objects = new Map<string, number>();
  private readonly objectWords: { offset: number; words: number[] }[] = [];

  constructor(private readonly program: Program) {
    this.imageNumber = program.prelude ? 1 : 0;
    const known = program.prelude?.symbols ?? machineSymbols();
    this.symbols = new Symbols(known, program.prelude ? known.length : 0);
    this.collectNames();
  }

  /** Names become symbols before any str constant is looked at: a constant equal to one of them is that symbol. */
  private collectNames(): void {
    const { globals, functions, classes, modules } = this.program;
    for (const name of globals) this.symbols.add(name);
    for (const unit of modules) for (const name of [unit.name, ...unit.names.keys()]) this.symbols.add(name);
    for (const unit of classes) {
      for (const name of [unit.name, unit.module, ...unit.methods.map((method) => method.name), ...unit.slots]) this.symbols.add(name);
    }
    for (const unit of functions) for (const name of [...seenName(unit), ...unit.parameterNames, ...unit.names]) this.symbols.add(name);
    for (const { name } of this.program.tables?.methods ?? []) this.symbols.add(name);
    for (const { name, entry } of this.program.methods) if (entry === undefined) this.symbols.add(name);
    const visit = (constant: Const): void => {
      if (constant.kind === "str" && isSymbolText(constant.value)) this.symbols.add(constant.value);
      else if (constant.kind === "tuple") constant.items.forEach(visit);
    };
    for (const unit of functions) [...unit.constants, ...unit.defaults, ...unit.keywordDefaults].forEach(visit);
    for (const unit of classes) visit(str(unit.qualname));
    for (const unit of modules) for (const known of unit.names.values()) if (typeof known !== "number") visit(known);
  }

  write(): WrittenImage {
    const { program, layout } = this;
    const { functions, classes, modules, globals } = program;
    const own = this.symbols.own;
    const symbolTable = layout.reserve(own.length);
    const globalNames = layout.reserve(globals.length);
    const functionTable = layout.reserve(functions.length);
    const classTable = layout.reserve(classes.length);
    const methods = program.tables ? this.methodWords(program.tables) : [];
    const moduleTable = layout.reserve(modules.length + methods.length + 2 * program.methods.length);
    for (const unit of functions) {
      const parameters = layout.reserve(unit.parameterNames.length);
      const tables = layout.reserve(hasTables(unit) ? 1 + unit.captures.length + unit.ranges.length * 2 : 0);
      this.tableOffsets.set(unit, { parameters, tables });
      layout.reserve(partsOf(unit).length);
      this.functionOffsets.set(unit, layout.reserve(RECORD_WORDS + unit.constants.length + unit.code.length));
    }
    for (const unit of classes) {
      this.classOffsets.set(unit, layout.reserve(TEMPLATE_WORDS + unit.methods.length * 2 + unit.slots.length));
    }
    for (const unit of modules) this.moduleOffsets.set(unit, layout.reserve(2 + unit.names.size * 2));

    const sections: { offset: number; words: number[] }[] = [];
    const constants = layout.length;
    const texts: number[] = [];
    for (const name of own) texts.push(name === "" ? texts[0]! : this.placeObject(strObject(name)));
    sections.push({ offset: symbolTable, words: texts });
    sections.push({ offset: globalNames, words: globals.map((name) => this.symbol(name)) });
    sections.push({ offset: functionTable, words: functions.map((unit) => this.functionOffsets.get(unit)!) });
    sections.push({ offset: classTable, words: classes.map((unit) => this.classOffsets.get(unit)!) });
    sections.push({
      offset: moduleTable,
      words: [...modules.map((unit) => this.moduleOffsets.get(unit)!), ...methods, ...this.linkedMethods()],
    });
    for (const unit of functions) sections.push(...this.functionSections(unit));
    for (const unit of classes) sections.push({ offset: this.classOffsets.get(unit)!, words: this.classWords(unit) });
    for (const unit of modules) sections.push({ offset: this.moduleOffsets.get(unit)!, words: this.moduleWords(unit) });
    sections.push(...this.objectWords);

    if (this.symbols.all.length > MOST_SYMBOLS) throw new RangeError(`more than ${MOST_SYMBOLS} different names`);
    const words = new Uint32Array(layout.length);
    for (const section of sections) words.set(section.words, section.offset);
    words[8] = (program.tables?.entries ?? globals.length) | (own.length << 16);
    words[9] = this.symbols.first;
    words[10] = program.tables ? 0 : this.functionOffsets.get(program.main)!;
    words[11] = symbolTable;
    words[12] = program.tables ? 0 : globalNames;
    words[13] = functions.length | (classes.length << 16);
    words[14] = functionTable;
    words[15] = classTable;
    words[16] = constants;
    words[17] = layout.length;
    words[18] = moduleTable;
    words[19] =
      (program.tables ? typesWith(program.tables) : modules.length) |
      (program.readsArguments ? READS_ARGUMENTS : 0) |
      (program.hasHandler ? HAS_HANDLER : 0) |
      (program.methods.length << METHODS_SHIFT);
    if (program.prelude) {
      const prelude = Buffer.from(program.prelude.buildId, "hex");
      words[6] = prelude.readUInt32LE(0);
      words[7] = prelude.readUInt32LE(4);
    }
    const { bytes, buildId } = seal(words);
    return { bytes, buildId, symbols: this.symbols.all, offsets: this.functionOffsets };
  }

  private symbol(name: string): number {
    return immediate(IMMEDIATE.symbol, this.symbols.add(name));
  }

  private placeObject(words: number[]): number {
    const offset = this.layout.reserve(words.length);
    this.objectWords.push({ offset, words });
    return offset;
  }

  private at(kind: number, wordOffset: number): number {
    return immediate(kind, place(this.imageNumber, wordOffset));
  }

  /** The value of a constant; its object is placed when it is first met. */
  private value(constant: Const): number {
    switch (constant.kind) {
      case "word":
        return constant.word;
      case "function":
        return this.at(IMMEDIATE.function, this.functionOffsets.get(constant.unit)!);
      case "class":
        return this.at(IMMEDIATE.class, this.classOffsets.get(constant.unit)!);
      case "module":
        return this.at(IMMEDIATE.module, this.moduleOffsets.get(constant.unit)!);
      case "int":
        if (isSmallInt(constant.value)) return (Number(constant.value) * 2 + 1) >>> 0;
        return this.object(constant, () => bigintObject(constant.value));
      case "str":
        if (this.symbols.has(constant.value)) return this.symbol(constant.value);
        return this.object(constant, () => strObject(constant.value));
      case "float":
        return this.object(constant, () => [objectHeader(OBJECT_TYPE.float, 3), ...floatWords(constant.value)]);
      case "bytes":
        return this.object(constant, () => textObject(OBJECT_TYPE.bytes, constant.value, false));
      case "lines":
        return this.value(lineTable(this.program));
      case "tuple":
        return this.object(constant, () => {
          const items = constant.items.map((item) => this.value(item));
          return [objectHeader(OBJECT_TYPE.tuple, items.length + 1), ...items];
        });
      default:
        return immediate(IMMEDIATE.singleton, SINGLETONS[constant.kind]);
    }
  }

  private object(constant: Const, words: () => number[]): number {
    const key = constKey(constant);
    let offset = this.objects.get(key);
    if (offset === undefined) {
      offset = this.placeObject(words());
      this.objects.set(key, offset);
    }
    return this.at(IMMEDIATE.object, offset);
  }

  private functionSections(unit: FunctionUnit): { offset: number; words: number[] }[] {
    const tables = this.tableOffsets.get(unit)!;
    const flags =
      (unit.hasVarArgs ? 1 : 0) |
      (unit.hasVarKeywords ? 2 : 0) |
      (unit.isGenerator ? 4 : 0) |
      (unit.captures.length > 0 ? 8 : 0) |
      (unit.keywordDefaults.length > 0 ? 16 : 0) |
      (unit.isCoroutine ? 32 : 0) |
      (unit.isAsyncGenerator ? 64 : 0) |
      (unit.isBuiltin ? 128 : 0);
    const parts = partsOf(unit);
    const before = { parameters: tables.parameters, defaults: 0, owner: 0, tables: tables.tables };
    if (parts.includes("defaults")) before.defaults = this.value(tuple([...unit.defaults, ...unit.keywordDefaults]));
    if (unit.owner) before.owner = this.value({ kind: "class", unit: unit.owner });
    const have = parts.reduce((bits, part) => bits | RECORD_BITS[part], 0);
    const name = unit.isHidden ? 0 : this.symbols.add(unit.name);
    const record = [
      ...parts.map((part) => before[part]).reverse(),
      unit.registers | (unit.positional << 8) | (unit.keywordOnly << 16) | (flags << 24),
      unit.constants.length | (unit.code.length << 16),
      name | (unit.positionalOnly << 16) | (have << 24),
      ...unit.constants.map((constant) => this.value(constant)),
      ...unit.code,
    ];
    return [
      { offset: tables.parameters, words: unit.parameterNames.map((name) => this.symbol(name)) },
      {
        offset: tables.tables,
        words: [
          ...(hasTables(unit) ? [unit.ranges.length | (unit.captures.length << 16)] : []),
          ...unit.captures.map((capture) => capture.index | (capture.isCaptured ? 256 : 0)),
          ...unit.ranges.flatMap((range) => [range.start | (range.end << 16), range.handler | (range.register << 16)]),
        ],
      },
      { offset: this.functionOffsets.get(unit)! - parts.length, words: record },
    ];
  }

  private classWords(unit: ClassUnit): number[] {
    const methods = unit.methods
      .map((method) => ({ symbol: this.symbol(method.name), value: this.value({ kind: "function", unit: method.unit }) }))
      .sort((a, b) => a.symbol - b.symbol);
    return [
      (methods.length | (unit.slots.length << 16) | (unit.isClosed ? 0x80000000 : 0)) >>> 0,
      this.symbol(unit.name),
      this.value(str(unit.qualname)),
      this.symbol(unit.module),
      ...methods.flatMap(({ symbol, value }) => [symbol, value]),
      ...unit.slots.map((name) => this.symbol(name)),
    ];
  }

  /** Where each type's methods begin, and end; then the methods. */
  private methodWords(tables: PreludeTables): number[] {
    const types = typesWith(tables);
    const starts = [types + 1];
    const words: number[] = [];
    for (let type = 0; type < types; type++) {
      const ofType = tables.methods.filter((method) => method.type === type);
      const word = ({ name, kind, number }: TypeMethod) =>
        ((this.symbols.add(name) << 16) | (kind === "function" ? METHOD_IS_FUNCTION : 0) | number) >>> 0;
      words.push(...ofType.map(word).sort((a, b) => a - b));
      starts.push(types + 1 + words.length);
    }
    return [...starts, ...words];
  }

  /** Pairs of type and symbol, and function, sorted. */
  private linkedMethods(): number[] {
    return this.program.methods
      .map(({ type, name, entry, unit }) => ({
        key: ((type << 16) | (entry ?? this.symbols.add(name))) >>> 0,
        value: this.value({ kind: "function", unit }),
      }))
      .sort((a, b) => a.key - b.key)
      .flatMap(({ key, value }) => [key, value]);
  }

  private moduleWords(unit: ModuleUnit): number[] {
    const globals: number[] = [];
    const values: number[] = [];
    for (const [name, known] of unit.names) {
      if (typeof known === "number") globals.push(this.symbol(name), known);
      else values.push(this.symbol(name), this.value(known));
    }
    return [(globals.length / 2) | ((values.length / 2) << 16), this.symbol(unit.name), ...globals, ...values];
  }
}

/** Fills in magic, versions, length, build id and checksum. */
export function seal(words: Uint32Array): { bytes: Uint8Array; buildId: string } {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  words.forEach((word, index) => {
    view.setUint32(index * 4, word, true);
  });
  const body = bytes.subarray(24);
  const digest = createHash("sha256").update(body).digest();
  view.setUint32(0, IMAGE_MAGIC, true);
  view.setUint32(4, imageVersion | (abiVersion << 16), true);
  view.setUint32(8, bytes.length, true);
  bytes.set(digest.subarray(0, 8), 12);
  view.setUint32(20, crc32(body), true);
  return { bytes, buildId: digest.subarray(0, 8).toString("hex") };
}

/** What stands beside the count of modules: flags, and the count of methods. */
const READS_ARGUMENTS = 0x10000;
const HAS_HANDLER = 0x20000;
export const METHODS_SHIFT = 18;
/** In the place of a type, among the methods: an entry of the machine's. */
export const LINKED_ENTRIES = 0xffff;

export function writeImage(program: Program): WrittenImage {
  return new ImageWriter(program).write();
}
