/** Addresses of boards: `tcp:HOST:PORT` and `serial:PATH`. */
import { openSerial } from "./serial.js";
import { openTcp } from "./tcp.js";
import { LinkError, type Transport } from "./transport.js";

/** The port that a board and `nanopy sim` listen on unless told otherwise. */
export const defaultPort = 7890;

/** Opens what an address names: `tcp:HOST[:PORT]`, `serial:PATH[@BAUD]`. Throws a LinkError that says why not. */
export async function openAddress(address: string, timeout?: number): Promise<Transport> {
  const tcp = /^tcp:(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(address);
  if (tcp) {
    const port = Number(tcp[3] ?? defaultPort);
    if (port < 1 || port > 65535) throw new LinkError(`${address}: a port is 1 to 65535`);
    return openTcp(tcp[1] ?? tcp[2]!, port, timeout);
  }
  const serial = /^serial:(.+?)(?:@(\d+))?$/.exec(address);
  if (serial) return openSerial(serial[1]!, serial[2] ? Number(serial[2]) : undefined);
  throw new LinkError(`${JSON.stringify(address)} is no address of a board: tcp:HOST:PORT or serial:PATH`);
}
