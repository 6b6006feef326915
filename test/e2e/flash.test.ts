/** `nanopy flash` as a user calls it, over a pty that a simulated chip is behind: what is in its flash file afterwards. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { writeFirmware } from "../../host/firmware/blob.js";
import { writeBootImage } from "../../host/firmware/boot-image.js";
import { firmwareParts } from "../../host/firmware/firmware.js";
import { usualFlash } from "../../host/firmware/layout.js";
import { openSerial } from "../../host/link/serial.js";
import { cli, cliPath, folderWith } from "../support/cli.js";
import { random } from "../support/damage.js";

const hasSocat = spawnSync("socat", ["-V"]).status === 0;
const flashBytes = 4 << 20;

function noise(length: number, seed: number): Uint8Array {
  const below = random(seed);
  return Uint8Array.from({ length }, () => below(256));
}

interface Files {
  readonly "boot.bin": Uint8Array;
  readonly "firmware.bin": Uint8Array;
}

/** A boot loader and a firmware that do nothing, and do not compress. */
function filesOf(seed: number, irom = 60_000): Files {
  const inPlace = noise(irom, seed);
  inPlace.fill(0, 0, 64).set([0x4e, 0x50, 0x46, 0x57, 1]);
  const segments = [{ address: 0x40100000, bytes: noise(1000, seed + 1) }];
  const firmware = writeFirmware({ inPlace, entry: 0x40100000, segments, version: "1", prelude: "0".repeat(16) }, "fw");
  return { "boot.bin": writeBootImage({ entry: 0x40100000, segments, flash: usualFlash }, "boot"), "firmware.bin": firmware };
}

