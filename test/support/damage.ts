/** Ways to damage images and snapshots: blindly, by bits and words, and knowingly, by putting what is valid where it does not belong. */
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { arenaHeader, arenaHeaderWords } from "../../build/generated/arena.js";
import { builtins, builtinTypes } from "../../build/generated/builtins.js";
import { type OpName, opcodeByName, opcodes } from "../../build/generated/opcodes.js";
import { IMMEDIATE, immediate, place } from "../../compiler/constants.js";
import { RECORD_WORDS } from "../../compiler/image.js";
import { type FunctionRecord, type Image, readImage } from "../../compiler/image-reader.js";

/** A good image, with a snapshot of it or without. */
export interface Seed {
  image: Uint8Array;
  /** The image, read. */
  content: Image;
  snapshot?: Uint8Array;
  /** The prelude that the image was compiled against, and the same, read. */
  prelude?: { image: Uint8Array; content: Image };
}

/** What a run is given; checksums are right. */
export interface Damaged {
  image: Uint8Array;
  snapshot?: Uint8Array;
  prelude?: Uint8Array;
}

export type Random = (below: number) => number;

/** A small generator of random numbers, the same everywhere (mulberry32). */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const oneOf = <T>(below: Random, list: readonly T[]): T => list[below(list.length)]!;

// --- checksums ----------------------------------------------------------------------------------------------

/** Makes length, build id and checksum of an image what its bytes say. */
export function sealImage(image: Uint8Array): Uint8Array {
  if (image.length < 24) return image;
  const view = new DataView(image.buffer, image.byteOffset);
  view.setUint32(8, image.length, true);
  image.set(createHash("sha256").update(image.subarray(24)).digest().subarray(0, 8), 12);
  view.setUint32(20, crc32(image.subarray(24)), true);
  return image;
}

/** Makes length and checksum of a snapshot right, and lets it name the image. */
export function sealSnapshot(snapshot: Uint8Array, image?: Uint8Array): Uint8Array {
  if (snapshot.length < 32) return snapshot;
  const view = new DataView(snapshot.buffer, snapshot.byteOffset);
  if (image) snapshot.set(image.subarray(12, 20), 24);
  view.setUint32(8, snapshot.length, true);
  view.setUint32(12, crc32(snapshot.subarray(16)), true);
  return snapshot;
}

/** Lets an image, and a snapshot of it, name a prelude. */
function namePrelude({ image, snapshot }: Seed, prelude: Uint8Array): Damaged {
  const named = image.slice();
  named.set(prelude.subarray(12, 20), 24);
  sealImage(named);
  if (!snapshot) return { image: named, prelude };
  const following = snapshot.slice();
  following.set(prelude.subarray(12, 20), 16);
  return { image: named, prelude, snapshot: sealSnapshot(following, named) };
}

/** Damages the prelude of a good program, by bits or by what else exists there. */
export function damagePrelude(seed: Seed, below: Random): Damaged {
  const part: Seed = seed.prelude!;
  return namePrelude(seed, (below(2) === 0 ? damageBits(part, below) : damageTypes(part, below)).image);
}

// --- blindly ------------------------------------------------------------------------------------------------

/** Flips bits, replaces words by telling ones, or cuts the end off: in the snapshot, if there is one. */
export function damageBits({ image, snapshot }: Seed, below: Random): Damaged {
  return snapshot ? { image, snapshot: sealSnapshot(damage(snapshot, below)) } : { image: sealImage(damage(image, below)) };
}

function damage(bytes: Uint8Array, below: Random): Uint8Array {
  const result = bytes.slice(0, below(20) === 0 ? below(bytes.length + 1) & ~(below(2) * 3) : bytes.length);
  if (result.length < 8) return result;
  const view = new DataView(result.buffer);
  const wordAt = (): number => below(result.length >> 2) * 4;
  for (let changes = 1 + below(3); changes > 0; changes--) {
    const at = wordAt();
    const word = view.getUint32(at, true);
    const telling = [0, 1, word + 4, word - 4, word ^ 1, word ^ 0x80000000, 0xffffffff, view.getUint32(wordAt(), true)];
    view.setUint32(at, below(2) === 0 ? word ^ (1 << below(32)) : oneOf(below, telling), true);
  }
  return result;
}

