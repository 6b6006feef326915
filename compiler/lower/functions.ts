/** Functions: their frames, their closures, and `def` and `lambda`. */
import type { Arguments, ClassDef, Expression, FunctionDef, Lambda } from "../ast.js";
import { type Const, str } from "../constants.js";
import { layOut } from "../emit/layout.js";
import { MOST_REGISTERS } from "../emit/registers.js";
import type { ClassUnit, FunctionUnit } from "../program.js";
import type { Scope } from "../scope.js";
import { specialWrapper } from "../uses.js";
import { leave } from "./blocks.js";
import { describe, qualifier } from "./described.js";
import { lowerRun } from "./displays.js";
import { lowerExpression } from "./expressions.js";
import { fold } from "./fold.js";
import { isIdentity } from "./known.js";
import { isBuiltin, loadConstant, loadLanguage, storeName } from "./names.js";
import { type ClassAccess, FunctionState } from "./state.js";
import { lowerStatements } from "./statements.js";
import { giveBack, traced, traceLine, traceNode } from "./trace.js";
import { madeLine } from "./trace-lines.js";
import { opensScope, walk } from "./walk.js";

/** The class around a function that is about to be lowered. */
export interface ClassContext {
  readonly owner: ClassUnit | null;
  readonly access: ClassAccess;
  readonly qualname: string;
}

/** Begins a function: its unit, and registers for parameters and locals. */
export function beginFunction(
  parent: FunctionState,
  scope: Scope,
  parameters: readonly string[],
  context: ClassContext | null,
  unit: FunctionUnit = parent.program.newFunction(scope.name, parent.unit.file),
): FunctionState {
  const prefix = context ? context.qualname : qualifier(parent);
  const f = new FunctionState(parent.module, scope, unit, parent, prefix === "" ? scope.name : `${prefix}.${scope.name}`);
  f.owner = context ? context.owner : parent.owner;
  f.classAccess = context ? context.access : parent.classAccess;
  f.code.line = parent.code.line;
  unit.owner = f.classAccess === "owner" ? f.owner : null;
  unit.isGenerator = scope.isGenerator || scope.isAsync;
  unit.isCoroutine = scope.isAsync && !scope.isGenerator;
  unit.isAsyncGenerator = scope.isAsync && scope.isGenerator;
  for (const name of parameters) {
    f.locals.set(name, f.registers.local(name));
    f.bound?.add(name);
  }
  for (const name of scope.locals) if (!f.locals.has(name)) f.locals.set(name, f.registers.local(name));
  capture(f, parent, freeNames(f, scope));
  for (const name of scope.cells) {
    const register = f.locals.get(name);
    if (register !== undefined) f.code.emit("MKCELL", register, register);
  }
  return f;
}

/** The captured names of a function-like scope. A class that owns its functions needs no cell. */
function freeNames(f: FunctionState, scope: Scope): string[] {
  return scope.frees.filter((name) => name !== "__class__" || f.classAccess === "cell");
}

/** Says where each captured cell comes from when the closure is made in `parent`. */
export function capture(f: FunctionState, parent: FunctionState, names: readonly string[]): void {
  f.unit.captures = names.map((name, index) => {
    f.captured.set(name, index);
    if (name === "__class__" && parent.classCell >= 0) return { isCaptured: false, index: parent.classCell };
    const register = parent.locals.get(name);
    if (register !== undefined) return { isCaptured: false, index: register };
    const outer = parent.captured.get(name);
    if (outer === undefined) throw new Error(`no enclosing function has a cell for ${name}`);
    return { isCaptured: true, index: outer };
  });
}

/** Locals that assignment expressions rebind in mid-expression. */
export function markUnsteady(f: FunctionState, body: readonly (Expression | FunctionDef["body"][number])[]): void {
  for (const root of body) {
    for (const node of walk(root, (inner) => !opensScope(inner))) {
      if (node.kind === "NamedExpr") f.unsteady.add(f.scope.mangle(node.target.id));
    }
  }
}

/** Ends a function: its code is laid out and its unit filled. */
export function endFunction(f: FunctionState): void {
  const { unit, code, registers } = f;
  if (f.isReachable) code.emit("RETN");
  const node = f.scope.node;
  if (registers.peak > MOST_REGISTERS) {
    f.error(
      "NP206",
      node,
      `'${unit.name}' needs ${registers.peak} registers, the machine has ${MOST_REGISTERS}`,
      "make functions out of parts of it",
    );
    return;
  }
  if (code.hasTooManyConstants) {
    f.error(
      "NP206",
      node,
      `'${unit.name}' uses more names and constants than an instruction can number`,
      "make functions out of parts of it",
    );
    return;
  }
  code.firstTemporary = f.registers.locals.length;
  const layout = layOut(code);
  if (layout.code.length > 0xffff || layout.ranges.length > 0xffff) {
    f.error(
      "NP206",
      node,
      `'${unit.name}' has ${layout.code.length} instructions, the machine allows 65535`,
      "make functions out of parts of it",
    );
    return;
  }
  unit.registers = registers.peak;
  unit.code = layout.code;
  unit.constants = layout.constants;
  unit.names = code.names;
  unit.ranges = layout.ranges;
  unit.lines = layout.lines;
  unit.locals = registers.locals;
}

