/** `nanopy attach`: this terminal becomes the function's. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import type { Attachment, Board } from "../../board/board.js";
import { type BoardOptions, boardOption, interruption, withBoard } from "../boards.js";
import { findDebugFile } from "../debug-store.js";
import { CliError } from "../exit-codes.js";
import { ProgramOutput } from "../program-output.js";

/** How often it is looked whether the function has come to its end, ms. */
const lookMs = 500;
/** How long a report of its end may take to come, ms. */
const reportMs = 300;

const examples = `
What you type goes to the function's input, and its output from now on comes here. Ctrl-C, and Ctrl-D on a terminal, end the attachment: the function goes on.
Where stdin is a pipe or a file, its end is the end of the function's input.

Examples:
  $ nanopy attach chat
  $ nanopy attach adder < numbers.txt
`;

/** Sends stdin. Settled when the attachment is to end: at Ctrl-D on a terminal; never for a pipe, whose end is the function's to see. */
async function feed(attachment: Attachment): Promise<void> {
  for await (const chunk of process.stdin) await attachment.write(new Uint8Array(chunk as Buffer));
  if (process.stdin.isTTY) return;
  await attachment.end();
  await new Promise<never>(() => undefined);
}

/** Settled when the function has ended and all that it wrote has been taken, or another has its name: input would go nowhere. */
async function ended(board: Board, name: string, uid: bigint, position: () => number): Promise<void> {
  for (;;) {
    const { state, written, uid: now, version } = await board.stat(name);
    if (now !== uid) throw new CliError(`attach ${name}: it was replaced by version ${version}: attach again`);
    if ((state === "ended" || state === "failed") && position() >= written) {
      await sleep(reportMs);
      return;
    }
    await sleep(lookMs, undefined, { ref: false });
  }
}

export function declareAttach(program: Command): void {
  program
    .command("attach")
    .description("make this terminal the input and output of a function")
    .argument("<name>", "a function on the board")
    .addOption(boardOption())
    .addHelpText("after", examples)
    .action((name: string, options: BoardOptions) =>
      withBoard(
        `attach ${name}`,
        options.board,
        async (board) => {
          const info = await board.stat(name);
          if (info.state === "ended" || info.state === "failed")
            throw new CliError(`attach ${name}: ${board.address}: it has ${info.state}; nanopy logs ${name} shows what it wrote`);
          const output = new ProgramOutput(findDebugFile(info.build), false);
          const attachment = await board.attach(name);
          if (process.stdin.isTTY)
            process.stderr.write(`nanopy: attached to ${name}; Ctrl-C or Ctrl-D ends the attachment, not the function\n`);
          process.stdout.write(attachment.begun);
          const interrupted = interruption();
          // The end of the session, when the work is done, ends the attachment.
          let position = info.written;
          const reading = (async () => {
            for await (const entry of attachment.output) {
              await output.take(entry);
              if (entry.stream !== "report") position = entry.position + entry.bytes.length;
            }
          })();
          try {
            await Promise.race([reading, feed(attachment), ended(board, name, info.uid, () => position), interrupted.happened]);
          } finally {
            interrupted.forget();
            process.stdin.destroy();
          }
        },
        { lasting: true },
      ),
    );
}
