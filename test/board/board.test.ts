/** What a board does with its functions, seen from a client; each case has a world of its own. */

import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Request, State, Upload } from "../../build/generated/link.js";
import type { Board } from "../../host/board/board.js";
import { encodeHead } from "../../host/board/bodies.js";
import { claimOn } from "../../host/board/move.js";
import { Writer } from "../../host/link/codec.js";
import { BoardError } from "../../host/link/requests.js";
import { calculator, counter, type Program, programOf, tally } from "./programs.js";
import { type Shape, World } from "./world.js";

const shape = { ram: 40 << 10, sectors: 48, window: 22 };

/** Lets a client do something with a board of this shape. */
async function withBoard(of: Partial<Shape>, act: (board: Board, world: World) => Promise<void>): Promise<void> {
  const world = new World({ shapes: [of] });
  await world.run(
    (async () => {
      await act(await world.machines[0]!.connect(), world);
    })(),
  );
  world.end();
}

/** All that the function has written. */
async function outputOf(board: Board, name: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const { bytes } of board.logs(name)) parts.push(bytes);
  return Buffer.concat(parts).toString();
}

const receiver = (): Program =>
  programOf(
    "receiver.py",
    `
import nanopy
while True:
    source, value = nanopy.receive()
    print(source, value)
`,
  );

/** Sends so many numbers, with a pause after each. */
const sender = (to: string, count: number, pauseMs: number): Program =>
  programOf(
    "sender.py",
    `
import nanopy
import time
for i in range(${count}):
    nanopy.send('${to}', i)
    time.sleep(${pauseMs / 1000})
`,
  );

/** Fills the store until it takes no more; returns how many functions that took. */
async function fill(board: Board, program: Program): Promise<number> {
  for (let n = 0; ; n++)
    try {
      await board.deploy({ image: program.image, name: `full${n}`, suspended: true });
    } catch (error) {
      if (!(error instanceof BoardError) || error.code !== "STORE_FULL") throw error;
      return n;
    }
}

describe("a store that is full", () => {
  const small = { ...shape, sectors: 32, window: 20 };

  it("does not keep the board from starting, nor functions from being removed", () =>
    withBoard(small, async (board, world) => {
      const count = await fill(board, counter(10, 1000));
      expect(count).toBeGreaterThan(100);
      world.machines[0]!.lost();
      expect((await board.info()).functions).toBe(count);
      for (let n = 0; n < count; n++) await board.remove(`full${n}`);
      expect((await board.info()).functions).toBe(0);
      await board.deploy({ image: counter(10, 1000).image, name: "again" });
    }));

  it("lets functions be removed that were resumed", () =>
    withBoard(small, async (board) => {
      const program = counter(10, 1000);
      await board.deploy({ image: program.image, name: "first", suspended: true });
      await board.resume("first");
      await board.suspend("first");
      await board.resume("first");
      await fill(board, program);
      await board.remove("first");
      expect(await board.find("first")).toBeUndefined();
    }));

  it("forgets functions that were removed and never moved", () =>
    withBoard(small, async (board) => {
      const program = counter(10, 1000);
      for (let n = 0; n < 800; n++) {
        await board.deploy({ image: program.image, name: "again", suspended: true });
        await board.remove("again");
      }
      const { liveBytes } = await board.stats();
      expect(liveBytes).toBeLessThan(2000);
    }));
});

describe("a board that functions were moved away from", () => {
  it("keeps no more of each than who has it", () => {
    const world = new World({ shapes: [shape, shape] });
    const act = async (): Promise<void> => {
      const [from, to] = [await world.machines[0]!.connect(), await world.machines[1]!.connect()];
      const program = counter(100, 1000, 300);
      for (let n = 0; n < 20; n++) {
        await from.deploy({ image: program.image, name: "large" });
        await world.sleep(100);
        const { bytes, claim } = await from.migrate("large", to);
        expect(bytes).toBeGreaterThan(1000);
        expect(await claimOn(from, claim.uid)).toMatchObject({ state: State.MOVED, epoch: 1, peer: world.machines[1]!.id });
        await to.remove("large");
        expect(await claimOn(to, claim.uid)).toMatchObject({ state: State.REMOVED, epoch: 1 });
      }
      for (const board of [from, to]) expect((await board.stats()).liveBytes).toBeLessThan(20 * 160 + 1000);
    };
    return world.run(act()).then(() => world.end());
  });
});

