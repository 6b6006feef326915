/** `nanopy restore`: a new function on a board, made of a snapshot. */
import type { Command } from "commander";
import { isSnapshot } from "../../formats.js";
import { type BoardOptions, boardOption, jsonOption, nameOfFile, print, printJson, withBoard } from "../boards.js";
import { keepDebugFile } from "../debug-store.js";
import { CliError } from "../exit-codes.js";
import { readBytes } from "../files.js";
import { loadImageOf, notSnapshot, preludeBeside } from "../load.js";
import { functionLimitOptions, type LimitOptions, limitsOf } from "../options.js";
import { sendProgress } from "../progress.js";

interface RestoreOptions extends BoardOptions, LimitOptions {
  name?: string;
  image?: string;
  suspended?: boolean;
}

const examples = `
Examples:
  $ nanopy restore monday.nps --name thermostat
  $ nanopy run level.py --suspend-after 2000 && nanopy restore level.nps
`;

export function declareRestore(program: Command): void {
  const command = program
    .command("restore")
    .description("make a function on a board of a snapshot; it goes on where that was taken")
    .argument("<snapshot>", "a file made by nanopy snapshot, or by run --suspend-after")
    .option("--name <name>", "what the function is called (default: the file's name without ending)")
    .option("--image <file>", "the image, or the program it is compiled from (default: found beside it)");
  for (const option of functionLimitOptions({ kept: true })) command.addOption(option);
  command
    .option("--suspended", "do not start it before nanopy resume NAME")
    .addOption(boardOption())
    .addOption(jsonOption())
    .addHelpText("after", examples)
    .action(async (path: string, options: RestoreOptions) => {
      const snapshot = readBytes(path);
      if (!isSnapshot(snapshot)) throw new CliError(notSnapshot(path, snapshot));
      const { image, debug } = loadImageOf(path, snapshot, options.image);
      const name = options.name ?? nameOfFile(path);
      await withBoard(`restore ${name}`, options.board, async (board) => {
        const progress = sendProgress(path);
        const uid = await board
          .restore(
            name,
            { snapshot, image, head: limitsOf(options) },
            { suspended: options.suspended ?? false, onProgress: progress.show, prelude: preludeBeside(path) },
          )
          .finally(progress.end);
        if (debug) keepDebugFile(debug);
        if (options.json) printJson({ name, board: board.address, uid, snapshotBytes: snapshot.length });
        else print(`${name}: restored on ${board.address} from ${snapshot.length} bytes`);
      });
    });
}
