/** The serial ports of this machine, by the optional package serialport. */
import type { SerialPort } from "serialport";
import { formatAddress } from "../config/address.js";
import { printable } from "./printable.js";

export interface SerialBoard {
  /** `serial:/dev/ttyUSB0`. */
  readonly address: string;
  /** Who made the adapter or the board, as its USB descriptor says; undefined where it says nothing. */
  readonly maker: string | undefined;
  readonly serialNumber: string | undefined;
  /** `10c4:ea60`: vendor and product of a USB device. */
  readonly usb: string | undefined;
}

export interface SerialSearch {
  readonly ports: readonly SerialBoard[];
  /** Why ports may be missing, and what to do. */
  readonly notes: readonly string[];
}

type PortInfo = Awaited<ReturnType<typeof SerialPort.list>>[number];

const listPorts = async (): Promise<PortInfo[]> => (await import("serialport")).SerialPort.list();

/**
 * Lists the ports that a board may be behind: those of USB devices, or all if there are none.
 * @param list how ports are listed; given by tests
 */
export async function findSerialPorts(list: () => Promise<PortInfo[]> = listPorts): Promise<SerialSearch> {
  let found: PortInfo[];
  try {
    found = await list();
  } catch (error) {
    return { ports: [], notes: [noteOf(error as NodeJS.ErrnoException)] };
  }
  const usb = found.filter((port) => port.vendorId !== undefined);
  return { ports: (usb.length > 0 ? usb : found).map(boardOf).sort((a, b) => (a.address < b.address ? -1 : 1)), notes: [] };
}

function boardOf({ path, manufacturer, serialNumber, vendorId, productId }: PortInfo): SerialBoard {
  return {
    address: formatAddress({ kind: "serial", path }),
    maker: printable(manufacturer),
    serialNumber: printable(serialNumber),
    usb: vendorId === undefined ? undefined : `${vendorId}:${productId ?? "?"}`.toLowerCase(),
  };
}

function noteOf(error: NodeJS.ErrnoException): string {
  const known = "a port that you know works all the same: --board serial:/dev/ttyUSB0";
  if (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND")
    return "serial ports are left out: they need the npm package serialport, which is not installed here (npm install serialport)";
  if (/udevadm/.test(`${error.path} ${error.message}`))
    return `serial ports can't be listed: udevadm is missing (Debian: apt-get install udev); ${known}`;
  return `serial ports can't be listed: ${error.message}; ${known}`;
}
