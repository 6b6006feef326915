/** The emulated loader of the chip, spoken to by hand. */
import { createHash } from "node:crypto";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Transport } from "../../host/link/transport.js";
import { FlashFileError, SimFlash, sectorBytes } from "../../host/sim/flash.js";
import { RomLoader } from "../../host/sim/rom-loader/loader.js";
import { Command, checksumOf, RomStatus, StubStatus } from "../../host/sim/rom-loader/protocol.js";
import { encodeSlip, SlipReader } from "../../host/sim/rom-loader/slip.js";
import { openChipFlash } from "../../host/sim/rom-loader/start.js";
import { folderWith } from "../support/cli.js";
import { pattern } from "../support/elf.js";

const words = (...values: number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);

interface Reply {
  command: number;
  value: number;
  data: string;
  status: number;
}

/** A tool that asks and gets its answers at once. */
class Tool {
  readonly flash = SimFlash.blank(64);
  readonly chip = new RomLoader({ flash: this.flash });
  private readonly reader = new SlipReader();
  private frames: Uint8Array[] = [];
  private toChip: (bytes: Uint8Array) => void = () => undefined;

  constructor() {
    const line: Transport = {
      name: "tool",
      write: (bytes) => void this.frames.push(...this.reader.push(bytes)),
      onData: (listener) => {
        this.toChip = listener;
      },
      onClose: () => undefined,
      close: async () => undefined,
    };
    this.chip.attach(line);
  }

  raw(bytes: Uint8Array): Uint8Array[] {
    this.frames = [];
    this.toChip(bytes);
    return this.frames;
  }

  ask(command: number, data: Uint8Array = new Uint8Array(), checksum = 0): Reply[] {
    const header = Buffer.from([0, command, data.length & 255, data.length >> 8, ...words(checksum)]);
    return this.raw(encodeSlip(Buffer.concat([header, data])))
      .filter((frame) => frame[0] === 1)
      .map((bytes) => {
        const frame = Buffer.from(bytes);
        expect(frame.readUInt16LE(2)).toBe(frame.length - 8);
        expect(frame.at(-2)).toBe(frame.at(-1) === 0 ? 0 : 1);
        return { command: frame[1]!, value: frame.readUInt32LE(4), data: frame.subarray(8, -2).toString("hex"), status: frame.at(-1)! };
      });
  }

  status(command: number, data?: Uint8Array, checksum = 0): number {
    const replies = this.ask(command, data, checksum);
    expect(replies).toHaveLength(1);
    expect(replies[0]!.command).toBe(command);
    return replies[0]!.status;
  }

  block(command: number, seq: number, bytes: Uint8Array): number {
    return this.status(command, Buffer.concat([words(bytes.length, seq, 0, 0), bytes]), checksumOf(bytes));
  }

  startStub(): void {
    const code = pattern(32);
    expect(this.status(Command.memBegin, words(32, 1, 32, 0x4010e000))).toBe(0);
    expect(this.block(Command.memData, 0, code)).toBe(0);
    expect(this.ask(Command.memEnd, words(0, 0x4010e004))).toHaveLength(1);
    expect(this.chip.state).toBe("stub");
  }
}

const sync = Buffer.concat([Buffer.from([7, 7, 0x12, 0x20]), Buffer.alloc(32, 0x55)]);

describe("SLIP", () => {
  it("carries any frames in any pieces", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1 }), { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (frames, size) => {
        const line = Buffer.concat(frames.map(encodeSlip));
        const reader = new SlipReader();
        const got: Uint8Array[] = [];
        for (let at = 0; at < line.length; at += size) got.push(...reader.push(line.subarray(at, at + size)));
        expect(got.map((frame) => [...frame])).toEqual(frames.map((frame) => [...frame]));
      }),
    );
  });

  it("drops what is damaged, and reads on behind it", () => {
    const read = (...bytes: number[]) =>
      new SlipReader().push(Uint8Array.from([...bytes, ...encodeSlip(Uint8Array.of(1, 2))])).map((frame) => [...frame]);
    expect(read(9, 9)).toEqual([[1, 2]]);
    expect(read(0xc0, 5, 0xdb, 5, 5, 0xc0)).toEqual([[1, 2]]);
    expect(read(0xc0, 5, 0xdb, 0xc0)).toEqual([[1, 2]]);
    expect(read(5, 5, 0xc0)).toEqual([[1, 2]]);
  });
});

