/** match: the cases one after the other, each a pattern, its guard and its body. */
import type { Match, MatchCase } from "../ast.js";
import { isIrrefutable } from "../check-patterns.js";
import { jumpIf } from "./conditions.js";
import { lowerExpression, shared } from "./expressions.js";
import { directRegister, storeName } from "./names.js";
import { type Captures, lowerPattern, namesIn } from "./patterns.js";
import { type Bound, type FunctionState, meet } from "./state.js";
import { lowerStatements } from "./statements.js";
import { traceNode } from "./trace.js";

export function lowerMatch(f: FunctionState, statement: Match): void {
  const end = f.code.label();
  f.scoped(() => {
    const subject = lowerSubject(f, statement);
    let after: Bound = null;
    for (const [index, clause] of statement.cases.entries()) {
      const next = f.code.label();
      const before = f.bound && new Set(f.bound);
      lowerCase(f, clause, subject, next);
      after = meet(after, f.bound);
      if (isIrrefutable(clause)) {
        f.bound = null;
        break;
      }
      if (f.isReachable && index < statement.cases.length - 1) f.code.jump("JMP", end);
      f.code.bind(next);
      f.bound = before;
    }
    f.bound = meet(f.bound, after);
  });
  f.code.bind(end);
}

/** What is matched. A pattern may rebind the local that it is, and the next case still looks at the value. */
function lowerSubject(f: FunctionState, { subject, cases }: Match): number {
  const register = shared(f, lowerExpression(f, subject));
  const isRebound = cases.some(({ pattern }) => namesIn(pattern).some((name) => directRegister(f, name) === register));
  if (!isRebound) return register;
  const copy = f.temporary();
  f.move(copy, register);
  return copy;
}

function lowerCase(
  f: FunctionState,
  { pattern, guard, body }: MatchCase,
  subject: number,
  next: ReturnType<FunctionState["code"]["label"]>,
): void {
  f.scoped(() => {
    const captures: Captures = new Map();
    traceNode(f, pattern);
    f.at(pattern, () => {
      lowerPattern(f, pattern, subject, next, captures);
      // No name is bound before the whole pattern has matched.
      for (const [name, register] of captures) storeName(f, name, register);
    });
  });
  if (guard) traceNode(f, guard);
  if (guard) jumpIf(f, guard, next, false);
  lowerStatements(f, body);
}
