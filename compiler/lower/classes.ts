/**
 * Classes. The plain methods of a class are in its template; whatever else its body does runs in a function that gives the
 * rest of the namespace.
 */
import type { ClassDef, Dict, Expression, FunctionDef, Node, Statement } from "../ast.js";
import { NONE, tuple } from "../constants.js";
import type { FunctionUnit } from "../program.js";
import type { Scope } from "../scope.js";
import { classMade } from "../uses.js";
import { annotatedNames, beginAnnotations, keepsAnnotations, lastName } from "./annotations.js";
import { asksForNamespace, type Bindings, bindingsOf } from "./bindings.js";
import { leave } from "./blocks.js";
import { asksFor, describeClass, isDocumented, qualifiedName } from "./described.js";
import { lowerTuple } from "./displays.js";
import { lowerExpression } from "./expressions.js";
import {
  type ClassContext,
  capture,
  closure,
  constantDefaults,
  constantKeywordDefaults,
  endFunction,
  lowerDecorated,
  lowerFunction,
} from "./functions.js";
import { loadConstant, loadLanguage, storeName } from "./names.js";
import { type ClassAccess, FunctionState } from "./state.js";
import { lowerStatements } from "./statements.js";
import { usesSuperValue } from "./super.js";
import { firstLineOf, giveBack, isTraced, traced, traceLine } from "./trace.js";
import { walk } from "./walk.js";

export function lowerClass(f: FunctionState, node: ClassDef): void {
  f.scoped(() => {
    storeName(
      f,
      node.name,
      lowerDecorated(f, node.decorator_list, (into) => makeClass(f, node, into), node),
    );
  });
}

/** The bases of a class. `metaclass=ABCMeta` is one as well: in the library ABCMeta is ABC. */
function basesOf({ bases, keywords }: ClassDef): readonly Expression[] {
  const value = keywords.find(({ arg }) => arg === "metaclass")?.value;
  const isAbstract = value !== undefined && lastName(value) === "ABCMeta" && !bases.some((base) => lastName(base) === "ABC");
  return isAbstract ? [...bases, value] : bases;
}

/** The keyword arguments of a class statement, as a display. */
const dictOf = ({ span }: ClassDef, keywords: ClassDef["keywords"]): Dict => ({
  kind: "Dict",
  keys: keywords.map(({ arg }) => (arg === null ? null : { kind: "Constant", value: { type: "str", value: arg }, span })),
  values: keywords.map(({ value }) => value),
  span,
});

/** True where a class statement runs once at most, so that its functions can name their class beforehand. */
function isMadeOnce(f: FunctionState): boolean {
  return f.runsOnce && !f.blocks.some((block) => block.kind === "loop");
}

