/** The compiler's front door: a source file in, an image with its debug file out. */
import { readFileSync } from "node:fs";
import { linkedEntries } from "../build/generated/entries.js";
import { prelude } from "../build/generated/prelude.js";
import type { Const } from "./constants.js";
import { type DebugFile, debugFile } from "./debug.js";
import { type Diagnostic, DiagnosticCollector } from "./diagnostics.js";
import { Environment, methodsOfTypes } from "./environment.js";
import { LINKED_ENTRIES, writeImage } from "./image.js";
import { languageOf } from "./language.js";
import { type LibraryTexts, ownLibrary } from "./library.js";
import { linkProgram } from "./link.js";
import { lintModule } from "./lint/lint.js";
import { functionUnit, lowerPending, ownStatic } from "./lower/bound-once.js";
import { staticConst, staticOfGlobal, targetOfGlobal } from "./lower/known.js";
import { lowerImported, lowerMain, numberGlobals } from "./lower/modules.js";
import { type ModuleState, ProgramState } from "./lower/state.js";
import { markLines } from "./lower/trace-marks.js";
import { type PreludeData, preludeFunctions } from "./prelude-data.js";
import type { LinkedMethod, Program } from "./program.js";
import { SourceFile } from "./source.js";

export interface CompileOptions {
  /** Path of the main file; the program's own modules are looked for beside it. */
  readonly path: string;
  /** Its text, if it is at hand. */
  readonly text?: string;
  /** Reads a file's text; null if there is none. Default: the file system. */
  readonly readFile?: (path: string) => string | null;
  /** What messages and tracebacks call the main file; default: `path`. */
  readonly displayPath?: string;
  /** The prelude that the program will run with; default: the one of this build. */
  readonly prelude?: PreludeData;
  /** The library; default: that of this build. */
  readonly library?: LibraryTexts;
  /** Folders with modules for several programs: looked through after the program's own folder, linked as far as the program uses them. */
  readonly folders?: readonly string[];
  /** Adds the warnings of `nanopy check`. */
  readonly lint?: boolean;
}

export interface CompileResult {
  /** Empty if there are errors. */
  readonly image: Uint8Array;
  readonly debug: DebugFile;
  /** Errors and warnings, in source order. */
  readonly diagnostics: readonly Diagnostic[];
}

export function readTextFile(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Compiles a program. A mistake of the user's is a diagnostic, never an exception. */
export function compileProgram(options: CompileOptions): CompileResult {
  const { path, displayPath = path, readFile = readTextFile, prelude: data = prelude, library = ownLibrary } = options;
  const collector = new DiagnosticCollector();
  const functions = preludeFunctions(data);
  const state = new ProgramState(new Environment(functions, false), collector, new Environment(functions, true));
  const text = options.text ?? readFile(path);
  if (text === null) {
    collector.error(new SourceFile(displayPath, ""), "NP200", { start: 0, end: 0 }, `'${path}' cannot be read`);
    return failure(collector);
  }
  const main = state.newFunction("<module>", 0);
  const linked = linkProgram(state, collector, { path, text, displayPath, readFile, library, folders: options.folders ?? [] });
  if (options.lint) lintModules([linked.main, ...linked.others], languageOf(library).builtins);
  if (collector.hasErrors) return failure(collector);
  if (linked.tracer) traceProgram(state, linked.tracer, [linked.main, ...linked.others]);
  for (const module of [linked.main, ...linked.others]) numberGlobals(module);
  lowerMain(linked.main, main, linked.others, linked.server);
  for (const module of linked.others) if (module.body) lowerImported(module, module.body);
  const language = linked.others.filter((module) => module.isLanguage);
  const methods = language.flatMap(linkedMethods);
  finish(state);
  failOnMissing(state);
  if (state.globals.length > 0xffff || state.functions.length > 0xffff || state.classes.length > 0xffff) {
    linked.main.error("NP208", linked.main.tree.span, "the program has more than 65535 globals, functions or classes");
  }
  if (collector.hasErrors) return failure(collector);

  for (const unit of state.functions) unit.isBuiltin = unit.owner === null && language.some(({ file }) => file === unit.file);
  const program: Program = {
    main,
    functions: state.functions,
    classes: state.classes,
    modules: [...state.moduleValues.values()],
    methods,
    readsArguments: state.readsArguments,
    hasHandler: linked.server !== null,
    globals: state.globals,
    files: linked.files,
    prelude: data,
    tables: null,
  };
  const image = writeImage(program);
  return { image: image.bytes, debug: debugFile(program, image), diagnostics: collector.all };
}

/** Makes the program's own functions tell what they do. */
function traceProgram(state: ProgramState, tracer: ModuleState, modules: readonly ModuleState[]): void {
  const own = modules.filter((module) => !module.isLibrary);
  state.tracer = tracer;
  state.readsFrameGlobals = own.some(({ source }) => source.text.includes("f_globals"));
  for (const { tree, source } of own) markLines(tree, source);
}

/** The program's own modules, not the library's. */
function lintModules(linked: readonly ModuleState[], names: ReadonlySet<string>): void {
  const modules = linked.filter((module) => !module.isLibrary && module.source.path !== "");
  for (const module of modules)
    lintModule(module, { modules, isBuiltin: (name) => module.environment.builtin(name) !== null || names.has(name) });
}

/** The functions of a module that are methods of builtin types, or that the machine calls. */
const linkedMethods = (module: ModuleState): LinkedMethod[] =>
  [...module.bindings.names.keys()].flatMap((name) => {
    const known = ownStatic(module, name);
    if (known?.kind !== "function") return [];
    const entry = linkedEntries.indexOf(name);
    if (entry >= 0) return [{ type: LINKED_ENTRIES, name, entry, unit: functionUnit(known.module, known.node) }];
    return methodsOfTypes(name).map(({ type, method }) => ({ type, name: method, unit: functionUnit(known.module, known.node) }));
  });

/** Prelude functions that the compiler relies on are part of the build: their lack is no mistake of the user's. */
export function failOnMissing(state: ProgramState): void {
  if (state.missingIntrinsics.size === 0) return;
  throw new Error(
    `the prelude lacks functions that the compiler calls (or they are not among its first 256): ${[...state.missingIntrinsics].join(", ")}`,
  );
}

/** Lowers what has been named of the library, and fills the tables of modules that are values, which may name more. */
function finish(state: ProgramState): void {
  const filled = new Set<ModuleState>();
  do {
    lowerPending(state);
    for (const [module, unit] of state.moduleValues) {
      if (filled.has(module)) continue;
      filled.add(module);
      for (const name of module.names()) unit.names.set(name, inTable(module, name));
    }
  } while (state.pending.length > 0 || filled.size < state.moduleValues.size);
}

/** What the table of a module says of a name: what it always is, or its global. */
function inTable(module: ModuleState, name: string): Const | number {
  const target = targetOfGlobal(module, name);
  if (target) return module.program.moduleValue(target);
  const known = staticOfGlobal(module, name);
  return known ? staticConst(known) : module.globalSlot(name);
}

function failure(collector: DiagnosticCollector): CompileResult {
  return {
    image: new Uint8Array(),
    debug: { version: 1, build_id: "", files: [], globals: [], functions: [] },
    diagnostics: collector.all,
  };
}
