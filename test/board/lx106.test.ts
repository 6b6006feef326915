/** A board on the chip's instruction set, under the plugin that ends it where the chip would fault: its whole life, and 200 functions. */
import { afterEach, describe, expect, it } from "vitest";
import { measureMany } from "../../bench/boards/many.js";
import { lineOf } from "../../bench/boards/period.js";
import { compiled } from "../../bench/boards/programs.js";
import { Board, FunctionError } from "../../host/board/board.js";
import { type Simulator, startSimulator } from "../../host/sim/simulator.js";
import { hasLx106Board, type Lx106End, WatchedBoard } from "../support/lx106-board.js";

/** Of the 4 KB that the linker script sets apart: the rest is for interrupts. */
const mostStack = 3 << 10;

const counter = `
import json
import time
count = 0
squares = {str(i): i * i for i in range(60)}

def handler(event, context):
    global count
    if event == "raise":
        raise ValueError("as asked, ½")
    count += event["by"]
    return {"count": count, "name": context.function_name, "echo": event.get("text", ""), "square": squares["7"]}

print("ready", json.dumps({"π": 3.14159, "list": [1, None, True]}))
`;

const sleeper = `
import time
total = 0
for i in range(100000):
    total += i
    print("step", i, total)
    time.sleep(0.02)
`;

let simulator: Simulator | undefined;
afterEach(async () => {
  await simulator?.close();
  simulator = undefined;
});

const clean = ({ exitCode, faults, said }: Lx106End): object => ({ exitCode, faults, said });

describe.skipIf(!hasLx106Board())("the lx106 board", () => {
  it("lives a whole life without an access that the chip would fault, and in 3 KB of stack", async () => {
    simulator = await startSimulator({
      boards: 1,
      target: "native",
      port: 0,
      ram: 40 << 10,
      line: {},
      seed: 7,
      virtual: false,
      onEnd: () => undefined,
    });
    const watched = new WatchedBoard({ id: 0x106n });
    const chip = await watched.connect();
    const native = await Board.connect(simulator.boards[0]!.addresses[0]!);

    await chip.rename("the-chip");
    await chip.deploy({ image: compiled(counter), name: "counter" });
    expect(await lineOf(chip, "counter", "ready")).toBe('{"\\u03c0": 3.14159, "list": [1, null, true]}');
    expect(await chip.invoke("counter", { by: 2, text: "grüß" })).toEqual({ count: 2, name: "counter", echo: "grüß", square: 49 });
    const long = "x".repeat(1500);
    expect(await chip.invoke("counter", { by: 3, text: long })).toMatchObject({ count: 5, echo: long });
    await expect(chip.invoke("counter", "raise")).rejects.toThrow(
      new FunctionError({ errorType: "ValueError", errorMessage: "as asked, ½" }).message,
    );

    expect(await chip.suspend("counter")).toMatchObject({ state: "suspended", inMemory: false });
    await chip.resume("counter");
    expect(await chip.invoke("counter", { by: 1 })).toMatchObject({ count: 6 });

    const stored = await chip.snapshot("counter");
    await chip.restore("copy", stored);
    expect(await chip.invoke("copy", { by: 10 })).toMatchObject({ count: 16, name: "copy" });
    await native.restore("counter", stored, { suspended: true });
    await native.remove("counter");

    await chip.deploy({ image: compiled(sleeper), name: "sleeper" });
    await lineOf(chip, "sleeper", "step 3");
    await chip.migrate("sleeper", native);
    await lineOf(native, "sleeper", "step 9");
    await native.migrate("sleeper", chip);
    expect(await lineOf(chip, "sleeper", "step 15")).toBe("120");
    expect(await chip.find("sleeper")).toMatchObject({ epoch: 2 });

    await chip.deploy({ image: compiled("print(1 // 0)\n"), name: "fails" });
    while ((await chip.stat("fails")).state !== "failed");
    const report = Buffer.from((await chip.snapshot("fails")).snapshot).toString();
    expect(report).toContain("ZeroDivisionError");
    await chip.remove("copy");
    expect((await chip.list()).map(({ name }) => name).sort()).toEqual(["counter", "fails", "sleeper"]);
    expect((await chip.info()).name).toBe("the-chip");

    await chip.close();
    await native.close();
    const end = await watched.close();
    expect(clean(end)).toEqual({ exitCode: 0, faults: [], said: "" });
    expect(end.stack).toBeLessThanOrEqual(mostStack);
  });

  it("holds 200 functions that sleep, each at 16 bytes of RAM, and lets each go on rightly", async () => {
    const trial = async (longSleep: number) => {
      const watched = new WatchedBoard({ calls: ["np_swap_out"] });
      const board = await watched.connect();
      const figures = await measureMany({ board, until: (promise) => promise }, { count: 200, longSleep, shortSleep: 1 });
      await board.close();
      return { figures, end: await watched.close(), watched };
    };
    /* on a busy machine the first of them has slept out before the last one sleeps: then they sleep longer */
    let { figures, end, watched } = await trial(20);
    if (figures.resident > 0) ({ figures, end, watched } = await trial(120));
    expect(clean(end)).toEqual({ exitCode: 0, faults: [], said: "" });
    expect(figures.wrong).toEqual([]);
    expect(figures.resident).toBe(0);
    expect(figures.bytesEach).toBeLessThanOrEqual(16);
    /* 59,000 instructions in the middle; moving the pool by bytes took four times that */
    const swaps = watched.take("np_swap_out").sort((a, b) => a - b);
    expect(swaps.length).toBeGreaterThanOrEqual(200);
    expect(swaps[swaps.length >> 1]).toBeLessThanOrEqual(100_000);
    expect(end.stack).toBeLessThanOrEqual(mostStack);
  }, 400_000);

  it("collects its store, beneath requests and swaps as well, in 3 KB of stack", async () => {
    const watched = new WatchedBoard({ sectors: 30, window: 12, calls: ["np_collect_step"] });
    const board = await watched.connect();
    const image = compiled(sleeper);
    for (const name of ["a", "b", "c"]) await board.deploy({ image, name });
    await lineOf(board, "c", "step 2");
    while ((await board.stats()).erases < 20) {
      for (const name of ["a", "b", "c"]) await board.suspend(name);
      for (const name of ["a", "b", "c"]) await board.resume(name);
    }
    const stored = await board.snapshot("a");
    await board.restore("d", stored);
    await lineOf(board, "d", "step 4");
    await board.close();
    const end = await watched.close();
    expect(clean(end)).toEqual({ exitCode: 0, faults: [], said: "" });
    expect(watched.take("np_collect_step").length).toBeGreaterThan(20);
    expect(end.stack).toBeLessThanOrEqual(mostStack);
  });
});
