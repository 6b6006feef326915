/** `nanopy ps`: the functions of a board. */
import type { Command } from "commander";
import type { FunctionInfo } from "../../board/bodies.js";
import { type BoardOptions, boardOption, jsonOption, printJson, withBoard } from "../boards.js";
import { bytes, duration, renderTable } from "../table.js";

const heads = ["NAME", "STATE", "VERSION", "MEMORY", "STORED", "INSTRUCTIONS", "WAKES"];
const numbers = ["VERSION", "MEMORY", "STORED", "INSTRUCTIONS", "WAKES"];

/** When it goes on: after a time, at an event, or at once. */
export function wakes({ state, wakesInMs, waitsForEvents }: FunctionInfo): string {
  if (state !== "waiting" && state !== "swapped") return "-";
  const causes = [...(wakesInMs === undefined ? [] : [`in ${duration(wakesInMs)}`]), ...(waitsForEvents ? ["at an event"] : [])];
  return causes.join(", ") || "-";
}

const row = (info: FunctionInfo): string[] => [
  info.name,
  info.state === "ended" && info.exitCode !== 0 ? `ended (${info.exitCode})` : info.state,
  String(info.version),
  info.inMemory ? bytes(info.arenaBytes) : "-",
  bytes(info.storedBytes),
  String(info.instructions),
  wakes(info),
];

export function declarePs(program: Command): void {
  program
    .command("ps")
    .description("list the functions of a board")
    .addOption(boardOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExamples:\n  $ nanopy ps\n  $ nanopy ps --board tcp:127.0.0.1:7891 --json | jq -r '.functions[].name'\n")
    .action((options: BoardOptions) =>
      withBoard("ps", options.board, async (board) => {
        const functions = (await board.list()).sort((a, b) => (a.name < b.name ? -1 : 1));
        if (options.json) printJson({ board: board.address, functions });
        else process.stdout.write(renderTable(heads, functions.map(row), numbers));
      }),
    );
}
