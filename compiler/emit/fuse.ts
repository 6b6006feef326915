/** Rows that do several steps in one, put where the steps stand next to each other. */
import { opcodeByName } from "../../build/generated/opcodes.js";
import { int } from "../constants.js";
import type { Code, Instruction } from "./code.js";

/** The constant of an operand, if it is an integer. */
function integer(code: Code, number: number): bigint | null {
  const value = code.constants[number]?.value;
  return value?.kind === "int" ? value.value : null;
}

/** True where a jump or the edge of an exception range leads between an instruction and the one before it. */
function isEntered(code: Code, index: number): boolean {
  return (
    code.instructions.some((instruction) => instruction.target?.position === index) ||
    code.ranges.some((range) => range.start.position === index || range.end.position === index || range.handler.position === index)
  );
}

/**
 * `(x + y) & mask`: ADD into a temporary that ANDK takes becomes ADDAND, with a MOVE in front unless the result goes where x is.
 * A temporary is read once, so nobody misses the sum.
 */
export function fuseSums(code: Code): void {
  code.instructions.forEach((sum, index) => {
    const and = code.instructions[index + 1];
    if (sum.op.name !== "ADD" || and?.op.name !== "ANDK" || and.b !== sum.a || sum.a < code.firstTemporary || and.line !== sum.line) return;
    const mask = integer(code, and.c);
    if (mask === null || mask < 0n || mask > 0x3fffffffn || isEntered(code, index + 1)) return;
    const [into, x, y] = [and.a, sum.b, sum.c];
    if (into === y && into !== x) return;
    code.instructions[index] = { ...sum, op: into === x ? opcodeByName.NOP : opcodeByName.MOVE, a: into, b: x, c: 0 };
    code.instructions[index + 1] = { ...and, op: opcodeByName.ADDAND, a: into, b: y };
  });
}

/** A constant that is loaded only to be stored as an item: SETITEMK. */
export function fuseStores(code: Code): void {
  code.instructions.forEach((load, index) => {
    const store = code.instructions[index + 1];
    if (store?.op.name !== "SETITEM" || store.c !== load.a || load.a < code.firstTemporary || store.a === load.a || store.b === load.a)
      return;
    const value = load.op.name === "LOADI" ? int(load.b) : load.op.name === "LOADK" ? code.constants[load.b]!.value : null;
    if (value === null || !code.hasNarrowRoom || isEntered(code, index + 1)) return;
    code.instructions[index] = { ...load, op: opcodeByName.NOP };
    code.instructions[index + 1] = { ...store, op: opcodeByName.SETITEMK, c: code.narrow(value) };
  });
}

/** `i += 1` right before `if i < n: jump`: the INCJLT that does both where they are small, and stands before the two. */
export function countingPrefix(code: Code, index: number): Instruction | null {
  const add = code.instructions[index]!;
  const jump = code.instructions[index + 1];
  if ((add.op.name !== "IADDK" && add.op.name !== "ADDK") || add.a !== add.b || integer(code, add.c) !== 1n) return null;
  if (jump?.op.name !== "JLT" || jump.a !== add.a || jump.b === add.a || !jump.target) return null;
  return { op: opcodeByName.INCJLT, a: jump.a, b: jump.b, c: 0, target: jump.target, line: add.line };
}

/** Two rows that fill neighbouring registers, as arguments do, in one. */
export function fusePairs(code: Code): void {
  const isLoad = ({ op }: Instruction): boolean => op.name === "LOADK" && code.hasNarrowRoom;
  const isMove = ({ op }: Instruction): boolean => op.name === "MOVE";
  code.instructions.forEach((first, index) => {
    const second = code.instructions[index + 1];
    if (second?.a !== first.a + 1 || (!isLoad(first) && !isMove(first)) || (!isLoad(second) && !isMove(second))) return;
    if (isEntered(code, index + 1)) return;
    const name = isMove(first) ? (isMove(second) ? "MOVE2" : "MOVEK") : isMove(second) ? "KMOVE" : "LOADK2";
    const operand = (row: Instruction): number => (isMove(row) ? row.b : code.narrow(code.constants[row.b]!.value));
    code.instructions[index] = { ...first, op: opcodeByName.NOP };
    code.instructions[index + 1] = { ...first, op: opcodeByName[name], b: operand(first), c: operand(second) };
  });
}

/** Calls of builtins and of the prelude's functions with one argument: it stays where it stands, and the result goes where it is wanted. */
export function fuseCalls(code: Code): void {
  const { instructions } = code;
  instructions.forEach((call, index) => {
    if (call.b !== 1 || (call.op.name !== "CALLB" && call.op.name !== "CALLP")) return;
    const op = call.op.name === "CALLB" ? opcodeByName.CALLBR : opcodeByName.CALLPR;
    const before = instructions[index - 1];
    const isMoved = before?.op.name === "MOVE" && before.a === call.a + 1 && !isEntered(code, index);
    if (isMoved) instructions[index - 1] = { ...before, op: opcodeByName.NOP };
    const after = instructions[index + 1];
    const isWanted = after?.op.name === "MOVE" && after.b === call.a && call.a >= code.firstTemporary && !isEntered(code, index + 1);
    if (isWanted) instructions[index + 1] = { ...after, op: opcodeByName.NOP };
    instructions[index] = { ...call, op, a: isWanted ? after.a : call.a, b: isMoved ? before.b : call.a + 1 };
  });
}
