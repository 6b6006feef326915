import {
  EmbeddedActionsParser,
  EOF,
  type IParserErrorMessageProvider,
  type IToken,
  MismatchedTokenException,
  tokenLabel,
} from "chevrotain";
import type * as ast from "../ast.js";
import type { DiagnosticCode } from "../diagnostic-codes.js";
import { identifierOf } from "../lexer/lexer.js";
import * as T from "../lexer/tokens.js";
import { parseDeleteTargets, parseExpressionStatement } from "./assignments.js";
import { parseLoopTarget } from "./comprehensions.js";
import { type Cursor, spanOf } from "./cursor.js";
import { parseExpression, parseExpressionList, parseNamedExpression } from "./expressions.js";
import { SyntaxFailure } from "./failure.js";
import { parseFunctionParameters } from "./parameters.js";
import { parseCasePattern, parseSubject } from "./patterns.js";
import { parseArguments } from "./primaries.js";
import { startsMatch } from "./soft-match.js";
import { parseWithItems } from "./with-items.js";

/** CPython's words for a token that is missing. */
const errorMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) =>
    expected === T.Colon || expected === T.LeftParen || expected === T.In ? `expected ${tokenLabel(expected)}` : "invalid syntax",
  buildNotAllInputParsedMessage: () => "invalid syntax",
  buildNoViableAltMessage: () => "invalid syntax",
  buildEarlyExitMessage: () => "invalid syntax",
};

/** An `if` or `elif` that waits for its `else`. */
type IfClause = Omit<ast.If, "orelse" | "span"> & { readonly start: number };

/**
 * The statement grammar. Expressions are parsed by functions over the same tokens; for the grammar's lookahead an expression
 * is one token of the category ExpressionStart.
 *
 * An error ends the statement in which it is found: it is reported there, the rest of the line is skipped, and parsing
 * goes on with the next statement.
 */
export class StatementParser extends EmbeddedActionsParser {
  /** Chevrotain's index of the last token it has consumed. */
  declare private currIdx: number;
  private cursor: Cursor | null = null;
  private unclosed: readonly ast.Span[] = [];

  constructor(skipValidations: boolean) {
    super(T.parserTokens, { maxLookahead: 1, skipValidations, errorMessageProvider: errorMessages });
    this.performSelfAnalysis();
  }

  /** Parses a whole file; what is wrong goes to the cursor's collector. */
  parse(cursor: Cursor, unclosed: readonly ast.Span[]): ast.Module {
    this.cursor = cursor;
    this.unclosed = unclosed;
    this.input = cursor.tokens as IToken[];
    try {
      return { kind: "Module", span: { start: 0, end: cursor.file.text.length }, body: this.module() };
    } finally {
      this.input = [];
      this.cursor = null;
    }
  }

  // ---------------------------------------------------------- shared machinery

  private get state(): Cursor {
    if (this.cursor === null) throw new Error("the parser has no input");
    return this.cursor;
  }

  /** Lets one of the expression functions parse from here. `index` tells the calls of one rule apart. */
  private expression<Result>(index: number, parse: (cursor: Cursor) => Result): Result {
    if (this.RECORDING_PHASE) return this.consume(index, T.ExpressionStart) as never;
    const cursor = this.state;
    cursor.index = this.currIdx + 1;
    const result = parse(cursor);
    this.currIdx = cursor.index - 1;
    return result;
  }

  /** Like {@link expression}, for something that starts with a token of its own. */
  private handParsed<Result>(record: () => void, parse: (cursor: Cursor) => Result): Result {
    if (!this.RECORDING_PHASE) return this.expression(0, parse);
    record();
    return undefined as never;
  }

  private next(ahead = 1): IToken {
    return this.LA(ahead);
  }

  private at(type: IToken["tokenType"]): boolean {
    return this.LA(1).tokenType === type;
  }

  /** From `start` to the last token taken that the reader can see. */
  private spanFrom(start: number): ast.Span {
    let back = 0;
    for (let type = this.LA(0).tokenType; type === T.Newline || type === T.Indent || type === T.Dedent; type = this.LA(back).tokenType) {
      back -= 1;
    }
    return { start, end: spanOf(this.LA(back)).end };
  }

