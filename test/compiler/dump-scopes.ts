import type { Scope, ScopeSymbol } from "../../compiler/scopes.js";

/** CPython's word for a scope in its symbol tables. */
function heading(scope: Scope): string {
  switch (scope.kind) {
    case "module":
      return "module top";
    case "class":
      return `class ${scope.name}`;
    default:
      return `function ${scope.name.replace(/[<>]/g, "")}`;
  }
}

function flags(symbol: ScopeSymbol, scope: Scope): string[] {
  const { resolution } = symbol;
  const isModuleName = scope.kind === "module" && symbol.isBound;
  const isOutside = resolution === "global" || resolution === "builtin";
  const all: Record<string, boolean> = {
    parameter: symbol.isParameter,
    global: isOutside,
    declared_global: symbol.declaredGlobal && scope.kind !== "module",
    nonlocal: symbol.declaredNonlocal,
    local: resolution === "local" || resolution === "cell" || isModuleName,
    free: resolution === "free",
    imported: symbol.isImported,
    annotated: symbol.isAnnotated,
    bound: symbol.isBound,
    referenced: symbol.isReferenced,
  };
  return Object.keys(all).filter((name) => all[name]);
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** One line a scope and a symbol, as ast_oracle.py prints CPython's symbol tables. */
export function dumpScopes(scope: Scope, depth = 0, lines: string[] = []): string[] {
  lines.push(`${" ".repeat(depth)}${heading(scope)}`);
  const symbols = [...scope.symbols.values()].sort((a, b) => byCodePoint(a.name, b.name));
  for (const symbol of symbols) {
    const text = flags(symbol, scope).join(" ");
    // A module's name that only a `global` statement mentions leaves a trace in CPython's table, or none.
    if (scope.kind === "module" && text === "global") continue;
    lines.push(`${" ".repeat(depth)} ${symbol.name} ${text}`.trimEnd());
  }
  for (const child of scope.children) dumpScopes(child, depth + 1, lines);
  return lines;
}
