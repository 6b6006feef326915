/** What a piece of a program asks of the language: the builtin names that it reads, and the names of attributes. */
import type { Node, Statement } from "./ast.js";
import { boundName } from "./lower/bindings.js";
import type { ModuleState } from "./lower/state.js";
import { children } from "./lower/walk.js";
import type { Scope, ScopeNode } from "./scope.js";

export interface Uses {
  /** A name that may mean a builtin. */
  name(id: string): void;
  /** An attribute that is read. */
  attribute(name: string): void;
  /** A str constant. */
  text(value: string): void;
  /** A function whose calls make objects of a builtin type that is rare. */
  makes(type: string): void;
}

const SCOPE_KINDS: ReadonlySet<string> = new Set([
  "Module",
  "FunctionDef",
  "Lambda",
  "ClassDef",
  "ListComp",
  "SetComp",
  "DictComp",
  "GeneratorExp",
]);
const opensScope = (node: Node): node is ScopeNode => SCOPE_KINDS.has(node.kind);

/** What of a node that opens a scope is evaluated outside of it. */
function outside(node: ScopeNode): readonly (Node | null)[] {
  switch (node.kind) {
    case "FunctionDef":
      return [...node.decorator_list, ...node.args.defaults, ...node.args.kw_defaults];
    case "Lambda":
      return [...node.args.defaults, ...node.args.kw_defaults];
    case "ClassDef":
      return [...node.decorator_list, ...node.bases, ...node.keywords];
    case "Module":
      return [];
    default:
      return [node.generators[0]?.iter ?? null];
  }
}

/** Tells what the code under a node of a module uses. */
export function readUses(module: ModuleState, root: Node, uses: Uses): void {
  const outer = new Map<Node, Scope>();
  const skipped = new Set<Node | null>();
  const pending: [node: Node, scope: Scope][] = [[root, module.scopes.module]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, around] = [next[0], outer.get(next[0]) ?? next[1]];
    let scope = around;
    if (opensScope(node)) {
      for (const part of outside(node)) if (part) outer.set(part, around);
      scope = module.scopes.of(node);
      if (scope.isAsync) uses.makes(scope.isGenerator ? "async_generator" : "coroutine");
      // What is asked of an asynchronous generator by the library, in helpers that find attributes by name.
      if (scope.isAsync && scope.isGenerator) for (const name of ["__aiter__", "__anext__"]) uses.attribute(name);
    }
    if (node.kind === "Name" && node.ctx !== "Store" && mayBeBuiltin(module, scope, node)) uses.name(node.id);
    else if (node.kind === "Attribute" && node.ctx !== "Store") uses.attribute(node.attr);
    else if (node.kind === "AugAssign" && node.target.kind === "Attribute") uses.attribute(node.target.attr);
    else if (node.kind === "Constant" && node.value.type === "str") uses.text(node.value.value);
    else if (node.kind === "Constant" && node.value.type === "complex") uses.name("complex");
    // Annotations are not evaluated.
    if (node.kind === "FunctionDef") skipped.add(node.returns);
    else if (node.kind === "arg" || node.kind === "AnnAssign") skipped.add(node.annotation);
    for (const child of children(node)) if (!skipped.has(child)) pending.push([child, scope]);
  }
}

/** Whether a name that is read where it stands may mean a builtin. */
function mayBeBuiltin(module: ModuleState, scope: Scope, node: Node & { kind: "Name" }): boolean {
  const symbol = scope.lookup(node.id);
  const isOfClass = scope.kind === "class" && symbol?.resolution === "local";
  if (!isOfClass && (symbol?.resolution === "cell" || symbol?.resolution === "local" || symbol?.resolution === "free")) return false;
  const bindings = module.bindings.names.get(node.id);
  if (!bindings) return true;
  return !module.isLibrary && (node.ctx === "Del" || node.span.start < boundFrom(module, node.id));
}

const known = new WeakMap<ModuleState, Map<string, number>>();

/** Where the first statement of a module's top level ends that binds a name for certain: behind it the name is no builtin any more. */
function boundFrom(module: ModuleState, name: string): number {
  let ends = known.get(module);
  if (!ends) {
    ends = new Map();
    known.set(module, ends);
    for (const statement of module.tree.body) for (const [bound, end] of boundBy(statement)) if (!ends.has(bound)) ends.set(bound, end);
  }
  return ends.get(name) ?? Number.POSITIVE_INFINITY;
}

/** The names that a statement binds for certain, and where it has done so. */
function boundBy(statement: Statement): [name: string, end: number][] {
  const { end } = statement.span;
  switch (statement.kind) {
    case "FunctionDef":
    case "ClassDef":
      return [[statement.name, statement.kind === "ClassDef" ? end : (statement.body[0]?.span.start ?? end)]];
    case "Assign":
      return statement.targets.flatMap((target): [string, number][] => (target.kind === "Name" ? [[target.id, end]] : []));
    case "AnnAssign":
      return statement.target.kind === "Name" && statement.value ? [[statement.target.id, end]] : [];
    case "Import":
    case "ImportFrom":
      return statement.names.map((alias) => [boundName(statement, alias), end]);
    default:
      return [];
  }
}
