import { afterAll, describe, expect, it } from "vitest";
import { openNative } from "../../host/machine/native.js";
import { python } from "../compiler/oracle.js";
import { tryOpen } from "../support/run.js";
import { Comparison, compareMany, Oracle } from "./differential.js";
import { Generator } from "./generate.js";
import { type Part, render, smaller } from "./tree.js";

const { home, reason } = tryOpen(() => openNative());
afterAll(() => home?.close());

/** First seeds, each of some programs in a row. */
const seeds = [1, 1000, 5000, 20000, 77777];

describe.skipIf(!home || python === null)(reason ? `left out: ${reason}` : "random programs", () => {
  it.each(seeds)("from seed %i on do the same as in CPython", { timeout: 120_000 }, async (first) => {
    const { compared, differences } = await compareMany(home!, { first, count: 30, mostDifferences: 3 });
    expect(differences.map(({ seed, source, expected, got }) => ({ seed, source, expected, got }))).toEqual([]);
    expect(compared).toBe(30);
  });
});

describe.skipIf(!home || python === null)("what ends one of the two", () => {
  it.each([
    ["the machine", "i = 0\nwhile i < 20: i += 1\n", { maxInstructions: 50 }, /^more than 50 instructions$/],
    ["python", "raise SystemExit\n", {}, /the python process has ended/],
  ])("is a difference: %s", async (_, source, limits, error) => {
    const oracle = new Oracle();
    const comparison = new Comparison(home!, oracle, limits);
    const found = await comparison.check(source);
    expect([found?.expected.error, found?.got.error].find((each) => each?.match(error))).toBeDefined();
    expect(await comparison.check("print(1)\n")).toBeNull();
    oracle.close();
  });
});

describe("a generated program", () => {
  it("is the same for the same seed, and another for another", () => {
    const of = (seed: number): string => render(new Generator(seed).program());
    expect(of(7)).toBe(of(7));
    expect(of(7)).not.toBe(of(8));
  });

  it("shrinks by leaving out statements and blocks", () => {
    const parts: Part[] = [
      "a",
      [
        { head: "if b:", body: ["c", "d"] },
        { head: "else:", body: ["e"] },
      ],
    ];
    const texts = [...smaller(parts)].map(render);
    expect(texts).toContain("a\n");
    expect(texts).toContain("a\nc\nd\n");
    expect(texts).toContain("a\nif b:\n    c\n    d\n");
    expect(texts).toContain("a\nif b:\n    d\nelse:\n    e\n");
    expect(texts).not.toContain(render(parts));
  });
});
