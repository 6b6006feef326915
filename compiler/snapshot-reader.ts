/** Reads the words of a snapshot: the arena's header, its objects and its frames, wherever they lie. */
import { crc32 } from "node:zlib";
import { arenaHeader, arenaHeaderWords } from "../build/generated/arena.js";

export class SnapshotError extends Error {}

/** The word of the checksum; it covers all that follows. */
const CRC_AT = 3;
/** Words before the arena's header from `ids` on, and before the globals. */
const REST_AT = 12;
const HEAD_WORDS = REST_AT + arenaHeaderWords - arenaHeader.ids;
/** Behind them, if this bit of the outcome is set: the alarm and the dispatcher of handlers. */
const HANDLERS = 0x1000;
const HANDLERS_WORDS = arenaHeader.exception - arenaHeader.alarm;
/** Words of the arena's header that stand by themselves. */
const NAMED: { readonly [field: string]: number } = { size: 8, top: 9, fp: 10, handled: 11 };

/** Names of the object types, by number. */
export const OBJECT_NAMES = [
  "",
  "str",
  "bytes",
  "float",
  "int",
  "tuple",
  "array",
  "list",
  "bytearray",
  "buffer",
  "dict",
  "set",
  "range",
  "slice",
  "cell",
  "function",
  "method",
  "class",
  "instance",
  "generator",
  "iterator",
  "descriptor",
  "traceback",
  "index",
  "view",
  "id table",
];

export interface ArenaObject {
  /** Byte offset in the arena. */
  readonly at: number;
  readonly type: number;
  readonly words: number;
  /** The auxiliary bits 7-8, and bit 9. */
  readonly twoBits: number;
  readonly oneBit: number;
}

export interface RawFrame {
  readonly at: number;
  readonly function: number;
  readonly pc: number;
  readonly registers: readonly number[];
}

export class Snapshot {
  private readonly view: DataView;
  readonly arenaBytes: number;
  private readonly headWords: number;
  private readonly top: number;
  private readonly sp: number;

  /** `globalCount` is the image's. */
  constructor(
    readonly bytes: Uint8Array,
    private readonly globalCount: number,
  ) {
    if (bytes.length < HEAD_WORDS * 4) throw new SnapshotError("the snapshot is too short");
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.view.getUint32(CRC_AT * 4, true) !== crc32(bytes.subarray(CRC_AT * 4 + 4)))
      throw new SnapshotError("the snapshot is damaged: its checksum is wrong");
    this.arenaBytes = this.header("size");
    this.top = this.header("top");
    this.headWords = HEAD_WORDS + (this.header("outcome") & HANDLERS ? HANDLERS_WORDS : 0);
    const frames = bytes.length - this.headWords * 4 - (this.top - arenaHeaderWords * 4);
    this.sp = this.arenaBytes - frames;
    if (frames < 0 || this.sp < this.top) throw new SnapshotError("the snapshot's length is not that of its arena");
  }

  /** A word of the arena's header that is in the snapshot; `high` is the second one of a pair. */
  header(field: keyof typeof arenaHeader, high = 0): number {
    const word = NAMED[field] ?? REST_AT + arenaHeader[field] - arenaHeader.ids;
    return this.view.getUint32((word + high) * 4, true);
  }

  /** A count of 64 bits. */
  count(field: keyof typeof arenaHeader): number {
    return this.header(field) + this.header(field, 1) * 2 ** 32;
  }

  /** The word at a byte offset in the arena. */
  word(at: number): number {
    const isFrame = at >= this.sp;
    if (at % 4 !== 0 || at < 0 || (!isFrame && at + 4 > this.top) || at + 4 > this.arenaBytes) {
      throw new SnapshotError(`byte ${at} of the arena is not in the snapshot`);
    }
    const stored = (isFrame ? this.top + at - this.sp : at) - arenaHeaderWords * 4;
    if (stored < 0) throw new SnapshotError(`byte ${at} of the arena is its header's`);
    return this.view.getUint32(this.headWords * 4 + stored, true);
  }

  get usedBytes(): number {
    return this.top + this.arenaBytes - this.sp;
  }

  globals(): number[] {
    return Array.from({ length: this.globalCount }, (_, index) => this.word((arenaHeaderWords + index) * 4));
  }

  object(at: number): ArenaObject {
    const header = this.word(at);
    if (!(header & 1)) throw new SnapshotError(`no object at byte ${at}`);
    return { at, type: (header >>> 2) & 31, twoBits: (header >>> 7) & 3, oneBit: (header >>> 9) & 1, words: header >>> 10 };
  }

  /** All objects, in the order of their places. */
  *objects(): Generator<ArenaObject> {
    let at = (arenaHeaderWords + this.globalCount) * 4;
    while (at < this.top) {
      const object = this.object(at);
      if (object.words === 0) throw new SnapshotError(`the object at byte ${at} has no size`);
      yield object;
      at += object.words * 4;
    }
  }

  /** The frames from the one that runs to the outermost. */
  *frames(): Generator<RawFrame> {
    let steps = 0;
    for (let at = this.header("fp"); at !== 0 && steps < 1_000_000; steps++) {
      const state = this.word(at + 8);
      const count = (state >>> 8) & 255;
      const registers = Array.from({ length: count }, (_, index) => this.word(at + 12 + index * 4));
      yield { at, function: this.word(at + 4), pc: state >>> 16, registers };
      at = this.word(at);
    }
  }

  /** Raw bytes of an object from one of its words on. */
  content(object: ArenaObject, fromWord: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let index = 0; index < length; index++) {
      bytes[index] = this.word(object.at + (fromWord + (index >> 2)) * 4) >>> ((index & 3) * 8);
    }
    return bytes;
  }
}
