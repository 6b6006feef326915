import type { Module } from "../ast.js";
import type { DiagnosticCollector } from "../diagnostics.js";
import { tokenize } from "../lexer/lexer.js";
import type { SourceFile } from "../source.js";
import { Cursor } from "./cursor.js";
import { Nesting } from "./nesting.js";
import { StatementParser } from "./statements.js";

let parser: StatementParser | null = null;

/**
 * Parses a file. There is always a tree; when the collector has errors, the statements in which they are found are
 * missing from it.
 */
export function parseModule(file: SourceFile, collector: DiagnosticCollector): Module {
  parser ??= new StatementParser(true);
  const { tokens, unclosed } = tokenize(file, collector);
  return parser.parse(new Cursor(tokens, file, collector, new Nesting(), file.text.length), unclosed);
}
