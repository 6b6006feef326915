/** Annotations in class bodies and modules: values in their `__annotations__`, where somebody may ask for them; elsewhere nothing evaluates them. */
import type { AnnAssign, ClassDef, Expression, Statement } from "../ast.js";
import { str } from "../constants.js";
import { lowerExpression } from "./expressions.js";
import { loadConstant } from "./names.js";
import type { FunctionState, ModuleState } from "./state.js";

/** Bases that look at the annotations of what derives from them. */
const READERS = new Set(["NamedTuple", "TypedDict"]);

/** The name of `name` and `module.name`; empty for anything else. */
export const lastName = (node: Expression): string => (node.kind === "Name" ? node.id : node.kind === "Attribute" ? node.attr : "");

/** True for a class that is decorated, that derives from a type of module typing, or whose module speaks of `__annotations__`. */
export function keepsAnnotations(module: ModuleState, node: ClassDef): boolean {
  return (
    node.decorator_list.length > 0 ||
    node.bases.some((base) => READERS.has(lastName(base))) ||
    module.source.text.includes("__annotations__")
  );
}

/** Names that a class annotates, as fields of its instances. */
export function annotatedNames(module: ModuleState, node: ClassDef): string[] {
  if (node.decorator_list.length === 0) return [];
  const { mangle } = module.scopes.of(node);
  return node.body.flatMap((statement) => {
    if (statement.kind !== "AnnAssign" || statement.target.kind !== "Name" || isOfClass(statement.annotation)) return [];
    return [mangle.call(module.scopes.of(node), statement.target.id)];
  });
}

/** True for `ClassVar` and `ClassVar[…]`. */
const isOfClass = (annotation: Expression): boolean =>
  lastName(annotation.kind === "Subscript" ? annotation.value : annotation) === "ClassVar";

/** In a class body, where annotations are kept: begins with none. */
export function beginAnnotations(f: FunctionState): void {
  f.annotations = f.registers.local("<annotations>");
  f.code.emit("DICT", f.annotations, f.annotations, 0);
  f.scoped(() => f.code.emit("SETITEM", f.namespace, loadConstant(f, str("__annotations__")), f.annotations));
}

/** At the start of a module that speaks of `__annotations__`: those of its names. */
export function beginModuleAnnotations(f: FunctionState): void {
  const isSimple = (statement: Statement): boolean => statement.kind === "AnnAssign" && statement.simple;
  if (f.module.origin !== "program" || !f.module.source.text.includes("__annotations__") || !f.module.tree.body.some(isSimple)) return;
  f.annotations = f.registers.local("<annotations>");
  f.code.emit("DICT", f.annotations, f.annotations, 0);
  f.code.emit("SETG", f.annotations, f.module.slot("__annotations__"));
}

/** Keeps the annotation of a name. */
export function keepAnnotation(f: FunctionState, { target, annotation, simple }: AnnAssign): void {
  if (f.annotations < 0 || target.kind !== "Name" || !simple) return;
  f.scoped(() => {
    const value = annotationValue(f, annotation);
    f.code.emit("SETITEM", f.annotations, loadConstant(f, str(f.scope.mangle(target.id))), value);
  });
}

/** What an annotation is kept as. `from __future__ import annotations` makes it its text. */
export function annotationValue(f: FunctionState, annotation: Expression): number {
  const { start, end } = annotation.span;
  return f.module.annotationsAreTexts ? loadConstant(f, str(f.module.source.text.slice(start, end))) : lowerExpression(f, annotation);
}
