/** Declares the verbs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { packageRoot } from "../machine/locate.js";
import { exitCodeHelp } from "./exit-codes.js";
import { declareBuild } from "./verbs/build.js";
import { declareDisasm } from "./verbs/disasm.js";
import { declareInspect } from "./verbs/inspect.js";
import { declareResume } from "./verbs/resume.js";
import { declareRun } from "./verbs/run.js";

/** Verbs leave the exit code of the process here. */
export interface Outcome {
  exitCode: number;
}

export function createProgram(): { run(argv: string[]): Promise<number> } {
  const outcome: Outcome = { exitCode: 0 };
  const program = new Command("nanopy");
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  program
    .description("Compiles Python for small boards, runs it, stops it at any instruction and goes on elsewhere.")
    .version(version)
    .showHelpAfterError("(nanopy --help, or nanopy VERB --help, tells more)")
    .addHelpText("after", `${exitCodeHelp}\n\nExamples:\n  $ nanopy run hello.py\n  $ nanopy build hello.py -o hello.npi\n`);
  for (const declare of [declareBuild, declareRun, declareResume, declareDisasm, declareInspect]) declare(program, outcome);
  for (const command of [program, ...program.commands]) command.exitOverride();
  return {
    async run(argv) {
      await program.parseAsync(argv);
      return outcome.exitCode;
    },
  };
}
