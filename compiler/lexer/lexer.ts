import { type IToken, Lexer, type TokenType } from "chevrotain";
import type { Span } from "../ast.js";
import type { DiagnosticCode } from "../diagnostic-codes.js";
import type { DiagnosticCollector } from "../diagnostics.js";
import type { SourceFile } from "../source.js";
import { IndentationStack } from "./indentation.js";
import { findNumberError } from "./numbers.js";
import * as T from "./tokens.js";

/** The tokens of a file, with Newline, Indent and Dedent in their places. */
export interface LexedSource {
  readonly tokens: IToken[];
  /** From each bracket that is never closed to where lexing went on as if it were. */
  readonly unclosed: readonly Span[];
}

const lexer = new Lexer(T.lexedTokens, {
  positionTracking: "onlyOffset",
  ensureOptimizations: true,
  skipValidations: true,
});

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const IDENTIFIER = /^[_\p{XID_Start}]\p{XID_Continue}*$/u;
const NON_ASCII = /[\u0080-\uffff]/;
const AFTER_NUMBER = /[A-Za-z0-9_]*/y;

/** Keywords that only start statements: at the start of a line they prove that a bracket was left open. */
const STATEMENT_KEYWORDS = new Set([
  "assert",
  "break",
  "class",
  "continue",
  "def",
  "del",
  "global",
  "import",
  "nonlocal",
  "pass",
  "raise",
  "return",
  "try",
  "while",
  "with",
]);

/** Splits a file into tokens. Never fails: what is wrong is reported, and something sensible stands in for it. */
export function tokenize(file: SourceFile, collector: DiagnosticCollector): LexedSource {
  return new TokenPass(file, collector, file.text, 0, false).run();
}

/**
 * Splits the expression inside an f-string's braces, which starts at `base` in the file, into tokens; a parenthesis is
 * put before and after it, so that line ends do not count.
 */
export function tokenizeEmbedded(file: SourceFile, collector: DiagnosticCollector, text: string, base: number): LexedSource {
  return new TokenPass(file, collector, `(${text})`, base - 1, true).run();
}

/** An identifier as Python compares it. */
export function identifierOf(token: IToken): string {
  return NON_ASCII.test(token.image) ? token.image.normalize("NFKC") : token.image;
}

/** Makes the parser's tokens out of the lexer's: keywords, brackets, indentation, and the checks of each token. */
class TokenPass {
  private readonly tokens: IToken[] = [];
  private readonly unclosed: Span[] = [];
  private readonly brackets: IToken[] = [];
  private readonly indentation = new IndentationStack();
  private lineIsEmpty = true;

  constructor(
    private readonly file: SourceFile,
    private readonly collector: DiagnosticCollector,
    private readonly text: string,
    private readonly base: number,
    private readonly isEmbedded: boolean,
  ) {}

  run(): LexedSource {
    const raw = lexer.tokenize(this.text).tokens;
    const first = raw[0];
    if (!this.isEmbedded && first !== undefined && first.tokenType !== T.LineBreak) {
      this.indent(/^\ufeff?([ \t\f]*)/.exec(this.text)?.[1] ?? "", first.startOffset);
    }
    for (let index = 0; index < raw.length; index++) {
      const token = raw[index] as IToken;
      if (token.tokenType === T.LineBreak) this.lineBreak(token, raw[index + 1]);
      else this.token(token);
    }
    this.finish();
    return { tokens: this.tokens, unclosed: this.unclosed };
  }

  private token(token: IToken): void {
    const type = token.tokenType;
    if (type === T.Name) {
      const keyword = T.keywords.get(token.image);
      if (keyword !== undefined) this.retype(token, keyword);
      else if (NON_ASCII.test(token.image)) this.checkIdentifier(token);
    } else if (type === T.NumberLiteral) {
      this.checkNumber(token);
    } else if (type === T.UnterminatedString) {
      this.unterminatedString(token);
    } else if (type === T.LeftParen || type === T.LeftBracket || type === T.LeftBrace) {
      this.brackets.push(token);
    } else if (type === T.RightParen || type === T.RightBracket || type === T.RightBrace) {
      if (!this.close(token)) return;
    } else if (type === T.Unknown) {
      this.unknown(token);
      return;
    }
    token.startOffset += this.base;
    this.tokens.push(token);
    this.lineIsEmpty = false;
  }

  private retype(token: IToken, type: TokenType): void {
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx as number;
  }

  private inject(type: TokenType, offset: number): void {
    this.tokens.push({
      image: "",
      startOffset: offset + this.base,
      tokenType: type,
      tokenTypeIdx: type.tokenTypeIdx as number,
    });
  }

  // ------------------------------------------------------------------- lines

  private lineBreak(token: IToken, next: IToken | undefined): void {
    if (this.isEmbedded) return;
    if (this.brackets.length > 0) {
      if (next?.tokenType !== T.Name || !STATEMENT_KEYWORDS.has(next.image)) return;
      this.reportUnclosed(token.startOffset);
    }
    if (!this.lineIsEmpty) {
      this.inject(T.Newline, token.startOffset);
      this.lineIsEmpty = true;
    }
    if (next !== undefined) {
      const lastBreak = Math.max(token.image.lastIndexOf("\n"), token.image.lastIndexOf("\r"));
      this.indent(token.image.slice(lastBreak + 1), next.startOffset);
    }
  }

