/** Imports, and names that are known to mean a module or a member of one. */
import type { Alias, Attribute, Expression, Import, ImportFrom, Name } from "../ast.js";
import { type BuiltinModule, builtinModule, type Member, offeredMembers } from "../builtin-modules.js";
import { type Const, str } from "../constants.js";
import type { PreludeFunction } from "../environment.js";
import type { Scope } from "../scope.js";
import { type Binding, type Bindings, bindingsOf, boundName } from "./bindings.js";
import { callIntrinsic } from "./intrinsics.js";
import { loadConstant, storeName } from "./names.js";
import type { FunctionState, ImportTarget, ModuleState } from "./state.js";

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
  if (!bindings) return module.starNames.has(name);
  const isOwnSubmodule = (binding: Binding): boolean =>
    binding.kind === "import" &&
    binding.statement.kind === "ImportFrom" &&
    binding.alias.name === name &&
    fromModuleName(module, binding.statement) === module.name;
  return !bindings.every(isOwnSubmodule);
}

const ofFunction = new WeakMap<Scope, Bindings>();

/** The bindings of the scope in which `id` lives; null for names that no statement alone can tell. */
function bindingsFor(f: FunctionState, id: string): Bindings | null {
  const symbol = f.scope.lookup(id);
  if (symbol === undefined || f.module.isPrelude) return null;
  if (symbol.resolution === "global" || f.scope.kind === "module") return f.module.bindings.names;
  if (symbol.resolution === "builtin") return null;
  let scope: Scope | null = f.scope;
  const name = symbol.name;
  while (scope && !(scope.isFunctionLike && ["local", "cell"].includes(scope.symbols.get(name)?.resolution ?? ""))) scope = scope.parent;
  if (scope?.node.kind !== "FunctionDef" || scope.symbols.get(name)?.isParameter) return null;
  let bindings = ofFunction.get(scope);
  if (!bindings) {
    bindings = bindingsOf(scope.node.body);
    ofFunction.set(scope, bindings);
  }
  return bindings;
}

/** What one alias of an import statement makes of its name, if that is a module. */
function targetOf(module: ModuleState, statement: Import | ImportFrom, alias: Alias, depth = 0): ImportTarget | null {
  if (statement.kind === "Import") {
    const name = alias.asname === null ? alias.name.split(".")[0]! : alias.name;
    return findModule(module, name);
  }
  const base = fromModuleName(module, statement);
  if (base === null) return null;
  const from = module.resolve.get(base);
  if (!from) return null;
  return bindsItself(from, alias.name) ? targetOfGlobal(from, alias.name, depth + 1) : findModule(module, `${base}.${alias.name}`);
}

function findModule(module: ModuleState, name: string): ImportTarget | null {
  const user = module.resolve.get(name);
  if (user) return { kind: "user", module: user };
  const builtin = builtinModule(name);
  return builtin ? { kind: "builtin", module: builtin } : null;
}

/** How far names are followed from module to module. */
const MOST_STEPS = 50;

/** The module that a global of a module is for certain: only imports of it bind the name. */
function targetOfGlobal(module: ModuleState, name: string, depth: number): ImportTarget | null {
  if (depth > MOST_STEPS) return null;
  const bindings = module.bindings.names.get(name);
  if (bindings) return targetOfBindings(module, bindings, depth);
  const origin = module.starNames.get(name);
  return origin ? targetOfGlobal(origin, name, depth + 1) : null;
}

function targetOfBindings(module: ModuleState, bindings: readonly Binding[], depth: number): ImportTarget | null {
  let target: ImportTarget | null = null;
  for (const binding of bindings) {
    if (binding.kind !== "import") return null;
    const next = targetOf(module, binding.statement, binding.alias, depth);
    if (next === null || (target !== null && next.module !== target.module)) return null;
    target = next;
  }
  return target;
}

const knownModules = new WeakMap<Expression, { target: ImportTarget | null }>();
const knownMembers = new WeakMap<Expression, { member: Member | null }>();

/** The module that an expression is for certain: a name that only imports of it bind, or a submodule of such a one. */
export function moduleOf(f: FunctionState, expression: Expression): ImportTarget | null {
  if (expression.kind !== "Attribute" && expression.kind !== "Name") return null;
  let known = knownModules.get(expression);
  if (!known) {
    known = { target: expression.kind === "Name" ? moduleOfName(f, expression) : moduleOfAttribute(f, expression) };
    knownModules.set(expression, known);
  }
  return known.target;
}

function moduleOfAttribute(f: FunctionState, expression: Attribute): ImportTarget | null {
  const outer = moduleOf(f, expression.value);
  if (outer?.kind !== "user") return null;
  if (outer.module.binds(expression.attr)) return targetOfGlobal(outer.module, expression.attr, 0);
  const inner = f.module.resolve.get(`${outer.module.name}.${expression.attr}`);
  return inner ? { kind: "user", module: inner } : null;
}

