/** Texts that stand in the program, in one piece or several. */
import type { ConstantValue, Expression } from "./ast.js";

/** The text of a constant that may be code. */
export function textOf(value: ConstantValue): string | null {
  if (value.type === "str") return value.value;
  if (value.type !== "bytes") return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(value.value);
  } catch {
    return null;
  }
}

/** A text that is put together of literals. */
export function foldText(node: Expression): string | null {
  if (node.kind === "Constant") return node.value.type === "str" ? node.value.value : null;
  if (node.kind === "JoinedStr") {
    const parts = node.values.map(foldText);
    return parts.includes(null) ? null : parts.join("");
  }
  if (node.kind !== "BinOp" || node.op !== "Add") return null;
  const left = foldText(node.left);
  const right = left === null ? null : foldText(node.right);
  return right === null ? null : left + right;
}

/** What `textwrap.dedent` makes of a text. */
export function dedent(text: string): string {
  const lines = text.replace(/^[ \t]+$/gm, "").split("\n");
  const margins = lines.filter((line) => line !== "").map((line) => /^[ \t]*/.exec(line)![0]);
  let margin = margins[0] ?? "";
  for (const other of margins) while (!other.startsWith(margin)) margin = margin.slice(0, -1);
  return lines.map((line) => line.slice(line === "" ? 0 : margin.length)).join("\n");
}
