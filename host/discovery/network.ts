/** Boards on the network: they tell of themselves by mDNS as `_nanopy._tcp` (RFC 6762, RFC 6763). */
import type { EventEmitter } from "node:events";
import { isIP } from "node:net";
import { Bonjour, type Service } from "bonjour-service";
import { formatAddress } from "../config/address.js";
import { printable } from "./printable.js";

export interface NetworkBoard {
  /** What the board calls itself. */
  readonly name: string;
  /** `tcp:192.168.1.7:7001`. */
  readonly address: string;
}

export interface NetworkSearch {
  readonly boards: readonly NetworkBoard[];
  /** Why boards may be missing. */
  readonly notes: readonly string[];
}

export interface SearchOptions {
  /** How long answers are waited for, in ms. */
  readonly timeout?: number;
  /** The address of the one interface to look on; default: all. */
  readonly interface?: string;
  /** The port of mDNS; another one is for tests. */
  readonly port?: number;
}

const defaultTimeout = 1500;
/** Questions and answers get lost on Wi-Fi: the question is asked again after so many ms. */
const askAgain = 400;
/** No more boards are told of than this, whatever the network says. */
const mostBoards = 256;

const reasons: Record<string, string> = {
  EACCES: "permission denied",
  EADDRINUSE: "another program keeps the port of mDNS (UDP 5353) to itself",
  ENETUNREACH: "there is no network",
  EADDRNOTAVAIL: "there is no such interface",
  ENODEV: "no interface can multicast",
};

/** Asks for boards, and waits for as long as `timeout` says. */
export async function findNetworkBoards(options: SearchOptions = {}): Promise<NetworkSearch> {
  const { timeout = defaultTimeout } = options;
  const notes = new Set<string>();
  const failed = (error: NodeJS.ErrnoException): void => {
    notes.add(`boards on the network can't be looked for: ${(error.code && reasons[error.code]) ?? error.message}`);
  };
  const bonjour = new Bonjour(socketOptions(options), failed);
  const socket = socketOf(bonjour);
  socket.on("error", failed);
  // A damaged packet, or an interface of several that can't multicast, hinders nothing else.
  socket.on("warning", () => undefined);
  const found = new Map<string, NetworkBoard>();
  const browser = bonjour.find({ type: "nanopy", protocol: "tcp" });
  const note = (service: Service): void => {
    const board = boardOf(service);
    if (board && (found.size < mostBoards || found.has(service.fqdn))) found.set(service.fqdn, board);
  };
  browser.on("up", note);
  browser.on("srv-update", note);
  browser.on("down", (service: Service) => found.delete(service.fqdn));
  const timer = setInterval(() => browser.update(), askAgain);
  await new Promise((resolve) => setTimeout(resolve, timeout));
  clearInterval(timer);
  browser.stop();
  await new Promise<void>((resolve) => bonjour.destroy(() => resolve()));
  const boards = [...found.values()].sort((a, b) => (a.name === b.name ? (a.address < b.address ? -1 : 1) : a.name < b.name ? -1 : 1));
  return { boards, notes: found.size > 0 ? [] : [...notes] };
}

/** A socket that is bound to one interface's address hears no multicast: it is bound to all, and asks on the one. */
export const socketOptions = ({ interface: address, port }: SearchOptions): Record<string, unknown> => ({
  ...(address === undefined ? {} : { interface: address, bind: "0.0.0.0" }),
  ...(port === undefined ? {} : { port }),
});

/** The package has no other way to hear of a socket that can't be opened, which nobody would catch. */
export const socketOf = (bonjour: Bonjour): EventEmitter => (bonjour as unknown as { server: { mdns: EventEmitter } }).server.mdns;

/** An IPv4 address that the board names, else the one that it answered from. */
function boardOf(service: Service): NetworkBoard | null {
  const name = printable(service.name);
  const host = service.addresses?.find((address) => isIP(address) === 4) ?? service.referer?.address ?? "";
  if (!name || isIP(host) === 0 || !(service.port >= 1 && service.port <= 65535)) return null;
  return { name, address: formatAddress({ kind: "tcp", host, port: service.port }) };
}
