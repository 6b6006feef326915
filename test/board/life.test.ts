import { describe, expect, it } from "vitest";
import { Life } from "./life.js";

describe("a life of three boards: each function is on one of them, and goes on from where it was", () => {
  it.each([1, 2, 3, 4])("seed %i", async (seed) => {
    const { counts, cuts, virtualMs } = await new Life(seed).run(600_000);
    expect(virtualMs).toBeGreaterThanOrEqual(600_000);
    expect(cuts).toBeGreaterThan(10);
    for (const what of ["deploy", "suspend", "resume", "migrate", "abandon", "answers", "remove"])
      expect(counts[what], what).toBeGreaterThan(3);
  });
});
