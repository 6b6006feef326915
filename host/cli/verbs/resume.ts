/** `nanopy resume`: goes on from a snapshot here, or with a suspended function on a board. */
import { existsSync } from "node:fs";
import type { Command } from "commander";
import { Snapshot } from "../../../compiler/snapshot-reader.js";
import { arenaSizeOf, isSnapshot } from "../../formats.js";
import { type BoardOptions, boardOption, jsonOption, print, printJson, withBoard } from "../boards.js";
import { type ExecuteOptions, execute } from "../execute.js";
import { CliError, exitCodeHelp } from "../exit-codes.js";
import { readBytes } from "../files.js";
import { loadImageOf, notSnapshot } from "../load.js";
import { eventOption, heapOption, limitOptions, pinsOptions, targetOption } from "../options.js";
import type { Outcome } from "../program.js";

const examples = `
A file is a snapshot and goes on here. Anything else is the name of a function that was suspended on a board; so is everything with --board.
A function that stands still because its move to another board was interrupted goes on where it is, and the move is given up.

Examples:
  $ nanopy resume t.nps
  $ nanopy resume t.nps --target lx106
  $ nanopy resume t.nps --image builds/thermostat.npi --suspend-after 9000 -o later.nps
  $ nanopy resume thermostat --board tcp:127.0.0.1:7890
`;

/** `--suspend-after` counts from the program's start: a point that is behind would never be reached. */
function refusePast(path: string, snapshot: Uint8Array, suspendAfter: number | undefined): void {
  if (suspendAfter === undefined) return;
  const executed = new Snapshot(snapshot, 0).count("instructions");
  if (suspendAfter <= executed)
    throw new CliError(`${path} was taken after ${executed} instructions, and --suspend-after counts from the program's start: give more`);
}

const isFile = (what: string): boolean => existsSync(what) || what.endsWith(".nps");

const resumeOnBoard = (name: string, { board: flag, json }: BoardOptions): Promise<void> =>
  withBoard(`resume ${name}`, flag, async (board) => {
    const moving = (await board.stat(name)).state === "prepared";
    const { state } = await board.resume(name);
    if (json) printJson({ name, state, moveGivenUp: moving });
    else print(`${name}: ${state}${moving ? "; its move to another board is given up, it goes on here" : ""}`);
  });

export function declareResume(program: Command, outcome: Outcome): void {
  const command = program
    .command("resume")
    .description("go on from a snapshot (its image is found beside it), or with a suspended function on a board")
    .argument("<snapshot>", "a snapshot made by --suspend-after, or a function's name")
    .option("--image <file>", "the image, or the program it is compiled from")
    .addOption(targetOption())
    .addOption(heapOption("what it had"));
  command.addOption(eventOption());
  for (const option of pinsOptions()) command.addOption(option);
  for (const option of limitOptions("over the one gone on from")) command.addOption(option);
  command.addOption(boardOption()).addOption(jsonOption());
  command.addHelpText("after", `${exitCodeHelp}\n${examples}`);
  command.action(async (path: string, options: ExecuteOptions & BoardOptions & { heap?: number; image?: string }) => {
    if (options.board !== undefined || !isFile(path)) {
      await resumeOnBoard(path, options);
      return;
    }
    const snapshot = readBytes(path);
    if (!isSnapshot(snapshot)) throw new CliError(notSnapshot(path, snapshot));
    refusePast(path, snapshot, options.suspendAfter);
    const image = loadImageOf(path, snapshot, options.image);
    outcome.exitCode = await execute(image, { heap: options.heap ?? arenaSizeOf(snapshot), snapshot }, { snapshotPath: path, ...options });
  });
}
