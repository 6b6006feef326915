import type { ClassDef, ComprehensionExpression, FunctionDef, Lambda, Module, Span } from "./ast.js";

/** What opens a scope. A comprehension is a function of its own, as in CPython 3.11. */
export type ScopeNode = Module | FunctionDef | Lambda | ClassDef | ComprehensionExpression;

export type ScopeKind = "module" | "function" | "lambda" | "class" | "comprehension";

/**
 * Where a name lives, seen from one scope:
 * - `local`: in a register of this function; in a class scope, in the class namespace (a read that finds nothing there
 *   goes on to the globals and builtins, as CPython's LOAD_NAME does);
 * - `cell`: like `local`, and an inner scope refers to it, so it needs a cell;
 * - `free`: in a cell of an enclosing function; in a class scope, the class namespace is looked at first, as
 *   LOAD_CLASSDEREF does;
 * - `global`: bound somewhere at module level, by `global` or by a module's own statements;
 * - `builtin`: bound nowhere in the module: a builtin, an injected module name, or a NameError when it runs.
 *   In a class scope, `global` and `builtin` names that the class does not bind need no look at the class namespace.
 */
export type Resolution = "local" | "cell" | "free" | "global" | "builtin";

/** One name in one scope. `name` is mangled. */
export interface ScopeSymbol {
  readonly name: string;
  resolution: Resolution;
  /** Assigned, deleted, imported, defined, a loop target, …, or a parameter, in this very scope. */
  isBound: boolean;
  /** Read in this very scope. */
  isReferenced: boolean;
  isParameter: boolean;
  isImported: boolean;
  isAnnotated: boolean;
  declaredGlobal: boolean;
  declaredNonlocal: boolean;
  /** Where the name first appears in this scope. */
  readonly span: Span;
}

/** The symbol table of one scope. */
export class Scope {
  readonly children: Scope[] = [];
  readonly symbols = new Map<string, ScopeSymbol>();

  /** Mangled names in the order of CPython's `co_varnames`: positional, keyword-only, `*args`, `**kwargs`. */
  readonly parameters: string[] = [];

  /** A `yield` stands directly in this function, or it is a generator expression. */
  isGenerator = false;

  /** An `async def`, or a comprehension that awaits; with a yield in it, an asynchronous generator. */
  isAsync = false;

  /** A function with `super()` without arguments directly inside. */
  usesSuper = false;

  /** A function that reads `__class__`, by name or through `super()`; the name is then free here. */
  usesClassCell = false;

  /** A class one of whose methods needs `__class__`: the class body owns that cell. */
  needsClassCell = false;

  /**
   * For a class: the names in `self.NAME = …` of its plain methods, mangled, in order of first appearance. `self` is
   * the first parameter, whatever its name; static methods and class methods do not count.
   */
  readonly selfAttributes: string[] = [];

  /**
   * For a class: names that it binds itself while an inner function takes the variable of that name from a function
   * around the class. The class hands those through.
   */
  readonly handedThrough: string[] = [];

  constructor(
    readonly kind: ScopeKind,
    readonly node: ScopeNode,
    /** The function's or class's name; `<module>`, `<lambda>`, `<listcomp>`, … as CPython names code objects. */
    readonly name: string,
    readonly parent: Scope | null,
    /** The innermost class around, for mangling `__names`. */
    readonly privateClass: string | null,
  ) {
    parent?.children.push(this);
  }

  /** True for everything that runs in a frame with registers: functions, lambdas and comprehensions. */
  get isFunctionLike(): boolean {
    return this.kind !== "module" && this.kind !== "class";
  }

  /** True when an enclosing function exists, so that the scope's function may need a closure. */
  get isNested(): boolean {
    for (let scope = this.parent; scope !== null; scope = scope.parent) {
      if (scope.isFunctionLike) return true;
    }
    return false;
  }

  /** `id` as a name, attribute or keyword of this scope is really called (see {@link mangle}). */
  mangle(id: string): string {
    return mangle(this.privateClass, id);
  }

  /** The symbol for a Name as it is written in this scope. Every Name in the scope has one. */
  lookup(id: string): ScopeSymbol | undefined {
    return this.symbols.get(this.mangle(id));
  }

  /** Names that live in this scope (`local` and `cell`), parameters first, then in order of first appearance. */
  get locals(): string[] {
    return this.namesWhere((symbol) => symbol.resolution === "local" || symbol.resolution === "cell");
  }

  /** The names among {@link locals} that inner scopes refer to. */
  get cells(): string[] {
    return this.namesWhere((symbol) => symbol.resolution === "cell");
  }

  /** Names that live in enclosing functions and are used here, or are handed through to inner scopes. */
  get frees(): string[] {
    return [...this.namesWhere((symbol) => symbol.resolution === "free"), ...this.handedThrough];
  }

  private namesWhere(wanted: (symbol: ScopeSymbol) => boolean): string[] {
    return [...this.symbols.values()].filter(wanted).map((symbol) => symbol.name);
  }
}

/** All the scopes of a module. */
export class Scopes {
  private readonly byNode = new Map<ScopeNode, Scope>();

  /**
   * Every name that the module binds, at its top level or through a `global` declaration in a function, mangled, in
   * order of first appearance.
   */
  readonly globals: string[] = [];

  constructor(readonly module: Scope) {
    this.add(module);
  }

  /** Registers a scope under its node. */
  add(scope: Scope): void {
    this.byNode.set(scope.node, scope);
  }

  /** The scope that `node` opens. */
  of(node: ScopeNode): Scope {
    const scope = this.byNode.get(node);
    if (scope === undefined) throw new Error(`no scope was built for this ${node.kind}`);
    return scope;
  }

  /** All scopes, outer before inner, in source order. */
  all(): Iterable<Scope> {
    return this.byNode.values();
  }
}

/**
 * CPython's private name mangling: `__x` inside class `_C` becomes `_C__x`. Names that end in two underscores or hold a
 * dot stay, and so does everything outside classes or in a class whose name is all underscores.
 */
export function mangle(privateClass: string | null, id: string): string {
  if (privateClass === null || !id.startsWith("__") || id.endsWith("__") || id.includes(".")) return id;
  const stripped = privateClass.replace(/^_+/, "");
  return stripped === "" ? id : `_${stripped}${id}`;
}
