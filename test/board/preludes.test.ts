/** Boards whose firmwares have different preludes: functions move between them, and stay when the firmware under them is another. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { prelude } from "../../build/generated/prelude.js";
import { Board } from "../../host/board/board.js";
import { ownPrelude } from "../../host/board/preludes.js";
import { buildIdOf, preludeIdOf } from "../../host/formats.js";
import { BoardError } from "../../host/link/requests.js";
import { at } from "../../scripts/build/paths.js";
import { loadSources } from "../../scripts/build/sources.js";
import { compileFor, linkBoard, linkWith, makeOtherPrelude } from "../support/other-prelude.js";
import { hasNativeBoard, imageOf, NativeBoard } from "./native-board.js";

const canRun = hasNativeBoard && spawnSync("gcc", ["--version"]).status === 0;
const other = makeOtherPrelude();
const folder = mkdtempSync(join(tmpdir(), "nanopy-preludes-"));
const otherFirmware = join(folder, "nanopy-board");

const handler = (double: string): string => `
calls = []
def handler(event, context):
    calls.append(event)
    return {"calls": len(calls), "text": f"{sorted(calls, reverse=True)}", "twice": ${double}}
`;

const devices: NativeBoard[] = [];
const boards: Board[] = [];

beforeAll(() => {
  if (canRun) linkBoard(other, otherFirmware);
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await Promise.all(boards.splice(0).map((board) => board.close()));
  await Promise.all(devices.splice(0).map((device) => device.cut()));
});

async function board(id: number, firmware?: string): Promise<{ device: NativeBoard; board: Board }> {
  const device = new NativeBoard(id, undefined, firmware);
  devices.push(device);
  const connected = await Board.connect(device.open);
  boards.push(connected);
  return { device, board: connected };
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof BoardError)) throw error ?? new Error("it was not refused");
  return error.code;
}

describe.skipIf(!canRun)("boards with different preludes", () => {
  it("move a function there and back, and the prelude with it", async () => {
    const { board: one } = await board(1);
    const { board: two } = await board(2, otherFirmware);
    expect((await one.info()).prelude).toBe(prelude.buildId);
    expect((await two.info()).prelude).toBe(other.data.buildId);
    await one.deploy({ image: imageOf(handler("event * 2")), name: "f" });
    expect(await one.invoke("f", 1)).toEqual({ calls: 1, text: "[1]", twice: 2 });
    expect(await two.hasImage(prelude.buildId)).toBe(false);
    await one.migrate("f", two);
    expect(await two.hasImage(prelude.buildId)).toBe(true);
    expect(await two.invoke("f", 3)).toEqual({ calls: 2, text: "[3, 1]", twice: 6 });
    await two.migrate("f", one);
    expect(await one.invoke("f", 2)).toEqual({ calls: 3, text: "[3, 2, 1]", twice: 4 });
  });

  it("bring a prelude that only the source has, and give it out like any image", async () => {
    const { board: one, device } = await board(1);
    const { board: two } = await board(2, otherFirmware);
    const { image } = compileFor(other, handler("twice(event)"));
    await two.deploy({ image, name: "g" });
    expect(Buffer.from(await two.readImage(other.data.buildId)).equals(other.image)).toBe(true);
    expect(await two.invoke("g", 5)).toEqual({ calls: 1, text: "[5]", twice: 10 });
    await two.migrate("g", one);
    expect(await one.invoke("g", 7)).toEqual({ calls: 2, text: "[7, 5]", twice: 14 });
    expect(Buffer.from(await one.readImage(other.data.buildId)).equals(other.image)).toBe(true);
    await one.suspend("g");
    await device.restart();
    await one.resume("g");
    expect(await one.invoke("g", 6)).toEqual({ calls: 3, text: "[7, 6, 5]", twice: 12 });
  });

  it("run programs of both at once", async () => {
    const { board: one } = await board(1);
    const { image } = compileFor(other, handler("twice(event)"));
    await one.deploy({ image, name: "g", prelude: (build) => (build === other.data.buildId ? other.image : undefined) });
    await one.deploy({ image: imageOf(handler("event + event")), name: "f" });
    for (let i = 1; i < 6; i++) {
      const text = JSON.stringify(Array.from({ length: i }, (_, k) => i - k)).replaceAll(",", ", ");
      expect(await one.invoke("g", i)).toEqual({ calls: i, text, twice: 2 * i });
      expect(await one.invoke("f", i)).toEqual({ calls: i, text, twice: 2 * i });
    }
  });

  it("restore a snapshot with its prelude, and say so where it is not to be had", async () => {
    const { board: one } = await board(1);
    const { board: two } = await board(2, otherFirmware);
    const { image } = compileFor(other, handler("twice(event)"));
    await two.deploy({ image, name: "g" });
    await two.invoke("g", 5);
    const { snapshot, prelude: brought } = await two.snapshot("g");
    expect(brought && buildIdOf(brought)).toBe(other.data.buildId);
    expect(await refusal(one.restore("g", { snapshot, image }))).toBe("BOARD_PRELUDE");
    await one.restore("g", { snapshot, image }, { prelude: () => brought });
    expect(await one.invoke("g", 6)).toEqual({ calls: 2, text: "[6, 5]", twice: 12 });
    await one.deploy({ image: imageOf(handler("0")), name: "f" });
    expect((await one.snapshot("f")).prelude).toBeUndefined();
  });

  it("refuse what is no prelude, or not to be run by itself", async () => {
    const { board: one } = await board(1);
    const { image } = compileFor(other, handler("twice(event)"));
    const damaged = other.image.slice();
    damaged[damaged.length - 1]! ^= 1;
    expect(await refusal(one.deploy({ image, name: "g", prelude: () => damaged }))).toBe("IMAGE_CRC");
    await expect(one.deploy({ image, name: "g", prelude: () => image })).rejects.toThrow("prelude");
    await one.putImage(image, undefined, () => other.image);
    const alone = { image: other.image, name: "p" };
    expect(preludeIdOf(other.image)).toBe("0000000000000000");
    expect(await refusal(one.deploy(alone))).toBe("BOARD_PRELUDE");
  });

  it("keep a prelude as long as a program names it, and no longer", async () => {
    const { board: one, device } = await board(1);
    const { image } = compileFor(other, handler("twice(event)"));
    await one.deploy({ image, name: "g", prelude: () => other.image });
    // Fills the images' area again and again.
    const filler = (n: number): Uint8Array => imageOf(`text = ${JSON.stringify(`${n}`.repeat(30_000))}\nprint(len(text))\n`);
    for (let i = 0; i < 30; i++) await one.putImage(filler(i));
    await device.restart();
    for (let i = 30; i < 45; i++) await one.putImage(filler(i));
    expect(await one.invoke("g", 4)).toEqual({ calls: 1, text: "[4]", twice: 8 });
    await one.remove("g");
    await device.restart();
    for (let i = 0; i < 45; i++) await one.putImage(filler(i));
    expect(await one.hasImage(other.data.buildId)).toBe(false);
    expect(await one.hasImage(prelude.buildId)).toBe(true);
    expect(Buffer.from(await one.readImage(prelude.buildId)).equals(ownPrelude()!)).toBe(true);
  }, 60_000);

  it("go on with a function under another firmware, as soon as its prelude is there", async () => {
    const { board: one, device } = await board(1);
    await one.deploy({ image: imageOf(handler("event * 2")), name: "f" });
    await one.invoke("f", 1);
    await one.suspend("f");
    await device.cut();
    device.firmware = otherFirmware;
    device.start();
    await one.resume("f");
    expect(await refusal(one.invoke("f", 2, { timeout: 2000 }))).not.toBe("");
    await one.suspend("f").catch(() => undefined);
    await one.putImage(imageOf(handler("event * 2")));
    await one.resume("f").catch(() => undefined);
    expect(await one.invoke("f", 2)).toEqual({ calls: 2, text: "[2, 1]", twice: 4 });
  });
});

describe.skipIf(!canRun)("an update of the firmware", () => {
  const [old, next] = [join(folder, "old"), join(folder, "next")];
  const runOn = (program: string, flash: string, ...args: string[]): string =>
    execFileSync(program, [join(folder, flash), ...args], { encoding: "utf8" });
  const lines = (output: string): number[] => [...output.matchAll(/line (\d+) /g)].map(([, number]) => Number(number));

  beforeAll(() => {
    const { machine, board: boardSources } = loadSources();
    const parts = [...machine, ...boardSources, at("runtime-c/port/flash_sim.c")];
    const harness = [join(import.meta.dirname, "keep_prelude.c")];
    linkWith(null, harness, parts, old);
    linkWith(other, harness, parts, next);
  });

  it("keeps the prelude of the functions that are there, and they go on", () => {
    const image = join(folder, "f.npi");
    writeFileSync(image, imageOf("import time\nfor i in range(100000):\n    print('line', i, sorted([i, 3, 1]))\n    time.sleep(3)\n"));
    const before = runOn(old, "flash", "deploy", image);
    const after = runOn(next, "flash", "run");
    expect(lines(before).length).toBeGreaterThan(5);
    expect(before).toContain(`image ${idOf(prelude.buildId)}`);
    expect(lines(before).at(-1)).toBeLessThan(lines(after)[0]!);
    expect(lines(after).at(-1)).toBeGreaterThan(lines(before).at(-1)! + 5);
    expect(after).toContain(`image ${idOf(prelude.buildId)}`);
  });

  it("keeps nothing where no program needs it", () => {
    expect(runOn(old, "blank", "keep")).not.toContain("image");
  });
});

/** A build id as the number that C prints. */
const idOf = (build: string): string => Buffer.from(build, "hex").reverse().toString("hex");
