/** `nanopy run`: compiles where needed, and runs from the beginning. */
import type { Command } from "commander";
import { type ExecuteOptions, execute } from "../execute.js";
import { exitCodeHelp } from "../exit-codes.js";
import { loadProgram } from "../load.js";
import { eventOption, heapOption, limitOptions, pinsOptions, targetOption } from "../options.js";
import type { Outcome } from "../program.js";

const defaultHeap = 32 << 10;

const examples = `
Examples:
  $ nanopy run hello.py
  $ nanopy run sort.py --heap 1M --target native -- --reverse names.txt
  $ nanopy run thermostat.npi --suspend-after 5000 -o t.nps
  $ nanopy run function.py --event '{"limit": 5}'
  $ nanopy run loop.py --max-instructions 1_000_000 --stats stats.json
`;

export function declareRun(program: Command, outcome: Outcome): void {
  const command = program
    .command("run")
    .description("run a program or an image; its stdout is stdout")
    .argument("<file>", "a Python program, or an image made by nanopy build")
    .argument("[args...]", "arguments of the program; those that begin with - after --")
    .addOption(targetOption())
    .addOption(heapOption("32K"));
  command.addOption(eventOption());
  for (const option of pinsOptions()) command.addOption(option);
  for (const option of limitOptions("beside the program, .nps")) command.addOption(option);
  command.addHelpText("after", `${exitCodeHelp}\n${examples}`);
  command.action(async (file: string, args: string[], options: ExecuteOptions & { heap?: number }) => {
    outcome.exitCode = await execute(loadProgram(file), { heap: options.heap ?? defaultHeap, argv: [file, ...args] }, options);
  });
}
