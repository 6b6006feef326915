/** `nanopy migrate`: moves a function to another board. */
import type { Command } from "commander";
import { Board } from "../../board/board.js";
import { type Move, MoveInterrupted, type MoveStep, SameBoard, type Whereabouts, whereIs } from "../../board/move.js";
import { BoardError } from "../../link/requests.js";
import { LinkError } from "../../link/transport.js";
import {
  type BoardOptions,
  boardAddress,
  boardOption,
  interruption,
  jsonOption,
  print,
  printJson,
  refusal,
  standsHint,
  withBoard,
} from "../boards.js";
import { CliError, ExitCode } from "../exit-codes.js";
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

/** What a shell gives for a process that Ctrl-C ended. */
const interrupted = 130;

const examples = `
At no time do two boards run it. If the move is interrupted, run the same command again: it finishes the move or gives it up. Ctrl-C settles it as far as
the boards answer, says where the function is, and exits with ${interrupted}.

Examples:
  $ nanopy migrate thermostat --board tcp:127.0.0.1:7890 --to tcp:127.0.0.1:7891
  $ nanopy migrate thermostat --to attic
`;

/** Where the function is now, and what to do. */
function outcome(name: string, source: Board, target: Board, where: Whereabouts): string {
  const again = "run the same command again to finish";
  const [here, there] = [source.address, target.address];
  if (where === "here") return `${name} is still on ${here}`;
  if (where === "there") return `${name} is on ${there}, and goes on there`;
  if (where === "arriving") return `${name} has left ${here} and is not started on ${there}: ${again}`;
  if (where === "stands") return `${name} stands still on ${here}: ${standsHint(name, here)}`;
  return `a board does not answer, ${name} may stand still: when ${here} and ${there} are back, ${standsHint(name, here)}`;
}

/** The error of a move that did not come to its end. Refusals before the function was stopped say all that there is to say. */
async function failure(error: unknown, name: string, source: Board, target: Board, stopped: boolean): Promise<unknown> {
  const what = `migrate ${name}`;
  const way = `${source.address} to ${target.address}`;
  if (error instanceof SameBoard) return new CliError(`${what}: ${error.message}`);
  const where = stopped ? `; ${outcome(name, source, target, await whereIs(source, name, target))}` : "";
  if (error instanceof MoveInterrupted) return new CliError(`${what}: interrupted${where || "; nothing was moved"}`, interrupted);
  if (error instanceof LinkError) return new CliError(`${what}: ${error.message}${where}`, ExitCode.unreachable);
  if (!(error instanceof BoardError)) return error;
  if (error.code === "BOARD_NAME_TAKEN")
    return refusal(what, way, error, `it was not stopped; nanopy rm ${name} --board ${target.address} removes the one there`);
  return where ? refusal(what, way, error, where.slice(2)) : refusal(what, way, error);
}

async function migrate(name: string, source: Board, target: Board, json: boolean): Promise<Move> {
  const show = json ? () => undefined : stepReporter();
  let stopped = false;
  const interruptable = interruption();
  const ending = new AbortController();
  void interruptable.happened.then(() => ending.abort());
  try {
    return await source.migrate(name, target, {
      signal: ending.signal,
      onStep: (...step) => {
        if (step[0] !== "image") stopped = true;
        show(...step);
      },
    });
  } catch (error) {
    if (process.stderr.isTTY && !json) process.stderr.write("\n");
    throw await failure(error, name, source, target, stopped);
  } finally {
    interruptable.forget();
  }
}

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
        const target = await Board.connect(boardAddress(options.to, "--to"));
        try {
          const move = await migrate(name, source, target, options.json ?? false);
          if (process.stderr.isTTY && !options.json) process.stderr.write("\n");
          const stopped = Math.round(move.stoppedMs * 10) / 10;
          const { epoch, uid } = move.claim;
          if (options.json)
            printJson({ name, from: source.address, to: target.address, uid, epoch, stoppedMs: stopped, bytes: move.bytes });
          else if (move.stoppedMs === 0) print(`${name}: is on ${target.address} already`);
          else print(`${name}: from ${source.address} to ${target.address}, ${move.bytes} bytes; it stood still for ${stopped} ms`);
        } finally {
          await target.close();
        }
      }),
    );
}