describe("messages", () => {
  it("come in their order", () =>
    withBoard(shape, async (board, world) => {
      await board.deploy({ image: receiver().image, name: "to" });
      await board.deploy({ image: sender("to", 20, 50).image, name: "from" });
      await world.sleep(2000);
      expect(await outputOf(board, "to")).toBe(Array.from({ length: 20 }, (_, i) => `from ${i}\n`).join(""));
    }));

  it("wake one that was suspended when they came, as soon as it goes on", () =>
    withBoard(shape, async (board, world) => {
      await board.deploy({ image: receiver().image, name: "to" });
      let sent = 0;
      for (let n = 0; n < 60; n++) {
        await board.deploy({ image: sender("to", 1, 0).image, name: "from" });
        await world.sleep(n % 12);
        await board.suspend("to");
        await board.resume("to");
        await world.sleep(400);
        // One that is suspended takes no messages: its sender is told.
        if ((await board.stat("from")).state === "ended") sent++;
        expect((await board.stat("to")).written, `after message ${n}`).toBe(sent * "from 0\n".length);
        await board.remove("from");
      }
      expect(sent).toBeGreaterThan(40);
    }));

  it("bring one back that was swapped out", () =>
    withBoard({ ...shape, ram: 4 << 10 }, async (board, world) => {
      await board.deploy({ image: receiver().image, name: "to", heap: 2 << 10 });
      await world.sleep(100);
      for (const n of [0, 1, 2]) await board.deploy({ image: counter(5, 60_000, 150 + n).image, name: `sleeper${n}`, heap: 2 << 10 });
      await world.sleep(1000);
      expect((await board.stats()).swapsOut).toBeGreaterThan(0);
      await board.deploy({ image: sender("to", 3, 30_000).image, name: "from", heap: 2 << 10 });
      await world.sleep(100_000);
      expect((await board.stat("to")).written).toBe("from 0\nfrom 1\nfrom 2\n".length);
      expect((await board.stat("from")).state).toBe("ended");
    }));
});

describe("handlers", () => {
  it("keep their module's state while they lie in flash", () =>
    withBoard({ ...shape, ram: 8 << 10 }, async (board, world) => {
      for (let n = 0; n < 12; n++) await board.deploy({ image: tally().image, name: `tally${n}`, heap: 4 << 10 });
      for (let round = 1; round <= 3; round++)
        for (let n = 0; n < 12; n++)
          expect(await board.invoke(`tally${n}`, { add: n }, { timeout: 20_000 })).toEqual({ calls: round, total: n * round });
      expect((await board.stats()).swapsIn).toBeGreaterThan(5);
      await world.sleep(10);
    }));
});

describe("a function that fails", () => {
  const moody = (): Program =>
    programOf(
      "moody.py",
      `
calls = 0
def spin():
    while True:
        pass
def handler(event, context):
    global calls
    calls += 1
    print('call', calls)
    if event:
        spin()
    return calls
`,
    );

  it("says where it was when its quota was spent, and its log goes on when it begins anew", () =>
    withBoard(shape, async (board, world) => {
      await board.deploy({ image: moody().image, name: "moody", invocationInstructions: 20_000 });
      expect([await board.invoke("moody", false), await board.invoke("moody", false)]).toEqual([1, 2]);
      await expect(board.invoke("moody", true)).rejects.toMatchObject({ code: "BOARD_FUNCTION_FAILED" });
      expect(await board.invoke("moody", false)).toBe(1);
      await world.sleep(10);
      const entries: { position: number; stream: string; text: string }[] = [];
      for await (const { position, stream, bytes } of board.logs("moody"))
        entries.push({ position, stream, text: Buffer.from(bytes).toString() });
      const stdout = entries.filter(({ stream }) => stream === "stdout");
      expect(stdout.map(({ text }) => text).join("")).toBe("call 1\ncall 2\ncall 3\ncall 1\n");
      const report = entries.filter(({ stream }) => stream === "report").map(({ text }) => text);
      expect(report.join("")).toMatch(/^(F 1 \d+ \d+ 1\n){5}E QuotaError: .*\n$/); // spin, handler, two of the library, <module>
    }));
});

describe("checkpoints", () => {
  it("keep what a handler knows over a loss of power, though it has only waited since", async () => {
    const world = new World({ shapes: [shape] });
    await world.run(
      (async () => {
        const [machine] = world.machines;
        let board = await machine!.connect();
        await board.deploy({ image: tally().image, name: "tally", checkpoint: 5000 });
        expect(await board.invoke("tally", { add: 4 })).toEqual({ calls: 1, total: 4 });
        await world.sleep(6000);
        const { erases } = await board.stats();
        const programmed = machine!.flash.counts.program;
        await world.sleep(60_000);
        expect(machine!.flash.counts.program).toBe(programmed);
        expect((await board.stats()).erases).toBe(erases);
        machine!.lost();
        await world.sleep(100);
        board = await machine!.connect();
        expect(await board.invoke("tally", { add: 3 })).toEqual({ calls: 2, total: 7 });
      })(),
    );
    world.end();
  });
});

