/**
 * `eval`, `exec` and `compile` in a module. A text that stands in the call is compiled with the program, in place: `eval("…")` becomes its expression,
 * and `exec("…")`, where it is a statement at module level, its statements. Any other call gets the module and the locals around it, and finds
 * its text in a table when it runs (code-texts.ts). What has no correct text raises the SyntaxError when it runs, as in CPython. A statement that
 * only asks whether there is such a function (`eval` alone on its line) finds it.
 */
import type { Call, Expression, If, Module, Node, Span, Statement } from "./ast.js";
import { checkSubset } from "./check.js";
import type { DiagnosticCode } from "./diagnostic-codes.js";
import { type Diagnostic, DiagnosticCollector } from "./diagnostics.js";
import { asksForNamespace, localsName } from "./lower/bindings.js";
import { children, opensScope, walk } from "./lower/walk.js";
import { namesBoundIn } from "./names.js";
import { parseModule } from "./parser/parse.js";
import { analyzeScopes } from "./scopes.js";
import { SourceFile } from "./source.js";

/** The functions that take code. */
export const RUNNERS: ReadonlySet<string> = new Set(["exec", "eval", "compile"]);

/** The name by which a call hands its module on; none that a program can write. */
export const moduleName = ".module";

/** What tracebacks call a text that is executed. */
export const textPath = "<string>";

/** The module with the texts put in place; of the functions that it binds itself it keeps its own. */
export function placeLiteralCode(module: Module, source: SourceFile): Module {
  if (!/\b(?:eval|exec|compile)\b/.test(source.text)) return module;
  const bound = namesBoundIn(module);
  const means = (name: string): boolean => !bound.has(name) && !bound.has("*");
  if (means("exec")) placeStatements(module.body);
  if (means("eval")) placeExpressions(module);
  const own = new Set([...RUNNERS].filter(means));
  for (const call of codeCalls(module, own)) handOver(call.node, call.isInside);
  return module;
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
  statement.kind === "Expr" && statement.value.kind === "Name" && RUNNERS.has(statement.value.id);

const isBlock = (value: unknown): value is Statement[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0] === "object" && statementKinds.has(value[0].kind);

const statementKinds = new Set(["Expr", "If", "For", "While", "Try", "With", "Match"]);

function executed(text: string, span: Span): Statement {
  const read = readText(text);
  if ("message" in read) return { kind: "Expr", span, value: failing(read, span) };
  const block: If = { kind: "If", span, test: constantTrue(span), body: read.tree.body, orelse: [] };
  if (read.tree.body.length === 0) return { kind: "Pass", span };
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
  const read = readExpression(text);
  return "message" in read ? failing(read, call.span) : moved(read.expression, call.span);
}

// --------------------------------------------------- calls whose text is found when they run

/** The calls of `eval`, `exec` and `compile` in a module, and whether each stands in a function or class. */
export function* codeCalls(module: Module, names: ReadonlySet<string>): Generator<{ node: Call; isInside: boolean }> {
  const pending: { node: Node; isInside: boolean }[] = [{ node: module, isInside: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    if (node.kind === "Call" && node.func.kind === "Name" && names.has(node.func.id)) yield { node, isInside: next.isInside };
    const isInside = next.isInside || opensScope(node);
    for (const child of children(node)) pending.push({ node: child, isInside });
  }
}

/** `exec(code, globals, locals)` tells the library's function too where it stands: its module, and its locals. */
function handOver({ func, args, keywords, span }: Call, isInside: boolean): void {
  if ((func.kind === "Name" && func.id === "compile") || keywords.length > 0) return;
  if (args.length === 0 || args.length > 3 || args.some(({ kind }) => kind === "Starred")) return;
  while (args.length < 3) args.push({ kind: "Constant", value: { type: "none" }, span });
  const module: Expression = { kind: "Name", id: moduleName, ctx: "Load", span };
  // The dict that globals() gives is a new one: what is meant is the module.
  if (asksForNamespace(args[1]!) === "globals") args[1] = module;
  args.push(module);
  if (!isInside) return;
  args.push({ kind: "Call", func: { kind: "Name", id: localsName, ctx: "Load", span }, args: [], keywords: [], span });
}

// ----------------------------------------------------------------------- reading texts

/** Why a text is none of Python's: the exception that says so. */
export interface Refused {
  readonly type: "SyntaxError" | "IndentationError" | "TabError" | "NotImplementedError";
  readonly message: string;
}

/** A text's tree, or what is wrong with it. */
export function readText(text: string): { readonly tree: Module; readonly source: SourceFile } | Refused {
  const source = new SourceFile(textPath, text);
  const collector = new DiagnosticCollector();
  const tree = placeLiteralCode(parseModule(source, collector), source);
  if (!collector.hasErrors) checkSubset(tree, source, collector, analyzeScopes(tree, source, collector));
  const errors = collector.all.filter(({ severity }) => severity === "error");
  const error = errors.find(({ code }) => OF_TOKENS.has(code)) ?? errors[0];
  return error ? refused(error) : { tree, source };
}

/** What `eval` says of a text that is statements. */
export const noExpression = `invalid syntax (${textPath}, line 1)`;

/** The one expression that a text for `eval` is. */
export function readExpression(text: string): { readonly expression: Expression } | Refused {
  const read = readText(text.replace(/^[ \t]+/, ""));
  if ("message" in read) return read;
  const expression = onlyExpression(read.tree);
  return expression ? { expression } : { type: "SyntaxError", message: noExpression };
}

/** The expression that a text is; null for any other text. */
export function onlyExpression({ body }: Module): Expression | null {
  const [only, ...more] = body;
  return only?.kind === "Expr" && more.length === 0 ? only.value : null;
}

/** What is wrong with single tokens, CPython finds first. */
const OF_TOKENS: ReadonlySet<DiagnosticCode> = new Set(["NP101", "NP102", "NP103", "NP104", "NP107", "NP109"]);

const TYPES: Partial<Record<DiagnosticCode, Refused["type"]>> = {
  NP108: "IndentationError",
  NP109: "TabError",
  NP112: "IndentationError",
  NP118: "NotImplementedError",
  NP152: "NotImplementedError",
  NP153: "NotImplementedError",
  NP154: "NotImplementedError",
};

function refused({ code, message, file, span }: Diagnostic): Refused {
  const type = TYPES[code] ?? "SyntaxError";
  return { type, message: type === "NotImplementedError" ? message : `${message} (${textPath}, line ${file.lineOf(span.start)})` };
}

/** An expression that raises: `(0 for _ in ()).throw(SyntaxError(message))`. */
function failing({ type, message }: Refused, span: Span): Expression {
  const name = (id: string, ctx: "Load" | "Store" = "Load"): Expression => ({ kind: "Name", id, ctx, span });
  const empty: Expression = { kind: "Tuple", elts: [], ctx: "Load", span };
  const text: Expression = { kind: "Constant", value: { type: "str", value: message }, span };
  const generator: Expression = {
    kind: "GeneratorExp",
    elt: empty,
    generators: [{ kind: "comprehension", target: name("_", "Store"), iter: empty, ifs: [], is_async: false, span }],
    span,
  };
  const error: Expression = { kind: "Call", func: name(type), args: [text], keywords: [], span };
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
