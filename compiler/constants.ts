/** Values that the compiler knows, on their way into an image's constant tables. */
import type { ClassUnit, FunctionUnit, ModuleUnit } from "./program.js";

export type Const =
  | { readonly kind: "none" | "false" | "true" | "notimplemented" | "ellipsis" }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "str"; readonly value: string }
  | { readonly kind: "bytes"; readonly value: Uint8Array }
  | { readonly kind: "tuple"; readonly items: readonly Const[] }
  | { readonly kind: "function"; readonly unit: FunctionUnit }
  | { readonly kind: "class"; readonly unit: ClassUnit }
  | { readonly kind: "module"; readonly unit: ModuleUnit }
  /** A finished value word: a builtin, a type, a function of the prelude. */
  | { readonly kind: "word"; readonly word: number }
  /** The table of the program's lines (`line-table.ts`), which is there once all code is. */
  | { readonly kind: "lines" };

export const NONE: Const = { kind: "none" };
export const TRUE: Const = { kind: "true" };
export const FALSE: Const = { kind: "false" };

export const int = (value: number | bigint): Const => ({ kind: "int", value: BigInt(value) });
export const str = (value: string): Const => ({ kind: "str", value });
export const tuple = (items: readonly Const[]): Const => ({ kind: "tuple", items });

/** The payload of each singleton. */
export const SINGLETONS = { none: 0, false: 1, true: 2, notimplemented: 3, ellipsis: 4 } as const;

/** Immediates, by kind, as FORMAT.md numbers them. */
export const IMMEDIATE = { singleton: 0, symbol: 1, object: 2, function: 3, builtin: 4, type: 5, module: 6, class: 7 } as const;

/** An immediate's word. */
export const immediate = (kind: number, payload: number): number => (payload * 32 + kind * 4 + 2) >>> 0;

/** The payload of an immediate that names a place in an image. */
export const place = (image: number, wordOffset: number): number => wordOffset * 4 + image;

export const SMALL_INT_MAX = 0x3fffffffn;
export const SMALL_INT_MIN = -0x40000000n;
export const isSmallInt = (value: bigint): boolean => value >= SMALL_INT_MIN && value <= SMALL_INT_MAX;

const floatBits = new DataView(new ArrayBuffer(8));

/** Low and high word of a double; every NaN is the same one. */
export function floatWords(value: number): [number, number] {
  floatBits.setFloat64(0, Number.isNaN(value) ? Number.NaN : value);
  return [floatBits.getUint32(4), floatBits.getUint32(0)];
}

/** A text that two constants share exactly when they are the same constant: 1, 1.0 and True differ, and so do 0.0 and -0.0. */
export function constKey(constant: Const): string {
  switch (constant.kind) {
    case "int":
      return `i${constant.value}`;
    case "float":
      return `f${floatWords(constant.value).join(":")}`;
    case "str":
      return `s${constant.value.length}:${constant.value}`;
    case "bytes":
      return `b${constant.value.length}:${constant.value.join(",")}`;
    case "tuple":
      return `t(${constant.items.map(constKey).join(";")})`;
    case "function":
      return `F${constant.unit.id}`;
    case "class":
      return `C${constant.unit.id}`;
    case "module":
      return `M${constant.unit.id}`;
    case "word":
      return `w${constant.word}`;
    default:
      return constant.kind;
  }
}

/** The bytes of a str: UTF-8, lone surrogates like any other character. */
export function encodeText(text: string): Uint8Array {
  if (!/\p{Surrogate}/u.test(text)) return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0xd800 && code <= 0xdfff) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(...new TextEncoder().encode(character));
  }
  return Uint8Array.from(bytes);
}

/** The text of a str's bytes: the way back from {@link encodeText}. */
export function decodeText(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; ) {
    const first = bytes[index]!;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let code = length === 1 ? first : first & (0xff >> (length + 1));
    for (let next = 1; next < length; next++) code = (code << 6) | ((bytes[index + next] ?? 0) & 63);
    text += String.fromCodePoint(Math.min(code, 0x10ffff));
    index += length;
  }
  return text;
}

/** Bytes as little-endian words, the last one padded with zero. */
export function bytesToWords(bytes: Uint8Array): number[] {
  const padded = new Uint8Array((bytes.length + 3) & ~3);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  return Array.from({ length: padded.length / 4 }, (_, index) => view.getUint32(index * 4, true));
}

/** The hash of a str's or bytes' content, as FORMAT.md defines it. */
export function hashBytes(bytes: Uint8Array): number {
  let hash = (Math.imul(bytes.length, 0x85ebca6b) ^ 0x811c9dc5) >>> 0;
  for (const word of bytesToWords(bytes)) {
    hash = Math.imul(hash ^ word, 0x9e3779b1) >>> 0;
    hash = (hash ^ (hash >>> 15)) >>> 0;
  }
  return hash === 0 ? 1 : hash;
}

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** True for a str constant that is a symbol even when nothing is called by it. */
export function isSymbolText(text: string): boolean {
  return text.length <= 64 && IDENTIFIER.test(text) && encodeText(text).length <= 64;
}
