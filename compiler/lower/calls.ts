/** Calls: the callee and its arguments stand in registers in a row, and the result comes into the first of them. */
import type { Call, Expression } from "../ast.js";
import { type Const, NONE, str, tuple } from "../constants.js";
import { isExceptionType, type PreludeFunction, typeNumber } from "../environment.js";
import { makeClass } from "../uses.js";
import type { Binding } from "./bindings.js";
import { fillList, lowerRun } from "./displays.js";
import { atAttribute, attributeName, lowerExpression } from "./expressions.js";
import { lowerExtreme } from "./extremes.js";
import { callIntrinsic } from "./intrinsics.js";
import { askedOfLibrary, isIdentity, knownStatic, moduleGlobal, moduleOf } from "./known.js";
import { globalOf, isBuiltin, knownName, loadConstant, loadLanguage } from "./names.js";
import { lowerNamespace } from "./namespaces.js";
import type { FunctionState } from "./state.js";
import { isSuperCall, isSuperValue, lowerSuperAttribute, lowerSuperValue } from "./super.js";
import { opensScope, walk } from "./walk.js";

/** Registers that a plain call may take for its arguments; longer ones go through a list. */
const MOST_ARGUMENTS = 100;

export function lowerCall(f: FunctionState, call: Call, into: number | null): number {
  const { func, args, keywords } = call;
  if (isSuperValue(f, call)) return lowerSuperValue(f, call, into);
  if (args.length === 1 && keywords.length === 0 && args[0]!.kind !== "Starred" && isIdentity(f, func)) {
    return lowerExpression(f, args[0]!, into);
  }
  const extreme = lowerExtreme(f, call, into);
  if (extreme !== null) return extreme;
  const namespace = lowerNamespace(f, call, into);
  if (namespace !== null) return namespace;
  const asked = askedOfLibrary(f, call);
  if (asked?.has) return lowerExpression(f, asked.attribute, into);
  if (asked?.otherwise) return lowerExpression(f, asked.otherwise, into);
  const isTop = into !== null && f.registers.isTemporary(into) && into === f.registers.mark - 1;
  const base = isTop ? into : f.temporary();
  f.scoped(() => {
    const isSpread = args.some((arg) => arg.kind === "Starred") || keywords.some((keyword) => keyword.arg === null);
    if (isSpread || args.length + keywords.length > MOST_ARGUMENTS) lowerSpread(f, call, base);
    else if (keywords.length > 0) lowerKeywords(f, call, base);
    else lowerPositional(f, call, base);
  });
  if (into === null || isTop) return base;
  f.move(into, base);
  return into;
}

/** `raise ValueError(…)` of a builtin exception, in one row; false where it is anything else. */
export function lowerRaiseNew(f: FunctionState, exc: Expression): boolean {
  if (exc.kind !== "Call" || exc.keywords.length > 0 || exc.args.length > MOST_ARGUMENTS) return false;
  if (exc.args.some((arg) => arg.kind === "Starred")) return false;
  const known = knownCallee(f, exc.func);
  const type = known && typeNumber(known.value);
  if (type === null || !isExceptionType(type)) return false;
  const base = f.temporary();
  lowerRun(f, exc.args);
  f.code.emit("RAISET", base, exc.args.length, type);
  return true;
}

/** `type(name, bases, namespace)`. */
const isClassMaking = ({ func, args }: Call): boolean => func.kind === "Name" && func.id === "type" && args.length === 3;

/** A function or value that is known while compiling. */
function knownCallee(f: FunctionState, func: Expression): { value: Const; called: PreludeFunction | null } | null {
  return knownStatic(f, func) ?? (func.kind === "Name" ? knownName(f, func.id) : null);
}

const accepts = (called: PreludeFunction, count: number): boolean =>
  !called.needsKeywords && count >= called.required && (called.hasVarArgs || count <= called.positional);

