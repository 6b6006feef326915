/** How many functions a board holds: all in RAM, and most of them in flash; and what a swap costs. */
import { BoardError } from "../../host/link/requests.js";
import { WatchedBoard } from "../../test/support/lx106-board.js";
import { type FlashWork, flashMs, flashTimes, TimedBoard } from "../../test/support/timed-board.js";
import { lineOf } from "./period.js";
import { sleeper } from "./programs.js";

export interface RoomFigures {
  readonly stateBytes: number;
  /** Functions that fit while none has to leave RAM, and before the board says that it is full. */
  readonly inRam: number;
  readonly swapped: number;
  /** Why there is no more. */
  readonly reason: string;
  /** Flash's work of one swap out, the erasing that follows from it apart; bytes of the record. */
  readonly flash: FlashWork;
  readonly recordBytes: number;
  /** lx106 instructions: the middle ones of the swaps out and in, each with nothing else to make room for. */
  readonly out: number;
  readonly in: number;
}

const heapFor = (stateBytes: number): number => 2 * stateBytes + (4 << 10);
const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** Deploys sleeping functions until one swaps, and until no more fit. */
async function count(stateBytes: number): Promise<Pick<RoomFigures, "inRam" | "swapped" | "reason">> {
  const { board, timed } = await timedBoard();
  const image = sleeper(stateBytes, 36_000);
  let inRam = 0;
  for (let number = 0; ; number++) {
    try {
      await timed.clock.until(board.deploy({ image, name: `f${number}`, heap: heapFor(stateBytes) }));
    } catch (error) {
      if (error instanceof BoardError) return { inRam, swapped: number, reason: error.code };
      throw error;
    }
    await timed.clock.run(50);
    if ((await timed.clock.until(board.stats())).swapsOut === 0) inRam = number + 1;
  }
}

async function timedBoard() {
  const timed = new TimedBoard();
  return { timed, board: await timed.connect() };
}

/** Twice as many as fit into RAM go in and out in turn; the flash's work is that of a suspension, which stores the same record. */
async function swaps(stateBytes: number, functions: number): Promise<Pick<RoomFigures, "out" | "in" | "flash" | "recordBytes">> {
  const watched = new WatchedBoard({ calls: ["np_swap_out", "np_swap_in", "np_make_room"] });
  const chip = await watched.connect();
  const image = sleeper(stateBytes, 1);
  for (let number = 0; number < functions; number++) {
    await chip.deploy({ image, name: `f${number}`, heap: heapFor(stateBytes) });
    await lineOf(chip, `f${number}`, "ready");
  }
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await chip.close();
  await watched.close();
  const outs = watched.calls.get("np_swap_out") ?? [];
  /* A swap in contains the swap out that makes room for it. */
  const ins =
    median(watched.calls.get("np_swap_in") ?? []) - median(watched.calls.get("np_make_room")?.filter((cost) => cost > 10_000) ?? [0]);

  const { timed, board } = await timedBoard();
  await timed.clock.until(board.deploy({ image, name: "f", heap: heapFor(stateBytes) }));
  await timed.clock.until(lineOf(board, "f", "ready"));
  timed.takeWork();
  const { storedBytes } = await timed.clock.until(board.suspend("f"));
  return { out: median(outs), in: ins, flash: timed.takeWork(), recordBytes: storedBytes };
}

export async function measureRoom(stateBytes: number): Promise<RoomFigures> {
  const counted = await count(stateBytes);
  return { stateBytes, ...counted, ...(await swaps(stateBytes, 2 * counted.inRam)) };
}

/** Bytes of a record's header in flash, and sectors of a board besides its window. */
const headerBytes = 36;
const sectors = 256;

/** How long swapping so many functions, each so often in an hour, may go on before the sectors are worn, in years; wear is spread over all of them. */
export function lifeYears(recordBytes: number, functions: number, swapsAnHour: number): number {
  const bytesAnHour = (recordBytes + headerBytes) * functions * swapsAnHour;
  return (sectors * 4096 * flashTimes.endurance) / bytesAnHour / 24 / 365;
}

/** Milliseconds of flash for one swap out, with its share of erasing what it makes useless. */
export const swapFlashMs = (flash: FlashWork): number => flashMs(flash) + (flash.programmed / 4096) * flashTimes.eraseMs;
