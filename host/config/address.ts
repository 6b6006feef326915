/** Addresses of boards: `serial:PATH`, also with a faster rate `serial:PATH@460800`, and `tcp:HOST:PORT`. Anything without such a beginning is a name from nanopy.toml. */
import { ConfigError } from "./error.js";

export type Address =
  | { readonly kind: "serial"; readonly path: string; readonly rate?: number }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number };

export const addressForms = "tcp:HOST:PORT or serial:PATH";

/** What a board may be called in nanopy.toml: never anything that looks like an address. */
export const boardName = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

const largestPort = 65535;
/** What boards take (UART_LEAST_RATE and UART_MOST_RATE of firmware/esp8266/uart.h), bits a second. */
const leastRate = 9600;
const mostRate = 2_000_000;

/**
 * Reads an address, or a name.
 * @throws ConfigError for what is neither
 */
export function parseAddress(text: string): Address | { readonly kind: "name"; readonly name: string } {
  const [, scheme, rest] = /^(serial|tcp):(.*)$/s.exec(text) ?? [];
  if (scheme === "serial") {
    if (rest) return parseSerial(text, rest);
    throw new ConfigError(`'${text}' lacks the port's path: write serial:/dev/ttyUSB0, or serial:COM3`);
  }
  if (scheme === "tcp") return parseTcp(text, rest!);
  if (boardName.test(text)) return { kind: "name", name: text };
  const what = /^[A-Za-z]+:/.test(text) ? "no address of a board" : "neither an address nor a name of a board";
  throw new ConfigError(`'${text}' is ${what}: write ${addressForms}, or a name of nanopy.toml`);
}

/** PATH, or PATH@RATE in bits a second. */
function parseSerial(text: string, rest: string): Address {
  const [, path, digits] = /^(.+)@(\d+)$/s.exec(rest) ?? [];
  if (path === undefined) return { kind: "serial", path: rest };
  const rate = Number(digits);
  if (rate >= leastRate && rate <= mostRate) return { kind: "serial", path, rate };
  throw new ConfigError(`'${text}' has no such rate: bits a second are ${leastRate} to ${mostRate}, such as serial:${path}@460800`);
}

/** HOST:PORT; an IPv6 address stands in brackets. */
function parseTcp(text: string, rest: string): Address {
  const match = /^(?:\[([0-9A-Fa-f:.]+(?:%[^\]\s]+)?)\]|([^\s:[\]/]+)):(\d{1,5})$/.exec(rest);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host && port >= 1 && port <= largestPort) return { kind: "tcp", host, port };
  if (host) throw new ConfigError(`'${text}' has no such port: a port is a number from 1 to ${largestPort}`);
  const isBare = /^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:\d+$/.test(rest);
  throw new ConfigError(
    isBare
      ? `'${text}' has an IPv6 address without brackets: write tcp:[ADDRESS]:PORT`
      : `'${text}' is no TCP address: write tcp:HOST:PORT, such as tcp:localhost:7001`,
  );
}

/** An address as people write it. */
export function formatAddress(address: Address): string {
  if (address.kind === "serial") return `serial:${address.path}${address.rate === undefined ? "" : `@${address.rate}`}`;
  return `tcp:${address.host.includes(":") ? `[${address.host}]` : address.host}:${address.port}`;
}
