/** Loops. The test stands at the bottom, so that a turn takes one jump. */
import type { Call, Expression, For, While } from "../ast.js";
import type { Label } from "../emit/code.js";
import { iterateAsync } from "./async.js";
import { leave, withoutUnbound } from "./blocks.js";
import { constantItems, jumpIf } from "./conditions.js";
import { lowerExpression } from "./expressions.js";
import { fold, truth } from "./fold.js";
import { directRegister, isBuiltin, loadConstant, loadInt } from "./names.js";
import { type FunctionState, type LoopBlock, meet } from "./state.js";
import { lowerStatements } from "./statements.js";
import { assignTarget } from "./targets.js";
import { isTraced, traceAgain, traceEnd, traceLine, traceNode } from "./trace.js";

function loopBlock(f: FunctionState): LoopBlock {
  return { kind: "loop", breakLabel: f.code.label(), continueLabel: f.code.label(), breakBound: null, continueBound: null };
}

/** `range(…)` with the builtin's name and one to three plain arguments. */
function rangeCall(f: FunctionState, expression: Expression): Call | null {
  if (expression.kind !== "Call" || expression.func.kind !== "Name" || expression.func.id !== "range") return null;
  const { args, keywords } = expression;
  if (keywords.length > 0 || args.length < 1 || args.length > 3 || args.some((arg) => arg.kind === "Starred")) return null;
  return isBuiltin(f, "range") ? expression : null;
}

/** The registers of a loop over `source`, and the instruction that takes the next item. */
function beginIteration(f: FunctionState, source: Expression): { row: "FORRANGE" | "FORITER"; register: number } {
  const range = rangeCall(f, source);
  if (range) {
    const register = f.registers.run(3);
    const values = range.args.length === 1 ? [null, range.args[0]!, null] : [...range.args, null];
    for (const [index, value] of values.slice(0, 3).entries()) {
      if (value) f.scoped(() => lowerExpression(f, value, register + index));
      else loadInt(f, index === 2 ? 1 : 0, register + index);
    }
    f.at(source, () => f.code.emit("RANGE", register));
    return { row: "FORRANGE", register };
  }
  const register = f.temporary();
  const constant = constantItems(f, source);
  f.scoped(() => {
    const iterable = constant ? loadConstant(f, constant) : lowerExpression(f, source);
    f.code.emit("ITER", register, iterable);
  });
  return { row: "FORITER", register };
}

/**
 * Lowers `body` for every item of an iterable (an expression, or a register that holds an iterator). `next` is bound where
 * the next item is taken.
 */
export function iterate(f: FunctionState, target: Expression, source: Expression | number, next: Label, body: () => void): void {
  const { row, register } = typeof source === "number" ? { row: "FORITER" as const, register: source } : beginIteration(f, source);
  const top = f.code.label();
  const { line } = f.code;
  const direct = target.kind === "Name" ? directRegister(f, target.id) : null;
  const item = direct ?? f.temporary();
  const enter = isTraced(f) ? f.code.label() : next;
  traceLine(f, line);
  f.code.jump("JMP", enter);
  f.code.bind(top);
  traceNode(f, target);
  const before = f.bound && new Set(f.bound);
  if (direct !== null && target.kind === "Name") f.bound?.add(f.scope.mangle(target.id));
  else f.at(target, () => assignTarget(f, target, item));
  body();
  f.code.bind(next);
  f.bound = before;
  f.code.line = line;
  traceAgain(f, line);
  if (enter !== next) f.code.bind(enter);
  f.code.jump(row, top, register, item);
  traceEnd(f);
}

export function lowerFor(f: FunctionState, statement: For): void {
  const block = loopBlock(f);
  f.scoped(() => {
    const { target, body, orelse } = statement;
    iterateLoop(f, block, statement, () => {
      (statement.is_async ? iterateAsync : iterate)(f, target, statement.iter, block.continueLabel, () => lowerStatements(f, body));
    });
    lowerStatements(f, orelse);
  });
  endLoop(f, block);
}

