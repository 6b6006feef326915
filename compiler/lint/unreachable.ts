/** NP302: statements that control never reaches. */
import type { Node, Statement } from "../ast.js";
import { isIrrefutable } from "../check-patterns.js";
import type { ModuleState } from "../lower/state.js";
import { children, opensScope, walk } from "../lower/walk.js";
import type { Report } from "./lint.js";

export function unreachableCode(module: ModuleState, report: Report): void {
  for (const node of walk(module.tree)) {
    for (const block of blocksOf(node)) {
      const end = block.findIndex((statement) => neverGoesOn(statement));
      const next = block[end + 1];
      if (end >= 0 && next && !isMark(next))
        report("NP302", next.span, `nothing comes here: the ${nameOf(block[end]!)} before it never goes on`);
    }
  }
}

function blocksOf(node: Node): Statement[][] {
  const blocks: Statement[][] = [];
  for (const key of ["body", "orelse", "finalbody"]) {
    const value = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(value)) blocks.push(value as Statement[]);
  }
  return blocks;
}

/** A `yield` behind a return makes its function a generator: a known idiom. */
const isMark = (statement: Statement): boolean =>
  statement.kind === "Expr" && (statement.value.kind === "Yield" || statement.value.kind === "YieldFrom");

const nameOf = (statement: Statement): string =>
  statement.kind === "While" ? "endless loop" : statement.kind === "If" ? "if" : statement.kind.toLowerCase();

/** Whether control never comes to what stands behind the statement. Deeply nested statements are taken to go on. */
function neverGoesOn(statement: Statement, depth = 0): boolean {
  switch (statement.kind) {
    case "Return":
    case "Raise":
    case "Break":
    case "Continue":
      return true;
    case "While":
      return isTrue(statement.test) && !breaks(statement.body);
    case "If": {
      if (depth > 20 || statement.orelse.length === 0) return false;
      return [statement.body, statement.orelse].every((block) => block.some((inner) => neverGoesOn(inner, depth + 1)));
    }
    case "Match": {
      const last = statement.cases.at(-1);
      if (depth > 20 || !last || !isIrrefutable(last)) return false;
      return statement.cases.every(({ body }) => body.some((inner) => neverGoesOn(inner, depth + 1)));
    }
    default:
      return false;
  }
}

const isTrue = (test: Node): boolean =>
  test.kind === "Constant" && (test.value.type === "true" || (test.value.type === "int" && test.value.value !== 0n));

/** A break of this loop, and not of one inside. */
function breaks(body: readonly Node[]): boolean {
  const pending: Node[] = [...body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "Break") return true;
    if (node.kind === "While" || node.kind.endsWith("For")) {
      pending.push(...(node as Extract<Node, { kind: "While" }>).orelse);
    } else if (!opensScope(node)) pending.push(...children(node));
  }
  return false;
}
