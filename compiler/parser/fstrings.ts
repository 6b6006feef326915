import type { Expression, FormatConversion, FormattedValue, JoinedStr } from "../ast.js";
import { tokenizeEmbedded } from "../lexer/lexer.js";
import { Cursor } from "./cursor.js";
import { parseParenthesized } from "./displays.js";
import { SyntaxFailure } from "./failure.js";
import { joinPieces } from "./strings.js";

/** Literal text, or a replacement field. */
export type FormatPiece = string | FormattedValue;

/** Decodes the escapes of a literal stretch that starts at `offset` in the file. */
type Decode = (text: string, offset: number) => string;

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const MAX_FORMAT_DEPTH = 2;

/**
 * The body of an f-string by the rules of Python 3.11: the string ends where a plain string would, and expressions
 * hold neither backslashes nor comments.
 * @param offset where the body starts in the file
 */
export function parseFormatBody(
  cursor: Cursor,
  body: string,
  offset: number,
  flags: { readonly isRaw: boolean },
  decode: Decode,
): FormatPiece[] {
  return new FormatScanner(cursor, body, offset, flags.isRaw, decode).parse();
}

class FormatScanner {
  private index = 0;

  constructor(
    private readonly cursor: Cursor,
    private readonly body: string,
    private readonly offset: number,
    private readonly isRaw: boolean,
    private readonly decode: Decode,
  ) {}

  parse(): FormatPiece[] {
    return this.pieces(0);
  }

  private fail(message: string, from = this.index, to = from + 1): never {
    const span = { start: this.offset + from, end: this.offset + Math.max(to, from + 1) };
    return this.cursor.fail("NP105", `f-string${message.startsWith("expression part") ? "" : ":"} ${message}`, span);
  }

  /** Texts and fields up to the end of the body, or, in a format spec (`depth` > 0), up to its closing brace. */
  private pieces(depth: number): FormatPiece[] {
    const { body } = this;
    const pieces: FormatPiece[] = [];
    while (this.index < body.length) {
      this.literal(depth, pieces);
      if (this.index >= body.length || body[this.index] === "}") break;
      this.field(depth, pieces);
    }
    return pieces;
  }

  /** Text up to a brace that means something. */
  private literal(depth: number, pieces: FormatPiece[]): void {
    const { body } = this;
    let start = this.index;
    const flush = (end: number) => {
      if (end > start) pieces.push(this.decode(body.slice(start, end), this.offset + start));
    };
    while (this.index < body.length) {
      const character = body[this.index];
      if (character === "\\" && !this.isRaw) {
        const next = body[this.index + 1];
        if (next === "N" && body[this.index + 2] === "{") {
          const close = body.indexOf("}", this.index);
          this.index = close < 0 ? body.length : close + 1;
        } else {
          this.index += next === "{" || next === "}" ? 1 : 2;
        }
        continue;
      }
      if (character === "{" || character === "}") {
        if (depth === 0 && body[this.index + 1] === character) {
          flush(this.index + 1);
          this.index += 2;
          start = this.index;
          continue;
        }
        if (depth === 0 && character === "}") this.fail("single '}' is not allowed");
        break;
      }
      this.index += 1;
    }
    flush(Math.min(this.index, body.length));
  }

