/** An ESP8266 as a user has it, on a pty: flashed with the package's firmware, booted from that flash, used with the verbs over serialport, switched off and on. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Place } from "../../build/generated/layout.js";
import { cli, cliPath, folderWith } from "../support/cli.js";
import { hasFirmware } from "../support/esp8266-chip.js";

const hasTools = hasFirmware() && spawnSync("socat", ["-V"]).status === 0;

const meter = `
import time
total = 0

def handler(event, context):
    global total
    total += event["litres"]
    print("total", total)
    return {"total": total}
`;

const steps = `
import time
for i in range(100000):
    print("step", i, i / 7)
    time.sleep(0.05)
`;

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Starts a simulator; settled when it has said what it made. */
async function simulate(folder: string, ...args: string[]): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, [cliPath, "sim", "--json", ...args], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
  };
  ends.push(stop);
  await once(child.stdout, "data");
  while (args.includes("--pty") && !existsSync(join(folder, "tty"))) await new Promise((resolve) => setTimeout(resolve, 20));
  return { stop };
}

describe.skipIf(!hasTools)("an ESP8266 on a serial port", () => {
  it("is flashed, boots from what was written, and keeps its functions", async () => {
    const folder = folderWith({ "meter.py": meter, "steps.py": steps });
    const done = (...args: string[]): string => {
      const { status, stdout, stderr } = cli(args, { cwd: folder, env: { NANOPY_BOARD: "serial:tty" } });
      expect(status, `${args.join(" ")}: ${stderr}`).toBe(0);
      return stdout;
    };
    const chip = await simulate(folder, "--rom-loader", "--pty", "tty", "--flash", "chip.flash");
    expect(done("flash", "--port", "tty")).toMatch(/wrote 12288 bytes at 0x00000, \d+ bytes at 0x03000, verified\n$/);
    await chip.stop();

    const board = ["--target", "esp8266", "--boards", "1", "--pty", "tty", "--flash", "chip.flash"];
    let running = await simulate(folder, ...board);
    expect(done("info")).toMatch(/platform +esp8266, up for .*, started 1 times\n/);
    expect(done("deploy", "meter.py")).toContain("meter: version 1 on serial:tty");
    expect(done("invoke", "meter", "--event", '{"litres": 2}')).toBe('{"total":2}\n');
    expect(done("deploy", "steps.py", "--board", "serial:tty@460800")).toContain("steps: version 1");
    done("suspend", "meter");
    done("resume", "meter");
    expect(done("invoke", "meter", "--event", '{"litres": 3}', "--board", "serial:tty@921600")).toBe('{"total":5}\n');
    done("suspend", "meter");
    await running.stop();

    running = await simulate(folder, ...board);
    const store = readFileSync(join(folder, "chip.flash")).subarray(Place.STORE_AT);
    expect(store.every((byte) => byte === 0xff)).toBe(false);
    done("resume", "meter");
    expect(done("invoke", "meter", "--event", '{"litres": 4}')).toBe('{"total":9}\n');

    await simulate(folder, "--boards", "1", "--tcp", "18266");
    expect(done("migrate", "meter", "--to", "tcp:127.0.0.1:18266")).toContain("meter: from serial:tty to tcp:127.0.0.1:18266");
    expect(done("invoke", "meter", "--event", '{"litres": 1}', "--board", "tcp:127.0.0.1:18266")).toBe('{"total":10}\n');
    done("migrate", "meter", "--to", "serial:tty", "--board", "tcp:127.0.0.1:18266");
    expect(done("invoke", "meter", "--event", '{"litres": 1}')).toBe('{"total":11}\n');
    expect(done("ps")).toMatch(/^meter +waiting/m);
    const lines = [...done("logs", "steps").matchAll(/^step (\d+) (\S+)\n/gm)];
    expect(lines.length).toBeGreaterThan(3);
    for (const [, i, quotient] of lines) expect(Number(quotient)).toBe(Number(i) / 7);
    done("rm", "steps");
    await running.stop();
  }, 120_000);
});
