/** Statements. Nothing is emitted for one that control cannot reach. */
import type { Assert, If, Raise, Return, Statement } from "../ast.js";
import { typeCalled } from "../environment.js";
import { handledHere, hasExits, leave } from "./blocks.js";
import { lowerRaiseNew } from "./calls.js";
import { lowerClass } from "./classes.js";
import { jumpIf } from "./conditions.js";
import { lowerExpression } from "./expressions.js";
import { fold, truth } from "./fold.js";
import { lowerFunctionDef } from "./functions.js";
import { lowerImport, lowerImportFrom } from "./imports.js";
import { callIntrinsic } from "./intrinsics.js";
import { lowerFor, lowerLoopExit, lowerWhile, plainLoopExit } from "./loops.js";
import { lowerMatch } from "./match.js";
import { loadConstant } from "./names.js";
import { type Bound, type FunctionState, meet } from "./state.js";
import { deleteTarget, lowerAnnotated, lowerAssign, lowerAugmented } from "./targets.js";
import { giveBack, isTraced, reraise, traceLine, traceNode, traceStatement } from "./trace.js";
import { lowerTry } from "./try.js";
import { lowerWith } from "./with.js";

export function lowerStatements(f: FunctionState, statements: readonly Statement[]): void {
  for (const statement of statements) {
    if (!f.isReachable) return;
    f.code.line = f.lineOf(statement);
    traceStatement(f, statement);
    lowerStatement(f, statement);
  }
}

function lowerStatement(f: FunctionState, statement: Statement): void {
  switch (statement.kind) {
    case "Expr":
      if (!fold(f, statement.value)) f.scoped(() => lowerExpression(f, statement.value));
      break;
    case "Assign":
      lowerAssign(f, statement);
      break;
    case "AugAssign":
      lowerAugmented(f, statement);
      break;
    case "AnnAssign":
      lowerAnnotated(f, statement);
      break;
    case "If":
      lowerIf(f, statement);
      break;
    case "For":
      lowerFor(f, statement);
      break;
    case "While":
      lowerWhile(f, statement);
      break;
    case "Return":
      lowerReturn(f, statement);
      break;
    case "FunctionDef":
      lowerFunctionDef(f, statement);
      break;
    case "ClassDef":
      lowerClass(f, statement);
      break;
    case "Try":
      lowerTry(f, statement);
      break;
    case "With":
      lowerWith(f, statement, 0);
      break;
    case "Match":
      lowerMatch(f, statement);
      break;
    case "Raise":
      lowerRaise(f, statement);
      break;
    case "Assert":
      lowerAssert(f, statement);
      break;
    case "Delete":
      for (const target of statement.targets) deleteTarget(f, target);
      break;
    case "Import":
      lowerImport(f, statement);
      break;
    case "ImportFrom":
      lowerImportFrom(f, statement);
      break;
    case "Break":
    case "Continue":
      lowerLoopExit(f, statement.kind);
      break;
    case "Global":
    case "Nonlocal":
    case "Pass":
      break;
  }
}

/** A chain of `elif` nests as deeply as it is long: it is walked in a loop. */
function lowerIf(f: FunctionState, statement: If): void {
  const end = f.code.label();
  const ends: Bound[] = [];
  let rest: readonly Statement[] = [statement];
  for (let next = rest[0]; rest.length === 1 && next?.kind === "If"; next = rest[0]) {
    f.code.line = f.lineOf(next);
    if (next !== statement) traceNode(f, next);
    const { test, body, orelse } = next;
    const constant = fold(f, test);
    const known = constant && truth(constant);
    if (known === true) {
      rest = body;
      break;
    }
    rest = orelse;
    if (known === false) continue;
    if (isLoopExit(body) && !isTraced(f) && jumpOutOfLoop(f, next, body[0].kind)) continue;
    const otherwise = f.code.label();
    jumpIf(f, test, otherwise, false);
    const before = f.bound && new Set(f.bound);
    lowerStatements(f, body);
    if (f.isReachable && orelse.length > 0) f.code.jump("JMP", end);
    ends.push(f.bound);
    f.bound = before;
    f.code.bind(otherwise);
  }
  lowerStatements(f, rest);
  for (const bound of ends) f.bound = meet(f.bound, bound);
  f.code.bind(end);
}

const isLoopExit = (body: readonly Statement[]): body is readonly [{ kind: "Break" | "Continue" } & Statement] =>
  body.length === 1 && (body[0]!.kind === "Break" || body[0]!.kind === "Continue");

/** `if test: break` is one conditional jump. */
function jumpOutOfLoop(f: FunctionState, statement: If, kind: "Break" | "Continue"): boolean {
  const exit = plainLoopExit(f, kind);
  if (!exit) return false;
  jumpIf(f, statement.test, exit.label, true);
  exit.mark();
  return true;
}

function lowerReturn(f: FunctionState, statement: Return): void {
  f.scoped(() => {
    const constant = statement.value ? fold(f, statement.value) : null;
    if (statement.value === null || constant?.kind === "none") {
      leave(f, 0, () => giveBack(f, null));
      return;
    }
    // What runs on the way out may rebind a local: the value is the one from before.
    const register = hasExits(f, 0) ? lowerExpression(f, statement.value, f.temporary()) : lowerExpression(f, statement.value);
    if (!hasExits(f, 0)) traceLine(f, f.lineOf(statement));
    leave(f, 0, () => giveBack(f, register));
  });
}

function lowerRaise(f: FunctionState, statement: Raise): void {
  const { exc, cause } = statement;
  f.scoped(() => {
    if (exc === null) {
      const handled = handledHere(f);
      reraise(f, handled ? handled.exception : callIntrinsic(f, "_reraise", []));
      return;
    }
    if (cause === null && lowerRaiseNew(f, exc)) return;
    // A class is replaced by its instance in the register, so a local is no place for it.
    const register = lowerExpression(f, exc, f.temporary());
    if (cause === null) f.code.emit("RAISE", register);
    else f.code.emit("RAISEFROM", register, lowerExpression(f, cause, f.temporary()));
  });
  f.bound = null;
}

function lowerAssert(f: FunctionState, statement: Assert): void {
  const { test, msg } = statement;
  const holds = f.code.label();
  jumpIf(f, test, holds, true);
  const before = f.bound && new Set(f.bound);
  f.scoped(() => {
    const register = loadConstant(f, typeCalled("AssertionError"));
    if (msg) {
      const argument = f.temporary();
      f.scoped(() => lowerExpression(f, msg, argument));
      f.code.emit("CALL", register, 1);
    }
    f.code.emit("RAISE", register);
  });
  f.bound = before;
  f.code.bind(holds);
}
