import type { BinaryOperator, ComparisonOperator, Expression, Starred, Yield, YieldFrom } from "../ast.js";
import * as T from "../lexer/tokens.js";
import { type Cursor, spanOf } from "./cursor.js";
import { infixOperators, isNot, notIn, type Operator, Precedence, prefixOperators } from "./operators.js";
import { parseLambdaParameters } from "./parameters.js";
import { parseAwaited } from "./primaries.js";
import { describeExpression } from "./targets.js";

/**
 * Expressions are parsed by hand over chevrotain's tokens: with one grammar rule for each of Python's seventeen levels of
 * precedence, 200 nested brackets would need more JavaScript stack than Node has by default. Operators are put
 * together with two explicit stacks, so chains of any length take no stack at all.
 */

/** `expression`: a conditional expression, a lambda, or anything that binds tighter. */
export function parseExpression(cursor: Cursor): Expression {
  if (cursor.at(T.Lambda)) return parseLambda(cursor);
  const start = cursor.peek().startOffset;
  const body = parseOperators(cursor, Precedence.or);
  if (!cursor.at(T.If)) return body;
  const ifToken = cursor.next();
  const test = parseOperators(cursor, Precedence.or);
  if (!cursor.accept(T.Else)) {
    if (cursor.at(T.Colon)) cursor.fail("NP110", "invalid syntax");
    cursor.fail("NP110", "expected 'else' after 'if' expression", cursor.spanFrom(start));
  }
  const orelse = cursor.nesting.enter(spanOf(ifToken), () => parseExpression(cursor));
  return { kind: "IfExp", span: cursor.spanFrom(start), test, body, orelse };
}

/** `disjunction`: an expression without a conditional or a lambda at the top, as conditions of comprehensions are. */
export function parseDisjunction(cursor: Cursor): Expression {
  return parseOperators(cursor, Precedence.or);
}

/** `bitwise_or`: an expression that ends before a comparison, as in `for target in` and after a star. */
export function parseBitwiseOr(cursor: Cursor): Expression {
  return parseOperators(cursor, Precedence.bitOr);
}

/** `named_expression`: an expression that may be `name := value`. */
export function parseNamedExpression(cursor: Cursor): Expression {
  const first = cursor.peek();
  if (first.tokenType === T.Name && cursor.peek(1).tokenType === T.ColonEqual) {
    const id = cursor.identifier();
    const span = cursor.spanFrom(first.startOffset);
    cursor.next();
    const value = parseExpression(cursor);
    return { kind: "NamedExpr", span: cursor.spanFrom(first.startOffset), target: { kind: "Name", span, id, ctx: "Store" }, value };
  }
  const node = parseExpression(cursor);
  if (cursor.at(T.ColonEqual)) {
    cursor.fail("NP113", `cannot use assignment expressions with ${describeExpression(node)}`, node.span);
  }
  if (cursor.at(T.Equal)) failForEqual(cursor, node);
  return node;
}

