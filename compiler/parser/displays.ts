import type { TokenType } from "chevrotain";
import type { Comprehension, Expression } from "../ast.js";
import * as T from "../lexer/tokens.js";
import { parseComprehensionClauses } from "./comprehensions.js";
import type { Cursor } from "./cursor.js";
import { parseBitwiseOr, parseElement, parseExpression, parseYield } from "./expressions.js";

/** Takes the bracket that ends a display, a call or a subscript; `itemStart` is where its last item began. */
export function expectClosing(cursor: Cursor, closer: TokenType, itemStart: number): void {
  if (cursor.accept(closer)) return;
  if (cursor.atExpression && !cursor.at(T.Yield) && cursor.tokens[cursor.index - 1]?.tokenType !== T.Comma) {
    cursor.fail("NP110", "invalid syntax. Perhaps you forgot a comma?", cursor.spanFrom(itemStart));
  }
  cursor.fail("NP110", "invalid syntax");
}

/** What stands in parentheses: a tuple, a generator expression, a yield, or any expression. */
export function parseParenthesized(cursor: Cursor): Expression {
  const start = cursor.next().startOffset;
  if (cursor.accept(T.RightParen)) return { kind: "Tuple", span: cursor.spanFrom(start), elts: [], ctx: "Load" };
  const itemStart = cursor.peek().startOffset;
  if (cursor.at(T.Yield)) {
    const node = parseYield(cursor);
    expectClosing(cursor, T.RightParen, itemStart);
    return node;
  }
  if (cursor.at(T.StarStar)) cursor.fail("NP116", "cannot use double starred expression here");
  const first = parseElement(cursor);
  const generators = parseGenerators(cursor, first);
  if (generators !== null) {
    expectClosing(cursor, T.RightParen, itemStart);
    return { kind: "GeneratorExp", span: cursor.spanFrom(start), elt: first, generators };
  }
  if (cursor.at(T.Comma)) {
    const elts = parseRest(cursor, T.RightParen, first);
    return { kind: "Tuple", span: cursor.spanFrom(start), elts, ctx: "Load" };
  }
  if (first.kind === "Starred" && cursor.at(T.RightParen)) {
    cursor.fail("NP116", "cannot use starred expression here", first.span);
  }
  expectClosing(cursor, T.RightParen, itemStart);
  return first;
}

/** A list or a list comprehension. */
export function parseBracketed(cursor: Cursor): Expression {
  const start = cursor.next().startOffset;
  if (cursor.accept(T.RightBracket)) return { kind: "List", span: cursor.spanFrom(start), elts: [], ctx: "Load" };
  const itemStart = cursor.peek().startOffset;
  const first = parseElement(cursor);
  const generators = parseGenerators(cursor, first);
  if (generators !== null) {
    expectClosing(cursor, T.RightBracket, itemStart);
    return { kind: "ListComp", span: cursor.spanFrom(start), elt: first, generators };
  }
  const elts = parseRest(cursor, T.RightBracket, first);
  return { kind: "List", span: cursor.spanFrom(start), elts, ctx: "Load" };
}

/** A dict, a set, or a comprehension of either. */
export function parseBraced(cursor: Cursor): Expression {
  const start = cursor.next().startOffset;
  if (cursor.accept(T.RightBrace)) return { kind: "Dict", span: cursor.spanFrom(start), keys: [], values: [] };
  const itemStart = cursor.peek().startOffset;
  if (cursor.at(T.StarStar)) return parseDict(cursor, start, null);
  const first = parseElement(cursor);
  const isBareNamed = first.kind === "NamedExpr" && first.span.start === itemStart;
  if (cursor.at(T.Colon) && first.kind !== "Starred" && !isBareNamed) return parseDict(cursor, start, first);
  const generators = parseGenerators(cursor, first);
  if (generators !== null) {
    expectClosing(cursor, T.RightBrace, itemStart);
    return { kind: "SetComp", span: cursor.spanFrom(start), elt: first, generators };
  }
  const elts = parseRest(cursor, T.RightBrace, first);
  return { kind: "Set", span: cursor.spanFrom(start), elts };
}

/** The elements after the first and the closing bracket. */
function parseRest(cursor: Cursor, closer: TokenType, first: Expression): Expression[] {
  const elts = [first];
  let itemStart = first.span.start;
  while (cursor.accept(T.Comma) && !cursor.at(closer)) {
    itemStart = cursor.peek().startOffset;
    elts.push(parseElement(cursor));
  }
  expectClosing(cursor, closer, itemStart);
  return elts;
}

function parseGenerators(cursor: Cursor, first: Expression): Comprehension[] | null {
  if (!cursor.at(T.For) && !cursor.at(T.Async)) return null;
  if (first.kind === "Starred") {
    cursor.fail("NP116", "iterable unpacking cannot be used in comprehension", first.span);
  }
  return parseComprehensionClauses(cursor);
}

/** A dict from its first key on, which has been read unless it is a `**`. */
function parseDict(cursor: Cursor, start: number, firstKey: Expression | null): Expression {
  const keys: (Expression | null)[] = [];
  const values: Expression[] = [];
  let key = firstKey;
  let itemStart = start;
  do {
    if (cursor.at(T.RightBrace)) break;
    if (key === null) itemStart = cursor.peek().startOffset;
    if (cursor.accept(T.StarStar)) {
      keys.push(null);
      values.push(parseBitwiseOr(cursor));
      if (cursor.at(T.For)) cursor.fail("NP116", "dict unpacking cannot be used in dict comprehension");
      continue;
    }
    key ??= parseExpression(cursor);
    if (!cursor.accept(T.Colon)) cursor.fail("NP111", "':' expected after dictionary key");
    if (cursor.at(T.Star)) cursor.fail("NP116", "cannot use a starred expression in a dictionary value");
    if (cursor.at(T.RightBrace) || cursor.at(T.Comma)) cursor.fail("NP111", "expression expected after dictionary key and ':'");
    const value = parseExpression(cursor);
    if (keys.length === 0 && (cursor.at(T.For) || cursor.at(T.Async))) {
      const generators = parseComprehensionClauses(cursor);
      expectClosing(cursor, T.RightBrace, itemStart);
      return { kind: "DictComp", span: cursor.spanFrom(start), key, value, generators };
    }
    keys.push(key);
    values.push(value);
    key = null;
  } while (cursor.accept(T.Comma));
  expectClosing(cursor, T.RightBrace, itemStart);
  return { kind: "Dict", span: cursor.spanFrom(start), keys, values };
}
