/** Each example with hardware prints and records what it should, in every home and through checkpoints; all of them to the microsecond alike. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { type Home, Status } from "../../host/machine/home.js";
import { openLx106 } from "../../host/machine/lx106.js";
import { openNative } from "../../host/machine/native.js";
import { openHome } from "../../host/machine/open.js";
import { type PinsRun, runWithPins } from "../support/pins.js";
import { tryOpen } from "../support/run.js";

const folder = new URL("../../examples/hardware/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".py"))
  .map((file) => file.slice(0, -3));
const read = (file: string): string => readFileSync(new URL(file, folder), "utf8");

/** Times shift a little when the compiler or the prelude gets better: all else is as it was. */
function expectRecord(record: PinsRun["record"], expected: string): void {
  const lines = expected
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const withoutTime = ({ at, ...rest }: Record<string, unknown>): unknown => rest;
  expect(record.map(withoutTime)).toEqual(lines.map(withoutTime));
  for (const [i, { at }] of record.entries()) {
    const should = lines[i]!.at as number;
    expect(Math.abs((at as number) - should), `line ${i + 1} at ${at}`).toBeLessThan(5000 + should / 50);
  }
}

const runs: [string, () => Home, number[]][] = [
  ["wasm", () => openHome("wasm"), [7]],
  ["debug", () => openNative("debug"), [13]],
  ["lx106", openLx106, [1009]],
];

describe("the examples with hardware", () => {
  const first = new Map<string, PinsRun>();
  const native = tryOpen(() => openHome("native"));
  afterAll(() => native.home?.close());

  for (const name of names) {
    it.skipIf(!native.home)(`${name} on native, whole and at every instruction`, async () => {
      const whole = await runWithPins(native.home!, read(`${name}.py`), read(`${name}.json`));
      expect(whole.stdout).toBe(read(`${name}.out`));
      expectRecord(whole.record, read(`${name}.record`));
      expect([Status.done, Status.wait]).toContain(whole.result.status);
      first.set(name, whole);
      const cut = await runWithPins(native.home!, read(`${name}.py`), read(`${name}.json`), { checkpointEvery: 1 });
      expect(cut.stdout).toBe(whole.stdout);
      expect(cut.record).toEqual(whole.record);
      expect(cut.result.vmInstructions).toBe(whole.result.vmInstructions);
    });
  }

  for (const [title, open, intervals] of runs) {
    const { home, reason } = tryOpen(open);
    afterAll(() => home?.close());
    describe.skipIf(!home)(reason ? `${title} is left out: ${reason}` : title, () => {
      for (const name of names) {
        it(`${name} does the same`, async () => {
          for (const checkpointEvery of [undefined, ...intervals]) {
            const request = checkpointEvery === undefined ? {} : { checkpointEvery };
            const run = await runWithPins(home!, read(`${name}.py`), read(`${name}.json`), request);
            expect(run.stdout).toBe(read(`${name}.out`));
            const whole = first.get(name);
            if (whole) expect(run.record).toEqual(whole.record);
            else expectRecord(run.record, read(`${name}.record`));
          }
        }, 60_000);
      }
    });
  }
});
