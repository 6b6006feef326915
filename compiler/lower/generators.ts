/**
 * yield, yield from and await. While a generator stands at a yield, its caller's handled exception counts and not its own.
 * An asynchronous generator yields tuples, so that whoever drives it can tell what is meant for whom: one of one item holds a value that it
 * gives, one of two what it hands on of something that it awaits.
 */
import type { Await, Expression, Yield, YieldFrom } from "../ast.js";
import { NONE } from "../constants.js";
import type { Label } from "../emit/code.js";
import { handledHere } from "./blocks.js";
import { lowerExpression, settle } from "./expressions.js";
import { callIntrinsic } from "./intrinsics.js";
import { loadConstant } from "./names.js";
import type { FunctionState } from "./state.js";
import { isTraced, traceEnd, traceHanded, traceHanding, traceResume, traceYield } from "./trace.js";

export function lowerYield(f: FunctionState, expression: Yield, into: number | null): number {
  return settle(f, into, (target) => {
    const value = expression.value ? lowerExpression(f, expression.value) : loadConstant(f, NONE);
    yieldItem(f, target, value);
  });
}

/** A yield that the program has written, and not an await. */
export function yieldItem(f: FunctionState, target: number, value: number): void {
  if (!f.unit.isAsyncGenerator) {
    emitYield(f, target, value, () => traceYield(f, value, false));
    return;
  }
  f.scoped(() => {
    const wrapped = f.temporary();
    f.code.emit("TUPLE", wrapped, value, 1);
    emitYield(f, target, wrapped, () => traceYield(f, value, true));
  });
}

/** A yield, which `told` tells. `thrown` is where an exception that is thrown in goes, in a register of its own. */
function emitYield(f: FunctionState, target: number, value: number, told: () => void, thrown?: { label: Label; register: number }): void {
  const handled = handledHere(f);
  told();
  if (!handled && !isTraced(f)) {
    const start = f.code.here();
    f.code.emit("YIELD", target, value);
    if (thrown) f.code.range(start, f.code.here(), thrown.label, thrown.register);
    return;
  }
  const landing = f.code.label();
  const after = f.code.label();
  const exception = thrown?.register ?? f.temporary();
  if (handled) f.code.emit("EXCOUT", handled.outermost);
  const start = f.code.here();
  f.code.emit("YIELD", target, value);
  f.code.range(start, f.code.here(), landing, exception);
  if (handled) f.code.emit("EXCIN", handled.outermost, handled.exception);
  traceResume(f);
  f.code.jump("JMP", after);
  f.code.bind(landing);
  if (handled) f.code.emit("EXCIN", handled.outermost, handled.exception);
  if (thrown) f.code.jump("JMP", thrown.label);
  else {
    traceResume(f);
    f.code.emit("RERAISE", exception);
  }
  f.code.bind(after);
}

export const lowerYieldFrom = (f: FunctionState, expression: YieldFrom, into: number | null): number =>
  lowerDelegation(f, expression.value, 1, into);

export const lowerAwait = (f: FunctionState, expression: Await, into: number | null): number =>
  lowerDelegation(f, expression.value, 0, into);

/** Awaits what stands in a register; the result comes into `target`. */
export function awaitRegister(f: FunctionState, target: number, awaitable: number): void {
  f.scoped(() => delegate(f, target, awaitable, 0));
}

function lowerDelegation(f: FunctionState, source: Expression, mode: 0 | 1, into: number | null): number {
  return settle(f, into, (target) => delegate(f, target, source, mode));
}

/** All that a generator gives is handed on; its result comes into `target`. `mode` is the operand of AWAIT. */
function delegate(f: FunctionState, target: number, source: Expression | number, mode: 0 | 1): void {
  const { isAsyncGenerator } = f.unit;
  const iterator = f.temporary();
  const value = f.registers.run(isAsyncGenerator ? 2 : 1);
  const wrapped = isAsyncGenerator ? f.temporary() : value;
  const exception = f.temporary();
  const send = f.code.label();
  const pass = f.code.label();
  const thrown = f.code.label();
  const end = f.code.label();
  f.scoped(() => f.code.emit("AWAIT", iterator, typeof source === "number" ? source : lowerExpression(f, source), mode));
  loadConstant(f, NONE, value);
  if (isAsyncGenerator) loadConstant(f, NONE, value + 1);
  f.code.bind(send);
  f.code.jump("SEND", end, value, iterator);
  f.code.bind(pass);
  if (isAsyncGenerator) f.code.emit("TUPLE", wrapped, value, 2);
  emitYield(f, value, wrapped, () => traceYield(f, value, false), { label: thrown, register: exception });
  f.code.jump("JMP", send);
  f.code.bind(thrown);
  f.scoped(() => {
    const outcome = handOnThrown(f, iterator, exception);
    const isDone = f.temporary();
    f.code.emit("GETITEMI", value, outcome, 1);
    f.code.emit("GETITEMI", isDone, outcome, 0);
    if (!isTraced(f)) f.code.jump("JF", pass, isDone);
    else endHanding(f, isDone, pass);
  });
  const done = f.code.label();
  if (isTraced(f)) f.code.jump("JMP", done);
  f.code.bind(end);
  traceEnd(f);
  f.code.bind(done);
  f.move(target, value);
}

/** Hands on what is thrown in. A traced generator goes on only when that ends what it takes its values from. */
function handOnThrown(f: FunctionState, iterator: number, exception: number): number {
  traceHanding(f, exception);
  const start = f.code.here();
  const outcome = callIntrinsic(f, "_yield_from_throw", [iterator, exception]);
  if (!isTraced(f)) return outcome;
  const failed = f.code.label();
  const after = f.code.label();
  f.code.range(start, f.code.here(), failed, exception);
  f.code.jump("JMP", after);
  f.code.bind(failed);
  traceResume(f);
  f.code.emit("RERAISE", exception);
  f.code.bind(after);
  return outcome;
}

/** In a traced generator: goes to `pass` with what is yielded, or is resumed. */
function endHanding(f: FunctionState, isDone: number, pass: Label): void {
  const resumed = f.code.label();
  f.code.jump("JT", resumed, isDone);
  traceHanded(f);
  f.code.jump("JMP", pass);
  f.code.bind(resumed);
  traceResume(f);
}
