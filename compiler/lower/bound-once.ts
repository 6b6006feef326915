/**
 * What a module of the library binds once and for all: plain functions and constants at its top level. They are named where they are
 * used, need no global, and the module needs no code that binds them; a function is in the image once something names it.
 */
import type { FunctionDef, Statement } from "../ast.js";
import type { Const } from "../constants.js";
import { emptyFunction, type FunctionUnit } from "../program.js";
import { fold } from "./fold.js";
import { constantDefaults, constantKeywordDefaults, lowerFunction } from "./functions.js";
import { fromModuleName } from "./known.js";
import { FunctionState, type ModuleState, type ProgramState } from "./state.js";
import { lowerStatic, visibleName } from "./statics.js";

export type Static =
  | { readonly kind: "function"; readonly module: ModuleState; readonly node: FunctionDef }
  | { readonly kind: "value"; readonly value: Const };

const surfaces = new WeakMap<ModuleState, FunctionState>();

/** A stand-in for the function of a module's top level, in which constants are folded and whose functions are lowered. */
function surfaceOf(module: ModuleState): FunctionState {
  let surface = surfaces.get(module);
  if (!surface) {
    surface = new FunctionState(module, module.scopes.module, emptyFunction(-1, "<module>", module.file), null, "");
    surfaces.set(module, surface);
  }
  return surface;
}

/** Names of a module whose statics were asked for; null while that is being found out. */
const known = new WeakMap<ModuleState, Map<string, Static | null>>();

/** What a library module itself binds to a name that has one binding. */
export function ownStatic(module: ModuleState, name: string): Static | null {
  let statics = known.get(module);
  if (!statics) {
    statics = new Map();
    known.set(module, statics);
  }
  let found = statics.get(name);
  if (found === undefined) {
    statics.set(name, null);
    found = findStatic(module, name);
    statics.set(name, found);
  }
  return found;
}

function findStatic(module: ModuleState, name: string): Static | null {
  for (const statement of module.tree.body) {
    if (statement.kind === "FunctionDef" && statement.name === name) {
      return isPlain(module, statement) ? { kind: "function", module, node: statement } : null;
    }
    if (statement.kind === "Assign" && statement.targets.some((target) => target.kind === "Name" && target.id === name)) {
      if (
        statement.targets.length === 1 &&
        statement.value.kind === "Name" &&
        module.bindings.names.get(statement.value.id)?.length === 1
      ) {
        const same = ownStatic(module, statement.value.id);
        if (same) return same;
      }
      const value = statement.targets.every((target) => target.kind === "Name") ? fold(surfaceOf(module), statement.value) : null;
      return value && { kind: "value", value };
    }
  }
  return null;
}

/** A `def` that nothing has to be computed for. */
function isPlain(module: ModuleState, { decorator_list, args }: FunctionDef): boolean {
  const surface = surfaceOf(module);
  if (decorator_list.length > 0 || constantDefaults(surface, args) === null) return false;
  return args.kw_defaults.every((value) => value === null) || constantKeywordDefaults(surface, args) !== null;
}

/** The unit of such a function; it is lowered by {@link lowerPending}. */
export function functionUnit(module: ModuleState, node: FunctionDef): FunctionUnit {
  const { program } = module;
  let unit = program.staticUnits.get(node);
  if (!unit) {
    unit = program.newFunction(module.isText ? "<module>" : module.isLanguage ? visibleName(node.name) : node.name, module.file);
    program.staticUnits.set(node, unit);
    program.pending.push({ module, node, unit });
  }
  return unit;
}

/** Lowers the functions that have been named so far, and those that they name. */
export function lowerPending(program: ProgramState): void {
  for (let next = program.pending.pop(); next !== undefined; next = program.pending.pop()) {
    const { module, node, unit } = next;
    if (module.isLanguage) {
      lowerLanguage(module, node, unit);
      continue;
    }
    const surface = surfaceOf(module);
    surface.code.line = surface.lineOf(node);
    lowerFunction(surface, node, null, unit);
    unit.defaults = constantDefaults(surface, node.args)!;
    unit.keywordDefaults = constantKeywordDefaults(surface, node.args) ?? [];
  }
}

/** Lowers a function of the language. What stands in it is as hidden as it is. */
function lowerLanguage(module: ModuleState, node: FunctionDef, unit: FunctionUnit): void {
  const { functions, staticUnits } = module.program;
  const before = functions.length;
  lowerStatic(module, node, unit);
  const named = new Set(staticUnits.values());
  for (const inner of functions.slice(before)) if (!named.has(inner)) inner.isHidden = true;
}

/** True for a statement of a library module that binds nothing but what {@link ownStatic} knows. */
export function isStatic(module: ModuleState, statement: Statement): boolean {
  const isKnown = (name: string): boolean =>
    !module.assigned.has(name) && module.bindings.names.get(name)?.length === 1 && ownStatic(module, name) !== null;
  if (!module.isLibrary) return false;
  if (statement.kind === "FunctionDef") return isKnown(statement.name);
  if (statement.kind === "Assign") return statement.targets.every((target) => target.kind === "Name" && isKnown(target.id));
  return statement.kind === "Pass" || (statement.kind === "Expr" && statement.value.kind === "Constant");
}

/** The modules among `modules` that do something when they are imported. */
export function modulesThatRun(modules: readonly ModuleState[]): ReadonlySet<ModuleState> {
  const isImport = (statement: Statement) => statement.kind === "Import" || statement.kind === "ImportFrom";
  const runs = new Set(
    modules.filter((module) => !module.isLibrary || module.tree.body.some((node) => !isImport(node) && !isStatic(module, node))),
  );
  for (let before = -1; before < runs.size; ) {
    before = runs.size;
    for (const module of modules) if (!runs.has(module) && [...imported(module)].some((name) => runs.has(name))) runs.add(module);
  }
  return runs;
}

/** The modules that the import statements at the top level of a module may run. */
export function* imported(module: ModuleState): Generator<ModuleState> {
  for (const statement of module.tree.body) {
    const bases: (string | null)[] = [];
    if (statement.kind === "Import") bases.push(...statement.names.map(({ name }) => name));
    if (statement.kind === "ImportFrom") {
      const base = fromModuleName(module, statement);
      bases.push(base, ...statement.names.map(({ name }) => `${base}.${name}`));
    }
    for (const name of bases) {
      const parts = name?.split(".") ?? [];
      for (let count = 1; count <= parts.length; count++) {
        const found = module.resolve.get(parts.slice(0, count).join("."));
        if (found) yield found;
      }
    }
  }
}
