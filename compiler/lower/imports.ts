/** Import statements, and attributes of modules. */
import type { Alias, Attribute, Import, ImportFrom } from "../ast.js";
import { type Const, str } from "../constants.js";
import { builtinsModule } from "../language.js";
import { nearNames } from "../near-names.js";
import { boundName } from "./bindings.js";
import { callIntrinsic } from "./intrinsics.js";
import {
  bindsItself,
  fromModuleName,
  isOfEveryModule,
  knownStatic,
  moduleOf,
  needsNoPlace,
  staticConst,
  staticOfGlobal,
  targetOf,
  targetOfGlobal,
} from "./known.js";
import { loadConstant, packageName, storeName } from "./names.js";
import type { FunctionState, ModuleState } from "./state.js";

/** Loads an attribute of a known module; null if `node` is no such thing, or only the machine can tell. */
export function loadModuleAttribute(f: FunctionState, node: Attribute, into: number | null): number | null {
  const known = knownStatic(f, node);
  if (known) return loadConstant(f, known.value, into);
  const submodule = moduleOf(f, node);
  if (submodule) return loadConstant(f, f.program.moduleValue(submodule), into);
  const module = moduleOf(f, node.value);
  if (module === null) return null;
  if (!module.binds(node.attr)) {
    const builtin = builtinOf(module, node.attr);
    if (builtin) return loadConstant(f, builtin, into);
    const own = ofEveryModule(module, node.attr);
    if (own) return loadConstant(f, own, into);
    if (!module.isLibrary || isOfEveryModule(node.attr)) return null;
    if (f.program.expected.has(node.attr)) {
      f.program.doubted.add(module);
      return null;
    }
    noSuchName(f.module, node, module, node.attr);
    if (f.program.doubted.has(module)) return null;
    return into ?? f.temporary();
  }
  const register = into ?? f.temporary();
  f.code.emit("GETG", register, module.globalSlot(node.attr));
  return register;
}

/** What a module is called and where it comes from. */
function ofEveryModule(module: ModuleState, name: string): Const | null {
  if (name === "__name__") return str(module.name);
  if (name === "__package__") return packageName(module);
  return name === "__file__" && module.source.path !== "" ? str(module.source.path) : null;
}

/** A builtin of the machine that the module `builtins` has. */
export const builtinOf = (module: ModuleState, name: string): Const | null =>
  module.isLanguage && module.name === builtinsModule ? module.program.environment.builtin(name) : null;

/** Reports a name that a module of the library does not have. */
export function noSuchName(user: ModuleState, node: { span: Attribute["span"] }, library: ModuleState, name: string): void {
  const near = nearNames(
    name,
    [...library.definitions].filter((known) => !known.startsWith("_")),
  );
  const hint =
    near.length > 0
      ? `did you mean ${near.join(" or ")}?`
      : "a try that catches AttributeError or ImportError leaves it to the running program";
  const { diagnostics, doubted } = user.program;
  const report = doubted.has(library) ? "warning" : "error";
  diagnostics[report](user.source, "NP202", node.span, `module '${library.name}' has no '${name}'`, hint);
}

/** Runs a module's body, unless it has been run. */
export function runModule(f: FunctionState, module: ModuleState): void {
  const { body } = module;
  for (const inner of module.passes) if (inner !== f.module) runModule(f, inner);
  if (!body) return;
  f.scoped(() => f.code.emit("CALL", loadConstant(f, { kind: "function", unit: body }), 0));
}

/** Runs a module and the packages around it, outermost first. False if the program has no such module. */
function runChain(f: FunctionState, name: string): boolean {
  const parts = name.split(".");
  for (let count = 1; count <= parts.length; count++) {
    const module = f.module.resolve.get(parts.slice(0, count).join("."));
    if (!module) return false;
    runModule(f, module);
  }
  return true;
}

/** Binds a name to a module; one that always means it needs no place. */
function bindModule(f: FunctionState, name: string, module: ModuleState): void {
  if (needsNoPlace(f, name)) f.bound?.add(f.scope.mangle(name));
  else f.scoped(() => storeName(f, name, loadConstant(f, f.program.moduleValue(module))));
}

function missing(f: FunctionState, name: string): void {
  f.scoped(() => callIntrinsic(f, "_import_missing", [loadConstant(f, str(name))]));
}

export function lowerImport(f: FunctionState, statement: Import): void {
  for (const alias of statement.names) {
    const target = targetOf(f.module, statement, alias);
    if (target && runChain(f, alias.name)) bindModule(f, boundName(statement, alias), target);
    else missing(f, alias.name);
  }
}

export function lowerImportFrom(f: FunctionState, statement: ImportFrom): void {
  const name = fromModuleName(f.module, statement);
  const module = name === null ? undefined : f.module.resolve.get(name);
  if (name !== null && module) {
    runChain(f, name);
    for (const alias of statement.names) importName(f, module, statement, alias);
  } else missing(f, name ?? ".".repeat(statement.level) + (statement.module ?? ""));
}

/** One name out of a module. */
function importName(f: FunctionState, module: ModuleState, statement: ImportFrom, alias: Alias): void {
  if (alias.name === "*") {
    for (const [name, origin] of f.module.starNames) {
      if (origin === module && f.module.copies(name)) copyGlobal(f, module, name, (register) => storeGlobal(f, name, register));
    }
    return;
  }
  const name = boundName(statement, alias);
  const target = targetOf(f.module, statement, alias);
  if (target) {
    if (!bindsItself(module, alias.name)) runModule(f, target);
    bindModule(f, name, target);
  } else if (needsNoPlace(f, name) || (f.parent === null && f.module.lent.has(name))) f.bound?.add(f.scope.mangle(name));
  else copyGlobal(f, module, alias.name, (register) => storeName(f, name, register));
}

const storeGlobal = (f: FunctionState, name: string, register: number): void => f.code.emit("SETG", register, f.module.slot(name));

/** Hands a global of another module to `store`; where that may not be bound, as an import does that says so. */
function copyGlobal(f: FunctionState, module: ModuleState, name: string, store: (register: number) => void): void {
  const lent = module.lent.get(name);
  if (lent && !module.imports.has(f.module)) {
    copyGlobal(f, lent.module, lent.name, store);
    return;
  }
  f.scoped(() => {
    const known = staticOfGlobal(module, name);
    const target = targetOfGlobal(module, name);
    const isCertain = module.bindings.names.get(name)?.some((binding) => binding.kind !== "import" && binding.isTopLevel) ?? false;
    const builtin = builtinOf(module, name);
    if (builtin) store(loadConstant(f, builtin));
    else if (known) store(loadConstant(f, staticConst(known)));
    else if (target) store(loadConstant(f, f.program.moduleValue(target)));
    else if (isCertain && !module.imports.has(f.module)) {
      const register = f.temporary();
      f.code.emit("GETG", register, module.globalSlot(name));
      store(register);
    } else {
      const owner = loadConstant(f, f.program.moduleValue(module));
      store(callIntrinsic(f, "_import_from", [owner, loadConstant(f, str(name))]));
    }
  });
}
