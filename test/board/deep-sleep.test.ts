/** Deep sleep: the board's RAM is lost, and every function goes on at its next line. */
import { describe, expect, it } from "vitest";
import type { Cut, FlashOperation } from "../../host/sim/flash.js";
import { cutOf, ways } from "./cuts.js";
import { deploy, logger, outputOf, seconds, sleepyImage, visit } from "./sleeping.js";
import { World } from "./world.js";

const roomy = { ram: 40 << 10, sectors: 40, window: 14 };

/** Starts of the board: INFO counts them. */
const boots = async (world: World): Promise<number> => visit(world.machines[0]!, async (board) => (await board.info()).boots);

describe("a function that restarts the board again and again", () => {
  it("can be removed", async () => {
    const world = new World({ shapes: [roomy] });
    const [machine] = world.machines as [(typeof world.machines)[0]];
    await world.run(
      (async () => {
        await deploy(machine, "restless", sleepyImage("from sleeping import restart\nwhile True:\n    restart()\n"));
        await seconds(world, 20);
        const before = await boots(world);
        expect(before).toBeGreaterThan(5);
        expect(before).toBeLessThan(15);
        await visit(machine, (board) => board.remove("restless"));
        await seconds(world, 10);
        const after = await boots(world);
        await seconds(world, 20);
        expect(await boots(world)).toBe(after);
      })(),
    );
    world.end();
  });
});

