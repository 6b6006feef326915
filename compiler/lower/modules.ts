/** The function of a module's top level. */
import { FALSE, TRUE } from "../constants.js";
import type { FunctionUnit } from "../program.js";
import { handlerName, serveFunction } from "../shake.js";
import { beginModuleAnnotations } from "./annotations.js";
import { leave, protect } from "./blocks.js";
import { isStatic } from "./bound-once.js";
import { endFunction } from "./functions.js";
import { runModule } from "./imports.js";
import { staticConst, staticOfGlobal } from "./known.js";
import { bindBuiltins, loadConstant } from "./names.js";
import { FunctionState, type ModuleState } from "./state.js";
import { lowerStatements } from "./statements.js";
import { giveBack, reraise, traced } from "./trace.js";

function begin(module: ModuleState, unit: FunctionUnit): FunctionState {
  const f = new FunctionState(module, module.scopes.module, unit, null, "");
  f.runsOnce = true;
  f.code.line = 1;
  beginModuleAnnotations(f);
  return f;
}

/** Numbers what a module binds, in the order in which it does. What only imports bind, or what always is the same, may need no global. */
export function numberGlobals(module: ModuleState): void {
  for (const [name, bindings] of module.bindings.names) {
    if (bindings.some((binding) => binding.kind !== "import") && !staticOfGlobal(module, name)) module.slot(name);
  }
}

/**
 * The program's main function. It first says of every other module that it has not been imported, and runs what the language's own have to run. Where it comes to its end, it serves
 * the program's handler: `server` is the library's module for that, or null.
 */
export function lowerMain(main: ModuleState, unit: FunctionUnit, others: readonly ModuleState[], server: ModuleState | null): void {
  const f = begin(main, unit);
  const { tracer } = f.program;
  f.scoped(() => {
    const register = f.temporary();
    const flagged = others.filter((module) => module.body !== null);
    if (flagged.length > 0) loadConstant(f, FALSE, register);
    for (const module of flagged) f.code.emit("SETG", register, module.flag);
  });
  for (const module of others) if (module.isLanguage) runModule(f, module);
  if (tracer) runModule(f, tracer);
  bindBuiltins(f);
  traced(f, () => {
    lowerStatements(f, main.tree.body);
    if (server && f.isReachable) serveHandler(f, server);
  });
  endFunction(f);
}

function serveHandler(f: FunctionState, server: ModuleState): void {
  runModule(f, server);
  f.scoped(() => {
    const base = f.registers.run(2);
    loadConstant(f, staticConst(staticOfGlobal(server, serveFunction)!), base);
    f.code.emit("GETG", base + 1, f.module.globalSlot(handlerName));
    f.code.emit("CALL", base, 1);
  });
}

/** The function that imports a module: it runs the body at its first call, and at the next one if the body has failed. */
export function lowerImported(module: ModuleState, unit: FunctionUnit): void {
  const f = begin(module, unit);
  const run = f.code.label();
  const failed = f.code.label();
  const exception = f.temporary();
  f.scoped(() => {
    const flag = f.temporary();
    f.code.emit("GETG", flag, module.flag);
    f.code.jump("JF", run, flag);
    f.code.emit("RETN");
    f.code.bind(run);
    f.code.emit("SETG", loadConstant(f, TRUE, flag), module.flag);
  });
  bindBuiltins(f);
  traced(f, () => {
    protect(f, { handler: failed, register: exception }, () =>
      lowerStatements(
        f,
        module.tree.body.filter((statement) => !isStatic(module, statement)),
      ),
    );
    if (f.isReachable) {
      const { parent } = module;
      if (parent) {
        const last = module.name.slice(module.name.lastIndexOf(".") + 1);
        f.scoped(() => f.code.emit("SETG", loadConstant(f, f.program.moduleValue(module)), parent.slot(last)));
      }
      leave(f, 0, () => giveBack(f, null));
    }
    f.bound = null;
    f.code.bind(failed);
    f.scoped(() => f.code.emit("SETG", loadConstant(f, FALSE), module.flag));
    reraise(f, exception);
  });
  endFunction(f);
}
