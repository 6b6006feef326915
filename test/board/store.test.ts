/** The store beside a model on a simulated flash: store_test.c and its neighbours do the work, built with sanitizers. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { at, built } from "../../scripts/build/paths.js";

const program = built("board-tests", "store_test");

function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: at("."), encoding: "utf8" });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

const sources = (folder: string, pattern: RegExp): string[] =>
  readdirSync(at(folder))
    .filter((name) => pattern.test(name))
    .map((name) => at(folder, name));

beforeAll(() => {
  mkdirSync(built("board-tests"), { recursive: true });
  run("gcc", [
    ..."-std=c11 -Wall -Wextra -Werror -O2 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined".split(" "),
    ...["runtime-c", "runtime-c/vm", "bytecode", "build/generated"].map((folder) => `-I${at(folder)}`),
    ...sources("test/board", /^store_.*\.c$/),
    ...sources("runtime-c/board", /^store.*\.c$/),
    at("runtime-c/port/flash_sim.c"),
    at("runtime-c/vm/crc32.c"),
    "-o",
    program,
  ]);
}, 120_000);

describe("the store", () => {
  it("keeps what its interface promises, case by case", () => {
    expect(run(program, ["order", join(built("board-tests"))])).toContain("the cases hold");
  });

  it("agrees with its model over 20000 operations and losses of power", () => {
    expect(run(program, ["random", "1", "20000"])).toContain("20000 operations");
  });

  it("loses nothing whatever operation power is lost at, and however it is left", () => {
    const points = /^(\d+) points$/m.exec(run(program, ["cuts"]));
    expect(Number(points?.[1])).toBeGreaterThan(5000);
  }, 300_000);

  it("loses nothing when power is lost again while it goes on", () => {
    const points = /^(\d+) points$/m.exec(run(program, ["double-cuts"]));
    expect(Number(points?.[1])).toBeGreaterThan(5000);
  }, 300_000);

  it("refuses what has no room without wear or loss, and goes on when something is removed", () => {
    run(program, ["full"]);
  }, 60_000);

  it("keeps room for collections when power goes in each of them", () => {
    for (const seed of ["1", "2", "3"]) run(program, ["brownout", seed]);
  }, 60_000);

  it("wears all sectors alike", () => {
    run(program, ["wear"]);
  }, 60_000);

  it("mounts 256 sectors of small records with little more than a read for each", () => {
    run(program, ["mount"]);
  });

  it("mounts whatever a flash holds, in bounds", () => {
    run(program, ["damage"]);
  }, 60_000);
});
