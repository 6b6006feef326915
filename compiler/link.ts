/**
 * Finds the modules of a program: the main file and everything that it imports, in the end. A module is looked for beside the
 * program, then in the library, but some that no file can replace; what the library imports is the library's own.
 */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Expression, Import, ImportFrom, Node, Statement } from "./ast.js";
import { catches } from "./catching.js";
import { type CodeText, findCodeTexts, tableModule } from "./code-texts.js";
import { libraryFolder } from "./debug.js";
import type { DiagnosticCollector } from "./diagnostics.js";
import { isLanguageModule, isOfTypes, languageOf } from "./language.js";
import { isBeforeFiles, type LibraryTexts, libraryFile, libraryName, offeredModules } from "./library.js";
import { moduleBindings } from "./lower/bindings.js";
import { modulesThatRun } from "./lower/bound-once.js";
import { noSuchName } from "./lower/imports.js";
import { bindsItself, fromModuleName } from "./lower/known.js";
import { findPassages, lendNames } from "./lower/lent.js";
import { type ModuleOrigin, ModuleState, type ProgramState } from "./lower/state.js";
import { namesTracing, traceFunctions, traceModule } from "./lower/trace.js";
import { children, importsIn } from "./lower/walk.js";
import { nearNames } from "./near-names.js";
import { fileOf, readLibrary, readSource } from "./read.js";
import { analyzeScopes } from "./scopes.js";
import { handlerName, serveFunction, servesHandler, shakeLibrary, unservedHandler } from "./shake.js";
import { SourceFile } from "./source.js";
import { takeBackChanges } from "./tree-changes.js";

export interface LinkOptions {
  /** Path of the main file. */
  readonly path: string;
  readonly text: string;
  /** What tracebacks and messages call it. */
  readonly displayPath: string;
  /** The text of a file; null if there is none. */
  readonly readFile: (path: string) => string | null;
  readonly library: LibraryTexts;
  /** Folders of modules that the program shares with others. */
  readonly folders: readonly string[];
}

export interface LinkedProgram {
  readonly main: ModuleState;
  /** The other modules, each after the packages around it. */
  readonly others: readonly ModuleState[];
  /** The library's module that serves the main module's handler; null if there is no handler. */
  readonly server: ModuleState | null;
  /** The library's module that a traced program tells what it does; null if nothing is traced. */
  readonly tracer: ModuleState | null;
  readonly files: readonly { path: string; sha256: string }[];
}

export function linkProgram(program: ProgramState, collector: DiagnosticCollector, options: LinkOptions): LinkedProgram {
  takeBackChanges();
  return new Linker(program, collector, options).link();
}

/** A folder in which modules are looked for, and what messages call it. */
interface Place {
  readonly folder: string;
  readonly shown: string;
  readonly origin: "program" | "folder";
}

interface Found {
  readonly path: string;
  readonly text: string;
  readonly isPackage: boolean;
  readonly place: Place;
}

class Linker {
  /** Where modules are looked for: beside the program first. */
  private readonly places: readonly Place[];
  private readonly placeOf = new Map<ModuleState, Place>();
  /** By dotted name; those of the library by `libraryPath`. */
  private readonly modules = new Map<string, ModuleState | null>();
  private readonly files: { path: string; sha256: string }[] = [];
  private main: ModuleState | null = null;
  private library: LibraryTexts;
  private texts: ReadonlyMap<string, CodeText> = new Map();

  constructor(
    private readonly program: ProgramState,
    private readonly collector: DiagnosticCollector,
    private readonly options: LinkOptions,
  ) {
    this.places = [
      { folder: dirname(options.path), shown: dirname(options.displayPath), origin: "program" },
      ...options.folders.map((folder): Place => ({ folder, shown: folder, origin: "folder" })),
    ];
    this.library = options.library;
  }

