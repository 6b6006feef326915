/** The numeric modules beside Python's numbers, the processor's and, where its tools are, the lx106's: numeric.sh does the work. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { at, built } from "../../scripts/build/paths.js";

it("agree with their oracles", () => {
  const { status, stdout, stderr } = spawnSync("sh", [join(import.meta.dirname, "numeric.sh"), built("numeric")], {
    cwd: at("."),
    encoding: "utf8",
  });
  expect(status, stdout + stderr).toBe(0);
  expect(stdout).toContain(", 0 failures");
});
