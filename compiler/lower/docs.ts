/** Docstrings: kept as attributes where the program's own modules read `__doc__`. */
import type { ClassDef, FunctionDef } from "../ast.js";
import { type Const, NONE, str } from "../constants.js";
import { keepDoc } from "../uses.js";
import { loadConstant, loadLanguage } from "./names.js";
import type { FunctionState } from "./state.js";
import { docstringOf } from "./walk.js";

const keeps = (f: FunctionState, helper: string): boolean => !f.module.isLibrary && f.program.language.has(helper);

/** True if a function has a docstring that is kept, so that its class's body has to make it. */
export const isDocumented = (f: FunctionState, node: FunctionDef): boolean => keeps(f, keepDoc) && docstringOf(node.body) !== null;

/** Gives what a statement has just made its docstring, where the program wants to read it. A class without a docstring has none of its base's. */
export function keepDocstring(f: FunctionState, node: FunctionDef | ClassDef, made: number): void {
  const doc = docstringOf(node.body);
  const isHeir = node.kind === "ClassDef" && node.bases.length > 0;
  if (keeps(f, keepDoc) && (doc !== null || isHeir)) tell(f, keepDoc, made, doc === null ? NONE : str(doc));
}

function tell(f: FunctionState, helper: string, made: number, value: Const): void {
  f.scoped(() => {
    const base = f.registers.run(3);
    loadLanguage(f, helper, base);
    f.move(base + 1, made);
    loadConstant(f, value, base + 2);
    f.code.emit("CALL", base, 2);
  });
}
