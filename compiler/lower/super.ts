/** super(): always followed by an attribute, so that no object for it is ever made. */
import type { Attribute, Call, Expression } from "../ast.js";
import { atAttribute, attributeName, lowerExpression, workRegister } from "./expressions.js";
import { isBuiltin, loadName } from "./names.js";
import type { FunctionState } from "./state.js";

/** True for `super()` and `super(Class, object)`. */
export function isSuperCall(f: FunctionState, expression: Expression): expression is Call {
  if (expression.kind !== "Call" || expression.func.kind !== "Name" || expression.func.id !== "super") return false;
  return expression.keywords.length === 0 && [0, 2].includes(expression.args.length) && isBuiltin(f, "super");
}

/** `super().name`, `super(Class, object).name`. */
export function lowerSuperAttribute(f: FunctionState, expression: Attribute, into: number | null): number {
  const call = expression.value as Call;
  const result = into ?? f.temporary();
  f.scoped(() => {
    const work = workRegister(f, result);
    const object = call.args.length === 2 ? lowerExplicit(f, call, work) : lowerImplicit(f, call, work);
    atAttribute(f, expression, () => f.code.emit("SUPERATTR", work, object, attributeName(f, expression)));
    f.move(result, work);
  });
  return result;
}

function lowerExplicit(f: FunctionState, call: Call, work: number): number {
  lowerExpression(f, call.args[0]!, work);
  return lowerExpression(f, call.args[1]!);
}

/** The class around and the function's first parameter. */
function lowerImplicit(f: FunctionState, call: Call, work: number): number {
  const first = f.scope.parameters[0];
  const cell = f.captured.get("__class__");
  if (first === undefined || !f.scope.isFunctionLike || (f.owner === null && cell === undefined)) {
    f.error("NP205", call, "super() without arguments needs a method with a first parameter", "write super(Class, self).name");
    return work;
  }
  if (cell !== undefined) f.code.emit("GETFREE", work, cell, f.code.name("__class__"));
  else f.code.emit("CLEAR", work);
  return loadName(f, { kind: "Name", id: first, ctx: "Load", span: call.span });
}
