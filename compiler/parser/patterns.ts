import type { BinOp, Constant, Expression, MatchAs, MatchClass, MatchMapping, MatchSequence, MatchStar, Pattern } from "../ast.js";
import { decodeNumber } from "../lexer/numbers.js";
import * as T from "../lexer/tokens.js";
import { parseAtom } from "./atoms.js";
import { type Cursor, spanOf } from "./cursor.js";
import { parseNamedExpression, parseStarred } from "./expressions.js";
import { parseStrings } from "./strings.js";

/** What stands after `match`: an expression, or a tuple without parentheses. */
export function parseSubject(cursor: Cursor): Expression {
  const start = cursor.peek().startOffset;
  const item = () => (cursor.at(T.Star) ? parseStarred(cursor) : parseNamedExpression(cursor));
  const first = item();
  if (!cursor.at(T.Comma)) {
    if (first.kind === "Starred") cursor.fail("NP110", "invalid syntax", spanOf(cursor.peek()));
    return first;
  }
  const elts = [first];
  while (cursor.accept(T.Comma) && (cursor.at(T.Star) || cursor.atExpression)) elts.push(item());
  return { kind: "Tuple", span: cursor.spanFrom(start), elts, ctx: "Load" };
}

/** What stands after `case`: a pattern, or a sequence without brackets. */
export function parseCasePattern(cursor: Cursor): Pattern {
  const start = cursor.peek().startOffset;
  const first = parseItem(cursor);
  if (!cursor.at(T.Comma)) {
    if (first.kind === "MatchStar") cursor.fail("NP110", "invalid syntax");
    return first;
  }
  const patterns = [first];
  while (cursor.accept(T.Comma) && !cursor.at(T.Colon) && !cursor.at(T.If)) patterns.push(parseItem(cursor));
  return { kind: "MatchSequence", span: cursor.spanFrom(start), patterns };
}

/** An element of a sequence. */
function parseItem(cursor: Cursor): Pattern {
  if (!cursor.at(T.Star)) return parsePattern(cursor);
  const start = cursor.next().startOffset;
  const id = cursor.identifier();
  const star: MatchStar = { kind: "MatchStar", span: cursor.spanFrom(start), name: id === "_" ? null : id };
  return star;
}

/** `or_pattern ['as' name]` */
function parsePattern(cursor: Cursor): Pattern {
  const start = cursor.peek().startOffset;
  const pattern = parseAlternatives(cursor);
  if (!cursor.accept(T.As)) return pattern;
  const target = cursor.peek();
  if (target.tokenType !== T.Name) cursor.fail("NP110", "invalid pattern target");
  const name = captureTarget(cursor);
  if (cursor.at(T.Dot) || cursor.at(T.LeftParen) || cursor.at(T.LeftBracket)) {
    cursor.fail("NP110", "invalid pattern target", { start: target.startOffset, end: cursor.peek().startOffset });
  }
  return { kind: "MatchAs", span: cursor.spanFrom(start), pattern, name };
}

function captureTarget(cursor: Cursor): string {
  const token = cursor.peek();
  const name = cursor.identifier();
  if (name === "_") cursor.fail("NP110", "cannot use '_' as a target", spanOf(token));
  return name;
}

function parseAlternatives(cursor: Cursor): Pattern {
  const start = cursor.peek().startOffset;
  const patterns = [parseClosed(cursor)];
  while (cursor.accept(T.Bar)) patterns.push(parseClosed(cursor));
  return patterns.length === 1 ? patterns[0]! : { kind: "MatchOr", span: cursor.spanFrom(start), patterns };
}

/** A pattern without `|` and `as` at its top. */
function parseClosed(cursor: Cursor): Pattern {
  const token = cursor.peek();
  const span = spanOf(token);
  switch (token.tokenType) {
    case T.None:
      cursor.next();
      return { kind: "MatchSingleton", span, value: { type: "none" } };
    case T.True:
      cursor.next();
      return { kind: "MatchSingleton", span, value: { type: "true" } };
    case T.False:
      cursor.next();
      return { kind: "MatchSingleton", span, value: { type: "false" } };
    case T.Name:
      return parseNamed(cursor);
    case T.LeftParen:
      return cursor.nesting.enter(span, () => parseGroup(cursor));
    case T.LeftBracket:
      return cursor.nesting.enter(span, () => parseSequence(cursor));
    case T.LeftBrace:
      return cursor.nesting.enter(span, () => parseMapping(cursor));
    default: {
      const value = parseLiteral(cursor);
      return { kind: "MatchValue", span: value.span, value };
    }
  }
}

/** A number with its sign, `real ± imaginary`, or strings. */
function parseLiteral(cursor: Cursor): Expression {
  if (cursor.at(T.StringLiteral)) {
    const text = parseStrings(cursor);
    if (text.kind !== "Constant") cursor.fail("NP134", "patterns may only match literals and attribute lookups", text.span);
    return text;
  }
  const { startOffset } = cursor.peek();
  const left = parseSigned(cursor);
  if (!cursor.at(T.Plus) && !cursor.at(T.Minus)) return left;
  if (isImaginary(left)) cursor.fail("NP110", "real number required in complex literal", left.span);
  const op: BinOp["op"] = cursor.next().tokenType === T.Plus ? "Add" : "Sub";
  const right = parseNumber(cursor);
  if (!isImaginary(right)) cursor.fail("NP110", "imaginary number required in complex literal", right.span);
  return { kind: "BinOp", span: cursor.spanFrom(startOffset), left, op, right };
}

