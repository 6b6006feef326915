/**
 * The lines of a program's functions as a constant of its image: what the debug file tells the host, for programs that make texts of tracebacks themselves.
 * It is in an image whose library code names it: `library/_lines.py`, which reads it.
 *
 * A tuple: of each file its path, bytes, and its functions in the order of their first lines. The bytes are steps. The low four bits of one are how many
 * words of code it goes on, the high four how many lines, plus four. Of a function: steps of lines alone, from the first line of the one before (the first
 * begins at line 0) to its own; from there steps to each further line, that of the words first; and END, which goes on by nothing.
 */
import { type Const, str, tuple } from "./constants.js";
import { libraryFolder } from "./debug.js";
import type { FunctionUnit, Program } from "./program.js";

/** What library code calls it. */
export const lineTableName = "_line_table";

const MOST_WORDS = 15;
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
  while (words !== 0 || lines !== 0) {
    const some = Math.min(words, MOST_WORDS);
    words -= some;
    const way = words > 0 ? 0 : Math.max(-BACK, Math.min(lines, ON));
    lines -= way;
    bytes.push(some | ((way + BACK) << 4));
  }
  return bytes;
}
