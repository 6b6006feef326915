/** Puts the marks of `trace-marker.ts` into a module: into those statements that stand on several lines. */
import type { Node, Statement } from "../ast.js";
import type { SourceFile } from "../source.js";
import { endOf, firstLine, madeLine, startOf } from "./trace-lines.js";
import { isForgetful, Marker, slotOf, slotsOf } from "./trace-marker.js";
import { children, walk } from "./walk.js";

/** The expressions of a statement itself, decorators apart, which are on lines of their own. */
function headOf(node: Statement): Node[] {
  switch (node.kind) {
    case "FunctionDef":
      return [...node.args.defaults, ...node.args.kw_defaults].filter((value) => value !== null);
    case "ClassDef":
      return [...node.bases, ...node.keywords];
    default:
      return children(node).filter((child) => !STATEMENTS.has(child.kind) && child.kind !== "ExceptHandler" && child.kind !== "match_case");
  }
}

const STATEMENTS: ReadonlySet<string> = new Set<Statement["kind"]>([
  "FunctionDef",
  "ClassDef",
  "Return",
  "Delete",
  "Assign",
  "AugAssign",
  "AnnAssign",
  "For",
  "While",
  "If",
  "With",
  "Match",
  "Raise",
  "Try",
  "Assert",
  "Import",
  "ImportFrom",
  "Global",
  "Nonlocal",
  "Expr",
  "Pass",
  "Break",
  "Continue",
]);

const isStatement = (node: Node): node is Statement => STATEMENTS.has(node.kind);

/** Puts the marks into a module's tree. */
export function markLines(tree: Node, source: SourceFile): void {
  const pending: Node[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    pending.push(...children(node));
    if (node.kind === "ExceptHandler" && node.type) {
      const marker = new Marker(source, firstLine(source, node.type));
      marker.visit(slotOf(node, "type"));
      marker.at(startOf(source, node));
    }
    if (!isStatement(node)) continue;
    if (node.kind === "FunctionDef" || node.kind === "ClassDef") {
      for (const slot of slotsOf(node, "decorator_list")) new Marker(source, firstLine(source, slot.get())).visit(slot);
    }
    const line = startOf(source, node);
    const isPlain = (part: Node): boolean =>
      startOf(source, part) === line && endOf(source, part) === line && ![...walk(part)].some(isForgetful);
    if (headOf(node).every(isPlain)) continue;
    const first = node.kind === "FunctionDef" || node.kind === "ClassDef" ? madeLine(source, node) : firstLine(source, node);
    new Marker(source, first).statement(node);
  }
}
