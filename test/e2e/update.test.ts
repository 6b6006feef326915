/** `nanopy restart` and `nanopy update` as a user runs them, on a simulated ESP8266 with the real firmware. */
import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundledFirmware } from "../../host/sim/esp8266-board.js";
import { cli, folderWith } from "../support/cli.js";
import { hasFirmware } from "../support/esp8266-chip.js";
import { startSim } from "../support/simulator.js";

const program = `
import time
n = 0
while True:
    print("n", n)
    n += 1
    time.sleep(0.1)
`;

/** The firmware with another version and another text in it. */
function newer(version: string): Uint8Array {
  const bytes = new Uint8Array(readFileSync(bundledFirmware()!));
  const view = new DataView(bytes.buffer);
  bytes.set(Buffer.from(version), Buffer.from(bytes.buffer).indexOf("took longer than the function"));
  bytes.fill(0, 40, 56).set(Buffer.from(version), 40);
  view.setUint32(16, crc32(bytes.subarray(64)), true);
  view.setUint32(60, crc32(bytes.subarray(0, 60)), true);
  return bytes;
}

describe.skipIf(!hasFirmware())("a board's firmware", () => {
  it("is updated over TCP and over its serial port, and functions go on", async () => {
    const folder = folderWith({ "count.py": program, "newer.bin": newer("7.7.7"), "junk.bin": "no firmware" });
    const run = (args: string[], board: string) => cli([...args, "--board", board], { cwd: folder });
    for (const pty of [false, true]) {
      const sim = await startSim(["--boards", "1", "--target", "esp8266", ...(pty ? ["--pty", `${folder}/tty`] : [])], folder);
      const [{ address }] = sim.boards as [(typeof sim.boards)[0]];
      try {
        expect(run(["deploy", "count.py"], address)).toMatchObject({ status: 0 });
        const restarted = run(["restart"], address);
        expect(restarted.stdout).toBe(`${address}: restarted, 1 functions; it has started 2 times\n`);
        const updated = run(["update", "--firmware", "newer.bin", "--json"], address);
        expect(updated.stderr).toBe("");
        expect(JSON.parse(updated.stdout)).toMatchObject({ address, updated: true, after: { version: "7.7.7", state: "good" } });
        expect(run(["update", "--firmware", "newer.bin"], address).stdout).toContain("runs it already: 7.7.7");
        expect(run(["logs", "count"], address).stdout).toContain("n 1\n");
        if (pty) continue;
        expect(run(["update", "--firmware", "junk.bin"], address)).toMatchObject({
          status: 2,
          stderr: expect.stringContaining("is no firmware"),
        });
        expect(run(["update", "--firmware", "missing.bin"], address).stderr).toContain("no such file");
      } finally {
        await sim.stop();
      }
    }
  }, 180_000);

  it("is not updated where a board has none that could be, and says what to do", async () => {
    const folder = folderWith({ "newer.bin": newer("7.7.7") });
    const sim = await startSim(["--boards", "1"], folder);
    try {
      const { status, stderr } = cli(["update", "--firmware", "newer.bin", "--board", sim.boards[0]!.address], { cwd: folder });
      expect(status).toBe(5);
      expect(stderr).toContain(
        "the firmware of this board can't be updated over the link (E471_UPDATE_NOT_HERE); nanopy flash writes it over a serial port",
      );
    } finally {
      await sim.stop();
    }
  });
});
