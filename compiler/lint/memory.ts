/** NP306 a list that is built only to be gone through, NP307 a str that grows in a loop. */
import type { Call, Node } from "../ast.js";
import type { ModuleState } from "../lower/state.js";
import { walk } from "../lower/walk.js";
import type { Report } from "./lint.js";

/** Functions that go through their only argument once, and need no list of it for themselves. */
const consumers = new Set(["sum", "any", "all", "min", "max", "set", "frozenset", "dict"]);

export function costlyMemory(module: ModuleState, report: Report): void {
  for (const node of walk(module.tree)) {
    if (node.kind === "Call") listArgument(node, report);
    else if (node.kind === "For" && node.iter.kind === "Call" && node.iter.func.kind === "Name" && node.iter.func.id === "list")
      rangeList(node.iter, report);
    if (node.kind === "For" || node.kind === "While") growingText(node, report);
  }
}

function listArgument(call: Call, report: Report): void {
  const only = call.args.length === 1 ? call.args[0]! : undefined;
  if (call.func.kind !== "Name" || only?.kind !== "ListComp" || !consumers.has(call.func.id)) return;
  report(
    "NP306",
    only.span,
    `${call.func.id}() goes through this list once: all of it is in memory meanwhile`,
    "leave out the brackets: a generator holds one item at a time",
  );
}

function rangeList(call: Call, report: Report): void {
  const only = call.args.length === 1 ? call.args[0]! : undefined;
  if (only?.kind !== "Call" || only.func.kind !== "Name" || !["range", "map", "filter", "zip", "enumerate"].includes(only.func.id)) return;
  report("NP306", call.span, `this list is only gone through: all of it is in memory meanwhile`, `go through ${only.func.id}(…) itself`);
}

function growingText(loop: Extract<Node, { kind: "For" | "While" }>, report: Report): void {
  for (const statement of loop.body) {
    for (const node of walk(statement, ({ kind }) => kind !== "FunctionDef" && kind !== "ClassDef" && kind !== "For" && kind !== "While")) {
      if (node.kind !== "AugAssign" || node.op !== "Add" || node.target.kind !== "Name" || !isText(node.value)) continue;
      report(
        "NP307",
        node.span,
        `'${node.target.id}' is copied whole at every turn of the loop`,
        "collect the pieces in a list, and ''.join(…) them behind it",
      );
    }
  }
}

const isText = (value: Node): boolean =>
  value.kind === "JoinedStr" ||
  (value.kind === "Constant" && (value.value.type === "str" || value.value.type === "bytes")) ||
  (value.kind === "Call" && value.func.kind === "Name" && ["str", "chr", "repr"].includes(value.func.id)) ||
  (value.kind === "BinOp" && value.op === "Add" && (isText(value.left) || isText(value.right)));
