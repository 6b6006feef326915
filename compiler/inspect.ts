/** Shows what is in a snapshot: frames with their source lines, globals with their values, objects by type. */
import { builtins, builtinTypes } from "../build/generated/builtins.js";
import { prelude } from "../build/generated/prelude.js";
import { decodeText, IMMEDIATE } from "./constants.js";
import type { DebugFile, DebugFunction } from "./debug.js";
import { floatText, Names } from "./disassemble.js";
import { type Image, readImage } from "./image-reader.js";
import { type ArenaObject, OBJECT_NAMES, Snapshot } from "./snapshot-reader.js";

export interface InspectedFrame {
  readonly function: string;
  /** "program" or "prelude". */
  readonly image: string;
  readonly pc: number;
  readonly file?: string;
  readonly line?: number;
  readonly locals: readonly { readonly name: string; readonly value: string }[];
}

export interface Inspection {
  readonly snapshotBytes: number;
  readonly arenaBytes: number;
  readonly usedBytes: number;
  readonly preludeId: string;
  readonly imageId: string;
  readonly instructions: number;
  readonly bytesWritten: number;
  readonly bytesRead: number;
  /** The innermost first. */
  readonly frames: readonly InspectedFrame[];
  readonly globals: readonly { readonly name: string; readonly value: string }[];
  readonly objects: readonly { readonly type: string; readonly count: number; readonly bytes: number }[];
}

/** `image` and `debug` are those of the program the snapshot belongs to. */
export function inspectSnapshot(bytes: Uint8Array, imageBytes: Uint8Array, debug?: DebugFile): Inspection {
  const preludeId = Buffer.from(bytes.subarray(16, 24)).toString("hex");
  const image = readImage(imageBytes, preludeId === prelude.buildId ? prelude.symbols : []);
  const snapshot = new Snapshot(bytes, image.globals.length);
  const values = new Values(snapshot, image, preludeId === prelude.buildId);
  return {
    snapshotBytes: bytes.length,
    arenaBytes: snapshot.arenaBytes,
    usedBytes: snapshot.usedBytes,
    preludeId,
    imageId: image.buildId,
    instructions: snapshot.count("instructions"),
    bytesWritten: snapshot.count("written"),
    bytesRead: snapshot.count("read"),
    frames: [...snapshot.frames()].map((frame) => {
      const place = values.functionPlace(frame.function);
      const known = place.image === 1 ? debug?.functions.find((candidate) => candidate.offset === place.offset) : undefined;
      const line = known && lineAt(known, frame.pc);
      const file = known && debug?.files[known.file]?.path;
      return {
        function: values.functionName(frame.function),
        image: place.image === 1 ? "program" : "prelude",
        pc: frame.pc,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        locals: (known?.locals ?? []).flatMap((name, register) => {
          const word = frame.registers[register];
          return word ? [{ name, value: values.show(word) }] : [];
        }),
      };
    }),
    globals: snapshot.globals().flatMap((word, index) => {
      const name = image.globals[index] ?? `${index}`;
      return word === 0 ? [] : [{ name, value: values.show(word) }];
    }),
    objects: countObjects(snapshot),
  };
}

function lineAt(known: DebugFunction, pc: number): number | undefined {
  return known.lines.findLast(([from]) => from <= pc)?.[1];
}

function countObjects(snapshot: Snapshot): Inspection["objects"] {
  const counts = new Map<string, { count: number; bytes: number }>();
  for (const { type, words } of snapshot.objects()) {
    const name = OBJECT_NAMES[type] ?? `type ${type}`;
    const entry = counts.get(name) ?? { count: 0, bytes: 0 };
    entry.count++;
    entry.bytes += words * 4;
    counts.set(name, entry);
  }
  return [...counts].map(([type, entry]) => ({ type, ...entry })).sort((a, b) => b.bytes - a.bytes);
}

/** How many items of a container are shown, and how deeply. */
const MOST_ITEMS = 8;
const DEEPEST = 3;

