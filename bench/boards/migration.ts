/** What it costs to store a function, to take it up again, and to move it, by its live size. */
import type { Board } from "../../host/board/board.js";
import { VirtualClock } from "../../host/link/clock.js";
import { type Lx106End, WatchedBoard } from "../../test/support/lx106-board.js";
import { type FlashWork, TimedBoard } from "../../test/support/timed-board.js";
import { lineOf } from "./period.js";
import { sleeper } from "./programs.js";

export interface MoveFigures {
  readonly liveBytes: number;
  /** Bytes of the record: its head of 112 bytes and the snapshot. */
  readonly recordBytes: number;
  /** lx106 instructions: collecting and making dense, writing out (into flash), reading in. */
  readonly size: number;
  readonly stream: number;
  readonly load: number;
  /** lx106 instructions of all that the board does to store it, the record's beginning, check and commit among it, and to bring it in. */
  readonly store: number;
  readonly bringIn: number;
  /** What storing does to the flash. */
  readonly flash: FlashWork;
  /** Bytes on the source's link for PREPARE, READ and COMMIT, and on the target's for WRITE to GO, both directions. */
  readonly sourceLinkBytes: number;
  readonly targetLinkBytes: number;
  readonly end: Lx106End;
}

const heapFor = (liveBytes: number): number => liveBytes + (8 << 10);
/** Seconds of each sleep: soon again in RAM when it may run. */
const nap = 0.05;

async function deploySleeper(board: Board, liveBytes: number): Promise<void> {
  await board.deploy({ image: sleeper(liveBytes, nap), name: "sleeper", heap: heapFor(liveBytes) });
}

/** Instructions of storing and bringing in, on lx106. */
export async function measureProcessor(
  image: Uint8Array,
  heap: number,
): Promise<Pick<MoveFigures, "recordBytes" | "size" | "stream" | "load" | "store" | "bringIn" | "end">> {
  const calls = ["np_snapshot_size", "np_snapshot_stream", "np_snapshot_load", "np_store_function", "np_swap_in"];
  const watched = new WatchedBoard({ calls });
  const board = await watched.connect();
  await board.deploy({ image, name: "sleeper", heap });
  await lineOf(board, "sleeper", "ready");
  const { storedBytes } = await board.suspend("sleeper");
  await board.resume("sleeper");
  while (!(await board.stat("sleeper")).inMemory);
  await board.close();
  const end = await watched.close();
  const last = (name: string): number => watched.calls.get(name)?.at(-1) ?? Number.NaN;
  return {
    recordBytes: storedBytes,
    size: last("np_snapshot_size"),
    stream: last("np_snapshot_stream"),
    load: last("np_snapshot_load"),
    store: last("np_store_function"),
    bringIn: last("np_swap_in"),
    end,
  };
}

/** The flash's work of storing it, and bytes on the links of a move. */
async function carried(liveBytes: number): Promise<Pick<MoveFigures, "flash" | "sourceLinkBytes" | "targetLinkBytes">> {
  const clock = new VirtualClock();
  const source = new TimedBoard({ clock, id: 1n });
  const target = new TimedBoard({ clock, id: 2n });
  const [from, to] = [await source.connect(), await target.connect()];
  await clock.until(deploySleeper(from, liveBytes));
  await clock.until(lineOf(from, "sleeper", "ready"));
  await clock.until(to.putImage(sleeper(liveBytes, nap)));
  source.takeWork();
  await clock.until(from.suspend("sleeper"));
  const flash = source.takeWork();
  await clock.until(from.resume("sleeper"));
  await clock.run(1000);
  const passed = ({ passed: { toBoard, toHost } }: TimedBoard): number => toBoard + toHost;
  const before = [passed(source), passed(target)] as const;
  await clock.until(from.migrate("sleeper", to));
  return { flash, sourceLinkBytes: passed(source) - before[0], targetLinkBytes: passed(target) - before[1] };
}

export const measureMove = async (liveBytes: number): Promise<MoveFigures> => ({
  liveBytes,
  ...(await measureProcessor(sleeper(liveBytes, nap), heapFor(liveBytes))),
  ...(await carried(liveBytes)),
});