  link(): LinkedProgram {
    const main = this.add(
      { name: "__main__", isPackage: false, parent: null, origin: "program" },
      this.options.displayPath,
      this.options.text,
    );
    this.main = main;
    this.follow(main);
    const roots = this.addTexts();
    const server = servesHandler(main.tree) ? this.findLibrary("nanopy") : null;
    this.warnOfHandler(main);
    if (server) roots.push({ module: server, name: serveFunction });
    const tracer = this.findTracer([main, ...this.found()]);
    if (tracer) roots.push(...traceFunctions.map((name) => ({ module: tracer, name })));
    const { reached, facts } = shakeLibrary([main, ...this.found()], roots, {
      language: languageOf(this.options.library),
      module: (name) => this.addLibrary(name)!,
    });
    this.program.facts = facts;
    const others = this.found().filter((module) => !module.isShaken || reached.has(module));
    for (const module of others)
      if (module.isLanguage) for (const name of module.bindings.names.keys()) this.program.language.set(name, module);
    for (const module of [main, ...others]) this.findStarNames(module, new Set());
    lendNames(others);
    const running = modulesThatRun(others);
    findPassages(others, running);
    for (const module of others) if (running.has(module) && module.passes.length === 0) this.giveBody(module);
    for (const module of others) this.markImports(module, module, new Set());
    return { main, others, server, tracer, files: this.files };
  }

  /** What traced functions call, if a module of the program names it. */
  private findTracer(modules: readonly ModuleState[]): ModuleState | null {
    if (modules.some((module) => !module.isLibrary && namesTracing(module.source.text))) return this.addLibrary(traceModule);
    // Nobody can have it then, not even who takes all of sys.
    const isTracing = (statement: Statement): boolean => statement.kind === "ImportFrom" && statement.module === traceModule;
    for (const module of modules) {
      if (module.isLibrary && module.tree.body.some(isTracing)) module.prune(module.tree.body.filter((statement) => !isTracing(statement)));
    }
    return null;
  }

  /** Adds the texts that the program executes. Of modules that do, all they define stays, for texts may ask for it by name. */
  private addTexts(): { module: ModuleState; name: string }[] {
    const own = [this.main!, ...this.found().filter(({ isLibrary }) => !isLibrary)];
    const { builtins } = languageOf(this.options.library);
    const isBuiltin = (name: string) => this.program.environment.builtin(name) !== null || (builtins.has(name) && !name.startsWith("_"));
    const found = findCodeTexts(own, this.options.library, isBuiltin, this.collector);
    if (!found) return [];
    this.library = found.library;
    this.texts = found.texts;
    for (const module of found.users) {
      for (const { binds, asks } of found.texts.values()) {
        for (const name of binds) module.assigned.add(name);
        for (const name of asks) module.asked.add(name);
      }
    }
    this.addLibrary(tableModule);
    return [...found.users].flatMap((module) => [...module.definitions].map((name) => ({ module, name })));
  }

  private found(): ModuleState[] {
    return [...this.modules.values()].filter((module) => module !== null);
  }

  /** Whoever writes a handler expects it to be called. */
  private warnOfHandler(main: ModuleState): void {
    const handler = unservedHandler(main.tree);
    if (!handler) return;
    const span = { ...handler.span, end: handler.body[0]?.span.start ?? handler.span.end };
    this.collector.warning(
      main.source,
      "NP211",
      span,
      "handler takes event and context: with other parameters it is a plain function, which no invocation calls",
      `write 'def ${handlerName}(event, context):', or give it another name`,
    );
  }

  private add(
    place: { name: string; isPackage: boolean; parent: ModuleState | null; origin: ModuleOrigin },
    path: string,
    text: string,
  ): ModuleState {
    const isLibrary = place.origin === "library" || place.origin === "language";
    const { name, isPackage, parent, origin } = place;
    const package_ = isPackage ? name : (parent?.name ?? null);
    const read = isLibrary
      ? readLibrary(path, text, this.collector)
      : readSource(new SourceFile(path, text), this.collector, package_, (wanted) => this.isThere(wanted));
    const module = new ModuleState(
      this.program,
      name,
      read.source,
      this.files.length,
      read.tree,
      read.scopes,
      read.bindings,
      isPackage,
      parent,
      origin,
    );
    this.files.push(read.file);
    return module;
  }

  /** The function that imports the module; a folder without `__init__.py` needs none. */
  private giveBody(module: ModuleState): void {
    if (module.source.path === "" || (module.isLanguage && module.tree.body.length === 0)) return;
    module.body = this.program.newFunction("<module>", module.file);
    module.flag = this.program.newGlobal(`<import ${module.name}>`);
  }