describe("the ROM's loader", () => {
  it("answers a sync eight times, with a value that the stub's has not", () => {
    const tool = new Tool();
    expect(tool.ask(Command.sync, sync)).toEqual(Array(8).fill({ command: Command.sync, value: 0x20120707, data: "", status: 0 }));
    tool.startStub();
    expect(tool.ask(Command.sync, sync)).toEqual(Array(8).fill({ command: Command.sync, value: 0, data: "", status: 0 }));
  });

  it("refuses what only the stub knows, and a stub what nobody knows", () => {
    const tool = new Tool();
    for (const command of [Command.flashMd5, Command.deflBegin, 0x14])
      expect(tool.ask(command, words(0, 0, 0, 0))).toEqual(Array(8).fill({ command: 0, value: 0, data: "", status: RomStatus.invalid }));
    tool.startStub();
    expect(tool.status(0x14)).toBe(StubStatus.unknownCommand);
  });

  it("tells chip, address and size of the flash by its registers", () => {
    const tool = new Tool();
    const read = (address: number) => tool.ask(Command.readReg, words(address))[0]!.value;
    expect(read(0x40001000)).toBe(0xfff0c101);
    expect([0x3ff00050, 0x3ff00054, 0x3ff0005c].map(read)).toEqual([0x03000000, 0x0102, 0x5ccf7f]);
    tool.status(Command.writeReg, words(0x60000224, 0x7000009f, 0xffffffff, 0));
    tool.status(Command.writeReg, words(0x60000200, 1 << 18, 0xffffffff, 0));
    expect(read(0x60000240) >> 16).toBe(Math.log2(64 * sectorBytes));
    expect(read(0x60000200)).toBe(0);
  });

  it("checks length and checksum of what it is sent", () => {
    const tool = new Tool();
    expect(tool.status(Command.readReg, words())).toBe(RomStatus.invalid);
    expect(tool.status(Command.memData, Buffer.concat([words(4, 0, 0, 0), words(5)]), 0)).toBe(RomStatus.checksum);
    expect(tool.status(Command.memData, Buffer.concat([words(8, 0, 0, 0), words(5)]), checksumOf(words(5)))).toBe(RomStatus.invalid);
    expect(tool.raw(encodeSlip(Uint8Array.of(0, 8)))).toEqual([]);
    tool.startStub();
    expect(tool.status(Command.readReg, words())).toBe(StubStatus.length);
    expect(tool.status(Command.deflData, Buffer.concat([words(4, 0, 0, 0), words(5)]), 0)).toBe(StubStatus.checksum);
  });

  it("starts only what was loaded; other code says nothing", () => {
    const tool = new Tool();
    tool.status(Command.memBegin, words(32, 1, 32, 0x4010e000));
    tool.status(Command.memEnd, words(0, 0x40100000));
    expect(tool.chip.state).toBe("running");
    expect(tool.ask(Command.sync, sync)).toEqual([]);
  });

  it("is entered by GPIO0 low at the end of a reset, and else the program runs", () => {
    const { chip } = new Tool();
    const set = (dtr: boolean, rts: boolean) => {
      chip.setLines(dtr, rts);
      return chip.state;
    };
    expect([set(false, true), set(true, false), set(false, false)]).toEqual(["off", "rom", "rom"]);
    expect([set(false, true), set(false, false), set(true, false), set(true, true)]).toEqual(["off", "running", "running", "running"]);
    expect([set(false, true), set(true, true)]).toEqual(["off", "running"]);
  });
});

describe("a download", () => {
  it("erases as it goes: what is cut off leaves the sectors behind it", () => {
    const tool = new Tool();
    tool.startStub();
    tool.flash.program(0, new Uint8Array(4 * sectorBytes));
    const content = pattern(3 * sectorBytes);
    expect(tool.status(Command.flashBegin, words(content.length, 3, sectorBytes, 0))).toBe(0);
    expect(tool.block(Command.flashData, 0, content.subarray(0, sectorBytes))).toBe(0);
    expect(tool.flash.bytes.subarray(0, sectorBytes)).toEqual(content.subarray(0, sectorBytes));
    expect(tool.flash.bytes.subarray(sectorBytes, 4 * sectorBytes).every((byte) => byte === 0)).toBe(true);
    expect(tool.status(Command.flashEnd, words(1))).toBe(StubStatus.notEnoughData);
  });

  it("may have any length, and drops padding behind it", () => {
    const tool = new Tool();
    tool.startStub();
    const content = pattern(4100 + 3);
    tool.status(Command.flashBegin, words(content.length, 2, 4100, 4096));
    tool.block(Command.flashData, 0, content.subarray(0, 4098));
    tool.block(Command.flashData, 1, Buffer.concat([content.subarray(4098), Buffer.alloc(500, 0)]));
    expect(tool.status(Command.flashEnd, words(1))).toBe(0);
    expect(tool.flash.bytes.subarray(4096, 4096 + content.length)).toEqual(content);
    expect(tool.flash.bytes[4096 + content.length]).toBe(0xff);
    expect(tool.status(Command.flashEnd, words(1))).toBe(StubStatus.notInFlashMode);
    expect(tool.block(Command.flashData, 2, words(1))).toBe(StubStatus.notInFlashMode);
  });

  it("is inflated; what is no zlib data is said one request later", () => {
    const tool = new Tool();
    tool.startStub();
    const content = pattern(9000, 3);
    const packed = deflateSync(content);
    tool.status(Command.deflBegin, words(content.length, 2, 64, 0));
    expect(tool.block(Command.deflData, 0, packed.subarray(0, 50))).toBe(0);
    expect(tool.block(Command.deflData, 1, packed.subarray(50))).toBe(0);
    expect(tool.status(Command.deflEnd, words(1))).toBe(0);
    expect(tool.flash.bytes.subarray(0, 9000)).toEqual(content);
    tool.status(Command.deflBegin, words(content.length, 2, 64, 0));
    expect(tool.block(Command.deflData, 0, words(0, 0, 0))).toBe(0);
    expect(tool.block(Command.deflData, 1, words(0, 0, 0))).toBe(StubStatus.inflate);
    expect(tool.status(Command.deflEnd, words(1))).toBe(StubStatus.inflate);
  });

  it("is refused outside the flash, and so are erasing and verifying", () => {
    const tool = new Tool();
    tool.startStub();
    const all = 64 * sectorBytes;
    expect(tool.status(Command.deflBegin, words(8, 1, 8, all - 4))).toBe(StubStatus.flash);
    expect(tool.status(Command.flashBegin, words(8, 1, 8, 2))).toBe(StubStatus.flash);
    expect(tool.status(Command.eraseRegion, words(all, sectorBytes))).toBe(StubStatus.flash);
    expect(tool.status(Command.eraseRegion, words(4, sectorBytes))).toBe(StubStatus.flash);
    expect(tool.status(Command.flashMd5, words(all - 4, 8, 0, 0))).toBe(StubStatus.flash);
    expect(tool.flash.counts).toEqual({ read: 0, program: 0, erase: 0 });
    expect(tool.status(Command.eraseRegion, words(sectorBytes, 2 * sectorBytes))).toBe(0);
    expect([...tool.flash.erased.subarray(0, 4)]).toEqual([0, 1, 1, 0]);
  });
});

