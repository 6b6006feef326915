/**
 * Makes code smaller behind the compiler: sequences of instructions that stand in several places of gcc's assembler text for the lx106 become pieces of their own,
 * which those places jump to or call. Three kinds, by how a sequence ends:
 * - `tail`: with a return (or a jump to another function). Its places jump there: `j piece`.
 * - `call`: with a call. `call0 piece` has the same return address as the call had, so the piece jumps to the callee.
 * - `body`: neither. `call0 piece`, and the piece returns; only where register a0, which takes the return address, holds nothing that is still needed.
 * No instruction changes, only where it stands; so registers and stack are at each of them what they were.
 */

export interface Outlined {
  /** The rewritten texts, in the order given. */
  readonly texts: string[];
  /** The pieces, as one more text. */
  readonly shared: string;
  /** Bytes saved, by the sizes that the mnemonics tell. */
  readonly saved: number;
}

type Kind = "tail" | "call" | "body";

/** Instructions that are executed one after the other, with nothing that leads into their middle. */
interface Run {
  /** undefined: may not be moved. Ids of instructions by text. */
  ids: number[];
  /** Behind instruction i a0 is needed. */
  needed: boolean[];
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

const isReturn = (text: string): boolean => /^ret(\.n)?$/.test(text);
const isCall = (text: string): boolean => text.startsWith("call0\t");
const isLeave = (text: string): boolean => isReturn(text) || /^j\t(?!\.L)/.test(text);

/** Bytes of an instruction. gcc names the short form (`.n`) of some; where there is one, the assembler takes it for the others too. */
function sizeOf(text: string): number {
  const [mnemonic, operands = ""] = text.split("\t") as [string, string?];
  if (mnemonic.endsWith(".n")) return 2;
  const last = Number(/, (-?\d+)$/.exec(operands)?.[1] ?? Number.NaN);
  if (mnemonic === "ret" || mnemonic === "mov" || mnemonic === "add") return 2;
  if (mnemonic === "l32i" || mnemonic === "s32i") return last >= 0 && last <= 60 && last % 4 === 0 ? 2 : 3;
  if (mnemonic === "addi") return last === -1 || (last >= 1 && last <= 15) ? 2 : 3;
  if (mnemonic === "movi") return last >= -32 && last <= 95 ? 2 : 3;
  return 3;
}

/** Whether an instruction means the same wherever it stands: it names no label of its file and needs no literal beside it. */
function movable(text: string, localFunctions: ReadonlySet<string>): boolean {
  if (/\.L|^(jx|callx|loop|l32r|b\w+\t|break|ill|rs|rsil|simcall|waiti|wsr|rsr)/.test(text)) return false;
  const immediate = /^movi(?:\.n)?\t\w+, (.+)$/.exec(text)?.[1];
  if (immediate !== undefined && !(Math.abs(Number(immediate)) <= 2047)) return false;
  const target = /^(?:j|call0)\t(\S+)$/.exec(text)?.[1];
  return target === undefined || !localFunctions.has(target);
}

/** What an instruction does with a0: "sets" it without looking at it, "reads" it, or nothing. Calls set it. */
function useOfA0(text: string): "sets" | "reads" | undefined {
  if (/^callx?0\t/.test(text)) return /\ba0\b/.test(text) ? "reads" : "sets";
  if (isLeave(text)) return "reads";
  if (!/\ba0\b/.test(text)) return undefined;
  const [, mnemonic, first, rest] = /^(\S+)\t(\w+)(.*)$/.exec(text) ?? [];
  const writes = mnemonic !== undefined && !/^(s32i|s16i|s8i|b|j|mov(eq|ne|lt|ge)z)/.test(mnemonic);
  return writes && first === "a0" && !/\ba0\b/.test(rest!) ? "sets" : "reads";
}

/** A function's lines cut into blocks, and those that follow each. */
interface Block {
  lines: number[];
  texts: string[];
  fixed: boolean[];
  next: string[];
  fallsThrough: boolean;
  label: string[];
}

/** The blocks of the functions of a text; functions that jump by a register or hold anything but instructions are left out. */
function functionsOf(lines: readonly string[]): Block[][] {
  const functions: Block[][] = [];
  let name: string | undefined;
  let blocks: Block[] | undefined;
  let awaited: string | undefined;
  let inAsm = false;
  const open = (label: string[]): Block => ({ lines: [], texts: [], fixed: [], next: [], fallsThrough: true, label });
  lines.forEach((line, at) => {
    const text = line.trim();
    if (text === "#APP") inAsm = true;
    else if (text === "#NO_APP") inAsm = false;
    const declared = /^\.type\t([\w.$]+), @function$/.exec(text)?.[1];
    if (declared) awaited = declared;
    const label = /^([\w.$]+):$/.exec(text)?.[1];
    if (label && label === awaited) {
      name = label;
      awaited = undefined;
      blocks = [open([label])];
      return;
    }
    if (!name) return;
    if (text === `.size\t${name}, .-${name}`) {
      if (blocks) functions.push(blocks);
      name = blocks = undefined;
      return;
    }
    if (!blocks || text === "" || text.startsWith("#")) return;
    if (label) {
      const last = blocks.at(-1)!;
      if (last.texts.length === 0 && last.label.length > 0) last.label.push(label);
      else blocks.push(open([label]));
      return;
    }
    if (text.startsWith(".") || /^(jx|loop)/.test(text)) {
      blocks = undefined;
      return;
    }
    const block = blocks.at(-1)!;
    block.lines.push(at);
    block.texts.push(text);
    block.fixed.push(inAsm);
    const target = /(\.L\w+)$/.exec(text)?.[1];
    if (/^(j|b\w+|ret(\.n)?)\b/.test(text) && !/^break/.test(text)) {
      if (target) block.next.push(target);
      block.fallsThrough = !/^(j|ret(\.n)?)\b/.test(text);
      blocks.push(open([]));
    }
  });
  return functions;
}

/** For each block, whether a0 is needed behind each of its instructions. */
function needsOf(blocks: readonly Block[]): boolean[][] {
  const byLabel = new Map(blocks.flatMap((block, i) => block.label.map((label) => [label, i] as const)));
  const atStart = blocks.map(() => false);
  const behind = blocks.map((block) => block.texts.map(() => false));
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = blocks.length - 1; i >= 0; i--) {
      const block = blocks[i]!;
      const follow = block.next.map((label) => byLabel.get(label)).concat(block.fallsThrough ? [i + 1] : []);
      /* what is not known needs it */
      let needed = follow.some((to) => to === undefined || (atStart[to] ?? false));
      for (let k = block.texts.length - 1; k >= 0; k--) {
        behind[i]![k] = needed;
        const use = useOfA0(block.texts[k]!);
        if (use) needed = use === "reads";
      }
      if (needed !== atStart[i]) {
        atStart[i] = needed;
        changed = true;
      }
    }
  }
  return behind;
}

