import type { TokenType } from "chevrotain";
import type { BinaryOperator, ComparisonOperator, UnaryOperator } from "../ast.js";
import * as T from "../lexer/tokens.js";

/** From loosest to tightest. */
export const Precedence = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  bitOr: 5,
  bitXor: 6,
  bitAnd: 7,
  shift: 8,
  sum: 9,
  term: 10,
  sign: 11,
  power: 12,
} as const;

/** What an operator makes, and how tightly it binds. */
export type Operator =
  | { readonly type: "boolean"; readonly precedence: number; readonly op: "And" | "Or" }
  | { readonly type: "comparison"; readonly precedence: number; readonly op: ComparisonOperator }
  | { readonly type: "binary"; readonly precedence: number; readonly op: BinaryOperator }
  | { readonly type: "unary"; readonly precedence: number; readonly op: UnaryOperator };

function binary(op: BinaryOperator, precedence: number): Operator {
  return { type: "binary", precedence, op };
}

function comparison(op: ComparisonOperator): Operator {
  return { type: "comparison", precedence: Precedence.comparison, op };
}

function unary(op: UnaryOperator, precedence: number): Operator {
  return { type: "unary", precedence, op };
}

/** Operators between two operands. `not in` and `is not` are two tokens and are put together by the parser. */
export const infixOperators = new Map<TokenType, Operator>([
  [T.Or, { type: "boolean", precedence: Precedence.or, op: "Or" }],
  [T.And, { type: "boolean", precedence: Precedence.and, op: "And" }],
  [T.EqualEqual, comparison("Eq")],
  [T.NotEqual, comparison("NotEq")],
  [T.Less, comparison("Lt")],
  [T.LessEqual, comparison("LtE")],
  [T.Greater, comparison("Gt")],
  [T.GreaterEqual, comparison("GtE")],
  [T.In, comparison("In")],
  [T.Is, comparison("Is")],
  [T.Bar, binary("BitOr", Precedence.bitOr)],
  [T.Caret, binary("BitXor", Precedence.bitXor)],
  [T.Ampersand, binary("BitAnd", Precedence.bitAnd)],
  [T.ShiftLeft, binary("LShift", Precedence.shift)],
  [T.ShiftRight, binary("RShift", Precedence.shift)],
  [T.Plus, binary("Add", Precedence.sum)],
  [T.Minus, binary("Sub", Precedence.sum)],
  [T.Star, binary("Mult", Precedence.term)],
  [T.Slash, binary("Div", Precedence.term)],
  [T.SlashSlash, binary("FloorDiv", Precedence.term)],
  [T.Percent, binary("Mod", Precedence.term)],
  [T.At, binary("MatMult", Precedence.term)],
  [T.StarStar, binary("Pow", Precedence.power)],
]);

export const notIn: Operator = comparison("NotIn");
export const isNot: Operator = comparison("IsNot");

/** Operators before an operand. */
export const prefixOperators = new Map<TokenType, Operator>([
  [T.Not, unary("Not", Precedence.not)],
  [T.Plus, unary("UAdd", Precedence.sign)],
  [T.Minus, unary("USub", Precedence.sign)],
  [T.Tilde, unary("Invert", Precedence.sign)],
]);

/** `+=` and its kind. */
export const augmentedOperators = new Map<TokenType, BinaryOperator>([
  [T.PlusEqual, "Add"],
  [T.MinusEqual, "Sub"],
  [T.StarEqual, "Mult"],
  [T.SlashEqual, "Div"],
  [T.SlashSlashEqual, "FloorDiv"],
  [T.PercentEqual, "Mod"],
  [T.AtEqual, "MatMult"],
  [T.StarStarEqual, "Pow"],
  [T.ShiftLeftEqual, "LShift"],
  [T.ShiftRightEqual, "RShift"],
  [T.AmpersandEqual, "BitAnd"],
  [T.CaretEqual, "BitXor"],
  [T.BarEqual, "BitOr"],
]);
