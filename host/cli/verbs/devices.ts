/** `nanopy devices`: which boards may be in reach. */
import type { Command } from "commander";
import { formatAddress } from "../../config/address.js";
import { loadConfig } from "../../config/board.js";
import { findNetworkBoards } from "../../discovery/network.js";
import { findSerialPorts } from "../../discovery/serial.js";
import { jsonOption, print, printJson } from "../boards.js";
import { parseSeconds } from "../options.js";
import { renderTable } from "../table.js";

interface Device {
  readonly address: string;
  /** Where it was found. */
  readonly found: "nanopy.toml" | "serial port" | "network";
  /** Its name, or what its adapter says of itself. */
  readonly name: string;
}

/** All that is known of boards, and why some may be missing. Nothing is connected to. */
async function findDevices(timeout: number): Promise<{ devices: Device[]; notes: string[] }> {
  const [serial, network] = await Promise.all([findSerialPorts(), findNetworkBoards({ timeout })]);
  const config = loadConfig({ env: process.env, folder: process.cwd() });
  const configured = [...(config?.boards ?? [])].map(
    ([name, address]): Device => ({ address: formatAddress(address), found: "nanopy.toml", name }),
  );
  const ports = serial.ports.map(({ address, maker, usb, serialNumber }): Device => {
    const name = [maker, usb && `USB ${usb}`, serialNumber].filter(Boolean).join(", ");
    return { address, found: "serial port", name };
  });
  const boards = network.boards.map(({ address, name }): Device => ({ address, found: "network", name }));
  return { devices: [...configured, ...ports, ...boards], notes: [...serial.notes, ...network.notes, ...(config?.warnings ?? [])] };
}

export function declareDevices(program: Command): void {
  program
    .command("devices")
    .description("list serial ports, boards on the network, and those of nanopy.toml")
    .option("--timeout <seconds>", "how long the network is listened to", parseSeconds, 1.5)
    .addOption(jsonOption())
    .addHelpText("after", "\nExamples:\n  $ nanopy devices\n  $ nanopy devices --json | jq -r '.devices[].address'\n")
    .action(async ({ timeout, json }: { timeout: number; json?: boolean }) => {
      const { devices, notes } = await findDevices(timeout * 1000);
      for (const note of notes) process.stderr.write(`nanopy: ${note}\n`);
      if (json) printJson({ devices });
      else if (devices.length === 0) print("no boards in reach; nanopy sim simulates some");
      else
        process.stdout.write(
          renderTable(
            ["ADDRESS", "FOUND", "NAME"],
            devices.map(({ address, found, name }) => [address, found, name]),
          ),
        );
    });
}
