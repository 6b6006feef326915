/** Declares the verbs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { packageRoot } from "../machine/locate.js";
import { exitCodeHelp } from "./exit-codes.js";
import { declareAttach } from "./verbs/attach.js";
import { declareBuild } from "./verbs/build.js";
import { declareCheck } from "./verbs/check.js";
import { declareDeploy } from "./verbs/deploy.js";
import { declareDevices } from "./verbs/devices.js";
import { declareDf } from "./verbs/df.js";
import { declareDisasm } from "./verbs/disasm.js";
import { declareFlash } from "./verbs/flash.js";
import { declareRemove, declareSuspend } from "./verbs/function-verbs.js";
import { declareInfo } from "./verbs/info.js";
import { declareInspect } from "./verbs/inspect.js";
import { declareInvoke } from "./verbs/invoke.js";
import { declareLogs } from "./verbs/logs.js";
import { declareMigrate } from "./verbs/migrate.js";
import { declarePs } from "./verbs/ps.js";
import { declareRestart } from "./verbs/restart.js";
import { declareRestore } from "./verbs/restore.js";
import { declareResume } from "./verbs/resume.js";
import { declareRun } from "./verbs/run.js";
import { declareSim } from "./verbs/sim.js";
import { declareSnapshot } from "./verbs/snapshot.js";
import { declareTop } from "./verbs/top.js";
import { declareUpdate } from "./verbs/update.js";
import { declareWifi } from "./verbs/wifi.js";

/** Verbs leave the exit code of the process here. */
export interface Outcome {
  exitCode: number;
}

type Declare = (program: Command, outcome: Outcome) => void;

/** The verbs under the heads that --help shows. */
const groups: [string, Declare[]][] = [
  ["Run here:", [declareBuild, declareCheck, declareRun, declareResume, declareDisasm, declareInspect]],
  ["Boards:", [declareDevices, declareFlash, declareInfo, declareDf, declareTop, declareUpdate, declareRestart, declareWifi, declareSim]],
  [
    "Functions on boards:",
    [
      declareDeploy,
      declareInvoke,
      declarePs,
      declareLogs,
      declareAttach,
      declareSuspend,
      declareSnapshot,
      declareRestore,
      declareMigrate,
      declareRemove,
    ],
  ],
];

export function createProgram(): { run(argv: string[]): Promise<number> } {
  const outcome: Outcome = { exitCode: 0 };
  const program = new Command("nanopy");
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  program
    .description("Compiles Python for small boards, runs it, stops it at any instruction and goes on elsewhere.")
    .version(version)
    .showHelpAfterError("(nanopy --help, or nanopy VERB --help, tells more)")
    .addHelpText("after", `${exitCodeHelp}\n\nExamples:\n  $ nanopy run hello.py\n  $ nanopy build hello.py -o hello.npi\n`);
  for (const [head, verbs] of groups) {
    program.commandsGroup(head);
    for (const declare of verbs) declare(program, outcome);
  }
  for (const command of [program, ...program.commands]) command.exitOverride();
  return {
    async run(argv) {
      await program.parseAsync(argv);
      return outcome.exitCode;
    },
  };
}