describe("the scheduler", () => {
  it("lets one calculate while another only says that it sleeps", () =>
    withBoard(shape, async (board, world) => {
      const restless = programOf("restless.py", "import time\nwhile True:\n    time.sleep(0)\n");
      await board.deploy({ image: restless.image, name: "restless" });
      await world.sleep(50);
      const program = calculator(3, 1000);
      await board.deploy({ image: program.image, name: "calculator" });
      await world.sleep(5000);
      expect(await outputOf(board, "calculator")).toBe(program.output);
    }));

  it("counts what a function slept in flash before it was suspended, and nothing after", () =>
    withBoard({ ...shape, ram: 4 << 10 }, async (board, world) => {
      for (const n of [0, 1, 2, 3]) await board.deploy({ image: counter(5, 60_000, 150 + n).image, name: `sleeper${n}`, heap: 2 << 10 });
      await world.sleep(20_000);
      expect((await board.stat("sleeper0")).state).toBe("swapped");
      await board.suspend("sleeper0");
      await world.sleep(300_000);
      const { wakesInMs } = await board.resume("sleeper0");
      expect(wakesInMs).toBeGreaterThan(35_000);
      expect(wakesInMs).toBeLessThan(42_000);
    }));

  it("runs 40 functions in 40 KB to their end", () =>
    withBoard({ ...shape, sectors: 120 }, async (board, world) => {
      const programs = Array.from({ length: 40 }, (_, n) => (n % 5 === 0 ? calculator(4, 300 + n) : counter(10, 400 + 10 * n, 200 + n)));
      for (const [n, { image }] of programs.entries()) await board.deploy({ image, name: `f${n}`, heap: 4 << 10 });
      await world.sleep(120_000);
      for (const [n, { output }] of programs.entries()) {
        const info = await board.stat(`f${n}`);
        expect([n, info.state, info.exitCode]).toEqual([n, "ended", 0]);
        expect(output).toBeDefined();
      }
      expect((await board.stats()).swapsOut).toBeGreaterThan(20);
      for (const n of programs.keys()) await board.remove(`f${n}`);
      expect((await board.info()).functions).toBe(0);
    }));
});

describe("the client", () => {
  it("lists each function once, though the board restarts meanwhile", () =>
    withBoard(shape, async (board, world) => {
      const { image } = counter(10, 1000);
      for (const name of ["a", "b", "c", "d"]) await board.deploy({ image, name });
      await board.remove("a");
      await board.deploy({ image, name: "e" });
      for (let ms = 0; ms < 60; ms += 4) {
        const list = board.list();
        await world.sleep(ms);
        world.machines[0]!.lost();
        expect((await list).map(({ name }) => name).sort(), `power is lost after ${ms} ms`).toEqual(["b", "c", "d", "e"]);
        await board.remove("b");
        await board.deploy({ image, name: "b" });
      }
    }));
});

describe("uploads", () => {
  it("do not end in two functions of one name", () =>
    withBoard(shape, async (board) => {
      const { image } = counter(10, 1000);
      await board.deploy({ image, name: "first" });
      const { snapshot, head } = await board.snapshot("first");
      const record = new Writer()
        .raw(encodeHead({ ...head, name: "second" }))
        .raw(snapshot)
        .done();
      const { connection } = board;
      const key = new Writer().u64(0n).done();
      const kind = new Writer().u8(Upload.SNAPSHOT).zeros(3).done();
      await connection.request(Request.WRITE, new Writer().raw(kind).u32(record.length).raw(key).u32(crc32(record)).done());
      await connection.quietly(Request.DATA, () => undefined).send(new Writer().u32(0).raw(record).done());
      await board.deploy({ image, name: "second" });
      await expect(connection.request(Request.END, new Writer().raw(kind).raw(key).done())).rejects.toThrow("BOARD_NAME_TAKEN");
      expect((await board.list()).map(({ name }) => name).sort()).toEqual(["first", "second"]);
    }));

  it("are refused where they can't ever be brought into memory, and others go on", () => {
    const world = new World({ shapes: [shape, { ...shape, ram: 8 << 10 }] });
    const act = async (): Promise<void> => {
      const [large, small] = [await world.machines[0]!.connect(), await world.machines[1]!.connect()];
      const program = counter(100, 100, 2500);
      await large.deploy({ image: program.image, name: "large", heap: 32 << 10 });
      await world.sleep(500);
      await expect(large.migrate("large", small)).rejects.toThrow("BOARD_FULL");
      await small.deploy({ image: counter(5, 100).image, name: "small" });
      await world.sleep(1000);
      expect((await small.stat("small")).state).toBe("ended");
      expect((await large.stat("large")).state).toBe("waiting");
    };
    return world.run(act()).then(() => world.end());
  });
});
