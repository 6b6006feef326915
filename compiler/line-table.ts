/**
 * The lines of a program's functions as a constant of its image: what the debug file tells the host, for programs that make texts of tracebacks themselves.
 * It is in an image whose library code names it: `library/_lines.py`, which reads it.
 *
 * A tuple: of each file its path, bytes, and its functions in the order of their first lines. The bytes are steps. The low four bits of one are how many
 * words of code it goes on, 0 to 14, the high four how many lines, plus four; with 15 in the low bits, it goes on by no words and twelve times the lines. Of a
 * function: steps without words, from the first line of the one before (the first begins at line 0) to its own; from there steps to each further line, the
 * words first; and END, which goes on by nothing.
 */
import { type Const, str, tuple } from "./constants.js";
import { libraryFolder } from "./debug.js";
import type { FunctionUnit, Program } from "./program.js";

/** What library code calls it. */
export const lineTableName = "_line_table";

const MOST_WORDS = 14;
const FAR = 15;
const FAR_LINES = 12;
/** How far a step goes back at most, and on. */
const BACK = 4;
const ON = 11;
const END = BACK << 4;

const firstLine = ({ lines }: FunctionUnit): number => lines[0]?.[1] ?? 0;

export function lineTable({ functions, files }: Program): Const {
  const items = files.flatMap(({ path }, file): Const[] => {
    const ofFile = path.startsWith(libraryFolder) ? [] : functions.filter((unit) => unit.file === file);
    if (ofFile.length === 0) return [];
    ofFile.sort((a, b) => firstLine(a) - firstLine(b));
    const bytes = ofFile.flatMap((unit, index) => [
      ...steps(0, firstLine(unit) - (index > 0 ? firstLine(ofFile[index - 1]!) : 0)),
      ...linesOf(unit),
      END,
    ]);
    return [str(path), { kind: "bytes", value: Uint8Array.from(bytes) }, ...ofFile.map((unit): Const => ({ kind: "function", unit }))];
  });
  return tuple(items);
}

const linesOf = ({ lines }: FunctionUnit): number[] =>
  lines.slice(1).flatMap(([pc, line], index) => steps(pc - lines[index]![0], line - lines[index]![1]));

/** The bytes that go on by so many words, and then by so many lines. */
function steps(words: number, lines: number): number[] {
  const bytes: number[] = [];
  const add = (low: number, way: number) => bytes.push(low | ((way + BACK) << 4));
  for (; words > MOST_WORDS; words -= MOST_WORDS) add(MOST_WORDS, 0);
  let far = lines < -BACK || lines > ON ? Math.floor((lines + BACK) / FAR_LINES) : 0;
  const near = lines - far * FAR_LINES;
  if (words !== 0 || near !== 0) add(words, near);
  while (far !== 0) {
    const way = Math.max(-BACK, Math.min(far, ON));
    add(FAR, way);
    far -= way;
  }
  return bytes;
}
