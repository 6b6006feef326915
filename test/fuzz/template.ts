/**
 * Pieces of programs as Python text with holes: `«Int»` is an expression of that type, `«Int0»` a plain one that does not raise, `«-3..5»` a number,
 * `«a¦b¦Str»` one of these (an alternative may be a hole), and `$x` a name of this piece's own.
 */
import type { Part } from "./tree.js";
import { type Type, types, type Values } from "./values.js";

const HOLE = /«([^«»]*)»/;
const RANGE = /^(-?\d+)\.\.(-?\d+)$/;
const TYPED = new RegExp(`^(any|${types.join("|")})(0?)$`);

function choice(hole: string, values: Values): string {
  const { random } = values;
  const chosen = random.pick(hole.split("¦"));
  const bounds = RANGE.exec(chosen);
  if (bounds) return String(random.between(Number(bounds[1]), Number(bounds[2])));
  const typed = /^[A-Z]/.test(chosen) ? TYPED.exec(chosen[0]!.toLowerCase() + chosen.slice(1)) : null;
  if (!typed) return chosen;
  const depth = typed[2] === "0" ? 0 : 1;
  return typed[1] === "any" ? values.any(depth) : values.of(typed[1] as Type, depth);
}

/** Fills the holes, the innermost first. */
export function fill(template: string, values: Values, fresh: (prefix: string) => string): string {
  let text = template;
  for (let hole = HOLE.exec(text); hole !== null; hole = HOLE.exec(text)) {
    const rest = text.slice(hole.index + hole[0].length);
    const chosen = choice(hole[1]!, values);
    text = text.slice(0, hole.index) + (rest.startsWith(".") && /^[-\d]/.test(chosen) ? `(${chosen})` : chosen) + rest;
  }
  const names = new Map<string, string>();
  return text.replaceAll(/\$([A-Za-z]+)/g, (_, name: string) => {
    const known = names.get(name) ?? fresh(name);
    names.set(name, known);
    return known;
  });
}

/** Lines of a text as statements and blocks, so that parts of them can be left out. */
export function partsOf(text: string): Part[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  let next = 0;
  const depthOf = (line: string): number => /^ */.exec(line)![0].length;
  const block = (depth: number): Part[] => {
    const parts: Part[] = [];
    while (next < lines.length && depthOf(lines[next]!) === depth) {
      let head = lines[next++]!.trim();
      while (head.startsWith("@") && next < lines.length && !/:$/.test(head)) head += `\n${lines[next++]!.trim()}`;
      if (next >= lines.length || depthOf(lines[next]!) <= depth) parts.push(head);
      else {
        const made = { head, body: block(depthOf(lines[next]!)) };
        const before = parts.at(-1);
        if (/^(?:elif|else|except|finally)\b/.test(head) && Array.isArray(before)) before.push(made);
        else parts.push([made]);
      }
    }
    return parts;
  };
  return block(depthOf(lines[0] ?? ""));
}
