/** `nanopy logs`: what a function has written. */
import type { Command } from "commander";
import type { Board } from "../../board/board.js";
import type { FunctionInfo } from "../../board/bodies.js";
import type { FollowChange, LogEntry } from "../../board/logs.js";
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

/** Shows the output of one function, and what is missing of it. */
class Shown {
  private next: number;
  private reportedAt = -1;

  constructor(
    private readonly board: Board,
    private readonly info: FunctionInfo,
    private readonly from: number,
    private readonly json: boolean,
    private readonly output = new ProgramOutput(findDebugFile(info.build), json),
  ) {
    this.next = from;
  }

  async take(entry: LogEntry): Promise<void> {
    if (entry.stream === "report") this.reportedAt = entry.position;
    else this.next = entry.position + entry.bytes.length;
    await this.output.take(entry);
  }

  /** The log has no more: how much of what was written it lacks, and the exception that ended the function, which flash keeps. */
  async finish({ state, uid, written, instructions }: FunctionInfo): Promise<void> {
    const entry = { uid, position: written, bytes: new Uint8Array() };
    if (written > this.next) await this.output.take({ ...entry, stream: "stdout", lost: written - this.next });
    // A board that has restarted since a function came to its end counts nothing of it any more.
    if (instructions === 0 && this.next === this.from && !this.json && (state === "failed" || state === "ended"))
      process.stderr.write(`nanopy: the board has restarted since ${this.info.name} ${state}: what it wrote is not there any more\n`);
    if (state !== "failed" || this.reportedAt >= written) return;
    const bytes = await this.board.failureReport(this.info.name);
    if (bytes.length > 0) await this.output.take({ ...entry, stream: "report", bytes, lost: 0 });
  }
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
      withBoard(`logs ${name}`, options.board, (board) => (options.follow ? follow(board, name, options) : show(board, name, options)), {
        lasting: options.follow ?? false,
      }),
    );
}

interface LogsOptions {
  readonly from?: number;
  readonly json?: boolean;
}

async function show(board: Board, name: string, { from = 0, json = false }: LogsOptions): Promise<void> {
  const info = await board.stat(name);
  const runs = info.state !== "ended" && info.state !== "failed";
  const shown = new Shown(board, info, from, json);
  for await (const entry of board.logs(name, { from })) {
    if (runs && entry.position >= info.written && entry.stream !== "report") break; // it writes more than it takes to be silent once
    await shown.take(entry);
  }
  await shown.finish(info);
}

async function follow(board: Board, name: string, { from = 0, json = false }: LogsOptions): Promise<void> {
  let shown = new Shown(board, await board.stat(name), from, json);
  let finishing: Promise<void> | undefined;
  const onChange = (change: FollowChange, info: FunctionInfo | undefined): void => {
    if (info && (change === "ended" || change === "failed")) finishing = shown.finish(info);
    if (info && change === "replaced") shown = new Shown(board, info, 0, json);
    const say = (): void => void process.stderr.write(`nanopy: ${changeLine(name, change, info)}\n`);
    void (finishing ?? Promise.resolve()).then(say, say);
  };
  const interrupted = interruption();
  const ending = new AbortController();
  const reading = (async () => {
    for await (const entry of board.logs(name, { follow: true, from, signal: ending.signal, onChange })) {
      await finishing?.catch(() => undefined); // a report that can't be read is no reason to stop
      await shown.take(entry);
    }
  })();
  try {
    await Promise.race([reading, interrupted.happened]);
  } finally {
    ending.abort();
    interrupted.forget();
  }
}
