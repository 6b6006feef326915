/** `nanopy check`: compiles programs without writing anything, and says what will not work or costs memory. */
import type { Command } from "commander";
import { compileProgram } from "../../../compiler/compile.js";
import type { Diagnostic } from "../../../compiler/diagnostics.js";
import { diagnosticToJson, renderDiagnostic } from "../../../compiler/render-diagnostic.js";
import { ExitCode } from "../exit-codes.js";
import { readBytes } from "../files.js";
import { libraryFolders, sourceText, useColor } from "../load.js";
import type { Outcome } from "../program.js";

export function declareCheck(program: Command, outcome: Outcome): void {
  program
    .command("check")
    .description("say what in FILE, and in the modules that it imports, will not work or costs memory")
    .argument("<file...>", "Python programs")
    .option("--json", "print the findings as JSON")
    .addHelpText(
      "after",
      "\nExits with 0 if nothing was found, 1 if there were warnings alone, 2 if there were errors. A comment '# noqa: NP301' silences\n" +
        "that code on its line, '# noqa' all. docs/check.md has every code with an example.\n\n" +
        "Examples:\n  $ nanopy check thermostat.py\n  $ nanopy check *.py --json\n",
    )
    .action((files: string[], options: { json?: boolean }) => {
      const found = withoutRepeats(files.flatMap(checkFile));
      if (options.json) process.stdout.write(`${JSON.stringify({ diagnostics: found.map(diagnosticToJson) })}\n`);
      else for (const diagnostic of found) process.stdout.write(`${renderDiagnostic(diagnostic, { color: useColor(process.stdout) })}\n`);
      if (found.some(({ severity }) => severity === "error")) outcome.exitCode = ExitCode.usage;
      else if (found.length > 0) outcome.exitCode = ExitCode.findings;
    });
}

const checkFile = (path: string): readonly Diagnostic[] =>
  compileProgram({ path, text: sourceText(path, readBytes(path)), folders: libraryFolders(path), lint: true }).diagnostics;

/** A module that several programs import is told of once. */
function withoutRepeats(found: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set<string>();
  return found.filter(({ file, span, code, message }) => {
    const key = `${file.path}:${span.start}:${code}:${message}`;
    return !known.has(key) && known.add(key);
  });
}
