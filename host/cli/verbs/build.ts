/** `nanopy build`: compiles a program to an image and a debug file. */
import type { Command } from "commander";
import { isImage, isSnapshot } from "../../formats.js";
import { CliError } from "../exit-codes.js";
import { readBytes, withEnding, writeBytes } from "../files.js";
import { compile } from "../load.js";

interface BuildOptions {
  output?: string;
  json?: boolean;
}

export function declareBuild(program: Command): void {
  program
    .command("build")
    .description("compile FILE to an image, with a debug file beside it")
    .argument("<file>", "a Python program")
    .option("-o, --output <image>", "where the image goes (default: beside the program, .npi)")
    .option("--json", "print what was written, or the compile errors, as JSON")
    .addHelpText("after", "\nExamples:\n  $ nanopy build thermostat.py\n  $ nanopy build thermostat.py -o build/thermostat.npi --json\n")
    .action((file: string, options: BuildOptions) => {
      const bytes = readBytes(file);
      if (isImage(bytes) || isSnapshot(bytes)) throw new CliError(`${file} is built already: give the program it was made from`);
      const { image, debug } = compile(file, bytes, options.json);
      const imagePath = options.output ?? withEnding(file, ".npi");
      const debugPath = withEnding(imagePath, ".npd");
      const debugText = JSON.stringify(debug);
      writeBytes(imagePath, image);
      writeBytes(debugPath, debugText);
      const sizes = { image: imagePath, image_bytes: image.length, debug: debugPath, debug_bytes: Buffer.byteLength(debugText) };
      if (options.json) process.stdout.write(`${JSON.stringify(sizes)}\n`);
      else process.stdout.write(`${imagePath}: ${sizes.image_bytes} bytes\n${debugPath}: ${sizes.debug_bytes} bytes\n`);
    });
}