// --- knowingly ----------------------------------------------------------------------------------------------

/**
 * Exchanges values, operands and instructions for others that exist, and plants calls of builtins with whatever arguments: most of what
 * comes out passes the checks and runs.
 */
export function damageTypes(seed: Seed, below: Random): Damaged {
  const image = new ImageEditor(seed, below);
  const snapshot = seed.snapshot && new SnapshotEditor(seed, below);
  const stands = snapshot?.whereItStands() ?? image.somewhere();
  if (snapshot && below(3) > 0) for (let changes = 1 + below(4); changes > 0; changes--) snapshot.exchangeWord();
  if (!snapshot && below(3) > 0) for (let changes = 1 + below(3); changes > 0; changes--) image.exchange();
  else image.plantCalls(stands);
  const sealed = sealImage(image.bytes);
  return snapshot ? { image: sealed, snapshot: sealSnapshot(snapshot.bytes, sealed) } : { image: sealed };
}

const smallInts = [0, 1, -1, 2, 3, 7, 31, 100, 255, 4096, 0x110000, 0x3fffffff, -0x40000000];
const singletons = 5;

type Instruction = [op: OpName, a: number, b: number, c: number];

interface Place {
  record: FunctionRecord;
  pc: number;
}

class ImageEditor {
  readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly content: Image;

  constructor(
    seed: Seed,
    private readonly below: Random,
  ) {
    this.bytes = seed.image.slice();
    this.view = new DataView(this.bytes.buffer);
    this.content = seed.content;
  }

  somewhere(): Place {
    const record = oneOf(this.below, this.content.functions);
    return { record, pc: this.below(record.code.length) };
  }

  exchange(): void {
    const below = this.below;
    const { record, pc } = this.somewhere();
    const at = this.codeAt(record) + pc;
    switch (below(6)) {
      case 0: {
        const other = this.somewhere().record;
        if (record.constants.length > 0 && other.constants.length > 0)
          this.set(this.constantAt(record, below), this.get(this.constantAt(other, below)));
        break;
      }
      case 1:
        if (record.constants.length > 0) this.set(this.constantAt(record, below), callee(below).word);
        break;
      case 2:
        this.set(at, ((this.get(at) & 0xffffff00) | below(opcodes.length)) >>> 0);
        break;
      case 3:
        this.bytes[at * 4 + 1 + below(3)] = below(oneOf(below, [10, 256]));
        break;
      case 4:
        this.exchangeMethod();
        break;
      default:
        this.set(at, this.get(this.codeAt(record) + below(record.code.length)));
    }
  }

  /** Gives a method of a builtin type, if the image has any, another function, type or name. */
  private exchangeMethod(): void {
    const { methods, functions } = this.content;
    if (methods.length === 0) return;
    const at = this.get(18) + (this.get(19) & 0xffff) + 2 * this.below(methods.length);
    if (this.below(2) === 0) this.set(at, ((this.below(builtinTypes.length) << 16) | this.below(0x200)) >>> 0);
    else this.set(at + 1, immediate(IMMEDIATE.function, place(1, oneOf(this.below, functions).offset)));
  }

  /** Writes calls over the code from a place on. */
  plantCalls({ record, pc }: Place): void {
    const below = this.below;
    const { registers, constants, code } = record;
    if (constants.length === 0 || registers < 2) return;
    const end = code.length - 1; // which must not go on
    const constant = below(constants.length);
    let at = pc;
    const put = (...planted: Instruction): void => {
      if (at < end) this.set(this.codeAt(record) + at++, encode(planted));
    };
    const target = callee(below);
    this.set(record.offset + RECORD_WORDS + constant, target.word);
    for (let calls = 1 + below(3); calls > 0; calls--) {
      const count = Math.min(target.count, registers - 1, 8);
      const base = below(registers - count);
      // The last first: what a register held is still there for those before it.
      for (let i = count; i > 0; i--) put(...this.valueInto(base + i, record));
      put("LOADK", base, constant & 255, constant >> 8);
      put("CALL", base, count, 0);
      if (below(2) === 0) put("MOVE", below(registers), base, 0);
    }
  }

