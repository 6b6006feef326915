/**
 * globals(), locals(), vars() and dir() without an argument: names are numbered slots and registers, so each call makes a dict of what is
 * bound. In a class body locals() is the namespace itself; `globals()["name"] = x` binds the global.
 */
import type { Call, Expression, Subscript } from "../ast.js";
import { str } from "../constants.js";
import { setGlobal } from "../uses.js";
import { asksForNamespace, globalItem } from "./bindings.js";
import { loadConstant, loadLanguage, loadName } from "./names.js";
import type { FunctionState } from "./state.js";

/** True for a name that nothing in the program binds where it stands. */
const isFree = (f: FunctionState, id: string): boolean =>
  !f.module.binds(id) && ["builtin", "global"].includes(f.scope.lookup(id)?.resolution ?? "builtin");

function asks(f: FunctionState, call: Expression): string | null {
  const name = asksForNamespace(call);
  return name !== null && isFree(f, name) ? name : null;
}

/** Lowers such a call; null if it is anything else. */
export function lowerNamespace(f: FunctionState, call: Call, into: number | null): number | null {
  const name = asks(f, call);
  if (name === null) return null;
  const target = into ?? f.temporary();
  f.scoped(() => {
    const base = f.registers.run(2);
    if (name === "globals" || f.scope.kind === "module") loadGlobals(f, base);
    else if (f.namespace >= 0) f.move(base, f.namespace);
    else loadLocals(f, base);
    if (name === "dir") {
      f.move(base + 1, base);
      const sorted = f.program.environment.builtin("sorted");
      if (sorted) loadConstant(f, sorted, base);
      else loadLanguage(f, "sorted", base);
      f.code.emit("CALL", base, 1);
    }
    f.move(target, base);
  });
  return target;
}

function loadGlobals(f: FunctionState, into: number): void {
  loadConstant(f, f.program.moduleValue(f.module), into);
  f.code.emit("GETATTR", into, into, f.code.name("__dict__"));
}

/** A dict of the locals that are bound, and of the names that the function captures. */
function loadLocals(f: FunctionState, into: number): void {
  f.code.emit("DICT", into, into, 0);
  const put = (name: string, value: number): void => {
    f.code.emit("SETITEM", into, loadConstant(f, str(name)), value);
  };
  for (const name of [...f.locals.keys(), ...f.captured.keys()]) {
    if (name === "__class__" || name.startsWith(".")) continue;
    f.scoped(() => {
      const register = f.locals.get(name);
      if (register === undefined || f.isCell(name)) {
        if (register === undefined || f.bound?.has(name))
          put(name, loadName(f, { kind: "Name", id: name, ctx: "Load", span: f.scope.node.span }));
        return;
      }
      if (f.bound?.has(name)) {
        put(name, register);
        return;
      }
      const bound = f.code.label();
      const unbound = f.code.label();
      f.code.jump("JDEF", bound, register);
      f.code.jump("JMP", unbound);
      f.code.bind(bound);
      put(name, register);
      f.code.bind(unbound);
    });
  }
}

/** Assigns to an item of `globals()`; false if the target is anything else. */
export function assignGlobalItem(f: FunctionState, target: Subscript, register: number, lower: (item: Expression) => number): boolean {
  const name = asks(f, target.value);
  if (name !== "globals" && !(name !== null && name !== "dir" && f.scope.kind === "module")) return false;
  const item = globalItem(target);
  if (item !== null) {
    f.code.emit("SETG", register, f.module.globalSlot(item));
    return true;
  }
  f.scoped(() => {
    const base = f.registers.run(4);
    loadConstant(f, f.program.moduleValue(f.module), base + 1);
    f.move(base + 2, lower(target.slice));
    f.move(base + 3, register);
    loadLanguage(f, setGlobal, base);
    f.code.emit("CALL", base, 3);
  });
  return true;
}
