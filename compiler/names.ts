/** What expressions name, and which names a module binds anywhere: what changes the meaning of builtins' names asks it first. */
import type { Node } from "./ast.js";
import { walk } from "./lower/walk.js";

/** The last name of `name` or `object.name`; null for anything else. */
export const nameOf = (node: Node): string | null => (node.kind === "Name" ? node.id : node.kind === "Attribute" ? node.attr : null);

/** The names; `*` where all of a module is imported. */
export function namesBoundIn(root: Node): ReadonlySet<string> {
  const bound = new Set<string>();
  for (const node of walk(root)) for (const name of boundBy(node)) bound.add(name);
  return bound;
}

function boundBy(node: Node): string[] {
  switch (node.kind) {
    case "Name":
      return node.ctx === "Load" ? [] : [node.id];
    case "FunctionDef":
    case "ClassDef":
      return [node.name];
    case "arg":
      return [node.arg];
    case "alias":
      return [node.asname ?? node.name];
    default:
      return [];
  }
}
