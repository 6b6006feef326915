import type { Diagnostic } from "./diagnostics.js";

export interface RenderOptions {
  /** Use ANSI colours. */
  readonly color?: boolean;
}

const RESET = "\u001b[0m";
const STYLES = { error: "\u001b[1;31m", warning: "\u001b[1;33m", gutter: "\u001b[2m", hint: "\u001b[36m" } as const;
const LINES_BEFORE = 1;

/**
 * A diagnostic for people: `file:line:column: error NP110: message`, the source around it with the place underlined,
 * and the hint. Without a line end at the end.
 */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions = {}): string {
  const { file, span, severity, code, message, hint } = diagnostic;
  const paint = (style: keyof typeof STYLES, text: string) => (options.color ? `${STYLES[style]}${text}${RESET}` : text);
  const { line, column } = file.positionOf(span.start);
  const parts = [`${file.path}:${line}:${column}: ${paint(severity, `${severity} ${code}`)}: ${message}`];

  const width = String(line).length;
  for (let shown = Math.max(1, line - LINES_BEFORE); shown <= line; shown++) {
    const text = file.lineText(shown);
    parts.push(`${paint("gutter", `${String(shown).padStart(width)} |`)} ${text}`.trimEnd());
  }
  const end = file.positionOf(Math.max(span.start, span.end - 1));
  const text = [...file.lineText(line)];
  const lastColumn = end.line === line ? end.column : text.length;
  // Tabs stay tabs, so that the mark stands under its text however wide they are shown.
  const indent = text.slice(0, column - 1).map((character) => (character === "\t" ? "\t" : " "));
  const mark = "^".repeat(Math.max(1, lastColumn - column + 1));
  parts.push(`${paint("gutter", `${" ".repeat(width)} |`)} ${indent.join("")}${paint(severity, mark)}`);
  if (hint !== undefined) parts.push(`${" ".repeat(width)} ${paint("gutter", "=")} ${paint("hint", "hint")}: ${hint}`);
  return parts.join("\n");
}

/** A diagnostic for tools. Lines and columns count from 1, columns in code points; the end is exclusive. */
export interface DiagnosticRecord {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** The form of a diagnostic that goes into JSON. */
export function diagnosticToJson({ file, span, severity, code, message, hint }: Diagnostic): DiagnosticRecord {
  const start = file.positionOf(span.start);
  const end = file.positionOf(span.end);
  return {
    file: file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    severity,
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}