  private fail(code: DiagnosticCode, message: string, span: ast.Span = this.nextSpan(), details: SyntaxFailure["details"] = {}): never {
    throw new SyntaxFailure(code, span, message, details);
  }

  private nextSpan(): ast.Span {
    const token = this.LA(1);
    if (token.tokenType !== EOF) return spanOf(token);
    const { tokens, file } = this.state;
    const end = tokens.at(-1)?.startOffset ?? file.text.length;
    return { start: end, end };
  }

  // ------------------------------------------------------------------ recovery

  /** Parses a statement into `body`; if that fails, reports why and skips it. */
  private statementInto(body: ast.Statement[]): void {
    if (this.RECORDING_PHASE) {
      this.SUBRULE(this.statement);
      return;
    }
    try {
      for (const statement of this.SUBRULE1(this.statement)) body.push(statement);
    } catch (failure) {
      this.recover(this.asFailure(failure));
    }
  }

  /** Parses statements up to a token of type `end`. */
  private statementsUntil(end: IToken["tokenType"], body: ast.Statement[]): void {
    if (this.RECORDING_PHASE) {
      this.MANY(() => this.statementInto(body));
      return;
    }
    while (!this.at(end) && !this.at(EOF)) this.statementInto(body);
  }

  private asFailure(thrown: unknown): SyntaxFailure {
    if (thrown instanceof SyntaxFailure) return thrown;
    if (!(thrown instanceof Error) || !("token" in thrown)) throw thrown;
    this.errors = [];
    const isMissing = thrown instanceof MismatchedTokenException && thrown.message.startsWith("expected");
    return new SyntaxFailure(isMissing ? "NP111" : "NP110", this.nextSpan(), thrown.message);
  }

  private recover(failure: SyntaxFailure): void {
    this.report(failure);
    // A failure of an expression leaves chevrotain's index where the expression began.
    if (this.at(T.Dedent)) {
      // The end of a block is for the block to take.
      if (!this.state.nesting.isInBlock) this.skipToken();
      return;
    }
    this.skipLine();
    this.skipBlock(failure.details.skipsBlock ?? false);
    while ([T.Elif, T.Else, T.Except, T.Finally].includes(this.next().tokenType)) {
      this.skipLine();
      this.skipBlock(failure.details.skipsBlock ?? false);
    }
  }

  private report(failure: SyntaxFailure): void {
    const { file, collector } = this.state;
    const { start } = failure.span;
    if (collector.hasErrorOnLine(file, file.lineOf(start))) return;
    if (this.unclosed.some((region) => start >= region.start && start <= region.end)) return;
    collector.error(file, failure.code, failure.span, failure.message, failure.details.hint);
  }

  private skipToken(): void {
    this.currIdx += 1;
  }

  private skipLine(): void {
    while (!this.at(EOF) && !this.at(T.Newline) && !this.at(T.Indent) && !this.at(T.Dedent)) this.skipToken();
    if (this.at(T.Newline)) this.skipToken();
  }

  /** Passes over the block of a line that failed; its statements are still checked unless they are `meaningless`. */
  private skipBlock(meaningless: boolean): void {
    if (!this.at(T.Indent)) return;
    this.skipToken();
    if (!meaningless) {
      this.state.nesting.enterBlock(this.nextSpan(), () => this.statementsUntil(T.Dedent, []));
      if (this.at(T.Dedent)) this.skipToken();
      return;
    }
    for (let depth = 1; depth > 0 && !this.at(EOF); this.skipToken()) {
      if (this.at(T.Indent)) depth += 1;
      else if (this.at(T.Dedent)) depth -= 1;
    }
  }

  // ---------------------------------------------------------------- statements

  private readonly module = this.RULE("module", (): ast.Statement[] => {
    const body: ast.Statement[] = [];
    this.statementsUntil(EOF, body);
    return body;
  });