function moduleOfName(f: FunctionState, { id }: Name): ImportTarget | null {
  if (f.namespace >= 0) return null;
  const bindings = bindingsFor(f, id);
  const found = bindings?.get(id);
  if (found) return targetOfBindings(f.module, found, 0);
  const isGlobal = bindings === null || bindings === f.module.bindings.names;
  return isGlobal && f.module.starNames.has(id) && isOutside(f, id) ? targetOfGlobal(f.module, id, 0) : null;
}

/** True for a name that no function around binds. */
const isOutside = (f: FunctionState, id: string): boolean => ["global", "builtin"].includes(f.scope.lookup(id)?.resolution ?? "builtin");

/** The member of a builtin module that an expression is for certain. */
function memberOf(f: FunctionState, expression: Expression): Member | null {
  let known = knownMembers.get(expression);
  if (!known) {
    known = { member: findMember(f, expression) };
    knownMembers.set(expression, known);
  }
  return known.member;
}

function findMember(f: FunctionState, expression: Expression): Member | null {
  if (expression.kind === "Name") {
    if (f.namespace >= 0) return null;
    const found = bindingsFor(f, expression.id)?.get(expression.id);
    const binding = found?.length === 1 ? found[0] : undefined;
    if (binding?.kind !== "import" || binding.statement.kind !== "ImportFrom") return null;
    const name = fromModuleName(f.module, binding.statement);
    if (name === null || f.module.resolve.has(name)) return null;
    return offered(f, builtinModule(name)?.members, binding.alias.name);
  }
  if (expression.kind !== "Attribute") return null;
  const module = moduleOf(f, expression.value);
  if (module?.kind === "builtin") return offered(f, module.module.members, expression.attr);
  if (module !== null) return null;
  const outer = memberOf(f, expression.value);
  return outer?.kind === "namespace" ? offered(f, outer.members, expression.attr) : null;
}

function offered(f: FunctionState, members: ReadonlyMap<string, Member> | undefined, name: string): Member | null {
  const member = members?.get(name);
  if (!member) return null;
  const isThere =
    (member.kind !== "function" && member.kind !== "computed") || f.program.environment.preludeFunction(member.prelude) !== null;
  return isThere ? member : null;
}

/** True for a call that only hands on its one argument: `const(5)`. */
export const isIdentity = (f: FunctionState, callee: Expression): boolean => memberOf(f, callee)?.kind === "identity";

/** The function of the prelude, or value, that a member of a builtin module is; null for anything else. */
export function knownMemberValue(f: FunctionState, expression: Expression): { value: Const; called: PreludeFunction | null } | null {
  const member = memberOf(f, expression);
  if (member?.kind === "value") return { value: member.value, called: null };
  if (member?.kind !== "function") return null;
  const called = f.program.environment.preludeFunction(member.prelude)!;
  return { value: called.value, called };
}

/** True for a name that stands for a builtin module or a member of one, so that no register or global needs to be read. */
export function knownModuleName(f: FunctionState, node: Name): boolean {
  if (f.scope.kind === "class") return false;
  const member = memberOf(f, node);
  if (member) return member.kind !== "computed";
  return moduleOf(f, node)?.kind === "builtin";
}

/** What to write instead of `print(…, file=sys.stderr)` and its likes; undefined for what is no stream. */
const streamHint = (member: Member | null, name: string): string | undefined =>
  member?.kind === "namespace" && member.members.has("write") ? `no stream is a value here: write ${name}.write(text)` : undefined;

/** Loads what {@link knownModuleName} found. */
export function knownMember(f: FunctionState, node: Name, into: number | null): number {
  const known = knownMemberValue(f, node);
  if (known) return loadConstant(f, known.value, into);
  const hint = streamHint(memberOf(f, node), node.id) ?? "a module of the machine is no object";
  f.error("NP203", node, `'${node.id}' can only be used as '${node.id}.name' or called`, hint);
  return into ?? f.temporary();
}

/** Loads an attribute of a known module or of a member of one; null if `node` is no such thing. */
export function loadModuleAttribute(f: FunctionState, node: Attribute, into: number | null): number | null {
  const member = memberOf(f, node);
  if (member?.kind === "computed") return compute(f, member.prelude, into);
  const known = knownMemberValue(f, node);
  if (known) return loadConstant(f, known.value, into);
  if (member) {
    f.error(
      "NP203",
      node,
      `'${node.attr}' of a builtin module can only be called or asked for its own attributes`,
      streamHint(member, `sys.${node.attr}`),
    );
    return into ?? f.temporary();
  }
  const submodule = moduleOf(f, node);
  if (submodule?.kind === "user") return loadConstant(f, f.program.moduleValue(submodule.module), into);
  const module = moduleOf(f, node.value);
  if (module === null) return null;
  if (module.kind === "builtin") {
    noSuchMember(f, node, module.module, node.attr);
    return into ?? f.temporary();
  }
  if (!module.module.binds(node.attr)) {
    if (!module.module.isLibrary || isOfEveryModule(node.attr)) return null;
    noSuchName(f.module, node, module.module, node.attr);
    return into ?? f.temporary();
  }
  const register = into ?? f.temporary();
  f.code.emit("GETG", register, module.module.globalSlot(node.attr));
  return register;
}

