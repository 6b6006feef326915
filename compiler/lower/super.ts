/** super(): where an attribute follows, which is nearly always, no object for it is made. */
import type { Attribute, Call, Expression, Node } from "../ast.js";
import { superClass } from "../uses.js";
import { atAttribute, attributeName, lowerExpression, workRegister } from "./expressions.js";
import { isBuiltin, loadLanguage, loadName } from "./names.js";
import type { FunctionState } from "./state.js";
import { walk } from "./walk.js";

/** True for `super()` and `super(Class, object)`. */
export function isSuperCall(f: FunctionState, expression: Expression): expression is Call {
  if (expression.kind !== "Call" || expression.func.kind !== "Name" || expression.func.id !== "super") return false;
  return expression.keywords.length === 0 && [0, 2].includes(expression.args.length) && isBuiltin(f, "super");
}

/** True for a call of super that is a value of its own, with any number of arguments that it takes. */
export function isSuperValue(f: FunctionState, { func, args, keywords }: Call): boolean {
  return func.kind === "Name" && func.id === "super" && keywords.length === 0 && args.length <= 2 && isBuiltin(f, "super");
}

/** True where a class's code uses `super()` without an attribute behind it. */
export function usesSuperValue(root: Node): boolean {
  let supers = 0;
  for (const node of walk(root)) {
    if (node.kind === "Call" && node.func.kind === "Name" && node.func.id === "super" && node.args.length === 0) supers++;
    if (node.kind === "Attribute" && node.ctx === "Load" && node.value.kind === "Call" && node.value.args.length === 0) {
      supers -= node.value.func.kind === "Name" && node.value.func.id === "super" ? 1 : 0;
    }
  }
  return supers > 0;
}

/** `super()`, `super(Class)`, `super(Class, object)`: an object of the library's class. */
export function lowerSuperValue(f: FunctionState, call: Call, into: number | null): number {
  const result = into ?? f.temporary();
  f.scoped(() => {
    const base = f.registers.run(3);
    loadLanguage(f, superClass, base);
    if (call.args.length === 0) f.move(base + 2, lowerImplicit(f, call, base + 1));
    for (const [index, argument] of call.args.entries()) f.scoped(() => lowerExpression(f, argument, base + 1 + index));
    f.code.emit("CALL", base, call.args.length === 1 ? 1 : 2);
    f.move(result, base);
  });
  return result;
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
