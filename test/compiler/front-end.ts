import type { Module } from "../../compiler/ast.js";
import { checkSubset } from "../../compiler/check.js";
import { type Diagnostic, DiagnosticCollector } from "../../compiler/diagnostics.js";
import { parseModule } from "../../compiler/parser/parse.js";
import { analyzeScopes, type Scope, type Scopes } from "../../compiler/scopes.js";
import { SourceFile } from "../../compiler/source.js";

export interface Analysis {
  readonly file: SourceFile;
  readonly module: Module;
  readonly scopes: Scopes;
  readonly diagnostics: readonly Diagnostic[];
  /** The errors as "line: message". */
  readonly errors: string[];
}

/** Runs the whole front end over a source text. */
export function analyze(source: string, path = "test.py"): Analysis {
  const file = new SourceFile(path, source);
  const collector = new DiagnosticCollector();
  const module = parseModule(file, collector);
  const scopes = analyzeScopes(module, file, collector);
  checkSubset(module, file, collector, scopes);
  const diagnostics = collector.all;
  const errors = diagnostics
    .filter((diagnostic) => diagnostic.severity === "error")
    .map((diagnostic) => `${file.lineOf(diagnostic.span.start)}: ${diagnostic.message}`);
  return { file, module, scopes, diagnostics, errors };
}

/** The scope of that name, wherever it is. */
export function scopeNamed(scopes: Scopes, name: string): Scope {
  for (const scope of scopes.all()) if (scope.name === name) return scope;
  throw new Error(`no scope is named ${name}`);
}
