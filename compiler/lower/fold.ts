/** Constant folding: what CPython's compiler works out beforehand, within its limits, is worked out here, and builtins are constants too. */
import type { BinaryOperator, Call, ConstantValue, Expression, UnaryOperator } from "../ast.js";
import { type Const, FALSE, NONE, TRUE } from "../constants.js";
import { factAskedFor } from "../linked.js";
import { askedOfLibrary, isIdentity, knownStatic } from "./known.js";
import { knownName } from "./names.js";
import type { FunctionState } from "./state.js";

const MOST_INT_BITS = 128;
const MOST_TEXT = 4096;
const MOST_ITEMS = 256;
/** Integers that a double holds exactly. */
const EXACT = 2n ** 53n;

/** A literal's value. */
export function literal(value: ConstantValue): Const {
  switch (value.type) {
    case "int":
      return { kind: "int", value: value.value };
    case "float":
      return { kind: "float", value: value.value };
    case "str":
      return { kind: "str", value: value.value };
    case "bytes":
      return { kind: "bytes", value: value.value };
    case "none":
      return NONE;
    case "true":
      return TRUE;
    case "false":
      return FALSE;
    case "ellipsis":
      return { kind: "ellipsis" };
    default:
      throw new Error("a complex number is no constant of an image");
  }
}

/** The constant that an expression is; null if it is none. */
export function fold(f: FunctionState, expression: Expression): Const | null {
  return f.memo(expression, () => {
    switch (expression.kind) {
      case "Constant":
        return expression.value.type === "complex" ? null : literal(expression.value);
      case "Tuple": {
        const items: Const[] = [];
        for (const item of expression.elts) {
          const value = item.kind === "Starred" ? null : fold(f, item);
          if (value === null) return null;
          items.push(value);
        }
        return { kind: "tuple", items };
      }
      case "UnaryOp": {
        const operand = fold(f, expression.operand);
        return operand && foldUnary(expression.op, operand);
      }
      case "BinOp":
        return foldChain(f, expression);
      case "Name":
        return knownStatic(f, expression)?.value ?? knownName(f, expression.id)?.value ?? null;
      case "Attribute":
        return knownStatic(f, expression)?.value ?? null;
      case "Call": {
        const fact = f.module.isLibrary ? factAskedFor(expression) : null;
        if (fact !== null) return f.program.facts.has(fact) ? TRUE : FALSE;
        const asked = askedOfLibrary(f, expression);
        if (asked && isHasattr(expression)) return asked.has ? TRUE : FALSE;
        if (asked?.has) return fold(f, asked.attribute);
        const [argument] = expression.args;
        const isOnly = expression.args.length === 1 && expression.keywords.length === 0 && argument?.kind !== "Starred";
        return argument && isOnly && isIdentity(f, expression.func) ? fold(f, argument) : null;
      }
      default:
        return null;
    }
  });
}

const isHasattr = ({ func }: Call): boolean => func.kind === "Name" && func.id === "hasattr";

/** A chain of operators nests to the left as deeply as it is long: it is walked in a loop. */
function foldChain(f: FunctionState, expression: Expression): Const | null {
  const steps: Extract<Expression, { kind: "BinOp" }>[] = [];
  let first: Expression = expression;
  while (first.kind === "BinOp") {
    steps.push(first);
    first = first.left;
  }
  let value = fold(f, first);
  for (const step of steps.reverse()) {
    const left: Const | null = value;
    value = f.memo(step, () => {
      const right = left && fold(f, step.right);
      return left && right && foldBinary(step.op, left, right);
    });
  }
  return value;
}

/** A constant's truth. Null where only the machine can tell. */
export function truth(constant: Const): boolean | null {
  switch (constant.kind) {
    case "none":
    case "false":
      return false;
    case "true":
    case "ellipsis":
      return true;
    case "int":
      return constant.value !== 0n;
    case "float":
      return constant.value !== 0;
    case "str":
    case "bytes":
      return constant.value.length > 0;
    case "tuple":
      return constant.items.length > 0;
    default:
      return null;
  }
}

/** The number of an int or bool. */
function integer(constant: Const): bigint | null {
  if (constant.kind === "int") return constant.value;
  if (constant.kind === "true") return 1n;
  return constant.kind === "false" ? 0n : null;
}

