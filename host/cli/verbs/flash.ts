/** `nanopy flash`: puts the firmware on an ESP8266. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { findSerialPorts } from "../../discovery/serial.js";
import { type Firmware, loadFirmware } from "../../firmware/firmware.js";
import { hex } from "../../firmware/layout.js";
import { flashBoard } from "../../flasher/flasher.js";
import { choosePort, pathOfPort } from "../../flasher/ports.js";
import { openSerial } from "../../link/serial.js";
import { bundledFirmware } from "../../sim/esp8266-board.js";
import { jsonOption, print, printJson } from "../boards.js";
import { CliError } from "../exit-codes.js";
import { sendProgress } from "../progress.js";
import { bytes } from "../table.js";

interface FlashOptions {
  port?: string;
  baud: number;
  erase?: boolean;
  verify: boolean;
  firmware?: string;
  json?: boolean;
}

const slowest = 9600;
const fastest = 2_000_000;

function parseRate(text: string): number {
  const rate = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(rate >= slowest && rate <= fastest)) throw new InvalidArgumentError(`It is a rate in bits a second, ${slowest} to ${fastest}.`);
  return rate;
}

const examples = `
Functions and what they stored are kept, unless --erase is given. Where the board has no reset circuit: hold FLASH (GPIO0 to ground) while it is switched on.

Examples:
  $ nanopy flash
  $ nanopy flash --port /dev/ttyUSB0 --baud 115200 --erase
  $ nanopy flash --firmware build/firmware/firmware.bin
`;

/** The firmware that is to be written: by default the one that the package brings. Throws where there is none. */
function firmwareOf(path: string | undefined): Firmware {
  const file = path ?? bundledFirmware();
  if (file === undefined) throw new CliError("this clone has no firmware yet: npm run build makes it, or --firmware FILE names one");
  return loadFirmware(file);
}

export function declareFlash(program: Command): void {
  const options = [
    new Option("--port <port>", "serial port of the board (default: the only one with a USB adapter of a board)"),
    new Option("--baud <n>", "bits a second while writing").argParser(parseRate).default(460_800),
    new Option("--erase", "erase all of the flash before, functions and settings included"),
    new Option("--no-verify", "do not compare MD5 sums of what was written"),
    new Option("--firmware <file>", "what to write: a firmware.bin, with its boot.bin beside it (default: this package's)"),
    jsonOption(),
  ];
  const command = program.command("flash").description("write the firmware to an ESP8266 behind a serial port");
  for (const option of options) command.addOption(option);
  command.addHelpText("after", examples);
  command.action(async ({ port, baud, erase, verify, firmware: path, json }: FlashOptions) => {
    const firmware = firmwareOf(path);
    const chosen = port === undefined ? choosePort(await findSerialPorts()) : pathOfPort(port);
    const name = `serial:${chosen}`;
    const progress = sendProgress(name);
    const flashed = await flashBoard(
      name,
      (rate) => openSerial(chosen, rate),
      { firmware, rate: baud, erase: erase ?? false, verify },
      { step: progress.step, written: progress.show },
    ).finally(progress.end);
    if (json) {
      printJson({ port: chosen, ...flashed, verified: verify });
      return;
    }
    const parts = flashed.parts.map(({ address, bytes: length }) => `${length} bytes at ${hex(address, 5)}`).join(", ");
    const again = flashed.retries > 0 ? `, ${flashed.retries} of them again` : "";
    print(
      `${name}: ${flashed.chip} ${flashed.mac}, ${bytes(flashed.flashBytes)} of flash: wrote ${parts}${again}${verify ? ", verified" : ", not verified"}`,
    );
  });
}