describe("the stub", () => {
  it("gives MD5 sums, and reads flash in acknowledged pieces", () => {
    const tool = new Tool();
    tool.startStub();
    tool.flash.program(0, pattern(100 * 4));
    const sum = createHash("md5").update(pattern(400)).digest("hex");
    expect(tool.ask(Command.flashMd5, words(0, 400, 0, 0))).toEqual([{ command: Command.flashMd5, value: 0, data: sum, status: 0 }]);
    const request = Buffer.concat([Buffer.from([0, Command.readFlash, 16, 0, 0, 0, 0, 0]), words(0, 400, 150, 300)]);
    const first = tool.raw(encodeSlip(request)).slice(1);
    expect(first.map((frame) => frame.length)).toEqual([150, 150]);
    expect(tool.raw(encodeSlip(words(150))).map((frame) => frame.length)).toEqual([100]);
    expect(tool.raw(encodeSlip(words(300)))).toEqual([]);
    expect(tool.raw(encodeSlip(words(400))).map((frame) => Buffer.from(frame).toString("hex"))).toEqual([sum]);
    expect(tool.ask(Command.sync, sync)).toHaveLength(8);
  });

  it("goes back to the ROM, or runs the program, as it is told", () => {
    const tool = new Tool();
    tool.startStub();
    tool.status(Command.flashBegin, words(0, 0, 0, 0));
    expect(tool.status(Command.flashEnd, words(0))).toBe(0);
    expect(tool.chip.state).toBe("rom");
    tool.startStub();
    expect(tool.status(Command.runUserCode)).toBe(0);
    expect(tool.chip.state).toBe("running");
  });

  it("loses power in the midst of a write, and is silent then", () => {
    const tool = new Tool();
    const ends: string[] = [];
    tool.chip.onEnd((reason) => ends.push(reason));
    tool.startStub();
    tool.flash.fault = ({ kind }) => (kind === "program" ? 8 : undefined);
    tool.status(Command.flashBegin, words(64, 1, 64, 0));
    expect(tool.ask(Command.flashData, Buffer.concat([words(64, 0, 0, 0), pattern(64)]), checksumOf(pattern(64)))).toEqual([]);
    expect(ends).toEqual(["power was lost while 64 bytes were programmed at 0"]);
    expect(tool.ask(Command.sync, sync)).toEqual([]);
    expect(tool.flash.bytes.subarray(0, 9)).toEqual(Uint8Array.from([...pattern(8), 0xff]));
  });
});

it("the flash of a chip is a file of a chip's size", () => {
  const path = join(folderWith({}), "chip.flash");
  openChipFlash(path).close();
  expect(statSync(path).size).toBe(4 << 20);
  writeFileSync(path, new Uint8Array(1 << 20));
  const flash = openChipFlash(path);
  expect(flash.bytes.length).toBe(1 << 20);
  flash.close();
  writeFileSync(path, new Uint8Array(12 * sectorBytes));
  expect(() => openChipFlash(path)).toThrow(FlashFileError);
});
