/** Source texts read: tree, scopes and bindings. The library's are read once, however many programs are compiled. */
import { createHash } from "node:crypto";
import type { Module } from "./ast.js";
import { checkSubset } from "./check.js";
import { DiagnosticCollector } from "./diagnostics.js";
import { placeImports } from "./dynamic-imports.js";
import { placeLiteralCode } from "./literal-code.js";
import { type ModuleBindings, moduleBindings } from "./lower/bindings.js";
import { chooseOsErrors } from "./os-errors.js";
import { parseModule } from "./parser/parse.js";
import type { Scopes } from "./scope.js";
import { analyzeScopes } from "./scopes.js";
import { SourceFile } from "./source.js";
import { callOnTypes } from "./type-methods.js";

/** A text, and what it says whatever program it is part of. */
export interface ReadSource {
  readonly source: SourceFile;
  readonly file: { readonly path: string; readonly sha256: string };
  readonly tree: Module;
  readonly scopes: Scopes;
  readonly bindings: ModuleBindings;
}

export const fileOf = (source: SourceFile): { path: string; sha256: string } => ({
  path: source.path,
  sha256: createHash("sha256").update(source.text).digest("hex"),
});

/** Reads a text of the program's: `package_` is the package that it is in, `exists` says whether there is a module of a dotted name. */
export function readSource(
  source: SourceFile,
  collector: DiagnosticCollector,
  package_: string | null = null,
  exists: (name: string) => boolean = () => false,
): ReadSource {
  const isThere = (name: string, isRelative: boolean): boolean =>
    isRelative ? package_ !== null && exists(`${package_}.${name}`) : exists(name);
  const placed = placeImports(placeLiteralCode(parseModule(source, collector), source), source, collector, isThere);
  return readTree(callOnTypes(chooseOsErrors(placed, source), source), source, collector);
}

function readTree(tree: Module, source: SourceFile, collector: DiagnosticCollector): ReadSource {
  const scopes = analyzeScopes(tree, source, collector);
  checkSubset(tree, source, collector, scopes);
  return { source, file: fileOf(source), tree, scopes, bindings: moduleBindings(tree) };
}

const known = new Map<string, ReadSource>();

/** Reads a text of the library as it was written. One compilation at a time has it (`tree-changes.ts`). */
export function readLibrary(path: string, text: string, collector: DiagnosticCollector): ReadSource {
  const before = known.get(path);
  if (before?.source.text === text) return before;
  const own = new DiagnosticCollector();
  const source = new SourceFile(path, text);
  const read = readTree(placeLiteralCode(parseModule(source, own), source), source, own);
  for (const diagnostic of own.all) collector.add(diagnostic);
  if (own.all.length === 0) known.set(path, read);
  return read;
}