  /** One line of simple statements, or one compound statement. */
  private readonly statement = this.RULE("statement", (): ast.Statement[] => {
    this.ACTION(() => {
      if (this.at(T.Indent)) this.fail("NP108", "unexpected indent");
    });
    // To the grammar's lookahead `match` is a name like any other.
    if (!this.RECORDING_PHASE && startsMatch((ahead) => this.LA(ahead))) return [this.SUBRULE(this.matchStatement)];
    return this.OR<ast.Statement[]>([
      { ALT: () => [this.SUBRULE(this.ifStatement)] },
      { ALT: () => [this.SUBRULE(this.whileStatement)] },
      { ALT: () => [this.SUBRULE(this.forStatement)] },
      { ALT: () => [this.SUBRULE(this.tryStatement)] },
      { ALT: () => [this.SUBRULE(this.withStatement)] },
      { ALT: () => [this.SUBRULE(this.asyncStatement)] },
      { ALT: () => [this.SUBRULE(this.decorated)] },
      { ALT: () => [this.SUBRULE(this.functionDefinition, { ARGS: [[]] })] },
      { ALT: () => [this.SUBRULE(this.classDefinition, { ARGS: [[]] })] },
      { ALT: () => this.SUBRULE(this.simpleStatements) },
    ]);
  });

  /** `':'` and the statements under it. `owner` is what the message about a missing block says. */
  private readonly block = this.RULE("block", (owner: string, ownerToken: IToken): ast.Statement[] => {
    this.CONSUME(T.Colon);
    return this.OR<ast.Statement[]>([
      {
        ALT: () => {
          this.ACTION(() => {
            if (this.next(2).tokenType !== T.Indent) this.failMissingBlock(owner, ownerToken);
            this.state.nesting.checkBlock(spanOf(ownerToken));
          });
          this.CONSUME(T.Newline);
          this.CONSUME(T.Indent);
          const body: ast.Statement[] = [];
          if (this.RECORDING_PHASE) this.statementsUntil(T.Dedent, body);
          else this.state.nesting.enterBlock(spanOf(ownerToken), () => this.statementsUntil(T.Dedent, body));
          this.CONSUME(T.Dedent);
          return body;
        },
      },
      { ALT: () => this.SUBRULE(this.simpleStatements) },
    ]);
  });

  private failMissingBlock(owner: string, ownerToken: IToken): never {
    const line = this.state.file.lineOf(ownerToken.startOffset);
    let ahead = 2;
    while (this.next(ahead).tokenType === T.Dedent) ahead += 1;
    const token = this.next(ahead);
    const span = spanOf(token.tokenType === EOF ? this.next() : token);
    return this.fail("NP112", `expected an indented block after ${owner} on line ${line}`, span);
  }

  private readonly simpleStatements = this.RULE("simpleStatements", (): ast.Statement[] => {
    const body = [this.SUBRULE(this.simpleStatement)];
    let isEnded = false;
    this.MANY({
      GATE: () => !isEnded,
      DEF: () => {
        this.CONSUME(T.Semicolon);
        isEnded = true;
        this.OPTION(() => {
          body.push(this.SUBRULE1(this.simpleStatement));
          isEnded = false;
        });
      },
    });
    this.CONSUME(T.Newline);
    return body;
  });

  private readonly simpleStatement = this.RULE("simpleStatement", (): ast.Statement => {
    return this.OR<ast.Statement>([
      { ALT: () => this.expression(0, parseExpressionStatement) },
      { ALT: () => this.SUBRULE(this.returnStatement) },
      { ALT: () => this.SUBRULE(this.importStatement) },
      { ALT: () => this.SUBRULE(this.fromImportStatement) },
      { ALT: () => this.SUBRULE(this.raiseStatement) },
      { ALT: () => this.SUBRULE(this.assertStatement) },
      { ALT: () => this.SUBRULE(this.deleteStatement) },
      { ALT: () => this.SUBRULE(this.declaration) },
      { ALT: () => ({ kind: "Pass", span: spanOf(this.CONSUME(T.Pass)) }) },
      { ALT: () => ({ kind: "Break", span: spanOf(this.CONSUME(T.Break)) }) },
      { ALT: () => ({ kind: "Continue", span: spanOf(this.CONSUME(T.Continue)) }) },
    ]);
  });

