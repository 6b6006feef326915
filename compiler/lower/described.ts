/**
 * What functions and classes say of themselves beyond their names, where their module asks for it: `__qualname__` of one inside another, `__annotations__`, and `__doc__`.
 * Nothing else keeps these.
 */
import type { Arg, ClassDef, FunctionDef, Lambda } from "../ast.js";
import { NONE, str } from "../constants.js";
import type { FunctionUnit } from "../program.js";
import { annotationValue } from "./annotations.js";
import { loadConstant } from "./names.js";
import type { FunctionState, ModuleState } from "./state.js";
import { docstringOf } from "./walk.js";

/** True where the text of one of the program's modules has the name of an attribute. */
export const asksFor = (module: ModuleState, attribute: string): boolean =>
  (module.origin === "program" || module.isText) && module.source.text.includes(attribute);

/** What stands before the qualified names of what a function or class defines; to the program a text that is executed is no function. */
export function qualifier({ scope, module, qualname }: FunctionState): string {
  if (module.isText && scope.parent?.kind === "module") return "";
  return scope.isFunctionLike ? `${qualname}.<locals>` : qualname;
}

/** The qualified name of what is defined under `name`. */
export function qualifiedName(f: FunctionState, name: string): string {
  if (f.scope.lookup(name)?.declaredGlobal) return name;
  const prefix = qualifier(f);
  return prefix === "" ? name : `${prefix}.${name}`;
}

/** Gives a function that has just been made, and stands in `register`, what its module asks for. */
export function describe(f: FunctionState, node: FunctionDef | Lambda, unit: FunctionUnit, register: number): void {
  if (asksFor(f.module, "__qualname__")) {
    const qualname = qualifiedName(f, unit.name);
    const known = unit.owner ? `${unit.owner.qualname}.${unit.name}` : unit.name;
    if (qualname !== known) setAttribute(f, register, "__qualname__", () => loadConstant(f, str(qualname)));
  }
  if (node.kind === "FunctionDef" && isDocumented(f, node)) describeText(f, node, register);
  if (node.kind === "FunctionDef" && asksFor(f.module, "__annotations__")) {
    setAttribute(f, register, "__annotations__", () => lowerAnnotations(f, node));
  }
}

/** True if a definition has a docstring that is kept. */
export const isDocumented = (f: FunctionState, node: FunctionDef | ClassDef): boolean =>
  asksFor(f.module, "__doc__") && docstringOf(node.body) !== null;

/** Gives a class that has just been made its docstring; without one it has none of its base's. */
export function describeClass(f: FunctionState, node: ClassDef, register: number): void {
  if (isDocumented(f, node) || (node.bases.length > 0 && asksFor(f.module, "__doc__"))) describeText(f, node, register);
}

function describeText(f: FunctionState, node: FunctionDef | ClassDef, register: number): void {
  const text = docstringOf(node.body);
  setAttribute(f, register, "__doc__", () => loadConstant(f, text === null ? NONE : str(text)));
}

function setAttribute(f: FunctionState, register: number, name: string, value: () => number): void {
  f.scoped(() => f.code.emit("SETATTR", register, f.code.name(name), value()));
}

/** A dict of the annotations, in CPython's order. */
function lowerAnnotations(f: FunctionState, { args, returns }: FunctionDef): number {
  const parameters: (Arg | null)[] = [...args.args, ...args.posonlyargs, args.vararg, ...args.kwonlyargs, args.kwarg];
  const dict = f.temporary();
  f.code.emit("DICT", dict, dict, 0);
  const keep = (name: string, annotation: Arg["annotation"]): void => {
    if (annotation) f.scoped(() => f.code.emit("SETITEM", dict, loadConstant(f, str(name)), annotationValue(f, annotation)));
  };
  for (const parameter of parameters) if (parameter) keep(f.scope.mangle(parameter.arg), parameter.annotation);
  keep("return", returns);
  return dict;
}
