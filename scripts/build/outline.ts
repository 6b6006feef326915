/**
 * Makes code smaller behind the compiler: sequences of instructions that stand in several places of gcc's assembler text for the lx106 become pieces of their own,
 * which those places jump to or call. Four kinds:
 * - `tail`: ends with a return (or a jump to another function). Its places jump there: `j piece`.
 * - `call`: ends with a call. `call0 piece` has the same return address as the call had, so the piece jumps to the callee.
 * - `body`: neither. `call0 piece`, and the piece returns; only where register a0, which takes the return address, holds nothing that is still needed.
 * - `entry`: as call or body, and a0 is stored in it, which is how functions begin: `mov.n a11, a0`, `call0 piece`, and the piece stores a11; only where a11 holds nothing.
 * No instruction changes otherwise, only where it stands; so registers and stack are at each of them what they were.
 */
import { asJump, type Block, functionsOf, isCall, isLeave, mentions, type Names, namesOf, needsOf, portable, sizeOf } from "./assembly.js";

export interface Outlined {
  /** The rewritten texts, in the order given. */
  readonly texts: string[];
  /** The pieces, as one more text. */
  readonly shared: string;
  /** Bytes saved, by the sizes that the mnemonics tell. */
  readonly saved: number;
}

type Kind = "tail" | "call" | "body" | "entry";

/** Instructions that are executed one after the other, with nothing that leads into their middle. */
interface Run {
  /** Ids of instructions by text. */
  ids: number[];
  /** Behind instruction i a0 is needed. */
  needed: boolean[];
  /** Before instruction i a11 holds nothing that is needed. */
  spare: boolean[];
  /** Where they stand: line numbers of the text, in step with ids. */
  lines: number[];
  file: number;
}

interface Piece {
  readonly name: string;
  readonly kind: Kind;
  readonly run: Run;
}

const LONGEST = 16;
/** A piece must save so many bytes to be worth its jump. */
const LEAST = 3;
const JUMP = 3;
const OF_THE_BEST = 0.92;
const MOVE = "mov.n\ta11, a0";

/** The instructions of a text that may be moved. */
function runsOf(lines: readonly string[], known: Names, id: (text: string) => number): Run[] {
  const runs: Run[] = [];
  const readBlock = (block: Block, needed: boolean[], needed11: boolean[], needed11Before: boolean): void => {
    let run: Run | undefined;
    block.texts.forEach((text, k) => {
      const moved = block.fixed[k] ? undefined : portable(text, known);
      if (moved === undefined) {
        run = undefined;
        return;
      }
      if (!run) runs.push((run = { ids: [], needed: [], spare: [], lines: [], file: known.file }));
      run.ids.push(id(moved));
      run.needed.push(needed[k]!);
      run.spare.push(!(k > 0 ? needed11[k - 1]! : needed11Before));
      run.lines.push(block.lines[k]!);
    });
  };
  for (const blocks of functionsOf(lines)) {
    const a0 = needsOf(blocks, "a0");
    const a11 = needsOf(blocks, "a11");
    blocks.forEach((block, b) => void readBlock(block, a0.behind[b]!, a11.behind[b]!, a11.atStart[b]!));
  }
  return runs;
}

export function outline(texts: readonly string[]): Outlined {
  const files = texts.map((text) => text.split("\n"));
  const idOf = new Map<string, number>();
  const textOf: string[] = [];
  const id = (text: string): number => {
    let known = idOf.get(text);
    if (known === undefined) {
      known = textOf.push(text) - 1;
      idOf.set(text, known);
    }
    return known;
  };
  const runs = files.flatMap((lines, file) => runsOf(lines, namesOf(lines, file), id));

  const pieces: Piece[] = [];
  let saved = 0;
  /* of the best; lower while those that are counted overlap, so that none of them can be made */
  let share = OF_THE_BEST;
  for (let round = pick(runs, textOf, share); round.length > 0; round = pick(runs, textOf, share)) {
    const taken = new Set<Run>();
    for (const { sequence, kind } of round) {
      const places = placesOf(runs, textOf, sequence, kind, taken);
      const body = sequence.map((i) => textOf[i]!);
      const gain = gainOf(body, kind, places.length);
      if (places.length < 2 || gain < LEAST) continue;
      const name = `np_shared_${pieces.length}`;
      const there = [...(kind === "entry" ? [MOVE] : []), kind === "tail" ? `j\t${name}` : `call0\t${name}`];
      for (const { run, at } of places) {
        replace(run, at, sequence.length, there.map(id), files[run.file]);
        taken.add(run);
      }
      const content = contentOf(body, kind).map(id);
      const run: Run = { ids: content, needed: content.map(() => true), spare: content.map(() => false), lines: content.map(() => 0), file: -1 };
      runs.push(run);
      taken.add(run);
      pieces.push({ name, kind, run });
      saved += gain;
    }
    if (taken.size === 0 && share < 0.01) break;
    share = taken.size === 0 ? share / 2 : OF_THE_BEST;
  }
  const labels = { next: 0 };
  const shared = pieces.map((piece) => textOfPiece(piece, textOf, labels)).join("");
  return { texts: files.map((lines, file) => [...withoutUnused(lines), ...exported(shared, file)].join("\n")), shared, saved };

  function replace(run: Run, at: number, length: number, put: number[], lines: string[] | undefined): void {
    const stood = run.lines.slice(at, at + length);
    run.ids.splice(at, length, ...put);
    run.needed.splice(at, length, ...put.map((_, i) => i < put.length - 1 || run.needed[at + length - 1]!));
    run.spare.splice(at, length, ...put.map((_, i) => i === 0 && run.spare[at]!));
    run.lines.splice(at, length, ...stood.slice(0, put.length));
    if (lines) stood.forEach((line, i) => void (lines[line] = i < put.length ? `\t${textOf[put[i]!]!}` : ""));
  }
}

