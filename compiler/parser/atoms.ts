import type { Expression } from "../ast.js";
import { identifierOf } from "../lexer/lexer.js";
import { decodeNumber } from "../lexer/numbers.js";
import * as T from "../lexer/tokens.js";
import { type Cursor, spanOf } from "./cursor.js";
import { parseBraced, parseBracketed, parseParenthesized } from "./displays.js";
import { parseStrings } from "./strings.js";

/** `atom`: a name, a constant, or something in brackets. */
export function parseAtom(cursor: Cursor): Expression {
  const token = cursor.peek();
  switch (token.tokenType) {
    case T.Name:
      cursor.next();
      return { kind: "Name", span: spanOf(token), id: identifierOf(token), ctx: "Load" };
    case T.NumberLiteral:
      cursor.next();
      return { kind: "Constant", span: spanOf(token), value: decodeNumber(token.image) };
    case T.StringLiteral:
      return parseStrings(cursor);
    case T.LeftParen:
      return cursor.nesting.enter(spanOf(token), () => parseParenthesized(cursor));
    case T.LeftBracket:
      return cursor.nesting.enter(spanOf(token), () => parseBracketed(cursor));
    case T.LeftBrace:
      return cursor.nesting.enter(spanOf(token), () => parseBraced(cursor));
    case T.None:
      cursor.next();
      return { kind: "Constant", span: spanOf(token), value: { type: "none" } };
    case T.True:
      cursor.next();
      return { kind: "Constant", span: spanOf(token), value: { type: "true" } };
    case T.False:
      cursor.next();
      return { kind: "Constant", span: spanOf(token), value: { type: "false" } };
    case T.Ellipsis:
      cursor.next();
      return { kind: "Constant", span: spanOf(token), value: { type: "ellipsis" } };
    default:
      return cursor.fail("NP110", "invalid syntax");
  }
}
