/** `nanopy restart`: starts a board anew. */
import { type Command, Option } from "commander";
import { type BoardOptions, boardOption, jsonOption, print, printJson, withBoard } from "../boards.js";

interface RestartOptions extends BoardOptions {
  force?: boolean;
}

export function declareRestart(program: Command): void {
  program
    .command("restart")
    .description("restart a board: its functions are stored first, and go on where they stood")
    .addOption(boardOption())
    .addOption(new Option("--force", "also where a function can't be stored: it then goes on from where it was stored last"))
    .addOption(jsonOption())
    .addHelpText("after", "\nExamples:\n  $ nanopy restart --board kitchen\n")
    .action((options: RestartOptions) =>
      withBoard("restart", options.board, async (board) => {
        const { boots, functions } = await board.restart({ whatever: options.force ?? false });
        if (options.json) printJson({ address: board.address, boots, functions });
        else print(`${board.address}: restarted, ${functions} functions; it has started ${boots} times`);
      }),
    );
}
