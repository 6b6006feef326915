/** Reads an image back, for tools and tests. It trusts nothing: a word that leads outside is an {@link ImageError}. */
import { crc32 } from "node:zlib";
import { linkedEntries } from "../build/generated/entries.js";
import { abiVersion, imageVersion } from "../build/generated/opcodes.js";
import { decodeText, IMMEDIATE } from "./constants.js";
import {
  HEADER_WORDS,
  IMAGE_MAGIC,
  LINKED_ENTRIES,
  METHOD_IS_FUNCTION,
  METHODS_SHIFT,
  OBJECT_TYPE,
  RECORD_BITS,
  RECORD_WORDS,
  TEMPLATE_WORDS,
} from "./image.js";
import type { Capture, ExceptionRange, PreludeTables, TypeMethod } from "./program.js";

export class ImageError extends Error {}

/** A value out of an image, as far as the image alone tells what it is. */
export type ImageValue =
  | { readonly kind: "none" | "false" | "true" | "notimplemented" | "ellipsis" | "unbound" }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "str"; readonly value: string; readonly hash: number }
  | { readonly kind: "bytes"; readonly value: Uint8Array; readonly hash: number }
  | { readonly kind: "tuple"; readonly items: readonly ImageValue[] }
  /** `name` is undefined where the symbol belongs to a prelude that is not at hand. */
  | { readonly kind: "symbol"; readonly number: number; readonly name: string | undefined }
  | { readonly kind: "function" | "module" | "class"; readonly image: number; readonly offset: number }
  | { readonly kind: "builtin" | "type"; readonly number: number };

export interface FunctionRecord {
  readonly offset: number;
  readonly name: string;
  readonly registers: number;
  readonly positional: number;
  readonly positionalOnly: number;
  readonly keywordOnly: number;
  readonly hasVarArgs: boolean;
  readonly hasVarKeywords: boolean;
  readonly isGenerator: boolean;
  /** Part of the language, though its code is the library's. */
  readonly isBuiltin: boolean;
  readonly isCoroutine: boolean;
  readonly isAsyncGenerator: boolean;
  readonly parameters: readonly string[];
  readonly defaults: readonly ImageValue[];
  /** Of all keyword-only parameters, or none. */
  readonly keywordDefaults: readonly ImageValue[];
  /** Word offset of the class template that owns it; 0 for none. */
  readonly owner: number;
  readonly captures: readonly Capture[];
  readonly ranges: readonly ExceptionRange[];
  readonly constants: readonly ImageValue[];
  readonly code: readonly number[];
}

export interface ClassTemplate {
  readonly offset: number;
  readonly name: string;
  readonly qualname: string;
  readonly module: string;
  readonly methods: readonly { readonly name: string; readonly offset: number }[];
  readonly slots: readonly string[];
  readonly isClosed: boolean;
}

export interface ModuleTable {
  readonly offset: number;
  readonly name: string;
  readonly globals: readonly { readonly name: string; readonly global: number }[];
  readonly values: readonly { readonly name: string; readonly value: ImageValue }[];
}

export interface Image {
  readonly byteLength: number;
  readonly buildId: string;
  /** Build id of the prelude it was compiled against; null in the prelude itself. */
  readonly preludeId: string | null;
  readonly firstSymbol: number;
  readonly symbols: readonly string[];
  readonly globals: readonly string[];
  /** Word offset of the main function's record. */
  readonly main: number;
  readonly functions: readonly FunctionRecord[];
  readonly classes: readonly ClassTemplate[];
  readonly modules: readonly ModuleTable[];
  /** Methods of builtin types that are functions of this image. */
  readonly methods: readonly { readonly type: number; readonly name: string; readonly offset: number }[];
  /** What only a prelude has: null in a program. */
  readonly tables: PreludeTables | null;
  /** The constant object at a word offset. */
  readonly constantAt: (offset: number) => ImageValue;
}

const SINGLETON_KINDS = ["none", "false", "true", "notimplemented", "ellipsis"] as const;

