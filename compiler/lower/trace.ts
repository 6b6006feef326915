/**
 * sys.settrace. A program that names it is compiled so that its own functions tell `library/_trace.py` what they do: where they begin, come to
 * another line, raise, return, yield and are resumed. All other programs have nothing of this. The rules are those of CPython 3.11's instructions: an event where the line of
 * what runs next is another than that of what ran before, or a loop begins a turn. `trace-marker.ts` says where the line changes inside of expressions.
 */
import type { Node, Statement } from "../ast.js";
import { int, NONE, str, tuple } from "../constants.js";
import type { Label } from "../emit/code.js";
import { leave, protect } from "./blocks.js";
import { staticConst, staticOfGlobal } from "./known.js";
import { loadConstant } from "./names.js";
import type { FunctionState } from "./state.js";
import { firstLine, lastLine } from "./trace-lines.js";

export const traceModule = "_trace";

/** The functions of that module which traced code calls. */
export const traceFunctions = [
  "_enter",
  "_line",
  "_forget",
  "_again",
  "_raised",
  "_left",
  "_finished",
  "_gave",
  "_unwound",
  "_resumed",
  "_handing",
  "_handed",
  "_ended",
] as const;
type TraceFunction = (typeof traceFunctions)[number];

/** True for a text that makes its program one that is traced. */
export const namesTracing = (text: string): boolean => /\b[gs]ettrace\b/.test(text);

/** True for a function that tells what it does. */
export const isTraced = (f: FunctionState): boolean => f.frame >= 0;

/** Calls a function of the library with the frame, and what stands in registers. */
function tell(f: FunctionState, name: TraceFunction, ...args: readonly number[]): void {
  f.scoped(() => emitCall(f, name, [f.frame, ...args]));
}

function emitCall(f: FunctionState, name: TraceFunction, args: readonly number[]): number {
  const base = f.registers.run(args.length + 1);
  loadConstant(f, staticConst(staticOfGlobal(f.program.tracer!, name)!), base);
  for (const [index, register] of args.entries()) f.move(base + 1 + index, register);
  f.code.emit("CALL", base, args.length);
  return base;
}

// --------------------------------------------------------------------- lines

function tellLine(f: FunctionState, name: "_line" | "_again", line: number): void {
  if (isTraced(f)) f.scoped(() => tell(f, name, loadConstant(f, int(line))));
}

/** Comes to a line. */
export const traceLine = (f: FunctionState, line: number): void => tellLine(f, "_line", line);

/** Comes to an instruction that is on no line. */
export function traceNoLine(f: FunctionState): void {
  if (isTraced(f)) tell(f, "_forget");
}

/** Comes back to a line, for the next turn of a loop. */
export const traceAgain = (f: FunctionState, line: number): void => tellLine(f, "_again", line);

/** Comes to the line on which a statement or an expression begins to run. */
export function traceNode(f: FunctionState, node: Node): void {
  if (isTraced(f)) traceLine(f, firstLine(f.module.source, node));
}

/** Comes to a statement. Some have no instructions. */
export function traceStatement(f: FunctionState, statement: Statement): void {
  if (!isTraced(f) || statement.kind === "Global" || statement.kind === "Nonlocal") return;
  const { node, isFunctionLike } = f.scope;
  if (isFunctionLike && statement.kind === "AnnAssign" && statement.value === null && statement.simple) return;
  const isFirst = node.kind === "FunctionDef" && node.body[0] === statement;
  if (isFirst && statement.kind === "Expr" && statement.value.kind === "Constant" && statement.value.value.type === "str") return;
  traceNode(f, statement);
}

/** Remembers the line where an exception was raised; what it gives comes back to it without an event, as CPython does when a `with` has not swallowed it. */
export function keepLine(f: FunctionState): () => void {
  if (!isTraced(f)) return () => {};
  const name = f.code.name("_line");
  const line = f.temporary();
  f.code.emit("GETATTR", line, f.frame, name);
  return () => f.code.emit("SETATTR", f.frame, name, line);
}