  private readonly returnStatement = this.RULE("returnStatement", (): ast.Return => {
    const start = this.CONSUME(T.Return).startOffset;
    const value = this.OPTION(() => this.expression(0, parseExpressionList)) ?? null;
    return { kind: "Return", span: this.spanFrom(start), value };
  });

  private readonly raiseStatement = this.RULE("raiseStatement", (): ast.Raise => {
    const start = this.CONSUME(T.Raise).startOffset;
    let exc: ast.Expression | null = null;
    let cause: ast.Expression | null = null;
    this.OPTION(() => {
      exc = this.expression(0, parseExpression);
      this.OPTION1(() => {
        this.CONSUME(T.From);
        cause = this.expression(1, parseExpression);
      });
    });
    return { kind: "Raise", span: this.spanFrom(start), exc, cause };
  });

  private readonly assertStatement = this.RULE("assertStatement", (): ast.Assert => {
    const start = this.CONSUME(T.Assert).startOffset;
    const test = this.expression(0, parseExpression);
    const msg =
      this.OPTION(() => {
        this.CONSUME(T.Comma);
        return this.expression(1, parseExpression);
      }) ?? null;
    return { kind: "Assert", span: this.spanFrom(start), test, msg };
  });

  private readonly deleteStatement = this.RULE("deleteStatement", (): ast.Delete => {
    const start = this.CONSUME(T.Del).startOffset;
    const targets = this.expression(0, parseDeleteTargets);
    return { kind: "Delete", span: this.spanFrom(start), targets };
  });

