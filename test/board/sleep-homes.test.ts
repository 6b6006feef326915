/** Deep sleep and restarts on boards that are processes: the native one, and the one on the chip's instruction set. */
import { describe, expect, it } from "vitest";
import { Board } from "../../host/board/board.js";
import type { Target } from "../../host/sim/sim-board.js";
import { startSimulator } from "../../host/sim/simulator.js";
import { Chip, clean, cleanEnd, hasFirmware, mostStack, newFlash } from "../support/esp8266-chip.js";
import { hasLx106Board, WatchedBoard } from "../support/lx106-board.js";
import { hasNativeBoard } from "./native-board.js";
import { logger, outputOf } from "./sleeping.js";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const program = logger(3, 2000);

async function life(connect: () => Promise<Board>): Promise<void> {
  const first = await connect();
  await first.deploy({ image: program.image, name: "logger" });
  expect((await first.restart()).boots).toBe(2);
  await first.close();
  await pause(7000);
  const board = await connect();
  const end = Date.now() + 10_000;
  while ((await board.stat("logger")).state !== "ended" && Date.now() < end) await pause(100);
  expect(await outputOf(board, "logger")).toEqual({ text: program.output, lost: 0 });
  expect((await board.info()).boots).toBeGreaterThan(3);
  await board.close();
}

describe("a board that goes off and comes back", () => {
  it.skipIf(!hasNativeBoard).each<Target>(["native", "wasm"])("%s", async (target) => {
    const onEnd = (_: number, reason: string): never => expect.fail(reason);
    const simulator = await startSimulator({ boards: 1, target, port: 0, ram: 40 << 10, line: {}, seed: 7, virtual: false, onEnd });
    try {
      await life(() => Board.connect(simulator.boards[0]!.addresses[0]!, { wait: 10_000 }));
    } finally {
      await simulator.close();
    }
  });

  it.skipIf(!hasLx106Board())("lx106", async () => {
    const watched = new WatchedBoard({ id: 0x106n });
    await life(() => watched.connect());
    const { exitCode, faults, said, stack } = await watched.close();
    expect({ exitCode, faults, said }).toEqual({ exitCode: 0, faults: [], said: "" });
    expect(stack).toBeLessThanOrEqual(3 << 10);
  });

  it.skipIf(!hasFirmware())("esp8266", async () => {
    const chip = new Chip(newFlash());
    await life(() => chip.connect({ wait: 10_000 }));
    const end = await chip.close();
    expect(clean(end)).toEqual(cleanEnd);
    expect(end.stack).toBeLessThanOrEqual(mostStack);
    expect(chip.told.filter((line) => !line.startsWith("rate")).slice(0, 4)).toEqual([
      "start 1",
      "start 3",
      expect.stringMatching(/^sleep 1\d{3}$/),
      "start 2",
    ]);
  });

  it.skipIf(!hasFirmware())("esp8266 in safe mode: it stays awake, until it is told to restart", async () => {
    const flash = newFlash();
    const first = new Chip(flash);
    const before = await first.connect();
    await before.deploy({ image: logger(100, 2000).image, name: "logger" });
    await pause(300);
    await before.suspend("logger");
    await before.resume("logger");
    await before.close();
    await first.kill();
    const chip = new Chip(flash, { crashes: 3 });
    await pause(5000);
    expect(chip.told.filter((line) => line.startsWith("sleep"))).toEqual([]);
    const board = await chip.connect({ wait: 5000 });
    expect(await board.info()).toMatchObject({ safeMode: true });
    await board.restart();
    expect(await board.info()).toMatchObject({ safeMode: false });
    await board.close();
    await pause(4000);
    expect(chip.told.some((line) => line.startsWith("sleep"))).toBe(true);
    await chip.kill();
  });
});
