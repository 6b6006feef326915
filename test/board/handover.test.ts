/** The hand-over of functions between boards: its rules one by one, and every world that they can lead to. `handover/README.md` says how. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { run, version } from "../../scripts/build/command.js";
import { at, built } from "../../scripts/build/paths.js";

const folder = "test/board/handover";
const flags = ["-std=c11", "-Wall", "-Wextra", "-Werror", `-I${built("generated")}`, `-I${at("runtime-c")}`];
const sanitizers = ["-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"];

async function build(name: string, sources: string[], ...more: string[]): Promise<void> {
  mkdirSync(built("handover"), { recursive: true });
  await run("gcc", [
    ...flags,
    ...more,
    ...sources.map((file) => at(file)),
    at("runtime-c/board/handover.c"),
    "-o",
    built("handover", name),
  ]);
}

function start(name: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(built("handover", name), args, { encoding: "utf8" });
  return { status, output: stdout + stderr };
}

/** Runs an exploration that must find nothing; the number of worlds that it reached. */
function explore(name: string, ...args: string[]): number {
  const { status, output } = start(name, ...args);
  expect(status, output).toBe(0);
  const found = /^handover: (\d+) states, \d+ transitions, \d+ recoveries, 0 violations, 0 stuck$/m.exec(output);
  expect(found, output).not.toBeNull();
  return Number(found?.[1]);
}

/** Rules that are broken on purpose, with an exploration that must notice. */
const brokenRules: [rule: string, ...exploration: string[]][] = [
  ["go-without-moved", "anything", "3"],
  ["go-of-any-epoch", "anything", "4"],
  ["go-of-any-epoch", "faults", "3", "1"],
  ["abort-after-moved", "faults", "2", "2"],
  ["abort-after-moved", "anything", "3"],
  ["abort-keeps-epoch", "faults", "2", "2"],
  ["abort-keeps-epoch", "anything", "3"],
  ["abort-incoming-always", "faults", "2", "2"],
  ["abort-incoming-always", "anything", "3"],
  ["commit-of-any-epoch", "faults", "2", "2"],
  ["commit-after-abort", "faults", "2", "2"],
  ["commit-after-abort", "anything", "3"],
  ["offer-over-tombstone", "faults", "2", "2"],
  ["offer-over-tombstone", "anything", "3"],
  ["answer-before-storing", "faults", "2", "2"],
  ["remove-incoming", "faults", "2", "2"],
  ["host-commits-unstored", "faults", "2", "2"],
  ["host-forgets-go", "faults", "2", "2"],
];

describe.skipIf(!version("gcc"))("the hand-over", () => {
  beforeAll(async () => {
    const explorer = readdirSync(at(folder)).filter((file) => file.endsWith(".c") && file !== "rules.c");
    const paths = explorer.map((file) => `${folder}/${file}`);
    await Promise.all([
      build("rules", [`${folder}/rules.c`], ...sanitizers),
      build("checked", paths, ...sanitizers),
      build("fast", paths, "-O2"),
    ]);
  });

  it("answers each request by its rule", () => {
    const { status, output } = start("rules");
    expect(status, output).toBe(0);
    expect(output).toContain(" 0 failures");
  });

  it("has never two owners, and never loses the function, among any two faults", () => {
    expect(explore("checked", "faults", "2", "2")).toBeGreaterThan(150_000);
    expect(explore("fast", "faults", "3", "2")).toBeGreaterThan(2_000_000);
  });

  it("nor if hosts send anything that they ever heard, in any order, any number of times", () => {
    expect(explore("checked", "anything", "6")).toBeGreaterThan(100_000);
  });

  it.each(brokenRules)("is known to go wrong with %s, found by %s %s %s", (rule, ...exploration) => {
    const { status, output } = start("checked", ...exploration.filter(Boolean), rule);
    expect(status, output).toBe(1);
    expect(output).toMatch(/^handover: violation: /m);
  });
});
