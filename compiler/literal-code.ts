/**
 * `eval("…")` and `exec("…")` of a text that stands there: it is compiled with the program, in place. `eval` becomes its expression; `exec`, where it
 * is a statement at module level, its statements. What has no correct text raises the SyntaxError when it runs, as in CPython. A statement that only
 * asks whether there is such a function (`eval` alone on its line) finds it.
 */
import type { Call, Expression, If, Module, Node, Span, Statement } from "./ast.js";
import { checkSubset } from "./check.js";
import { DiagnosticCollector } from "./diagnostics.js";
import { children, walk } from "./lower/walk.js";
import { parseModule } from "./parser/parse.js";
import { analyzeScopes } from "./scopes.js";
import { SourceFile } from "./source.js";

/** The module with the texts put in place; a module that binds `eval` or `exec` itself keeps its own. */
export function placeLiteralCode(module: Module, source: SourceFile): Module {
  if (!/\b(?:eval|exec)\(/.test(source.text) || [...walk(module)].some(bindsCode)) return module;
  placeStatements(module.body);
  placeExpressions(module);
  return module;
}

function bindsCode(node: Node): boolean {
  const isCode = (name: string | null): boolean => name === "eval" || name === "exec";
  switch (node.kind) {
    case "Name":
      return node.ctx !== "Load" && isCode(node.id);
    case "FunctionDef":
    case "ClassDef":
      return isCode(node.name);
    case "arg":
      return isCode(node.arg);
    case "alias":
      return isCode(node.asname ?? node.name) || node.name === "*";
    default:
      return false;
  }
}

/** The text of a call of `name` with one string alone. */
function literalOf(node: Node, name: string): string | null {
  if (node.kind !== "Call" || node.func.kind !== "Name" || node.func.id !== name || node.keywords.length > 0) return null;
  const only = node.args.length === 1 ? node.args[0]! : undefined;
  return only?.kind === "Constant" && only.value.type === "str" ? only.value.value : null;
}

/** Puts the statements of `exec` in place, in a block of module level and the blocks inside it that are no function's or class's. */
function placeStatements(block: Statement[]): void {
  block.forEach((statement, index) => {
    const text = statement.kind === "Expr" ? literalOf(statement.value, "exec") : null;
    if (text !== null) block[index] = executed(text, statement.span);
    else if (isProbe(statement)) block[index] = { kind: "Pass", span: statement.span };
    else if (statement.kind !== "FunctionDef" && statement.kind !== "ClassDef") {
      for (const part of [statement, ...children(statement)])
        for (const value of Object.values(part)) if (isBlock(value)) placeStatements(value);
    }
  });
}

const isProbe = (statement: Statement): boolean =>
  statement.kind === "Expr" && statement.value.kind === "Name" && (statement.value.id === "eval" || statement.value.id === "exec");

const isBlock = (value: unknown): value is Statement[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0] === "object" && statementKinds.has(value[0].kind);

const statementKinds = new Set(["Expr", "If", "For", "While", "Try", "With", "Match"]);

function executed(text: string, span: Span): Statement {
  const read = readText(text);
  if (typeof read === "string") return { kind: "Expr", span, value: failing(read, span) };
  const block: If = { kind: "If", span, test: constantTrue(span), body: read.body, orelse: [] };
  if (read.body.length === 0) return { kind: "Pass", span };
  return moved(block, span);
}

/** Puts the expressions of `eval` in place. */
function placeExpressions(root: Node): void {
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const [field, value] of Object.entries(node)) {
      if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) value[index] = evaluated(item) ?? item;
      } else {
        const placed = evaluated(value);
        if (placed) (node as unknown as Record<string, unknown>)[field] = placed;
      }
    }
    pending.push(...children(node));
  }
}

function evaluated(value: unknown): Expression | null {
  if (typeof value !== "object" || value === null || !("kind" in value)) return null;
  const call = value as Call;
  const text = literalOf(call, "eval");
  if (text === null) return null;
  const read = readText(text.replace(/^[ \t]+/, ""));
  if (typeof read === "string") return failing(read, call.span);
  const only = read.body.length === 1 ? read.body[0]! : undefined;
  return only?.kind === "Expr" ? moved(only.value, call.span) : failing("invalid syntax", call.span);
}

/** A text's tree, or what is wrong with it. */
function readText(text: string): Module | string {
  const source = new SourceFile("<string>", text);
  const collector = new DiagnosticCollector();
  const tree = placeLiteralCode(parseModule(source, collector), source);
  if (!collector.hasErrors) checkSubset(tree, source, collector, analyzeScopes(tree, source, collector));
  return collector.all.find(({ severity }) => severity === "error")?.message ?? tree;
}

/** An expression that raises SyntaxError: `(0 for _ in ()).throw(SyntaxError(message))`. */
function failing(message: string, span: Span): Expression {
  const name = (id: string, ctx: "Load" | "Store" = "Load"): Expression => ({ kind: "Name", id, ctx, span });
  const empty: Expression = { kind: "Tuple", elts: [], ctx: "Load", span };
  const text: Expression = { kind: "Constant", value: { type: "str", value: message }, span };
  const generator: Expression = {
    kind: "GeneratorExp",
    elt: empty,
    generators: [{ kind: "comprehension", target: name("_", "Store"), iter: empty, ifs: [], is_async: false, span }],
    span,
  };
  const error: Expression = { kind: "Call", func: name("SyntaxError"), args: [text], keywords: [], span };
  return {
    kind: "Call",
    func: { kind: "Attribute", value: generator, attr: "throw", ctx: "Load", span },
    args: [error],
    keywords: [],
    span,
  };
}

const constantTrue = (span: Span): Expression => ({ kind: "Constant", value: { type: "true" }, span });

/** The tree, every node of it at the place of the call: that is the line which tracebacks name. */
function moved<T extends Node>(tree: T, span: Span): T {
  for (const node of walk(tree)) (node as { span: Span }).span = span;
  return tree;
}