/** A text without the literals that only moved instructions used. */
function withoutUnused(lines: readonly string[]): string[] {
  const used = new Set(lines.flatMap((line) => (/^\t?\.literal /.test(line.trimStart()) ? [] : [...line.matchAll(/\.LC\d+/g)].map(([label]) => label))));
  return lines.filter((line) => {
    const label = /^\s*\.literal (\.LC\d+),/.exec(line)?.[1];
    return label === undefined || used.has(label);
  });
}

/** What makes functions that only their file knows known to the pieces. */
const exported = (shared: string, file: number): string[] =>
  [...new Set(shared.match(new RegExp(`\\bnp_own_${file}_[\\w.$]+`, "g")))].flatMap((name) => [`\t.global\t${name}`, `\t.set\t${name}, ${name.slice(`np_own_${file}_`.length)}`, ""]);

/** What a piece consists of. */
function contentOf(body: readonly string[], kind: Kind): string[] {
  if (kind === "tail") return [...body];
  const stored = kind === "entry" ? body.map((text) => text.replace(/\ba0\b/, "a11")) : body;
  const last = stored.at(-1)!;
  return isCall(last) ? [...stored.slice(0, -1), asJump(last)] : [...stored, "ret.n"];
}

function textOfPiece({ name, kind, run }: Piece, textOf: readonly string[], labels: { next: number }): string {
  const align = kind === "tail" ? "" : "\t.align\t4\n";      // what is called begins at a word
  const literals: string[] = [];
  const body = run.ids.map((i) => {
    const text = textOf[i]!.replace(/([\w.$]+)@(\d+)$/, "np_own_$2_$1");
    const [, load, value] = /^(l32r\t\w+, )=(.+)$/.exec(text) ?? [];
    if (value === undefined) return `\t${text}\n`;
    literals.push(`\t.literal .LC${labels.next}, ${value}\n`);
    return `\t${load}.LC${labels.next++}\n`;
  });
  const pool = literals.length > 0 ? `\t.literal_position\n${literals.join("")}` : "";
  return `\t.section\t.text.${name},"ax",@progbits\n${pool}${align}\t.global\t${name}\n\t.type\t${name}, @function\n${name}:\n${body.join("")}\t.size\t${name}, .-${name}\n`;
}

function gainOf(sequence: readonly string[], kind: Kind, count: number): number {
  const size = sequence.reduce((sum, text) => sum + sizeOf(text), 0);
  const words = (bytes: number): number => (bytes + 3) & ~3;
  if (kind === "tail") return count * (size - JUMP) - size;
  return count * (size - JUMP - (kind === "entry" ? 2 : 0)) - words(isCall(sequence.at(-1)!) ? size : size + 2);
}

/** What kind of piece the instructions from `at` on, `length` of them, could become there. */
function kindAt(run: Run, textOf: readonly string[], at: number, length: number): Kind | undefined {
  const last = textOf[run.ids[at + length - 1]!]!;
  if (isLeave(last)) return "tail";
  let stores = 0;
  for (let i = at; i < at + length; i++) {
    const text = textOf[run.ids[i]!]!;
    if (i < at + length - 1 && isCall(text)) return undefined;
    if (!mentions(text, "a0")) continue;
    if (!/^s32i(\.n)?\ta0, sp, /.test(text)) return undefined;
    stores++;
  }
  const call = isCall(last);
  if (!call && run.needed[at + length - 1]) return undefined;
  if (stores === 0) return call ? "call" : "body";
  if (stores > 1 || !run.spare[at]) return undefined;
  for (let i = at; i < at + length; i++) if (mentions(textOf[run.ids[i]!]!, "a11")) return undefined;
  return "entry";
}

/** The most profitable sequences: those that gain at least a share of what the best does. */
function pick(runs: readonly Run[], textOf: readonly string[], share: number): { sequence: number[]; kind: Kind }[] {
  const counts = new Map<string, { run: Run; at: number; length: number; kind: Kind; count: number }>();
  for (const run of runs) {
    for (let at = 0; at < run.ids.length; at++) {
      let key = "";
      for (let length = 1; length <= LONGEST && at + length <= run.ids.length; length++) {
        key += `${run.ids[at + length - 1]},`;
        if (length < 2) continue;
        const kind = kindAt(run, textOf, at, length);
        if (!kind) continue;
        const known = counts.get(key);
        if (known) known.count++;
        else counts.set(key, { run, at, length, kind, count: 1 });
      }
    }
  }
  const found = [...counts.values()]
    .filter(({ count }) => count > 1)
    .map(({ run, at, length, kind, count }) => {
      const sequence = run.ids.slice(at, at + length);
      return { sequence, kind, gain: gainOf(sequence.map((i) => textOf[i]!), kind, count) };
    })
    .filter(({ gain }) => gain >= LEAST)
    .sort((a, b) => b.gain - a.gain);
  const best = found[0]?.gain ?? 0;
  return found.filter(({ gain }) => gain >= share * best);
}

/** Where a sequence stands, at most once in a run, and in none that this round has changed. */
function placesOf(runs: readonly Run[], textOf: readonly string[], sequence: readonly number[], kind: Kind, taken: ReadonlySet<Run>): { run: Run; at: number }[] {
  return runs.flatMap((run) => {
    if (taken.has(run)) return [];
    for (let at = 0; at + sequence.length <= run.ids.length; at++)
      if (sequence.every((wanted, i) => run.ids[at + i] === wanted) && kindAt(run, textOf, at, sequence.length) === kind) return [{ run, at }];
    return [];
  });
}