  /** An instruction that puts something or other into a register. */
  private valueInto(to: number, { registers, constants }: FunctionRecord): Instruction {
    const below = this.below;
    const globals = this.content.globals.length;
    switch (below(12)) {
      case 0: {
        const number = oneOf(below, [0, 1, -1, 2, 5, 31, 1000, 32767, -32768]);
        return ["LOADI", to, number & 255, (number >> 8) & 255];
      }
      case 1:
        return ["LOADS", to, below(singletons), 0];
      case 2: {
        const constant = below(constants.length);
        return ["LOADK", to, constant & 255, constant >> 8];
      }
      case 3: {
        const from = below(registers);
        return [oneOf(below, ["TUPLE", "LIST"]), to, from, below(Math.min(4, registers - from + 1))];
      }
      case 4:
        return below(3) === 0 ? ["CLEAR", to, 0, 0] : ["MKCELL", to, below(registers), 0];
      case 5:
        return globals > 0 ? ["GETG", to, below(Math.min(globals, 256)), 0] : ["MOVE", to, below(registers), 0];
      default:
        return ["MOVE", to, below(registers), 0];
    }
  }

  private codeAt(record: FunctionRecord): number {
    return record.offset + RECORD_WORDS + record.constants.length;
  }

  private constantAt(record: FunctionRecord, below: Random): number {
    return record.offset + RECORD_WORDS + below(record.constants.length);
  }

  private get(word: number): number {
    return this.view.getUint32(word * 4, true);
  }

  private set(word: number, value: number): void {
    this.view.setUint32(word * 4, value, true);
  }
}

const encode = ([op, a, b, c]: Instruction): number => (opcodeByName[op].code | (a << 8) | (b << 16) | (c << 24)) >>> 0;

/** A builtin or a type, and how many arguments to give it: mostly a count that it takes. */
function callee(below: Random): { word: number; count: number } {
  if (below(8) === 0) return { word: immediate(IMMEDIATE.type, below(builtinTypes.length)), count: below(4) };
  const { number, least, most } = oneOf(below, builtins);
  const count = below(10) === 0 ? below(6) : least + below(Math.min(most, least + 3) - least + 1);
  return { word: immediate(IMMEDIATE.builtin, number), count };
}

/** Words of a snapshot, by their fields (bytecode/FORMAT.md). */
const snapshotWord = { top: 9, frame: 10, rest: 12 } as const;
/** Where the globals begin; in the arena they stand behind its whole header. */
const headWords = snapshotWord.rest + arenaHeaderWords - arenaHeader.ids;
/** The bit of the outcome that tells of words for handlers behind the head. */
const hasHandlers = 0x1000;

/** How many instructions its program has executed; 0 where it is too short to say. */
export function instructionsOf(snapshot: Uint8Array): number {
  const at = 4 * (snapshotWord.rest + arenaHeader.instructions - arenaHeader.ids);
  if (snapshot.length < at + 8) return 0;
  return Number(new DataView(snapshot.buffer, snapshot.byteOffset).getBigUint64(at, true));
}

class SnapshotEditor {
  readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly objects: number[] = [];

  constructor(
    private readonly seed: Seed,
    private readonly below: Random,
  ) {
    this.bytes = seed.snapshot!.slice();
    this.view = new DataView(this.bytes.buffer);
    const top = this.get(snapshotWord.top);
    for (let at = 4 * (arenaHeaderWords + seed.content.globals.length); at < top; at += 4 * (this.get(this.wordOf(at)) >>> 10)) {
      this.objects.push(at);
    }
  }