function makeClass(f: FunctionState, node: ClassDef, into: number): void {
  const scope = f.module.scopes.of(node);
  const qualname = qualifiedName(f, node.name);
  const stated = statedModule(node);
  const unit = f.program.newClass(node.name, qualname, stated ?? f.module.shownName);
  const isOnce = isMadeOnce(f);
  const namesCell = usesSuperValue(node) || [...walk(node)].some((inner) => inner.kind === "Name" && inner.id === "__class__");
  const access: ClassAccess = isOnce && !namesCell ? "owner" : "cell";
  const context: ClassContext = { owner: unit, access, qualname };
  const bindings = bindingsOf(node.body);
  const declared = declaredSlots(node);
  unit.isClosed = declared !== null && !declared.includes("__dict__");
  unit.slots = slotsOf(
    f,
    node,
    declared?.map((name) => scope.mangle(name)) ?? [...new Set([...annotatedNames(f.module, node), ...scope.selfAttributes])],
    bindings,
  );

  const methods = node.body.filter((statement): statement is FunctionDef => isTemplateMethod(f, statement, node, bindings, access));
  const annotates = keepsAnnotations(f.module, node) && node.body.some(({ kind }) => kind === "AnnAssign");
  const rest = node.body.filter(
    (statement) =>
      !methods.includes(statement as FunctionDef) &&
      !isEmptyStatement(statement, annotates) &&
      (stated === null || moduleStatement(statement) === null),
  );
  // A traced class tells the lines of the others too.
  const run = isTraced(f) ? node.body.map((each): Statement => (rest.includes(each) ? each : { kind: "Pass", span: each.span })) : rest;
  f.scoped(() => {
    const bases = f.registers.run(2);
    const written = basesOf(node);
    if (written.length === 0) loadConstant(f, tuple([]), bases);
    else f.scoped(() => lowerTuple(f, written, bases));
    const keywords = node.keywords.filter(({ arg }) => arg !== "metaclass");
    const isTold = keywords.length > 0 || (f.program.language.has(classMade) && (written.length > 0 || rest.length > 0));
    const told = isTold ? f.registers.run(3) : -1;
    if (isTold) f.scoped(() => lowerExpression(f, dictOf(node, keywords), told + 2));
    const outerCell = f.classCell;
    const needsCell = access === "cell" && scope.needsClassCell;
    if (needsCell) {
      f.classCell = f.temporary();
      f.code.emit("CLEAR", f.classCell);
      f.code.emit("MKCELL", f.classCell, f.classCell);
    }
    for (const method of methods) {
      const name = scope.mangle(method.name);
      const made = lowerFunction(f, method, context);
      made.defaults = constantDefaults(f, method.args)!;
      made.keywordDefaults = constantKeywordDefaults(f, method.args) ?? [];
      unit.methods.push({ name, unit: made });
    }
    if (run.length > 0) {
      const body = lowerBody(f, scope, run, context, isOnce, needsCell, annotates);
      // The namespace comes into the register behind the bases.
      const callee = f.temporary();
      closure(f, body, callee);
      f.code.emit("CALL", callee, 0);
      f.move(bases + 1, callee);
    } else loadConstant(f, NONE, bases + 1);
    f.code.emit("MKCLASS", into, bases, f.code.narrow({ kind: "class", unit }));
    if (needsCell) f.code.emit("SETCELL", f.classCell, into);
    f.classCell = outerCell;
    describeClass(f, node, into);
    if (isTold) {
      f.move(told + 1, into);
      loadLanguage(f, classMade, told);
      f.code.emit("CALL", told, 2);
    }
  });
}

/** The text that a statement assigns to `__module__`; null for any other statement. */
function moduleStatement(statement: Statement): string | null {
  if (statement.kind !== "Assign" || statement.targets.length !== 1 || statement.value.kind !== "Constant") return null;
  const [target] = statement.targets;
  if (target?.kind !== "Name" || target.id !== "__module__" || statement.value.value.type !== "str") return null;
  return statement.value.value.value;
}

/** The module that a class says it is of, for good: it stands in the template then. */
function statedModule(node: ClassDef): string | null {
  const statements = bindingsOf(node.body).get("__module__") ?? [];
  return statements.length === 1 ? (node.body.map(moduleStatement).find((name) => name !== null) ?? null) : null;
}

/** Statements that leave nothing in the namespace: docstrings, pass, bare annotations that are not kept, `__slots__`. */
function isEmptyStatement(statement: Statement, annotates: boolean): boolean {
  if (statement.kind === "Pass") return true;
  if (statement.kind === "Expr") return statement.value.kind === "Constant";
  if (statement.kind === "AnnAssign") return statement.value === null && statement.target.kind === "Name" && !annotates;
  return statement.kind === "Assign" && statement.targets.every((target) => target.kind === "Name" && target.id === "__slots__");
}

/** A plain `def`: not decorated, its name bound once and read by no other statement of the body, nothing computed or captured. */
function isTemplateMethod(f: FunctionState, statement: Statement, node: ClassDef, bindings: Bindings, access: ClassAccess): boolean {
  if (statement.kind !== "FunctionDef" || statement.decorator_list.length > 0 || isDocumented(f, statement)) return false;
  if (asksFor(f.module, "__annotations__") || (access === "cell" && asksFor(f.module, "__qualname__"))) return false;
  if (bindings.get(statement.name)?.length !== 1) return false;
  const symbol = f.module.scopes.of(node).lookup(statement.name);
  if (symbol?.declaredGlobal || symbol?.declaredNonlocal) return false;
  if (constantDefaults(f, statement.args) === null) return false;
  if (statement.args.kw_defaults.some((value) => value !== null) && constantKeywordDefaults(f, statement.args) === null) return false;
  const scope = f.module.scopes.of(statement);
  if (scope.frees.some((name) => name !== "__class__" || access === "cell")) return false;
  return !node.body.some((other) => other !== statement && reads(other, statement.name));
}

