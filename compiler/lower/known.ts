/** Names and attributes that are known while compiling to mean a module, or what a library module binds once and for all. */
import type { Alias, Attribute, Expression, FunctionDef, Import, ImportFrom, Node } from "../ast.js";
import type { Const } from "../constants.js";
import type { PreludeFunction } from "../environment.js";
import type { Scope } from "../scope.js";
import { type Binding, type Bindings, bindingsOf } from "./bindings.js";
import { functionUnit, ownStatic, type Static } from "./bound-once.js";
import type { FunctionState, ModuleState } from "./state.js";

/** The absolute name of the module that a `from` import names; null beyond the outermost package. */
export function fromModuleName(module: ModuleState, statement: ImportFrom): string | null {
  if (statement.level === 0) return statement.module ?? "";
  let parts = module.name === "__main__" ? [] : module.name.split(".");
  if (!module.isPackage) parts = parts.slice(0, -1);
  const up = statement.level - 1;
  if (parts.length === 0 || up >= parts.length) return null;
  const base = parts.slice(0, parts.length - up);
  return [...base, ...(statement.module ? statement.module.split(".") : [])].join(".");
}

/** True if a module binds a name otherwise than by `from . import name`, which asks for its submodule. */
export function bindsItself(module: ModuleState, name: string): boolean {
  const bindings = module.bindings.names.get(name);
  if (!bindings) return module.binds(name);
  const isOwnSubmodule = (binding: Binding): boolean =>
    binding.kind === "import" &&
    binding.statement.kind === "ImportFrom" &&
    binding.alias.name === name &&
    fromModuleName(module, binding.statement) === module.name;
  return !bindings.every(isOwnSubmodule);
}

// ------------------------------------------------------------------ bindings

/** True if a function inside a scope rebinds one of its names. */
const isRebound = (scope: Scope, name: string): boolean =>
  scope.children.some((child) => child.symbols.get(name)?.declaredNonlocal || (!isLocal(child, name) && isRebound(child, name)));

const isLocal = (scope: Scope, name: string): boolean =>
  scope.isFunctionLike && ["local", "cell"].includes(scope.symbols.get(name)?.resolution ?? "");

/** The bindings of the scope in which `id` lives; null for names that no statement alone can tell. */
function bindingsFor(f: FunctionState, id: string): Bindings | null {
  const symbol = f.scope.lookup(id);
  if (symbol === undefined || f.module.isPrelude) return null;
  if (symbol.resolution === "global" || f.scope.kind === "module") return f.module.bindings.names;
  if (symbol.resolution === "builtin") return null;
  let scope: Scope | null = f.scope;
  const { name } = symbol;
  while (scope && !isLocal(scope, name)) scope = scope.parent;
  if (scope?.node.kind !== "FunctionDef" || scope.symbols.get(name)?.isParameter || isRebound(scope, name)) return null;
  let bindings = f.module.functionBindings.get(scope);
  if (!bindings) {
    bindings = bindingsOf(scope.node.body);
    f.module.functionBindings.set(scope, bindings);
  }
  return bindings;
}

/** True for a name that a class body keeps in its namespace. */
function isInNamespace(f: FunctionState, id: string): boolean {
  const symbol = f.namespace < 0 ? undefined : f.scope.lookup(id);
  return symbol?.isBound === true && !symbol.declaredGlobal && !symbol.declaredNonlocal;
}

/** True for a name that no function around binds. */
const isOutside = (f: FunctionState, id: string): boolean => ["global", "builtin"].includes(f.scope.lookup(id)?.resolution ?? "builtin");

// ------------------------------------------------------------------- modules

/** How far names are followed from module to module. */
const MOST_STEPS = 50;

/** What one alias of an import statement makes of its name, if that is a module. */
export function targetOf(module: ModuleState, statement: Import | ImportFrom, alias: Alias, depth = 0): ModuleState | null {
  if (statement.kind === "Import") {
    const name = alias.asname === null ? alias.name.split(".")[0]! : alias.name;
    return module.resolve.get(name) ?? null;
  }
  const base = fromModuleName(module, statement);
  const from = base === null ? undefined : module.resolve.get(base);
  if (!from) return null;
  return bindsItself(from, alias.name)
    ? targetOfGlobal(from, alias.name, depth + 1)
    : (module.resolve.get(`${from.name}.${alias.name}`) ?? null);
}