  private readonly declaration = this.RULE("declaration", (): ast.Global | ast.Nonlocal => {
    const keyword = this.OR([{ ALT: () => this.CONSUME(T.Global) }, { ALT: () => this.CONSUME(T.Nonlocal) }]);
    const names: string[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => names.push(identifierOf(this.CONSUME(T.Name))) });
    const kind = keyword.tokenType === T.Global ? "Global" : "Nonlocal";
    return { kind, span: this.spanFrom(keyword.startOffset), names };
  });

  // ------------------------------------------------------------------- imports

  private readonly importStatement = this.RULE("importStatement", (): ast.Import => {
    const start = this.CONSUME(T.Import).startOffset;
    const names: ast.Alias[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => names.push(this.SUBRULE(this.dottedAlias)) });
    return { kind: "Import", span: this.spanFrom(start), names };
  });

  private readonly fromImportStatement = this.RULE("fromImportStatement", (): ast.ImportFrom => {
    const start = this.CONSUME(T.From).startOffset;
    let level = 0;
    this.MANY(() =>
      this.OR([{ ALT: () => this.count(T.Dot, () => (level += 1)) }, { ALT: () => this.count(T.Ellipsis, () => (level += 3)) }]),
    );
    let module: string | null = null;
    if (this.RECORDING_PHASE || level === 0 || !this.at(T.Import)) this.OPTION(() => (module = this.SUBRULE(this.dottedName)));
    this.ACTION(() => {
      if (level === 0 && module === null) this.fail("NP110", "invalid syntax");
    });
    this.CONSUME(T.Import);
    const names: ast.Alias[] = [];
    this.OR1([
      { ALT: () => names.push({ kind: "alias", span: spanOf(this.CONSUME(T.Star)), name: "*", asname: null }) },
      {
        ALT: () => {
          this.CONSUME(T.LeftParen);
          this.aliases(names, true);
          this.CONSUME(T.RightParen);
        },
      },
      { ALT: () => this.aliases(names, false) },
    ]);
    return { kind: "ImportFrom", span: this.spanFrom(start), module, names, level };
  });

  private count(type: IToken["tokenType"], add: () => void): void {
    this.CONSUME(type);
    add();
  }

  /** The names of `from … import`; only in parentheses may a comma end them. */
  private aliases(names: ast.Alias[], isParenthesized: boolean): void {
    const index = isParenthesized ? 1 : 2;
    names.push(this.subrule(index, this.alias));
    this.many(index, {
      GATE: () => !isParenthesized || this.next(2).tokenType !== T.RightParen,
      DEF: () => {
        this.consume(index, T.Comma);
        this.ACTION(() => {
          if (!isParenthesized && this.at(T.Newline)) {
            this.fail("NP119", "trailing comma not allowed without surrounding parentheses");
          }
        });
        names.push(this.subrule(index + 2, this.alias));
      },
    });
    if (isParenthesized) this.OPTION1(() => this.consume(3, T.Comma));
  }

  private readonly alias = this.RULE("alias", (): ast.Alias => {
    const token = this.CONSUME(T.Name);
    const asname = this.OPTION(() => this.SUBRULE(this.asName)) ?? null;
    return { kind: "alias", span: this.spanFrom(token.startOffset), name: identifierOf(token), asname };
  });

  private readonly dottedAlias = this.RULE("dottedAlias", (): ast.Alias => {
    const start = this.next().startOffset;
    const name = this.SUBRULE(this.dottedName);
    const asname = this.OPTION(() => this.SUBRULE(this.asName)) ?? null;
    return { kind: "alias", span: this.spanFrom(start), name, asname };
  });

  private readonly asName = this.RULE("asName", (): string => {
    this.CONSUME(T.As);
    return identifierOf(this.CONSUME(T.Name));
  });

  private readonly dottedName = this.RULE("dottedName", (): string => {
    const parts: string[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Dot, DEF: () => parts.push(identifierOf(this.CONSUME(T.Name))) });
    return parts.join(".");
  });

  // ------------------------------------------------------- compound statements

  /** The chain of `elif` is gathered in a loop and put together from its end, so it may be of any length. */
  private readonly ifStatement = this.RULE("ifStatement", (): ast.If => {
    const clauses: IfClause[] = [];
    const first = this.CONSUME(T.If);
    const test = this.expression(0, parseNamedExpression);
    clauses.push({ kind: "If", start: first.startOffset, test, body: this.SUBRULE(this.block, { ARGS: ["'if' statement", first] }) });
    this.MANY(() => {
      const token = this.CONSUME(T.Elif);
      const condition = this.expression(1, parseNamedExpression);
      const body = this.SUBRULE1(this.block, { ARGS: ["'elif' statement", token] });
      clauses.push({ kind: "If", start: token.startOffset, test: condition, body });
    });
    let orelse = this.OPTION(() => this.SUBRULE(this.elseBlock)) ?? [];
    for (let index = clauses.length - 1; index > 0; index--) orelse = [this.closeIf(clauses[index] as IfClause, orelse)];
    return this.closeIf(clauses[0] as IfClause, orelse);
  });

  private closeIf({ start, test, body }: IfClause, orelse: ast.Statement[]): ast.If {
    return { kind: "If", span: this.spanFrom(start), test, body, orelse };
  }

  private readonly elseBlock = this.RULE("elseBlock", (): ast.Statement[] => {
    const token = this.CONSUME(T.Else);
    return this.SUBRULE(this.block, { ARGS: ["'else' statement", token] });
  });

  private readonly whileStatement = this.RULE("whileStatement", (): ast.While => {
    const token = this.CONSUME(T.While);
    const test = this.expression(0, parseNamedExpression);
    const body = this.SUBRULE(this.block, { ARGS: ["'while' statement", token] });
    const orelse = this.OPTION(() => this.SUBRULE(this.elseBlock)) ?? [];
    return { kind: "While", span: this.spanFrom(token.startOffset), test, body, orelse };
  });

  private readonly forStatement = this.RULE("forStatement", (): ast.For => {
    const token = this.CONSUME(T.For);
    const target = this.expression(0, parseLoopTarget);
    this.ACTION(() => {
      if (!this.at(T.In)) this.fail("NP110", "invalid syntax");
    });
    this.CONSUME(T.In);
    const iter = this.expression(1, parseExpressionList);
    const body = this.SUBRULE(this.block, { ARGS: ["'for' statement", token] });
    const orelse = this.OPTION(() => this.SUBRULE(this.elseBlock)) ?? [];
    return { kind: "For", span: this.spanFrom(token.startOffset), target, iter, body, orelse, is_async: false };
  });

  private readonly withStatement = this.RULE("withStatement", (): ast.With => {
    const token = this.CONSUME(T.With);
    const items = this.expression(0, parseWithItems);
    const body = this.SUBRULE(this.block, { ARGS: ["'with' statement", token] });
    return { kind: "With", span: this.spanFrom(token.startOffset), items, body, is_async: false };
  });

  private readonly asyncStatement = this.RULE("asyncStatement", (): ast.FunctionDef | ast.For | ast.With => {
    const token = this.CONSUME(T.Async);
    const statement = this.OR<ast.FunctionDef | ast.For | ast.With>([
      { ALT: () => this.SUBRULE(this.functionDefinition, { ARGS: [[]] }) },
      { ALT: () => this.SUBRULE(this.forStatement) },
      { ALT: () => this.SUBRULE(this.withStatement) },
    ]);
    return { ...statement, span: this.spanFrom(token.startOffset), is_async: true };
  });

  private readonly matchStatement = this.RULE("matchStatement", (): ast.Match => {
    const token = this.CONSUME(T.Name);
    const subject = this.expression(0, parseSubject);
    this.CONSUME(T.Colon);
    this.ACTION(() => {
      if (this.next(2).tokenType !== T.Indent) this.failMissingBlock("'match' statement", token);
    });
    this.CONSUME(T.Newline);
    this.CONSUME(T.Indent);
    const cases: ast.MatchCase[] = [];
    if (this.RECORDING_PHASE) this.SUBRULE(this.matchCase);
    else this.state.nesting.enterBlock(spanOf(token), () => this.casesInto(cases));
    this.CONSUME(T.Dedent);
    return { kind: "Match", span: this.spanFrom(token.startOffset), subject, cases };
  });

  /** A case that fails is reported, and the next one read. */
  private casesInto(cases: ast.MatchCase[]): void {
    while (!this.at(T.Dedent) && !this.at(EOF)) {
      try {
        if (!this.at(T.Name) || this.next().image !== "case") this.fail("NP110", "invalid syntax");
        cases.push(this.SUBRULE1(this.matchCase));
      } catch (failure) {
        this.recover(this.asFailure(failure));
      }
    }
  }

  private readonly matchCase = this.RULE("matchCase", (): ast.MatchCase => {
    const token = this.CONSUME(T.Name);
    const pattern = this.handParsed(() => this.CONSUME(T.At), parseCasePattern);
    const guard =
      this.OPTION(() => {
        this.CONSUME(T.If);
        return this.expression(0, parseNamedExpression);
      }) ?? null;
    const body = this.SUBRULE(this.block, { ARGS: ["'case' statement", token] });
    return { kind: "match_case", span: this.spanFrom(token.startOffset), pattern, guard, body };
  });

  private readonly tryStatement = this.RULE("tryStatement", (): ast.Try => {
    const token = this.CONSUME(T.Try);
    const body = this.SUBRULE(this.block, { ARGS: ["'try' statement", token] });
    const handlers: ast.ExceptHandler[] = [];
    let orelse: ast.Statement[] = [];
    let finalbody: ast.Statement[] = [];
    this.MANY(() => handlers.push(this.SUBRULE(this.exceptHandler)));
    this.ACTION(() => this.checkHandlers(handlers));
    this.OPTION(() => (orelse = this.SUBRULE(this.elseBlock)));
    this.OPTION1(() => {
      const finallyToken = this.CONSUME(T.Finally);
      finalbody = this.SUBRULE1(this.block, { ARGS: ["'finally' statement", finallyToken] });
    });
    return { kind: "Try", span: this.spanFrom(token.startOffset), body, handlers, orelse, finalbody };
  });

  private checkHandlers(handlers: readonly ast.ExceptHandler[]): void {
    if (handlers.length === 0 && !this.at(T.Finally)) this.fail("NP117", "expected 'except' or 'finally' block");
    const bare = handlers.findIndex((handler) => handler.type === null);
    const handler = handlers[bare];
    if (handler !== undefined && bare < handlers.length - 1) {
      this.state.report("NP117", "default 'except:' must be last", handler.span);
    }
  }

  private readonly exceptHandler = this.RULE("exceptHandler", (): ast.ExceptHandler => {
    const token = this.CONSUME(T.Except);
    let type: ast.Expression | null = null;
    let name: string | null = null;
    this.ACTION(() => {
      if (this.at(T.Star)) {
        this.fail("NP152", "except* is not supported", undefined, {
          hint: "catch the exceptions one by one with a plain 'except'",
          skipsBlock: true,
        });
      }
    });
    this.OPTION(() => {
      type = this.expression(0, parseExpression);
      this.ACTION(() => {
        if (this.at(T.Comma)) this.fail("NP117", "multiple exception types must be parenthesized");
      });
      this.OPTION1(() => (name = this.SUBRULE(this.asName)));
    });
    const body = this.SUBRULE(this.block, { ARGS: ["'except' statement", token] });
    return { kind: "ExceptHandler", span: this.spanFrom(token.startOffset), type, name, body };
  });

  // --------------------------------------------------------------- definitions

  private readonly decorated = this.RULE("decorated", (): ast.FunctionDef | ast.ClassDef => {
    const decorators: ast.Expression[] = [];
    this.AT_LEAST_ONE(() => {
      this.CONSUME(T.At);
      decorators.push(this.expression(0, parseNamedExpression));
      this.CONSUME(T.Newline);
    });
    return this.OR<ast.FunctionDef | ast.ClassDef>([
      { ALT: () => this.SUBRULE(this.functionDefinition, { ARGS: [decorators] }) },
      { ALT: () => this.SUBRULE(this.asyncDefinition, { ARGS: [decorators] }) },
      { ALT: () => this.SUBRULE(this.classDefinition, { ARGS: [decorators] }) },
    ]);
  });

  private readonly asyncDefinition = this.RULE("asyncDefinition", (decorators: ast.Expression[]): ast.FunctionDef => {
    const token = this.CONSUME(T.Async);
    const definition = this.SUBRULE(this.functionDefinition, { ARGS: [decorators] });
    return { ...definition, span: this.spanFrom(token.startOffset), is_async: true };
  });

  private readonly functionDefinition = this.RULE("functionDefinition", (decorator_list: ast.Expression[]): ast.FunctionDef => {
    const token = this.CONSUME(T.Def);
    const name = identifierOf(this.CONSUME(T.Name));
    this.CONSUME(T.LeftParen);
    const args = this.handParsed(() => {}, parseFunctionParameters);
    this.CONSUME(T.RightParen);
    const returns =
      this.OPTION(() => {
        this.CONSUME(T.Arrow);
        return this.expression(0, parseExpression);
      }) ?? null;
    const body = this.SUBRULE(this.block, { ARGS: ["function definition", token] });
    return { kind: "FunctionDef", span: this.spanFrom(token.startOffset), name, args, body, decorator_list, returns, is_async: false };
  });

  private readonly classDefinition = this.RULE("classDefinition", (decorator_list: ast.Expression[]): ast.ClassDef => {
    const token = this.CONSUME(T.Class);
    const name = identifierOf(this.CONSUME(T.Name));
    const { args: bases, keywords } = this.OPTION(() => this.handParsed(() => this.CONSUME(T.LeftParen), parseArguments)) ?? {
      args: [],
      keywords: [],
    };
    const body = this.SUBRULE(this.block, { ARGS: ["class definition", token] });
    return { kind: "ClassDef", span: this.spanFrom(token.startOffset), name, bases, keywords, body, decorator_list };
  });
}
