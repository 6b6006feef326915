/** From instructions with labels to words: the order of constants, jump threading, the reach of jumps, straight lines. */
import { type OpName, opcodeByName } from "../../build/generated/opcodes.js";
import type { Const } from "../constants.js";
import type { ExceptionRange } from "../program.js";
import type { Code, Instruction, Label } from "./code.js";
import { countingPrefix, fuseCalls, fusePairs, fuseStores, fuseSums } from "./fuse.js";

/** The longest run of LINE rows. */
const LONGEST_LINE = 200;

export interface Layout {
  readonly code: number[];
  readonly constants: Const[];
  readonly ranges: ExceptionRange[];
  readonly lines: [number, number][];
}

/** Jumps with an opposite, so that a far one takes two words and not three. */
function oppositeOf(name: OpName): OpName | null {
  if (name === "JT") return "JF";
  if (name === "JF") return "JT";
  const match = /^J(N?)(LT|LE|EQ|NE|GT|GE|IS|INST)(K?)$/.exec(name);
  return match ? (`J${match[1] ? "" : "N"}${match[2]}${match[3]}` as OpName) : null;
}

const jumpLetter = (instruction: Instruction): string => instruction.op.format.at(-1)!;

const reaches = (letter: string, distance: number): boolean => {
  if (letter === "j") return distance >= -128 && distance <= 127;
  return letter === "L" || (distance >= -32768 && distance <= 32767);
};

/** Sends jumps to a JMP on to where that leads, so that no jump lands on a jump. */
function thread(code: Code): Map<Label, number> {
  const positions = new Map<Label, number>();
  const resolve = (label: Label): number => {
    let position = label.position;
    for (let steps = 0; steps < 32; steps++) {
      const instruction = code.instructions[position];
      if (instruction?.op.name !== "JMP" || instruction.target === null || instruction.target.position === position) break;
      position = instruction.target.position;
    }
    return position;
  };
  for (const { target } of code.instructions) if (target) positions.set(target, resolve(target));
  return positions;
}

/** Instructions that something can reach: what follows an END row is dead until a jump, a handler or a range leads there. */
function reachable(code: Code, targets: ReadonlyMap<Label, number>): boolean[] {
  const { instructions, ranges } = code;
  const isLive = new Array<boolean>(instructions.length).fill(false);
  const work = [0];
  const follow = () => {
    for (let start = work.pop(); start !== undefined; start = work.pop()) {
      for (let index = start; index < instructions.length && !isLive[index]; index++) {
        const { op, target } = instructions[index]!;
        isLive[index] = true;
        if (target) work.push(targets.get(target)!);
        if (op.flow === "END") break;
      }
    }
  };
  follow();
  for (let known = -1; known !== isLive.filter(Boolean).length; ) {
    known = isLive.filter(Boolean).length;
    for (const range of ranges) {
      if (isLive.slice(range.start.position, range.end.position).includes(true)) work.push(range.handler.position);
    }
    follow();
  }
  return isLive;
}

/** A jump to the next live instruction does nothing, and NOP neither. */
function dropEmptyJumps(code: Code, targets: ReadonlyMap<Label, number>, isLive: boolean[]): void {
  code.instructions.forEach(({ op }, index) => {
    if (op.name === "NOP") isLive[index] = false;
  });
  code.instructions.forEach((instruction, index) => {
    if (!isLive[index] || instruction.op.name !== "JMP" || instruction.target === null) return;
    const target = targets.get(instruction.target)!;
    if (target <= index) return;
    const next = isLive.indexOf(true, index + 1);
    if (next < 0 || next >= target) isLive[index] = false;
  });
}

/** Where an instruction's words begin, how many it takes, and whether `JMP +0` breaks the line before it. */
interface Placed {
  readonly instruction: Instruction;
  readonly isBroken: boolean;
  /** A row that stands before it in the same place, see fuse.ts. */
  prefix: Instruction | null;
  size: number;
}

/** Words that stand between an item's start and its own row. */
const before = (item: Placed): number => (item.isBroken ? 1 : 0) + (item.prefix ? 1 : 0);