/** What the flash of a new chip holds, once it was flashed with them. */
function contentOf(files: Files): Buffer {
  const content = Buffer.alloc(flashBytes, 0xff);
  for (const { at, bytes } of firmwareParts(files["boot.bin"], files["firmware.bin"])) content.set(bytes, at);
  return content;
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A chip in its loader behind `tty` in a folder, its flash in `chip.flash`. */
async function startChip(folder: string, ...args: string[]): Promise<{ stop(signal?: NodeJS.Signals): Promise<void> }> {
  const words = ["sim", "--rom-loader", "--pty", "tty", "--flash", "chip.flash", "--json", ...args];
  const child = spawn(process.execPath, [cliPath, ...words], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  const stop = async (signal: NodeJS.Signals = "SIGTERM"): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  ends.push(stop);
  const [line] = await once(child.stdout, "data");
  expect(JSON.parse(String(line))).toEqual({ address: "serial:tty", flash: "chip.flash", flashBytes });
  while (!existsSync(join(folder, "tty"))) await new Promise((resolve) => setTimeout(resolve, 20));
  return { stop };
}

const flashOf = (folder: string): Buffer => readFileSync(join(folder, "chip.flash"));

describe.skipIf(!hasSocat)("nanopy flash", () => {
  it("writes a firmware, byte for byte, and a newer one over it", async () => {
    const [first, second] = [filesOf(1), filesOf(3, 50_004)];
    const [one, two] = [folderWith({ ...first }), folderWith({ ...second })];
    const folder = folderWith({});
    await startChip(folder);
    const args = ["--port", "tty", "--firmware"];
    expect(cli(["flash", ...args, one], { cwd: folder })).toEqual({
      status: 0,
      stdout: "serial:tty: ESP8266 5c:cf:7f:01:02:03, 4096 KB of flash: wrote 12288 bytes at 0x00000, 61016 bytes at 0x03000, verified\n",
      stderr: "",
    });
    expect(flashOf(folder).equals(contentOf(first))).toBe(true);
    const again = cli(["flash", ...args, join(two, "firmware.bin"), "--erase", "--json", "--baud", "115200"], { cwd: folder });
    expect(again).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(again.stdout)).toMatchObject({
      port: "tty",
      chip: "ESP8266",
      flashBytes,
      retries: 0,
      verified: true,
      parts: [
        { address: 0, bytes: 12_288 },
        { address: 0x3000, bytes: 51_020 },
      ],
    });
    expect(flashOf(folder).equals(contentOf(second))).toBe(true);
  });

  it("is cut off, and run again", async () => {
    const files = filesOf(9);
    const folder = folderWith({ ...files });
    const slow = await startChip(folder, "--baud", "230400");
    const child = spawn(process.execPath, [cliPath, "flash", "--port", "tty", "--firmware", "firmware.bin"], { cwd: folder });
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    const ended = once(child, "close");
    const begun = contentOf(files).subarray(0x3000, 0x4000);
    while (!flashOf(folder).subarray(0x3000, 0x4000).equals(begun)) await new Promise((resolve) => setTimeout(resolve, 10));
    await slow.stop("SIGKILL");
    expect((await ended)[0]).toBe(4);
    expect(said).toMatch(/^nanopy: serial:tty: .*; the firmware is not all written: flash the board again\n$/);
    expect(flashOf(folder).equals(contentOf(files))).toBe(false);
    await startChip(folder);
    expect(cli(["flash", "--port", "tty", "--firmware", "firmware.bin"], { cwd: folder }).status).toBe(0);
    expect(flashOf(folder).equals(contentOf(files))).toBe(true);
  });

  it("says who has the port", async () => {
    const folder = folderWith({ ...filesOf(1) });
    await startChip(folder);
    const other = await openSerial(join(folder, "tty"));
    ends.push(() => other.close());
    expect(cli(["flash", "--port", "tty", "--firmware", "firmware.bin"], { cwd: folder })).toEqual({
      status: 4,
      stdout: "",
      stderr: "nanopy: serial:tty: another program uses the port\n",
    });
  });

  it("says what to do where nobody answers", async () => {
    const folder = folderWith({ ...filesOf(1) });
    const socat = spawn("socat", [`PTY,link=${join(folder, "tty")},raw,echo=0`, "STDIO"], { stdio: ["pipe", "ignore", "ignore"] });
    ends.push(() => socat.kill());
    while (!existsSync(join(folder, "tty"))) await new Promise((resolve) => setTimeout(resolve, 20));
    const { status, stderr } = cli(["flash", "--port", "tty", "--firmware", "firmware.bin"], { cwd: folder });
    expect(stderr).toMatch(/^nanopy: serial:tty: no answer from the chip's loader: hold the board's FLASH button .*\n$/);
    expect(status).toBe(4);
  });
});

describe("nanopy flash refuses", () => {
  const folder = folderWith({ ...filesOf(1), "cut.bin": filesOf(1)["firmware.bin"].subarray(0, 5000), "hello.py": "print(1)\n" });
  const refusal = (...args: string[]) => {
    const { status, stderr } = cli(["flash", ...args], { cwd: folder });
    return { status, stderr };
  };

  it("a firmware that is none, before it looks for a port", () => {
    expect(refusal("--port", "tty", "--firmware", "hello.py")).toEqual({
      status: 2,
      stderr: "nanopy: hello.py: is no firmware: it does not begin with NPFW\n",
    });
    expect(refusal("--firmware", "cut.bin")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("cut.bin: has 5000 bytes, its head says 61016"),
    });
    expect(refusal("--baud", "12").status).toBe(2);
  });

  it("a port that is not there", () => {
    expect(refusal("--port", "/dev/no-such-port", "--firmware", ".")).toEqual({
      status: 4,
      stderr: "nanopy: serial:/dev/no-such-port: there is no such port\n",
    });
  });

  it("what is no serial port", () => {
    expect(refusal("--port", "boot.bin", "--firmware", ".")).toEqual({
      status: 4,
      stderr: "nanopy: serial:boot.bin: this is no serial port\n",
    });
  });

  it("has its flash file alone", async () => {
    const folder = folderWith({});
    await startChip(folder);
    const second = cli(["sim", "--rom-loader", "--pty", "other", "--flash", "chip.flash"], { cwd: folder });
    expect(second).toMatchObject({ status: 2, stderr: expect.stringContaining("chip.flash is in use by another nanopy sim") });
  });

  it("a simulated chip without a port or a flash file, or with one of no chip's size", () => {
    const sim = (...args: string[]) => cli(["sim", "--rom-loader", ...args], { cwd: folder });
    expect(sim("--pty", "tty")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--rom-loader needs --pty PATH and --flash FILE"),
    });
    expect(sim("--pty", "tty", "--flash", "hello.py")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("which no flash chip has"),
    });
    expect(statSync(join(folder, "hello.py")).size).toBe(9);
  });
});
