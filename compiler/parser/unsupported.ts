import { EOF, type IToken } from "chevrotain";
import * as T from "../lexer/tokens.js";
import { spanOf } from "./cursor.js";
import { SyntaxFailure } from "./failure.js";

const MATCH_HINT = "compare with if and elif, or look the value up in a dict";

/**
 * Recognises the start of a statement that the subset leaves out: a `match` statement, whose first word is an ordinary
 * name everywhere else.
 * @param peek the token `ahead` places on; 1 is the next
 */
export function findUnsupportedStatement(peek: (ahead: number) => IToken): SyntaxFailure | null {
  const first = peek(1);
  if (first.tokenType !== T.Name || first.image !== "match" || !isMatchStatement(peek)) return null;
  return new SyntaxFailure("NP151", spanOf(first), "match statements are not supported", {
    hint: MATCH_HINT,
    skipsBlock: true,
  });
}

/** A line that ends with a colon and has a `case` as the first thing under it. */
function isMatchStatement(peek: (ahead: number) => IToken): boolean {
  for (let ahead = 2; ; ahead++) {
    const type = peek(ahead).tokenType;
    if (type === EOF) return false;
    if (type !== T.Newline) continue;
    const opensBlock = peek(ahead - 1).tokenType === T.Colon && peek(ahead + 1).tokenType === T.Indent;
    return opensBlock && peek(ahead + 2).image === "case";
  }
}
