/** Bounds of what boards cost, in counts that do not depend on this machine. docs/boards.md has the figures. */

import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { measureProcessor } from "../../bench/boards/migration.js";
import { measureCollection, measurePeriod } from "../../bench/boards/period.js";
import { mixed, neighbours } from "../../bench/boards/programs.js";
import { measureStopped } from "../../bench/boards/stopped.js";
import { measureUpload, measureUploadWork } from "../../bench/boards/upload.js";
import { built } from "../../scripts/build/paths.js";
import { hasLx106Board } from "../support/lx106-board.js";

/** lx106 instructions. A period's lateness has besides these what else a step of the board does: links, logs, whose turn it is. */
const mostOfSlice = 450_000;
const mostOfStep = 40_000;

describe.skipIf(!hasLx106Board())("on lx106", () => {
  it("stores 8 KB of live state and takes it up again within 400,000 instructions", async () => {
    const { size, stream, load, recordBytes } = await measureProcessor(mixed(), 20 << 10);
    expect(recordBytes).toBeGreaterThanOrEqual(8 << 10);
    expect(size + stream + load).toBeLessThanOrEqual(400_000);
  });

  it.each(Object.keys(neighbours))("keeps a period of 10 ms within a slice and a collection beside: %s", async (neighbour) => {
    const { late, longestSlice, longestCollection } = await measurePeriod(neighbour, 100);
    expect(longestSlice).toBeLessThanOrEqual(mostOfSlice);
    expect(late).toBeLessThanOrEqual(longestSlice + longestCollection + mostOfStep);
    expect(longestSlice).toBeGreaterThan(1000);
  });

  it("takes less time for an upload's bytes than the line, and 50 ms to verify and hash 16 KB", async () => {
    const { perByte, end } = await measureUploadWork(16 << 10);
    expect(perByte).toBeLessThanOrEqual(200);
    expect(end).toBeLessThanOrEqual(4_000_000);
  });

  it("collects 36 KB of live state within 800,000 instructions", async () => {
    const longest = await measureCollection(36 << 10);
    expect(longest).toBeGreaterThan(100_000);
    expect(longest).toBeLessThanOrEqual(800_000);
  });
});

describe("an upload of 16 KB at 115200", () => {
  it("uses 90% of the line, though flash takes its time", async () => {
    const { share } = await measureUpload(16 << 10, 115_200, { lastMs: 50 });
    expect(share).toBeGreaterThanOrEqual(0.9);
    expect(share).toBeLessThan(1);
  });
});

describe.skipIf(!existsSync(built("native", "nanopy-board")))("a move between native boards", () => {
  it("does not let a function stand still for long", async () => {
    for (const ms of await measureStopped(4)) expect(ms).toBeLessThan(1000);
  });
});
