/** The verbs that do one thing to functions named: `suspend` and `rm`. */
import type { Command } from "commander";
import type { Board } from "../../board/board.js";
import { type BoardOptions, boardOption, jsonOption, print, printJson, withBoard } from "../boards.js";

interface FunctionVerb {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  /** Does it to one function; returns the line for people, and what JSON says besides the name. */
  act(board: Board, name: string): Promise<{ line: string; json: object }>;
}

function declare(program: Command, verb: FunctionVerb): void {
  program
    .command(verb.name)
    .description(verb.description)
    .argument("<name...>", "functions on the board")
    .addOption(boardOption())
    .addOption(jsonOption())
    .addHelpText("after", `\nExamples:\n  $ nanopy ${verb.example}\n`)
    .action(async (names: string[], options: BoardOptions) => {
      for (const name of names)
        await withBoard(`${verb.name} ${name}`, options.board, async (board) => {
          const { line, json } = await verb.act(board, name);
          if (options.json) printJson({ name, ...json });
          else print(`${name}: ${line}`);
        });
    });
}

export const declareSuspend = (program: Command): void =>
  declare(program, {
    name: "suspend",
    description: "stop a function between two instructions; it stays stopped over restarts, until resume",
    example: "suspend thermostat",
    act: async (board, name) => {
      const { state, instructions, storedBytes } = await board.suspend(name);
      return {
        line: `${state} after ${instructions} instructions, ${storedBytes} bytes in flash`,
        json: { state, instructions, storedBytes },
      };
    },
  });

export const declareRemove = (program: Command): void =>
  declare(program, {
    name: "rm",
    description: "delete a function and its state; its image goes when nothing names it any more",
    example: "rm thermostat",
    act: async (board, name) => {
      await board.remove(name);
      return { line: "removed", json: { removed: true } };
    },
  });
