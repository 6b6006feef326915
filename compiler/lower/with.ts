/** with: each item is a context of its own around the next. */
import type { With } from "../ast.js";
import { NONE } from "../constants.js";
import { enterAsync, exitAsync } from "./async.js";
import { protect, withoutUnbound } from "./blocks.js";
import { lowerExpression, shared } from "./expressions.js";
import { callIntrinsic } from "./intrinsics.js";
import { loadConstant } from "./names.js";
import { type FunctionState, meet } from "./state.js";
import { lowerStatements } from "./statements.js";
import { assignTarget } from "./targets.js";
import { keepLine, traceLine, traceNode } from "./trace.js";
import { handle } from "./try.js";

/** Lowers the items from number `index` on, and the body inside them. */
export function lowerWith(f: FunctionState, statement: With, index: number): void {
  const item = statement.items[index];
  if (!item) {
    lowerStatements(f, statement.body);
    return;
  }
  const end = f.code.label();
  const handler = f.code.label();
  const swallowed = f.code.label();
  f.scoped(() => {
    const made = f.temporary();
    f.scoped(() => lowerExpression(f, item.context_expr, made));
    const manager = shared(f, made);
    const exception = f.temporary();
    const saved = f.temporary();
    const line = f.lineOf(item.context_expr);
    const leaveWith = (reason: number) =>
      statement.is_async ? exitAsync(f, manager, reason) : callIntrinsic(f, "_with_exit", [manager, reason]);
    const exit = () => {
      f.code.line = line;
      traceLine(f, f.lineOf(statement));
      f.scoped(() => leaveWith(loadConstant(f, NONE)));
    };
    const entered = f.at(item.context_expr, () =>
      statement.is_async ? enterAsync(f, manager) : callIntrinsic(f, "_with_enter", [manager]),
    );
    const entry = withoutUnbound(f, f.bound, [statement]);
    protect(f, { handler, register: exception, exit }, () => {
      if (item.optional_vars) traceNode(f, item.optional_vars);
      if (item.optional_vars) assignTarget(f, item.optional_vars, entered);
      lowerWith(f, statement, index + 1);
    });
    if (f.isReachable) {
      exit();
      f.code.jump("JMP", end);
    }
    const after = f.bound;
    f.bound = entry && new Set(entry);
    f.code.bind(handler);
    f.code.line = line;
    handle(f, exception, saved, () => {
      const comeBack = keepLine(f);
      traceLine(f, f.lineOf(statement));
      f.scoped(() => f.code.jump("JT", swallowed, leaveWith(exception)));
      comeBack();
    });
    f.code.bind(swallowed);
    f.code.emit("EXCOUT", saved);
    f.bound = meet(after, entry);
  });
  f.code.bind(end);
}
