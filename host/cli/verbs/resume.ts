/** `nanopy resume`: goes on from a snapshot. */
import type { Command } from "commander";
import { Snapshot } from "../../../compiler/snapshot-reader.js";
import { arenaSizeOf, isSnapshot } from "../../formats.js";
import { type ExecuteOptions, execute } from "../execute.js";
import { CliError, exitCodeHelp } from "../exit-codes.js";
import { readBytes } from "../files.js";
import { loadImageOf, notSnapshot } from "../load.js";
import { eventOption, heapOption, limitOptions, targetOption } from "../options.js";
import type { Outcome } from "../program.js";

const examples = `
Examples:
  $ nanopy resume t.nps
  $ nanopy resume t.nps --target lx106
  $ nanopy resume t.nps --image builds/thermostat.npi --suspend-after 9000 -o later.nps
`;

/** `--suspend-after` counts from the program's start: a point that is behind would never be reached. */
function refusePast(path: string, snapshot: Uint8Array, suspendAfter: number | undefined): void {
  if (suspendAfter === undefined) return;
  const executed = new Snapshot(snapshot, 0).count("instructions");
  if (suspendAfter <= executed)
    throw new CliError(`${path} was taken after ${executed} instructions, and --suspend-after counts from the program's start: give more`);
}

export function declareResume(program: Command, outcome: Outcome): void {
  const command = program
    .command("resume")
    .description("go on from a snapshot; its image is found beside it by its build id")
    .argument("<snapshot>", "a snapshot made by --suspend-after")
    .option("--image <file>", "the image, or the program it is compiled from")
    .addOption(targetOption())
    .addOption(heapOption("what it had"));
  command.addOption(eventOption());
  for (const option of limitOptions("over the one gone on from")) command.addOption(option);
  command.addHelpText("after", `${exitCodeHelp}\n${examples}`);
  command.action(async (path: string, options: ExecuteOptions & { heap?: number; image?: string }) => {
    const snapshot = readBytes(path);
    if (!isSnapshot(snapshot)) throw new CliError(notSnapshot(path, snapshot));
    refusePast(path, snapshot, options.suspendAfter);
    const image = loadImageOf(path, snapshot, options.image);
    outcome.exitCode = await execute(image, { heap: options.heap ?? arenaSizeOf(snapshot), snapshot }, { snapshotPath: path, ...options });
  });
}
