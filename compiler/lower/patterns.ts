/** Patterns: each tests a register and jumps away where it does not match; what it captures stays in registers until the whole pattern has matched. */
import { builtins } from "../../build/generated/builtins.js";
import type { OpName } from "../../build/generated/opcodes.js";
import type { ConstantValue, Expression, MatchClass, MatchMapping, MatchOr, MatchSequence, Pattern } from "../ast.js";
import { patternHelper } from "../class-patterns.js";
import { type Const, int, NONE, str, tuple } from "../constants.js";
import type { Label } from "../emit/code.js";
import { typeCalled, typeNumber } from "../environment.js";
import { lowerExpression, narrowConstant } from "./expressions.js";
import { fold, literal } from "./fold.js";
import { callIntrinsic } from "./intrinsics.js";
import { knownName, loadConstant, loadInt, loadLanguage } from "./names.js";
import type { FunctionState } from "./state.js";
import { walk } from "./walk.js";

/** The registers of what the names of a pattern are to be bound to. */
export type Captures = Map<string, number>;

const builtinCalled = (name: string): number => builtins.find((builtin) => builtin.kind === "function" && builtin.name === name)!.number;
const LEN = builtinCalled("len");

/** A value that no program gets hold of, for an item or attribute that is not there. */
const ABSENT = typeCalled("cell");
const SEQUENCES = ["tuple", "list", "range"].map(typeCalled);

/** The names that a pattern binds. */
export function namesIn(pattern: Pattern): string[] {
  const names: string[] = [];
  for (const node of walk(pattern)) {
    const name = node.kind === "MatchAs" || node.kind === "MatchStar" ? node.name : node.kind === "MatchMapping" ? node.rest : null;
    if (name !== null && !names.includes(name)) names.push(name);
  }
  return names;
}

const isWildcard = (pattern: Pattern): boolean => pattern.kind === "MatchAs" && pattern.pattern === null && pattern.name === null;

/** Goes on where the pattern matches what `subject` holds, and jumps to `fail` where it does not. */
export function lowerPattern(f: FunctionState, pattern: Pattern, subject: number, fail: Label, captures: Captures): void {
  f.at(pattern, () => {
    switch (pattern.kind) {
      case "MatchValue":
        jumpIfEqual(f, subject, pattern.value, fail, false);
        break;
      case "MatchSingleton":
        jumpIfIs(f, subject, pattern.value, fail, false);
        break;
      case "MatchAs":
        if (pattern.pattern) lowerPattern(f, pattern.pattern, subject, fail, captures);
        if (pattern.name !== null) captures.set(pattern.name, subject);
        break;
      case "MatchOr":
        lowerAlternatives(f, pattern, subject, fail, captures);
        break;
      case "MatchSequence":
        lowerSequence(f, pattern, subject, fail, captures);
        break;
      case "MatchMapping":
        lowerMapping(f, pattern, subject, fail, captures);
        break;
      case "MatchClass":
        lowerClassPattern(f, pattern, subject, fail, captures);
        break;
      case "MatchStar":
        throw new Error("a star outside a sequence pattern");
    }
  });
}

function jumpIfEqual(f: FunctionState, subject: number, value: Expression, label: Label, when: boolean): void {
  const row = when ? "JEQ" : "JNEQ";
  const constant = narrowConstant(f, value);
  if (constant !== null) f.code.jump(`${row}K`, label, subject, constant);
  else f.scoped(() => f.code.jump(row, label, subject, lowerExpression(f, value)));
}

/** Like an instruction with a constant for its second operand, which goes through a register where numbers have become scarce. */
function jumpWithConstant(f: FunctionState, row: "JIS" | "JNIS" | "JLT" | "JNEQ", label: Label, register: number, value: Const): void {
  if (f.code.hasNarrowRoom) f.code.jump(`${row}K` as OpName, label, register, f.code.narrow(value));
  else f.scoped(() => f.code.jump(row, label, register, loadConstant(f, value)));
}

