/** The functions of math beside what they are to many more digits: within one unit in the last place everywhere, and nearly always the double next to it. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { openHome } from "../../host/machine/open.js";
import { folderWith } from "../support/cli.js";
import { runImage } from "../support/run.js";

const points = 200;
const view = new DataView(new ArrayBuffer(8));

/** A double's place among all doubles: neighbours differ by one. */
function place(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0 ? -(bits & 0x7fffffffffffffffn) : bits;
}

it(`are right at ${points} points each`, async () => {
  const folder = folderWith({});
  const [path, values] = [join(folder, "main.py"), join(folder, "values")];
  const oracle = spawnSync("python3", [join(import.meta.dirname, "math_points.py"), String(points), path, values], { encoding: "utf8" });
  expect(oracle.stderr).toBe("");
  const { image, debug, diagnostics } = compileProgram({ path, text: readFileSync(path, "utf8") });
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  const home = openHome("wasm");
  try {
    const { stdout, stderr } = await runImage(home, { image, heap: 64 << 10, argv: [] }, debug);
    expect(stderr).toBe("");
    const wanted = readFileSync(values, "utf8").trimEnd().split("\n");
    const got = stdout.trimEnd().split("\n");
    expect(got).toHaveLength(wanted.length);
    expect(wanted.length).toBe(25 * points);
    const off = wanted.flatMap((line, i) => {
      const distance = place(Number(got[i])) - place(Number(line.split(" ")[2]));
      return distance === 0n ? [] : [{ line, got: got[i], distance }];
    });
    expect(off.filter(({ distance }) => distance < -1n || distance > 1n)).toEqual([]);
    expect(off.length).toBeLessThanOrEqual(wanted.length / 1000);
  } finally {
    home.close();
  }
});
