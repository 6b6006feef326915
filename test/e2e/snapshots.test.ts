/** Snapshots at a hundred points of a run: the same bytes from every home, and every home goes on from them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import type { Home } from "../../host/machine/home.js";
import { homeNames, openHome } from "../../host/machine/open.js";
import { runImage, tryOpen } from "../support/run.js";

const points = 100;
const heap = 32 << 10;
const programs = [
  join(import.meta.dirname, "../../examples/thermostat.py"),
  join(import.meta.dirname, "../../examples/two_tasks.py"),
  ...readdirSync(join(import.meta.dirname, "programs"), { encoding: "utf8" })
    .filter((name) => name.endsWith(".py"))
    .map((name) => join(import.meta.dirname, "programs", name)),
];

const homes = homeNames.flatMap((name): Home[] => {
  const { home, reason } = tryOpen(() => openHome(name));
  if (reason) console.warn(reason);
  return home ? [home] : [];
});
afterAll(() => {
  for (const home of homes) home.close();
});

describe.each(programs)("%s", (path) => {
  it(`goes on from ${points} points in ${homes.map(({ name }) => name).join(", ")}`, async () => {
    const { image } = compileProgram({ path, text: readFileSync(path, "utf8") });
    const argv = ["program"];
    const whole = await runImage(homes[0]!, { image, heap, argv });
    expect(whole.exit, whole.stderr).toBe(0);
    const total = whole.result.vmInstructions;
    const suspendAt = Array.from({ length: points }, (_, i) => 1 + Math.floor(((total - 2) * i) / (points - 1)));

    const taken = await Promise.all(homes.map((home) => runImage(home, { image, heap, argv, suspendAt })));
    for (const [i, { stdout, result }] of taken.entries()) {
      expect(stdout, `output in ${homes[i]!.name}`).toBe(whole.stdout);
      expect(result.vmInstructions).toBe(total);
      /* Native work is charged at once, so a stop may lie a little behind the point that was asked for: in all homes the same. */
      const stops = result.snapshots.map(({ instructions }) => instructions);
      expect(stops).toEqual(taken[0]!.result.snapshots.map(({ instructions }) => instructions));
      expect(stops).toHaveLength(points);
      for (const [at, instructions] of stops.entries()) expect(instructions).toBeGreaterThanOrEqual(suspendAt[at]!);
      for (const [at, snapshot] of result.snapshots.entries())
        expect(
          Buffer.from(snapshot.bytes).equals(taken[0]!.result.snapshots[at]!.bytes),
          `bytes from ${homes[i]!.name} after ${snapshot.instructions} instructions`,
        ).toBe(true);
    }

    for (const { instructions, bytes } of taken[0]!.result.snapshots) {
      const { stdout: before } = await runImage(homes[0]!, { image, heap, argv, suspendAt: [instructions], stopAtLast: true });
      const resumed = await Promise.all(homes.map((home) => runImage(home, { image, heap, snapshot: bytes })));
      for (const [i, { stdout, exit, result }] of resumed.entries())
        expect({ home: homes[i]!.name, instructions, output: before + stdout, exit, total: result.vmInstructions }).toEqual({
          home: homes[i]!.name,
          instructions,
          output: whole.stdout,
          exit: 0,
          total,
        });
    }
  });
});

it("keeps the thermostat in mid-loop within 600 bytes", async () => {
  const path = programs[0]!;
  const { image } = compileProgram({ path, text: readFileSync(path, "utf8") });
  const { result } = await runImage(homes[0]!, { image, heap });
  const suspendAt = [Math.floor(result.vmInstructions / 2)];
  const stopped = await runImage(homes[0]!, { image, heap, suspendAt, stopAtLast: true });
  expect(stopped.result.snapshots[0]!.bytes.length).toBeLessThanOrEqual(600);
});
