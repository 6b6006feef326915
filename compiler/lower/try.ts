/** try: exception ranges; the code of `finally` once for each way that leads through it. */
import type { ExceptHandler, Statement, Try } from "../ast.js";
import { protect, withoutUnbound } from "./blocks.js";
import { lowerExpression } from "./expressions.js";
import { storeName, unbindName } from "./names.js";
import { type Bound, type FunctionState, meet } from "./state.js";
import { lowerStatements } from "./statements.js";
import { keepLine, reraise, traceBehind, traceNode } from "./trace.js";

export function lowerTry(f: FunctionState, statement: Try): void {
  if (statement.finalbody.length > 0) lowerFinally(f, statement);
  else lowerExcept(f, statement);
}

/** Lowers what handles the exception in `exception`: while it runs, and on every way out of it, the machine knows what is handled. */
export function handle(f: FunctionState, exception: number, saved: number, body: () => void, block: readonly Statement[] = []): void {
  const cleanup = f.code.label();
  f.code.emit("EXCIN", saved, exception);
  protect(f, { handler: cleanup, register: exception, saved, exit: () => f.code.emit("EXCOUT", saved) }, body);
  f.code.bind(cleanup);
  if (block.length > 0) {
    f.scoped(() => {
      const comeBack = keepLine(f);
      traceBehind(f, block);
      comeBack();
    });
  }
  f.code.emit("EXCOUT", saved);
  reraise(f, exception);
}

function lowerFinally(f: FunctionState, statement: Try): void {
  const { finalbody } = statement;
  const end = f.code.label();
  const handler = f.code.label();
  const entry = withoutUnbound(f, f.bound, [statement]);
  const inner: Try = { ...statement, finalbody: [] };
  f.scoped(() => {
    const exception = f.temporary();
    const saved = f.temporary();
    const runFinally = () => f.scoped(() => lowerStatements(f, finalbody));
    protect(f, { handler, register: exception, exit: runFinally }, () => {
      if (statement.handlers.length > 0) lowerExcept(f, inner);
      else {
        lowerStatements(f, statement.body);
        lowerStatements(f, statement.orelse);
      }
    });
    runFinally();
    if (f.isReachable) f.code.jump("JMP", end);
    const after = f.bound;
    f.bound = entry && new Set(entry);
    f.code.bind(handler);
    const handleFinally = () => {
      runFinally();
      if (f.isReachable) traceBehind(f, finalbody);
    };
    handle(f, exception, saved, handleFinally, finalbody);
    f.bound = after;
  });
  f.code.bind(end);
}

function lowerExcept(f: FunctionState, statement: Try): void {
  const end = f.code.label();
  const handler = f.code.label();
  const entry = withoutUnbound(f, f.bound, [statement]);
  f.scoped(() => {
    const exception = f.temporary();
    const saved = f.temporary();
    protect(f, { handler, register: exception }, () => lowerStatements(f, statement.body));
    lowerStatements(f, statement.orelse);
    if (f.isReachable) f.code.jump("JMP", end);
    let after: Bound = f.bound;
    f.code.bind(handler);
    f.code.line = f.lineOf(statement.handlers[0]!);
    f.bound = entry && new Set(entry);
    handle(f, exception, saved, () => {
      for (const clause of statement.handlers) {
        if (!f.isReachable) f.bound = entry && new Set(entry);
        const next = f.code.label();
        f.code.line = f.lineOf(clause);
        traceNode(f, clause.type ?? clause);
        matchClause(f, clause, exception, next);
        const before = f.bound && new Set(f.bound);
        lowerClause(f, clause, exception);
        if (f.isReachable) {
          f.code.emit("EXCOUT", saved);
          f.code.jump("JMP", end);
          after = meet(after, f.bound);
        }
        f.code.bind(next);
        f.bound = before;
      }
    });
    f.bound = after;
  });
  f.code.bind(end);
}

function matchClause(f: FunctionState, clause: ExceptHandler, exception: number, next: ReturnType<FunctionState["code"]["label"]>): void {
  const { type } = clause;
  if (type) f.scoped(() => f.code.jump("JNEXC", next, exception, lowerExpression(f, type)));
}

/** The clause's name is unbound on every way out of its body. */
function lowerClause(f: FunctionState, clause: ExceptHandler, exception: number): void {
  const { name } = clause;
  if (name === null) {
    lowerStatements(f, clause.body);
    return;
  }
  storeName(f, name, exception);
  const cleanup = f.code.label();
  const after = f.code.label();
  const bound = f.bound && new Set(f.bound);
  protect(f, { handler: cleanup, register: exception, exit: () => unbindName(f, name) }, () => lowerStatements(f, clause.body));
  if (f.isReachable) {
    unbindName(f, name);
    f.code.jump("JMP", after);
  }
  const end = f.bound;
  f.bound = bound;
  f.code.bind(cleanup);
  unbindName(f, name);
  reraise(f, exception);
  f.bound = end;
  f.code.bind(after);
}
