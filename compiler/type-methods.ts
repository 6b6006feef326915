/** `"".maketrans(…)`, `{}.fromkeys(…)`: methods of a type, called on a literal, are called on the type, which takes no value of it. */
import type { Attribute, Expression, Module } from "./ast.js";
import { walk } from "./lower/walk.js";
import { namesBoundIn } from "./names.js";
import type { SourceFile } from "./source.js";

const METHODS: ReadonlySet<string> = new Set(["maketrans", "fromkeys", "fromhex", "from_bytes"]);

function typeOfLiteral(node: Expression): string | null {
  if (node.kind === "Dict") return "dict";
  if (node.kind === "JoinedStr") return "str";
  if (node.kind !== "Constant") return null;
  const { type } = node.value;
  return type === "str" || type === "bytes" || type === "int" || type === "float" ? type : null;
}

/** Puts the types in place, in a module that binds none of their names itself. */
export function callOnTypes(module: Module, source: SourceFile): Module {
  if (!/\b(?:maketrans|fromkeys|fromhex|from_bytes)\b/.test(source.text)) return module;
  const found: [node: Attribute, id: string][] = [];
  for (const node of walk(module)) {
    const id = node.kind === "Attribute" && METHODS.has(node.attr) ? typeOfLiteral(node.value) : null;
    if (id !== null) found.push([node as Attribute, id]);
  }
  if (found.length === 0) return module;
  const bound = namesBoundIn(module);
  for (const [node, id] of found)
    if (!bound.has(id) && !bound.has("*")) (node as { value: Expression }).value = { kind: "Name", id, ctx: "Load", span: node.value.span };
  return module;
}
