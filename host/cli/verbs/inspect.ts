/** `nanopy inspect`: shows what is in a snapshot. */
import type { Command } from "commander";
import { inspectSnapshot, renderInspection } from "../../../compiler/inspect.js";
import { isSnapshot } from "../../formats.js";
import { CliError } from "../exit-codes.js";
import { readBytes } from "../files.js";
import { loadImageOf, notSnapshot } from "../load.js";

export function declareInspect(program: Command): void {
  program
    .command("inspect")
    .description("show the frames with their source lines, the globals and the objects of a snapshot")
    .argument("<snapshot>", "a snapshot made by --suspend-after")
    .option("--image <file>", "the image, or the program it is compiled from (default: found beside it)")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  $ nanopy inspect t.nps\n  $ nanopy inspect t.nps --json | jq '.globals'\n")
    .action((path: string, options: { image?: string; json?: boolean }) => {
      const snapshot = readBytes(path);
      if (!isSnapshot(snapshot)) throw new CliError(notSnapshot(path, snapshot));
      const { image, debug } = loadImageOf(path, snapshot, options.image);
      const inspection = inspectSnapshot(snapshot, image, debug);
      process.stdout.write(options.json ? `${JSON.stringify(inspection)}\n` : renderInspection(inspection));
    });
}
