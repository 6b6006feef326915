/** `nanopy update`: another firmware for a board, over the link. */
import { type Command, Option } from "commander";
import { type FirmwareInfo, UpdateError } from "../../board/update.js";
import { readFirmware } from "../../firmware/blob.js";
import { bundledFirmware } from "../../sim/esp8266-board.js";
import { type BoardOptions, boardOption, jsonOption, print, printJson, withBoard } from "../boards.js";
import { CliError, ExitCode } from "../exit-codes.js";
import { readBytes } from "../files.js";
import { sendProgress } from "../progress.js";

interface UpdateVerbOptions extends BoardOptions {
  firmware?: string;
  force?: boolean;
}

const examples = `
The board goes on working while the firmware is sent. It is checked, installed at a restart, and has to prove itself: where it does not come up, the board goes
back to the one before. Functions and what they stored stay. A board without a firmware of nanopy needs nanopy flash.

Examples:
  $ nanopy update --board kitchen
  $ nanopy update --firmware build/firmware/firmware.bin --board tcp:192.168.1.20:7890
`;

const steps = {
  send: "sending",
  install: "keeping a copy of what runs, storing functions",
  start: "installing; the board restarts",
} as const;

function firmwareOf(path = bundledFirmware()): { path: string; bytes: Uint8Array } {
  if (path === undefined) throw new CliError("this package brings no firmware: --firmware FILE names one (firmware.bin)");
  return { path, bytes: readBytes(path) };
}

const named = ({ version, length, crc }: FirmwareInfo): string => `${version}, ${length} bytes, CRC ${crc.toString(16).padStart(8, "0")}`;

export function declareUpdate(program: Command): void {
  program
    .command("update")
    .description("put another firmware on a board, over its link")
    .addOption(boardOption())
    .addOption(new Option("--firmware <file>", "firmware.bin of a build (default: the one that nanopy brings)"))
    .addOption(new Option("--force", "also where it can't go on with the board's functions, or has no Wi-Fi where the old one has"))
    .addOption(jsonOption())
    .addHelpText("after", examples)
    .action(async (options: UpdateVerbOptions) => {
      const { path, bytes } = firmwareOf(options.firmware);
      readFirmware(bytes, path);
      await withBoard("update", options.board, async (board) => {
        const progress = sendProgress(board.address);
        try {
          const settings = {
            force: options.force ?? false,
            onProgress: progress.show,
            onStep: (step: keyof typeof steps) => progress.step(steps[step]),
          };
          const { before, after } = await board.update(bytes, settings).finally(progress.end);
          const done = before.crc !== after.crc || before.length !== after.length;
          if (options.json) printJson({ address: board.address, updated: done, before, after });
          else
            print(
              done ? `${board.address}: ${named(after)}; before ${named(before)}` : `${board.address}: runs it already: ${named(after)}`,
            );
        } catch (error) {
          if (error instanceof UpdateError) throw new CliError(`update: ${board.address}: ${error.message}`, ExitCode.notFlashed);
          throw error;
        }
      });
    });
}