/** `preludeSymbols`: the names of the prelude's symbols, if it is at hand. */
export function readImage(bytes: Uint8Array, preludeSymbols: readonly string[] = []): Image {
  return new ImageReader(bytes, preludeSymbols).read();
}

class ImageReader {
  private readonly view: DataView;
  private readonly length: number;
  private symbols: string[] = [];
  private firstSymbol = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly preludeSymbols: readonly string[],
  ) {
    if (bytes.length < HEADER_WORDS * 4 || bytes.length % 4 !== 0) throw new ImageError("an image is made of whole words");
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.length / 4;
  }

  read(): Image {
    this.checkHead();
    const symbolCount = this.word(8) >>> 16;
    this.firstSymbol = this.word(9);
    this.symbols = this.words(this.word(11), symbolCount).map((offset) => this.text(offset));
    const [functionCount, classCount] = [this.word(13) & 0xffff, this.word(13) >>> 16];
    const isPrelude = this.word(6) === 0 && this.word(7) === 0;
    return {
      byteLength: this.bytes.length,
      buildId: this.id(3),
      preludeId: isPrelude ? null : this.id(6),
      firstSymbol: this.firstSymbol,
      symbols: this.symbols,
      globals: isPrelude ? [] : this.words(this.word(12), this.word(8) & 0xffff).map((word) => this.name(word)),
      main: this.word(10),
      functions: this.words(this.word(14), functionCount).map((offset) => this.functionAt(offset)),
      classes: this.words(this.word(15), classCount).map((offset) => this.classAt(offset)),
      modules: isPrelude ? [] : this.words(this.word(18), this.word(19) & 0xffff).map((offset) => this.moduleAt(offset)),
      methods: isPrelude ? [] : this.linkedMethods(this.word(18) + (this.word(19) & 0xffff), this.word(19) >>> METHODS_SHIFT),
      tables: isPrelude ? { entries: this.word(8) & 0xffff, methods: this.methodsAt(this.word(18), this.word(19) & 0xffff) } : null,
      constantAt: (offset) => this.objectAt(offset, 0),
    };
  }

  private methodsAt(table: number, types: number): TypeMethod[] {
    return Array.from({ length: types }, (_, type) => {
      const [from, to] = [this.word(table + type), this.word(table + type + 1)];
      return this.words(table + from, Math.max(0, to - from)).map((word): TypeMethod => {
        const kind = word & METHOD_IS_FUNCTION ? "function" : "builtin";
        return { type, name: this.symbolName(word >>> 16) ?? `symbol ${word >>> 16}`, kind, number: word & (METHOD_IS_FUNCTION - 1) };
      });
    }).flat();
  }

  private linkedMethods(table: number, count: number): Image["methods"] {
    return Array.from({ length: count }, (_, index) => {
      const [key, word] = this.words(table + 2 * index, 2) as [number, number];
      const value = this.value(word);
      const number = key & 0xffff;
      const known = key >>> 16 === LINKED_ENTRIES ? linkedEntries[number] : this.symbolName(number);
      const name = known ?? `symbol ${number}`;
      return { type: key >>> 16, name, offset: value.kind === "function" ? value.offset : 0 };
    });
  }

  private checkHead(): void {
    if (this.word(0) !== IMAGE_MAGIC) throw new ImageError("not an image");
    const version = this.word(1);
    if (version !== (imageVersion | (abiVersion << 16))) {
      throw new ImageError(`image version ${version & 0xffff}, ABI ${version >>> 16}: this is ${imageVersion}, ABI ${abiVersion}`);
    }
    if (this.word(2) !== this.bytes.length)
      throw new ImageError(`the image says it has ${this.word(2)} bytes, and has ${this.bytes.length}`);
    if (this.word(5) !== crc32(this.bytes.subarray(24))) throw new ImageError("the image is damaged: its checksum is wrong");
  }

  private word(offset: number): number {
    if (offset < 0 || offset >= this.length) throw new ImageError(`word ${offset} is outside the image`);
    return this.view.getUint32(offset * 4, true);
  }

  private words(offset: number, count: number): number[] {
    return Array.from({ length: count }, (_, index) => this.word(offset + index));
  }

  private id(offset: number): string {
    return Buffer.from(this.bytes.subarray(offset * 4, offset * 4 + 8)).toString("hex");
  }

  /** Content of the STR or BYTES at a word offset. */
  private content(offset: number): Uint8Array {
    const header = this.word(offset);
    const length = ((header >>> 10) - 2) * 4 - ((header >>> 7) & 3);
    const start = (offset + 2) * 4;
    if (length < 0 || start + length > this.bytes.length) throw new ImageError(`the text at word ${offset} is outside the image`);
    return this.bytes.subarray(start, start + length);
  }

  private text(offset: number): string {
    return decodeText(this.content(offset));
  }

  private symbolName(number: number): string | undefined {
    return number < this.firstSymbol ? this.preludeSymbols[number] : this.symbols[number - this.firstSymbol];
  }

  /** The text of a value that must be a symbol. */
  private name(word: number): string {
    const value = this.value(word);
    if (value.kind !== "symbol") throw new ImageError(`a name is no symbol but a ${value.kind}`);
    return value.name ?? `<symbol ${value.number}>`;
  }

  private value(word: number, depth = 0): ImageValue {
    if (word === 0) return { kind: "unbound" };
    if (word & 1) return { kind: "int", value: BigInt(word | 0) >> 1n };
    const kind = (word >>> 2) & 7;
    const payload = word >>> 5;
    if (!(word & 2)) throw new ImageError(`an image holds no reference into an arena: ${word.toString(16)}`);
    switch (kind) {
      case IMMEDIATE.singleton: {
        const singleton = SINGLETON_KINDS[payload];
        if (!singleton) throw new ImageError(`no singleton ${payload}`);
        return { kind: singleton };
      }
      case IMMEDIATE.symbol:
        return { kind: "symbol", number: payload, name: this.symbolName(payload) };
      case IMMEDIATE.object:
        return this.objectAt(payload >>> 2, depth);
      case IMMEDIATE.function:
        return { kind: "function", image: payload & 3, offset: payload >>> 2 };
      case IMMEDIATE.module:
        return { kind: "module", image: payload & 3, offset: payload >>> 2 };
      case IMMEDIATE.class:
        return { kind: "class", image: payload & 3, offset: payload >>> 2 };
      case IMMEDIATE.builtin:
        return { kind: "builtin", number: payload };
      default:
        return { kind: "type", number: payload };
    }
  }

  private objectAt(offset: number, depth: number): ImageValue {
    if (depth > 100) throw new ImageError("constants are nested too deeply");
    const header = this.word(offset);
    const size = header >>> 10;
    switch ((header >>> 2) & 31) {
      case OBJECT_TYPE.str:
        return { kind: "str", value: this.text(offset), hash: this.word(offset + 1) };
      case OBJECT_TYPE.bytes:
        return { kind: "bytes", value: this.content(offset), hash: this.word(offset + 1) };
      case OBJECT_TYPE.float: {
        this.word(offset + 2);
        return { kind: "float", value: this.view.getFloat64((offset + 1) * 4, true) };
      }
      case OBJECT_TYPE.bigint: {
        const magnitude = this.words(offset + 1, size - 1).reduceRight((sum, limb) => (sum << 32n) | BigInt(limb), 0n);
        return { kind: "int", value: (header >>> 9) & 1 ? -magnitude : magnitude };
      }
      case OBJECT_TYPE.tuple:
        return { kind: "tuple", items: this.words(offset + 1, size - 1).map((word) => this.value(word, depth + 1)) };
      default:
        throw new ImageError(`no constant has the header ${header.toString(16)}`);
    }
  }

  private functionAt(offset: number): FunctionRecord {
    const [shape, counts, more] = this.words(offset, RECORD_WORDS) as [number, number, number];
    let before = offset;
    const part = (bit: number): number => ((more >>> 24) & bit ? this.word(--before) : 0);
    const parametersAt = part(RECORD_BITS.parameters);
    const [defaultsWord, ownerWord, tables] = [part(RECORD_BITS.defaults), part(RECORD_BITS.owner), part(RECORD_BITS.tables)];
    const flags = shape >>> 24;
    const constantCount = counts & 0xffff;
    const [rangeCount, captureCount] = tables === 0 ? [0, 0] : [this.word(tables) & 0xffff, this.word(tables) >>> 16];
    const positional = (shape >>> 8) & 255;
    const keywordOnly = (shape >>> 16) & 255;
    const parameterCount = positional + keywordOnly + (flags & 1) + ((flags >>> 1) & 1);
    const keywordDefaultCount = (flags & 16) !== 0 ? keywordOnly : 0;
    const defaults = defaultsWord === 0 ? null : this.value(defaultsWord);
    const owner = ownerWord === 0 ? null : this.value(ownerWord);
    return {
      offset,
      name: this.symbolName(more & 0xffff) ?? `symbol ${more & 0xffff}`,
      registers: shape & 255,
      positional,
      positionalOnly: (more >>> 16) & 255,
      keywordOnly,
      hasVarArgs: (flags & 1) !== 0,
      hasVarKeywords: (flags & 2) !== 0,
      isGenerator: (flags & 4) !== 0,
      isBuiltin: (flags & 128) !== 0,
      isCoroutine: (flags & 32) !== 0,
      isAsyncGenerator: (flags & 64) !== 0,
      parameters: parametersAt === 0 ? [] : this.words(parametersAt, parameterCount).map((word) => this.name(word)),
      defaults: defaults?.kind === "tuple" ? defaults.items.slice(0, defaults.items.length - keywordDefaultCount) : [],
      keywordDefaults: defaults?.kind === "tuple" ? defaults.items.slice(defaults.items.length - keywordDefaultCount) : [],
      owner: owner?.kind === "class" ? owner.offset : 0,
      captures: this.words(tables + 1, captureCount).map((word) => ({ isCaptured: (word & 256) !== 0, index: word & 255 })),
      ranges: Array.from({ length: rangeCount }, (_, index) => {
        const [span, handler] = this.words(tables + 1 + captureCount + index * 2, 2) as [number, number];
        return { start: span & 0xffff, end: span >>> 16, handler: handler & 0xffff, register: handler >>> 16 };
      }),
      constants: this.words(offset + RECORD_WORDS, constantCount).map((word) => this.value(word)),
      code: this.words(offset + RECORD_WORDS + constantCount, counts >>> 16),
    };
  }

  private classAt(offset: number): ClassTemplate {
    const counts = this.word(offset);
    const methodCount = counts & 0xffff;
    const qualname = this.value(this.word(offset + 2));
    const first = offset + TEMPLATE_WORDS;
    return {
      offset,
      name: this.name(this.word(offset + 1)),
      qualname: qualname.kind === "str" ? qualname.value : qualname.kind === "symbol" ? (qualname.name ?? "") : "",
      module: this.name(this.word(offset + 3)),
      methods: Array.from({ length: methodCount }, (_, index) => {
        const method = this.value(this.word(first + index * 2 + 1));
        return { name: this.name(this.word(first + index * 2)), offset: method.kind === "function" ? method.offset : 0 };
      }),
      slots: this.words(first + methodCount * 2, (counts >>> 16) & 0x7fff).map((word) => this.name(word)),
      isClosed: counts >>> 31 === 1,
    };
  }

  private moduleAt(offset: number): ModuleTable {
    const counts = this.word(offset);
    const globals = counts & 0xffff;
    const pair = (index: number) => ({ name: this.name(this.word(offset + 2 + index * 2)), word: this.word(offset + 3 + index * 2) });
    return {
      offset,
      name: this.name(this.word(offset + 1)),
      globals: Array.from({ length: globals }, (_, index) => ({ name: pair(index).name, global: pair(index).word })),
      values: Array.from({ length: counts >>> 16 }, (_, index) => {
        const { name, word } = pair(globals + index);
        return { name, value: this.value(word) };
      }),
    };
  }
}
