/** The benchmark programs: CPython's output in a megabyte (see bench/heaps.ts), whole and moved to a new arena every 10007 instructions. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { heapOf } from "../../bench/heaps.js";
import { compileProgram } from "../../compiler/compile.js";
import { openHome } from "../../host/machine/open.js";
import { at } from "../../scripts/build/paths.js";
import { runImage, tryOpen } from "../support/run.js";

const programs = readdirSync(at("bench"))
  .filter((name) => name.endsWith(".py"))
  .map((name) => name.slice(0, -3));

describe.each(["native", "wasm"] as const)("%s", (name) => {
  const { home, reason } = tryOpen(() => openHome(name));
  afterAll(() => home?.close());

  describe.skipIf(!home)(reason ?? "prints what CPython prints", () => {
    it.each(programs)("%s", async (program) => {
      const path = join(at("bench"), `${program}.py`);
      const { image } = compileProgram({ path, text: readFileSync(path, "utf8") });
      const { stdout: expected } = spawnSync("python3", [path], { encoding: "utf8" });
      for (const checkpointEvery of [undefined, 10007]) {
        const ran = await runImage(home!, { image, heap: heapOf(program), ...(checkpointEvery ? { checkpointEvery } : {}) });
        expect(ran.stdout + ran.stderr, `checkpoint every ${checkpointEvery}`).toBe(expected);
        /* native work is charged at once, and may step over some */
        if (checkpointEvery) expect(ran.result.checkpoints).toBeGreaterThan(10);
      }
    });
  });
});
