/**
 * The functions that the compiler calls by itself: out of the library, where `linked.ts` has a rule for them, or of the prelude, with a number below 256 there. One that is
 * missing fails the build with its name.
 *
 *   _with_enter(manager)                 looks up __enter__ and __exit__ on its type (TypeError as CPython's), calls __enter__, gives its result
 *   _with_exit(manager, exception)       calls __exit__ with (type, exception, traceback), or three times None for None; gives whether to swallow
 *   _reraise()                           raises the handled exception again; RuntimeError "No active exception to reraise" if there is none
 *   _unpack_ex(x, before, after)         a tuple of the first `before` items, a list of those between, and the last `after` items
 *   _set_update(set, iterable)           adds all items
 *   _dict_update(dict, mapping)          dict display with **: later keys win; TypeError "'X' object is not a mapping"
 *   _dict_merge_kw(dict, mapping)        call with **: keys must be strings and new ("got multiple values for keyword argument 'k'")
 *   _call_star(list, iterable)           * in a call, list or tuple: appends all items; TypeError "Value after * must be an iterable, not X"
 *   _aiter(x)                            what async for asks x for: its __aiter__(), which must have __anext__ (TypeErrors as CPython's)
 *   _anext(iterator)                     what it awaits for the next item
 *   _aenter(manager)                     as _with_enter, with __aenter__ and __aexit__: what async with awaits at first
 *   _aexit(manager, exception)           as _with_exit: what it awaits in the end
 *   _yield_from_throw(iterator, exc)     yield from, exception thrown in: throw or close as CPython does; a tuple (done, value)
 *   _import_from(module, name)           attribute of a module; ImportError "cannot import name 'n' from 'm'" if it has none
 *   _import_missing(name)                raises ModuleNotFoundError "No module named 'n'"
 */
import { loadLanguage } from "./names.js";
import type { FunctionState } from "./state.js";

/** Calls a prelude function with arguments that stand in registers. The result comes into `into`, or a new temporary. */
export function callIntrinsic(f: FunctionState, name: string, args: readonly number[], into: number | null = null): number {
  const isTop = into !== null && f.registers.isTemporary(into) && into === f.registers.mark - 1;
  const result = into ?? f.temporary();
  f.scoped(() => {
    const base = isTop || into === null ? result : f.temporary();
    const first = f.registers.run(args.length);
    args.forEach((register, index) => {
      f.move(first + index, register);
    });
    if (f.program.language.has(name)) {
      loadLanguage(f, name, base);
      f.code.emit("CALL", base, args.length);
    } else f.code.emit("CALLP", base, args.length, f.intrinsic(name)?.index ?? 0);
    f.move(result, base);
  });
  return result;
}
