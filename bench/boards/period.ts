/** A control loop of 10 ms beside functions that calculate all the time: how late it is, and what a slice and a collection take on lx106. */
import type { Board } from "../../host/board/board.js";
import { instructionNs, type Lx106End, WatchedBoard } from "../../test/support/lx106-board.js";
import { compiled, controlLoop, neighbours } from "./programs.js";

export interface PeriodFigures {
  readonly neighbour: string;
  /** Of the worst period, in lx106 instructions. */
  readonly late: number;
  /** Instructions of the longest turn and of the longest collection. */
  readonly longestSlice: number;
  readonly longestCollection: number;
  readonly end: Lx106End;
}

/** Waits for a function's line that begins with `word`, and returns what follows. */
export async function lineOf(board: Board, name: string, word: string): Promise<string> {
  let text = "";
  for await (const { bytes } of board.logs(name, { follow: true })) {
    text += Buffer.from(bytes).toString();
    const found = new RegExp(`^${word} ?(.*)\n`, "m").exec(text);
    if (found) return found[1]!;
  }
  throw new Error(`${name} said no ${word}`);
}

/** Runs the loop for so many periods beside a neighbour. Time goes by instructions, so the figures are nearly the same each time. */
export async function measurePeriod(neighbour: string, periods: number): Promise<PeriodFigures> {
  const watched = new WatchedBoard({ countedTime: true, calls: ["np_schedule", "np_collect"] });
  const board = await watched.connect();
  await board.deploy({ image: compiled(neighbours[neighbour]!), name: "neighbour", heap: 12 << 10 });
  await board.deploy({ image: controlLoop(periods), name: "control", heap: 4 << 10 });
  const worst = Number(await lineOf(board, "control", "worst"));
  await board.close();
  const end = await watched.close();
  const longest = (name: string): number => Math.max(0, ...(watched.calls.get(name) ?? []));
  return {
    neighbour,
    late: Math.round((worst * 1000) / instructionNs),
    longestSlice: longest("np_schedule"),
    longestCollection: longest("np_collect"),
    end,
  };
}

/** Instructions of a collection with so many bytes alive. */
export async function measureCollection(liveBytes: number): Promise<number> {
  const watched = new WatchedBoard({ ram: 60_000, calls: ["np_collect"] });
  const board = await watched.connect();
  const text = `state = [(i, 2 * i) for i in range(${Math.floor(liveBytes / 20)})]\nprint("ready")\nwhile True:\n    x = [1.5 * i for i in range(50)]\n`;
  await board.deploy({ image: compiled(text), name: "live", heap: liveBytes + (6 << 10) });
  await lineOf(board, "live", "ready");
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await board.close();
  await watched.close();
  return Math.max(...watched.take("np_collect"));
}
