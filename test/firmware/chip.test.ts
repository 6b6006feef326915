/** The ESP8266's firmware as it boots from a flash file: its store over power cycles, power cuts, safe mode, the watchdog, rates. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { lineOf } from "../../bench/boards/period.js";
import { compiled } from "../../bench/boards/programs.js";
import { Place } from "../../build/generated/layout.js";
import { Request } from "../../build/generated/link.js";
import { Board } from "../../host/board/board.js";
import { Writer } from "../../host/link/codec.js";
import { cliPath } from "../support/cli.js";
import { random } from "../support/damage.js";
import { Chip, type ChipSettings, clean, cleanEnd, hasFirmware, mostStack, newFlash } from "../support/esp8266-chip.js";

const counter = compiled(`
count = 0
def handler(event, context):
    global count
    count += event
    return count
print("ready")
`);

const running: Chip[] = [];
const start = (flash: string, settings?: ChipSettings): Chip => {
  const chip = new Chip(flash, settings);
  running.push(chip);
  return chip;
};
afterEach(async () => {
  for (const chip of running.splice(0)) await chip.kill();
});

/** Waits for what the chip tells, at most half a minute. */
async function until(happened: () => boolean): Promise<void> {
  for (let left = 1500; !happened() && left > 0; left--) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Whether a chip is what it was told to be at its end, too. */
async function expectCleanEnd(chip: Chip, board: Board): Promise<void> {
  await board.close();
  const end = await chip.close();
  expect(clean(end)).toEqual(cleanEnd);
  expect(end.stack).toBeLessThanOrEqual(mostStack);
}

/** What `nanopy info` prints of a chip, over TCP. */
async function infoText(chip: Chip): Promise<string> {
  const server = createServer((socket) => {
    const line = chip.transport();
    socket.on("data", (bytes) => line.write(new Uint8Array(bytes)));
    line.onData((bytes) => socket.writable && socket.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, [cliPath, "info", "--board", `tcp:127.0.0.1:${port}`], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.on("data", (bytes) => {
    text += bytes;
  });
  await once(child, "close");
  server.close();
  return text;
}

describe.skipIf(!hasFirmware())("the firmware", () => {
  it("keeps functions over power cycles, and uses what flash and RAM there is", async () => {
    const flash = newFlash();
    let chip = start(flash);
    let board = await chip.connect();
    expect(await board.info()).toMatchObject({
      platform: "esp8266",
      id: 0x5ccf7f010203n,
      sectors: 665,
      windowSectors: 136,
      safeMode: false,
      fault: undefined,
    });
    expect((await board.info()).poolBytes).toBeGreaterThanOrEqual(66 << 10);
    await board.rename("attic");
    await board.deploy({ image: counter, name: "counter" });
    expect(await board.invoke("counter", 5)).toBe(5);
    await board.suspend("counter");
    await expectCleanEnd(chip, board);
    for (let cycle = 1; cycle <= 3; cycle++) {
      chip = start(flash);
      board = await chip.connect();
      expect(await board.info()).toMatchObject({ name: "attic", boots: 1 + cycle });
      await board.resume("counter");
      expect(await board.invoke("counter", cycle)).toBe(5 + (cycle * (cycle + 1)) / 2);
      await board.suspend("counter");
      await expectCleanEnd(chip, board);
    }
  });

  it("loses no function in 50 losses of power", async () => {
    const flash = newFlash();
    const below = random(8266);
    let deployed = 0;
    let invoked = 0;
    let acknowledged = 0;
    for (let life = 0; life < 50; life++) {
      const cut = life < 2 ? 0 : 1 + below(60);
      const chip = start(flash, cut > 0 ? { cut } : {});
      const work = async (): Promise<void> => {
        const board = await chip.connect({ patience: 0 });
        const names = (await board.list()).map(({ name }) => name);
        for (let i = 0; i < deployed; i++) expect(names, `life ${life}`).toContain(`f${i}`);
        if (deployed > 0) {
          await board.resume("f0").catch(() => undefined);
          const count = (await board.invoke("f0", 0)) as number;
          expect(count, `life ${life}`).toBeGreaterThanOrEqual(acknowledged);
          invoked = count;
        }
        for (let round = 0; round < 4; round++) {
          if (deployed < 8) {
            await board.deploy({ image: counter, name: `f${deployed}` });
            deployed++;
          }
          invoked = (await board.invoke("f0", 1)) as number;
          await board.suspend("f0");
          acknowledged = invoked;
          await board.resume("f0");
        }
        if (cut === 0) await expectCleanEnd(chip, board);
      };
      const failure = await work().then(
        () => undefined,
        (error: Error) => error,
      );
      if (failure && !/ended with 42|closed|session/.test(failure.message)) throw failure;
      if (cut > 0 && !failure) await chip.kill();
      const end = await chip.end();
      expect({ faults: end.faults, said: end.said }, `life ${life}`).toEqual({ faults: [], said: "" });
    }
    expect({ deployed, many: acknowledged > 40 }).toEqual({ deployed: 8, many: true });
  }, 120_000);

  it("receives while flash is erased for 45 ms at a time, and loses nothing of it", async () => {
    const flash = newFlash();
    const content = readFileSync(flash);
    content.fill(0x5a, Place.STORE_AT, Place.STORE_AT + (64 << 10)); // what another firmware left there
    writeFileSync(flash, content);
    const chip = start(flash, { timed: 1 });
    const line = chip.transport();
    let sent = 0;
    const write = (bytes: Uint8Array): void => {
      sent += bytes.length;
      void line.write(bytes);
    };
    const board = await Board.connect(async () => ({ ...line, write }));
    const before = Date.now();
    const images = [0, 1, 2].map((i) => compiled(`text = "${"x".repeat(4000)}${i}"\nprint("ready")\n`));
    for (const [i, image] of images.entries()) await board.deploy({ image, name: `f${i}` });
    const needed = images.reduce((sum, { length }) => sum + length, 0);
    expect(sent).toBeGreaterThan(needed);
    expect(sent).toBeLessThan(1.5 * needed); // what is lost in an erasure is sent again, with up to three frames behind it
    const { erases } = await board.stats();
    expect(erases).toBeGreaterThanOrEqual(4);
    expect(Date.now() - before).toBeGreaterThan(erases * 45);
    expect(await lineOf(board, "f2", "ready")).toBe("");
    await expectCleanEnd(chip, board);
  });

  it.each([
    [1, 27, 27],
    [2, 153, 136],
    [16, 665, 136],
  ])("boots on a flash of %d MB", async (megabytes, sectors, windowSectors) => {
    const flash = newFlash();
    const content = Buffer.alloc(megabytes << 20, 0xff);
    readFileSync(flash).copy(content);
    writeFileSync(flash, content);
    const chip = start(flash);
    const board = await chip.connect();
    expect(await board.info()).toMatchObject({ sectors, windowSectors });
    await board.deploy({ image: counter, name: "counter" });
    expect(await board.invoke("counter", 2)).toBe(2);
    await expectCleanEnd(chip, board);
  });

  it("enters safe mode after three starts that failed, says why, and leaves it when a function is removed", async () => {
    const flash = newFlash();
    let chip = start(flash);
    let board = await chip.connect();
    await board.deploy({ image: counter, name: "counter" });
    await board.suspend("counter");
    await board.resume("counter");
    await expectCleanEnd(chip, board);

    chip = start(flash, { crashes: 3 });
    let said = "";
    chip.transport().onData((bytes) => {
      said += Buffer.from(bytes).toString("latin1");
    });
    await until(() => chip.told.filter((line) => line.startsWith("start")).length === 4);
    expect(said.match(/nanopy: exception 00000000 at [0-9a-f]{8}, address 00000000\n/g)).toHaveLength(3);
    board = await chip.connect();
    const info = await board.info();
    expect(info).toMatchObject({ safeMode: true, functions: 1, fault: { cause: 0 } });
    await expect(board.invoke("counter", 1)).rejects.toThrow("the board is in safe mode");
    expect(await board.find("counter")).toMatchObject({ inMemory: false });
    await board.close();
    expect(await infoText(chip)).toMatch(
      /^fault +the start before this one was ended by exception 0 at 0x[0-9a-f]{8}, address 0x00000000: please report it\nsafe mode +three starts in a row failed, .*\n$/m,
    );
    board = await chip.connect();
    await board.deploy({ image: counter, name: "other" });
    expect(await board.info()).toMatchObject({ safeMode: false });
    expect(await board.invoke("other", 1)).toBe(1);
    expect(await board.invoke("counter", 1)).toBe(1);
    await expectCleanEnd(chip, board);
    expect(chip.told.filter((line) => line.startsWith("start"))).toEqual(["start 1", "start 3", "start 3", "start 3"]);
  });

  it("is started again by the watchdog, and tells of it", async () => {
    const chip = start(newFlash(), { hangs: 1 });
    await until(() => chip.told.includes("start 4"));
    const board = await chip.connect();
    expect(await board.info()).toMatchObject({ safeMode: false, fault: { cause: "watchdog" } });
    await expectCleanEnd(chip, board);
  }, 30_000);

  it("says where it has no firmware, and starts nothing", async () => {
    const flash = newFlash();
    const content = readFileSync(flash);
    content[0x3000 + 5000]! ^= 1;
    writeFileSync(flash, content);
    const chip = start(flash);
    const text = await new Promise<string>((resolve) => {
      let got = "";
      chip.transport().onData((bytes) => {
        got += Buffer.from(bytes).toString();
        if (got.endsWith("flash\n")) resolve(got);
      });
    });
    expect(text).toBe("\nnanopy: no firmware: run nanopy flash\n");
    await chip.kill();
  });

  it("runs faster lines when asked, and is back at the usual rate when the session ends", async () => {
    const chip = start(newFlash());
    let board = await chip.connect();
    const ask = (rate: number) => board.connection.once(Request.RATE, new Writer().u32(rate).done());
    await expect(ask(3_000_001)).rejects.toThrow("does not run at this rate");
    expect((await ask(460_800)).u32()).toBe(460_800);
    await board.info();
    await until(() => chip.told.includes("rate 462427"));
    await board.deploy({ image: counter, name: "counter" });
    expect(await lineOf(board, "counter", "ready")).toBe("");
    await board.connection.close();
    await until(() => chip.told.length === 4);
    expect(chip.told).toEqual(["start 1", "rate 115273", "rate 462427", "rate 115273"]);
    board = await chip.connect();
    await expectCleanEnd(chip, board);
  });

  it.each([
    ["a faster rate, which its address names", {}, [460_800], ["rate 115273", "rate 462427", "rate 115273"]],
    [
      "the usual rate again, where the line does not carry the faster one",
      { most: 400_000 },
      [460_800, 115_200],
      ["rate 115273", "rate 462427", "rate 115273"],
    ],
  ] as const)("is met at %s", async (_, settings, set, told) => {
    const chip = start(newFlash(), settings);
    const rates: number[] = [];
    const setRate = async (rate: number): Promise<void> => void rates.push(rate);
    const board = await Board.connect(async () => ({ ...chip.transport(), faster: { rate: 460_800, usual: 115_200, setRate } }));
    await board.deploy({ image: counter, name: "counter" });
    expect(await board.invoke("counter", 2)).toBe(2);
    await board.close();
    await until(() => chip.told.length === 1 + told.length);
    expect({ rates, told: chip.told.slice(1) }).toEqual({ rates: set, told });
    expect(clean(await chip.close())).toEqual(cleanEnd);
  });

  it("is back at the usual rate within a second where the line does not carry the new one", async () => {
    const chip = start(newFlash(), { most: 500_000 });
    const board = await chip.connect();
    expect((await board.connection.once(Request.RATE, new Writer().u32(921_600).done())).u32()).toBe(921_600);
    const before = Date.now();
    expect(await board.info()).toMatchObject({ platform: "esp8266" });
    expect(Date.now() - before).toBeLessThan(4500); // later, it would have taken the new rate as proven
    expect(chip.told).toEqual(["start 1", "rate 115273", "rate 930232", "rate 115273"]);
    await expectCleanEnd(chip, board);
  });
});
