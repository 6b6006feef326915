/** Reading, binding and unbinding names, wherever they live. */
import type { Name } from "../ast.js";
import type { Const } from "../constants.js";
import { int, isSmallInt, NONE, SINGLETONS, str } from "../constants.js";
import type { PreludeFunction } from "../environment.js";
import { builtinsModule } from "../language.js";
import { lineTableName } from "../line-table.js";
import { moduleName } from "../literal-code.js";
import type { ScopeSymbol } from "../scope.js";
import type { Static } from "./bound-once.js";
import { moduleOfName, staticConst, staticOfGlobal, staticOfName, targetOfGlobal } from "./known.js";
import type { FunctionState, ModuleState } from "./state.js";
import { docstringOf } from "./walk.js";

/** Puts a constant into a register. */
export function loadConstant(f: FunctionState, value: Const, into: number | null = null): number {
  const register = into ?? f.temporary();
  if (value.kind === "int" && value.value >= -32768n && value.value <= 32767n && isSmallInt(value.value)) {
    f.code.emit("LOADI", register, Number(value.value));
  } else if (value.kind in SINGLETONS) {
    f.code.emit("LOADS", register, SINGLETONS[value.kind as keyof typeof SINGLETONS]);
  } else f.code.emit("LOADK", register, f.code.constant(value));
  return register;
}

/** Where a name lives, as code generation sees it. */
type Place =
  | { readonly kind: "register"; readonly register: number }
  | { readonly kind: "cell"; readonly register: number }
  | { readonly kind: "captured"; readonly index: number }
  | { readonly kind: "global"; readonly slot: number }
  | { readonly kind: "value"; readonly value: Const }
  | { readonly kind: "static"; readonly known: Static }
  | { readonly kind: "module"; readonly module: ModuleState };

/** A name of this scope. It is there for every name the scopes know. */
function symbolOf(f: FunctionState, id: string): ScopeSymbol | undefined {
  return f.scope.lookup(id);
}

/** True for a name that a class body keeps in its namespace. */
function isInNamespace(f: FunctionState, id: string): boolean {
  if (f.namespace < 0) return false;
  const symbol = symbolOf(f, id);
  return symbol?.isBound === true && !symbol.declaredGlobal && !symbol.declaredNonlocal;
}

/** What a module's `__package__` is. */
export function packageName(module: ModuleState): Const {
  if (module.name === "__main__") return NONE;
  return str(module.isPackage ? module.name : module.name.split(".").slice(0, -1).join("."));
}

/** The value of a name that no statement of the module binds; null if it is nothing known. */
export function builtinNameValue(f: FunctionState, id: string): Const | null {
  if (id === "__name__") return str(f.module.name);
  if (id === "__file__") return str(f.module.source.path);
  if (id === "__doc__") {
    const doc = docstringOf(f.module.tree.body);
    return doc === null ? NONE : str(doc);
  }
  if (id === "__package__") return packageName(f.module);
  if (id === "__debug__") return { kind: "true" };
  if (id === lineTableName && f.module.isLibrary) return { kind: "lines" };
  if (id === moduleName) return f.program.moduleValue(f.module);
  if (id === "_argv") f.program.readsArguments = true;
  return f.module.environment.builtin(id);
}

/** A name that the machine does not have, and the library's builtins do. Its hidden names are for the library alone. */
function languagePlace(f: FunctionState, name: string): Place | null {
  const module = f.program.language.get(name);
  if (!module || module === f.module || (!f.module.isLibrary && (name.startsWith("_") || module.name !== builtinsModule))) return null;
  return placeInModule(module, name);
}

function placeInModule(module: ModuleState, name: string): Place {
  const known = staticOfGlobal(module, name);
  return known ? { kind: "static", known } : { kind: "global", slot: module.globalSlot(name) };
}

/** Loads one of the library's builtins, a hidden one too, that the compiler itself needs and `uses.ts` has asked for. */
export function loadLanguage(f: FunctionState, name: string, into: number | null = null): number {
  const module = f.program.language.get(name);
  if (!module) throw new Error(`the library's builtins lack ${name}`);
  return loadPlace(f, placeInModule(module, name), name, into);
}