/** True if a statement of a class body may read a name when the body runs. */
function reads(statement: Statement, name: string): boolean {
  const roots =
    statement.kind === "FunctionDef"
      ? [...statement.decorator_list, ...statement.args.defaults, ...statement.args.kw_defaults]
      : [statement];
  const isRead = (inner: Node): boolean => (inner.kind === "Name" && inner.id === name) || asksForNamespace(inner) !== null;
  return roots.some((root) => root !== null && [...walk(root)].some(isRead));
}

/** The function of a class body: gives the namespace. */
function lowerBody(
  parent: FunctionState,
  scope: Scope,
  statements: readonly Statement[],
  context: ClassContext,
  runsOnce: boolean,
  needsCell: boolean,
  annotates: boolean,
): FunctionUnit {
  const unit = parent.program.newFunction(scope.name, parent.unit.file);
  const f = new FunctionState(parent.module, scope, unit, parent, context.qualname);
  f.owner = context.owner;
  f.classAccess = context.access;
  f.runsOnce = runsOnce;
  f.code.line = parent.code.line;
  const names = new Set(scope.frees);
  for (const child of scope.children) for (const name of child.frees) names.add(name);
  names.delete("__class__");
  if (needsCell || (context.access === "cell" && parent.captured.has("__class__"))) names.add("__class__");
  capture(f, parent, [...names]);
  f.namespace = f.registers.local("<namespace>");
  f.code.emit("DICT", f.namespace, f.namespace, 0);
  traced(f, () => {
    if (annotates) beginAnnotations(f);
    traceLine(f, firstLineOf(f));
    lowerStatements(f, statements);
    if (f.isReachable) leave(f, 0, () => giveBack(f, f.namespace, false));
  });
  f.bound = null;
  endFunction(f);
  return unit;
}

/** Names that `__slots__` declares, methods store through `self` or a decorated class annotates, less those that a base of the same module has already. */
function slotsOf(f: FunctionState, node: ClassDef, names: readonly string[], bindings: Bindings): string[] {
  const inherited = inheritedSlots(f, node, new Set());
  const isDescriptor = (name: string) => bindings.get(name)?.some((binding) => binding.kind === "definition") ?? false;
  return names.filter((name) => !inherited.has(name) && !isDescriptor(name) && name !== "__dict__" && name !== "__weakref__");
}

/** The names in `__slots__`, where they are constants; null where there are none, or they are computed. */
function declaredSlots(node: ClassDef): string[] | null {
  for (const statement of node.body) {
    if (statement.kind !== "Assign" || !statement.targets.some((target) => target.kind === "Name" && target.id === "__slots__")) continue;
    const { value } = statement;
    const items =
      value.kind === "Tuple" || value.kind === "List" || value.kind === "Set" ? value.elts : value.kind === "Dict" ? value.keys : [value];
    const names = items.flatMap((item) => (item?.kind === "Constant" && item.value.type === "str" ? [item.value.value] : []));
    return names.length === items.length ? [...new Set(names)] : null;
  }
  return null;
}

/** The slots of the bases that are classes of this module, bound once. */
function inheritedSlots(f: FunctionState, node: ClassDef, seen: Set<ClassDef>): Set<string> {
  const names = new Set<string>();
  if (seen.has(node)) return names;
  seen.add(node);
  for (const base of node.bases) {
    const bindings =
      base.kind === "Name" && f.scope.lookup(base.id)?.resolution === "global" ? f.module.bindings.names.get(base.id) : undefined;
    const binding = bindings?.length === 1 ? bindings[0] : undefined;
    if (binding?.kind !== "definition" || binding.node.kind !== "ClassDef") continue;
    const own = bindingsOf(binding.node.body);
    const baseScope = f.module.scopes.of(binding.node);
    const declared = declaredSlots(binding.node)?.map((name) => baseScope.mangle(name));
    for (const name of [...(declared ?? baseScope.selfAttributes), ...annotatedNames(f.module, binding.node)]) {
      if (!own.get(name)?.some((found) => found.kind === "definition")) names.add(name);
    }
    for (const name of inheritedSlots(f, binding.node, seen)) names.add(name);
  }
  return names;
}
