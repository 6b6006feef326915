/** Conditions, straight to fused compare-and-jump instructions. */
import { builtins } from "../../build/generated/builtins.js";
import type { OpName } from "../../build/generated/opcodes.js";
import type { Compare, ComparisonOperator, Expression } from "../ast.js";
import type { Label } from "../emit/code.js";
import { builtinNumber, typeNumber } from "../environment.js";
import { lowerExpression, narrowConstant, operand } from "./expressions.js";
import { fold, truth } from "./fold.js";
import { knownName, loadConstant } from "./names.js";
import type { FunctionState } from "./state.js";

const ISINSTANCE = builtins.find(({ name }) => name === "isinstance")!.number;

const ROWS: { readonly [op in ComparisonOperator]: OpName } = {
  Eq: "EQ",
  NotEq: "NE",
  Lt: "LT",
  LtE: "LE",
  Gt: "GT",
  GtE: "GE",
  Is: "IS",
  IsNot: "ISNOT",
  In: "IN",
  NotIn: "NOTIN",
};

/** The row that gives a comparison's value. */
export const compareOp = (op: ComparisonOperator): OpName => ROWS[op];

export const isIn = (op: ComparisonOperator): boolean => op === "In" || op === "NotIn";

/** What `in` searches: a list display of constants is a constant tuple. */
export function searchedOperand(f: FunctionState, expression: Expression): number {
  const constant = constantItems(f, expression);
  return constant ? f.at(expression, () => loadConstant(f, constant)) : lowerExpression(f, expression);
}

/** The items of a list display of constants, as a tuple: nobody can tell where it is only iterated or searched. */
export function constantItems(f: FunctionState, expression: Expression) {
  if (expression.kind !== "List" || expression.elts.some((item) => item.kind === "Starred")) return null;
  return fold(f, { kind: "Tuple", elts: expression.elts, ctx: "Load", span: expression.span });
}

/** Jumps to `label` if the truth of `test` is `when`; else control goes on. */
export function jumpIf(f: FunctionState, test: Expression, label: Label, when: boolean): void {
  f.at(test, () => {
    const constant = fold(f, test);
    const known = constant && truth(constant);
    if (known !== null) {
      if (known === when) f.code.jump("JMP", label);
    } else if (test.kind === "UnaryOp" && test.op === "Not") jumpIf(f, test.operand, label, !when);
    else if (test.kind === "BoolOp") jumpIfAll(f, test.values, label, when, test.op === "Or");
    else if (test.kind === "Compare") jumpIfCompares(f, test, label, when);
    else if (jumpIfInstance(f, test, label, when)) return;
    else if (test.kind === "IfExp") jumpIfEither(f, test.test, test.body, test.orelse, label, when);
    else f.scoped(() => f.code.jump(when ? "JT" : "JF", label, lowerExpression(f, test)));
  });
}

/** `isinstance` with a builtin type that is known, in one row; false where it is anything else. */
function jumpIfInstance(f: FunctionState, test: Expression, label: Label, when: boolean): boolean {
  if (test.kind !== "Call" || test.keywords.length > 0 || test.args.length !== 2 || test.func.kind !== "Name") return false;
  const called = knownName(f, test.func.id);
  const [object, wanted] = test.args as [Expression, Expression];
  if (!called || builtinNumber(called.value) !== ISINSTANCE || wanted.kind !== "Name" || object.kind === "Starred") return false;
  const type = knownName(f, wanted.id);
  if (!type || typeNumber(type.value) === null || !f.code.hasNarrowRoom) return false;
  f.scoped(() => f.code.jump(when ? "JINST" : "JNINST", label, lowerExpression(f, object), f.code.narrow(type.value)));
  return true;
}

/** Names that the later operands bind are not bound for certain. */
function afterFirst(f: FunctionState, index: number, bound: FunctionState["bound"]): FunctionState["bound"] {
  return index === 0 ? f.bound && new Set(f.bound) : bound;
}

/** `and` jumps early when it is false, `or` (`isOr`) when it is true. */
function jumpIfAll(f: FunctionState, values: readonly Expression[], label: Label, when: boolean, isOr: boolean): void {
  const skip = f.code.label();
  let bound = f.bound;
  values.forEach((value, index) => {
    if (index === values.length - 1) jumpIf(f, value, label, when);
    else jumpIf(f, value, when === isOr ? label : skip, isOr);
    bound = afterFirst(f, index, bound);
  });
  f.bound = bound;
  f.code.bind(skip);
}

function jumpIfEither(f: FunctionState, test: Expression, body: Expression, orelse: Expression, label: Label, when: boolean): void {
  const otherwise = f.code.label();
  const end = f.code.label();
  jumpIf(f, test, otherwise, false);
  const bound = f.bound && new Set(f.bound);
  jumpIf(f, body, label, when);
  f.code.jump("JMP", end);
  f.code.bind(otherwise);
  f.bound = bound && new Set(bound);
  jumpIf(f, orelse, label, when);
  f.bound = bound;
  f.code.bind(end);
}

function jumpIfCompares(f: FunctionState, test: Compare, label: Label, when: boolean): void {
  const skip = f.code.label();
  f.scoped(() => {
    const { ops, comparators } = test;
    let left = operandOf(f, test.left);
    let bound = f.bound;
    ops.forEach((op, index) => {
      const isLast = index === ops.length - 1;
      const [target, sense] = isLast ? [label, when] : [when ? skip : label, false];
      left = jumpIfCompared(f, op, left, comparators[index]!, target, sense, isLast);
      bound = afterFirst(f, index, bound);
    });
    f.bound = bound;
  });
  f.code.bind(skip);
}

const operandOf = (f: FunctionState, expression: Expression): number =>
  expression.kind === "Name" ? operand(f, expression, f.temporary()) : lowerExpression(f, expression);

/** One comparison of a chain. Gives the register of its right side, where a next one needs it. */
function jumpIfCompared(
  f: FunctionState,
  op: ComparisonOperator,
  left: number,
  rightSide: Expression,
  label: Label,
  when: boolean,
  isLast: boolean,
): number {
  if (isIn(op)) {
    const right = searchedOperand(f, rightSide);
    const result = f.temporary();
    f.code.emit("IN", result, left, right);
    f.code.jump(when === (op === "In") ? "JT" : "JF", label, result);
    return right;
  }
  const isNegated = op === "IsNot" ? when : !when;
  const row = `J${isNegated ? "N" : ""}${op === "IsNot" ? "IS" : ROWS[op]}`;
  const constant = isLast ? narrowConstant(f, rightSide) : null;
  if (constant !== null) {
    f.code.jump(`${row}K` as OpName, label, left, constant);
    return left;
  }
  const right = lowerExpression(f, rightSide);
  f.code.jump(row as OpName, label, left, right);
  return right;
}
