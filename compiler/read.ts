/** Source texts read: tree, scopes and bindings. The library's are read once, however many programs are compiled. */
import { createHash } from "node:crypto";
import type { ClassDef, Module, Statement } from "./ast.js";
import { checkSubset } from "./check.js";
import { DiagnosticCollector } from "./diagnostics.js";
import { placeImports } from "./dynamic-imports.js";
import { placeLiteralCode } from "./literal-code.js";
import { type ModuleBindings, moduleBindings } from "./lower/bindings.js";
import { walk } from "./lower/walk.js";
import { chooseOsErrors } from "./os-errors.js";
import { parseModule } from "./parser/parse.js";
import type { Scopes } from "./scope.js";
import { analyzeScopes } from "./scopes.js";
import { SourceFile } from "./source.js";

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
  const placed = placeImports(placeLiteralCode(parseModule(source, collector), source), collector, isThere);
  return readTree(chooseOsErrors(placed), source, collector);
}

function readTree(tree: Module, source: SourceFile, collector: DiagnosticCollector): ReadSource {
  const scopes = analyzeScopes(tree, source, collector);
  checkSubset(tree, source, collector, scopes);
  return { source, file: fileOf(source), tree, scopes, bindings: moduleBindings(tree) };
}

/** A text of the library, with the bodies of its classes: each program has them cut down (`shake.ts`). */
interface Known extends ReadSource {
  readonly classes: readonly { readonly node: ClassDef; readonly body: readonly Statement[] }[];
}

const known = new Map<string, Known>();

/** Reads a text of the library as it was written. One compilation at a time has it. */
export function readLibrary(path: string, text: string, collector: DiagnosticCollector): ReadSource {
  const before = known.get(path);
  if (before?.source.text === text) {
    for (const { node, body } of before.classes) node.body.splice(0, node.body.length, ...body);
    return before;
  }
  const own = new DiagnosticCollector();
  const source = new SourceFile(path, text);
  const read = readTree(placeLiteralCode(parseModule(source, own), source), source, own);
  for (const diagnostic of own.all) collector.add(diagnostic);
  if (own.all.length === 0) {
    const classes = [...walk(read.tree)].filter((node) => node.kind === "ClassDef");
    known.set(path, { ...read, classes: classes.map((node) => ({ node, body: [...node.body] })) });
  }
  return read;
}

/** What was read of this text has been changed for one program: the next reads it again. */
export function forgetLibrary(path: string): void {
  known.delete(path);
}
