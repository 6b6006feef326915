/** The characters of `\\N{…}`, by Unicode's names and aliases, as CPython's unicodedata knows them. */
import { brotliDecompressSync } from "node:zlib";
import { unicodeNames } from "../../build/generated/unicode-names.js";

interface Names {
  readonly points: ReadonlyMap<string, number>;
  /** Ranges of ideographs, which are called by their numbers. */
  readonly numbered: readonly (readonly [number, number])[];
}

let known: Names | null = null;

/** The table is taken apart at the first name that is looked up. */
function names(): Names {
  if (known) return known;
  const [ranges = "", ...lines] = brotliDecompressSync(Buffer.from(unicodeNames, "base64")).toString().split("\n");
  const points = new Map<string, number>();
  let point = 0;
  for (const line of lines) {
    const space = line.indexOf(" ");
    point += Number.parseInt(line.slice(0, space), 36);
    points.set(line.slice(space + 1), point);
  }
  known = { points, numbered: ranges.split(" ").map((range) => range.split("-").map(Number) as [number, number]) };
  return known;
}

const IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
const SYLLABLE = "HANGUL SYLLABLE ";
/** Short names of the letters that a Hangul syllable is put together of. */
const LEADS = ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];
const VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const TAILS = ["", ..."G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ")];

/** The number of the character that a name means, whatever its case; null if there is none. */
export function characterNamed(text: string): number | null {
  const name = text.toUpperCase();
  if (name.startsWith(SYLLABLE)) return syllable(name.slice(SYLLABLE.length));
  if (name.startsWith(IDEOGRAPH)) {
    const digits = name.slice(IDEOGRAPH.length);
    const point = /^[0-9A-F]{4,5}$/.test(digits) ? Number.parseInt(digits, 16) : -1;
    return names().numbered.some(([first, last]) => point >= first && point <= last) ? point : null;
  }
  return names().points.get(name) ?? null;
}

/** The longest letters that fit come first, as in the standard. */
function syllable(name: string): number | null {
  const take = (letters: readonly string[], from: number): number => {
    let best = -1;
    for (const [index, letter] of letters.entries()) {
      if (name.startsWith(letter, from) && (best < 0 || letter.length > letters[best]!.length)) best = index;
    }
    return best;
  };
  const lead = take(LEADS, 0);
  const vowel = take(VOWELS, LEADS[lead]!.length);
  if (vowel < 0) return null;
  const start = LEADS[lead]!.length + VOWELS[vowel]!.length;
  const tail = take(TAILS, start);
  return start + TAILS[tail]!.length === name.length ? 0xac00 + (lead * VOWELS.length + vowel) * TAILS.length + tail : null;
}