/** Lays out a function's code. The last instruction must be an END row. */
export function layOut(code: Code): Layout {
  fuseSums(code);
  fuseStores(code);
  fuseCalls(code);
  fusePairs(code);
  const targets = thread(code);
  const isLive = reachable(code, targets);
  dropEmptyJumps(code, targets, isLive);

  const placed: (Placed | null)[] = [];
  let line = 0;
  code.instructions.forEach((instruction, index) => {
    if (!isLive[index]) {
      placed.push(null);
      return;
    }
    const { flow } = instruction.op;
    // A conditional jump may grow to three words, and is not counted where it is not taken.
    const weight = flow === "LINE" ? 1 : flow === "JUMP" ? 3 : 0;
    const isBroken = weight > 0 && line + weight > LONGEST_LINE;
    line = weight > 0 ? (isBroken ? weight : line + weight) : 0;
    const prefix = isLive[index + 1] ? countingPrefix(code, index) : null;
    if (prefix) line++;
    placed.push({ instruction, isBroken, prefix, size: 1 });
  });

  const starts = new Array<number>(placed.length + 1).fill(0);
  const place = (): void => {
    let position = 0;
    placed.forEach((item, index) => {
      starts[index] = position;
      if (item) position += item.size + before(item);
    });
    starts[placed.length] = position;
  };
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    place();
    placed.forEach((item, index) => {
      if (!item?.instruction.target || item.size > 1) return;
      const from = starts[index]! + before(item) + 1;
      if (reaches(jumpLetter(item.instruction), starts[targets.get(item.instruction.target)!]! - from)) return;
      item.size = oppositeOf(item.instruction.op.name) ? 2 : 3;
      hasChanged = true;
    });
    placed.forEach((item, index) => {
      if (!item?.prefix?.target) return;
      const from = starts[index]! + before(item);
      const next = placed[index + 1];
      if (next?.size === 1 && before(next) === 0 && reaches("j", starts[targets.get(item.prefix.target)!]! - from)) return;
      item.prefix = null;
      hasChanged = true;
    });
  }

  const order = [...code.constants.keys()].sort(
    (a, b) => Number(code.constants[b]!.isNarrow) - Number(code.constants[a]!.isNarrow) || a - b,
  );
  const numbers = new Map(order.map((original, number) => [original, number]));
  const words: number[] = [];
  const lines: [number, number][] = [];
  for (const item of placed) {
    if (!item) continue;
    const { instruction } = item;
    if (instruction.line !== lines.at(-1)?.[1]) lines.push([words.length, instruction.line]);
    if (item.isBroken) words.push(jumpWord(0));
    if (item.prefix?.target) words.push(...encode(item.prefix, 1, starts[targets.get(item.prefix.target)!]!, words.length, numbers));
    const target = instruction.target ? starts[targets.get(instruction.target)!]! : 0;
    words.push(...encode(instruction, item.size, target, words.length, numbers));
  }
  const ranges = code.ranges
    .map((range) => ({
      start: starts[range.start.position]!,
      end: starts[range.end.position]!,
      handler: starts[range.handler.position]!,
      register: range.register,
    }))
    .filter((range) => range.start < range.end);
  return { code: words, constants: order.map((original) => code.constants[original]!.value), ranges, lines };
}

const jumpWord = (distance: number): number => (opcodeByName.JMP.code | (distance << 8)) >>> 0;

/** The words of one instruction that begins at `at`; `size` says how far its jump goes. */
function encode(instruction: Instruction, size: number, target: number, at: number, numbers: ReadonlyMap<number, number>): number[] {
  const { op } = instruction;
  if (!instruction.target) return [pack(instruction, op.code, null, numbers)];
  if (size === 1) return [pack(instruction, op.code, target - at - 1, numbers)];
  const opposite = oppositeOf(op.name);
  if (opposite && size === 2) return [pack(instruction, opcodeByName[opposite].code, 1, numbers), jumpWord(target - at - 2)];
  return [pack(instruction, op.code, 1, numbers), jumpWord(1), jumpWord(target - at - 3)];
}

function pack(instruction: Instruction, code: number, distance: number | null, numbers: ReadonlyMap<number, number>): number {
  const { format, name } = instruction.op;
  let word = code;
  const operands = [instruction.a, instruction.b, instruction.c];
  [...format].forEach((letter, index) => {
    let value = operands[index]!;
    let bits = 8;
    if ("KGSJ".includes(letter)) bits = 16;
    else if (letter === "L") bits = 24;
    if ("jJL".includes(letter)) value = distance!;
    else if ("kK".includes(letter)) value = numbers.get(value)!;
    else if (letter === "-") value = 0;
    const least = "sSjJL".includes(letter) ? -(2 ** (bits - 1)) : 0;
    if (value < least || value >= least + 2 ** bits) throw new RangeError(`${name}: operand ${index} is out of range: ${value}`);
    word |= (value & (2 ** bits - 1)) << (8 + index * 8);
  });
  return word >>> 0;
}
