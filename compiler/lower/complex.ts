/** Complex numbers: the literals of `1j`, `1 + 2j`, `-2j` are calls of the library's `complex`, with the parts worked out. */
import type { Expression } from "../ast.js";
import { fold } from "./fold.js";
import { loadConstant, loadLanguage } from "./names.js";
import type { FunctionState } from "./state.js";

interface Parts {
  readonly real: number;
  readonly imag: number;
}

/** The value of an expression that is a complex number for certain; null for any other. */
export function complexParts(f: FunctionState, expression: Expression): Parts | null {
  if (expression.kind === "Constant") return expression.value.type === "complex" ? { real: 0, imag: expression.value.imag } : null;
  if (expression.kind === "UnaryOp" && expression.op === "USub") {
    const inner = complexParts(f, expression.operand);
    return inner && { real: -inner.real, imag: -inner.imag };
  }
  if (expression.kind !== "BinOp" || (expression.op !== "Add" && expression.op !== "Sub")) return null;
  const right = complexParts(f, expression.right);
  const left = right && realPart(f, expression.left);
  if (!right || left === null) return null;
  return expression.op === "Add" ? { real: left + right.real, imag: 0 + right.imag } : { real: left - right.real, imag: 0 - right.imag };
}

/** A real number that a double holds exactly. */
function realPart(f: FunctionState, expression: Expression): number | null {
  const constant = fold(f, expression);
  if (constant?.kind === "float") return constant.value;
  return constant?.kind === "int" && BigInt(Number(constant.value)) === constant.value ? Number(constant.value) : null;
}

export function lowerComplex(f: FunctionState, { real, imag }: Parts, into: number | null): number {
  const result = into ?? f.temporary();
  f.scoped(() => {
    const base = f.registers.run(3);
    loadLanguage(f, "complex", base);
    loadConstant(f, { kind: "float", value: real }, base + 1);
    loadConstant(f, { kind: "float", value: imag }, base + 2);
    f.code.emit("CALL", base, 2);
    f.move(result, base);
  });
  return result;
}
