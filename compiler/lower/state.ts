/** What lowering carries along: the program, a module of it, and the function whose instructions are being made. */
import type { Expression, FunctionDef, Module, Node, Span, Statement } from "../ast.js";
import type { Const } from "../constants.js";
import type { DiagnosticCode } from "../diagnostic-codes.js";
import type { DiagnosticCollector } from "../diagnostics.js";
import { Code, type Label } from "../emit/code.js";
import { Registers } from "../emit/registers.js";
import type { Environment, PreludeFunction } from "../environment.js";
import type { Fact } from "../linked.js";
import { type ClassUnit, emptyFunction, type FunctionUnit, type ModuleUnit } from "../program.js";
import type { Scope, Scopes } from "../scope.js";
import type { SourceFile } from "../source.js";
import { type Bindings, type ModuleBindings, moduleBindings } from "./bindings.js";
import type { Static } from "./bound-once.js";

/** The program as it grows. */
export class ProgramState {
  readonly functions: FunctionUnit[] = [];
  readonly classes: ClassUnit[] = [];
  readonly globals: string[] = [];
  /** Modules that are used as values. */
  readonly moduleValues = new Map<ModuleState, ModuleUnit>();
  /** Functions of the library that are named while compiling, and those among them that are still to be lowered. */
  readonly staticUnits = new Map<FunctionDef, FunctionUnit>();
  readonly pending: { readonly module: ModuleState; readonly node: FunctionDef; readonly unit: FunctionUnit }[] = [];
  /** Imports and attributes in a `try` that catches what is raised where the name is missing: no mistake of the user's. */
  readonly guarded = new WeakSet<Node>();
  /** Names of such attributes: a program that asks once whether something is there knows that it may be missing. */
  readonly expected = new Set<string>();
  /** Modules that lack such a name: of those other missing names are warnings. */
  readonly doubted = new Set<ModuleState>();
  /** What has been seen of it, and the library asks for. */
  facts: ReadonlySet<Fact> = new Set();
  /** Prelude functions that the compiler needs and that are not there. */
  readonly missingIntrinsics = new Set<string>();
  readsArguments = false;
  /** The library's module for tracing, if the program names it; and whether it asks frames for their globals. */
  tracer: ModuleState | null = null;
  readsFrameGlobals = false;
  /** What of the language is library code and the program uses: the module of each name. */
  readonly language = new Map<string, ModuleState>();

  constructor(
    readonly environment: Environment,
    readonly diagnostics: DiagnosticCollector,
    /** What the modules of the library see: the prelude's hidden functions too. */
    readonly libraryEnvironment: Environment = environment,
  ) {}

  newFunction(name: string, file: number): FunctionUnit {
    const unit = emptyFunction(this.functions.length, name, file);
    this.functions.push(unit);
    return unit;
  }

  newClass(name: string, qualname: string, module: string): ClassUnit {
    const unit: ClassUnit = { id: this.classes.length, name, qualname, module, methods: [], slots: [], isClosed: false };
    this.classes.push(unit);
    return unit;
  }

  newGlobal(name: string): number {
    return this.globals.push(name) - 1;
  }

  /** A global that nothing ever binds: reading it raises the NameError. */
  unboundGlobal(name: string): number {
    return this.globals.push(name) - 1;
  }

  moduleValue(module: ModuleState): Const {
    let unit = this.moduleValues.get(module);
    if (!unit) {
      unit = { id: this.moduleValues.size, name: module.name, names: new Map() };
      this.moduleValues.set(module, unit);
    }
    return { kind: "module", unit };
  }
}

/**
 * Where a module's source comes from: beside the program, a folder of modules that the program names, out of the library (what of the language is library code apart), a text in
 * the program that is executed, which is used as the library is, or out of the prelude.
 */
export type ModuleOrigin = "program" | "folder" | "library" | "language" | "text" | "prelude";

/** True for the import by which a module of the library offers what a hidden one defines. */
const isHandedOn = (statement: Node): boolean => statement.kind === "ImportFrom" && statement.module?.startsWith("_") === true;

