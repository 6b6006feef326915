/** `min(a, b)` and `max(a, b)` are a comparison: they need neither a call nor the functions that know iterables, keys and defaults. */
import type { Call, Expression, Node } from "../ast.js";
import type { Scope } from "../scope.js";
import { lowerExpression, settle, workRegister } from "./expressions.js";
import type { FunctionState, ModuleState } from "./state.js";

/** The call as one of two values, where the name is the builtin for certain. */
export function extremeOfTwo(
  module: ModuleState,
  scope: Scope,
  node: Node,
): { row: "JNLT" | "JNGT"; values: [Expression, Expression] } | null {
  if (node.kind !== "Call" || node.func.kind !== "Name" || (node.func.id !== "min" && node.func.id !== "max")) return null;
  const [first, second] = node.args;
  if (!first || !second || node.args.length > 2 || node.keywords.length > 0) return null;
  if (first.kind === "Starred" || second.kind === "Starred" || !isBuiltinName(module, scope, node.func.id)) return null;
  return { row: node.func.id === "min" ? "JNLT" : "JNGT", values: [first, second] };
}

function isBuiltinName(module: ModuleState, scope: Scope, id: string): boolean {
  if (module.isText || scope.lookup(id)?.resolution !== "builtin" || module.bindings.names.has(id)) return false;
  return !module.tree.body.some((statement) => statement.kind === "ImportFrom" && statement.names[0]?.name === "*");
}

/** Null where the call is no such thing. */
export function lowerExtreme(f: FunctionState, call: Call, into: number | null): number | null {
  const found = f.module.isPrelude ? null : extremeOfTwo(f.module, f.scope, call);
  if (!found) return null;
  return settle(f, into, (target) => {
    const best = workRegister(f, target);
    const end = f.code.label();
    lowerExpression(f, found.values[0], best);
    const other = lowerExpression(f, found.values[1]);
    f.code.jump(found.row, end, other, best);
    f.move(best, other);
    f.code.bind(end);
    f.move(target, best);
  });
}