  private indent(whitespace: string, offset: number): void {
    const change = this.indentation.enter(whitespace);
    if (change.isInconsistent) {
      this.error("NP109", offset, 1, "inconsistent use of tabs and spaces in indentation");
    } else if (change.fitsNothing) {
      this.error("NP108", offset, 1, "unindent does not match any outer indentation level");
    }
    if (change.levels > 0) this.inject(T.Indent, offset);
    for (let level = change.levels; level < 0; level++) this.inject(T.Dedent, offset);
  }

  private finish(): void {
    const end = this.text.length;
    if (this.brackets.length > 0) this.reportUnclosed(end);
    if (this.isEmbedded) return;
    const lastEnd = Math.max(0, ...this.tokens.slice(-1).map((token) => token.startOffset + token.image.length));
    const dangling = /^[ \t\f]*\\(?:\r\n?|\n)$/.exec(this.text.slice(lastEnd));
    if (dangling !== null) this.error("NP107", lastEnd, dangling[0].trimEnd().length, "unexpected EOF while parsing");
    if (!this.lineIsEmpty) this.inject(T.Newline, end);
    // Blocks end where the last line does, so that errors there name that line.
    const last = this.tokens.at(-1)?.startOffset ?? end;
    for (let level = this.indentation.depth; level > 0; level--) this.inject(T.Dedent, last - this.base);
  }

  // ---------------------------------------------------------------- brackets

  private close(token: IToken): boolean {
    const open = this.brackets.pop();
    if (open === undefined) {
      this.error("NP106", token.startOffset, 1, `unmatched '${token.image}'`);
      return false;
    }
    if (CLOSERS[open.image] !== token.image) {
      const openLine = this.file.lineOf(open.startOffset);
      const where = openLine === this.file.lineOf(token.startOffset + this.base) ? "" : ` on line ${openLine}`;
      this.error(
        "NP106",
        token.startOffset,
        1,
        `closing parenthesis '${token.image}' does not match opening parenthesis '${open.image}'${where}`,
      );
    }
    return true;
  }

  private reportUnclosed(until: number): void {
    const open = this.brackets.at(-1) as IToken;
    // Tokens that were passed on have file offsets already.
    this.error("NP106", open.startOffset - this.base, 1, `'${open.image}' was never closed`);
    this.unclosed.push({ start: open.startOffset, end: until + this.base });
    this.brackets.length = 0;
  }

  // ------------------------------------------------------------ single tokens

  private checkIdentifier(token: IToken): void {
    if (IDENTIFIER.test(token.image.normalize("NFKC"))) return;
    let offset = token.startOffset;
    for (const character of token.image) {
      const isGood = /[\p{XID_Continue}]/u.test(character.normalize("NFKC"));
      if (!isGood || (offset === token.startOffset && !/[_\p{XID_Start}]/u.test(character))) {
        const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        const message = /[\p{C}\p{Z}]/u.test(character)
          ? `invalid non-printable character U+${code}`
          : `invalid character '${character}' (U+${code})`;
        this.error("NP101", offset, character.length, message);
        return;
      }
      offset += character.length;
    }
  }

  private checkNumber(token: IToken): void {
    AFTER_NUMBER.lastIndex = token.startOffset + token.image.length;
    const following = AFTER_NUMBER.exec(this.text)?.[0] ?? "";
    const message = findNumberError(token.image, following);
    if (message === null) return;
    this.error("NP102", token.startOffset, token.image.length + following.length, message);
    this.retype(token, T.None);
  }

  private unterminatedString(token: IToken): void {
    const isTriple = /^[A-Za-z]{0,2}(?:'''|""")/.test(token.image);
    const lastOffset = token.startOffset + token.image.length + this.base;
    const line = this.file.lineOf(isTriple ? Math.max(0, this.file.text.length - 1) : lastOffset);
    const what = isTriple ? "unterminated triple-quoted string literal" : "unterminated string literal";
    this.error("NP103", token.startOffset, isTriple ? 3 : token.image.length, `${what} (detected at line ${line})`);
    this.retype(token, T.None);
  }

  private unknown(token: IToken): void {
    if (token.image === "\\") {
      const isLast = token.startOffset + 1 >= this.text.length;
      const message = isLast ? "unexpected EOF while parsing" : "unexpected character after line continuation character";
      this.error("NP107", token.startOffset, 1, message);
      return;
    }
    const code = token.image.charCodeAt(0);
    const message =
      code < 0x20 || code >= 0x7f
        ? `invalid non-printable character U+${code.toString(16).toUpperCase().padStart(4, "0")}`
        : "invalid syntax";
    this.error("NP101", token.startOffset, 1, message);
  }

  private error(code: DiagnosticCode, offset: number, length: number, message: string): void {
    const start = offset + this.base;
    const prefix = this.isEmbedded ? "f-string: " : "";
    this.collector.error(this.file, code, { start, end: start + length }, prefix + message);
  }
}