/** One module of the program. */
export class ModuleState {
  /** The numbers of its globals, as far as they have been asked for. */
  readonly slots = new Map<string, number>();
  /** Names that `from module import *` brings in, and the module each comes from. */
  readonly starNames = new Map<string, ModuleState>();
  /** Names of a library module that it only imports, of what another one binds once: they mean that one's globals. */
  readonly lent = new Map<string, { readonly module: ModuleState; readonly name: string }>();
  /** It does nothing but hand on names: importing it imports these modules. */
  passes: readonly ModuleState[] = [];
  /** The function that imports it, null in the main module and a package without `__init__.py`. */
  body: FunctionUnit | null = null;
  /** The hidden global that is true once its import has begun. */
  flag = -1;
  /** Modules of the program that this one imports, by dotted name. */
  readonly resolve = new Map<string, ModuleState>();
  /** Names that code outside it assigns to or deletes, as attributes. */
  readonly assigned = new Set<string>();
  /** Names that texts ask for which it executes. */
  readonly asked = new Set<string>();
  /** The names of what it defines, or hands on out of a hidden module, whether the program uses it or not. */
  readonly definitions: ReadonlySet<string>;
  /** `from __future__ import annotations` makes annotations their texts. Asked before anything is cut from the module. */
  readonly annotationsAreTexts: boolean;
  /** The modules whose import this one's import may begin, in the end. */
  readonly imports = new Set<ModuleState>();
  /** What expressions in it are for certain, as far as that was asked (`known.ts`). */
  readonly knownModules = new Map<Expression, ModuleState | null>();
  readonly knownStatics = new Map<Expression, Static | null>();
  /** What functions in it bind. */
  readonly functionBindings = new Map<Scope, Bindings>();

  constructor(
    readonly program: ProgramState,
    readonly name: string,
    readonly source: SourceFile,
    readonly file: number,
    public tree: Module,
    readonly scopes: Scopes,
    public bindings: ModuleBindings,
    readonly isPackage: boolean,
    readonly parent: ModuleState | null,
    readonly origin: ModuleOrigin,
  ) {
    const isDefined = (name: string): boolean =>
      bindings.names.get(name)!.some((binding) => binding.kind !== "import" || (this.isLibrary && isHandedOn(binding.statement)));
    this.definitions = new Set([...bindings.names.keys()].filter(isDefined));
    this.annotationsAreTexts = tree.body.some(
      (statement) =>
        statement.kind === "ImportFrom" && statement.module === "__future__" && statement.names.some(({ name }) => name === "annotations"),
    );
  }

  get isPrelude(): boolean {
    return this.origin === "prelude";
  }

  get isLibrary(): boolean {
    return this.origin === "library" || this.isText || this.isLanguage;
  }

  /** True for what was written for this compiler and keeps its rules: nobody's program, and no text that one executes. */
  get isOurs(): boolean {
    return this.isLibrary && !this.isText;
  }

  /** True for a text that is executed (code-texts.ts). */
  get isText(): boolean {
    return this.origin === "text";
  }

  /** True for a module of which an image has only what the program uses. */
  get isShaken(): boolean {
    return this.isLibrary || this.origin === "folder";
  }

  /** True for what programs use without an import. */
  get isLanguage(): boolean {
    return this.origin === "language";
  }

  /** What its classes say that they come from: `_asyncio_locks` of the library is a part of `asyncio`. */
  get shownName(): string {
    return (this.isLibrary && /^_([a-z]+)_/.exec(this.name)?.[1]) || this.name;
  }

  /** What names that the module does not bind mean. */
  get environment(): Environment {
    return this.isLibrary ? this.program.libraryEnvironment : this.program.environment;
  }

  /** Leaves only these statements of its top level. */
  prune(body: Statement[]): void {
    this.tree = { ...this.tree, body };
    this.bindings = moduleBindings(this.tree);
  }

  /** The number of a global of this module. */
  slot(name: string): number {
    let slot = this.slots.get(name);
    if (slot === undefined) {
      slot = this.program.newGlobal(name);
      this.slots.set(name, slot);
    }
    return slot;
  }

  /** The number of the global that a name of this module means: one of its own, or one that a star import brought in. */
  globalSlot(name: string): number {
    const lent = this.lent.get(name);
    if (lent) return lent.module.globalSlot(lent.name);
    const origin = this.copies(name) ? undefined : this.starNames.get(name);
    return origin ? origin.globalSlot(name) : this.slot(name);
  }

  /** True for a name that a star import brings in and that has a global of its own here, because one of the two modules may bind it again. */
  copies(name: string): boolean {
    if (this.bindings.names.has(name)) return true;
    const origin = this.starNames.get(name);
    const bindings = origin?.bindings.names.get(name) ?? [];
    const isBoundAgain = bindings.length > 1 || origin?.assigned.has(name);
    return isBoundAgain === true && bindings.some((binding) => binding.kind !== "import" && binding.isTopLevel);
  }

  /** The names that statements bind in it. */
  names(): ReadonlySet<string> {
    return new Set([...this.bindings.names.keys(), ...this.starNames.keys(), ...this.assigned]);
  }

