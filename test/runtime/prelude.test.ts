/** The prelude passes the same verifier as every image. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadSources } from "../../scripts/build/sources.js";

const hasCompiler = spawnSync("gcc", ["--version"]).status === 0;

it.skipIf(!hasCompiler)("the prelude is a good image", () => {
  const { include, machine } = loadSources();
  const folder = mkdtempSync(join(tmpdir(), "nanopy-"));
  try {
    const program = join(folder, "prelude");
    const source = join(import.meta.dirname, "prelude.c");
    execFileSync("gcc", ["-std=c11", "-w", ...include.map((path) => `-I${path}`), source, ...machine, "-o", program]);
    const { stdout } = spawnSync(program, { encoding: "utf8" });
    expect(stdout).toBe("fine at byte 0\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
