/** `nanopy df`: how a board's flash and memory are used. */
import type { Command } from "commander";
import { type BoardOptions, boardOption, jsonOption, print, printJson, withBoard } from "../boards.js";
import { bytes, percent, renderTable } from "../table.js";

const sectorBytes = 4096;

export function declareDf(program: Command): void {
  program
    .command("df")
    .description("show how the flash and the memory of a board are used, and how worn the flash is")
    .addOption(boardOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExamples:\n  $ nanopy df\n")
    .action((options: BoardOptions) =>
      withBoard("df", options.board, async (board) => {
        const [info, stats] = [await board.info(), await board.stats()];
        if (options.json) {
          const { sectors, windowSectors, poolBytes, poolFreeBytes } = info;
          printJson({ board: board.address, sectors, windowSectors, poolBytes, poolFreeBytes, ...stats });
          return;
        }
        const flash = info.sectors * sectorBytes;
        const [free, used] = [stats.sectorsFree * sectorBytes, info.poolBytes - info.poolFreeBytes];
        const rows = [
          ["flash", bytes(flash), bytes(stats.liveBytes), bytes(free), percent(flash - free, flash)],
          ["memory", bytes(info.poolBytes), bytes(used), bytes(info.poolFreeBytes), percent(used, info.poolBytes)],
        ];
        process.stdout.write(renderTable(["WHAT", "SIZE", "LIVE", "FREE", "TAKEN"], rows, ["SIZE", "LIVE", "FREE", "TAKEN"]));
        print(
          `${bytes(stats.deadBytes)} of flash are to be collected; sectors were erased ${stats.leastErased} to ${stats.mostErased} times`,
        );
        print(
          `${stats.resident} functions in memory, at most ${bytes(stats.poolPeakBytes)} used; swapped out ${stats.swapsOut}, in ${stats.swapsIn} times`,
        );
      }),
    );
}