/** Values of an arena as short texts. Whatever is damaged shows as `<damaged>`. */
class Values {
  private readonly strings: Map<number, string>;
  private readonly names: Names;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly image: Image,
    private readonly isPreludeKnown: boolean,
  ) {
    this.names = new Names(image, isPreludeKnown ? prelude : null);
    this.strings = new Map(image.symbols.map((name, index) => [image.firstSymbol + index, name]));
    if (isPreludeKnown) for (const [number, name] of prelude.symbols.entries()) this.strings.set(number, name);
  }

  show(word: number, depth = 0): string {
    try {
      return this.text(word, depth);
    } catch {
      return "<damaged>";
    }
  }

  private text(word: number, depth: number): string {
    if (word === 0) return "<unbound>";
    if (word & 1) return `${(word | 0) >> 1}`;
    if ((word & 3) === 0) return this.object(this.snapshot.object(word), depth);
    const payload = word >>> 5;
    switch ((word >>> 2) & 7) {
      case IMMEDIATE.singleton:
        return ["None", "False", "True", "NotImplemented", "Ellipsis"][payload] ?? "<damaged>";
      case IMMEDIATE.symbol:
        return JSON.stringify(this.strings.get(payload) ?? `symbol ${payload}`);
      case IMMEDIATE.object:
        if ((payload & 3) === 0) return `<constant of the prelude at word ${payload >>> 2}>`;
        return this.names.value(this.image.constantAt(payload >>> 2));
      case IMMEDIATE.function:
        return `<function ${this.functionName(word)}>`;
      case IMMEDIATE.builtin:
        return `<builtin ${builtins[payload]?.name ?? payload}>`;
      case IMMEDIATE.type:
        return `<type ${builtinTypes[payload]?.name ?? payload}>`;
      case IMMEDIATE.module:
        return `<module ${this.image.modules.find((module) => module.offset === payload >>> 2)?.name ?? ""}>`;
      default:
        return "<class template>";
    }
  }

  private object(object: ArenaObject, depth: number): string {
    const at = (word: number): number => this.snapshot.word(object.at + word * 4);
    switch (OBJECT_NAMES[object.type]) {
      case "str":
        return JSON.stringify(decodeText(this.snapshot.content(object, 2, (object.words - 2) * 4 - object.twoBits)));
      case "bytes":
        return `<bytes of ${(object.words - 2) * 4 - object.twoBits}>`;
      case "float":
        return floatText(doubleOf(at(1), at(2)));
      case "int": {
        let magnitude = 0n;
        for (let word = object.words - 1; word > 0; word--) magnitude = (magnitude << 32n) | BigInt(at(word));
        return `${object.oneBit ? -magnitude : magnitude}`;
      }
      case "tuple":
        return this.items(object.at + 4, object.words - 1, depth, "(", ")");
      case "list": {
        const length = at(1) >> 1;
        return at(2) === 0 ? "[]" : this.items(at(2) + 4, length, depth, "[", "]");
      }
      case "dict":
      case "set":
        return this.table(object, depth);
      case "class":
        return `<class ${this.show(at(2), DEEPEST)}>`;
      case "instance":
        return `<${this.className(at(1))} object>`;
      case "function":
        return `<function ${this.functionName(at(1))}>`;
      default:
        return `<${OBJECT_NAMES[object.type] ?? "object"}>`;
    }
  }

  private items(start: number, length: number, depth: number, open: string, close: string): string {
    if (depth >= DEEPEST) return `${open}…${close}`;
    const shown = Math.min(length, MOST_ITEMS);
    const texts = Array.from({ length: shown }, (_, index) => this.show(this.snapshot.word(start + index * 4), depth + 1));
    if (length > shown) texts.push(`… ${length} in all`);
    return `${open}${texts.join(", ")}${close}`;
  }

  private table(object: ArenaObject, depth: number): string {
    const at = (word: number): number => this.snapshot.word(object.at + word * 4);
    const [used, live, entries] = [at(1) >> 1, at(2) >> 1, at(3)];
    if (entries === 0 || live === 0) return "{}";
    if (depth >= DEEPEST) return "{…}";
    const isDict = OBJECT_NAMES[object.type] === "dict";
    const hashWords = object.oneBit ? 2 : 0;
    const stride = hashWords + (isDict ? 2 : 1);
    const texts: string[] = [];
    for (let entry = 0; entry < used && texts.length < MOST_ITEMS; entry++) {
      const from = entries + 4 + (entry * stride + hashWords) * 4;
      const key = this.snapshot.word(from);
      if (key === 0) continue;
      const value = isDict ? `: ${this.show(this.snapshot.word(from + 4), depth + 1)}` : "";
      texts.push(this.show(key, depth + 1) + value);
    }
    if (live > texts.length) texts.push(`… ${live} in all`);
    return `{${texts.join(", ")}}`;
  }

  private className(word: number): string {
    if ((word & 3) !== 0) return this.show(word).replace(/^<type (.*)>$/, "$1");
    return this.show(this.snapshot.word(word + 8)).replaceAll('"', "");
  }

  /** The record behind a function's value. */
  functionPlace(word: number): { image: number; offset: number } {
    const code = (word & 3) === 0 && word !== 0 ? this.snapshot.word(word + 4) : word;
    return { image: (code >>> 5) & 3, offset: code >>> 7 };
  }

  functionName(word: number): string {
    const { image, offset } = this.functionPlace(word);
    if (image === 1) return this.image.functions.find((record) => record.offset === offset)?.name ?? `word ${offset}`;
    const known = this.isPreludeKnown ? prelude.functions.find(([, value]) => value >>> 7 === offset) : undefined;
    return known?.[0] ?? `word ${offset}`;
  }
}

function doubleOf(low: number, high: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, high);
  view.setUint32(4, low);
  return view.getFloat64(0);
}

export function renderInspection(inspection: Inspection): string {
  const { snapshotBytes, arenaBytes, usedBytes, imageId, preludeId, instructions, bytesWritten, bytesRead } = inspection;
  const lines = [
    `snapshot of ${snapshotBytes} bytes: ${usedBytes} of ${arenaBytes} bytes of the arena are in use`,
    `image ${imageId}, prelude ${preludeId}`,
    `${instructions} instructions executed, ${bytesWritten} bytes written, ${bytesRead} bytes read`,
    "",
    "frames, the innermost first:",
  ];
  for (const frame of inspection.frames) {
    const place = frame.file === undefined ? `${frame.image}, instruction ${frame.pc}` : `${frame.file}:${frame.line ?? "?"}`;
    lines.push(`  ${frame.function} (${place})`);
    for (const local of frame.locals) lines.push(`      ${local.name} = ${local.value}`);
  }
  if (inspection.frames.length === 0) lines.push("  none: the program has ended");
  lines.push("", "globals:");
  for (const { name, value } of inspection.globals) lines.push(`  ${name} = ${value}`);
  lines.push("", "objects:");
  for (const { type, count, bytes } of inspection.objects) {
    lines.push(`  ${type.padEnd(12)} ${`${count}`.padStart(6)} ${`${bytes}`.padStart(8)} bytes`);
  }
  return `${lines.join("\n")}\n`;
}
