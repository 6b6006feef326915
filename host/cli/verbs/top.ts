/** `nanopy top`: what functions do, again and again. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import type { Board } from "../../board/board.js";
import type { FunctionInfo } from "../../board/bodies.js";
import { type BoardOptions, boardOption, interruption, jsonOption, printJson, withBoard } from "../boards.js";
import { parseSeconds } from "../options.js";
import { bytes, renderTable } from "../table.js";
import { wakes } from "./ps.js";

interface Sample {
  readonly at: number;
  readonly functions: readonly FunctionInfo[];
}

async function sample(board: Board): Promise<Sample> {
  const functions = await board.list();
  return { at: performance.now(), functions };
}

/** Instructions per second of each function between two samples, the busiest first. */
function rates(before: Sample, after: Sample): { info: FunctionInfo; rate: number }[] {
  const seconds = (after.at - before.at) / 1000;
  const known = new Map(before.functions.map((info) => [info.uid, info.instructions]));
  return after.functions
    .map((info) => ({ info, rate: Math.max(0, Math.round((info.instructions - (known.get(info.uid) ?? info.instructions)) / seconds)) }))
    .sort((a, b) => b.rate - a.rate || (a.info.name < b.info.name ? -1 : 1));
}

const heads = ["NAME", "STATE", "INSTRUCTIONS/S", "MEMORY", "QUOTA", "EVENTS", "WAKES"];

async function render(board: Board, rows: ReturnType<typeof rates>): Promise<string> {
  const { poolBytes, poolFreeBytes, platform } = await board.info();
  const all = rows.reduce((sum, { rate }) => sum + rate, 0);
  const title = `${board.address} (${platform}): ${all} instructions/s, ${bytes(poolFreeBytes)} of ${bytes(poolBytes)} free\n\n`;
  const cells = rows.map(({ info, rate }) => [
    info.name,
    info.state,
    String(rate),
    info.inMemory ? bytes(info.arenaBytes) : "-",
    bytes(info.heap),
    String(info.events),
    wakes(info),
  ]);
  return title + renderTable(heads, cells, heads.slice(2));
}

export function declareTop(program: Command): void {
  program
    .command("top")
    .description("show what the functions of a board do, until Ctrl-C")
    .option("--once", "show it once")
    .option("--interval <seconds>", "how long is counted", parseSeconds, 1)
    .addOption(boardOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExamples:\n  $ nanopy top\n  $ nanopy top --once --json\n")
    .action((options: BoardOptions & { once?: boolean; interval: number }) =>
      withBoard(
        "top",
        options.board,
        async (board) => {
          const interrupted = interruption();
          let going = true;
          void interrupted.happened.then(() => {
            going = false;
          });
          for (let before = await sample(board); going; ) {
            await Promise.race([sleep(options.interval * 1000, undefined, { ref: true }), interrupted.happened]);
            if (!going) break;
            const after = await Promise.race([sample(board), interrupted.happened]);
            if (!after) break;
            const rows = rates(before, after);
            if (options.json)
              printJson({ board: board.address, functions: rows.map(({ info, rate }) => ({ ...info, instructionsPerSecond: rate })) });
            else process.stdout.write((process.stdout.isTTY && !options.once ? "\u001b[H\u001b[2J" : "") + (await render(board, rows)));
            if (options.once) break;
            before = after;
          }
          interrupted.forget();
        },
        { lasting: !options.once },
      ),
    );
}
