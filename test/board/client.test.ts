/** The client library with boards that are native processes. */
import { afterEach, describe, expect, it } from "vitest";
import { Board, FunctionError } from "../../host/board/board.js";
import { owns } from "../../host/board/bodies.js";
import type { LogEntry } from "../../host/board/logs.js";
import { claimOn, MoveInterrupted, SameBoard, whereIs } from "../../host/board/move.js";
import { buildIdOf, isSnapshot } from "../../host/formats.js";
import { BoardError } from "../../host/link/requests.js";
import { hasNativeBoard, imageOf, NativeBoard } from "./native-board.js";

const counter = (count: number, pause: number): string => `
import time
for i in range(${count}):
    print("line", i)
    time.sleep(${pause})
`;
const handler = `
calls = 0
def handler(event, context):
    global calls
    calls += 1
    if event == "raise":
        raise ValueError("no")
    return {"calls": calls, "event": event, "name": context.function_name}
`;
const lines = (count: number): string => Array.from({ length: count }, (_, i) => `line ${i}\n`).join("");
const text = (entries: readonly LogEntry[]): string => entries.map(({ bytes }) => Buffer.from(bytes).toString()).join("");

async function collect(entries: AsyncIterable<LogEntry>, until: (all: LogEntry[]) => boolean): Promise<LogEntry[]> {
  const all: LogEntry[] = [];
  for await (const entry of entries) {
    all.push(entry);
    if (until(all)) break;
  }
  return all;
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof BoardError)) throw error ?? new Error("it was not refused");
  return error.code;
}

const devices: NativeBoard[] = [];
const boards: Board[] = [];

async function board(id: number, ram?: number): Promise<{ device: NativeBoard; board: Board }> {
  const device = new NativeBoard(id, ram);
  devices.push(device);
  const connected = await Board.connect(device.open);
  boards.push(connected);
  return { device, board: connected };
}

afterEach(async () => {
  await Promise.all(boards.splice(0).map((each) => each.close()));
  await Promise.all(devices.splice(0).map((each) => each.cut()));
});

