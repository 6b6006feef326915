/** `nanopy migrate`: moves a function to another board. */
import type { Command } from "commander";
import { Board } from "../../board/board.js";
import type { MoveStep } from "../../board/move.js";
import { BoardError } from "../../link/requests.js";
import { type BoardOptions, boardAddress, boardOption, jsonOption, print, printJson, refusal, withBoard } from "../boards.js";
import { percent } from "../table.js";

const meanings: Record<MoveStep, string> = {
  image: "sending the image",
  prepare: "stopping it",
  read: "reading its state",
  send: "sending its state",
  commit: "giving it up here",
  go: "starting it there",
  settle: "settling an interrupted move",
  there: "it had been moved before",
};

/** Shows each step once, on stderr, and on a terminal how far the longer ones have come. */
function stepReporter(): (step: MoveStep, done?: number, all?: number) => void {
  let last: MoveStep | undefined;
  return (step, done, all) => {
    const terminal = process.stderr.isTTY === true;
    if (step !== last)
      process.stderr.write(`${terminal && last !== undefined ? "\n" : ""}nanopy: ${meanings[step]}${terminal ? "" : "\n"}`);
    else if (terminal && done !== undefined && all) process.stderr.write(`\rnanopy: ${meanings[step]} ${percent(done, all)}\u001b[K`);
    last = step;
  };
}

const examples = `
At no time do two boards run it. If the move is interrupted, run the same command again: it finishes the move or gives it up.

Examples:
  $ nanopy migrate thermostat --board tcp:127.0.0.1:7890 --to tcp:127.0.0.1:7891
  $ nanopy migrate thermostat --to attic
`;

export function declareMigrate(program: Command): void {
  program
    .command("migrate")
    .description("move a function to another board, where it goes on")
    .argument("<name>", "a function on the board")
    .requiredOption("--to <board>", "the other board: its address, or name in nanopy.toml")
    .addOption(boardOption())
    .addOption(jsonOption())
    .addHelpText("after", examples)
    .action((name: string, options: BoardOptions & { to: string }) =>
      withBoard(`migrate ${name}`, options.board, async (source) => {
        const target = await Board.connect(boardAddress(options.to));
        try {
          const move = await source.migrate(name, target, options.json ? {} : { onStep: stepReporter() });
          if (process.stderr.isTTY && !options.json) process.stderr.write("\n");
          const stopped = Math.round(move.stoppedMs * 10) / 10;
          const { epoch, uid } = move.claim;
          if (options.json)
            printJson({ name, from: source.address, to: target.address, uid, epoch, stoppedMs: stopped, bytes: move.bytes });
          else if (move.stoppedMs === 0) print(`${name}: is on ${target.address} already`);
          else print(`${name}: from ${source.address} to ${target.address}, ${move.bytes} bytes; it stood still for ${stopped} ms`);
        } catch (error) {
          if (!(error instanceof BoardError)) throw error;
          throw refusal(`migrate ${name}`, `${source.address} to ${target.address}`, error);
        } finally {
          await target.close();
        }
      }),
    );
}
