/** yield and yield from. While a generator stands at a yield, its caller's handled exception counts and not its own. */
import type { Yield, YieldFrom } from "../ast.js";
import { NONE } from "../constants.js";
import type { Label } from "../emit/code.js";
import { handledHere } from "./blocks.js";
import { lowerExpression, settle } from "./expressions.js";
import { callIntrinsic } from "./intrinsics.js";
import { loadConstant } from "./names.js";
import type { FunctionState } from "./state.js";

export function lowerYield(f: FunctionState, expression: Yield, into: number | null): number {
  return settle(f, into, (target) => {
    const value = expression.value ? lowerExpression(f, expression.value) : loadConstant(f, NONE);
    emitYield(f, target, value);
  });
}

/** A yield. `thrown` is where an exception that is thrown in goes, in a register of its own. */
export function emitYield(f: FunctionState, target: number, value: number, thrown?: { label: Label; register: number }): void {
  const handled = handledHere(f);
  if (!handled) {
    const start = f.code.here();
    f.code.emit("YIELD", target, value);
    if (thrown) f.code.range(start, f.code.here(), thrown.label, thrown.register);
    return;
  }
  const landing = f.code.label();
  const after = f.code.label();
  const exception = thrown?.register ?? f.temporary();
  f.code.emit("EXCOUT", handled.outermost);
  const start = f.code.here();
  f.code.emit("YIELD", target, value);
  f.code.range(start, f.code.here(), landing, exception);
  f.code.emit("EXCIN", handled.outermost, handled.exception);
  f.code.jump("JMP", after);
  f.code.bind(landing);
  f.code.emit("EXCIN", handled.outermost, handled.exception);
  if (thrown) f.code.jump("JMP", thrown.label);
  else f.code.emit("RERAISE", exception);
  f.code.bind(after);
}

export function lowerYieldFrom(f: FunctionState, expression: YieldFrom, into: number | null): number {
  return settle(f, into, (target) => {
    const iterator = f.temporary();
    const value = f.temporary();
    const exception = f.temporary();
    const send = f.code.label();
    const pass = f.code.label();
    const thrown = f.code.label();
    const end = f.code.label();
    f.scoped(() => f.code.emit("ITER", iterator, lowerExpression(f, expression.value)));
    loadConstant(f, NONE, value);
    f.code.bind(send);
    f.code.jump("SEND", end, value, iterator);
    f.code.bind(pass);
    emitYield(f, value, value, { label: thrown, register: exception });
    f.code.jump("JMP", send);
    f.code.bind(thrown);
    f.scoped(() => {
      const outcome = callIntrinsic(f, "_yield_from_throw", [iterator, exception]);
      const isDone = f.temporary();
      f.code.emit("GETITEMI", value, outcome, 1);
      f.code.emit("GETITEMI", isDone, outcome, 0);
      f.code.jump("JF", pass, isDone);
    });
    f.code.bind(end);
    f.move(target, value);
  });
}