function jumpIfIs(f: FunctionState, subject: number, value: ConstantValue, label: Label, when: boolean): void {
  jumpWithConstant(f, when ? "JIS" : "JNIS", label, subject, literal(value));
}

/** Jumps if an object is an instance of a builtin type. */
function jumpIfType(f: FunctionState, row: "JINST" | "JNINST", label: Label, register: number, type: Const): void {
  f.code.jump(row, label, register, f.code.narrow(type));
}

function lowerAlternatives(f: FunctionState, pattern: MatchOr, subject: number, fail: Label, captures: Captures): void {
  const matched = f.code.label();
  const registers = new Map(namesIn(pattern).map((name) => [name, f.temporary()]));
  const bound = f.bound;
  for (const [index, alternative] of pattern.patterns.entries()) {
    const isLast = index === pattern.patterns.length - 1;
    f.bound = bound && new Set(bound);
    if (!isLast && alternative.kind === "MatchValue") jumpIfEqual(f, subject, alternative.value, matched, true);
    else if (!isLast && alternative.kind === "MatchSingleton") jumpIfIs(f, subject, alternative.value, matched, true);
    else {
      const next = isLast ? fail : f.code.label();
      f.scoped(() => {
        const own: Captures = new Map();
        lowerPattern(f, alternative, subject, next, own);
        for (const [name, register] of own) f.move(registers.get(name)!, register);
      });
      if (isLast) break;
      f.code.jump("JMP", matched);
      f.code.bind(next);
    }
  }
  f.bound = bound;
  f.code.bind(matched);
  for (const [name, register] of registers) captures.set(name, register);
}

/** Jumps to `fail` unless the length of what `subject` holds is `length`, or at least that. */
function checkLength(f: FunctionState, subject: number, length: number, isLeast: boolean, fail: Label): void {
  if (length === 0 && isLeast) return;
  f.scoped(() => {
    const base = f.registers.run(2);
    f.move(base + 1, subject);
    f.code.emit("CALLB", base, 1, LEN);
    jumpWithConstant(f, isLeast ? "JLT" : "JNEQ", fail, base, int(length));
  });
}

function lowerSequence(f: FunctionState, { patterns }: MatchSequence, subject: number, fail: Label, captures: Captures): void {
  const isSequence = f.code.label();
  for (const [index, type] of SEQUENCES.entries()) {
    const isLast = index === SEQUENCES.length - 1;
    jumpIfType(f, isLast ? "JNINST" : "JINST", isLast ? fail : isSequence, subject, type);
  }
  f.code.bind(isSequence);
  const star = patterns.findIndex(({ kind }) => kind === "MatchStar");
  checkLength(f, subject, star < 0 ? patterns.length : patterns.length - 1, star >= 0, fail);
  const starred = patterns[star];
  const starName = starred?.kind === "MatchStar" ? starred.name : null;
  if (starName === null && (star >= 0 || patterns.every(isWildcard))) lowerItems(f, patterns, star, subject, fail, captures);
  else lowerUnpacked(f, patterns, star, subject, fail, captures);
}

/** Takes only those items that a pattern asks about. */
function lowerItems(f: FunctionState, patterns: readonly Pattern[], star: number, subject: number, fail: Label, captures: Captures): void {
  const wanted = patterns.flatMap((pattern, index) => {
    if (index === star || isWildcard(pattern)) return [];
    const register = f.temporary();
    if (index < star && index < 256) f.code.emit("GETITEMI", register, subject, index);
    else f.scoped(() => f.code.emit("GETITEM", register, subject, loadInt(f, index < star ? index : index - patterns.length)));
    return [{ pattern, register }];
  });
  for (const { pattern, register } of wanted) lowerPattern(f, pattern, register, fail, captures);
}

