/** Simulated boards in this process, on a clock that is turned by hand. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { Board } from "../../host/board/board.js";
import { VirtualClock } from "../../host/link/clock.js";
import { type LineOptions, memoryPair } from "../../host/link/memory.js";
import { BoardDriver } from "../../host/sim/driver.js";
import { FlashFileError, PowerLost, SimFlash, sectorBytes } from "../../host/sim/flash.js";
import { LeapClock } from "../../host/sim/leap-clock.js";
import { WasmBoard } from "../../host/sim/wasm-board.js";
import { folderWith } from "../support/cli.js";

const stepMs = 0.05;
const imageOf = (text: string): Uint8Array => compileProgram({ path: "program.py", text }).image!;
const hourly = "import time\nhour = 0\nwhile True:\n    print('hour', hour)\n    hour += 1\n    time.sleep(3600)\n";

class World {
  readonly clock = new VirtualClock();
  readonly ends: string[] = [];
  driver!: BoardDriver;

  constructor(readonly flash = SimFlash.blank(384)) {
    this.switchOn();
  }

  switchOn(): void {
    this.driver = new BoardDriver(new WasmBoard({ clock: () => this.clock.now() * 1000, flash: this.flash, id: 0x77n }), {
      clock: this.clock,
      stepMs,
    });
    this.driver.onEnd((reason) => this.ends.push(reason));
  }

  connect(line: LineOptions = {}): Promise<Board> {
    const open = async () => {
      const [near, far] = memoryPair({ clock: this.clock, delay: 1, ...line });
      if (!this.driver.attach(far)) throw new Error("no link is free");
      return near;
    };
    return this.clock.until(Board.connect(open, { clock: this.clock }));
  }
}

describe("a board in WebAssembly", () => {
  it("lives in virtual time", async () => {
    const world = new World();
    const board = await world.connect();
    await world.clock.until(board.deploy({ image: imageOf(hourly), name: "hourly" }));
    await world.clock.run(10 * 3_600_000 + 1000);
    const info = await world.clock.until(board.stat("hourly"));
    const printed = Array.from({ length: 11 }, (_, hour) => `hour ${hour}\n`).join("");
    expect(info.written).toBe(printed.length);
    expect(info.wakesInMs).toBeGreaterThan(3_590_000);
    expect((await world.clock.until(board.info())).uptimeMs).toBeGreaterThan(36_000_000);
  });

  it("does the same in every run", async () => {
    const runs: Uint8Array[] = [];
    for (let i = 0; i < 2; i++) {
      const world = new World();
      const board = await world.connect({ loss: 0.1, seed: 4 });
      await world.clock.until(board.deploy({ image: imageOf(hourly), name: "hourly" }));
      await world.clock.until(board.suspend("hourly"));
      runs.push(world.flash.bytes.slice());
    }
    expect(runs[0]!.some((byte) => byte !== 0xff)).toBe(true);
    expect(Buffer.compare(runs[0]!, runs[1]!)).toBe(0);
  });

  it("takes up what its flash holds, after its power was lost in the midst of a write", async () => {
    const world = new World();
    const board = await world.connect();
    await world.clock.until(board.deploy({ image: imageOf(hourly), name: "kept" }));
    const before = await world.clock.until(board.suspend("kept"));
    world.flash.fault = ({ kind }) => (kind === "program" ? 2 : undefined);
    await expect(world.clock.until(board.deploy({ image: imageOf("print(1)\n"), name: "lost" }))).rejects.toThrow();
    expect(world.ends).toEqual([expect.stringMatching(/^power was lost while \d+ bytes were programmed at \d+$/)]);
    world.flash.fault = undefined;
    world.switchOn();
    const again = await world.connect();
    expect(await world.clock.until(again.list())).toMatchObject([
      { name: "kept", uid: before.uid, state: "suspended", instructions: before.instructions },
    ]);
    expect((await world.clock.until(again.info())).boots).toBe(2);
  });

  it("has four links, and a link is free again when its peer has gone", async () => {
    const world = new World();
    const boards: Board[] = [];
    for (let i = 0; i < 4; i++) boards.push(await world.connect());
    await expect(world.connect()).rejects.toThrow("no link is free");
    await world.clock.until(boards[2]!.close());
    await world.clock.run(10);
    expect((await world.clock.until((await world.connect()).info())).id).toBe(0x77n);
    expect((await world.clock.until(boards[0]!.info())).platform).toBe("wasm");
  });
});

describe("a simulated flash", () => {
  it("clears bits, erases sectors, counts, and refuses what the store must not do", () => {
    const flash = SimFlash.blank(2);
    flash.program(4, new Uint8Array([0xf0, 1, 2, 3]));
    flash.program(4, new Uint8Array([0x3c, 255, 255, 255]));
    expect([...flash.read(4, 4)]).toEqual([0x30, 1, 2, 3]);
    flash.erase(0);
    expect([...flash.read(4, 4)]).toEqual([255, 255, 255, 255]);
    expect(flash.counts).toEqual({ read: 2, program: 2, erase: 1 });
    expect([...flash.erased]).toEqual([1, 0]);
    expect(() => flash.program(2, new Uint8Array(4))).toThrow(RangeError);
    expect(() => flash.read(2 * sectorBytes - 4, 8)).toThrow(RangeError);
    expect(() => flash.erase(2)).toThrow(RangeError);
  });

  it("loses power where it is told to, with a part of the operation done", () => {
    const flash = SimFlash.blank(1);
    flash.program(0, new Uint8Array(sectorBytes));
    flash.fault = ({ kind }) => (kind === "erase" ? 100 : undefined);
    expect(() => flash.erase(0)).toThrow(PowerLost);
    expect([flash.bytes[99], flash.bytes[100]]).toEqual([0xff, 0]);
  });

  it("is kept in a file", () => {
    const path = join(folderWith({}), "flash");
    const first = SimFlash.inFile(path, 2);
    first.program(sectorBytes, new Uint8Array([1, 2, 3, 4]));
    first.close();
    expect(readFileSync(path).length).toBe(2 * sectorBytes);
    const second = SimFlash.inFile(path, 2);
    expect([...second.read(sectorBytes, 4)]).toEqual([1, 2, 3, 4]);
    second.erase(1);
    second.close();
    expect(readFileSync(path).every((byte) => byte === 0xff)).toBe(true);
    expect(() => SimFlash.inFile(path, 3)).toThrow(FlashFileError);
    writeFileSync(path, "");
    SimFlash.inFile(path, 1).close();
    expect(readFileSync(path).length).toBe(sectorBytes);
    expect(() => SimFlash.inFile(join(path, "x"), 1)).toThrow(FlashFileError);
    expect(existsSync(path)).toBe(true);
  });
});

describe("a clock that leaps", () => {
  const clocks: LeapClock[] = [];
  const leapClock = (): LeapClock => clocks[clocks.push(new LeapClock()) - 1]!;
  afterEach(() => {
    for (const clock of clocks.splice(0)) clock.stop();
  });

  it("leaves out the time until the next action, in their order", async () => {
    const clock = leapClock();
    const begun = performance.now();
    const seen: string[] = [];
    const last = new Promise<void>((resolve) => clock.after(7_200_000, resolve));
    clock.after(3_600_000, () => seen.push("an hour"));
    clock.after(60_000, () => seen.push("a minute"));
    clock.after(30_000, () => seen.push("never")).cancel();
    await last;
    expect(seen).toEqual(["a minute", "an hour"]);
    expect(clock.now() - begun).toBeGreaterThanOrEqual(7_200_000);
    expect(performance.now() - begun).toBeLessThan(60_000);
  });

  it("does not leap while somebody works", async () => {
    const clock = leapClock();
    let busy = true;
    clock.busy = () => busy;
    let done = false;
    const later = new Promise<void>((resolve) =>
      clock.after(3_600_000, () => {
        done = true;
        resolve();
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(done).toBe(false);
    busy = false;
    await later;
  });
});
