/** A board behind TCP. */
import { type Socket } from "node:net";
import { type Transport } from "./transport.js";
export declare const tcpReason: (error: NodeJS.ErrnoException) => string;
/** Carries bytes on a socket that is connected. */
export declare function socketTransport(socket: Socket, name: string): Transport;
/** Connects to a board. Throws a LinkError where that fails, or takes longer than `timeout` ms. */
export declare function openTcp(host: string, port: number, timeout?: number): Promise<Transport>;
