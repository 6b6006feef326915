/** Walking the tree without knowing its kinds. */
import type { Import, ImportFrom, Module, Node, Statement } from "../ast.js";

export const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "kind" in value && "span" in value;

/** The nodes directly under a node, in the order of its fields. */
export function children(node: Node): Node[] {
  const found: Node[] = [];
  for (const key in node) {
    const value = (node as unknown as Record<string, unknown>)[key];
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) found.push(item);
    } else if (isNode(value)) found.push(value);
  }
  return found;
}

/** A node and everything under it. `enter` may keep it out of a node's inside. */
export function* walk(root: Node, enter: (node: Node) => boolean = () => true): Generator<Node> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    if (node !== root && !enter(node)) continue;
    const inside = children(node);
    for (let index = inside.length - 1; index >= 0; index--) stack.push(inside[index]!);
  }
}

const imports = new WeakMap<Module, (Import | ImportFrom)[]>();

/** The import statements of a module as it was read, found once. */
export function importsIn(tree: Module): readonly (Import | ImportFrom)[] {
  let found = imports.get(tree);
  if (!found) {
    found = [...walk(tree)].filter((node) => node.kind === "Import" || node.kind === "ImportFrom");
    imports.set(tree, found);
  }
  return found;
}

/** True for a node whose inside is another function or class. */
export const opensScope = (node: Node): boolean =>
  node.kind === "FunctionDef" ||
  node.kind === "Lambda" ||
  node.kind === "ClassDef" ||
  node.kind === "ListComp" ||
  node.kind === "SetComp" ||
  node.kind === "DictComp" ||
  node.kind === "GeneratorExp";

/** The text that a body begins with, if it does. */
export function docstringOf([first]: readonly Statement[]): string | null {
  return first?.kind === "Expr" && first.value.kind === "Constant" && first.value.value.type === "str" ? first.value.value.value : null;
}
