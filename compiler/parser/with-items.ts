import type { WithItem } from "../ast.js";
import * as T from "../lexer/tokens.js";
import { parseWithTarget } from "./assignments.js";
import type { Cursor } from "./cursor.js";
import { parseExpression } from "./expressions.js";

/** The items of a `with` statement, with or without parentheses around all of them. */
export function parseWithItems(cursor: Cursor): WithItem[] {
  if (!itemsAreParenthesized(cursor)) return parseItems(cursor);
  cursor.next();
  const items = parseItems(cursor);
  cursor.expect(T.RightParen);
  return items;
}

function parseItems(cursor: Cursor): WithItem[] {
  const items: WithItem[] = [];
  do {
    if (items.length > 0 && cursor.at(T.RightParen)) break;
    const start = cursor.peek().startOffset;
    const context_expr = parseExpression(cursor);
    const optional_vars = cursor.accept(T.As) ? parseWithTarget(cursor) : null;
    items.push({ kind: "withitem", span: cursor.spanFrom(start), context_expr, optional_vars });
  } while (cursor.accept(T.Comma));
  return items;
}

/**
 * Whether the parenthesis that comes next holds the items, as in `with (a as b, c):`, or belongs to the first
 * expression, as in `with (a or b).c():`. CPython tries the first and falls back; looking at the tokens of the
 * outermost level is enough.
 */
function itemsAreParenthesized(cursor: Cursor): boolean {
  if (!cursor.at(T.LeftParen)) return false;
  let depth = 0;
  for (let ahead = 0; ; ahead++) {
    const type = cursor.peek(ahead).tokenType;
    if (type === T.LeftParen || type === T.LeftBracket || type === T.LeftBrace) {
      depth += 1;
    } else if (type === T.RightParen || type === T.RightBracket || type === T.RightBrace) {
      depth -= 1;
      if (depth === 0) return ahead > 1 && cursor.peek(ahead + 1).tokenType === T.Colon;
    } else if (type === T.Newline || ahead > cursor.tokens.length) {
      return false;
    } else if (depth === 1) {
      const startsItem = ahead === 1 || cursor.peek(ahead - 1).tokenType === T.Comma;
      if (startsItem && (type === T.Star || type === T.Yield)) return false;
      if (type === T.For || type === T.Async || type === T.ColonEqual) return false;
    }
  }
}
