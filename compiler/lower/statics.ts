/** Functions of the language itself: the prelude's, and those of the library that programs use without an import. No module's body makes them. */
import type { FunctionDef } from "../ast.js";
import { methodsOfTypes } from "../environment.js";
import { emptyFunction, type FunctionUnit } from "../program.js";
import { constantDefaults, constantKeywordDefaults, lowerFunction } from "./functions.js";
import { FunctionState, type ModuleState } from "./state.js";

/** `_split_keywords` is what the machine calls where a native has keywords. */
const KEYWORDS = /^_(\w+)_keywords$/;

export const isHelper = (node: FunctionDef): boolean => node.name.startsWith("_");

/** `list__sort` is called sort where a program sees its name. */
export function visibleName(name: string): string {
  const method = methodsOfTypes(name)[0]?.method;
  if (method !== undefined) return name.endsWith(`__get_${method}`) ? `get_${method}` : method;
  return KEYWORDS.exec(name)?.[1] ?? name;
}

/** Takes out of the image what nobody sees: the names of helpers, and of parameters that can't be given by name. */
function hide(unit: FunctionUnit, node: FunctionDef): void {
  if (isHelper(node) && !KEYWORDS.test(node.name)) {
    unit.isHidden = true;
    if (unit.keywordOnly === 0) unit.positionalOnly = unit.positional;
  }
  if (unit.positionalOnly === unit.positional && unit.keywordOnly === 0) unit.parameterNames = [];
}

/** Lowers a function into the unit that others name already. */
export function lowerStatic(module: ModuleState, node: FunctionDef, unit: FunctionUnit): void {
  const scratch = emptyFunction(-1, "<module>", unit.file);
  const parent = new FunctionState(module, module.scopes.module, scratch, null, "");
  const defaults = constantDefaults(parent, node.args);
  const keywordDefaults = constantKeywordDefaults(parent, node.args);
  if (defaults === null || (keywordDefaults === null && node.args.kw_defaults.some((value) => value !== null))) {
    const message = "defaults of the language's own functions are constants, of all keyword-only parameters or of none";
    module.error("NP210", node.span, message);
    return;
  }
  lowerFunction(parent, node, null, unit);
  hide(unit, node);
  unit.defaults = defaults;
  unit.keywordDefaults = keywordDefaults ?? [];
}