  /** True for a name that some statement binds in it. */
  binds(name: string): boolean {
    return this.bindings.names.has(name) || this.starNames.has(name) || this.assigned.has(name);
  }

  error(code: DiagnosticCode, span: Span, message: string, hint?: string): void {
    this.program.diagnostics.error(this.source, code, span, message, hint);
  }
}

/** The names that are bound for certain where the code stands; null where control cannot come. */
export type Bound = Set<string> | null;

/** Names bound on both ways. */
export function meet(a: Bound, b: Bound): Bound {
  if (a === null) return b === null ? null : new Set(b);
  if (b === null) return new Set(a);
  return new Set([...a].filter((name) => b.has(name)));
}

export interface LoopBlock {
  readonly kind: "loop";
  readonly breakLabel: Label;
  readonly continueLabel: Label;
  /** Names bound at every `break`. */
  breakBound: Bound;
  continueBound: Bound;
}

/** A stretch of code under an exception range, with something to do on every way out of it. */
export interface ProtectedBlock {
  readonly kind: "protected";
  readonly handler: Label;
  readonly register: number;
  /** Null: nothing is to be done. */
  readonly exit: (() => void) | null;
  /** The stretches that the range covers: it has a gap at each way out. */
  readonly covered: { start: Label; end: Label }[];
  start: Label | null;
  /** For code that handles an exception: where it lies, and what was handled before. */
  readonly handling: { exception: number; saved: number } | null;
}

export type Block = LoopBlock | ProtectedBlock;

/** How zero-argument super() and `__class__` find their class: by the function's owner, or by a cell. */
export type ClassAccess = "owner" | "cell";

export class FunctionState {
  readonly code = new Code();
  readonly registers = new Registers();
  /** Registers of local names; a captured local's register holds its cell. */
  readonly locals = new Map<string, number>();
  /** Numbers of captured cells. */
  readonly captured = new Map<string, number>();
  blocks: Block[] = [];
  bound: Bound = new Set();
  /** Locals that an assignment expression rebinds: their registers may change in mid-expression. */
  readonly unsteady = new Set<string>();
  /** In a class body: the register of the namespace. */
  namespace = -1;
  /** In a class body that keeps its annotations: their register. */
  annotations = -1;
  /** The innermost class around, and how it is reached. */
  owner: ClassUnit | null = null;
  classAccess: ClassAccess = "owner";
  /** The register of the `__class__` cell, in a frame that makes a class. */
  classCell = -1;
  /** In a traced function: the register of its frame as the library knows it. */
  frame = -1;
  /** True where a statement runs at most once: at module level or in a class body there, outside loops. */
  runsOnce = false;
  private readonly folded = new Map<Expression, Const | null>();

  constructor(
    readonly module: ModuleState,
    readonly scope: Scope,
    readonly unit: FunctionUnit,
    readonly parent: FunctionState | null,
    readonly qualname: string,
  ) {}

  /** True for a local that inner functions refer to. */
  isCell(name: string): boolean {
    return this.scope.symbols.get(name)?.resolution === "cell";
  }

  get program(): ProgramState {
    return this.module.program;
  }

  get isReachable(): boolean {
    return this.bound !== null;
  }

  lineOf(node: { readonly span: Span }): number {
    return this.module.source.lineOf(node.span.start);
  }

  /** A folded constant, worked out once. */
  memo(expression: Expression, compute: () => Const | null): Const | null {
    let value = this.folded.get(expression);
    if (value === undefined) {
      value = compute();
      this.folded.set(expression, value);
    }
    return value;
  }

  temporary(): number {
    return this.registers.temporary();
  }

  /** Runs `body` and gives the temporaries that it took free again. */
  scoped<T>(body: () => T): T {
    const mark = this.registers.mark;
    const result = body();
    this.registers.release(mark);
    return result;
  }

  move(to: number, from: number): void {
    if (to !== from) this.code.emit("MOVE", to, from);
  }

  /** Runs `body` with the line of `node`. */
  at<T>(node: { readonly span: Span }, body: () => T): T {
    const line = this.code.line;
    this.code.line = this.lineOf(node);
    const result = body();
    this.code.line = line;
    return result;
  }

  error(code: DiagnosticCode, node: { readonly span: Span }, message: string, hint?: string): void {
    this.module.error(code, node.span, message, hint);
  }

  /** A function of the prelude that the compiler itself calls. */
  intrinsic(name: string): PreludeFunction | null {
    const known = this.program.environment.preludeFunction(name);
    if (known === null || known.index > 255) this.program.missingIntrinsics.add(name);
    return known;
  }
}
