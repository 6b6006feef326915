/** Flashing, against the emulated loader of the chip: what gets to the flash, and what is said where something is wrong. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../host/config/error.js";
import type { SerialBoard } from "../../host/discovery/serial.js";
import { FlashError, type FlashRequest, flashBoard } from "../../host/flasher/flasher.js";
import { adapterOf, choosePort, pathOfPort } from "../../host/flasher/ports.js";
import { LinkError } from "../../host/link/transport.js";
import { SimFlash, sectorBytes } from "../../host/sim/flash.js";
import { RomLoader, type RomLoaderOptions } from "../../host/sim/rom-loader/loader.js";
import { Command } from "../../host/sim/rom-loader/protocol.js";
import { type ChipLine, chipLine } from "../support/chip.js";
import { random } from "../support/damage.js";

/** Bytes that do not compress, so that they go in several blocks. */
function noise(length: number, seed: number): Uint8Array {
  const below = random(seed);
  return Uint8Array.from({ length }, () => below(256));
}

const firmware = [
  { at: 0, bytes: noise(20_000, 1) },
  { at: 0x10000, bytes: noise(40_000, 2) },
];
const megabyte = (1 << 20) / sectorBytes;
const usedSector = 64;
/** Flash in which something is kept behind the firmware, and something else where it goes. */
function usedFlash(): SimFlash {
  const flash = SimFlash.blank(megabyte);
  flash.program(0, noise(30_000, 3));
  flash.program(usedSector * sectorBytes, noise(sectorBytes, 4));
  return flash;
}
const partsOf = (flash: SimFlash): Buffer[] => firmware.map(({ at, bytes }) => Buffer.from(flash.bytes.subarray(at, at + bytes.length)));
const wanted = firmware.map(({ bytes }) => Buffer.from(bytes));

interface Setup {
  readonly flash: SimFlash;
  readonly chip: RomLoader;
  readonly line: ChipLine;
  readonly told: string[];
  run(request?: Partial<FlashRequest>): ReturnType<typeof flashBoard>;
}

function setup(options: Partial<RomLoaderOptions> = {}): Setup {
  const flash = options.flash ?? usedFlash();
  const chip = new RomLoader({ running: true, ...options, flash });
  const line = chipLine(chip);
  const told: string[] = [];
  return {
    flash,
    chip,
    line,
    told,
    run: (request) =>
      flashBoard(
        "serial:chip",
        line.open,
        { firmware, rate: 460_800, erase: false, verify: true, attempts: 1, ...request },
        { step: (what) => told.push(what), written: (done, all) => told.push(`${done}/${all}`) },
      ),
  };
}

/** What a promise is rejected with. */
const failure = async (promise: Promise<unknown>): Promise<Error> => {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error("it did not fail");
};

describe("flashing", () => {
  it("writes both parts byte for byte, leaves the rest, and starts the board", async () => {
    const { flash, chip, line, told, run } = setup();
    const flashed = await run();
    expect(partsOf(flash)).toEqual(wanted);
    expect(flash.bytes.subarray(usedSector * sectorBytes, (usedSector + 1) * sectorBytes)).toEqual(noise(sectorBytes, 4));
    expect(flash.bytes[20_000]).toBe(0xff);
    expect(flashed).toEqual({
      chip: "ESP8266",
      mac: "5c:cf:7f:01:02:03",
      flashBytes: 1 << 20,
      parts: firmware.map(({ at, bytes }) => ({ address: at, bytes: bytes.length, md5: createHash("md5").update(bytes).digest("hex") })),
      retries: 0,
    });
    expect(line.rates).toEqual([115_200, 460_800]);
    expect(chip.state).toBe("running");
    expect(told.filter((line) => !line.includes("/"))).toEqual([
      "connecting",
      "writing 0x00000",
      "verifying 0x00000",
      "writing 0x10000",
      "verifying 0x10000",
      "restarting",
    ]);
    const counts = told.filter((line) => line.includes("/")).map((line) => Number.parseInt(line, 10));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(told.filter((line) => line.includes("/")).at(-1)).toBe("60000/60000");
  });

  it("erases each sector that it writes once, and all of them where that was asked for", async () => {
    const { flash, run } = setup();
    await run();
    expect([...flash.erased].flatMap((times, sector) => (times > 0 ? [[sector, times]] : []))).toEqual(
      [0, 1, 2, 3, 4, ...Array.from({ length: 10 }, (_, i) => 16 + i)].map((sector) => [sector, 1]),
    );
    await run({ erase: true });
    expect(flash.bytes.subarray(usedSector * sectorBytes, (usedSector + 1) * sectorBytes).every((byte) => byte === 0xff)).toBe(true);
    expect(partsOf(flash)).toEqual(wanted);
  });

  it("stays at the ROM's rate where the board can't do the other one", async () => {
    const { flash, line, run } = setup();
    line.spoil = (bytes, rate) => (rate > 115_200 ? undefined : bytes);
    await run();
    expect(line.rates).toEqual([115_200, 460_800, 115_200]);
    expect(partsOf(flash)).toEqual(wanted);
  });

  it("meets a stub that is still running, where nothing can reset the chip", async () => {
    const { flash, chip, line, run } = setup({ running: false });
    const open = line.open;
    const deaf: ChipLine["open"] = async (rate) => ({ ...(await open(rate)), setLines: async () => undefined });
    Object.assign(line, { open: deaf });
    await run({ rate: 115_200 });
    expect(chip.state).toBe("stub");
    flash.erase(0);
    await run({ rate: 115_200 });
    expect(partsOf(flash)).toEqual(wanted);
  });
});