  /** Finds what a module imports. */
  private follow(module: ModuleState): void {
    const visit = (node: Node, isOptional: boolean): void => {
      if (isOptional) {
        this.program.guarded.add(node);
        if (node.kind === "Attribute") this.program.expected.add(node.attr);
      }
      if (node.kind === "Import") for (const alias of node.names) this.require(module, alias.name, alias, isOptional);
      else if (node.kind === "ImportFrom") this.requireFrom(module, node, isOptional);
      else if (node.kind === "Try" && node.handlers.length > 0) {
        for (const statement of node.body) visit(statement, isOptional || catches(node.handlers, MISSING));
        for (const rest of [...node.handlers, ...node.orelse, ...node.finalbody]) visit(rest, isOptional);
      } else if (node.kind === "If" && isForTools(node.test)) for (const rest of node.orelse) visit(rest, isOptional);
      else for (const child of children(node)) visit(child, isOptional);
    };
    visit(module.tree, module.isText);
  }

  private requireFrom(module: ModuleState, node: ImportFrom, isOptional: boolean): void {
    const name = fromModuleName(module, node);
    if (name === null) {
      const hint = "modules beside the main file are imported by their plain names";
      if (!isOptional) module.error("NP201", node.span, "attempted relative import with no known parent package", hint);
      return;
    }
    if (!this.require(module, name, node, isOptional)) return;
    const found = module.resolve.get(name);
    if (!found) return;
    for (const alias of node.names) {
      if (alias.name === "*" || bindsItself(found, alias.name)) continue;
      const inner = `${found.name}.${alias.name}`;
      const submodule = found.isLibrary ? this.findLibrary(inner) : this.find(inner);
      if (submodule) module.resolve.set(submodule.name, submodule);
      else if (found.isLanguage && this.program.environment.builtin(alias.name)) continue;
      else if (found.isLibrary && !isOptional) noSuchName(module, alias, found, alias.name);
    }
  }

  /** Makes a dotted module, and the packages around it, known to `module`. False if it cannot be found. */
  private require(module: ModuleState, name: string, node: Import["names"][number] | ImportFrom, isOptional: boolean): boolean {
    const parts = name.split(".");
    for (let count = 1; count <= parts.length; count++) {
      const prefix = parts.slice(0, count).join(".");
      if (prefix === "__main__" && this.main) {
        module.resolve.set(prefix, this.main);
        continue;
      }
      const isOwn = module.isOurs || isBeforeFiles(this.options.library, prefix);
      const found = (isOwn ? null : this.find(prefix)) ?? this.findLibrary(prefix);
      if (!found) {
        if (!isOptional) module.error("NP200", node.span, `no module named '${prefix}'`, this.whatExists(prefix));
        return false;
      }
      module.resolve.set(prefix, found);
    }
    return true;
  }

  private find(name: string): ModuleState | null {
    const known = this.modules.get(name);
    if (known !== undefined) return known;
    const parts = name.split(".");
    const parent = parts.length > 1 ? this.find(parts.slice(0, -1).join(".")) : null;
    if (parts.length > 1 && !parent?.isPackage) return null;
    const found = this.read(parts, parent ? [this.placeOf.get(parent)!] : this.places);
    if (!found) {
      this.modules.set(name, null);
      return null;
    }
    const { isPackage, place, path, text } = found;
    const module = this.add({ name, isPackage, parent, origin: place.origin }, path, text);
    this.placeOf.set(module, place);
    this.modules.set(name, module);
    this.follow(module);
    return module;
  }

  /** A module of the library that may be imported. */
  private findLibrary(wanted: string): ModuleState | null {
    const name = libraryName(this.library, wanted);
    return name === null || isOfTypes(name) ? null : this.addLibrary(name);
  }

  private addLibrary(name: string): ModuleState | null {
    const { library } = this;
    const file = libraryFile(library, name)!;
    const key = `${libraryFolder}${file}.py`;
    const known = this.modules.get(key);
    if (known !== undefined) return known;
    const code = this.texts.get(name);
    if (code) return this.addText(key, code);
    const isPackage = file.endsWith("/__init__");
    const parent = name.includes(".") ? this.findLibrary(name.slice(0, name.lastIndexOf("."))) : null;
    const origin = isLanguageModule(file) ? "language" : "library";
    const module = this.add({ name, isPackage, parent, origin }, key, library[file]!);
    this.modules.set(key, module);
    this.follow(module);
    return module;
  }

