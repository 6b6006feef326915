/** `nanopy sim`: simulated boards, for those who have none at hand, and for tests. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { LineOptions } from "../../link/memory.js";
import { startRomLoader } from "../../sim/rom-loader/start.js";
import { seedFor } from "../../sim/seed.js";
import { type Target, targets } from "../../sim/sim-board.js";
import { startSimulator } from "../../sim/simulator.js";
import { print, printJson } from "../boards.js";
import { CliError } from "../exit-codes.js";
import { parseSize } from "../options.js";
import { loadTrace } from "../pins.js";

interface SimOptions {
  boards: number;
  target: Target;
  tcp: number;
  pty?: string;
  flash?: string;
  ram: number;
  latency: number;
  loss: number;
  baud?: number;
  seed?: number;
  virtual?: boolean;
  advertise?: boolean;
  wifi?: string;
  pins?: string;
  pinsRecord?: string;
  romLoader?: boolean;
  json?: boolean;
}

/** A number in a range, whole unless told otherwise. */
function range(least: number, most: number, what: string, whole = true): (text: string) => number {
  return (text) => {
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most) || (whole && !Number.isInteger(value)))
      throw new InvalidArgumentError(`It is ${what}, ${least} to ${most}.`);
    return value;
  };
}

const examples = `
Board k listens on 127.0.0.1, port 7890 + k - 1. Ctrl-C switches the boards off. Anybody who reaches a board may use it: --advertise is for networks you trust.

Examples:
  $ nanopy sim
  $ nanopy sim --boards 2 --flash attic.flash
  $ nanopy sim --boards 1 --target lx106 --pty ./ttyBoard
  $ nanopy sim --boards 1 --target esp8266 --pty ./ttyChip --flash chip.flash
  $ nanopy sim --latency 40 --loss 5 --baud 115200
  $ nanopy sim --rom-loader --pty ./ttyChip --flash chip.flash
`;

/** The line that was asked for; undefined where it is neither slow nor bad. */
function lineOf({ latency, loss, baud, seed }: SimOptions): Omit<LineOptions, "clock"> | undefined {
  if (latency + loss + (baud ?? 0) === 0) return undefined;
  return {
    delay: latency,
    ...(baud === undefined ? {} : { rate: baud }),
    loss: loss / 100,
    damage: loss / 100,
    ...(seed === undefined ? {} : { seed }),
  };
}

/** Settled at Ctrl-C. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });

/** A chip that waits to be flashed, in place of boards. */
async function playRomLoader(options: SimOptions): Promise<void> {
  const { pty, flash, json } = options;
  if (pty === undefined || flash === undefined)
    throw new CliError("--rom-loader needs --pty PATH and --flash FILE: where it is met, and what it writes");
  const onEnd = (reason: string): void => void process.stderr.write(`nanopy: the chip ended: ${reason}\n`);
  const loader = await startRomLoader({ pty, flash, line: lineOf(options), onEnd });
  const ended = interrupted();
  if (json) printJson({ address: loader.address, flash, flashBytes: loader.flashBytes });
  else print(`chip in its loader: ${loader.address} (${flash}, ${loader.flashBytes >> 10} KB)`);
  await ended;
  await loader.close();
}

export function declareSim(program: Command): void {
  const options = [
    new Option("--boards <n>", "how many").argParser(range(1, 64, "a count of boards")).default(3),
    new Option("--target <home>", "what they run on; esp8266 is the chip's own firmware, as it boots from the --flash file")
      .choices(targets)
      .default("wasm"),
    new Option("--tcp <port>", "port of board 1, the others have the next ones; 0: free ones")
      .argParser(range(0, 65535, "a port"))
      .default(7890),
    new Option(
      "--pty <path>",
      "also make a serial port (by socat), which is all that an lx106 or esp8266 board then has; those of further boards end in their numbers",
    ),
    new Option("--flash <file>", "keep the flash in a file; the ones of further boards end in .2 and so on"),
    new Option("--ram <size>", "memory of a board for arenas and tables").argParser(parseSize).default(40 << 10, "40K"),
    new Option("--latency <ms>", "how long bytes are on their way").argParser(range(0, 60_000, "milliseconds", false)).default(0),
    new Option("--loss <percent>", "how much of what is sent is lost, and as much damaged")
      .argParser(range(0, 90, "a percentage", false))
      .default(0),
    new Option("--baud <n>", "bits a second of a line").argParser(range(300, 100_000_000, "a rate")),
    new Option(
      "--seed <n>",
      "decides the boards' ids and what is lost on lines (default: the same for the same --flash file, else another one each time)",
    ).argParser(range(0, 0xffff_ffff, "a number")),
    new Option("--virtual", "leave out the time in which nothing happens (wasm only)"),
    new Option("--advertise", "listen on all interfaces, and tell the network (mDNS), so that nanopy devices finds them"),
    new Option(
      "--pins <trace>",
      "give the boards pins: what comes from outside is in this file (docs/pins.md), its times count from each start of a board",
    ),
    new Option(
      "--pins-record <file>",
      "append what is done to the pins of board 1 to this file, as lines of JSON; those of further boards end in .2 and so on",
    ),
    new Option("--wifi <name:password>", "give the boards a radio that hears this network (nanopy wifi); without a password an open one"),
    new Option("--rom-loader", "in place of boards, one ESP8266 in its ROM's loader, for nanopy flash (with --pty and --flash)"),
    new Option("--json", "print what was started as one line of JSON"),
  ];
  const command = program.command("sim").description("simulate boards in this process, until Ctrl-C");
  for (const option of options) command.addOption(option);
  command.addHelpText("after", examples);
  command.action(async ({ json, ...chosen }: SimOptions) => {
    if (chosen.romLoader) {
      await playRomLoader({ ...chosen, ...(json ? { json } : {}) });
      return;
    }
    const seed = chosen.seed ?? seedFor(chosen.flash);
    if (chosen.pinsRecord !== undefined && chosen.pins === undefined)
      throw new CliError("--pins-record says where a record goes: it needs --pins");
    if (chosen.pins !== undefined && chosen.target === "esp8266")
      throw new CliError("--pins needs another --target: the chip's firmware has pins of its own, which are not simulated");
    const simulator = await startSimulator({
      boards: chosen.boards,
      target: chosen.target,
      port: chosen.tcp,
      pty: chosen.pty,
      flash: chosen.flash,
      ram: chosen.ram,
      line: lineOf(chosen) ?? {},
      seed,
      virtual: chosen.virtual ?? false,
      advertise: chosen.advertise ?? false,
      wifi: chosen.wifi,
      pins: chosen.pins === undefined ? undefined : { trace: loadTrace(chosen.pins), record: chosen.pinsRecord },
      onSilent: (reason) => process.stderr.write(`nanopy: the network can't be told of the boards: ${reason}\n`),
      onEnd: (board, reason) => process.stderr.write(`nanopy: board ${board} ended: ${reason}\n`),
    });
    const ended = interrupted();
    const boards = simulator.boards.map(({ number, id, addresses }) => ({
      board: number,
      id: id.toString(16),
      target: chosen.target,
      address: addresses[0]!,
      addresses,
    }));
    if (json) process.stdout.write(`${JSON.stringify({ seed, boards })}\n`);
    else for (const { board, addresses, target } of boards) process.stdout.write(`board ${board}: ${addresses.join(" ")} (${target})\n`);
    await ended;
    await simulator.close();
  });
}