function placeOf(f: FunctionState, id: string): Place {
  const name = f.scope.mangle(id);
  const resolution = symbolOf(f, id)?.resolution ?? "builtin";
  const module = moduleOfName(f, id);
  if (module) return { kind: "module", module };
  const known = staticOfName(f, id);
  if (known) return { kind: "static", known };
  if (resolution === "local" || resolution === "cell" || resolution === "free") {
    const register = f.locals.get(name);
    if (register !== undefined) return { kind: f.isCell(name) ? "cell" : "register", register };
    const index = f.captured.get(name);
    if (index !== undefined) return { kind: "captured", index };
  }
  if (!f.module.binds(name) || f.module.isPrelude) {
    const value = builtinNameValue(f, name);
    if (value !== null) return { kind: "value", value };
    const place = languagePlace(f, name);
    if (place) return place;
  }
  if (f.module.isPrelude) f.module.error("NP210", symbolOf(f, id)?.span ?? f.module.tree.span, `the prelude has no '${name}'`);
  return { kind: "global", slot: f.module.globalSlot(name) };
}

/** What a name is at compile time, if it is known: a builtin, or a member of a builtin module. */
export function knownName(f: FunctionState, id: string): { value: Const; called: PreludeFunction | null } | null {
  if (isInNamespace(f, id)) return null;
  const place = placeOf(f, id);
  if (place.kind === "value") return { value: place.value, called: f.module.environment.preludeBuiltin(f.scope.mangle(id)) };
  if (place.kind === "static") {
    const value = staticConst(place.known);
    return { value, called: f.program.libraryEnvironment.preludeFunctionOf(value) };
  }
  return null;
}

/** True when `id` is the builtin of this name. */
export function isBuiltin(f: FunctionState, id: string): boolean {
  return !isInNamespace(f, id) && placeOf(f, id).kind === "value";
}

/** The number of the global that a name is, if it is one. */
export function globalOf(f: FunctionState, id: string): number | null {
  if (isInNamespace(f, id)) return null;
  const place = placeOf(f, id);
  return place.kind === "global" ? place.slot : null;
}

/** The register of a name that can be written directly; null for names that live elsewhere. */
export function directRegister(f: FunctionState, id: string): number | null {
  if (isInNamespace(f, id)) return null;
  const place = placeOf(f, id);
  return place.kind === "register" ? place.register : null;
}

/** Reads a name. A local that nothing disturbs is read where it is. */
export function loadName(f: FunctionState, node: Name, into: number | null = null): number {
  const name = f.scope.mangle(node.id);
  if (isInNamespace(f, node.id)) return loadFromNamespace(f, node.id, name, into);
  return loadPlace(f, placeOf(f, node.id), name, into);
}

function loadPlace(f: FunctionState, place: Place, name: string, into: number | null): number {
  if (place.kind === "value") return loadConstant(f, place.value, into);
  if (place.kind === "static") return loadConstant(f, staticConst(place.known), into);
  if (place.kind === "module") return loadConstant(f, f.program.moduleValue(place.module), into);
  if (place.kind === "register") {
    if (f.bound && !f.bound.has(name)) {
      f.code.emit("CHECK", place.register, f.code.name(name));
      f.bound.add(name);
    }
    if (into === null && !f.unsteady.has(name)) return place.register;
    const register = into ?? f.temporary();
    f.move(register, place.register);
    return register;
  }
  const register = into ?? f.temporary();
  if (place.kind === "cell") f.code.emit("GETCELL", register, place.register, f.code.name(name));
  else if (place.kind === "captured") f.code.emit("GETFREE", register, place.index, f.code.name(name));
  else f.code.emit("GETG", register, place.slot);
  return register;
}

/** In a class body: the namespace first, then what is around the class. */
function loadFromNamespace(f: FunctionState, id: string, name: string, into: number | null): number {
  const register = f.temporary();
  f.code.emit("GETNAME", register, f.namespace, f.code.name(name));
  if (!f.bound?.has(name)) {
    const found = f.code.label();
    f.code.jump("JDEF", found, register);
    loadPlace(f, outsidePlace(f, id, name), name, register);
    f.code.bind(found);
  }
  if (into === null) return register;
  f.move(into, register);
  return into;
}

/** A name of a class body that the namespace does not have is the module's or a builtin. */
function outsidePlace(f: FunctionState, id: string, name: string): Place {
  const module = targetOfGlobal(f.module, id);
  if (module) return { kind: "module", module };
  const known = staticOfGlobal(f.module, id);
  if (known) return { kind: "static", known };
  if (!f.module.binds(name) || f.module.isPrelude) {
    const value = builtinNameValue(f, id);
    if (value !== null) return { kind: "value", value };
    const place = languagePlace(f, name);
    if (place) return place;
  }
  return { kind: "global", slot: f.module.globalSlot(name) };
}

