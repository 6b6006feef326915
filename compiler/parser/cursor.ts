import { EOF, type IToken, type TokenType } from "chevrotain";
import type { Span } from "../ast.js";
import type { DiagnosticCode } from "../diagnostic-codes.js";
import type { DiagnosticCollector } from "../diagnostics.js";
import { identifierOf } from "../lexer/lexer.js";
import * as T from "../lexer/tokens.js";
import type { SourceFile } from "../source.js";
import { SyntaxFailure } from "./failure.js";
import type { Nesting } from "./nesting.js";

/** The place in the tokens of a file (or of an expression inside an f-string), with what every parse step needs. */
export class Cursor {
  /** The next token's index. */
  index = 0;
  private readonly end: IToken;

  constructor(
    readonly tokens: readonly IToken[],
    readonly file: SourceFile,
    readonly collector: DiagnosticCollector,
    readonly nesting: Nesting,
    endOffset: number,
  ) {
    this.end = { image: "", startOffset: endOffset, tokenType: EOF, tokenTypeIdx: EOF.tokenTypeIdx as number };
  }

  /** The next token, or the one `ahead` after it. */
  peek(ahead = 0): IToken {
    return this.tokens[this.index + ahead] ?? this.end;
  }

  /** Whether the next token is of `type`. */
  at(type: TokenType): boolean {
    return this.peek().tokenType === type;
  }

  /** Takes the next token. */
  next(): IToken {
    const token = this.peek();
    this.index += 1;
    return token;
  }

  /** Takes the next token if it is of `type`. */
  accept(type: TokenType): boolean {
    if (this.peek().tokenType !== type) return false;
    this.index += 1;
    return true;
  }

  /** Takes a token of `type` or fails. */
  expect(type: TokenType): IToken {
    if (this.peek().tokenType === type) return this.next();
    if (type === T.Colon || type === T.In) this.fail("NP111", `expected ${type.LABEL}`);
    return this.fail("NP110", "invalid syntax");
  }

  /** Takes an identifier or fails. */
  identifier(): string {
    return identifierOf(this.expect(T.Name));
  }

  /** Whether the next token can start an expression. */
  get atExpression(): boolean {
    return startsExpression(this.peek());
  }

  /** The offset after the last token that was taken. */
  get lastEnd(): number {
    const token = this.tokens[this.index - 1];
    return token === undefined ? 0 : token.startOffset + token.image.length;
  }

  /** The span from `start` to the last token that was taken. */
  spanFrom(start: number): Span {
    return { start, end: this.lastEnd };
  }

  /** Gives up the statement; by default the next token is to blame. */
  fail(code: DiagnosticCode, message: string, span: Span = spanOf(this.peek()), hint?: string): never {
    throw new SyntaxFailure(code, span, message, hint === undefined ? {} : { hint });
  }

  /** Reports an error that does not stop the parse. */
  report(code: DiagnosticCode, message: string, span: Span, hint?: string): void {
    this.collector.error(this.file, code, span, message, hint);
  }
}

/** Where a token stands. */
export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

/** Whether a token can start an expression. */
export function startsExpression(token: IToken): boolean {
  return token.tokenType.CATEGORIES?.includes(T.ExpressionStart) ?? false;
}