/** The module that a global of a module is for certain: only imports of it bind the name. */
export function targetOfGlobal(module: ModuleState, name: string, depth = 0): ModuleState | null {
  if (depth > MOST_STEPS || module.assigned.has(name)) return null;
  const bindings = module.bindings.names.get(name);
  if (bindings) return targetOfBindings(module, bindings, depth);
  const origin = module.starNames.get(name);
  return origin ? targetOfGlobal(origin, name, depth + 1) : null;
}

function targetOfBindings(module: ModuleState, bindings: readonly Binding[], depth: number): ModuleState | null {
  let target: ModuleState | null = null;
  for (const binding of bindings) {
    if (binding.kind !== "import") return null;
    const next = targetOf(module, binding.statement, binding.alias, depth);
    if (next === null || (target !== null && next !== target)) return null;
    target = next;
  }
  return target;
}

/** The module that an expression is for certain: a name that only imports of it bind, or a submodule of such a one. */
export function moduleOf(f: FunctionState, expression: Expression): ModuleState | null {
  if (expression.kind !== "Attribute" && expression.kind !== "Name") return null;
  const { knownModules } = f.module;
  let target = knownModules.get(expression);
  if (target === undefined) {
    target = expression.kind === "Name" ? moduleOfName(f, expression.id) : moduleOfAttribute(f, expression);
    knownModules.set(expression, target);
  }
  return target;
}

function moduleOfAttribute(f: FunctionState, expression: Attribute): ModuleState | null {
  const outer = moduleOf(f, expression.value);
  if (!outer) return null;
  if (outer.binds(expression.attr)) return targetOfGlobal(outer, expression.attr);
  return f.module.resolve.get(`${outer.name}.${expression.attr}`) ?? null;
}

export function moduleOfName(f: FunctionState, id: string): ModuleState | null {
  if (isInNamespace(f, id)) return null;
  const bindings = bindingsFor(f, id);
  if (bindings === f.module.bindings.names) return targetOfGlobal(f.module, id);
  if (bindings !== null) return targetOfBindings(f.module, bindings.get(id) ?? [], 0);
  return isOutside(f, id) && f.module.starNames.has(id) ? targetOfGlobal(f.module, id) : null;
}

// ------------------------------------------------- what never changes in them

/** What a global of a module always is: bound once by a library module, or by an import from there. */
export function staticOfGlobal(module: ModuleState, name: string, depth = 0): Static | null {
  if (depth > MOST_STEPS || module.isPrelude || module.assigned.has(name)) return null;
  const bindings = module.bindings.names.get(name);
  if (bindings) {
    const only = bindings.length === 1 ? bindings[0]! : null;
    if (only?.kind === "import") return staticOfImport(module, only.statement, only.alias, depth);
    return only && module.isLibrary ? ownStatic(module, name) : null;
  }
  const origin = module.starNames.get(name);
  return origin ? staticOfGlobal(origin, name, depth + 1) : null;
}

function staticOfImport(module: ModuleState, statement: Import | ImportFrom, alias: Alias, depth: number): Static | null {
  if (statement.kind !== "ImportFrom") return null;
  const name = fromModuleName(module, statement);
  const from = name === null ? undefined : module.resolve.get(name);
  return from && bindsItself(from, alias.name) ? staticOfGlobal(from, alias.name, depth + 1) : null;
}

export function staticOfName(f: FunctionState, id: string): Static | null {
  if (isInNamespace(f, id)) return null;
  const bindings = bindingsFor(f, id);
  if (bindings === f.module.bindings.names) return staticOfGlobal(f.module, id);
  if (bindings === null) return isOutside(f, id) && f.module.starNames.has(id) ? staticOfGlobal(f.module, id) : null;
  const found = bindings.get(id);
  const only = found?.length === 1 ? found[0]! : null;
  return only?.kind === "import" ? staticOfImport(f.module, only.statement, only.alias, 0) : null;
}

