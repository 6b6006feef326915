import { describe, expect, it } from "vitest";
import { cutEverywhere } from "./cuts.js";
import { scenarios } from "./scenarios.js";

/** So many cuts there are at least: fewer would mean that a scenario has lost its point. */
const least: Readonly<Record<string, number>> = {
  deploy: 70,
  replace: 70,
  "suspend and resume": 110,
  migrate: 200,
  remove: 115,
  rename: 110,
  swap: 700,
  "collect functions": 600,
  "collect images": 580,
};

describe("power is lost at every flash operation, in every way, and nothing that was answered is lost", () => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", async (name, scenario) => {
    const { cuts, erases } = await cutEverywhere(scenario);
    expect(cuts).toBeGreaterThanOrEqual(least[name]!);
    if (name.startsWith("collect")) expect(erases).toBeGreaterThan(2);
  });

  it("makes some thousand cuts in all", () => {
    expect(Object.keys(least).sort()).toEqual(scenarios.map(({ name }) => name).sort());
    expect(Object.values(least).reduce((sum, cuts) => sum + cuts)).toBeGreaterThan(2500);
  });
});