  /** A replacement field, from `{` to `}`. */
  private field(depth: number, pieces: FormatPiece[]): void {
    const { body } = this;
    if (depth >= MAX_FORMAT_DEPTH) this.fail("expressions nested too deeply");
    const start = this.index;
    this.index += 1;
    const expressionStart = this.index;
    this.skipExpression();
    const expressionEnd = this.index;
    if (this.index >= body.length) this.fail("expecting '}'", start);
    const value = this.expression(expressionStart, expressionEnd);

    let isSelfDocumenting = false;
    if (body[this.index] === "=") {
      isSelfDocumenting = true;
      this.index += 1;
      while (/[ \t\n\f\r]/.test(body[this.index] ?? "")) this.index += 1;
      pieces.push(body.slice(expressionStart, this.index));
    }
    let conversion = this.conversion();
    let spec: JoinedStr | null = null;
    if (body[this.index] === ":") {
      this.index += 1;
      const specStart = this.index;
      const inner = this.pieces(depth + 1);
      const span = { start: this.offset + specStart, end: this.offset + this.index };
      spec = { kind: "JoinedStr", span, values: joinPieces(inner, span) };
    }
    if (body[this.index] !== "}") this.fail("expecting '}'", start);
    this.index += 1;
    if (isSelfDocumenting && spec === null && conversion === null) conversion = "r";
    const span = { start: this.offset + start, end: this.offset + this.index };
    pieces.push({ kind: "FormattedValue", span, value, conversion, format_spec: spec });
  }

  private conversion(): FormatConversion {
    if (this.body[this.index] !== "!") return null;
    const letter = this.body[this.index + 1];
    if (letter === undefined) this.fail("expecting '}'");
    if (letter !== "s" && letter !== "r" && letter !== "a") {
      this.fail(`invalid conversion character: expected 's', 'r', or 'a'`, this.index + 1);
    }
    this.index += 2;
    return letter;
  }

  /** Moves past the expression: to `!`, `:`, `=` or `}` outside brackets and strings. */
  private skipExpression(): void {
    const { body } = this;
    const brackets: string[] = [];
    let quote = "";
    for (; this.index < body.length; this.index++) {
      const character = body[this.index] as string;
      if (character === "\\") this.fail("expression part cannot include a backslash");
      if (quote !== "") {
        if (body.startsWith(quote, this.index)) {
          this.index += quote.length - 1;
          quote = "";
        }
      } else if (character === "'" || character === '"') {
        quote = body.startsWith(character.repeat(3), this.index) ? character.repeat(3) : character;
        this.index += quote.length - 1;
      } else if (character in CLOSERS) {
        brackets.push(character);
      } else if (character === "#") {
        this.fail("expression part cannot include '#'");
      } else if (brackets.length === 0 && "!:=<>}".includes(character)) {
        if (character === "<" || character === ">") {
          if (body[this.index + 1] === "=") this.index += 1;
          continue;
        }
        if ((character === "!" || character === "=") && body[this.index + 1] === "=") {
          this.index += 1;
          continue;
        }
        return;
      } else if (character === ")" || character === "]" || character === "}") {
        const open = brackets.pop();
        if (open === undefined) this.fail(`unmatched '${character}'`);
        if (CLOSERS[open] !== character) {
          this.fail(`closing parenthesis '${character}' does not match opening parenthesis '${open}'`);
        }
      }
    }
    if (quote !== "") this.fail("unterminated string");
    const open = brackets.at(-1);
    if (open !== undefined) this.fail(`unmatched '${open}'`, body.length - 1);
  }

  private expression(start: number, end: number): Expression {
    const { cursor } = this;
    const text = this.body.slice(start, end);
    if (/^[ \t\n\f\r]*$/.test(text)) this.fail("empty expression not allowed", start - 1, end);
    const base = this.offset + start;
    const { tokens } = tokenizeEmbedded(cursor.file, cursor.collector, text, base);
    const inner = new Cursor(tokens, cursor.file, cursor.collector, cursor.nesting, base + text.length);
    const span = { start: base, end: base + text.length };
    try {
      const value = cursor.nesting.enter(span, () => parseParenthesized(inner));
      if (inner.index < tokens.length) inner.fail("NP110", "invalid syntax");
      return value;
    } catch (failure) {
      if (!(failure instanceof SyntaxFailure) || failure.message.startsWith("f-string")) throw failure;
      throw new SyntaxFailure(failure.code, failure.span, `f-string: ${failure.message}`, failure.details);
    }
  }
}
