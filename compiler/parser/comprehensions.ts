import type { Comprehension, Expression } from "../ast.js";
import * as T from "../lexer/tokens.js";
import type { Cursor } from "./cursor.js";
import { parseBitwiseOr, parseDisjunction, parseStarred } from "./expressions.js";
import { findInvalidTarget, findMisplacedStar, withContext } from "./targets.js";

/** `for_if_clauses`: one or more `[async] for target in iterable if condition …`. */
export function parseComprehensionClauses(cursor: Cursor): Comprehension[] {
  const clauses: Comprehension[] = [];
  while (cursor.at(T.For) || cursor.at(T.Async)) {
    const start = cursor.peek().startOffset;
    const is_async = cursor.accept(T.Async);
    cursor.expect(T.For);
    const target = parseLoopTarget(cursor);
    cursor.expect(T.In);
    const iter = parseDisjunction(cursor);
    const ifs: Expression[] = [];
    while (cursor.accept(T.If)) ifs.push(parseDisjunction(cursor));
    clauses.push({ kind: "comprehension", span: cursor.spanFrom(start), target, iter, ifs, is_async });
  }
  return clauses;
}

/** `star_targets` between `for` and `in`. */
export function parseLoopTarget(cursor: Cursor): Expression {
  const start = cursor.peek().startOffset;
  const first = parseTargetItem(cursor);
  if (!cursor.at(T.Comma)) return checkedTarget(cursor, first);
  const elts = [first];
  while (cursor.accept(T.Comma) && (cursor.at(T.Star) || cursor.atExpression)) elts.push(parseTargetItem(cursor));
  return checkedTarget(cursor, { kind: "Tuple", span: cursor.spanFrom(start), elts, ctx: "Load" });
}

function parseTargetItem(cursor: Cursor): Expression {
  return cursor.at(T.Star) ? parseStarred(cursor) : parseBitwiseOr(cursor);
}

/** Makes a target of an expression, or fails with the reason why it cannot be one. */
export function checkedTarget(cursor: Cursor, node: Expression): Expression {
  const invalid = findInvalidTarget(node, "Store");
  if (invalid !== null) cursor.fail("NP113", `cannot assign to ${invalid.what}`, invalid.span);
  const misplaced = findMisplacedStar(node);
  if (misplaced !== null) cursor.report("NP116", misplaced.message, misplaced.span);
  return withContext(node, "Store");
}
