/**
 * Functions of the library that the compiler calls by itself. Nobody imports their module: each is a constant of the functions that call it,
 * and those that no program text leads to are in no image.
 *
 *   _aiter(x)                     what `async for` asks x for: its __aiter__(), which must have __anext__ (TypeErrors as CPython's)
 *   _anext(iterator)              what it awaits for the next item
 *   _aenter(manager)              looks up __aenter__ and __aexit__ on its type, and gives what `async with` awaits at first
 *   _aexit(manager, exception)    … and in the end, with (type, exception, traceback), or three times None for None
 */
import { emptyFunction } from "../program.js";
import { lowerFunction } from "./functions.js";
import { loadConstant } from "./names.js";
import { FunctionState, type ModuleState, type ProgramState } from "./state.js";

/** The library's module of these functions. */
export const helpersModule = "_async";

/** Calls a helper with arguments that stand in registers. The result comes into `into`, or a new temporary. */
export function callHelper(f: FunctionState, name: string, args: readonly number[], into: number | null = null): number {
  const result = into ?? f.temporary();
  f.scoped(() => {
    const base = f.registers.run(1 + args.length);
    loadConstant(f, { kind: "function", unit: f.program.helper(name) }, base);
    for (const [index, register] of args.entries()) f.move(base + 1 + index, register);
    f.code.emit("CALL", base, args.length);
    f.move(result, base);
  });
  return result;
}

/** Lowers the helpers that the program's functions call, but those that have been lowered. */
export function lowerHelpers(program: ProgramState, module: ModuleState): void {
  const f = new FunctionState(module, module.scopes.module, emptyFunction(-1, "", module.file), null, "");
  for (const [name, unit] of program.helpers) {
    if (unit.code.length > 0) continue;
    const node = module.tree.body.find((statement) => statement.kind === "FunctionDef" && statement.name === name);
    if (node?.kind !== "FunctionDef") throw new Error(`the library's ${helpersModule} has no ${name}`);
    unit.file = module.file;
    lowerFunction(f, node, null, unit);
  }
}
