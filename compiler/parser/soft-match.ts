/** Recognises a `match` statement, whose first word is an ordinary name everywhere else. */
import { EOF, type IToken, type TokenType } from "chevrotain";
import * as T from "../lexer/tokens.js";

/** Tokens that start an expression and cannot follow one. */
const ONLY_STARTS: ReadonlySet<TokenType> = new Set([
  T.Name,
  T.NumberLiteral,
  T.StringLiteral,
  T.LeftBrace,
  T.None,
  T.True,
  T.False,
  T.Ellipsis,
  T.Tilde,
  T.Lambda,
  T.Await,
]);

/** Whether a statement is a `match` statement, whose first word is an ordinary name everywhere else. */
export function startsMatch(peek: (ahead: number) => IToken): boolean {
  const first = peek(1);
  if (first.tokenType !== T.Name || first.image !== "match") return false;
  return ONLY_STARTS.has(peek(2).tokenType) || opensCases(peek);
}

/** A line that ends with a colon and has a `case` as the first thing under it. */
function opensCases(peek: (ahead: number) => IToken): boolean {
  for (let ahead = 2; ; ahead++) {
    const type = peek(ahead).tokenType;
    if (type === EOF) return false;
    if (type !== T.Newline) continue;
    const opensBlock = peek(ahead - 1).tokenType === T.Colon && peek(ahead + 1).tokenType === T.Indent;
    return opensBlock && peek(ahead + 2).image === "case";
  }
}