/** Comes to what CPython has behind a block. */
export function traceBehind(f: FunctionState, block: readonly Statement[]): void {
  const line = isTraced(f) ? lastLine(f.module.source, block) : null;
  if (line !== null) traceLine(f, line);
}

// -------------------------------------------------------------------- frames

/** Lowers a function's instructions by `body`, and what it tells around them. Where control comes to the end of a traced one, it returns None. */
export function traced(f: FunctionState, body: () => void): void {
  if (!f.program.tracer || f.module.isLibrary) {
    body();
    return;
  }
  f.frame = f.temporary();
  const exception = f.temporary();
  f.scoped(() => f.move(f.frame, emitCall(f, "_enter", whatItIs(f))));
  const handler = f.code.label();
  protect(f, { handler, register: exception }, () => {
    const before = f.code.instructions.length;
    body();
    if (f.code.instructions.length === before) traceLine(f, firstLineOf(f));
    if (f.isReachable) leave(f, 0, () => giveBack(f, null));
  });
  f.code.bind(handler);
  tell(f, "_unwound", exception);
  f.code.emit("RERAISE", exception);
}

/** The line on which a function begins: that of its first decorator, if it has one. */
export function firstLineOf(f: FunctionState): number {
  const { node } = f.scope;
  const decorator = node.kind === "FunctionDef" || node.kind === "ClassDef" ? node.decorator_list[0] : undefined;
  return node.kind === "Module" ? 1 : f.lineOf(decorator ?? node);
}

/** What a frame knows of its function: number, name, qualified name, first line and file; and the module, if the program asks frames for globals. */
function whatItIs(f: FunctionState): [spec: number, module: number] {
  const { id, name } = f.unit;
  const spec = tuple([int(id), str(name), str(f.qualname || name), int(firstLineOf(f)), str(f.module.source.path)]);
  return [loadConstant(f, spec), loadConstant(f, f.program.readsFrameGlobals ? f.program.moduleValue(f.module) : NONE)];
}

/** Returns what stands in a register, or None. `isTold` is false where CPython returns None. */
export function giveBack(f: FunctionState, register: number | null, isTold = true): void {
  const value = () => (register !== null && isTold ? register : loadConstant(f, NONE));
  if (isTraced(f)) f.scoped(() => tell(f, f.unit.isGenerator ? "_finished" : "_left", value()));
  if (register === null) f.code.emit("RETN");
  else f.code.emit("RET", register);
}

/** Before a yield: of a generator, or by an asynchronous one to who asks for its items. */
export function traceYield(f: FunctionState, value: number, isItem: boolean): void {
  if (isTraced(f)) tell(f, isItem ? "_gave" : "_left", value);
}

/** Behind a yield. */
export function traceResume(f: FunctionState): void {
  if (isTraced(f)) tell(f, "_resumed");
}

/** Before and after a generator hands on what is thrown into it: it runs without having been resumed. */
export function traceHanding(f: FunctionState, exception: number): void {
  if (isTraced(f)) tell(f, "_handing", exception);
}

export function traceHanded(f: FunctionState): void {
  if (isTraced(f)) tell(f, "_handed");
}

// ---------------------------------------------------------------- exceptions

/** Where an exception lands that a handler is for: in a traced function it is told first. */
export const landingOf = (f: FunctionState, handler: Label): Label => (isTraced(f) ? f.code.label() : handler);

/** Emits the landing, out of the way of what comes next. */
export function bindLanding(f: FunctionState, landing: Label, handler: Label, exception: number): void {
  if (landing === handler) return;
  const over = f.code.label();
  if (f.isReachable) f.code.jump("JMP", over);
  f.code.bind(landing);
  tell(f, "_raised", exception);
  f.code.jump("JMP", handler);
  f.code.bind(over);
}

/** Raises again what the frame has told of. */
export function reraise(f: FunctionState, exception: number): void {
  if (isTraced(f)) f.code.emit("SETATTR", f.frame, f.code.name("_passing"), exception);
  f.code.emit("RERAISE", exception);
}

/** An iterator is at its end. */
export function traceEnd(f: FunctionState): void {
  if (isTraced(f)) tell(f, "_ended");
}
