/**
 * Expressions. `lowerExpression(f, e, into)` gives the register that holds the value: `into` if it is given, else a
 * local's own register or a new temporary. A local given as `into` is written once, by the last instruction, so that an
 * exception leaves it as it was.
 */
import type { OpName } from "../../build/generated/opcodes.js";
import type {
  Attribute,
  BinaryOperator,
  BinOp,
  BoolOp,
  Compare,
  Expression,
  IfExp,
  NamedExpr,
  Slice,
  Subscript,
  Traced,
  UnaryOp,
} from "../ast.js";
import { type Const, NONE } from "../constants.js";
import type { Label } from "../emit/code.js";
import { attributesOf } from "../uses.js";
import { lowerCall } from "./calls.js";
import { complexParts, lowerComplex } from "./complex.js";
import { lowerComprehension } from "./comprehensions.js";
import { compareOp, isIn, jumpIf, searchedOperand } from "./conditions.js";
import { lowerDict, lowerList, lowerSet, lowerTuple } from "./displays.js";
import { fold, truth } from "./fold.js";
import { lowerJoined } from "./fstrings.js";
import { lowerLambda } from "./functions.js";
import { lowerAwait, lowerYield, lowerYieldFrom } from "./generators.js";
import { loadModuleAttribute } from "./imports.js";
import { directRegister, loadConstant, loadLanguage, loadName, storeName } from "./names.js";
import { type FunctionState, meet } from "./state.js";
import { isSuperCall, lowerSuperAttribute } from "./super.js";
import { traceLine, traceNoLine } from "./trace.js";
import { NO_LINE } from "./trace-marker.js";

/** The rows of each operator: `ADD`, `ADDK`, `IADD`, `IADDK`. */
export const ARITHMETIC: { readonly [op in BinaryOperator]: string } = {
  Add: "ADD",
  Sub: "SUB",
  Mult: "MUL",
  BitAnd: "AND",
  BitOr: "OR",
  BitXor: "XOR",
  LShift: "SHL",
  RShift: "SHR",
  FloorDiv: "FDIV",
  Mod: "MOD",
  Div: "DIV",
  Pow: "POW",
  MatMult: "MATMUL",
};

export function lowerExpression(f: FunctionState, expression: Expression, into: number | null = null): number {
  return f.at(expression, () => {
    const constant = fold(f, expression);
    if (constant) return loadConstant(f, constant, into);
    const complex = complexParts(f, expression);
    return complex ? lowerComplex(f, complex, into) : lowerByKind(f, expression, into);
  });
}

function lowerByKind(f: FunctionState, expression: Expression, into: number | null): number {
  switch (expression.kind) {
    case "Name":
      return loadName(f, expression, into);
    case "BinOp":
      return lowerBinary(f, expression, into);
    case "UnaryOp":
      return lowerUnary(f, expression, into);
    case "BoolOp":
      return lowerBoolean(f, expression, into);
    case "Compare":
      return lowerCompare(f, expression, into);
    case "IfExp":
      return lowerConditional(f, expression, into);
    case "NamedExpr":
      return lowerNamed(f, expression, into);
    case "Call":
      return lowerCall(f, expression, into);
    case "Attribute":
      return lowerAttribute(f, expression, into);
    case "Subscript":
      return lowerSubscript(f, expression, into);
    case "Slice":
      return lowerSlice(f, expression, into);
    case "List":
      return lowerList(f, expression.elts, into);
    case "Tuple":
      return lowerTuple(f, expression.elts, into);
    case "Set":
      return lowerSet(f, expression.elts, into);
    case "Dict":
      return lowerDict(f, expression, into);
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return lowerComprehension(f, expression, into);
    case "Lambda":
      return lowerLambda(f, expression, into);
    case "JoinedStr":
      return lowerJoined(f, expression, into);
    case "FormattedValue":
      return lowerJoined(f, { kind: "JoinedStr", values: [expression], span: expression.span }, into);
    case "Yield":
      return lowerYield(f, expression, into);
    case "YieldFrom":
      return lowerYieldFrom(f, expression, into);
    case "Await":
      return lowerAwait(f, expression, into);
    case "Starred":
      return lowerExpression(f, expression.value, into);
    case "Traced":
      return lowerTraced(f, expression, into);
    case "Constant":
      throw new Error("a literal was not folded");
  }
}

function lowerTraced(f: FunctionState, { value, before, after }: Traced, into: number | null): number {
  if (before !== null) traceLine(f, before);
  const result = lowerExpression(f, value, into);
  if (after === NO_LINE) traceNoLine(f);
  else if (after !== null) traceLine(f, after);
  return result;
}

/** `into` where it may hold intermediate values: a temporary. Else a new one. */
export function workRegister(f: FunctionState, into: number | null): number {
  return into !== null && f.registers.isTemporary(into) ? into : f.temporary();
}

/** Lowers with `body`, which gives a register, and hands its temporaries back: only the result stays. */
export function settle(f: FunctionState, into: number | null, body: (target: number) => void): number {
  const target = into ?? f.temporary();
  f.scoped(() => body(target));
  return target;
}