  /** The innermost frame on the stack that runs the program's own code. */
  whereItStands(): Place | undefined {
    const size = this.get(8);
    const words = this.bytes.length / 4;
    for (let frame = this.get(snapshotWord.frame); frame !== 0; ) {
      const at = frame < this.get(snapshotWord.top) ? this.wordOf(frame) : words - (size - frame) / 4;
      const [previous, code, state] = [this.get(at), this.functionOf(this.get(at + 1)), this.get(at + 2)];
      const record = this.seed.content.functions.find(({ offset }) => code === immediate(IMMEDIATE.function, place(1, offset)));
      // One that waits for a call goes on behind it.
      if (record) return { record, pc: (state >>> 16) + (frame === this.get(snapshotWord.frame) ? 0 : 1) };
      frame = previous;
    }
    return undefined;
  }

  exchangeWord(): void {
    const below = this.below;
    if (this.objects.length > 0 && below(4) === 0) {
      // What the arena's header names: events that nobody sent, an answer that nobody gave.
      const root = oneOf(below, ["argv", "attributes", "mailbox", "answer"] as const);
      this.set(snapshotWord.rest + arenaHeader[root] - arenaHeader.ids, oneOf(below, this.objects));
      return;
    }
    const anyWord = (): number => 9 + below(this.bytes.length / 4 - 9);
    const at = anyWord();
    this.set(
      at,
      this.valueFor(this.get(at), () => this.get(anyWord())),
    );
  }

  private valueFor(word: number, other: () => number): number {
    const below = this.below;
    const kind = below(10);
    if (kind < 3) return other();
    if (kind < 6) return this.objects.length > 0 ? oneOf(below, this.objects) : 0;
    if (kind === 6) return immediate(below(8), below(oneOf(below, [8, 700])));
    if (kind === 7) return (oneOf(below, smallInts) * 2 + 1) >>> 0;
    if (kind === 8) return (word ^ (1 << below(32))) >>> 0;
    return oneOf(below, [0, 2, immediate(0, 2), word + 2, word - 2]) >>> 0;
  }

  private functionOf(value: number): number {
    return (value & 3) === 0 && value !== 0 ? this.get(this.wordOf(value) + 1) : value;
  }

  /** The word at which a byte of the arena, of the globals or the objects, stands. */
  private wordOf(offset: number): number {
    const outcome = this.get(snapshotWord.rest + arenaHeader.outcome - arenaHeader.ids);
    const handlers = outcome & hasHandlers ? arenaHeader.exception - arenaHeader.alarm : 0;
    return headWords + handlers - arenaHeaderWords + offset / 4;
  }

  private get(word: number): number {
    return this.view.getUint32(word * 4, true);
  }

  private set(word: number, value: number): void {
    this.view.setUint32(word * 4, value >>> 0, true);
  }
}

/** Puts builtins in the place of others, by their numbers, wherever an image names or calls them; returns how often. The checksum is the caller's. */
export function replaceBuiltins(image: Uint8Array, meant: ReadonlyMap<number, number>): number {
  const view = new DataView(image.buffer, image.byteOffset);
  let count = 0;
  const replace = (at: number, number: number | undefined, word: (other: number) => number): void => {
    const other = number === undefined ? undefined : meant.get(number);
    if (other === undefined) return;
    view.setUint32(at * 4, word(other) >>> 0, true);
    count++;
  };
  for (const { offset, constants, code } of readImage(image).functions) {
    const first = offset + RECORD_WORDS;
    for (const [index, constant] of constants.entries())
      replace(first + index, constant.kind === "builtin" ? constant.number : undefined, (other) => immediate(IMMEDIATE.builtin, other));
    for (const [pc, word] of code.entries()) {
      const isCall = opcodes[word & 255]?.name === "CALLB" || opcodes[word & 255]?.name === "CALLBR";
      replace(first + constants.length + pc, isCall ? word >>> 24 : undefined, (other) => (word & 0xffffff) | (other << 24));
    }
  }
  return count;
}
