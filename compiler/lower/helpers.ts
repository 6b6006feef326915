/**
 * Functions of the library that the compiler calls by itself: they stand among the language's own (`library/builtins.py`), and `compiler/uses.ts`
 * tells which constructs need them.
 *
 *   _aiter(x)                     what `async for` asks x for: its __aiter__(), which must have __anext__ (TypeErrors as CPython's)
 *   _anext(iterator)              what it awaits for the next item
 *   _aenter(manager)              looks up __aenter__ and __aexit__ on its type, and gives what `async with` awaits at first
 *   _aexit(manager, exception)    … and in the end, with (type, exception, traceback), or three times None for None
 */
import { loadLanguage } from "./names.js";
import type { FunctionState } from "./state.js";

/** Calls a helper with arguments that stand in registers. The result comes into `into`, or a new temporary. */
export function callHelper(f: FunctionState, name: string, args: readonly number[], into: number | null = null): number {
  const result = into ?? f.temporary();
  f.scoped(() => {
    const base = f.registers.run(1 + args.length);
    loadLanguage(f, name, base);
    for (const [index, register] of args.entries()) f.move(base + 1 + index, register);
    f.code.emit("CALL", base, args.length);
    f.move(result, base);
  });
  return result;
}
