/** Updates of the ESP8266's firmware over its link: the real firmware and boot loader, from one flash file. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { lineOf } from "../../bench/boards/period.js";
import { Place } from "../../build/generated/layout.js";
import { Request, Upload } from "../../build/generated/link.js";
import { prelude } from "../../build/generated/prelude.js";
import { compileProgram } from "../../compiler/compile.js";
import { compilePrelude, preludeSources } from "../../compiler/compile-prelude.js";
import { UpdateError } from "../../host/board/update.js";
import { upload } from "../../host/board/upload.js";
import { readFirmware } from "../../host/firmware/blob.js";
import { buildIdOf } from "../../host/formats.js";
import { Writer } from "../../host/link/codec.js";
import { firmwareFile } from "../../scripts/build/firmware.js";
import { at } from "../../scripts/build/paths.js";
import { Chip, clean, cleanEnd, hasFirmware, mostStack, newFlash } from "../support/esp8266-chip.js";

const running: Chip[] = [];
const start = (flash: string): Chip => {
  const chip = new Chip(flash);
  running.push(chip);
  return chip;
};
afterEach(async () => {
  for (const chip of running.splice(0)) await chip.kill();
});

/** Where the linker has put what is changed here: offsets in the firmware's file. */
function placeOf(symbol: string): number {
  const { stdout } = spawnSync("xtensa-lx106-elf-nm", [firmwareFile("firmware.elf")], { encoding: "utf8", maxBuffer: 1 << 26 });
  const address = new RegExp(`^([0-9a-f]+) [A-Za-z] ${symbol}$`, "m").exec(stdout)?.[1];
  if (!address) throw new Error(`the firmware has no ${symbol}`);
  return Number.parseInt(address, 16) - Place.IROM - Place.FIRMWARE_AT;
}

/** The firmware of this build with another version, and other bytes where `edit` makes them. */
function variant(version: string, edit: (bytes: Uint8Array, view: DataView) => void = () => undefined): Uint8Array {
  const bytes = new Uint8Array(readFileSync(firmwareFile("firmware.bin")));
  const view = new DataView(bytes.buffer);
  edit(bytes, view);
  const words = Buffer.from(bytes.buffer).indexOf("took longer than the function");
  bytes.set(Buffer.from(version), words); // no two have the same content
  bytes.fill(0, 40, 56).set(Buffer.from(version), 40);
  view.setUint32(16, crc32(bytes.subarray(Place.HEAD_BYTES)), true);
  view.setUint32(60, crc32(bytes.subarray(0, 60)), true);
  return bytes;
}

/** The prelude with its functions in another order and a shorter text, and so with other numbers. */
function otherPrelude() {
  const shorter = (source: string): string =>
    source.replace("sleep length must be non-negative", "how?").replace("No module named '", "No '");
  const sources = preludeSources(at("runtime-c/prelude"))
    .map(({ path, text: source }) => ({ path, text: shorter(source) }))
    .reverse();
  const { image, data, diagnostics } = compilePrelude(sources);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return { image, data };
}

/** A firmware that brings that prelude. */
function withPrelude(version: string, image: Uint8Array): Uint8Array {
  return variant(version, (bytes, view) => {
    const room = view.getUint32(placeOf("np_prelude_bytes"), true);
    if (image.length > room) throw new Error(`the other prelude has ${image.length} bytes, there is room for ${room}`);
    bytes.set(image, placeOf("np_prelude"));
    view.setUint32(placeOf("np_prelude_bytes"), image.length, true);
    bytes.set(Buffer.from(buildIdOf(image), "hex"), 32);
  });
}

const text = `
import time
squares = {}
n = 0
def handler(event, context):
    return [n, sum(squares.values()), sorted(squares)[:3]]
print("began")
while n < 100000:
    squares[n % 50] = n * n
    n += 1
    if n % 20 == 0:
        print("n", n)
    time.sleep(0.02)
`;

