/** A sample of what `npm run fuzz` does 100,000 times. */
import { afterAll, describe, expect, it } from "vitest";
import { openNative } from "../../host/machine/native.js";
import { fuzz, modes, seedsOf } from "../support/fuzz.js";
import { tryOpen } from "../support/run.js";

const { home, reason } = tryOpen(() => openNative("sanitize"));
afterAll(() => home?.close());

describe.skipIf(!home)(reason ?? "damaged images and snapshots", () => {
  it.each(modes)("are refused or run within their arena and quota: %s", async (mode) => {
    const report = await fuzz(home!, await seedsOf(home!, true), { mode, seed: 7, count: 2000 });
    expect(report.failures.map(({ number, message }) => `case ${number}: ${message}`)).toEqual([]);
    expect(report.refused).toBeGreaterThan(0);
    expect(report.ran).toBeGreaterThan(0);
  });
});