/** Binds a name to what a register holds. */
export function storeName(f: FunctionState, id: string, register: number): void {
  const name = f.scope.mangle(id);
  if (isInNamespace(f, id)) {
    f.scoped(() => f.code.emit("SETITEM", f.namespace, loadConstant(f, str(name)), register));
  } else {
    const place = placeOf(f, id);
    if (place.kind === "register") f.move(place.register, register);
    else if (place.kind === "cell") f.code.emit("SETCELL", place.register, register);
    else if (place.kind === "captured") f.code.emit("SETFREE", place.index, register);
    else f.code.emit("SETG", register, place.kind === "global" ? place.slot : f.module.globalSlot(name));
  }
  f.bound?.add(name);
}

/** `del name`: an error if it is unbound. */
export function deleteName(f: FunctionState, id: string): void {
  const name = f.scope.mangle(id);
  if (isInNamespace(f, id)) {
    f.scoped(() => {
      if (!f.bound?.has(name)) loadFromNamespaceOrFail(f, name);
      f.code.emit("DELITEM", f.namespace, loadConstant(f, str(name)));
    });
  } else {
    const place = placeOf(f, id);
    if (place.kind === "register") {
      if (f.bound && !f.bound.has(name)) f.code.emit("CHECK", place.register, f.code.name(name));
      f.code.emit("CLEAR", place.register);
    } else if (place.kind === "cell") {
      f.scoped(() => f.code.emit("GETCELL", f.temporary(), place.register, f.code.name(name)));
      f.code.emit("CLEARCELL", place.register);
    } else if (place.kind === "captured") {
      f.scoped(() => f.code.emit("GETFREE", f.temporary(), place.index, f.code.name(name)));
      f.code.emit("CLEARFREE", place.index);
    } else deleteGlobal(f, name, place.kind === "global" ? place.slot : f.module.globalSlot(name));
  }
  f.bound?.delete(name);
}

/** The builtin of a name that the module binds. */
function placeBehind(f: FunctionState, name: string): Place | null {
  const builtin = f.module.environment.builtin(name);
  return builtin === null ? languagePlace(f, name) : { kind: "value", value: builtin };
}

/** Behind a deleted global the builtin of that name shows again. */
function deleteGlobal(f: FunctionState, name: string, slot: number): void {
  const place = placeBehind(f, name);
  if (place === null) f.code.emit("DELG", 0, slot);
  else f.scoped(() => f.code.emit("SETG", loadPlace(f, place, name, null), slot));
}

/** At the start of a module: its globals that are named like builtins are those until the module binds them. */
export function bindBuiltins(f: FunctionState): void {
  // The library reads no name of its own before it has bound it.
  if (f.module.isLibrary) return;
  for (const name of new Set([...f.module.bindings.names.keys(), ...f.module.assigned])) {
    if (targetOfGlobal(f.module, name) || staticOfGlobal(f.module, name)) continue;
    if (placeBehind(f, name) !== null) deleteGlobal(f, name, f.module.globalSlot(name));
  }
}

/** Raises NameError where the class namespace has no such name: the name's global is asked, which says it. */
function loadFromNamespaceOrFail(f: FunctionState, name: string): void {
  const register = f.temporary();
  const found = f.code.label();
  f.code.emit("GETNAME", register, f.namespace, f.code.name(name));
  f.code.jump("JDEF", found, register);
  f.code.emit("GETG", register, f.program.unboundGlobal(name));
  f.code.bind(found);
}

/** Unbinds the name of `except … as name`: no error if the handler has done so already. */
export function unbindName(f: FunctionState, id: string): void {
  const name = f.scope.mangle(id);
  const place = isInNamespace(f, id) ? null : placeOf(f, id);
  if (place?.kind === "register") f.code.emit("CLEAR", place.register);
  else if (place?.kind === "cell") f.code.emit("CLEARCELL", place.register);
  else if (place?.kind === "captured") f.code.emit("CLEARFREE", place.index);
  else {
    f.scoped(() => storeName(f, id, loadConstant(f, { kind: "none" })));
    deleteName(f, id);
  }
  f.bound?.delete(name);
}

/** Loads an integer. */
export const loadInt = (f: FunctionState, value: number, into: number | null = null): number => loadConstant(f, int(value), into);
