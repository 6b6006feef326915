/** How long a function stands still while it moves between two native boards over TCP. */
import { Board } from "../../host/board/board.js";
import { startSimulator } from "../../host/sim/simulator.js";
import { lineOf } from "./period.js";
import { mixed } from "./programs.js";

/** Milliseconds of each of so many moves, back and forth, of a function with 8 KB of state. */
export async function measureStopped(moves: number): Promise<number[]> {
  const simulator = await startSimulator({
    boards: 2,
    target: "native",
    port: 0,
    ram: 64 << 10,
    line: {},
    seed: 1,
    virtual: false,
    onEnd: (_, reason) => {
      throw new Error(reason);
    },
  });
  const boards = await Promise.all(simulator.boards.map(({ addresses }) => Board.connect(addresses[0]!)));
  try {
    await boards[0]!.deploy({ image: mixed(), name: "mover", heap: 24 << 10 });
    await lineOf(boards[0]!, "mover", "ready");
    const stopped: number[] = [];
    for (let i = 0; i < moves; i++) stopped.push((await boards[i % 2]!.migrate("mover", boards[(i + 1) % 2]!)).stoppedMs);
    return stopped;
  } finally {
    for (const board of boards) await board.close();
    await simulator.close();
  }
}