/**
 * The register of a value that is read more than once. What a call gives is moved out of the call's register first, which is read once
 * and may not even be written (emit/fuse.ts).
 */
export function shared(f: FunctionState, register: number): number {
  const { last } = f.code;
  if (last?.a !== register || (last.op.name !== "CALLB" && last.op.name !== "CALLP")) return register;
  const copy = f.temporary();
  f.move(copy, register);
  return copy;
}

/** A constant that an 8-bit operand can name; null if the expression is none. */
export function narrowConstant(f: FunctionState, expression: Expression): number | null {
  const constant = fold(f, expression);
  return constant && f.code.hasNarrowRoom ? f.code.narrow(constant) : null;
}

/** A chain such as `a + b + c` nests to the left as deeply as it is long. */
function lowerBinary(f: FunctionState, expression: BinOp, into: number | null): number {
  const steps: BinOp[] = [];
  let first: Expression = expression;
  while (first.kind === "BinOp" && fold(f, first) === null) {
    steps.push(first);
    first = first.left;
  }
  return settle(f, into, (target) => {
    const work = workRegister(f, target);
    let left = operand(f, first, work);
    for (const [index, step] of steps.reverse().entries()) {
      const result = index === steps.length - 1 ? target : work;
      const from = left;
      f.at(step, () => {
        emitArithmetic(f, ARITHMETIC[step.op], result, from, step.right);
      });
      left = result;
    }
  });
}

/** A value that is only read: a local stays where it is, all else comes into `work`. */
export function operand(f: FunctionState, expression: Expression, work: number): number {
  if (expression.kind === "Name" && directRegister(f, expression.id) !== null && !f.unsteady.has(f.scope.mangle(expression.id))) {
    return lowerExpression(f, expression);
  }
  return lowerExpression(f, expression, work);
}

/** `target = left op right`; `name` is the row without its K. */
export function emitArithmetic(f: FunctionState, name: string, target: number, left: number, right: Expression): void {
  const constant = narrowConstant(f, right);
  if (constant !== null) f.code.emit(`${name}K` as OpName, target, left, constant);
  else f.scoped(() => f.code.emit(name as OpName, target, left, lowerExpression(f, right)));
}

function lowerUnary(f: FunctionState, expression: UnaryOp, into: number | null): number {
  const rows = { USub: "NEG", UAdd: "POS", Invert: "INV", Not: "NOT" } as const;
  if (expression.op === "Not") {
    const inner = expression.operand;
    if (inner.kind === "Compare" && inner.ops.length === 1 && ["In", "Is"].includes(inner.ops[0]!)) {
      return lowerCompare(f, { ...inner, ops: [inner.ops[0] === "In" ? "NotIn" : "IsNot"] }, into);
    }
  }
  return settle(f, into, (target) => {
    f.code.emit(rows[expression.op], target, operand(f, expression.operand, workRegister(f, target)));
  });
}

/** `a and b`, `a or b`: the value of the operand that decides. */
function lowerBoolean(f: FunctionState, expression: BoolOp, into: number | null): number {
  return settle(f, into, (target) => {
    const work = workRegister(f, target);
    const end = f.code.label();
    const { values, op } = expression;
    let bound = f.bound;
    values.forEach((value, index) => {
      if (index === values.length - 1) lowerExpression(f, value, work);
      else lowerDecided(f, value, work, end, op === "Or");
      if (index === 0) bound = f.bound && new Set(f.bound);
    });
    f.bound = bound;
    f.code.bind(end);
    f.move(target, work);
  });
}

/** The value comes into `work`; where its truth is `when`, control goes to `label`. No operand is asked twice for its truth. */
function lowerDecided(f: FunctionState, expression: Expression, work: number, label: Label, when: boolean): void {
  const constant = fold(f, expression);
  if (constant && truth(constant) === !when) return;
  if (expression.kind !== "BoolOp") {
    lowerExpression(f, expression, work);
    f.code.jump(when ? "JT" : "JF", label, work);
    return;
  }
  const isOr = expression.op === "Or";
  const skip = f.code.label();
  let bound = f.bound;
  expression.values.forEach((value, index) => {
    const isLast = index === expression.values.length - 1;
    if (isLast) lowerDecided(f, value, work, label, when);
    else lowerDecided(f, value, work, when === isOr ? label : skip, isOr);
    if (index === 0) bound = f.bound && new Set(f.bound);
  });
  f.bound = bound;
  f.code.bind(skip);
}

function lowerConditional(f: FunctionState, expression: IfExp, into: number | null): number {
  const constant = fold(f, expression.test);
  const known = constant && truth(constant);
  if (known !== null) return lowerExpression(f, known ? expression.body : expression.orelse, into);
  return settle(f, into, (target) => {
    const otherwise = f.code.label();
    const end = f.code.label();
    jumpIf(f, expression.test, otherwise, false);
    const before = f.bound && new Set(f.bound);
    lowerExpression(f, expression.body, target);
    f.code.jump("JMP", end);
    f.code.bind(otherwise);
    const after = f.bound;
    f.bound = before;
    lowerExpression(f, expression.orelse, target);
    f.bound = meet(f.bound, after);
    f.code.bind(end);
  });
}

