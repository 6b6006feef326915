/** A board that starts anew, and how to meet it again. */
import { ErrorNumber } from "../../build/generated/errors.js";
import { Request } from "../../build/generated/link.js";
import { pause } from "../link/clock.js";
import { Writer } from "../link/codec.js";
import { BoardError } from "../link/requests.js";
import { LinkError } from "../link/transport.js";
import type { Board } from "./board.js";
import type { BoardInfo } from "./bodies.js";

/** Storing everything may have to make room first. */
const slow = 60_000;
const pauseMs = 200;
/** How long a board that starts may take to answer one question. */
const askMs = 3000;

/** Settled with what the board says of itself as soon as it has started more than `boots` times. Throws a LinkError after `patience` ms. */
export async function untilStarted(board: Board, boots: number, patience: number): Promise<BoardInfo> {
  const { clock } = board.connection;
  const end = clock.now() + patience;
  for (;;) {
    let reason: Error;
    try {
      const info = await board.info(askMs);
      if (info.boots !== boots) return info;
      reason = new LinkError(`${board.address}: the board has not restarted`);
    } catch (error) {
      const isBusy = error instanceof BoardError && error.number === ErrorNumber.BOARD_BUSY;
      if (!isBusy && !(error instanceof LinkError)) throw error;
      reason = error as Error;
    }
    if (clock.now() >= end) throw new LinkError(`${reason.message}; it was to start again within ${patience / 1000} s`);
    await pause(clock, pauseMs);
  }
}

/** Restarts the board: see Board.restart. */
export async function restart(board: Board, whatever: boolean, patience: number): Promise<BoardInfo> {
  const { boots } = await board.info();
  await board.connection.once(Request.RESTART, new Writer().u8(whatever ? 1 : 0).done(), slow);
  return untilStarted(board, boots, patience);
}