/** What a name or an attribute of a module always is; null where that is not known. */
function staticOf(f: FunctionState, expression: Expression): Static | null {
  if (expression.kind !== "Attribute" && expression.kind !== "Name") return null;
  const { knownStatics } = f.module;
  let found = knownStatics.get(expression);
  if (found === undefined) {
    found = expression.kind === "Name" ? staticOfName(f, expression.id) : staticOfAttribute(f, expression);
    knownStatics.set(expression, found);
  }
  return found;
}

function staticOfAttribute(f: FunctionState, { value, attr }: Attribute): Static | null {
  const module = moduleOf(f, value);
  return module ? staticOfGlobal(module, attr) : null;
}

export const staticConst = (found: Static): Const =>
  found.kind === "value" ? found.value : { kind: "function", unit: functionUnit(found.module, found.node) };

/** A function or value that an expression always is, and the prelude's function behind it. */
export function knownStatic(f: FunctionState, expression: Expression): { value: Const; called: PreludeFunction | null } | null {
  const found = staticOf(f, expression);
  if (!found) return null;
  const value = staticConst(found);
  return { value, called: f.program.libraryEnvironment.preludeFunctionOf(value) };
}

/** True for a function that gives back its one argument: `const(5)`. */
export function isIdentity(f: FunctionState, callee: Expression): boolean {
  const found = staticOf(f, callee);
  return found?.kind === "function" && givesBack(found.node);
}

function givesBack({ args, body }: FunctionDef): boolean {
  const parameters = [...args.posonlyargs, ...args.args];
  const [first] = body;
  return (
    parameters.length === 1 &&
    args.kwonlyargs.length === 0 &&
    args.vararg === null &&
    args.kwarg === null &&
    first?.kind === "Return" &&
    first.value?.kind === "Name" &&
    first.value.id === parameters[0]!.arg
  );
}

/** What `hasattr(x, "name")` and `getattr(x, "name", …)` ask for. */
export function attributeAskedFor(
  node: Node,
): { function: "hasattr" | "getattr"; owner: Expression; name: string; rest: readonly Expression[] } | null {
  if (node.kind !== "Call" || node.func.kind !== "Name" || node.keywords.length > 0) return null;
  if (node.func.id !== "hasattr" && node.func.id !== "getattr") return null;
  const [owner, name, ...rest] = node.args;
  if (!owner || name?.kind !== "Constant" || name.value.type !== "str" || rest.some((item) => item.kind === "Starred")) return null;
  return { function: node.func.id, owner, name: name.value.value, rest };
}

/** What `hasattr` and `getattr` find in a module of the library: whether it has such a name. Null for anything else. */
export function askedOfLibrary(
  f: FunctionState,
  node: Expression,
): { attribute: Attribute; has: boolean; otherwise: Expression | null } | null {
  const asked = attributeAskedFor(node);
  const module = asked && moduleOf(f, asked.owner);
  if (!asked || !module?.isLibrary || asked.rest.length > 1 || f.scope.lookup(asked.function)?.resolution !== "builtin") return null;
  const { owner, name } = asked;
  const has = module.binds(name) || f.module.resolve.has(`${module.name}.${name}`);
  // What the program itself assigns to or deletes is there or not.
  if (module.assigned.has(name) || (!has && isOfEveryModule(name))) return null;
  return {
    attribute: { kind: "Attribute", value: owner, attr: name, ctx: "Load", span: node.span },
    has,
    otherwise: asked.rest[0] ?? null,
  };
}

/** Attributes like `__name__`, which no statement binds. */
export const isOfEveryModule = (name: string): boolean => name.startsWith("__") && name.endsWith("__");

/** True for a name that needs no register and no global: it always is the same module, or the same thing out of one. */
export const needsNoPlace = (f: FunctionState, id: string): boolean => moduleOfName(f, id) !== null || staticOfName(f, id) !== null;

/** The global that an attribute of a known module is; null otherwise. */
export function moduleGlobal(f: FunctionState, node: Attribute): number | null {
  const module = moduleOf(f, node.value);
  return module?.binds(node.attr) && !staticOfGlobal(module, node.attr) && !targetOfGlobal(module, node.attr)
    ? module.globalSlot(node.attr)
    : null;
}
