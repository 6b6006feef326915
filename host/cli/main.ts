/** The entry of the command line: the last handler stands here, so that nobody sees a stack of ours. */
import { CommanderError } from "commander";
import { ImageError } from "../../compiler/image-reader.js";
import { SnapshotError } from "../../compiler/snapshot-reader.js";
import { ConfigError } from "../config/error.js";
import { FirmwareError } from "../firmware/error.js";
import { FlashError } from "../flasher/flasher.js";
import { LinkError } from "../link/transport.js";
import { HomeUnavailable } from "../machine/home.js";
import { FlashFileError } from "../sim/flash.js";
import { SimulatorError } from "../sim/sim-board.js";
import { CliError, ExitCode } from "./exit-codes.js";
import { createProgram } from "./program.js";

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
  if (error instanceof CliError) {
    if (error.message) process.stderr.write(`nanopy: ${error.message}\n`);
    return error.exitCode;
  }
  const expected = [
    HomeUnavailable,
    ImageError,
    SnapshotError,
    ConfigError,
    SimulatorError,
    FlashFileError,
    FirmwareError,
    FlashError,
    LinkError,
  ];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) {
    process.stderr.write(`nanopy: ${error.message}\n`);
    if (process.env.NANOPY_DEBUG && error.cause instanceof Error) process.stderr.write(`${error.cause.stack}\n`);
    if (error instanceof FlashError) return ExitCode.notFlashed;
    return error instanceof LinkError ? ExitCode.unreachable : ExitCode.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `nanopy: internal error: ${message}\nPlease report it, with the program and the command. NANOPY_DEBUG=1 shows where it happened.\n`,
  );
  if (process.env.NANOPY_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return ExitCode.internal;
}

/** A reader that went away (`nanopy run x.py | head -1`) ends the run without a word. */
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 141 : ExitCode.internal));

try {
  process.exitCode = await createProgram().run(process.argv);
} catch (error) {
  process.exitCode = report(error);
}
