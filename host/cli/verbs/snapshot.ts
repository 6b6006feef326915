/** `nanopy snapshot`: the state of a function as a file. */
import type { Command } from "commander";
import { isSnapshot } from "../../formats.js";
import { type BoardOptions, boardOption, jsonOption, print, printJson, withBoard } from "../boards.js";
import { findDebugFile } from "../debug-store.js";
import { CliError } from "../exit-codes.js";
import { withEnding, writeBytes } from "../files.js";

const examples = `
The image goes beside it (.npi; and the prelude, where the board's firmware is of another version), so that nanopy resume and nanopy inspect can use it here, and nanopy restore on any board.

Examples:
  $ nanopy snapshot thermostat -o monday.nps
  $ nanopy resume monday.nps
`;

export function declareSnapshot(program: Command): void {
  program
    .command("snapshot")
    .description("write the state of a function to a file; it goes on afterwards")
    .argument("<name>", "a function on the board")
    .option("-o, --output <file>", "where it goes (default: NAME.nps)")
    .addOption(boardOption())
    .addOption(jsonOption())
    .addHelpText("after", examples)
    .action((name: string, options: BoardOptions & { output?: string }) =>
      withBoard(`snapshot ${name}`, options.board, async (board) => {
        const { snapshot, image, head, prelude } = await board.snapshot(name);
        if (!isSnapshot(snapshot))
          throw new CliError(
            `${name} on ${board.address} has no state to write: ${snapshot.length === 0 ? "it has not begun" : "it has failed"}`,
          );
        const path = options.output ?? `${name}.nps`;
        const imagePath = withEnding(path, ".npi");
        writeBytes(path, snapshot);
        writeBytes(imagePath, image);
        if (prelude) writeBytes(withEnding(path, ".prelude.npi"), prelude);
        const debug = findDebugFile(head.build);
        if (debug) writeBytes(withEnding(path, ".npd"), JSON.stringify(debug));
        if (options.json) printJson({ name, snapshot: path, snapshotBytes: snapshot.length, image: imagePath, imageBytes: image.length });
        else print(`${path}: ${snapshot.length} bytes, with ${imagePath}: ${image.length} bytes`);
      }),
    );
}