/** The global that an attribute of a known module of the program is; null otherwise. */
export function moduleGlobal(f: FunctionState, node: Attribute): number | null {
  const module = moduleOf(f, node.value);
  if (module?.kind !== "user" || !module.module.binds(node.attr)) return null;
  return module.module.globalSlot(node.attr);
}

function noSuchMember(f: FunctionState, node: { span: Attribute["span"] }, module: BuiltinModule, name: string): void {
  const names = offeredMembers(module.members, (prelude) => f.program.environment.preludeFunction(prelude) !== null);
  f.error("NP202", node, `module '${module.name}' has no '${name}'`, names.length > 0 ? `it has: ${names.sort().join(", ")}` : undefined);
}

/** Attributes like `__name__`, which no statement binds. */
const isOfEveryModule = (name: string): boolean => name.startsWith("__") && name.endsWith("__");

/** Reports a name that a module of the library does not have. */
export function noSuchName(user: ModuleState, node: { span: Attribute["span"] }, library: ModuleState, name: string): void {
  const names = [...library.definitions].filter((known) => !known.startsWith("_")).sort();
  user.error("NP202", node.span, `module '${library.name}' has no '${name}'`, `it has: ${names.join(", ")}`);
}

/** Runs a module's body, unless it has been run. */
export function runModule(f: FunctionState, module: ModuleState): void {
  const { body } = module;
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

function bindModule(f: FunctionState, name: string, module: ModuleState): void {
  f.scoped(() => storeName(f, name, loadConstant(f, f.program.moduleValue(module))));
}

function missing(f: FunctionState, name: string): void {
  f.scoped(() => callIntrinsic(f, "_import_missing", [loadConstant(f, str(name))]));
}

export function lowerImport(f: FunctionState, statement: Import): void {
  for (const alias of statement.names) {
    const target = targetOf(f.module, statement, alias);
    if (target?.kind === "builtin") {
      f.bound?.add(f.scope.mangle(boundName(statement, alias)));
    } else if (target && runChain(f, alias.name)) bindModule(f, boundName(statement, alias), target.module);
    else missing(f, alias.name);
  }
}

export function lowerImportFrom(f: FunctionState, statement: ImportFrom): void {
  const name = fromModuleName(f.module, statement);
  if (name === null) return;
  const module = f.module.resolve.get(name);
  if (module) {
    runChain(f, name);
    for (const alias of statement.names) importName(f, module, statement, alias);
    return;
  }
  const builtin = builtinModule(name);
  if (!builtin) missing(f, name);
  else if (!builtin.isIgnored) for (const alias of statement.names) importMember(f, builtin, alias);
}

/** One name out of a module of the program. */
function importName(f: FunctionState, module: ModuleState, statement: ImportFrom, alias: Alias): void {
  if (alias.name === "*") {
    for (const [name, origin] of f.module.starNames) {
      if (origin !== module || !f.module.bindings.names.has(name)) continue;
      f.scoped(() => {
        const register = f.temporary();
        f.code.emit("GETG", register, module.globalSlot(name));
        f.code.emit("SETG", register, f.module.slot(name));
      });
    }
    return;
  }
  const name = boundName(statement, alias);
  if (targetOf(f.module, statement, alias)?.kind === "builtin") {
    f.bound?.add(f.scope.mangle(name));
    return;
  }
  const submodule = f.module.resolve.get(`${module.name}.${alias.name}`);
  if (!bindsItself(module, alias.name) && submodule) {
    runModule(f, submodule);
    bindModule(f, name, submodule);
    return;
  }
  f.scoped(() => {
    const isCertain = module.bindings.names.get(alias.name)?.some((binding) => binding.kind !== "import" && binding.isTopLevel) ?? false;
    if (isCertain && !module.imports.has(f.module)) {
      const register = f.temporary();
      f.code.emit("GETG", register, module.globalSlot(alias.name));
      storeName(f, name, register);
    } else {
      const owner = loadConstant(f, f.program.moduleValue(module));
      storeName(f, name, callIntrinsic(f, "_import_from", [owner, loadConstant(f, str(alias.name))]));
    }
  });
}

/** One name out of a builtin module. */
function importMember(f: FunctionState, module: BuiltinModule, alias: Alias): void {
  if (alias.name === "*") {
    f.error("NP204", alias, `'from ${module.name} import *' is not supported`, "import the names that the program uses");
    return;
  }
  const member = offered(f, module.members, alias.name);
  const name = alias.asname ?? alias.name;
  if (!member) noSuchMember(f, alias, module, alias.name);
  else if (member.kind === "value") f.scoped(() => storeName(f, name, loadConstant(f, member.value)));
  else if (member.kind === "function") {
    f.scoped(() => storeName(f, name, loadConstant(f, f.program.environment.preludeFunction(member.prelude)!.value)));
  } else if (member.kind === "computed") f.scoped(() => storeName(f, name, compute(f, member.prelude)));
}

/** Calls the prelude's function behind a member that is computed each time it is read. */
function compute(f: FunctionState, prelude: string, into: number | null = null): number {
  if (prelude === "_sys_argv") f.program.readsArguments = true;
  return callIntrinsic(f, prelude, [], into);
}
