import type { TokenType } from "chevrotain";
import type { Arg, Arguments, Expression, Span } from "../ast.js";
import * as T from "../lexer/tokens.js";
import { type Cursor, spanOf } from "./cursor.js";
import { parseExpression, parseStarred } from "./expressions.js";

/** Parameters of a `def`, between its parentheses. */
export function parseFunctionParameters(cursor: Cursor): Arguments {
  return new ParameterList(cursor, T.RightParen, true).parse();
}

/** Parameters of a `lambda`, before its colon. */
export function parseLambdaParameters(cursor: Cursor): Arguments {
  return new ParameterList(cursor, T.Colon, false).parse();
}

/** Reads one parameter list and checks the order of its parts. */
class ParameterList {
  private posonlyargs: Arg[] = [];
  private args: Arg[] = [];
  private readonly kwonlyargs: Arg[] = [];
  private readonly kwDefaults: (Expression | null)[] = [];
  private readonly defaults: Expression[] = [];
  private vararg: Arg | null = null;
  private kwarg: Arg | null = null;
  /** Set once a `*` has been seen: what follows is keyword-only. */
  private star: Span | null = null;
  private seenSlash = false;

  constructor(
    private readonly cursor: Cursor,
    private readonly closer: TokenType,
    private readonly isAnnotated: boolean,
  ) {}

  parse(): Arguments {
    const { cursor, closer } = this;
    const start = cursor.peek().startOffset;
    while (!cursor.at(closer)) {
      if (this.kwarg !== null) cursor.fail("NP115", "arguments cannot follow var-keyword argument");
      if (cursor.at(T.StarStar)) this.doubleStar();
      else if (cursor.at(T.Star)) this.singleStar();
      else if (cursor.at(T.Slash)) this.slash();
      else this.plain();
      if (!cursor.at(closer) && !cursor.accept(T.Comma)) cursor.fail("NP110", "invalid syntax");
    }
    if (this.star !== null && this.vararg === null && this.kwonlyargs.length === 0) {
      cursor.fail("NP115", "named arguments must follow bare *", this.star);
    }
    return {
      kind: "arguments",
      span: { start, end: Math.max(start, cursor.lastEnd) },
      posonlyargs: this.posonlyargs,
      args: this.args,
      vararg: this.vararg,
      kwonlyargs: this.kwonlyargs,
      kw_defaults: this.kwDefaults,
      kwarg: this.kwarg,
      defaults: this.defaults,
    };
  }

  private parameter(mayStarAnnotation = false): Arg {
    const { cursor } = this;
    const start = cursor.peek().startOffset;
    const arg = cursor.identifier();
    let annotation: Expression | null = null;
    if (this.isAnnotated && cursor.accept(T.Colon)) {
      annotation = mayStarAnnotation && cursor.at(T.Star) ? parseStarred(cursor) : parseExpression(cursor);
    }
    return { kind: "arg", span: cursor.spanFrom(start), arg, annotation };
  }

  private defaultValue(): Expression | null {
    if (!this.cursor.accept(T.Equal)) return null;
    if (!this.cursor.atExpression) this.cursor.fail("NP115", "expected default value expression");
    return parseExpression(this.cursor);
  }

  private plain(): void {
    const { cursor } = this;
    if (cursor.at(T.LeftParen)) {
      cursor.fail(
        "NP115",
        this.isAnnotated ? "Function parameters cannot be parenthesized" : "Lambda expression parameters cannot be parenthesized",
      );
    }
    const parameter = this.parameter();
    const value = this.defaultValue();
    if (this.star !== null) {
      this.kwonlyargs.push(parameter);
      this.kwDefaults.push(value);
      return;
    }
    if (value !== null) this.defaults.push(value);
    else if (this.defaults.length > 0) cursor.fail("NP115", "non-default argument follows default argument", parameter.span);
    this.args.push(parameter);
  }

  private slash(): void {
    const token = this.cursor.next();
    if (this.seenSlash) this.cursor.fail("NP115", "/ may appear only once", spanOf(token));
    if (this.star !== null) this.cursor.fail("NP115", "/ must be ahead of *", spanOf(token));
    if (this.args.length === 0) this.cursor.fail("NP115", "at least one argument must precede /", spanOf(token));
    this.seenSlash = true;
    this.posonlyargs = this.args;
    this.args = [];
  }

  private singleStar(): void {
    const { cursor } = this;
    const span = spanOf(cursor.next());
    if (this.star !== null) cursor.fail("NP115", "* argument may appear only once", span);
    this.star = span;
    if (cursor.at(T.Name)) {
      this.vararg = this.parameter(true);
      if (cursor.at(T.Equal)) cursor.fail("NP115", "var-positional argument cannot have default value");
    } else if (cursor.at(this.closer)) {
      cursor.fail("NP115", "named arguments must follow bare *", span);
    }
  }

  private doubleStar(): void {
    this.cursor.next();
    this.kwarg = this.parameter();
    if (this.cursor.at(T.Equal)) this.cursor.fail("NP115", "var-keyword argument cannot have default value");
  }
}
