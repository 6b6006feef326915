/** async for, async with and asynchronous comprehensions. What they ask of user code are functions of the library. */

import type { Expression } from "../ast.js";
import type { Label } from "../emit/code.js";
import { typeCalled } from "../environment.js";
import { protect } from "./blocks.js";
import { lowerExpression } from "./expressions.js";
import { awaitRegister } from "./generators.js";
import { callIntrinsic } from "./intrinsics.js";
import { directRegister, loadConstant } from "./names.js";
import type { FunctionState } from "./state.js";
import { assignTarget } from "./targets.js";
import { isTraced, reraise, traceAgain, traceLine, traceNode } from "./trace.js";

/** The asynchronous iterator of an iterable, into a register. */
export function asyncIterator(f: FunctionState, source: Expression, into: number): void {
  f.scoped(() => callIntrinsic(f, "_aiter", [lowerExpression(f, source)], into));
}

/**
 * Lowers `body` for every item of an asynchronous iterable (an expression, or a register that holds its iterator). `next` is bound where the
 * next item is awaited.
 */
export function iterateAsync(f: FunctionState, target: Expression, source: Expression | number, next: Label, body: () => void): void {
  const iterator = typeof source === "number" ? source : f.temporary();
  if (typeof source !== "number") asyncIterator(f, source, iterator);
  const exception = f.temporary();
  const direct = target.kind === "Name" ? directRegister(f, target.id) : null;
  const item = direct ?? f.temporary();
  const [stopped, other, end] = [f.code.label(), f.code.label(), f.code.label()];
  const before = f.bound && new Set(f.bound);
  const { line } = f.code;
  traceLine(f, line);
  const enter = isTraced(f) ? f.code.label() : next;
  if (enter !== next) {
    f.code.jump("JMP", enter);
    f.code.bind(next);
    traceAgain(f, line);
    f.code.bind(enter);
  } else f.code.bind(next);
  protect(f, { handler: stopped, register: exception }, () => {
    f.scoped(() => {
      const awaitable = callIntrinsic(f, "_anext", [iterator]);
      awaitRegister(f, awaitable, awaitable);
      f.move(item, awaitable);
    });
  });
  traceNode(f, target);
  if (direct !== null && target.kind === "Name") f.bound?.add(f.scope.mangle(target.id));
  else f.at(target, () => assignTarget(f, target, item));
  body();
  f.code.line = line;
  if (f.isReachable) f.code.jump("JMP", next);
  f.bound = before;
  f.code.bind(stopped);
  f.scoped(() => f.code.jump("JNEXC", other, exception, loadConstant(f, stopAsyncIteration)));
  f.code.jump("JMP", end);
  f.code.bind(other);
  reraise(f, exception);
  f.code.bind(end);
}

const stopAsyncIteration = typeCalled("StopAsyncIteration");

/** Enters a context manager; what it gives. */
export function enterAsync(f: FunctionState, manager: number): number {
  const entered = callIntrinsic(f, "_aenter", [manager]);
  awaitRegister(f, entered, entered);
  return entered;
}

/** Leaves one, with the exception in a register or None; its answer. */
export function exitAsync(f: FunctionState, manager: number, exception: number): number {
  const answer = callIntrinsic(f, "_aexit", [manager, exception]);
  awaitRegister(f, answer, answer);
  return answer;
}