function foldUnary(op: UnaryOperator, operand: Const): Const | null {
  if (op === "Not") {
    const value = truth(operand);
    return value === null ? null : value ? FALSE : TRUE;
  }
  if (operand.kind === "float" && op !== "Invert") return { kind: "float", value: op === "USub" ? -operand.value : operand.value };
  const value = integer(operand);
  if (value === null) return null;
  return { kind: "int", value: op === "USub" ? -value : op === "Invert" ? ~value : value };
}

const bits = (value: bigint): number => (value < 0n ? -value : value).toString(2).length;

function foldBinary(op: BinaryOperator, left: Const, right: Const): Const | null {
  const a = integer(left);
  const b = integer(right);
  if (a !== null && b !== null) {
    if (left.kind !== "int" && right.kind !== "int" && ["BitAnd", "BitOr", "BitXor"].includes(op)) return null;
    return foldIntegers(op, a, b);
  }
  const x = left.kind === "float" ? left.value : a;
  const y = right.kind === "float" ? right.value : b;
  if (x !== null && y !== null) return foldFloats(op, x, y);
  if (op === "Add") return foldJoin(left, right);
  if (op === "Mult") return b === null ? (a === null ? null : foldRepeat(right, a)) : foldRepeat(left, b);
  return null;
}

function foldIntegers(op: BinaryOperator, a: bigint, b: bigint): Const | null {
  const result = (value: bigint): Const => ({ kind: "int", value });
  switch (op) {
    case "Add":
      return result(a + b);
    case "Sub":
      return result(a - b);
    case "Mult":
      return a !== 0n && b !== 0n && bits(a) + bits(b) > MOST_INT_BITS ? null : result(a * b);
    case "FloorDiv":
      return b === 0n ? null : result(floorDivide(a, b));
    case "Mod":
      return b === 0n ? null : result(a - floorDivide(a, b) * b);
    case "Div":
      if (b === 0n || a > EXACT || a < -EXACT || b > EXACT || b < -EXACT) return null;
      return { kind: "float", value: Number(a) / Number(b) };
    case "Pow":
      return b < 0n || BigInt(bits(a)) * b > BigInt(MOST_INT_BITS) ? null : result(a ** b);
    case "LShift":
      return b < 0n || BigInt(bits(a)) + b > BigInt(MOST_INT_BITS) ? null : result(a << b);
    case "RShift":
      return b < 0n || b > BigInt(Number.MAX_SAFE_INTEGER) ? null : result(a >> b);
    case "BitAnd":
      return result(a & b);
    case "BitOr":
      return result(a | b);
    case "BitXor":
      return result(a ^ b);
    default:
      return null;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function foldFloats(op: BinaryOperator, a: number | bigint, b: number | bigint): Const | null {
  const isExact = (value: number | bigint) => typeof value === "number" || (value <= EXACT && value >= -EXACT);
  if (!isExact(a) || !isExact(b)) return null;
  const [x, y] = [Number(a), Number(b)];
  const result = (value: number): Const => ({ kind: "float", value });
  if (op === "Add") return result(x + y);
  if (op === "Sub") return result(x - y);
  if (op === "Mult") return result(x * y);
  return op === "Div" && y !== 0 ? result(x / y) : null;
}

function foldJoin(left: Const, right: Const): Const | null {
  if (left.kind === "str" && right.kind === "str") return { kind: "str", value: left.value + right.value };
  if (left.kind === "bytes" && right.kind === "bytes") return { kind: "bytes", value: Uint8Array.from([...left.value, ...right.value]) };
  if (left.kind === "tuple" && right.kind === "tuple") return { kind: "tuple", items: [...left.items, ...right.items] };
  return null;
}

function foldRepeat(sequence: Const, times: bigint): Const | null {
  const count = times < 0n ? 0 : Number(times);
  if (sequence.kind === "str" && sequence.value.length * count <= MOST_TEXT) return { kind: "str", value: sequence.value.repeat(count) };
  if (sequence.kind === "bytes" && sequence.value.length * count <= MOST_TEXT) {
    const bytes = new Uint8Array(sequence.value.length * count);
    for (let index = 0; index < count; index++) bytes.set(sequence.value, index * sequence.value.length);
    return { kind: "bytes", value: bytes };
  }
  if (sequence.kind === "tuple" && sequence.items.length * count <= MOST_ITEMS) {
    return { kind: "tuple", items: Array.from({ length: count }, () => sequence.items).flat() };
  }
  return null;
}