function lowerUnpacked(
  f: FunctionState,
  patterns: readonly Pattern[],
  star: number,
  subject: number,
  fail: Label,
  captures: Captures,
): void {
  const first = f.registers.run(patterns.length);
  f.scoped(() => {
    const source = star < 0 ? subject : callIntrinsic(f, "_unpack_ex", [subject, loadInt(f, star), loadInt(f, patterns.length - star - 1)]);
    f.code.emit("UNPACK", first, source, patterns.length);
  });
  for (const [index, pattern] of patterns.entries()) {
    if (pattern.kind !== "MatchStar") lowerPattern(f, pattern, first + index, fail, captures);
    else if (pattern.name !== null) captures.set(pattern.name, first + index);
  }
}

function lowerMapping(f: FunctionState, { keys, patterns, rest }: MatchMapping, subject: number, fail: Label, captures: Captures): void {
  jumpIfType(f, "JNINST", fail, subject, typeCalled("dict"));
  checkLength(f, subject, keys.length, true, fail);
  const found = keys.map((key) => {
    const value = f.temporary();
    const name = fold(f, key) || rest === null ? null : f.temporary();
    if (name !== null) f.scoped(() => lowerExpression(f, key, name));
    f.scoped(() => {
      // `get` makes no item where there is none, whatever the mapping's __missing__ does.
      const base = f.registers.run(3);
      f.move(base, subject);
      if (name === null) f.scoped(() => lowerExpression(f, key, base + 1));
      else f.move(base + 1, name);
      loadConstant(f, ABSENT, base + 2);
      f.code.emit("CALLM", base, 2, f.code.name("get"));
      f.move(value, base);
    });
    jumpWithConstant(f, "JIS", fail, value, ABSENT);
    return { key, name, value };
  });
  for (const [index, { value }] of found.entries()) lowerPattern(f, patterns[index]!, value, fail, captures);
  if (rest === null) return;
  const others = f.temporary();
  f.code.emit("DICT", others, others, 0);
  f.scoped(() => callIntrinsic(f, "_dict_update", [others, subject]));
  for (const { key, name } of found) f.scoped(() => f.code.emit("DELITEM", others, name ?? lowerExpression(f, key)));
  captures.set(rest, others);
}

function lowerClassPattern(f: FunctionState, pattern: MatchClass, subject: number, fail: Label, captures: Captures): void {
  const { cls, patterns } = pattern;
  const known = cls.kind === "Name" ? knownName(f, cls.id)?.value : undefined;
  const isType = known !== undefined && typeNumber(known) !== null;
  const helper = patternHelper(pattern, () => isType);
  if (helper !== null) lowerByHelper(f, pattern, helper, subject, fail, captures);
  else {
    jumpIfType(f, "JNINST", fail, subject, known!);
    if (patterns.length > 0) lowerPattern(f, patterns[0]!, subject, fail, captures);
  }
}

/** The helper gives the attributes that are asked about, in order, or None. */
function lowerByHelper(f: FunctionState, pattern: MatchClass, helper: string, subject: number, fail: Label, captures: Captures): void {
  const { cls, patterns, kwd_attrs, kwd_patterns } = pattern;
  const inner = [...patterns, ...kwd_patterns];
  const values = f.registers.run(inner.length);
  f.scoped(() => {
    const base = f.registers.run(5);
    f.scoped(() => lowerExpression(f, cls, base + 2));
    loadLanguage(f, helper, base);
    f.move(base + 1, subject);
    loadConstant(f, tuple(kwd_attrs.map(str)), base + 3);
    if (patterns.length > 0) loadInt(f, patterns.length, base + 4);
    f.code.emit("CALL", base, patterns.length > 0 ? 4 : 3);
    jumpWithConstant(f, "JIS", fail, base, NONE);
    if (inner.length > 0) f.code.emit("UNPACK", values, base, inner.length);
  });
  for (const [index, one] of inner.entries()) lowerPattern(f, one, values + index, fail, captures);
}
