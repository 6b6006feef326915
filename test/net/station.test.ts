/** How a board keeps to its Wi-Fi network: station_test.c does the work. */
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { buildStation, hasGcc } from "./build.js";

describe.skipIf(!hasGcc)("a station (needs gcc)", () => {
  it.each(["1", "2", "3"])(
    "joins, tries again, changes and rests as it should, whatever the radio tells (seed %s)",
    async (seed) => {
      const said = execFileSync(await buildStation(), [seed], { encoding: "utf8" });
      expect(Number(/^(\d+) checks hold$/m.exec(said)?.[1])).toBeGreaterThan(500_000);
    },
    120_000,
  );
});
