/** `nanopy logs`: what a function has written. */
import type { Command } from "commander";
import type { FunctionInfo } from "../../board/bodies.js";
import type { FollowChange } from "../../board/logs.js";
import { type BoardOptions, boardOption, interruption, jsonOption, withBoard } from "../boards.js";
import { findDebugFile } from "../debug-store.js";
import { ProgramOutput } from "../program-output.js";

const examples = `
stdout and stderr are the function's, byte for byte; exceptions that ended it, or an invocation, are shown as tracebacks. A board keeps the last output only.

Examples:
  $ nanopy logs thermostat
  $ nanopy logs thermostat -f
  $ nanopy logs thermostat --from 10000 --json
`;

/** A change of the function that is followed, for people. */
function changeLine(name: string, change: FollowChange, info: FunctionInfo | undefined): string {
  if (change === "replaced") return `${name} was replaced by version ${info?.version ?? "?"}`;
  if (change === "gone") return `${name} is not on this board any more; waiting for one of this name`;
  return `${name} ${change}; waiting for it to be deployed again`;
}

export function declareLogs(program: Command): void {
  program
    .command("logs")
    .description("show what a function has written")
    .argument("<name>", "a function on the board")
    .option("-f, --follow", "go on with what it writes, until Ctrl-C")
    .option("--from <position>", "begin behind so many bytes of its output", (text) => Number.parseInt(text, 10))
    .addOption(boardOption())
    .addOption(jsonOption())
    .addHelpText("after", examples)
    .action((name: string, options: BoardOptions & { follow?: boolean; from?: number }) =>
      withBoard(`logs ${name}`, options.board, async (board) => {
        const { build, written, state } = await board.stat(name);
        const runs = state !== "ended" && state !== "failed";
        let output = new ProgramOutput(findDebugFile(build), options.json ?? false);
        const ending = new AbortController();
        const onChange = (change: FollowChange, info: FunctionInfo | undefined): void => {
          process.stderr.write(`nanopy: ${changeLine(name, change, info)}\n`);
          if (change === "replaced" && info) output = new ProgramOutput(findDebugFile(info.build), options.json ?? false);
        };
        const entries = board.logs(name, {
          follow: options.follow ?? false,
          from: options.from ?? 0,
          signal: ending.signal,
          onChange,
        });
        if (!options.follow) {
          for await (const entry of entries) {
            if (runs && entry.position >= written && entry.stream !== "report") break; // it writes more than it takes to be silent once
            await output.take(entry);
          }
          return;
        }
        const interrupted = interruption();
        const reading = (async () => {
          for await (const entry of entries) await output.take(entry);
        })();
        await Promise.race([reading, interrupted.happened]);
        ending.abort();
        interrupted.forget();
      }),
    );
}
