/** `nanopy info`: what a board is. */
import type { Command } from "commander";
import type { BoardFault } from "../../board/bodies.js";
import { type BoardOptions, boardOption, jsonOption, print, printJson, withBoard } from "../boards.js";
import { bytes, duration } from "../table.js";

const sectorBytes = 4096;

const hex = (value: number): string => `0x${value.toString(16).padStart(8, "0")}`;
const faultText = ({ cause, pc, address }: BoardFault): string =>
  cause === "watchdog"
    ? "the watchdog: something took longer than 6 s"
    : `exception ${cause} at ${hex(pc)}, address ${hex(address)}: please report it`;

export function declareInfo(program: Command): void {
  program
    .command("info")
    .description("show what a board is: platform, versions, memory, flash")
    .addOption(boardOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExamples:\n  $ nanopy info --board tcp:127.0.0.1:7890\n")
    .action((options: BoardOptions) =>
      withBoard("info", options.board, async (board) => {
        const info = await board.info();
        if (options.json) {
          printJson({ address: board.address, ...info });
          return;
        }
        const lines: [string, string][] = [
          ["board", `${info.name || "(no name)"}, id ${info.id.toString(16).padStart(16, "0")}`],
          ["address", board.address],
          ["platform", `${info.platform}, up for ${duration(info.uptimeMs)}, started ${info.boots} times`],
          ["functions", `${info.functions}`],
          ["memory", `${bytes(info.poolFreeBytes)} of ${bytes(info.poolBytes)} free`],
          ["flash", `${bytes(info.sectors * sectorBytes)}, the first ${bytes(info.windowSectors * sectorBytes)} also for images`],
          ["versions", `ABI ${info.abi}, images ${info.imageVersion}, snapshots ${info.snapshotVersion}, prelude ${info.prelude}`],
        ];
        if (info.fault) lines.push(["fault", `the start before this one was ended by ${faultText(info.fault)}`]);
        if (info.safeMode)
          lines.push([
            "safe mode",
            "three starts in a row failed, so no function runs: nanopy rm or nanopy deploy the one that fails, or restart the board",
          ]);
        for (const [head, text] of lines) print(`${head.padEnd(11)}${text}`);
      }),
    );
}
