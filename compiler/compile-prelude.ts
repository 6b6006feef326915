/** Compiles the prelude: image 0, all of runtime-c/prelude as one module that holds nothing but plain functions. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { builtins, sharedMethods } from "../build/generated/builtins.js";
import { type Entry as MachineEntry, entries as machineEntries } from "../build/generated/entries.js";
import type { FunctionDef, Module, Statement } from "./ast.js";
import { checkSubset } from "./check.js";
import { IMMEDIATE, immediate, place } from "./constants.js";
import { type DebugFile, debugFile } from "./debug.js";
import { type Diagnostic, DiagnosticCollector } from "./diagnostics.js";
import { Environment, methodOfType, type PreludeFunction } from "./environment.js";
import { writeImage } from "./image.js";
import { moduleBindings } from "./lower/bindings.js";
import { endFunction } from "./lower/functions.js";
import { FunctionState, ModuleState, ProgramState } from "./lower/state.js";
import { isHelper, lowerStatic, visibleName } from "./lower/statics.js";
import { parseModule } from "./parser/parse.js";
import type { PreludeData } from "./prelude-data.js";
import { emptyFunction, type FunctionUnit, type Program, type TypeMethod } from "./program.js";
import { fileOf } from "./read.js";
import { analyzeScopes } from "./scopes.js";
import { SourceFile } from "./source.js";

export interface PreludeResult {
  /** Empty if there are errors. */
  readonly image: Uint8Array;
  readonly data: PreludeData;
  readonly debug: DebugFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of the prelude. */
export interface PreludeSource {
  readonly path: string;
  readonly text: string;
}

/** The files of a folder, in the order of their names. */
export function preludeSources(folder: string): PreludeSource[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".py"))
    .sort()
    .map((name) => ({ path: `prelude/${name}`, text: readFileSync(join(folder, name), "utf8") }));
}

/** `wanted`: the functions that the machine calls, which get the first numbers. */
export function compilePrelude(sources: readonly PreludeSource[], wanted: readonly MachineEntry[] = machineEntries): PreludeResult {
  const collector = new DiagnosticCollector();
  const files = sources.map(({ path, text }) => new SourceFile(path, text));
  const trees = files.map((file) => parseModule(file, collector));
  const found = trees.flatMap((tree, index) => functionsOf(tree, files[index]!, collector).map((node) => ({ node, index })));
  // The machine's entries come first, in the order of their numbers. CALLP numbers the first 256: the helpers, which the compiler and the prelude call most.
  const entries = wanted.flatMap((entry) => found.filter(({ node }) => node.name === entry.name));
  const rest = found.filter((item) => !entries.includes(item));
  const ordered = [...entries, ...rest.filter(({ node }) => isHelper(node)), ...rest.filter(({ node }) => !isHelper(node))];
  const units = ordered.map(({ node, index }, id) => emptyFunction(id, visibleName(node.name), index));
  const known = ordered.map(({ node }, index) => describe(node, units[index]!, index));

  const state = new ProgramState(new Environment(known, true), collector);
  state.functions.push(...units);
  const modules = trees.map((tree, index) => {
    const scopes = analyzeScopes(tree, files[index]!, collector);
    checkSubset(tree, files[index]!, collector, scopes);
    return new ModuleState(state, "builtins", files[index]!, index, tree, scopes, moduleBindings(tree), false, null, "prelude");
  });
  checkUnique(ordered.map(({ node, index }) => ({ node, module: modules[index]! })));
  const main = state.newFunction("<module>", 0);
  if (!collector.hasErrors) {
    for (const [index, item] of ordered.entries()) lowerStatic(modules[item.index]!, item.node, units[index]!);
    endFunction(new FunctionState(modules[0]!, modules[0]!.scopes.module, main, null, ""));
    for (const unit of state.functions) if (unit.id >= ordered.length) unit.isHidden = true;
  }
  if (collector.hasErrors) return failure(collector);
  for (const entry of wanted) checkEntry(entry, units[known.findIndex(({ name }) => name === entry.name)]);
  if (state.missingIntrinsics.size > 0) throw new Error(`the prelude lacks: ${[...state.missingIntrinsics].join(", ")}`);

  const program: Program = {
    main,
    functions: state.functions.filter((unit) => unit !== main),
    classes: state.classes,
    modules: [],
    methods: [],
    readsArguments: false,
    hasHandler: false,
    globals: state.globals,
    files: files.map(fileOf),
    prelude: null,
    tables: { entries: wanted.length, methods: methodsOf(known) },
  };
  const image = writeImage(program);
  const word = (unit: FunctionUnit) => immediate(IMMEDIATE.function, place(0, image.offsets.get(unit)!));
  const data: PreludeData = {
    buildId: image.buildId,
    symbols: image.symbols,
    functions: known.map((entry, index) => [
      entry.name,
      word(units[index]!),
      entry.positional,
      entry.required,
      entry.hasVarArgs,
      entry.needsKeywords,
    ]),
  };
  return { image: image.bytes, data, debug: debugFile(program, image), diagnostics: collector.all };
}