  private addText(key: string, { source, tree }: CodeText): ModuleState {
    const scopes = analyzeScopes(tree, source, this.collector);
    const file = this.files.push(fileOf(source)) - 1;
    const module = new ModuleState(this.program, "__main__", source, file, tree, scopes, moduleBindings(tree), false, null, "text");
    this.modules.set(key, module);
    this.follow(module);
    return module;
  }

  /** A package's `__init__.py`, a module's file, or a folder without `__init__.py`, which is an empty package: what the first place has. */
  private read(parts: readonly string[], places: readonly Place[]): Found | null {
    for (const place of places) {
      const shown = (...tail: string[]) => join(place.shown, ...tail);
      const initial = [...parts, "__init__.py"];
      const package_ = this.options.readFile(join(place.folder, ...initial));
      if (package_ !== null) return { path: shown(...initial), text: package_, isPackage: true, place };
      const file = [...parts.slice(0, -1), `${parts.at(-1)}.py`];
      const text = this.options.readFile(join(place.folder, ...file));
      if (text !== null) return { path: shown(...file), text, isPackage: false, place };
      if (namesIn(join(place.folder, ...parts)).length > 0) return { path: "", text: "", isPackage: true, place };
    }
    return null;
  }

  /** Whether there is a module of a dotted name, without reading it. */
  private isThere(name: string): boolean {
    const found = this.read(name.split("."), this.places);
    return found ? found.path !== "" : libraryName(this.options.library, name) !== null && !isOfTypes(name);
  }

  private whatExists(name: string): string {
    const own = this.places.flatMap(({ folder }) => namesIn(folder)).filter((known) => !this.options.path.endsWith(`${known}.py`));
    const near = nearNames(name, new Set([...own, ...offeredModules(this.options.library)]));
    if (near.length > 0) return `did you mean ${near.join(" or ")}?`;
    return "modules are looked for beside the program, and in the library: docs/differences.md lists it";
  }

  /** The names that star imports bring into a module. */
  private findStarNames(module: ModuleState, seen: Set<ModuleState>): void {
    if (seen.has(module)) return;
    seen.add(module);
    for (const statement of importsIn(module.tree)) {
      if (statement.kind !== "ImportFrom" || statement.names[0]?.name !== "*") continue;
      const name = fromModuleName(module, statement);
      const from = name === null ? null : module.resolve.get(name);
      if (!from) continue;
      this.findStarNames(from, seen);
      const names = [...from.bindings.names.keys(), ...from.starNames.keys()].filter((candidate) => !isBorrowed(from, candidate));
      for (const exported of from.bindings.all ?? names.filter((candidate) => !candidate.startsWith("_"))) {
        module.starNames.set(exported, from);
      }
    }
  }

  /** Notes everything that a module's import leads to. */
  private markImports(start: ModuleState, module: ModuleState, seen: Set<ModuleState>): void {
    for (const next of module.resolve.values()) {
      start.imports.add(next);
      if (seen.has(next)) continue;
      seen.add(next);
      this.markImports(start, next, seen);
    }
  }
}

/** True for a name of a library module that another public module's is, which it uses and does not offer. */
function isBorrowed(module: ModuleState, name: string): boolean {
  const bindings = module.isLibrary ? module.bindings.names.get(name) : undefined;
  const isHidden = (statement: Import | ImportFrom) => statement.kind === "ImportFrom" && statement.module?.startsWith("_");
  return bindings?.every((binding) => binding.kind === "import" && !isHidden(binding.statement)) ?? false;
}

/** True for the condition of what only type checkers look at. */
const isForTools = (test: Expression): boolean =>
  (test.kind === "Name" && test.id === "TYPE_CHECKING") || (test.kind === "Attribute" && test.attr === "TYPE_CHECKING");

/** What is raised where a module or a name of it is missing. */
const MISSING = new Set(["AttributeError", "ImportError", "ModuleNotFoundError", "NameError", "Exception", "BaseException"]);

/** The modules that lie in a folder. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.name.endsWith(".py"))
      .map((entry) => entry.name.slice(0, -3))
      .sort();
  } catch {
    return [];
  }
}