/** Lowers a `def` or `lambda`, into `unit` if others name it already. */
export function lowerFunction(
  parent: FunctionState,
  node: FunctionDef | Lambda,
  context: ClassContext | null = null,
  unit: FunctionUnit = parent.program.newFunction(parent.module.scopes.of(node).name, parent.unit.file),
): FunctionUnit {
  const scope = parent.module.scopes.of(node);
  const { parameters } = scope;
  const f = beginFunction(parent, scope, parameters, context, unit);
  const { args } = node;
  unit.positionalOnly = args.posonlyargs.length;
  unit.positional = args.posonlyargs.length + args.args.length;
  unit.keywordOnly = args.kwonlyargs.length;
  unit.hasVarArgs = args.vararg !== null;
  unit.hasVarKeywords = args.kwarg !== null;
  unit.parameterNames = parameters;
  markUnsteady(f, node.kind === "Lambda" ? [node.body] : node.body);
  traced(f, () => {
    if (node.kind !== "Lambda") lowerStatements(f, node.body);
    else lowerLambdaBody(f, node.body);
  });
  endFunction(f);
  return unit;
}

function lowerLambdaBody(f: FunctionState, body: Expression): void {
  f.code.line = f.lineOf(body);
  traceNode(f, body);
  f.scoped(() => {
    const register = lowerExpression(f, body);
    leave(f, 0, () => giveBack(f, register));
  });
}

/** The positional defaults, if all are constants. */
export function constantDefaults(f: FunctionState, args: Arguments): Const[] | null {
  const values: Const[] = [];
  for (const expression of args.defaults) {
    const value = fold(f, expression);
    if (!value) return null;
    values.push(value);
  }
  return values;
}

/** The keyword-only defaults, if every such parameter has one and all are constants; none without such parameters. */
export function constantKeywordDefaults(f: FunctionState, args: Arguments): Const[] | null {
  const values: Const[] = [];
  for (const expression of args.kw_defaults) {
    const value = expression && fold(f, expression);
    if (!value) return null;
    values.push(value);
  }
  return values;
}

/** Evaluates the defaults and makes the function's value. */
function makeFunction(f: FunctionState, node: FunctionDef | Lambda, into: number): void {
  const { args } = node;
  const constants = constantDefaults(f, args);
  const keywordConstants = constants && constantKeywordDefaults(f, args);
  const keywordDefaults = args.kwonlyargs.flatMap((parameter, index) => {
    const value = args.kw_defaults[index];
    return value && !keywordConstants ? [{ name: f.scope.mangle(parameter.arg), value }] : [];
  });
  f.scoped(() => {
    const base = f.registers.run(2);
    if (!constants) f.scoped(() => f.code.emit("TUPLE", base, lowerRun(f, args.defaults), args.defaults.length));
    if (keywordDefaults.length > 0) {
      f.scoped(() => {
        const first = f.registers.mark;
        for (const { name, value } of keywordDefaults) {
          loadConstant(f, str(name), f.temporary());
          const register = f.temporary();
          f.scoped(() => lowerExpression(f, value, register));
        }
        f.code.emit("DICT", base + 1, first, keywordDefaults.length);
      });
    }
    const unit = lowerFunction(f, node);
    if (constants) unit.defaults = constants;
    if (keywordConstants) unit.keywordDefaults = keywordConstants;
    const flags = (constants ? 0 : 1) | (keywordDefaults.length > 0 ? 2 : 0);
    closure(f, unit, flags === 0 ? into : base, flags);
    if (flags !== 0) f.move(into, base);
    describe(f, node, unit, into);
  });
}

/** The function's value into `into`: a constant, unless something has to be captured or was computed. */
export function closure(f: FunctionState, unit: FunctionUnit, into: number, flags = 0): void {
  if (flags === 0 && unit.captures.length === 0) loadConstant(f, { kind: "function", unit }, into);
  else f.code.emit("CLOSURE", into, f.code.narrow({ kind: "function", unit }), flags);
}

export function lowerLambda(f: FunctionState, node: Lambda, into: number | null): number {
  const target = into ?? f.temporary();
  makeFunction(f, node, target);
  return target;
}

export function lowerFunctionDef(f: FunctionState, node: FunctionDef): void {
  const make = (into: number) => makeFunction(f, node, into);
  f.scoped(() => {
    storeName(f, node.name, lowerDecorated(f, node.decorator_list, make, node));
  });
}

/** The machine calls special methods with the instance: one that is a staticmethod or classmethod is wrapped to leave it out. */
function specialDecorator(f: FunctionState, node: FunctionDef, decorator: Expression): string | null {
  const isInClass = f.namespace >= 0 && !f.scope.isFunctionLike;
  return isInClass && decorator.kind === "Name" && isBuiltin(f, decorator.id) ? specialWrapper(node, decorator) : null;
}

/** Evaluates the decorators, makes what they decorate, and calls them, the last one first. */
export function lowerDecorated(
  f: FunctionState,
  all: readonly Expression[],
  make: (into: number) => void,
  of: FunctionDef | ClassDef,
): number {
  const decorators = all.filter((decorator) => !isIdentity(f, decorator));
  const callees = decorators.map((decorator) => {
    const register = f.temporary();
    traceNode(f, decorator);
    const special = of.kind === "FunctionDef" ? specialDecorator(f, of, decorator) : null;
    if (special !== null) loadLanguage(f, special, register);
    else f.scoped(() => lowerExpression(f, decorator, register));
    return register;
  });
  let result = f.temporary();
  if (decorators.length > 0) traceLine(f, madeLine(f.module.source, of));
  make(result);
  for (const [index, callee] of [...callees.entries()].reverse()) {
    f.move(callee + 1, result);
    traceLine(f, f.lineOf(decorators[index]!));
    f.at(decorators[index]!, () => f.code.emit("CALL", callee, 1));
    result = callee;
  }
  if (decorators.length > 0) traceLine(f, f.lineOf(of));
  return result;
}
