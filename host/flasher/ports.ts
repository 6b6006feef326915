/** Which serial port has a board behind it that can be flashed. */
import { ConfigError } from "../config/error.js";
import type { SerialSearch } from "../discovery/serial.js";
import { LinkError } from "../link/transport.js";

/** The USB ids of the adapters on boards with an ESP8266, vendor and product in hex; any product of a vendor where none is named. */
const adapters: readonly { readonly name: string; readonly vendor: string; readonly products?: readonly string[] }[] = [
  { name: "CP210x", vendor: "10c4", products: ["ea60"] },
  { name: "CH34x", vendor: "1a86", products: ["7523", "5523", "55d4"] },
  { name: "FTDI", vendor: "0403", products: ["6001", "6010", "6015"] },
  { name: "PL2303", vendor: "067b", products: ["2303"] },
  { name: "Espressif", vendor: "303a" },
];

/** The name of the adapter with a USB id such as `10c4:ea60`; undefined where it is none that boards have. */
export function adapterOf(usb: string | undefined): string | undefined {
  const [vendor, product] = (usb ?? "").split(":");
  return adapters.find((known) => known.vendor === vendor && (known.products?.includes(product!) ?? true))?.name;
}

/** `serial:/dev/ttyUSB0` and `/dev/ttyUSB0` name the same port. */
export const pathOfPort = (port: string): string => port.replace(/^serial:/, "");

/**
 * The path of the one port that a board is behind.
 * Throws a LinkError where there is none, a ConfigError that names them where there are several; both say what to do.
 */
export function choosePort({ ports, notes }: SerialSearch): string {
  const boards = ports.filter(({ usb }) => adapterOf(usb) !== undefined);
  if (boards.length === 1) return pathOfPort(boards[0]!.address);
  if (boards.length > 1) {
    const names = boards.map(({ address, usb, maker }) => `${pathOfPort(address)} (${[adapterOf(usb), maker].filter(Boolean).join(", ")})`);
    throw new ConfigError(`there are ${boards.length} boards: ${names.join(", ")}; --port PORT says which one`);
  }
  const kinds = adapters.map(({ name }) => name).join(", ");
  const others = ports.length > 0 ? `; other ports: ${ports.map(({ address }) => pathOfPort(address)).join(", ")}` : "";
  if (notes.length > 0) throw new LinkError(`no board is found: ${notes.join("; ")} (for nanopy flash: --port /dev/ttyUSB0)`);
  throw new LinkError(
    `no board is plugged in (a USB adapter of the kinds ${kinds}): is its cable one for data? --port PORT names a port all the same${others}`,
  );
}
