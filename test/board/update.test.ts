/** Updates of the firmware: update_cuts.c does the work, built with sanitizers. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { version } from "../../scripts/build/command.js";
import { nativeFlags, nativeObjects } from "../../scripts/build/native.js";
import { at, built } from "../../scripts/build/paths.js";
import { allSources, loadSources, objectsOf } from "../../scripts/build/sources.js";
import { imageOf } from "./native-board.js";

const folder = built("board-tests");
const program = `${folder}/update_cuts`;

function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: at("."), encoding: "utf8" });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

/** Fails where anything of what it has counted is lost. */
const life = `
import time

def main():
    total = 0
    seen = []
    for n in range(60):
        total += n
        seen.append(n)
        time.sleep(0.1)
    if total != 1770 or seen != list(range(60)):
        raise ValueError((total, seen))

main()
`;

describe("an update of the firmware", () => {
  it("ends with the old or the new one whole, and the function unharmed, whatever operation power is lost at", async () => {
    mkdirSync(folder, { recursive: true });
    const sources = loadSources();
    const all = allSources(sources, "native");
    const objects = await nativeObjects(sources, "sanitize", version("gcc")!);
    const parts = objectsOf(objects, all, [...sources.machine, ...sources.board, ...sources.boardPort.native]);
    const include = sources.include.map((path) => `-I${path}`);
    const others = parts.filter((path) => !basename(path).startsWith("board_native.c-"));
    run("gcc", [...nativeFlags("sanitize"), ...include, at("test/board/update_cuts.c"), ...others, "-o", program]);
    const image = `${folder}/life.npi`;
    writeFileSync(image, imageOf(life));
    expect(Number(/^(\d+) points$/m.exec(run(program, [image]))?.[1])).toBeGreaterThan(1000);
  }, 300_000);
});