/** Runs `body` inside the loop's block; what its statements may unbind is not bound for certain in it. */
function iterateLoop(f: FunctionState, block: LoopBlock, statement: For | While, body: () => void): void {
  f.bound = withoutUnbound(f, f.bound, [statement]);
  f.blocks.push(block);
  body();
  f.blocks.pop();
}

function endLoop(f: FunctionState, block: LoopBlock): void {
  f.bound = meet(f.bound, block.breakBound);
  f.code.bind(block.breakLabel);
}

/** The names that a test has bound when it is over, whatever comes out. */
function boundByTest(f: FunctionState, test: Expression): string[] {
  switch (test.kind) {
    case "NamedExpr":
      return [f.scope.mangle(test.target.id), ...boundByTest(f, test.value)];
    case "BoolOp":
      return boundByTest(f, test.values[0]!);
    case "Compare":
      return [...boundByTest(f, test.left), ...boundByTest(f, test.comparators[0]!)];
    case "UnaryOp":
      return boundByTest(f, test.operand);
    case "Call":
      return test.args.flatMap((argument) => boundByTest(f, argument));
    default:
      return [];
  }
}

export function lowerWhile(f: FunctionState, statement: While): void {
  const constant = fold(f, statement.test);
  const known = constant && truth(constant);
  if (known === false) {
    lowerStatements(f, statement.orelse);
    return;
  }
  const line = f.lineOf(statement);
  /** Each turn is an event, though the line stays the same. */
  const isOneLine = isTraced(f) && f.lineOf(statement.body[0]!) === line;
  const block = loopBlock(f);
  const top = f.code.label();
  iterateLoop(f, block, statement, () => {
    const again = isOneLine ? f.code.label() : top;
    const out = f.code.label();
    if (isOneLine && known === null) {
      jumpIf(f, statement.test, out, false);
      f.code.jump("JMP", top);
      f.code.bind(again);
      traceAgain(f, line);
    } else if (known === null) f.code.jump("JMP", block.continueLabel);
    else {
      f.code.bind(block.continueLabel);
      traceLine(f, line);
    }
    const before = f.bound && new Set(f.bound);
    for (const name of boundByTest(f, statement.test)) f.bound?.add(name);
    f.code.bind(top);
    lowerStatements(f, statement.body);
    if (known === null) {
      f.code.bind(block.continueLabel);
      f.bound = before;
      traceNode(f, statement.test);
      jumpIf(f, statement.test, again, true);
      f.code.bind(out);
    } else {
      if (isOneLine) traceAgain(f, line);
      if (f.isReachable) f.code.jump("JMP", isTraced(f) ? block.continueLabel : top);
      f.bound = null;
    }
  });
  lowerStatements(f, statement.orelse);
  endLoop(f, block);
}

/** The number of the innermost loop among the blocks. */
function innermostLoop(f: FunctionState): number {
  return f.blocks.findLastIndex((block) => block.kind === "loop");
}

/** `break` and `continue`. */
export function lowerLoopExit(f: FunctionState, kind: "Break" | "Continue"): void {
  const depth = innermostLoop(f);
  const block = f.blocks[depth] as LoopBlock;
  leave(f, depth + 1, () => {
    if (kind === "Break") block.breakBound = block.breakBound === null ? f.bound && new Set(f.bound) : meet(block.breakBound, f.bound);
    f.code.jump("JMP", kind === "Break" ? block.breakLabel : block.continueLabel);
  });
}

/** The label that a bare `break` or `continue` jumps to, when it takes no more than a jump. */
export function plainLoopExit(f: FunctionState, kind: "Break" | "Continue"): { label: Label; mark: () => void } | null {
  const depth = innermostLoop(f);
  if (f.blocks.slice(depth + 1).some((block) => block.kind === "protected" && block.exit !== null)) return null;
  const block = f.blocks[depth] as LoopBlock;
  const mark = () => {
    if (kind === "Break") block.breakBound = block.breakBound === null ? f.bound && new Set(f.bound) : meet(block.breakBound, f.bound);
  };
  return { label: kind === "Break" ? block.breakLabel : block.continueLabel, mark };
}
