/** A program as a tree of lines and blocks, so that parts of it can be left out. */

/** A simple statement, or a compound one: its headers, each with what stands under it. */
export type Part = string | { readonly head: string; readonly body: readonly Part[] }[];

function lines(parts: readonly Part[], indent: string, out: string[]): void {
  for (const part of parts) {
    if (typeof part === "string") out.push(...part.split("\n").map((line) => indent + line));
    else {
      for (const { head, body } of part) {
        out.push(...head.split("\n").map((line) => indent + line));
        if (body.length === 0) out.push(`${indent}    pass`);
        else lines(body, `${indent}    `, out);
      }
    }
  }
}

export function render(parts: readonly Part[]): string {
  const out: string[] = [];
  lines(parts, "", out);
  return `${out.join("\n")}\n`;
}

/** Smaller programs that leave out a stretch of statements somewhere, or put a block in its statement's place; the boldest first. */
export function* smaller(parts: readonly Part[]): Generator<Part[]> {
  for (let size = parts.length; size >= 1; size = size >> 1) {
    for (let start = 0; start < parts.length; start += size) yield [...parts.slice(0, start), ...parts.slice(start + size)];
  }
  for (const [index, part] of parts.entries()) {
    if (typeof part === "string") continue;
    const replaced = (changed: readonly Part[]): Part[] => [...parts.slice(0, index), ...changed, ...parts.slice(index + 1)];
    for (const { body } of part) yield replaced(body);
    for (let block = part.length - 1; block >= 1; block--) yield replaced([part.filter((_, other) => other !== block)]);
    for (const [block, { head, body }] of part.entries()) {
      for (const less of smaller(body)) yield replaced([part.map((one, other) => (other === block ? { head, body: less } : one))]);
    }
  }
}
