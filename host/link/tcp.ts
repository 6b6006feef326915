/** A board behind TCP. */
import { connect, type Socket } from "node:net";
import { LinkError, type Transport } from "./transport.js";

const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing listens there; is the board (or nanopy sim) running?",
  ENOTFOUND: "no such host",
  EAI_AGAIN: "no such host",
  EHOSTUNREACH: "the host can't be reached",
  ENETUNREACH: "the network can't be reached",
  ECONNRESET: "the board reset the connection",
  EPIPE: "the board closed the connection",
  ETIMEDOUT: "no answer",
};

export const tcpReason = (error: NodeJS.ErrnoException): string =>
  (error.code && reasons[error.code]) || error.message || String(error.code);

/** What closes a connection before a byte came is mostly a board that has no link left. */
const linksInUse =
  "it closed the connection at once; all links of the board may be in use (each open logs -f, attach and top takes one): end one, or try again";

/** Carries bytes on a socket that is connected. */
export function socketTransport(socket: Socket, name: string): Transport {
  let data: (bytes: Uint8Array) => void = () => undefined;
  let closed: ((error?: Error) => void) | undefined;
  let failure: Error | undefined;
  let silent = true;
  socket.setNoDelay(true);
  socket.on("data", (bytes) => {
    silent = false;
    data(bytes);
  });
  socket.on("error", (error) => {
    failure = new Error(tcpReason(error));
  });
  socket.on("close", () => closed?.(silent ? new Error(linksInUse) : failure));
  return {
    name,
    write(bytes) {
      if (socket.destroyed || !socket.writable || socket.write(bytes)) return undefined;
      return new Promise((resolve) => {
        const done = (): void => {
          socket.off("drain", done);
          socket.off("close", done);
          resolve();
        };
        socket.on("drain", done);
        socket.on("close", done);
      });
    },
    onData(listener) {
      data = listener;
    },
    onClose(listener) {
      closed = listener;
    },
    async close() {
      closed = undefined;
      if (socket.destroyed) return;
      await new Promise<void>((resolve) => {
        socket.once("close", () => resolve());
        socket.destroySoon();
      });
    },
  };
}

/** Connects to a board. Throws a LinkError where that fails, or takes longer than `timeout` ms; `name` is for messages. */
export function openTcp(host: string, port: number, timeout = 5000, name = `tcp:${host}:${port}`): Promise<Transport> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new LinkError(`${name}: no connection within ${timeout / 1000} s`));
    }, timeout);
    const failed = (error: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      reject(new LinkError(`${name}: ${tcpReason(error)}`));
    };
    socket.once("error", failed);
    socket.once("connect", () => {
      clearTimeout(timer);
      socket.off("error", failed);
      resolve(socketTransport(socket, name));
    });
  });
}