function lowerPositional(f: FunctionState, call: Call, base: number): void {
  const { func, args } = call;
  const known = knownCallee(f, func);
  if (known?.called && known.called.index < 256 && accepts(known.called, args.length)) {
    lowerRun(f, args);
    f.code.emit("CALLP", base, args.length, known.called.index);
    return;
  }
  const native = known && f.module.environment.builtinCalled(known.value);
  if (native !== null && native < 256 && !isClassMaking(call)) {
    lowerRun(f, args);
    f.code.emit("CALLB", base, args.length, native);
    return;
  }
  if (func.kind === "Attribute" && !known && moduleOf(f, func.value) === null && !isSuperCall(f, func.value)) {
    lowerExpression(f, func.value, base);
    lowerRun(f, args);
    atAttribute(f, func, () => f.code.emit("CALLM", base, args.length, attributeName(f, func)));
    return;
  }
  const slot = directGlobal(f, func, args);
  if (slot !== null) {
    lowerRun(f, args);
    f.code.emit("CALLG", base, args.length, slot);
    return;
  }
  lowerCallee(f, func, base, args.length);
  lowerRun(f, args);
  f.code.emit("CALL", base, args.length);
}

/** The global that CALLG may read after the arguments, because they cannot change it or because it is never bound again. */
function directGlobal(f: FunctionState, func: Expression, args: readonly Expression[]): number | null {
  let slot: number | null = null;
  let bindings: readonly Binding[] | undefined;
  if (func.kind === "Name") {
    slot = globalOf(f, func.id);
    bindings = f.module.bindings.names.get(func.id);
  } else if (func.kind === "Attribute") {
    slot = moduleGlobal(f, func);
    const module = moduleOf(f, func.value);
    if (module) bindings = module.bindings.names.get(func.attr);
  }
  if (slot === null || slot > 255) return null;
  const only = bindings?.length === 1 ? bindings[0]! : null;
  const isSteady = only !== null && (only.kind === "import" || (only.kind === "definition" && only.isTopLevel));
  return isSteady || args.every((argument) => isHarmless(argument)) ? slot : null;
}

/** True for an expression that runs no code of the program's own. */
function isHarmless(expression: Expression): boolean {
  for (const node of walk(expression, (inner) => !opensScope(inner))) {
    if (node.kind !== "Constant" && node.kind !== "Name" && node.kind !== "Tuple") return false;
  }
  return true;
}

function lowerCallee(f: FunctionState, func: Expression, base: number, count = 0): void {
  if (count === 3 && func.kind === "Name" && func.id === "type" && isBuiltin(f, "type")) loadLanguage(f, makeClass, base);
  else if (func.kind === "Attribute" && isSuperCall(f, func.value)) f.scoped(() => lowerSuperAttribute(f, func, base));
  else {
    const known = knownCallee(f, func);
    if (known) f.at(func, () => loadConstant(f, known.value, base));
    else lowerExpression(f, func, base);
  }
}

function lowerKeywords(f: FunctionState, call: Call, base: number): void {
  const { args, keywords } = call;
  lowerCallee(f, call.func, base, args.length);
  lowerRun(f, [...args, ...keywords.map((keyword) => keyword.value)]);
  for (const keyword of keywords) f.code.names.add(keyword.arg!);
  const names = tuple(keywords.map((keyword) => str(keyword.arg!)));
  f.code.emit("CALLKW", base, args.length + keywords.length, f.code.narrow(names));
}

/** A call with `*iterable` or `**mapping`: a list of arguments and a dict of keywords. */
function lowerSpread(f: FunctionState, call: Call, base: number): void {
  const { args, keywords } = call;
  lowerCallee(f, call.func, base);
  const list = f.temporary();
  fillList(f, args, list);
  const dict = f.temporary();
  if (keywords.length === 0) loadConstant(f, NONE, dict);
  else {
    f.code.emit("DICT", dict, dict, 0);
    const hasMapping = keywords.some((keyword) => keyword.arg === null);
    let isAfterMapping = false;
    for (const keyword of keywords) {
      f.scoped(() => {
        if (keyword.arg === null) {
          isAfterMapping = true;
          callIntrinsic(f, "_dict_merge_kw", [dict, lowerExpression(f, keyword.value)]);
        } else if (hasMapping && isAfterMapping) {
          // The name may have come out of a mapping: merging a dict of one entry tells.
          const one = f.registers.run(2);
          loadConstant(f, str(keyword.arg), one);
          f.scoped(() => lowerExpression(f, keyword.value, one + 1));
          f.code.emit("DICT", one, one, 1);
          callIntrinsic(f, "_dict_merge_kw", [dict, one]);
        } else {
          const key = loadConstant(f, str(keyword.arg));
          f.code.emit("SETITEM", dict, key, lowerExpression(f, keyword.value));
        }
      });
    }
  }
  f.code.emit("CALLEX", base);
}
