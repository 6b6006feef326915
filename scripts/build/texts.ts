/**
 * Packs the machine's messages for the lx106. Bytes from 128 on stand for pairs of bytes, which may be such themselves (byte pair encoding; P. Gage, "A new
 * algorithm for data compression", C Users Journal 12(2), 1994); np_next_char of runtime-c/vm/text.c unpacks them. A message is a string of gcc's assembler text in
 * one line that has a blank or a `%`: np_raise and np_text_c are the only ones to read such.
 */

export interface Packed {
  /** The rewritten texts, in the order given. */
  readonly texts: string[];
  /** What the bytes from 128 on stand for, the first in the low byte. */
  readonly pairs: number[];
}

const FIRST = 128;
/** Pairs within pairs; NP_PACKED_DEPTH of text.h. */
const DEEPEST = 8;
/** A pair takes two bytes itself, and saves one wherever it stands. */
const LEAST = 3;

const STRING = /^\t\.string\t"((?:[^"\\]|\\["\\])*)"$/;
const isMessage = (text: string): boolean => /[ %]/.test(text);

export function packTexts(texts: readonly string[]): Packed {
  const files = texts.map((text) => text.split("\n"));
  const packed = new Map<string, number[]>();
  for (const lines of files) for (const line of lines) readMessage(line, (text) => packed.set(text, [...Buffer.from(text, "latin1")]));
  const pairs = pairUp([...packed.values()]);
  const write = (line: string): string => {
    let written = line;
    readMessage(line, (text) => {
      written = `\t.string\t"${packed.get(text)!.map(escaped).join("")}"`;
    });
    return written;
  };
  return { texts: files.map((lines) => lines.map(write).join("\n")), pairs };
}

function readMessage(line: string, take: (text: string) => void): void {
  const text = STRING.exec(line)?.[1]?.replace(/\\(.)/g, "$1");
  if (text !== undefined && isMessage(text)) take(text);
}

const escaped = (byte: number): string => (byte >= FIRST ? `\\${byte.toString(8)}` : String.fromCharCode(byte).replace(/["\\]/, "\\$&"));

/** Replaces the most frequent pair as long as it is worth it, in place; answers the pairs. */
function pairUp(all: number[][]): number[] {
  const pairs: number[] = [];
  const depths: number[] = [];
  const depth = (byte: number): number => (byte < FIRST ? 0 : depths[byte - FIRST]!);
  while (pairs.length < 256 - FIRST) {
    const counts = new Map<number, number>();
    for (const bytes of all) {
      for (let i = 0; i + 1 < bytes.length; i++) {
        const pair = bytes[i]! | (bytes[i + 1]! << 8);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
        if (bytes[i] === bytes[i + 1] && bytes[i + 2] === bytes[i]) i++;
      }
    }
    const deep = (pair: number): number => 1 + Math.max(depth(pair & 255), depth(pair >> 8));
    const [best, count] = [...counts].reduce((a, b) => (b[1] > a[1] && deep(b[0]) <= DEEPEST ? b : a), [0, 0] as [number, number]);
    if (count < LEAST) break;
    const byte = FIRST + pairs.length;
    depths.push(deep(best));
    pairs.push(best);
    for (const bytes of all)
      for (let i = 0; i + 1 < bytes.length; i++) if ((bytes[i]! | (bytes[i + 1]! << 8)) === best) bytes.splice(i, 2, byte);
  }
  return pairs;
}

/** The pairs as assembler text, two in a word: flash is read by words. */
export function textOfPairs(pairs: readonly number[]): string {
  const words = Array.from({ length: (pairs.length + 1) >> 1 }, (_, i) => ((pairs[2 * i]! | ((pairs[2 * i + 1] ?? 0) << 16)) >>> 0).toString(16));
  const rows = words.map((word) => `\t.word\t0x${word}\n`).join("");
  return `\t.section\t.rodata.np_text_pairs,"a",@progbits\n\t.align\t4\n\t.global\tnp_text_pairs\nnp_text_pairs:\n${rows}`;
}
