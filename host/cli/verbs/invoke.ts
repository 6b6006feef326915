/** `nanopy invoke`: calls a function's handler. */
import { readFileSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import { FunctionError } from "../../board/board.js";
import { type BoardOptions, boardOption, withBoard } from "../boards.js";
import { CliError, ExitCode } from "../exit-codes.js";
import { readBytes } from "../files.js";
import { parseSeconds } from "../options.js";
import type { Outcome } from "../program.js";

interface InvokeOptions extends Omit<BoardOptions, "json"> {
  event?: string;
  eventFile?: string;
  timeout?: number;
}

function parseEvent(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError(`${where} is no JSON: ${(error as Error).message}`);
  }
}

/** The event of a command line: --event, --event-file, `-` for stdin; null where there is none. */
function eventOf(rest: string | undefined, { event, eventFile }: InvokeOptions): unknown {
  if ([rest, event, eventFile].filter((given) => given !== undefined).length > 1)
    throw new CliError("there is one event: give --event, --event-file or -");
  if (rest !== undefined || event === "-" || eventFile === "-") return parseEvent(readFileSync(0, "utf8"), "the event on stdin");
  if (eventFile !== undefined) return parseEvent(new TextDecoder().decode(readBytes(eventFile)), eventFile);
  return event === undefined ? null : parseEvent(event, "--event");
}

const examples = `
The result is printed as JSON. If the handler raises, its error is printed as JSON on stderr, with exit code ${ExitCode.uncaughtException}; the log has the traceback.

Examples:
  $ nanopy invoke add --event '{"a": 2, "b": 3}'
  $ nanopy invoke add --event-file event.json --timeout 5
  $ echo '[1, 2]' | nanopy invoke add -
`;

export function declareInvoke(program: Command, outcome: Outcome): void {
  program
    .command("invoke")
    .description("call a function's handler(event, context), and print its result")
    .argument("<name>", "a function on the board")
    .argument("[-]", "read the event from stdin", (text: string) => {
      if (text !== "-") throw new InvalidArgumentError("Only - may stand here; --event gives the event.");
      return text;
    })
    .option("--event <json>", "the event (default: null)")
    .option("--event-file <file>", "a file with the event")
    .option("--timeout <seconds>", "give up after this time (default: the function's own)", parseSeconds)
    .addOption(boardOption())
    .option("--json", "for scripts: the result is JSON anyway")
    .addHelpText("after", examples)
    .action(async (name: string, rest: string | undefined, options: InvokeOptions) => {
      const event = eventOf(rest, options);
      await withBoard(`invoke ${name}`, options.board, async (board) => {
        try {
          const result = await board.invoke(name, event, options.timeout === undefined ? {} : { timeout: options.timeout * 1000 });
          process.stdout.write(`${JSON.stringify(result)}\n`);
        } catch (error) {
          if (!(error instanceof FunctionError)) throw error;
          process.stderr.write(`${JSON.stringify(error.payload)}\n`);
          outcome.exitCode = ExitCode.uncaughtException;
        }
      });
    });
}
