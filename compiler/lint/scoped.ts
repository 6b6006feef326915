/** Walking a module with the scope that each node stands in. */
import type { Module, Node } from "../ast.js";
import { children, opensScope } from "../lower/walk.js";
import type { Scope, ScopeNode, Scopes } from "../scope.js";

/**
 * Calls `visit` for every node with its scope, outer before inner. What is evaluated outside the scope that its statement opens (decorators,
 * defaults, bases, annotations, the first iterable) is given with that inner scope: a look-up finds it in the parents.
 */
export function walkScoped(tree: Module, scopes: Scopes, visit: (node: Node, scope: Scope) => void): void {
  const pending: [Node, Scope][] = [[tree, scopes.module]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, outer] = next;
    visit(node, outer);
    const scope = opensScope(node) ? scopes.of(node as ScopeNode) : outer;
    for (const child of [...children(node)].reverse()) pending.push([child, scope]);
  }
}

/** The symbol that a name means, seen from a scope: in it or in the first around it that knows the name. */
export function resolve(scope: Scope, id: string): ReturnType<Scope["lookup"]> {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const symbol = at.lookup(id);
    if (symbol) return symbol;
  }
  return undefined;
}
