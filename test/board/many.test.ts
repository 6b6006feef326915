/** 200 functions that sleep long, on a board with 40 KB. */
import { describe, expect, it } from "vitest";
import { measureMany } from "../../bench/boards/many.js";
import { TimedBoard } from "../support/timed-board.js";

describe("a board of 40 KB with 256 sectors besides its window", () => {
  it("holds 200 functions that sleep, each at 16 bytes, and lets each go on rightly", async () => {
    const timed = new TimedBoard({ ram: 40 << 10, sectors: 384, window: 128 });
    const board = await timed.connect();
    const figures = await measureMany(
      { board, until: (promise) => timed.clock.until(promise, 7_200_000) },
      { count: 200, longSleep: 3600, shortSleep: 60 },
    );
    expect(figures.wrong).toEqual([]);
    expect(figures.resident).toBe(0);
    expect(figures.bytesEach).toBeLessThanOrEqual(16);
    expect(figures.swapsIn).toBeGreaterThanOrEqual(200);
    expect(figures.swapsOut).toBeGreaterThanOrEqual(200);
  });
});
