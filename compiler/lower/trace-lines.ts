/** The lines on which CPython 3.11 has its instructions, as far as they are not where a node begins. */
import type { ClassDef, Expression, FunctionDef, Node, Statement } from "../ast.js";
import type { SourceFile } from "../source.js";

/** The line on which a node begins. */
export const startOf = (source: SourceFile, { span }: Node): number => source.lineOf(span.start);
/** The line on which it ends. */
export const endOf = (source: SourceFile, { span }: Node): number => source.lineOf(Math.max(span.start, span.end - 1));

/** True for what CPython folds to one constant. */
export function isConstant(node: Expression): boolean {
  switch (node.kind) {
    case "Constant":
    case "JoinedStr":
      return true;
    case "UnaryOp":
      return isConstant(node.operand);
    case "BinOp":
      return isConstant(node.right) && isConstant(node.left);
    case "Tuple":
      return node.elts.every(isConstant);
    case "List":
      return node.elts.length > 2 && node.elts.every(isConstant);
    default:
      return false;
  }
}

/** What a statement or an expression evaluates first; null where it begins with an instruction of its own. */
function firstPart(node: Node): Node | null {
  switch (node.kind) {
    case "Expr":
    case "Assign":
    case "AnnAssign":
    case "Attribute":
    case "Subscript":
    case "NamedExpr":
    case "Starred":
    case "YieldFrom":
    case "Await":
    case "Traced":
      return node.value;
    case "Return":
    case "Yield":
      return node.value;
    case "AugAssign":
      return node.target.kind === "Name" ? null : node.target.value;
    case "FunctionDef":
    case "ClassDef":
      return node.decorator_list[0] ?? (node.kind === "FunctionDef" ? firstDefault(node) : null);
    case "Lambda":
      return firstDefault(node);
    case "If":
    case "While":
    case "Assert":
    case "IfExp":
      return node.test;
    case "For":
      return node.iter;
    case "With":
      return node.items[0]!.context_expr;
    case "Match":
      return node.subject;
    case "Raise":
      return node.exc;
    case "BinOp":
    case "Compare":
      return node.left;
    case "UnaryOp":
      return node.operand;
    case "BoolOp":
      return node.values[0]!;
    case "Call":
      return node.func;
    case "Tuple":
    case "List":
    case "Set":
      return node.elts[0]?.kind === "Starred" ? null : (node.elts[0] ?? null);
    case "Dict":
      return node.keys.length > 1 && node.keys.every((key) => key && isConstant(key)) ? node.values[0]! : (node.keys[0] ?? null);
    case "Slice":
      return node.lower;
    default:
      return null;
  }
}

const firstDefault = ({ args }: Pick<FunctionDef, "args">): Expression | null =>
  args.defaults[0] ?? args.kw_defaults.find((value) => value !== null) ?? null;

/** The line on which a function or class begins to be made, behind its decorators. */
export function madeLine(source: SourceFile, node: FunctionDef | ClassDef): number {
  const first = node.kind === "FunctionDef" ? firstDefault(node) : null;
  return first ? firstLine(source, first) : startOf(source, node);
}

const isExpressionLike = (node: Node): node is Expression => node.kind !== "Expr";

/** The line on which a statement or an expression begins to run. */
export function firstLine(source: SourceFile, node: Node): number {
  let at: Node = node;
  for (;;) {
    if (at.kind === "Traced" && at.before !== null) return at.before;
    if (isExpressionLike(at) && isConstant(at as Expression)) break;
    const next = firstPart(at);
    if (next === null) break;
    at = next;
  }
  return startOf(source, at);
}

/** The line on which CPython has what it puts behind a block of statements; null where that has none. */
export function lastLine(source: SourceFile, statements: readonly Statement[]): number | null {
  const node = statements.at(-1);
  if (!node) return null;
  switch (node.kind) {
    case "Expr":
      return isConstant(node.value) ? startOf(source, node) : null;
    case "If":
      return lastLine(source, node.orelse.length > 0 ? node.orelse : node.body);
    case "While":
      return node.orelse.length > 0 ? lastLine(source, node.orelse) : startOf(source, node);
    case "For":
    case "Try":
      return lastLine(source, node.kind === "For" ? node.orelse : node.finalbody);
    case "With":
      return null;
    case "Match": {
      const { pattern } = node.cases.at(-1)!;
      return pattern.kind === "MatchAs" && pattern.pattern === null ? null : startOf(source, pattern);
    }
    default:
      return startOf(source, node);
  }
}