describe.skipIf(!hasNativeBoard)("a board", () => {
  it("tells what it is, and what it holds", async () => {
    const { board: a } = await board(0xa1);
    expect(await a.info()).toMatchObject({ id: 0xa1n, platform: "native", functions: 0, sectors: 384, windowSectors: 128 });
    await a.deploy({ image: imageOf(counter(3, 0)), name: "count", heap: 4096 });
    await a.deploy({ image: imageOf(handler), name: "serve" });
    const list = await a.list();
    expect(list.map(({ name, version, heap }) => [name, version, heap])).toEqual([
      ["count", 1, 4096],
      ["serve", 1, 16384],
    ]);
    expect((await a.info()).functions).toBe(2);
    await a.remove("count");
    expect((await a.list()).map(({ name }) => name)).toEqual(["serve"]);
    expect(await refusal(a.stat("count"))).toBe("BOARD_NO_FUNCTION");
    expect(await a.find("count")).toBeUndefined();
    expect((await a.stats()).liveBytes).toBeGreaterThan(0);
    await a.rename("kitchen");
    expect((await a.info()).name).toBe("kitchen");
  });

  it("refuses with the numbered error", async () => {
    const { board: a } = await board(0xa2);
    const image = imageOf(counter(1, 0));
    expect(await refusal(a.deploy({ image, name: "a b" }))).toBe("BOARD_NAME");
    const damaged = imageOf(counter(2, 0)).slice();
    damaged[damaged.length - 1]! ^= 1;
    expect(await refusal(a.deploy({ image: damaged, name: "a" }))).toBe("IMAGE_CRC");
    expect(await refusal(a.suspend("nobody"))).toBe("BOARD_NO_FUNCTION");
    await expect(a.suspend("nobody")).rejects.toThrow("the board has no function of this name (E402_BOARD_NO_FUNCTION)");
  });

  it("invokes a handler, with short and long events and answers, and its exceptions", async () => {
    const { board: a } = await board(0xa3);
    await a.deploy({ image: imageOf(handler), name: "serve", heap: 24 << 10 });
    expect(await a.invoke("serve", { x: [1, null, "é"] })).toEqual({ calls: 1, event: { x: [1, null, "é"] }, name: "serve" });
    const long = "long ".repeat(500);
    expect(await a.invoke("serve", long)).toEqual({ calls: 2, event: long, name: "serve" });
    const failure = await a.invoke("serve", "raise").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FunctionError);
    expect((failure as FunctionError).payload).toMatchObject({ errorType: "ValueError", errorMessage: "no" });
    expect(await a.invoke("serve", 1, { timeout: 5000 })).toMatchObject({ calls: 4 });
  });

  it("gives a snapshot that becomes another function", async () => {
    const { board: a } = await board(0xa4);
    await a.deploy({ image: imageOf(counter(40, 0.02)), name: "count", heap: 4096 });
    await collect(a.logs("count", { follow: true }), (all) => text(all).includes("line 9\n"));
    const stored = await a.snapshot("count");
    expect(isSnapshot(stored.snapshot)).toBe(true);
    expect(stored.head).toMatchObject({ name: "count", heap: 4096 });
    expect(Buffer.from(stored.image).equals(imageOf(counter(40, 0.02)))).toBe(true);
    await a.restore("twin", stored);
    const rest = await collect(a.logs("twin", { follow: true }), (all) => text(all).endsWith("line 39\n"));
    expect(lines(40).endsWith(text(rest))).toBe(true);
    expect(rest[0]!.position).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasNativeBoard)("logs", () => {
  it("are told from the beginning, and end where all is told", async () => {
    const { board: a } = await board(0xb1);
    await a.deploy({ image: imageOf(counter(30, 0)), name: "count" });
    const all = await collect(a.logs("count", { follow: true }), (entries) => text(entries).length >= lines(30).length);
    expect(text(all)).toBe(lines(30));
    expect(text(await collect(a.logs("count"), () => false))).toBe(lines(30));
    expect(text(await collect(a.logs("count", { from: 10 }), () => false))).toBe(lines(30).slice(10));
  });

  it("of two functions go on beside each other", async () => {
    const { board: a } = await board(0xb2);
    for (const name of ["one", "two"]) await a.deploy({ image: imageOf(counter(25, 0.01)), name, heap: 4096 });
    const all = await Promise.all(
      ["one", "two"].map((name) => collect(a.logs(name, { follow: true }), (entries) => text(entries).length >= lines(25).length)),
    );
    expect(all.map(text)).toEqual([lines(25), lines(25)]);
  });

  it("have no gap and no repeat though the line is cut and bytes are lost", async () => {
    const { device, board: a } = await board(0xb3);
    await a.deploy({ image: imageOf(counter(60, 0.02)), name: "count" });
    let pieces = 0;
    device.tamper = (bytes) => {
      pieces++;
      if (pieces % 7 === 3) return undefined;
      if (pieces % 11 === 5) bytes[bytes.length >> 1]! ^= 4;
      return bytes;
    };
    const all = await collect(a.logs("count", { follow: true }), (entries) => text(entries).length >= lines(60).length);
    expect(text(all)).toBe(lines(60));
    expect(all.every(({ lost }) => lost === 0)).toBe(true);
  });

  it("go on after the board has lost power", async () => {
    const { device, board: a } = await board(0xb4);
    await a.deploy({ image: imageOf(counter(40, 0.02)), name: "count", checkpoint: 100 });
    let cut = false;
    const all = await collect(a.logs("count", { follow: true }), (entries) => {
      if (!cut && text(entries).includes("line 15\n")) {
        cut = true;
        void device.restart();
      }
      return text(entries).endsWith("line 39\n");
    });
    expect(text(all)).toBe(lines(40));
  });
});

describe.skipIf(!hasNativeBoard)("a function that is followed", () => {
  const writes = (word: string): Uint8Array => imageOf(`import time\nprint("${word}")\nwhile True:\n    time.sleep(1)\n`);

  it("is replaced, goes and comes back: each is told once, and the new output follows from its beginning", async () => {
    const { device, board: a } = await board(0xb5);
    await a.deploy({ image: writes("one, and long"), name: "rd", heap: 2048 });
    const told: string[] = [];
    const steps: Record<string, () => Promise<unknown>> = {
      "one, and long\n": () => a.deploy({ image: writes("two"), name: "rd", heap: 2048 }),
      "two\n": () => a.remove("rd"),
      gone: () => a.deploy({ image: writes("three"), name: "rd", heap: 2048 }),
      "three\n": () => a.deploy({ image: imageOf("print('four')\n"), name: "rd", heap: 2048 }),
      ended: () => device.restart().then(() => a.deploy({ image: imageOf("print('five')\n1 // 0\n"), name: "rd", heap: 2048 })),
      failed: () => a.deploy({ image: writes("end"), name: "rd", heap: 2048 }),
    };
    let failure: unknown;
    const happened = (what: string): void => {
      told.push(what);
      steps[what]?.().catch((error: unknown) => {
        failure = error;
      });
    };
    const onChange = (change: string): void => happened(change);
    for await (const { bytes, stream, lost } of a.logs("rd", { follow: true, onChange })) {
      expect(lost).toBe(0);
      if (stream !== "report") happened(Buffer.from(bytes).toString());
      if (told.at(-1) === "end\n") break;
    }
    expect(failure).toBeUndefined();
    const expected = "one, and long\n|replaced|two\n|gone|replaced|three\n|replaced|four\n|ended|replaced|five\n|failed|replaced|end\n";
    expect(told.join("|")).toBe(expected);
  }, 60_000);

  it("is followed on where it comes back to, having moved away", async () => {
    const { board: a } = await board(0xb6);
    const { board: b } = await board(0xb7);
    await a.deploy({ image: imageOf(counter(200, 0.05)), name: "count", heap: 4096 });
    const told: string[] = [];
    let away = false;
    const onChange = (change: string): void => {
      told.push(change);
      void b.migrate("count", a);
    };
    const all = await collect(a.logs("count", { follow: true, onChange }), (entries) => {
      if (!away && text(entries).includes("line 5\n")) {
        away = true;
        void a.migrate("count", b);
      }
      return told.length > 0 && entries.at(-1)!.position > 0 && text(entries).length > 400;
    });
    expect(told).toEqual(["gone"]);
    let next = 0;
    for (const { position, bytes, lost } of all) {
      expect(position).toBe(next + lost);
      next = position + bytes.length;
    }
  }, 60_000);
});

describe.skipIf(!hasNativeBoard)("an upload", () => {
  it("goes on where it stood when the session was cut", async () => {
    const { device, board: a } = await board(0xc1);
    const image = imageOf(Array.from({ length: 400 }, (_, i) => `def f${i}(x):\n    return x * ${i} + ${i * 7}\n`).join(""));
    const progress: number[] = [];
    let lost = 0;
    await a.putImage(image, (done) => {
      progress.push(done);
      if (lost > 0 || done < image.length / 2) return;
      // The line is dead for as long as it takes the host to give the session up.
      lost = progress.length;
      device.tamper = () => undefined;
      setTimeout(() => {
        device.tamper = (bytes) => bytes;
      }, 10_500);
    });
    const again = progress.slice(1).find((done, i) => done <= progress[i]!);
    expect(again).toBeGreaterThan(0);
    expect(progress.at(-1)).toBe(image.length);
    expect(Buffer.from(await a.readImage(buildIdOf(image))).equals(image)).toBe(true);
  }, 60_000);
});

describe.skipIf(!hasNativeBoard)("a move", () => {
  it("carries a function to a board that lacks its image; the log has no gap and no repeat", async () => {
    const { board: a } = await board(0xd1);
    const { board: b } = await board(0xd2);
    await a.deploy({ image: imageOf(counter(2000, 0.02)), name: "count", heap: 4096 });
    const before = await collect(a.logs("count", { follow: true }), (all) => text(all).includes("line 20\n"));
    const steps: string[] = [];
    const moved = await a.migrate("count", b, { onStep: (step) => steps.at(-1) === step || steps.push(step) });
    expect(steps).toEqual(["image", "prepare", "read", "send", "commit", "go"]);
    expect(moved.claim).toMatchObject({ peer: 0xd1n, epoch: 1 });
    const { uid } = await b.stat("count");
    expect(await a.find("count")).toBeUndefined();
    expect(owns((await claimOn(a, uid))!)).toBe(false);
    // What it wrote between the last byte that was read and the move is the source's to tell no more: the target has it by the position alone.
    const next = before.at(-1)!.position + before.at(-1)!.bytes.length;
    const after = await collect(b.logs("count", { follow: true, from: next }), (all) => text(all).includes("line 60\n"));
    expect(after[0]!.position).toBe(next + after[0]!.lost);
    expect(lines(2000).slice(after[0]!.position).startsWith(text(after))).toBe(true);
    // Again is no harm.
    expect((await a.migrate("count", b)).claim).toMatchObject({ uid, epoch: 1 });
    // And back.
    expect((await b.migrate("count", a)).claim).toMatchObject({ uid, epoch: 2, peer: 0xd2n });
  });

  it("that is interrupted at any step is settled: one owner, and it runs", async () => {
    const { device: sourceDevice, board: a } = await board(0xe1);
    const { device: targetDevice, board: b } = await board(0xe2);
    const image = imageOf("import time\nwhile True:\n    time.sleep(0.01)\n");
    const { uid } = await a.deploy({ image, name: "loop", heap: 2048 });
    let [source, target, owner] = [a, b, "first"];
    for (const at of ["prepare", "read", "send", "commit", "go"] as const)
      for (const device of [sourceDevice, targetDevice]) {
        let cut: Promise<void> | undefined;
        const moving = source.migrate("loop", target, {
          onStep: (step) => {
            if (step === at) cut ??= device.restart();
          },
        });
        await moving.catch(() => undefined);
        await cut;
        await source.settle(target);
        const claims = await Promise.all([claimOn(a, uid), claimOn(b, uid)]);
        const owners = claims.map((claim) => claim !== undefined && owns(claim));
        expect(owners.filter(Boolean)).toHaveLength(1);
        owner = owners[0] ? "first" : "second";
        [source, target] = owner === "first" ? [a, b] : [b, a];
        expect(await source.stat("loop")).toMatchObject({ uid });
        expect(await target.find("loop")).toBeUndefined();
      }
  });

  it("that its signal interrupts is settled; resume gives up one that nobody could settle", async () => {
    const { board: a } = await board(0xe3);
    const { device, board: b } = await board(0xe4);
    await a.deploy({ image: imageOf("import time\nwhile True:\n    time.sleep(0.01)\n"), name: "loop", heap: 2048 });
    for (const at of ["prepare", "read", "send", "commit"]) {
      const ending = new AbortController();
      const moving = a.migrate("loop", b, { signal: ending.signal, onStep: (step) => step === at && ending.abort() });
      const moved = await moving.catch((error: unknown) => error);
      const where = await whereIs(a, "loop", b);
      // COMMIT was on its way: then it is there.
      if (moved instanceof MoveInterrupted) expect(where, at).toBe("here");
      else await b.migrate("loop", a);
    }
    // A target that is dead says nothing by which it could be settled.
    const ending = new AbortController();
    const onStep = (step: string): void => {
      if (step === "send") void device.cut().then(() => ending.abort());
    };
    await expect(a.migrate("loop", b, { signal: ending.signal, onStep })).rejects.toThrow(MoveInterrupted);
    expect(await whereIs(a, "loop", b)).toBe("stands");
    expect(await refusal(a.remove("loop"))).toBe("BOARD_STATE");
    expect(await a.resume("loop")).toMatchObject({ state: expect.stringMatching(/ready|waiting|swapped/) });
    expect(await whereIs(a, "loop", b)).toBe("here");
  }, 60_000);

  it("does not stop a function that can't go: the name is taken there, or it is the same board", async () => {
    const { board: a } = await board(0xe5);
    const { board: b } = await board(0xe6);
    const image = imageOf("import time\nwhile True:\n    time.sleep(0.01)\n");
    for (const each of [a, b]) await each.deploy({ image, name: "loop", heap: 2048 });
    const steps: string[] = [];
    expect(await refusal(a.migrate("loop", b, { onStep: (step) => steps.push(step) }))).toBe("BOARD_NAME_TAKEN");
    expect(await a.migrate("loop", a, { onStep: (step) => steps.push(step) }).catch((error: unknown) => error)).toBeInstanceOf(SameBoard);
    expect(steps).toEqual([]);
    expect(await a.stat("loop")).toMatchObject({ epoch: 0 });
  });

  it("is fast between native boards: what stands still of 8 KB", async () => {
    const { board: a } = await board(0xf1);
    const { board: b } = await board(0xf2);
    await a.deploy({
      image: imageOf("import time\ndata = list(range(2000))\nwhile True:\n    time.sleep(1)\n"),
      name: "big",
      heap: 24 << 10,
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { stoppedMs, bytes } = await a.migrate("big", b);
    expect(bytes).toBeGreaterThan(8000);
    console.log(`moved ${bytes} bytes in ${stoppedMs.toFixed(1)} ms`);
  });
});
