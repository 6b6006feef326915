import type * as ast from "./ast.js";
import type { DiagnosticCollector } from "./diagnostics.js";
import type { Resolution, Scope, ScopeSymbol, Scopes } from "./scope.js";
import { ScopeBuilder } from "./scope-builder.js";
import type { SourceFile } from "./source.js";

export { mangle, type Resolution, Scope, type ScopeKind, type ScopeNode, type ScopeSymbol, Scopes } from "./scope.js";

const CLASS_CELL = "__class__";

/**
 * Finds the scopes of a module and where every name lives, by the rules of CPython's symtable. Contradictions are
 * reported.
 */
export function analyzeScopes(module: ast.Module, file: SourceFile, collector: DiagnosticCollector): Scopes {
  const { scopes, globals } = new ScopeBuilder(file, collector, module);
  scopes.globals.push(...globals);
  new Resolver(file, collector, globals).resolve(scopes.module, null, new Set());
  return scopes;
}

/** The second pass: decides where names live, from the outside in, and what is captured, from the inside out. */
class Resolver {
  constructor(
    private readonly file: SourceFile,
    private readonly collector: DiagnosticCollector,
    private readonly globals: ReadonlySet<string>,
  ) {}

  /**
   * @param bound names that enclosing functions bind; null in the module, which no function encloses
   * @param declaredGlobal names that enclosing scopes declare global
   * @returns the names that the scope, or one inside it, takes from enclosing functions
   */
  resolve(scope: Scope, bound: ReadonlySet<string> | null, declaredGlobal: ReadonlySet<string>): Set<string> {
    const visibleBound = new Set(bound);
    const visibleGlobal = new Set(declaredGlobal);
    const free = new Set<string>();
    const isClass = scope.kind === "class";
    for (const symbol of scope.symbols.values()) {
      symbol.resolution = this.resolutionOf(symbol, scope, bound);
      if (symbol.resolution === "free") free.add(symbol.name);
      // Functions inside a class do not see its names: they see what the class itself sees.
      if (isClass) continue;
      if (symbol.declaredGlobal) {
        visibleGlobal.add(symbol.name);
        visibleBound.delete(symbol.name);
      } else if (symbol.resolution === "local") {
        visibleBound.add(symbol.name);
        visibleGlobal.delete(symbol.name);
      }
    }
    if (isClass) visibleBound.add(CLASS_CELL);

    for (const child of scope.children) {
      for (const name of this.resolve(child, visibleBound, visibleGlobal)) this.capture(scope, name, free);
    }
    scope.usesClassCell = scope.isFunctionLike && scope.symbols.get(CLASS_CELL)?.resolution === "free";
    return free;
  }

  private resolutionOf(symbol: ScopeSymbol, scope: Scope, bound: ReadonlySet<string> | null): Resolution {
    const outside: Resolution = this.globals.has(symbol.name) ? "global" : "builtin";
    if (symbol.declaredGlobal || scope.kind === "module") return outside;
    if (symbol.declaredNonlocal) {
      if (bound?.has(symbol.name)) return "free";
      this.collector.error(this.file, "NP131", symbol.span, `no binding for nonlocal '${symbol.name}' found`);
      return outside;
    }
    if (symbol.isBound) return "local";
    return bound?.has(symbol.name) ? "free" : outside;
  }

  /** An inner scope takes `name` from outside: it is ours, or we hand it through. */
  private capture(scope: Scope, name: string, free: Set<string>): void {
    if (scope.kind === "class" && name === CLASS_CELL) {
      scope.needsClassCell = true;
      return;
    }
    const symbol = scope.symbols.get(name);
    const isOurs = symbol?.resolution === "local" || symbol?.resolution === "cell";
    if (isOurs && scope.kind !== "class") {
      symbol.resolution = "cell";
      return;
    }
    free.add(name);
    if (symbol === undefined) scope.symbols.set(name, passedThrough(name, scope));
    else if (isOurs && !scope.handedThrough.includes(name)) scope.handedThrough.push(name);
  }
}

/** The symbol of a name that a scope does not mention but an inner one takes from further outside. */
function passedThrough(name: string, scope: Scope): ScopeSymbol {
  return {
    name,
    resolution: "free",
    isBound: false,
    isReferenced: false,
    isParameter: false,
    isImported: false,
    isAnnotated: false,
    declaredGlobal: false,
    declaredNonlocal: false,
    span: scope.node.span,
  };
}