function lowerNamed(f: FunctionState, { target, value }: NamedExpr, into: number | null): number {
  const register = into !== null && f.registers.isTemporary(into) ? into : f.temporary();
  const direct = directRegister(f, target.id);
  if (direct !== null) {
    // The name may be bound anew before the value is used, and a temporary is read once: the value is copied out of the name.
    lowerExpression(f, value, direct);
    f.bound?.add(f.scope.mangle(target.id));
    f.move(register, direct);
  } else {
    lowerExpression(f, value, register);
    storeName(f, target.id, register);
  }
  if (into !== null) f.move(into, register);
  return into ?? register;
}

/** A comparison as a value. */
function lowerCompare(f: FunctionState, expression: Compare, into: number | null): number {
  const { ops, comparators } = expression;
  if (ops.length === 1) {
    return settle(f, into, (target) => {
      const left = operand(f, expression.left, workRegister(f, target));
      const right = isIn(ops[0]!) ? searchedOperand(f, comparators[0]!) : lowerExpression(f, comparators[0]!);
      f.code.emit(compareOp(ops[0]!), target, left, right);
    });
  }
  return settle(f, into, (target) => {
    const work = workRegister(f, target);
    const end = f.code.label();
    let left = lowerExpression(f, expression.left);
    let bound = f.bound;
    ops.forEach((op, index) => {
      const right = isIn(op) ? searchedOperand(f, comparators[index]!) : lowerExpression(f, comparators[index]!);
      f.code.emit(compareOp(op), work, left, right);
      if (index < ops.length - 1) f.code.jump("JF", end, work);
      if (index === 0) bound = f.bound && new Set(f.bound);
      left = right;
    });
    f.bound = bound;
    f.code.bind(end);
    f.move(target, work);
  });
}

function lowerAttribute(f: FunctionState, expression: Attribute, into: number | null): number {
  const known = loadModuleAttribute(f, expression, into);
  if (known !== null) return known;
  if (isSuperCall(f, expression.value)) return lowerSuperAttribute(f, expression, into);
  if (expression.attr === "__dict__" && f.program.language.has(attributesOf) && !f.module.isLanguage)
    return lowerAttributes(f, expression, into);
  return settle(f, into, (target) => {
    const object = operand(f, expression.value, workRegister(f, target));
    atAttribute(f, expression, () => f.code.emit("GETATTR", target, object, attributeName(f, expression)));
  });
}

/** `x.__dict__`: what is stored into it becomes x's. */
function lowerAttributes(f: FunctionState, expression: Attribute, into: number | null): number {
  const result = into ?? f.temporary();
  f.scoped(() => {
    const base = f.registers.run(2);
    f.scoped(() => lowerExpression(f, expression.value, base + 1));
    loadLanguage(f, attributesOf, base);
    atAttribute(f, expression, () => f.code.emit("CALL", base, 1));
    f.move(result, base);
  });
  return result;
}

/** The constant of an attribute's name. */
export function attributeName(f: FunctionState, expression: Attribute): number {
  return f.code.name(f.scope.mangle(expression.attr));
}

/** An attribute's line is the one on which it ends, as in CPython: chains of calls are written over several lines. */
export function atAttribute<T>(f: FunctionState, expression: Attribute, body: () => T): T {
  const line = f.code.line;
  f.code.line = f.module.source.lineOf(Math.max(expression.span.start, expression.span.end - 1));
  const result = body();
  f.code.line = line;
  return result;
}

/** The number of a constant index that fits into an instruction. */
export function smallIndex(f: FunctionState, index: Expression): number | null {
  const constant: Const | null = fold(f, index);
  return constant?.kind === "int" && constant.value >= 0n && constant.value <= 255n ? Number(constant.value) : null;
}

function lowerSubscript(f: FunctionState, expression: Subscript, into: number | null): number {
  return settle(f, into, (target) => {
    const object = operand(f, expression.value, workRegister(f, target));
    const index = smallIndex(f, expression.slice);
    const { slice } = expression;
    if (index !== null) f.code.emit("GETITEMI", target, object, index);
    else if (slice.kind === "Slice" && slice.step === null) f.code.emit("GETSLICE", target, object, sliceParts(f, slice, 2));
    else f.code.emit("GETITEM", target, object, lowerExpression(f, expression.slice));
  });
}

function lowerSlice(f: FunctionState, expression: Slice, into: number | null): number {
  return settle(f, into, (target) => {
    f.code.emit("SLICE", target, sliceParts(f, expression, 3));
  });
}

/** The first `count` parts of a slice, in three registers in a row; the first of these. */
function sliceParts(f: FunctionState, { lower, upper, step }: Slice, count: number): number {
  const first = f.registers.run(3);
  [lower, upper, step].slice(0, count).forEach((part, index) => {
    if (part) f.scoped(() => lowerExpression(f, part, first + index));
    else loadConstant(f, NONE, first + index);
  });
  return first;
}
