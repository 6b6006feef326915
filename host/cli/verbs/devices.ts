/** `nanopy devices`: which boards may be in reach. */
import type { Command } from "commander";
import { type Address, formatAddress } from "../../config/address.js";
import { chooseBoard, loadConfig } from "../../config/board.js";
import { ConfigError } from "../../config/error.js";
import type { Config } from "../../config/file.js";
import { findNetworkBoards } from "../../discovery/network.js";
import { probe } from "../../discovery/probe.js";
import { findSerialPorts } from "../../discovery/serial.js";
import { jsonOption, print, printJson } from "../boards.js";
import { parseSeconds } from "../options.js";
import { renderTable } from "../table.js";

interface Device {
  readonly address: string;
  /** Where it was found. */
  readonly found: "nanopy.toml" | "NANOPY_BOARD" | "serial port" | "network";
  /** Its name, or what its adapter says of itself. */
  readonly name: string;
  /** Whether a board answers there; only those that somebody named as boards are asked. */
  readonly answers?: boolean;
  /** Why there was no answer. */
  readonly reason?: string;
}

const nothingFound =
  "no boards in reach; nanopy sim simulates some (without --advertise they are not announced: --board tcp:127.0.0.1:7890 or NANOPY_BOARD names one)";

/** The boards that nanopy.toml and NANOPY_BOARD name, and what is wrong with them. */
function namedBoards(config: Config | undefined): { named: { address: Address; found: Device["found"]; name: string }[]; notes: string[] } {
  const named = [...(config?.boards ?? [])].map(([name, address]) => ({ address, found: "nanopy.toml" as Device["found"], name }));
  const notes = [...(config?.warnings ?? []), ...(config?.broken.values() ?? [])];
  try {
    const { address, name } = process.env.NANOPY_BOARD
      ? chooseBoard({ env: process.env, folder: process.cwd() })
      : { address: undefined, name: undefined };
    if (address && name === undefined) named.push({ address, found: "NANOPY_BOARD", name: "" });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    notes.push(error.message);
  }
  return { named, notes: [...new Set(notes)] };
}

/** All that is known of boards, and why some may be missing. */
async function findDevices(timeout: number): Promise<{ devices: Device[]; notes: string[] }> {
  const config = loadConfig({ env: process.env, folder: process.cwd() });
  const { named, notes } = namedBoards(config);
  const asked = named.map(async ({ address, ...rest }): Promise<Device> => {
    const reason = await probe(address, timeout);
    return { address: formatAddress(address), ...rest, answers: reason === undefined, ...(reason === undefined ? {} : { reason }) };
  });
  const [serial, network, known] = await Promise.all([findSerialPorts(), findNetworkBoards({ timeout }), Promise.all(asked)]);
  const ports = serial.ports.map(({ address, maker, usb, serialNumber }): Device => {
    const name = [maker, usb && `USB ${usb}`, serialNumber].filter(Boolean).join(", ");
    return { address, found: "serial port", name };
  });
  const boards = network.boards.map(({ address, name }): Device => ({ address, found: "network", name }));
  return { devices: [...known, ...ports, ...boards], notes: [...serial.notes, ...network.notes, ...notes] };
}

const answerOf = ({ answers, reason }: Device): string => (answers === undefined ? "" : answers ? "yes" : `no: ${reason}`);

export function declareDevices(program: Command): void {
  program
    .command("devices")
    .description("list serial ports, boards on the network, and those of nanopy.toml and NANOPY_BOARD, which are asked whether they answer")
    .option("--timeout <seconds>", "how long the network is listened to, and an answer waited for", parseSeconds, 1.5)
    .addOption(jsonOption())
    .addHelpText("after", "\nExamples:\n  $ nanopy devices\n  $ nanopy devices --json | jq -r '.devices[].address'\n")
    .action(async ({ timeout, json }: { timeout: number; json?: boolean }) => {
      const { devices, notes } = await findDevices(timeout * 1000);
      for (const note of notes) process.stderr.write(`nanopy: ${note}\n`);
      if (json) printJson({ devices });
      else if (devices.length === 0) print(nothingFound);
      else
        process.stdout.write(
          renderTable(
            ["ADDRESS", "FOUND", "NAME", "ANSWERS"],
            devices.map((device) => [device.address, device.found, device.name, answerOf(device)]),
          ),
        );
    });
}
