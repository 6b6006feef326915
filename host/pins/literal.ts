/** A file of literals, JSON or Python, read by the compiler's own parser: so errors have lines, and both kinds have comments and trailing commas. */
import type { ConstantValue, Expression, Span } from "../../compiler/ast.js";
import { DiagnosticCollector } from "../../compiler/diagnostics.js";
import { parseModule } from "../../compiler/parser/parse.js";
import { SourceFile } from "../../compiler/source.js";

/** A value and where it stands. */
export type Literal = { readonly span: Span } & (
  | { readonly kind: "map"; readonly entries: readonly { readonly key: Literal; readonly value: Literal }[] }
  | { readonly kind: "list"; readonly items: readonly Literal[] }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "bytes"; readonly value: Uint8Array }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "none" }
);

/** The file is wrong; the message begins with its path and the line. */
export class LiteralError extends Error {
  override readonly name = "LiteralError";
}

export class LiteralFile {
  private readonly file: SourceFile;

  constructor(path: string, text: string) {
    this.file = new SourceFile(path, text);
  }

  /** The one value of the file. */
  read(): Literal {
    const collector = new DiagnosticCollector();
    const module = parseModule(this.file, collector);
    const wrong = collector.all.find(({ severity }) => severity === "error");
    if (wrong) throw this.error(wrong.span, wrong.message);
    const [statement, more] = module.body;
    if (!statement) throw this.error(module.span, 'the file is empty: a trace is a dict such as {"pins": {…}}');
    if (more) throw this.error(more.span, "a trace is one value, and here begins another");
    if (statement.kind !== "Expr") throw this.error(statement.span, "a trace is a dict of literals, no program");
    return this.convert(statement.value);
  }

  error(span: Span, message: string): LiteralError {
    return new LiteralError(`${this.file.path}:${this.file.lineOf(span.start)}: ${message}`);
  }

  private convert(node: Expression): Literal {
    const { span } = node;
    switch (node.kind) {
      case "Dict":
        return {
          kind: "map",
          span,
          entries: node.keys.map((key, i) => {
            if (!key) throw this.error(span, "** has no place in a trace");
            return { key: this.convert(key), value: this.convert(node.values[i]!) };
          }),
        };
      case "List":
      case "Tuple":
        return { kind: "list", span, items: node.elts.map((item) => this.convert(item)) };
      case "Constant":
        return this.constant(node.value, span);
      case "UnaryOp": {
        const operand = this.convert(node.operand);
        if (node.op === "USub" && operand.kind === "number") return { kind: "number", span, value: -operand.value };
        break;
      }
      case "Name":
        if (node.id === "true" || node.id === "false") return { kind: "truth", span, value: node.id === "true" };
        if (node.id === "null") return { kind: "none", span };
        break;
    }
    throw this.error(span, "only literals stand in a trace: numbers, strings, bytes, lists, dicts");
  }

  private constant(value: ConstantValue, span: Span): Literal {
    switch (value.type) {
      case "int":
        return { kind: "number", span, value: Number(value.value) };
      case "float":
        return { kind: "number", span, value: value.value };
      case "str":
        return { kind: "text", span, value: value.value };
      case "bytes":
        return { kind: "bytes", span, value: value.value };
      case "true":
      case "false":
        return { kind: "truth", span, value: value.type === "true" };
      case "none":
        return { kind: "none", span };
      default:
        throw this.error(span, "only literals stand in a trace: numbers, strings, bytes, lists, dicts");
    }
  }
}