/** The functions at the top level; anything else there is an error. */
function functionsOf(tree: Module, file: SourceFile, collector: DiagnosticCollector): FunctionDef[] {
  const isDocstring = (statement: Statement) => statement.kind === "Expr" && statement.value.kind === "Constant";
  return tree.body.flatMap((statement) => {
    if (statement.kind === "FunctionDef" && statement.decorator_list.length === 0) return [statement];
    if (!isDocstring(statement)) collector.error(file, "NP210", statement.span, "the prelude holds plain functions only");
    return [];
  });
}

function checkUnique(entries: readonly { node: FunctionDef; module: ModuleState }[]): void {
  const seen = new Set<string>();
  for (const { node, module } of entries) {
    if (seen.has(node.name)) module.error("NP210", node.span, `'${node.name}' is defined twice in the prelude`);
    seen.add(node.name);
  }
}

function describe(node: FunctionDef, unit: FunctionUnit, index: number): PreludeFunction {
  const { args } = node;
  const positional = args.posonlyargs.length + args.args.length;
  return {
    name: node.name,
    value: { kind: "function", unit },
    index,
    positional,
    required: positional - args.defaults.length,
    hasVarArgs: args.vararg !== null,
    needsKeywords: args.kw_defaults.includes(null),
  };
}

/** The machine relies on what entries.def says of a function; the verifier checks the same. */
function checkEntry({ name, least, most, isGenerator }: MachineEntry, unit: FunctionUnit | undefined): void {
  if (!unit) throw new Error(`the prelude lacks ${name}, an entry of the machine`);
  const takesLeast = unit.positional - unit.defaults.length <= least && unit.keywordOnly === unit.keywordDefaults.length;
  if (!takesLeast || (most > unit.positional && !unit.hasVarArgs) || unit.isGenerator !== isGenerator)
    throw new Error(`entries.def says that ${name} is a ${isGenerator ? "generator" : "function"} of ${least} to ${most} arguments`);
}

/** The methods of the builtin types: the natives of builtins.def, in their place or besides what the prelude defines. */
function methodsOf(functions: readonly PreludeFunction[]): TypeMethod[] {
  const methods = new Map<string, TypeMethod>();
  const add = (method: TypeMethod) => methods.set(`${method.type} ${method.name}`, method);
  for (const { kind, type, name, number } of builtins) if (kind !== "function") add({ type, name, kind: "builtin", number });
  for (const { type, number } of sharedMethods) add({ type, name: builtins[number]!.name, kind: "builtin", number });
  for (const { name, index } of functions) {
    const method = methodOfType(name);
    if (method) add({ type: method.type, name: method.method, kind: "function", number: index });
  }
  return [...methods.values()];
}

function failure(collector: DiagnosticCollector): PreludeResult {
  return {
    image: new Uint8Array(),
    data: { buildId: "", symbols: [], functions: [] },
    debug: { version: 1, build_id: "", files: [], globals: [], functions: [] },
    diagnostics: collector.all,
  };
}