/** An expression in brackets or a condition stands before `=`: says what was probably meant. */
function failForEqual(cursor: Cursor, node: Expression): never {
  if (node.kind === "Name") {
    cursor.fail("NP110", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", node.span);
  }
  const isDisplay = node.kind === "List" || node.kind === "Tuple" || node.kind === "GeneratorExp";
  const what = describeExpression(node);
  if (isDisplay || what === "True" || what === "False" || what === "None") cursor.fail("NP110", "invalid syntax");
  return cursor.fail("NP113", `cannot assign to ${what} here. Maybe you meant '==' instead of '='?`, node.span);
}

/** `star_named_expression`: an element of a display. */
export function parseElement(cursor: Cursor): Expression {
  return cursor.at(T.Star) ? parseStarred(cursor) : parseNamedExpression(cursor);
}

/** `'*' bitwise_or` */
export function parseStarred(cursor: Cursor): Starred {
  const start = cursor.next().startOffset;
  const value = parseBitwiseOr(cursor);
  return { kind: "Starred", span: cursor.spanFrom(start), value, ctx: "Load" };
}

/**
 * `star_expressions`: one expression, or a tuple without parentheses. A lone starred expression is refused unless an
 * `=` follows, which makes it a target with an error message of its own.
 */
export function parseExpressionList(cursor: Cursor): Expression {
  const start = cursor.peek().startOffset;
  const first = parseListItem(cursor);
  if (!cursor.at(T.Comma)) {
    if (first.kind === "Starred" && !cursor.at(T.Equal)) {
      cursor.report("NP116", "can't use starred expression here", first.span);
    }
    return first;
  }
  const elts = [first];
  while (cursor.accept(T.Comma) && (cursor.at(T.Star) || cursor.atExpression)) elts.push(parseListItem(cursor));
  return { kind: "Tuple", span: cursor.spanFrom(start), elts, ctx: "Load" };
}

function parseListItem(cursor: Cursor): Expression {
  return cursor.at(T.Star) ? parseStarred(cursor) : parseExpression(cursor);
}

/** What may stand on the right of an assignment: `yield_expr | star_expressions`. */
export function parseValue(cursor: Cursor): Expression {
  return cursor.at(T.Yield) ? parseYield(cursor) : parseExpressionList(cursor);
}

/** `yield_expr` */
export function parseYield(cursor: Cursor): Yield | YieldFrom {
  const start = cursor.next().startOffset;
  if (cursor.accept(T.From)) {
    const value = parseExpression(cursor);
    return { kind: "YieldFrom", span: cursor.spanFrom(start), value };
  }
  const value = cursor.atExpression && !cursor.at(T.Yield) ? parseExpressionList(cursor) : null;
  return { kind: "Yield", span: cursor.spanFrom(start), value };
}

function parseLambda(cursor: Cursor): Expression {
  const token = cursor.next();
  const start = token.startOffset;
  const args = parseLambdaParameters(cursor);
  cursor.expect(T.Colon);
  const body = cursor.nesting.enter(spanOf(token), () => parseExpression(cursor));
  return { kind: "Lambda", span: cursor.spanFrom(start), args, body };
}

// ---------------------------------------------------------------- operators

/** An operand with the place where it starts, parentheses included. `isOpen` marks a chain that may still grow. */
interface Operand {
  readonly node: Expression;
  readonly start: number;
  readonly isOpen: boolean;
}

interface PendingOperator {
  readonly operator: Operator;
  readonly start: number;
}

/** Parses operands and operators that bind at least as tightly as `floor`. */
function parseOperators(cursor: Cursor, floor: number): Expression {
  const operators: PendingOperator[] = [];
  const operands: Operand[] = [];
  let levels = 0;
  for (;;) {
    for (let token = cursor.peek(); ; token = cursor.peek()) {
      const operator = prefixOperators.get(token.tokenType);
      if (operator === undefined) break;
      const outer = operators.at(-1)?.operator.precedence ?? floor;
      if (operator.op === "Not" && outer > Precedence.not) cursor.fail("NP110", "invalid syntax");
      levels += 1;
      cursor.nesting.check(spanOf(token), levels);
      operators.push({ operator, start: token.startOffset });
      cursor.next();
    }
    const first = cursor.peek();
    const waiting = operators.length;
    const node = waiting === 0 ? parseAwaited(cursor) : cursor.nesting.enterOperand(spanOf(first), waiting, () => parseAwaited(cursor));
    operands.push({ node, start: first.startOffset, isOpen: false });

    const operator = takeInfix(cursor, floor, (found) => {
      for (let top = operators.at(-1); top !== undefined; top = operators.at(-1)) {
        if (top.operator.precedence < found.precedence) break;
        if (found.precedence === Precedence.power && top.operator.precedence === Precedence.power) break;
        reduce(cursor, operators, operands);
        if (takesWhatFollows(top.operator)) levels -= 1;
      }
    });
    if (operator === null) break;
    if (takesWhatFollows(operator)) {
      levels += 1;
      cursor.nesting.check(spanOf(cursor.peek()), levels);
    }
    operators.push({ operator, start: 0 });
  }
  while (operators.length > 0) reduce(cursor, operators, operands);
  return (operands[0] as Operand).node;
}

/** Whether a chain of the operator nests to the right, one level for each. */
function takesWhatFollows(operator: Operator): boolean {
  return operator.type === "unary" || operator.op === "Pow";
}

/**
 * Takes an operator that follows an operand, if there is one. `reduceBefore` runs while the operand is still the last
 * thing taken, so that spans end there.
 */
function takeInfix(cursor: Cursor, floor: number, reduceBefore: (found: Operator) => void): Operator | null {
  const type = cursor.peek().tokenType;
  let operator = infixOperators.get(type);
  if (type === T.Not && cursor.peek(1).tokenType === T.In) operator = notIn;
  if (operator === undefined || operator.precedence < floor) return null;
  if (type === T.Is && cursor.peek(1).tokenType === T.Not) operator = isNot;
  reduceBefore(operator);
  cursor.index += operator === notIn || operator === isNot ? 2 : 1;
  return operator;
}

/** Applies the operator on top of its stack to the operands on top of theirs. */
function reduce(cursor: Cursor, operators: PendingOperator[], operands: Operand[]): void {
  const { operator, start: operatorStart } = operators.pop() as PendingOperator;
  const right = operands.pop() as Operand;
  if (operator.type === "unary") {
    const span = cursor.spanFrom(operatorStart);
    operands.push({
      node: { kind: "UnaryOp", span, op: operator.op, operand: right.node },
      start: operatorStart,
      isOpen: false,
    });
    return;
  }
  const left = operands.pop() as Operand;
  const span = cursor.spanFrom(left.start);
  operands.push({ node: combine(operator, left, right.node, span), start: left.start, isOpen: operator.type !== "binary" });
}

function combine(
  operator: Exclude<Operator, { type: "unary" }>,
  left: Operand,
  right: Expression,
  span: { start: number; end: number },
): Expression {
  switch (operator.type) {
    case "boolean":
      if (left.isOpen && left.node.kind === "BoolOp" && left.node.op === operator.op) {
        left.node.values.push(right);
        return { ...left.node, span };
      }
      return { kind: "BoolOp", span, op: operator.op, values: [left.node, right] };
    case "comparison":
      if (left.isOpen && left.node.kind === "Compare") {
        left.node.ops.push(operator.op as ComparisonOperator);
        left.node.comparators.push(right);
        return { ...left.node, span };
      }
      return { kind: "Compare", span, left: left.node, ops: [operator.op], comparators: [right] };
    case "binary":
      return { kind: "BinOp", span, left: left.node, op: operator.op as BinaryOperator, right };
  }
}