describe("flashing over a bad line", () => {
  /** Spoils the nth block that is written. */
  function spoilBlock(line: ChipLine, n: number, how: (bytes: Uint8Array) => Uint8Array | undefined): void {
    let blocks = 0;
    line.spoil = (bytes) => (bytes[2] === Command.deflData && bytes.length > 1000 && ++blocks === n ? how(bytes) : bytes);
  }

  const flipped = (bytes: Uint8Array, ...places: number[]): Uint8Array => {
    const copy = bytes.slice();
    for (const place of places) copy[place]! ^= 0x10;
    return copy;
  };
  /** Two places in the data of a block that no escape is near, nor becomes one by a flip. */
  function plainPlaces(bytes: Uint8Array): [number, number] {
    const special = [0xc0, 0xdb, 0xd0, 0xcb];
    const plain = (at: number): boolean => ![bytes[at - 1]!, bytes[at]!].some((byte) => special.includes(byte));
    const places = Array.from({ length: 200 }, (_, i) => 5000 + 2 * i).filter(plain);
    return [places[0]!, places[1]!];
  }

  it("sends a block again that the chip finds damaged", async () => {
    const { flash, line, run } = setup();
    spoilBlock(line, 3, (bytes) => flipped(bytes, plainPlaces(bytes)[0]));
    expect((await run()).retries).toBe(0);
    expect(partsOf(flash)).toEqual(wanted);
  });

  it("writes a part again whose damage the chip's checksum does not see", async () => {
    const { flash, line, run } = setup();
    spoilBlock(line, 3, (bytes) => flipped(bytes, ...plainPlaces(bytes)));
    expect((await run()).retries).toBe(1);
    expect(partsOf(flash)).toEqual(wanted);
  });

  it("begins again where a message got lost before anything was written", async () => {
    for (const command of [Command.memData, Command.writeReg]) {
      const { flash, line, told, run } = setup();
      let lost = 0;
      line.spoil = (bytes) => (bytes[2] === command && lost++ === 0 ? undefined : bytes);
      await run();
      expect(told.filter((line) => line === "connecting")).toHaveLength(2);
      expect(partsOf(flash)).toEqual(wanted);
    }
  });

  it("calls the chip anew where a dip of its supply reset it", async () => {
    const { flash, chip, line, told, run } = setup();
    spoilBlock(line, 3, (bytes) => {
      chip.setLines(false, true);
      chip.setLines(true, false);
      return bytes;
    });
    expect((await run()).retries).toBe(1);
    expect(told.filter((line) => line === "connecting")).toHaveLength(2);
    expect(line.rates).toEqual([115_200, 460_800, 115_200, 460_800]);
    expect(partsOf(flash)).toEqual(wanted);
  });

  it("goes on after blocks that were lost", async () => {
    const { flash, line, run } = setup();
    spoilBlock(line, 3, () => undefined);
    await run();
    expect(partsOf(flash)).toEqual(wanted);
  });
});

