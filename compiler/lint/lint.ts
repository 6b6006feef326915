/** Runs the rules over one of the program's own modules. */
import type { Span } from "../ast.js";
import type { DiagnosticCode } from "../diagnostic-codes.js";
import type { ModuleState } from "../lower/state.js";
import { wrongArguments } from "./arguments.js";
import { unusedImports } from "./imports.js";
import { costlyMemory } from "./memory.js";
import { shadowedBuiltins, undefinedNames, unusedVariables } from "./names.js";
import { suspiciousCode } from "./suspicious.js";
import { unreachableCode } from "./unreachable.js";

/** What a rule tells its findings to. */
export type Report = (code: DiagnosticCode, span: Span, message: string, hint?: string) => void;

/** What rules ask about the rest of the program. */
export interface Surroundings {
  /** The program's own modules. */
  readonly modules: readonly ModuleState[];
  /** Whether a name that no module binds means something. */
  readonly isBuiltin: (name: string) => boolean;
}

export type Rule = (module: ModuleState, report: Report, surroundings: Surroundings) => void;

const rules: readonly Rule[] = [
  undefinedNames,
  unusedImports,
  unusedVariables,
  shadowedBuiltins,
  unreachableCode,
  wrongArguments,
  costlyMemory,
  suspiciousCode,
];

/** Adds the warnings of all rules to the program's diagnostics. Needs the module linked: star names and imports are known. */
export function lintModule(module: ModuleState, surroundings: Surroundings): void {
  const { source, program } = module;
  const report: Report = (code, span, message, hint) => {
    if (!isSilenced(source.lineText(source.lineOf(span.start)), code)) program.diagnostics.warning(source, code, span, message, hint);
  };
  for (const rule of rules) rule(module, report, surroundings);
}

/** `# noqa` silences all of a line, `# noqa: NP301, NP302` these codes. */
function isSilenced(line: string, code: DiagnosticCode): boolean {
  const comment = /#\s*noqa\b(?::\s*([A-Z0-9, ]+))?/i.exec(line);
  if (!comment) return false;
  return comment[1] === undefined || comment[1].toUpperCase().split(/[, ]+/).includes(code);
}