function parseSigned(cursor: Cursor): Expression {
  const { startOffset } = cursor.peek();
  if (!cursor.accept(T.Minus)) return parseNumber(cursor);
  const operand = parseNumber(cursor);
  return { kind: "UnaryOp", span: cursor.spanFrom(startOffset), op: "USub", operand };
}

function parseNumber(cursor: Cursor): Constant {
  if (!cursor.at(T.NumberLiteral)) cursor.fail("NP110", "invalid syntax");
  const token = cursor.next();
  return { kind: "Constant", span: spanOf(token), value: decodeNumber(token.image) };
}

function isImaginary(node: Expression): boolean {
  return node.kind === "UnaryOp" ? isImaginary(node.operand) : node.kind === "Constant" && node.value.type === "complex";
}

/** A name alone is bound; a dotted one is compared; one with arguments is a class. */
function parseNamed(cursor: Cursor): Pattern {
  const { startOffset } = cursor.peek();
  const id = cursor.identifier();
  if (!cursor.at(T.Dot) && !cursor.at(T.LeftParen)) {
    if (cursor.at(T.Equal)) cursor.fail("NP110", "invalid syntax");
    const capture: MatchAs = { kind: "MatchAs", span: cursor.spanFrom(startOffset), pattern: null, name: id === "_" ? null : id };
    return capture;
  }
  const value = parseDotted(cursor, startOffset, { kind: "Name", span: cursor.spanFrom(startOffset), id, ctx: "Load" });
  if (cursor.at(T.LeftParen)) return cursor.nesting.enter(spanOf(cursor.peek()), () => parseClass(cursor, startOffset, value));
  return { kind: "MatchValue", span: value.span, value };
}

function parseDotted(cursor: Cursor, start: number, name: Expression): Expression {
  let value = name;
  while (cursor.accept(T.Dot)) {
    const attr = cursor.identifier();
    value = { kind: "Attribute", span: cursor.spanFrom(start), value, attr, ctx: "Load" };
  }
  return value;
}

/** `(pattern)` is that pattern; with a comma, or empty, it is a sequence. */
function parseGroup(cursor: Cursor): Pattern {
  const { startOffset } = cursor.next();
  const patterns: Pattern[] = [];
  let isSequence = cursor.at(T.RightParen);
  while (!cursor.at(T.RightParen)) {
    patterns.push(parseItem(cursor));
    if (!cursor.accept(T.Comma)) break;
    isSequence = true;
  }
  const [only] = patterns;
  if (!isSequence && only?.kind === "MatchStar") cursor.fail("NP110", "invalid syntax");
  cursor.expect(T.RightParen);
  return isSequence || only === undefined ? { kind: "MatchSequence", span: cursor.spanFrom(startOffset), patterns } : only;
}

function parseSequence(cursor: Cursor): MatchSequence {
  const { startOffset } = cursor.next();
  const patterns: Pattern[] = [];
  while (!cursor.at(T.RightBracket)) {
    patterns.push(parseItem(cursor));
    if (!cursor.accept(T.Comma)) break;
  }
  cursor.expect(T.RightBracket);
  return { kind: "MatchSequence", span: cursor.spanFrom(startOffset), patterns };
}

function parseMapping(cursor: Cursor): MatchMapping {
  const { startOffset } = cursor.next();
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  while (!cursor.at(T.RightBrace)) {
    if (cursor.accept(T.StarStar)) {
      rest = cursor.at(T.Name) && cursor.peek().image === "_" ? cursor.fail("NP110", "invalid syntax") : cursor.identifier();
      cursor.accept(T.Comma);
      break;
    }
    keys.push(parseKey(cursor));
    cursor.expect(T.Colon);
    patterns.push(parsePattern(cursor));
    if (!cursor.accept(T.Comma)) break;
  }
  cursor.expect(T.RightBrace);
  return { kind: "MatchMapping", span: cursor.spanFrom(startOffset), keys, patterns, rest };
}

function parseKey(cursor: Cursor): Expression {
  const token = cursor.peek();
  const isSingleton = token.tokenType === T.None || token.tokenType === T.True || token.tokenType === T.False;
  if (token.tokenType !== T.Name) return isSingleton ? parseAtom(cursor) : parseLiteral(cursor);
  const id = cursor.identifier();
  const name: Expression = { kind: "Name", span: spanOf(token), id, ctx: "Load" };
  if (!cursor.at(T.Dot)) cursor.fail("NP110", "invalid syntax");
  return parseDotted(cursor, token.startOffset, name);
}

function parseClass(cursor: Cursor, start: number, cls: Expression): MatchClass {
  cursor.next();
  const patterns: Pattern[] = [];
  const kwd_attrs: string[] = [];
  const kwd_patterns: Pattern[] = [];
  while (!cursor.at(T.RightParen)) {
    if (cursor.at(T.Name) && cursor.peek(1).tokenType === T.Equal) {
      kwd_attrs.push(cursor.identifier());
      cursor.next();
      kwd_patterns.push(parsePattern(cursor));
    } else {
      const pattern = parsePattern(cursor);
      if (kwd_attrs.length > 0) cursor.fail("NP110", "positional patterns follow keyword patterns", pattern.span);
      patterns.push(pattern);
    }
    if (!cursor.accept(T.Comma)) break;
  }
  cursor.expect(T.RightParen);
  return { kind: "MatchClass", span: cursor.spanFrom(start), cls, patterns, kwd_attrs, kwd_patterns };
}