function compile(source: string, data?: ReturnType<typeof otherPrelude>["data"]): Uint8Array {
  const { image, diagnostics } = compileProgram({ path: "counter.py", text: source, ...(data ? { prelude: data } : {}) });
  if (!image || diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return image;
}

describe.skipIf(!hasFirmware())("an update over the link", () => {
  it("brings a firmware with another prelude: functions go on with their state, new ones come, and the next update finds a copy kept", async () => {
    const chip = start(newFlash());
    const board = await chip.connect();
    await board.deploy({ image: compile(text), name: "counter" });
    await lineOf(board, "counter", "n 40");
    const other = otherPrelude();
    expect(buildIdOf(other.image)).not.toBe(prelude.buildId);
    const steps: string[] = [];
    const { before, after } = await board.update(withPrelude("9.0.0", other.image), { onStep: (step) => steps.push(step) });
    expect(steps).toEqual(["send", "install", "start"]);
    expect(before).toMatchObject({ state: "good", kept: false, prelude: prelude.buildId });
    expect(after).toMatchObject({ state: "good", kept: true, version: "9.0.0", prelude: buildIdOf(other.image) });
    expect((await board.info()).prelude).toBe(buildIdOf(other.image));
    const { written } = await board.stat("counter");
    expect(written).toBeGreaterThanOrEqual("began\nn 20\nn 40\n".length);
    expect(await lineOf(board, "counter", "n 100")).toBeDefined();
    await board.deploy({ image: compile('print("new", sorted([3, 1, 2]))\n', other.data), name: "new" });
    expect(await lineOf(board, "new", "new")).toBe("[1, 2, 3]");

    const third = await board.update(variant("9.0.1"));
    expect(third.before).toMatchObject({ version: "9.0.0", kept: true });
    expect(third.after).toMatchObject({ state: "good", version: "9.0.1", prelude: prelude.buildId });
    expect(await lineOf(board, "counter", "n 140")).toBeDefined();
    expect((await board.list()).map(({ name, state }) => `${name} ${state}`).sort()[1]).toBe("new ended");
    await board.close();
    const end = await chip.close();
    expect(clean(end)).toEqual(cleanEnd);
    expect(end.stack).toBeLessThanOrEqual(mostStack);
  }, 120_000);

  it("is given up where the new firmware crashes, and the functions go on with the old one", async () => {
    const chip = start(newFlash());
    const board = await chip.connect();
    await board.deploy({ image: compile(text), name: "counter" });
    await lineOf(board, "counter", "n 20");
    const { version } = await board.firmware();
    const crashes = variant("9.9.9", (bytes) => bytes.fill(0, placeOf("firmware_main"), placeOf("firmware_main") + 3));
    await expect(board.update(crashes)).rejects.toThrow(UpdateError);
    expect(await board.firmware()).toMatchObject({ state: "rolled back", version, kept: true });
    expect(await board.info()).toMatchObject({ safeMode: false });
    expect(await lineOf(board, "counter", "n 60")).toBeDefined();
    const { after } = await board.update(variant("9.0.2"));
    expect(after).toMatchObject({ state: "good", version: "9.0.2" });
    expect(await lineOf(board, "counter", "n 100")).toBeDefined();
    await board.close();
    await chip.close();
  }, 180_000);

  it("is refused where it is damaged, too large, or reads other snapshots than the functions have", async () => {
    const chip = start(newFlash());
    const board = await chip.connect();
    const { capacity } = await board.firmware();
    expect(capacity).toBe(Place.FIRMWARE_BYTES);
    const send = (bytes: Uint8Array) => upload(board.connection, { kind: Upload.FIRMWARE, key: 0n, bytes });
    await expect(send(new Uint8Array(capacity + 4))).rejects.toMatchObject({ code: "UPDATE_TOO_LARGE" });
    await expect(send(new Uint8Array(5000))).rejects.toMatchObject({ code: "UPDATE_DAMAGED" });
    const damaged = variant("9.1.1");
    damaged[100_000]! ^= 1;
    await expect(send(damaged)).rejects.toMatchObject({ code: "UPDATE_DAMAGED" });
    await expect(board.update(damaged)).rejects.toThrow("is damaged");
    const install = new Writer().u32(damaged.length).u32(0).u8(1).done();
    await expect(board.connection.once(Request.INSTALL, install)).rejects.toMatchObject({ code: "UPDATE_DAMAGED" });
    const versions = variant("9.1.0", (_, view) => view.setUint16(24, 99, true));
    await board.deploy({ image: compile(text), name: "counter" });
    await expect(board.update(versions)).rejects.toMatchObject({ code: "UPDATE_VERSIONS" });
    expect(readFirmware(versions, "it").snapshotVersion).toBe(99);
    expect(await lineOf(board, "counter", "n 20")).toBeDefined();
    expect(await board.firmware()).toMatchObject({ state: "good", kept: false });
    await board.close();
    await chip.close();
  }, 120_000);
});
