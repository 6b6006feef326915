/** Opens the transport that an address names. */
import { type Address, formatAddress, parseAddress } from "../config/address.js";
import { openSerial, usualRate } from "./serial.js";
import { openTcp } from "./tcp.js";
import { LinkError, type Transport } from "./transport.js";

/**
 * Opens an address, or the text of one; names of nanopy.toml are looked up before (host/config). `timeout`: of a connection, ms. Throws a ConfigError for what is no
 * address, a LinkError that says why it can't be opened.
 */
export async function openAddress(address: Address | string, timeout?: number): Promise<Transport> {
  const parsed = typeof address === "string" ? parseAddress(address) : address;
  if (parsed.kind === "tcp") return openTcp(parsed.host, parsed.port, timeout, formatAddress(parsed));
  if (parsed.kind === "serial") {
    const { path, rate } = parsed;
    const line = await openSerial(path);
    return rate === undefined ? line : { ...line, faster: { rate, usual: usualRate, setRate: line.setRate } };
  }
  throw new LinkError(`${parsed.name} is a board's name, and no address: tcp:HOST:PORT or serial:PATH`);
}
