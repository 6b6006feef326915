import type * as ast from "./ast.js";
import type { DiagnosticCollector } from "./diagnostics.js";
import type { Scope, Scopes } from "./scope.js";
import type { SourceFile } from "./source.js";
import { visitExpressions } from "./visit.js";

/** Builtins that the subset leaves out, with what to do instead. */
const MISSING_BUILTINS: Readonly<Record<string, string>> = {
  __import__:
    "modules are put together when the program is compiled: write an import statement, or the names of modules that are there as texts in the file",
};

/** `type`, and `abc.ABCMeta`, which is nothing else here. */
function isPlainMetaclass(value: ast.Expression): boolean {
  const name = value.kind === "Name" ? value.id : value.kind === "Attribute" ? value.attr : "";
  return name === "type" || name === "ABCMeta";
}

/**
 * Reports what Python allows and the subset leaves out on purpose, as far as the parser has not: `__import__`, and metaclasses.
 */
export function checkSubset(module: ast.Module, file: SourceFile, collector: DiagnosticCollector, scopes: Scopes): void {
  for (const scope of scopes.all()) {
    if (scope.node.kind !== "ClassDef") continue;
    const metaclass = scope.node.keywords.find((keyword) => keyword.arg === "metaclass");
    if (metaclass === undefined || isPlainMetaclass(metaclass.value)) continue;
    const hint = "use __init_subclass__ or a class decorator";
    collector.error(file, "NP154", metaclass.span, "metaclasses are not supported", hint);
  }
  visitExpressions(module, scopes, (node, scope) => {
    if (node.kind !== "Call" || node.func.kind !== "Name") return;
    const { id, span } = node.func;
    const hint = Object.hasOwn(MISSING_BUILTINS, id) ? MISSING_BUILTINS[id] : undefined;
    if (hint !== undefined && isBuiltin(id, scope)) collector.error(file, "NP153", span, `${id}() is not supported`, hint);
  });
}

/** Whether a name means the builtin: the user may have something of the same name. */
export function isBuiltin(id: string, innermost: Scope): boolean {
  // What is evaluated outside a scope, such as a default, is found in its parent.
  for (let scope: Scope | null = innermost; scope !== null; scope = scope.parent) {
    const symbol = scope.lookup(id);
    if (symbol !== undefined) return symbol.resolution === "builtin";
  }
  return true;
}
