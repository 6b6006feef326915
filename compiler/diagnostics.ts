import type { Span } from "./ast.js";
import type { DiagnosticCode } from "./diagnostic-codes.js";
import type { SourceFile } from "./source.js";

export type Severity = "error" | "warning";

/** Something to tell the user: a value, which other code renders. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly file: SourceFile;
  /** What to do instead. */
  readonly hint?: string;
}

/** Gathers the diagnostics of one compilation. */
export class DiagnosticCollector {
  private readonly found: Diagnostic[] = [];

  /** Adds a diagnostic. One that repeats another's code and place is dropped. */
  add(diagnostic: Diagnostic): void {
    const isRepeated = this.found.some(
      (other) =>
        other.file === diagnostic.file &&
        other.code === diagnostic.code &&
        other.span.start === diagnostic.span.start &&
        other.message === diagnostic.message,
    );
    if (!isRepeated) this.found.push(diagnostic);
  }

  /** Adds an error. */
  error(file: SourceFile, code: DiagnosticCode, span: Span, message: string, hint?: string): void {
    this.add({ code, severity: "error", message, span, file, ...(hint === undefined ? {} : { hint }) });
  }

  /** Adds a warning. */
  warning(file: SourceFile, code: DiagnosticCode, span: Span, message: string, hint?: string): void {
    this.add({ code, severity: "warning", message, span, file, ...(hint === undefined ? {} : { hint }) });
  }

  get hasErrors(): boolean {
    return this.found.some((diagnostic) => diagnostic.severity === "error");
  }

  /** Whether an error of `file` starts on the 1-based `line`. */
  hasErrorOnLine(file: SourceFile, line: number): boolean {
    return this.found.some(
      (diagnostic) => diagnostic.severity === "error" && diagnostic.file === file && file.lineOf(diagnostic.span.start) === line,
    );
  }

  /** All diagnostics, file by file, in source order. */
  get all(): readonly Diagnostic[] {
    const files = [...new Set(this.found.map((diagnostic) => diagnostic.file))];
    return [...this.found].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.span.start - b.span.start);
  }
}