/** Names that only their file knows. */
function localFunctions(lines: readonly string[]): Set<string> {
  const named = (pattern: RegExp): string[] => lines.flatMap((line) => pattern.exec(line.trim())?.[1] ?? []);
  const global = new Set(named(/^\.global\t([\w.$]+)$/));
  return new Set(named(/^\.type\t([\w.$]+), @function$/).filter((name) => !global.has(name)));
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
  const runs: Run[] = [];
  files.forEach((lines, file) => {
    const local = localFunctions(lines);
    for (const blocks of functionsOf(lines)) {
      const needs = needsOf(blocks);
      blocks.forEach((block, b) => {
        let run: Run | undefined;
        block.texts.forEach((text, k) => {
          if (block.fixed[k] || !movable(text, local)) {
            run = undefined;
            return;
          }
          if (!run) runs.push((run = { ids: [], needed: [], lines: [], file }));
          run.ids.push(id(text));
          run.needed.push(needs[b]![k]!);
          run.lines.push(block.lines[k]!);
        });
      });
    }
  });

  const pieces: Piece[] = [];
  let saved = 0;
  for (let round = pick(runs, textOf); round.length > 0; round = pick(runs, textOf)) {
    const taken = new Set<Run>();
    for (const { sequence, kind } of round) {
      const places = placesOf(runs, textOf, sequence, kind, taken);
      const gain = gainOf(sequence.map((i) => textOf[i]!), kind, places.length);
      if (places.length < 2 || gain < LEAST) continue;
      const name = `np_shared_${pieces.length}`;
      const body = sequence.map((i) => textOf[i]!);
      const last = body.at(-1)!;
      const content = kind === "call" ? [...body.slice(0, -1), last.replace("call0", "j")] : kind === "body" ? [...body, "ret.n"] : body;
      for (const { run, at } of places) {
        const put = id(kind === "tail" ? `j\t${name}` : `call0\t${name}`);
        run.ids.splice(at, sequence.length, put);
        run.needed.splice(at, sequence.length, run.needed[at + sequence.length - 1]!);
        const stood = run.lines.splice(at, sequence.length, run.lines[at]!);
        if (run.file >= 0) for (const line of stood.slice(1)) files[run.file]![line] = "";
        if (run.file >= 0) files[run.file]![stood[0]!] = `\t${textOf[put]!}`;
        taken.add(run);
      }
      const run: Run = { ids: content.map(id), needed: content.map(() => true), lines: content.map(() => 0), file: -1 };
      runs.push(run);
      taken.add(run);
      pieces.push({ name, kind, run });
      saved += gain;
    }
    if (taken.size === 0) break;
  }
  return { texts: files.map((lines) => lines.join("\n")), shared: pieces.map((piece) => textOfPiece(piece, textOf)).join(""), saved };
}

function textOfPiece({ name, kind, run }: Piece, textOf: readonly string[]): string {
  const align = kind === "tail" ? "" : "\t.align\t4\n";      // what is called begins at a word
  const body = run.ids.map((i) => `\t${textOf[i]!}\n`).join("");
  return `\t.section\t.text.${name},"ax",@progbits\n${align}\t.global\t${name}\n\t.type\t${name}, @function\n${name}:\n${body}\t.size\t${name}, .-${name}\n`;
}

function gainOf(sequence: readonly string[], kind: Kind, count: number): number {
  const size = sequence.reduce((sum, text) => sum + sizeOf(text), 0);
  const words = (bytes: number): number => (bytes + 3) & ~3;
  return count * (size - JUMP) - (kind === "tail" ? size : words(kind === "call" ? size : size + 2));
}

/** What kind of piece the instructions from `at` on, `length` of them, could become there. */
function kindAt(run: Run, textOf: readonly string[], at: number, length: number): Kind | undefined {
  const last = textOf[run.ids[at + length - 1]!]!;
  if (isLeave(last)) return "tail";
  for (let i = at; i < at + length - 1; i++) {
    const text = textOf[run.ids[i]!]!;
    if (isCall(text) || /\ba0\b/.test(text)) return undefined;
  }
  if (/\ba0\b/.test(last)) return undefined;
  if (isCall(last)) return "call";
  return run.needed[at + length - 1] ? undefined : "body";
}

/** The most profitable sequences, as many as are within 60% of the best. */
function pick(runs: readonly Run[], textOf: readonly string[]): { sequence: number[]; kind: Kind }[] {
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
  return found.filter(({ gain }) => gain >= 0.6 * best);
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
