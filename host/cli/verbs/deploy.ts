/** `nanopy deploy`: puts a program on a board and starts it. */
import type { Command } from "commander";
import { buildIdOf } from "../../formats.js";
import { type BoardOptions, boardOption, jsonOption, nameOfFile, print, printJson, withBoard } from "../boards.js";
import { keepDebugFile } from "../debug-store.js";
import { CliError } from "../exit-codes.js";
import { loadProgram, preludeBeside } from "../load.js";
import { functionLimitOptions, type LimitOptions, limitsOf } from "../options.js";
import { sendProgress } from "../progress.js";
import { bytes } from "../table.js";

interface DeployOptions extends BoardOptions, LimitOptions {
  name?: string;
  suspended?: boolean;
}

const examples = `
A function of the same name is replaced, and begins anew. Where main defines handler(event, context), nanopy invoke calls it.
After power loss it goes on from where its state was stored last: see --checkpoint; suspending and moving it, and making room for others, store it too.

Examples:
  $ nanopy deploy thermostat.py --board tcp:127.0.0.1:7890
  $ nanopy deploy build/thermostat.npi --name attic --heap 8K --checkpoint 5
  $ nanopy deploy add.py --timeout 2 --invocation-instructions 100_000
`;

/** A function that wants more than the board has would be sent for nothing. */
function checkHeap(heap: number, board: string, memory: number): void {
  if (heap > memory)
    throw new CliError(`--heap ${heap}: ${board} has ${bytes(memory)} (${memory} bytes) of memory for all functions; choose less`);
}

export function declareDeploy(program: Command): void {
  const command = program
    .command("deploy")
    .description("put a program on a board under a name, and start it")
    .argument("<file>", "a Python program, or an image made by nanopy build")
    .option("--name <name>", "what the function is called (default: the file's name without ending)");
  for (const option of functionLimitOptions()) command.addOption(option);
  command
    .option("--suspended", "do not start it before nanopy resume NAME")
    .addOption(boardOption())
    .addOption(jsonOption())
    .addHelpText("after", examples)
    .action(async (file: string, options: DeployOptions) => {
      const { image, debug } = loadProgram(file);
      const name = options.name ?? nameOfFile(file);
      await withBoard(`deploy ${name}`, options.board, async (board) => {
        if (options.heap !== undefined) checkHeap(options.heap, board.address, (await board.info()).poolBytes);
        const progress = sendProgress(file);
        const onProgress = progress.show;
        const deployed = await board
          .deploy({ image, name, ...limitsOf(options), suspended: options.suspended ?? false, onProgress, prelude: preludeBeside(file) })
          .finally(progress.end);
        if (debug) keepDebugFile(debug);
        const facts = {
          name,
          board: board.address,
          ...deployed,
          build: buildIdOf(image),
          imageBytes: image.length,
          sentBytes: progress.sent(),
        };
        if (options.json) printJson(facts);
        else
          print(
            `${name}: version ${deployed.version} on ${board.address}, image of ${image.length} bytes${progress.sent() ? "" : " (it was there)"}`,
          );
      });
    });
}
