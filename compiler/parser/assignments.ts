import type { AnnAssign, Assign, AugAssign, Expr, Expression } from "../ast.js";
import * as T from "../lexer/tokens.js";
import { checkedTarget } from "./comprehensions.js";
import { type Cursor, spanOf } from "./cursor.js";
import { parseExpression, parseExpressionList, parseValue } from "./expressions.js";
import { augmentedOperators } from "./operators.js";
import { describeExpression, findInvalidTarget, findMisplacedStar, withContext } from "./targets.js";

/** A statement that starts with an expression: an assignment of any kind, or the expression alone. */
export function parseExpressionStatement(cursor: Cursor): Assign | AugAssign | AnnAssign | Expr {
  const start = cursor.peek().startOffset;
  const first = parseValue(cursor);
  if (cursor.at(T.Equal)) return parseAssign(cursor, start, first);
  if (cursor.at(T.Colon)) return parseAnnAssign(cursor, start, first);
  const op = augmentedOperators.get(cursor.peek().tokenType);
  if (op !== undefined) {
    if (first.kind !== "Name" && first.kind !== "Attribute" && first.kind !== "Subscript") {
      cursor.fail("NP113", `'${describeExpression(first)}' is an illegal expression for augmented assignment`, first.span);
    }
    cursor.next();
    const value = parseValue(cursor);
    return { kind: "AugAssign", span: cursor.spanFrom(start), target: withContext(first, "Store"), op, value };
  }
  const isStatement = first.kind === "Name" && (first.id === "print" || first.id === "exec");
  if (isStatement && cursor.atExpression) {
    cursor.fail("NP110", `Missing parentheses in call to '${first.id}'. Did you mean ${first.id}(...)?`, first.span);
  }
  return { kind: "Expr", span: cursor.spanFrom(start), value: first };
}

function parseAssign(cursor: Cursor, start: number, first: Expression): Assign {
  const targets: Expression[] = [];
  let value = first;
  let valueStart = start;
  while (cursor.at(T.Equal)) {
    targets.push(assignmentTarget(cursor, value, valueStart));
    cursor.next();
    valueStart = cursor.peek().startOffset;
    value = parseValue(cursor);
  }
  return { kind: "Assign", span: cursor.spanFrom(start), targets, value };
}

function assignmentTarget(cursor: Cursor, node: Expression, start: number): Expression {
  if ((node.kind === "Yield" || node.kind === "YieldFrom") && node.span.start === start) {
    cursor.fail("NP113", "assignment to yield expression not possible", node.span);
  }
  const invalid = findInvalidTarget(node, "Store");
  if (invalid === null) return checkedTarget(cursor, node);
  const isKeyword = invalid.what === "True" || invalid.what === "False" || invalid.what === "None";
  const isWhole = invalid.span === node.span && !isKeyword;
  const advice = isWhole ? " here. Maybe you meant '==' instead of '='?" : "";
  return cursor.fail("NP113", `cannot assign to ${invalid.what}${advice}`, invalid.span);
}

function parseAnnAssign(cursor: Cursor, start: number, target: Expression): AnnAssign {
  if (target.kind === "List" || target.kind === "Tuple") {
    cursor.fail("NP113", `only single target (not ${target.kind.toLowerCase()}) can be annotated`, target.span);
  }
  if (target.kind !== "Name" && target.kind !== "Attribute" && target.kind !== "Subscript") {
    // A lone `else:` or `case x:` and the like end here too, so only blame the target when it looks like one.
    if (cursor.peek(1).tokenType === T.Newline) cursor.fail("NP110", "invalid syntax");
    cursor.fail("NP113", "illegal target for annotation", target.span);
  }
  cursor.next();
  const annotation = parseExpression(cursor);
  const value = cursor.accept(T.Equal) ? parseValue(cursor) : null;
  const simple = target.kind === "Name" && target.span.start === start;
  return { kind: "AnnAssign", span: cursor.spanFrom(start), target: withContext(target, "Store"), annotation, value, simple };
}

/** The targets of `del`. */
export function parseDeleteTargets(cursor: Cursor): Expression[] {
  const targets: Expression[] = [];
  do {
    if (targets.length > 0 && !cursor.atExpression) break;
    const node = cursor.at(T.Star) ? parseExpressionList(cursor) : parseExpression(cursor);
    const invalid = findInvalidTarget(node, "Del");
    if (invalid !== null) cursor.fail("NP113", `cannot delete ${invalid.what}`, invalid.span);
    targets.push(withContext(node, "Del"));
  } while (cursor.accept(T.Comma));
  return targets;
}

/** The target after `as` in a `with` statement. */
export function parseWithTarget(cursor: Cursor): Expression {
  const token = cursor.peek();
  const node = cursor.at(T.Star) ? parseExpressionList(cursor) : parseExpression(cursor);
  const misplaced = findMisplacedStar(node);
  if (misplaced !== null) cursor.fail("NP116", misplaced.message, spanOf(token));
  return checkedTarget(cursor, node);
}