describe("what can't be flashed", () => {
  it("is a port behind which nobody answers", async () => {
    const { line, run } = setup();
    line.spoil = () => undefined;
    const error = await failure(run());
    expect(error).toBeInstanceOf(LinkError);
    expect(error.message).toBe(
      "serial:chip: no answer from the chip's loader: hold the board's FLASH button (GPIO0 to ground) while you press RST, and try again; is it the right port, with a cable for data?",
    );
  });

  it("is a line on which the stub can't be started", async () => {
    const { flash, line, run } = setup();
    line.spoil = (bytes) => (bytes[2] === Command.memEnd ? undefined : bytes);
    const error = await failure(run());
    expect(error).toBeInstanceOf(LinkError);
    expect(error.message).toBe(
      "serial:chip: the loader's stub could not be started: the chip stopped answering; try --baud 115200, a shorter cable or another port",
    );
    expect(error.cause).toBeInstanceOf(Error);
    expect(flash.counts).toMatchObject({ program: 2 });
  });

  it("is another chip, which is left as it is", async () => {
    for (const [magic, what] of [
      [0x00f01d83, "an ESP32"],
      [0x12345678, "a chip that is not known"],
    ] as const) {
      const { flash, run } = setup({ magic });
      const before = flash.bytes.slice();
      const error = await failure(run());
      expect(error).toBeInstanceOf(FlashError);
      expect(error.message).toBe(
        `serial:chip: this is ${what}, the firmware is for an ESP8266: nothing was written; --port names another port`,
      );
      expect(Buffer.compare(flash.bytes, before)).toBe(0);
    }
  });

  it("is a board with too little flash", async () => {
    const { flash, run } = setup({ flash: SimFlash.blank((256 << 10) / sectorBytes) });
    const large = [firmware[0]!, { at: 0x10000, bytes: new Uint8Array(0x30004) }];
    expect((await failure(run({ firmware: large }))).message).toBe(
      "serial:chip: the firmware needs 262148 bytes of flash, this board has 262144: nothing was written",
    );
    expect(flash.counts).toMatchObject({ program: 0, erase: 0 });
  });

  it("is a flash that does not keep what is written, which only verifying shows", async () => {
    class WornFlash extends SimFlash {
      override program(at: number, from: Uint8Array): void {
        super.program(at, from);
        if (at >= 0x10000) this.bytes[at]! &= 0xfe;
        if (at >= 0x10000) this.bytes[at + 1]! &= 0xfe;
        if (at >= 0x10000) this.bytes[at + 2]! &= 0xfe;
      }
    }
    const worn = () => setup({ flash: new WornFlash(new Uint8Array(1 << 20).fill(0xff)) });
    const { flash, told, run } = worn();
    const error = await failure(run());
    expect(error).toBeInstanceOf(FlashError);
    expect(error.message).toBe(
      "serial:chip: 40000 bytes at 0x10000 read back differently after 3 tries: its flash is worn or its supply too weak; try --baud 115200, or another board",
    );
    expect(told.filter((line) => line === "writing 0x10000")).toHaveLength(3);
    expect(Buffer.from(flash.bytes.subarray(0, 20_000))).toEqual(wanted[0]);
    expect((await worn().run({ verify: false })).retries).toBe(0);
  });

  it("is a board whose flash does not answer", async () => {
    const { run } = setup({ flash: SimFlash.blank(3) });
    expect((await failure(run())).message).toMatch(/^serial:chip: the chip does not reach its flash: /);
  });

  it("is a port that can't be opened", async () => {
    const { run, line } = setup();
    Object.assign(line, { open: () => Promise.reject(new LinkError("serial:chip: another program uses the port")) });
    expect(await failure(run())).toEqual(new LinkError("serial:chip: another program uses the port"));
  });
});

it("a board that is unplugged at any point of it is flashed when it is plugged in again", async () => {
  for (const cut of [1, 4, 9, 17]) {
    const { flash, chip, line, run } = setup();
    let operations = 0;
    flash.fault = ({ kind }) => (kind !== "read" && ++operations === cut ? 100 : undefined);
    chip.onEnd(() => line.unplug());
    const error = await failure(run());
    expect(error).toBeInstanceOf(LinkError);
    expect(error.message).toBe("serial:chip: the port was closed; the firmware is not all written: flash the board again");
    expect(partsOf(flash)).not.toEqual(wanted);
    flash.fault = undefined;
    await setup({ flash }).run();
    expect(partsOf(flash)).toEqual(wanted);
  }
});

describe("the port of a board", () => {
  const board = (path: string, usb?: string, maker?: string): SerialBoard => ({
    address: `serial:${path}`,
    usb,
    maker,
    serialNumber: undefined,
  });
  const choose = (...ports: SerialBoard[]) => choosePort({ ports, notes: [] });

  it("is known by its USB adapter", () => {
    const known = {
      "10c4:ea60": "CP210x",
      "1a86:7523": "CH34x",
      "1a86:5523": "CH34x",
      "1a86:55d4": "CH34x",
      "0403:6015": "FTDI",
      "067b:2303": "PL2303",
      "303a:1001": "Espressif",
    };
    for (const [usb, name] of Object.entries(known)) expect(adapterOf(usb)).toBe(name);
    for (const usb of [undefined, "10c4:ea61", "1a86:8010", "2341:0043"]) expect(adapterOf(usb)).toBeUndefined();
    expect(choose(board("/dev/ttyACM0", "2341:0043"), board("/dev/ttyUSB3", "1a86:7523"))).toBe("/dev/ttyUSB3");
    expect(pathOfPort("serial:/dev/ttyUSB0")).toBe(pathOfPort("/dev/ttyUSB0"));
  });

  it("must be named where there are several, or none", () => {
    const several = () => choose(board("/dev/ttyUSB0", "10c4:ea60", "Silicon Labs"), board("COM7", "1a86:7523"));
    expect(several).toThrow(ConfigError);
    expect(several).toThrow("there are 2 boards: /dev/ttyUSB0 (CP210x, Silicon Labs), COM7 (CH34x); --port PORT says which one");
    expect(() => choose(board("/dev/ttyS0"))).toThrow(LinkError);
    expect(() => choose(board("/dev/ttyS0"))).toThrow(/^no board is plugged in .*; other ports: \/dev\/ttyS0$/);
    expect(() => choosePort({ ports: [], notes: ["serial ports can't be listed"] })).toThrow(
      "no board is found: serial ports can't be listed (for nanopy flash: --port /dev/ttyUSB0)",
    );
  });
});
