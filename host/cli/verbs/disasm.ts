/** `nanopy disasm`: shows the instructions of an image. */
import type { Command } from "commander";
import { disassemble, renderDisassembly } from "../../../compiler/disassemble.js";
import { loadProgram } from "../load.js";

export function declareDisasm(program: Command): void {
  program
    .command("disasm")
    .description("show the functions, constants and instructions of an image or program")
    .argument("<file>", "an image, or a Python program")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  $ nanopy disasm thermostat.npi\n  $ nanopy disasm thermostat.py --json | jq '.functions[0]'\n")
    .action((file: string, options: { json?: boolean }) => {
      const { image, debug } = loadProgram(file);
      const disassembly = disassemble(image, debug);
      process.stdout.write(options.json ? `${JSON.stringify(disassembly)}\n` : renderDisassembly(disassembly));
    });
}
