/** Comprehensions and generator expressions: functions of their own that are called at once with an iterator. */
import type { Comprehension, ComprehensionExpression } from "../ast.js";
import type { FunctionUnit } from "../program.js";
import { asyncIterator, iterateAsync } from "./async.js";
import { leave } from "./blocks.js";
import { constantItems, jumpIf } from "./conditions.js";
import { lowerRun } from "./displays.js";
import { lowerExpression } from "./expressions.js";
import { beginFunction, closure, endFunction, markUnsteady } from "./functions.js";
import { awaitRegister, yieldItem } from "./generators.js";
import { iterate } from "./loops.js";
import { loadConstant } from "./names.js";
import type { FunctionState } from "./state.js";
import { giveBack, traced, traceNode } from "./trace.js";

/** The parameter of every comprehension: the iterator of its first `for`. */
const ITERATOR = ".0";

export function lowerComprehension(f: FunctionState, node: ComprehensionExpression, into: number | null): number {
  const isTop = into !== null && f.registers.isTemporary(into) && into === f.registers.mark - 1;
  const base = isTop ? into : f.temporary();
  f.scoped(() => {
    const unit = lowerBody(f, node);
    closure(f, unit, base);
    const argument = f.temporary();
    const { iter: source, is_async } = node.generators[0]!;
    if (is_async) asyncIterator(f, source, argument);
    else
      f.scoped(() => {
        const constant = constantItems(f, source);
        const iterable = constant ? loadConstant(f, constant) : lowerExpression(f, source);
        f.code.emit("ITER", argument, iterable);
      });
    f.code.emit("CALL", base, 1);
    if (unit.isCoroutine) awaitRegister(f, base, base);
  });
  if (into === null || isTop) return base;
  f.move(into, base);
  return into;
}

function lowerBody(parent: FunctionState, node: ComprehensionExpression): FunctionUnit {
  const scope = parent.module.scopes.of(node);
  const f = beginFunction(parent, scope, [ITERATOR], null);
  f.unit.positional = 1;
  f.unit.parameterNames = [ITERATOR];
  markUnsteady(f, node.kind === "DictComp" ? [node.key, node.value] : [node.elt]);
  traced(f, () => {
    const result = f.temporary();
    if (node.kind === "ListComp") f.code.emit("LIST", result, result, 0);
    else if (node.kind === "SetComp") f.code.emit("SET", result, result, 0);
    else if (node.kind === "DictComp") f.code.emit("DICT", result, result, 0);
    lowerGenerators(f, node.generators, 0, () => f.scoped(() => lowerElement(f, node, result)));
    f.code.line = f.lineOf(node);
    if (node.kind !== "GeneratorExp") leave(f, 0, () => giveBack(f, result));
  });
  endFunction(f);
  return f.unit;
}

/** The `for` clauses from number `index` on, and the element inside them. */
function lowerGenerators(f: FunctionState, generators: readonly Comprehension[], index: number, element: () => void): void {
  const clause = generators[index];
  if (!clause) {
    element();
    return;
  }
  f.scoped(() => {
    const next = f.code.label();
    const source = index === 0 ? f.locals.get(ITERATOR)! : clause.iter;
    (clause.is_async ? iterateAsync : iterate)(f, clause.target, source, next, () => {
      for (const test of clause.ifs) {
        traceNode(f, test);
        jumpIf(f, test, next, false);
      }
      lowerGenerators(f, generators, index + 1, element);
    });
  });
}

function lowerElement(f: FunctionState, node: ComprehensionExpression, result: number): void {
  if (node.kind === "DictComp") {
    traceNode(f, node.key);
    const pair = lowerRun(f, [node.key, node.value]);
    f.code.emit("SETITEM", result, pair, pair + 1);
    return;
  }
  traceNode(f, node.elt);
  const value = lowerExpression(f, node.elt);
  f.at(node.elt, () => {
    if (node.kind === "ListComp") f.code.emit("LISTADD", result, value);
    else if (node.kind === "SetComp") f.code.emit("SETADD", result, value);
    else yieldItem(f, result, value);
  });
}
