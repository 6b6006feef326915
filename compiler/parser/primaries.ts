import type { Expression, Keyword, Slice } from "../ast.js";
import { identifierOf } from "../lexer/lexer.js";
import * as T from "../lexer/tokens.js";
import { parseAtom } from "./atoms.js";
import { parseComprehensionClauses } from "./comprehensions.js";
import { type Cursor, spanOf } from "./cursor.js";
import { expectClosing } from "./displays.js";
import { parseExpression, parseNamedExpression } from "./expressions.js";
import { describeExpression } from "./targets.js";

/** `await_primary`: a primary, or `await` with one. */
export function parseAwaited(cursor: Cursor): Expression {
  if (!cursor.at(T.Await)) return parsePrimary(cursor);
  const start = cursor.next().startOffset;
  const value = parsePrimary(cursor);
  return { kind: "Await", span: cursor.spanFrom(start), value };
}

/** `primary`: an atom with the attributes, calls and subscripts after it. */
function parsePrimary(cursor: Cursor): Expression {
  const start = cursor.peek().startOffset;
  let node = parseAtom(cursor);
  for (;;) {
    const token = cursor.peek();
    switch (token.tokenType) {
      case T.Dot: {
        cursor.next();
        const attr = cursor.identifier();
        node = { kind: "Attribute", span: cursor.spanFrom(start), value: node, attr, ctx: "Load" };
        break;
      }
      case T.LeftParen: {
        const func = node;
        const { args, keywords } = cursor.nesting.enter(spanOf(token), () => parseArguments(cursor));
        node = { kind: "Call", span: cursor.spanFrom(start), func, args, keywords };
        break;
      }
      case T.LeftBracket: {
        const slice = cursor.nesting.enter(spanOf(token), () => parseSubscript(cursor));
        node = { kind: "Subscript", span: cursor.spanFrom(start), value: node, slice, ctx: "Load" };
        break;
      }
      default:
        return node;
    }
  }
}

// -------------------------------------------------------------------- calls

/** The arguments of a call or a class, parentheses included. */
export function parseArguments(cursor: Cursor): { args: Expression[]; keywords: Keyword[] } {
  const open = cursor.next();
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  let itemStart = open.startOffset;
  while (!cursor.at(T.RightParen)) {
    itemStart = cursor.peek().startOffset;
    const token = cursor.peek();
    if (token.tokenType === T.Star) {
      if (keywords.some((keyword) => keyword.arg === null)) {
        cursor.fail("NP114", "iterable argument unpacking follows keyword argument unpacking");
      }
      cursor.next();
      const value = parseExpression(cursor);
      args.push({ kind: "Starred", span: cursor.spanFrom(itemStart), value, ctx: "Load" });
    } else if (token.tokenType === T.StarStar) {
      cursor.next();
      const value = parseExpression(cursor);
      keywords.push({ kind: "keyword", span: cursor.spanFrom(itemStart), arg: null, value });
    } else if (token.tokenType === T.Name && cursor.peek(1).tokenType === T.Equal) {
      keywords.push(parseKeyword(cursor, keywords));
    } else {
      args.push(parsePositional(cursor, open.startOffset, args, keywords));
    }
    if (!cursor.accept(T.Comma)) break;
  }
  expectClosing(cursor, T.RightParen, itemStart);
  return { args, keywords };
}

function parseKeyword(cursor: Cursor, keywords: readonly Keyword[]): Keyword {
  const token = cursor.next();
  const arg = identifierOf(token);
  cursor.next();
  if (cursor.at(T.Comma) || cursor.at(T.RightParen)) cursor.fail("NP114", "expected argument value expression");
  const value = parseExpression(cursor);
  if (cursor.at(T.For)) {
    cursor.fail("NP114", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", cursor.spanFrom(token.startOffset));
  }
  const span = cursor.spanFrom(token.startOffset);
  if (keywords.some((keyword) => keyword.arg === arg)) cursor.report("NP114", `keyword argument repeated: ${arg}`, span);
  return { kind: "keyword", span, arg, value };
}

function parsePositional(cursor: Cursor, openStart: number, args: readonly Expression[], keywords: readonly Keyword[]): Expression {
  const start = cursor.peek().startOffset;
  const isNamed = cursor.at(T.Name) && cursor.peek(1).tokenType === T.ColonEqual;
  const node = isNamed ? parseNamedExpression(cursor) : parseExpression(cursor);
  if (cursor.at(T.ColonEqual)) {
    cursor.fail("NP113", `cannot use assignment expressions with ${describeExpression(node)}`, node.span);
  }
  if (cursor.at(T.Equal)) {
    const what = describeExpression(node);
    if (what === "True" || what === "False" || what === "None") cursor.fail("NP113", `cannot assign to ${what}`, node.span);
    cursor.fail("NP114", 'expression cannot contain assignment, perhaps you meant "=="?', node.span);
  }
  if (cursor.at(T.For) || cursor.at(T.Async)) {
    const generators = parseComprehensionClauses(cursor);
    if (args.length > 0 || keywords.length > 0 || !cursor.at(T.RightParen)) {
      cursor.fail("NP114", "Generator expression must be parenthesized", cursor.spanFrom(start));
    }
    // It borrows the call's parentheses.
    const end = cursor.peek().startOffset + 1;
    return { kind: "GeneratorExp", span: { start: openStart, end }, elt: node, generators };
  }
  if (keywords.length > 0) {
    const kind = keywords.some((keyword) => keyword.arg === null) ? "keyword argument unpacking" : "keyword argument";
    cursor.fail("NP114", `positional argument follows ${kind}`, node.span);
  }
  return node;
}

// --------------------------------------------------------------- subscripts

function parseSubscript(cursor: Cursor): Expression {
  const open = cursor.next();
  const start = cursor.peek().startOffset;
  let itemStart = open.startOffset;
  const elts: Expression[] = [];
  let isTuple = false;
  while (!cursor.at(T.RightBracket)) {
    itemStart = cursor.peek().startOffset;
    const item = parseSlice(cursor);
    elts.push(item);
    if (item.kind === "Starred") isTuple = true;
    if (!cursor.accept(T.Comma)) break;
    isTuple = true;
  }
  const span = cursor.spanFrom(start);
  if (elts.length === 0) cursor.fail("NP110", "invalid syntax");
  expectClosing(cursor, T.RightBracket, itemStart);
  const [only] = elts;
  return isTuple || only === undefined ? { kind: "Tuple", span, elts, ctx: "Load" } : only;
}

function parseSlice(cursor: Cursor): Expression {
  const start = cursor.peek().startOffset;
  if (cursor.at(T.Star)) {
    cursor.next();
    const value = parseExpression(cursor);
    return { kind: "Starred", span: cursor.spanFrom(start), value, ctx: "Load" };
  }
  let lower: Expression | null = null;
  if (!cursor.at(T.Colon)) {
    lower = parseNamedExpression(cursor);
    const isBareNamed = lower.kind === "NamedExpr" && lower.span.start === start;
    if (!cursor.at(T.Colon) || isBareNamed) return lower;
  }
  cursor.next();
  const upper = parseSlicePart(cursor);
  const step = cursor.accept(T.Colon) ? parseSlicePart(cursor) : null;
  const node: Slice = { kind: "Slice", span: cursor.spanFrom(start), lower, upper, step };
  return node;
}

function parseSlicePart(cursor: Cursor): Expression | null {
  if (cursor.at(T.Colon) || cursor.at(T.Comma) || cursor.at(T.RightBracket)) return null;
  return parseExpression(cursor);
}
