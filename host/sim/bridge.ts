/** From a connection to a board: over a line that is as slow and as bad as was asked for. */
import { type LineOptions, memoryPair } from "../link/memory.js";
import type { Transport } from "../link/transport.js";
import type { SimBoard } from "./sim-board.js";

/** What lies between the world and a board; nothing where there are no options. */
export type Line = LineOptions | undefined;

/** Hands on what comes at either end to the other; the end of one is the other's. */
function join(a: Transport, b: Transport): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.onData((bytes) => void to.write(bytes));
    from.onClose(() => void to.close());
  }
}

/** A transport that tells of every byte that passes. */
function watched(line: Transport, touch: () => void): Transport {
  return {
    name: line.name,
    write(bytes) {
      touch();
      return line.write(bytes);
    },
    onData: (listener) =>
      line.onData((bytes) => {
        touch();
        listener(bytes);
      }),
    onClose: (listener) => line.onClose(listener),
    close: () => line.close(),
  };
}

/** Leads a connection to the board. False where all of the board's links are taken: the connection is then closed. */
export function bridge(outside: Transport, board: SimBoard, line: Line, touch?: () => void): boolean {
  const connection = touch ? watched(outside, touch) : outside;
  const [near, far] = line ? memoryPair(line, outside.name) : [undefined, connection];
  if (!board.attach(far)) {
    void outside.close();
    return false;
  }
  if (near) join(connection, near);
  return true;
}
