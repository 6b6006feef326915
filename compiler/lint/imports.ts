/** NP301: an import whose name nothing uses. */
import type { Node } from "../ast.js";
import { boundName } from "../lower/bindings.js";
import type { ModuleState } from "../lower/state.js";
import { walk } from "../lower/walk.js";
import type { Scope } from "../scope.js";
import type { Report, Surroundings } from "./lint.js";
import { walkScoped } from "./scoped.js";

export function unusedImports(module: ModuleState, report: Report, { modules }: Surroundings): void {
  // A package's __init__.py imports for others; and what another module of the program takes from here is used.
  if (module.isPackage) return;
  const exported = new Set(module.bindings.all ?? []);
  const guarded = guardedImports(module.tree);
  const quoted = quotedNames(module.tree);
  walkScoped(module.tree, module.scopes, (node, scope) => {
    if (node.kind !== "Import" && node.kind !== "ImportFrom") return;
    if (guarded.has(node) || (node.kind === "ImportFrom" && node.module === "__future__")) return;
    for (const alias of node.names) {
      if (alias.name === "*" || (alias.asname !== null && alias.asname === alias.name)) continue;
      const name = boundName(node, alias);
      if (scope.kind === "class" || name.startsWith("_") || quoted.has(name) || module.asked.has(name) || isUsed(scope, scope.mangle(name)))
        continue;
      if (scope.kind === "module" && (exported.has(name) || isTakenElsewhere(module, name, modules))) continue;
      report("NP301", alias.span, `'${alias.name}' is imported and not used`, "remove it: an import costs its module's start, and memory");
    }
  });
}

/** A name is read in its scope or in one inside that finds it there. */
function isUsed(scope: Scope, name: string): boolean {
  const own = scope.symbols.get(name);
  if (own?.isReferenced) return true;
  const isGlobal = own?.resolution === "global";
  const pending = isGlobal ? [root(scope)] : [...scope.children];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const symbol = next.symbols.get(name);
    if (symbol?.isReferenced && (isGlobal ? symbol.resolution === "global" : symbol.resolution === "free" || scope.kind === "module"))
      return true;
    pending.push(...next.children);
  }
  return false;
}

function root(scope: Scope): Scope {
  return scope.parent === null ? scope : root(scope.parent);
}

/** Imports in a `try` or `if` are attempts, which may be made for their effect on what follows. */
function guardedImports(tree: Node): Set<Node> {
  const found = new Set<Node>();
  for (const node of walk(tree)) {
    if (node.kind !== "Try") continue;
    for (const statement of [...node.body, ...node.handlers]) for (const inner of walk(statement)) found.add(inner);
  }
  return found;
}

/** Words of the annotations that are written as strings. */
function quotedNames(tree: Node): Set<string> {
  const words = new Set<string>();
  for (const node of walk(tree)) {
    const annotation =
      node.kind === "arg" || node.kind === "AnnAssign" ? node.annotation : node.kind === "FunctionDef" ? node.returns : null;
    if (!annotation) continue;
    for (const inner of walk(annotation))
      if (inner.kind === "Constant" && inner.value.type === "str")
        for (const word of inner.value.value.match(/\w+/g) ?? []) words.add(word);
  }
  return words;
}

/** Another module of the program imports the name from this one, or reads it as its attribute. */
function isTakenElsewhere(module: ModuleState, name: string, modules: readonly ModuleState[]): boolean {
  for (const other of modules) {
    if (other === module || ![...other.resolve.values()].includes(module)) continue;
    for (const node of walk(other.tree)) {
      if (node.kind === "ImportFrom" && node.names.some((alias) => alias.name === name || alias.name === "*")) return true;
      if (node.kind === "Attribute" && node.attr === name) return true;
    }
  }
  return false;
}
