/**
 * The function that an executed text becomes: `def unit(.n, .g)`, whose names live in two objects of the library (`_code.py`). `.n` looks into
 * the locals, the globals and the builtins and stores into the locals: what a name at the text's own top level does. `.g` is for the globals, which is
 * what the text's functions and classes see. All else is a function like any other: its own locals are registers, and `def f` binds one, which is then stored.
 */
import type { Module, Node } from "./ast.js";
import { walk } from "./lower/walk.js";

/** The name by which the table imports it. */
export const unitName = "unit";

/** The objects, as parameters of the function. */
export const NAMES = ".n";
export const GLOBALS = ".g";

/** The name that an expression looks up in one of the two objects; null for anything else. */
export function nameInCode(node: Node): string | null {
  const [object, key] =
    node.kind === "Subscript"
      ? [node.value, node.slice]
      : node.kind === "Call" && node.func.kind === "Attribute"
        ? [node.func.value, node.args[0]]
        : [];
  if (object?.kind !== "Name" || (object.id !== NAMES && object.id !== GLOBALS)) return null;
  return key?.kind === "Constant" && key.value.type === "str" ? key.value.value : null;
}

/** The names that a text asks for, and those that it binds, in its globals or at its own top level, which may be the globals. */
export function namesIn(unit: Module): { asks: Set<string>; binds: Set<string> } {
  const asks = new Set<string>();
  const binds = new Set<string>();
  for (const node of walk(unit)) {
    const found = nameInCode(node);
    if (found === null) continue;
    asks.add(found);
    const isPut = node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr === "put";
    if (isPut || (node.kind === "Subscript" && node.ctx !== "Load")) binds.add(found);
  }
  return { asks, binds };
}