describe("a board that sleeps deeply", () => {
  it("goes on at the next line, loses no output, and knows how much time has gone by", async () => {
    const world = new World({ shapes: [roomy] });
    const [machine] = world.machines as [(typeof world.machines)[0]];
    const image = sleepyImage(`
import time
from sleeping import deepsleep

def main():
    began = time.monotonic()
    for n in range(6):
        print('sample', n, round((time.monotonic() - began) / 10))
        deepsleep(10000)
    print('done')

main()
`);
    await world.run(
      (async () => {
        await deploy(machine, "logger", image);
        await seconds(world, 75);
        const { text, lost } = await visit(machine, (board) => outputOf(board, "logger"));
        expect({ text, lost }).toEqual({
          text: "sample 0 0\nsample 1 1\nsample 2 2\nsample 3 3\nsample 4 4\nsample 5 5\ndone\n",
          lost: 0,
        });
        expect(await boots(world)).toBe(7);
      })(),
    );
    world.end();
  });

  it("is awake while a host is there, and sleeps when it has gone, with or without a word", async () => {
    const world = new World({ shapes: [roomy] });
    const [machine] = world.machines as [(typeof world.machines)[0]];
    await world.run(
      (async () => {
        const board = await machine.connect();
        await board.deploy({ image: logger(100, 5000).image, name: "logger" });
        await seconds(world, 22);
        expect((await board.info()).boots).toBe(1);
        expect((await outputOf(board, "logger")).text.split("\n").length).toBe(6);
        await board.close();
        await seconds(world, 12);
        const silent = await machine.connect();
        const before = (await silent.info()).boots;
        expect(before).toBeGreaterThan(1);
        machine.cutLines(); // the board is not told
        await seconds(world, 30);
        expect(await boots(world)).toBeGreaterThan(before + 2);
        await silent.close().catch(() => undefined);
      })(),
    );
    world.end();
  });

  it("wakes for whichever function is first, and keeps the deadline of each", async () => {
    const world = new World({ shapes: [roomy] });
    const [machine] = world.machines as [(typeof world.machines)[0]];
    const sleeper = (s: number): Uint8Array =>
      sleepyImage(`
import time
began = time.monotonic()
for n in range(1, 4):
    time.sleep(${s})
    print(n, round((time.monotonic() - began) / ${s}, 1))
`);
    await world.run(
      (async () => {
        await deploy(machine, "logger", logger(100, 7000).image);
        await deploy(machine, "short", sleeper(11));
        await deploy(machine, "long", sleeper(40));
        await seconds(world, 36);
        expect((await visit(machine, (board) => outputOf(board, "short"))).text).toBe("1 1.0\n2 2.0\n3 3.0\n");
        await seconds(world, 94);
        expect((await visit(machine, (board) => outputOf(board, "long"))).text).toBe("1 1.0\n2 2.0\n3 3.0\n");
        expect(await boots(world)).toBeGreaterThan(15);
      })(),
    );
    world.end();
  });

  it("does not switch off for less than a second, nor while another function calculates", async () => {
    const world = new World({ shapes: [roomy] });
    const [machine] = world.machines as [(typeof world.machines)[0]];
    const busy = sleepyImage(`
import time
end = time.monotonic() + 20
while time.monotonic() < end:
    pass
print('calculated')
`);
    await world.run(
      (async () => {
        await deploy(machine, "short", logger(10, 900).image);
        await seconds(world, 15);
        expect(await boots(world)).toBe(1);
        await deploy(machine, "logger", logger(100, 3000).image);
        await deploy(machine, "busy", busy);
        await seconds(world, 18);
        expect(await boots(world)).toBe(1);
        await seconds(world, 12);
        expect(await boots(world)).toBeGreaterThan(1);
        expect((await visit(machine, (board) => outputOf(board, "busy"))).text).toBe("calculated\n");
      })(),
      1_200_000,
    );
    world.end();
  });

  it("stays awake where flash has no room for what has to be stored first", async () => {
    const world = new World({ shapes: [{ ram: 40 << 10, sectors: 20, window: 8 }] });
    const [machine] = world.machines as [(typeof world.machines)[0]];
    const heavy = (n: number): Uint8Array =>
      sleepyImage(`
from sleeping import deepsleep
ballast = list(range(1500))
for n in range(20):
    print(${n}, n, len(ballast))
    deepsleep(4000)
`);
    await world.run(
      (async () => {
        for (const n of [0, 1]) await deploy(machine, `heavy${n}`, heavy(n), { heap: 16 << 10 });
        await seconds(world, 100);
        for (const n of [0, 1]) {
          const { state, written } = await visit(machine, (board) => board.stat(`heavy${n}`));
          expect({ state, written }).toEqual({
            state: "ended",
            written: Array.from({ length: 20 }, (_, i) => `${n} ${i} 1500\n`).join("").length,
          });
        }
      })(),
    );
    world.end();
  });

  it("restarts when a function asks for it, which goes on behind that", async () => {
    const world = new World({ shapes: [roomy] });
    const [machine] = world.machines as [(typeof world.machines)[0]];
    const image = sleepyImage(`
import time
from sleeping import restart
for n in range(3):
    print('before', n)
    restart()
    print('after', n)
    time.sleep(3)
`);
    await world.run(
      (async () => {
        await deploy(machine, "phoenix", image);
        await seconds(world, 20);
        expect(await visit(machine, (board) => outputOf(board, "phoenix"))).toEqual({
          text: [0, 1, 2].map((n) => `before ${n}\nafter ${n}\n`).join(""),
          lost: 0,
        });
        expect(await boots(world)).toBe(4);
      })(),
    );
    world.end();
  });

  it("restarts for a host, with everything stored and the output still at hand", async () => {
    const world = new World({ shapes: [roomy] });
    const [machine] = world.machines as [(typeof world.machines)[0]];
    const image = sleepyImage(`
import time
for n in range(100):
    print(n)
    time.sleep(1)
`);
    await world.run(
      (async () => {
        const board = await machine.connect();
        await board.deploy({ image, name: "counter" });
        await seconds(world, 4.5);
        expect(await board.restart()).toMatchObject({ boots: 2, functions: 1 });
        expect(await board.restart()).toMatchObject({ boots: 3 });
        await seconds(world, 3);
        const { text, lost } = await outputOf(board, "counter");
        expect(lost).toBe(0);
        expect(text.startsWith("0\n1\n2\n3\n4\n5\n6\n")).toBe(true);
        await board.close();
      })(),
    );
    world.end();
  });

  it("loses no count when power goes at any flash operation of it", async () => {
    const program = logger(3, 5000);
    const prepare = async (): Promise<Uint8Array> => {
      const world = new World({ shapes: [roomy] });
      await world.run(visit(world.machines[0]!, (board) => board.deploy({ image: program.image, name: "logger", suspended: true })));
      return world.end()[0]!;
    };
    const flash = await prepare();
    const live = async (fault: (operation: FlashOperation) => Cut | undefined): Promise<{ text: string; cuts: number; boots: number }> => {
      const world = new World({ shapes: [roomy], flashes: [flash] });
      const [machine] = world.machines as [(typeof world.machines)[0]];
      let number = 0;
      return world.run(
        (async () => {
          await visit(machine, (board) => board.resume("logger"));
          machine.flash.fault = (operation) => (operation.kind === "read" ? undefined : fault(operation));
          await seconds(world, 32);
          machine.flash.fault = undefined;
          const { state, written } = await visit(machine, (board) => board.stat("logger"));
          expect({ state, written }).toEqual({ state: "ended", written: program.output.length });
          const { text, lost } = await visit(machine, (board) => outputOf(board, "logger"));
          if (world.cuts === 0) expect({ text, lost }).toEqual({ text: program.output, lost: 0 });
          else expect(program.output.endsWith(text)).toBe(true);
          number = await boots(world);
          world.end();
          return { text, cuts: world.cuts, boots: number };
        })(),
      );
    };
    const operations: FlashOperation[] = [];
    const whole = await live((operation) => {
      operations.push(operation);
      return undefined;
    });
    expect(whole.boots).toBe(5);
    expect(operations.length).toBeGreaterThan(30);
    let cuts = 0;
    for (const at of operations.keys())
      for (const way of ways) {
        let count = 0;
        const { cuts: happened } = await live((operation) => (count++ === at ? cutOf(way, operation, at) : undefined));
        expect(happened, `operation ${at}, ${way}`).toBe(1);
        cuts++;
      }
    expect(cuts).toBeGreaterThan(180);
  }, 120_000);
});
