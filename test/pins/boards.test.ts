/** Boards with simulated pins: whose a device is, and a handler that goes on after a move and after power loss. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { cli } from "../support/cli.js";
import { startSim } from "../support/simulator.js";

const folder = mkdtempSync(join(tmpdir(), "nanopy-pins-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);

const button = `from machine import Pin
import time
led = Pin(2, Pin.OUT)
presses = 0
def pressed(pin):
    global presses
    presses += 1
    led.toggle()
    print("press", presses)
Pin(0, Pin.IN, Pin.PULL_UP).irq(pressed, Pin.IRQ_FALLING)
while True:
    time.sleep(3600)
`;
/** Pressed five times a second, for half an hour. */
const levels = Array.from({ length: 18000 }, (_, i) => [i * 100, 1 - (i % 2)]).map(([ms, level]) => [ms! * 1000, level]);

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(holds()).toBe(true);
}

it("a function keeps its pins to itself, and opens them again where it goes on", async () => {
  writeFileSync(file("button.py"), button);
  writeFileSync(file("pins.json"), JSON.stringify({ pins: { 0: levels.slice(0, 5000) } }));
  const pins = ["--pins", file("pins.json"), "--pins-record", file("record"), "--flash", file("flash"), "--boards", "2"];
  let sim = await startSim(pins);
  let [first, second] = sim.boards.map(({ address }) => address) as [string, string];
  const presses = (board: string): number =>
    Number([...cli(["logs", "button", "--board", board]).stdout.matchAll(/press (\d+)/g)].at(-1)?.[1] ?? 0);
  expect(cli(["deploy", file("button.py"), "--board", first]).status).toBe(0);
  await until(() => presses(first) >= 2);
  expect(cli(["deploy", file("button.py"), "--name", "other", "--board", first]).status).toBe(0);
  await until(() => cli(["logs", "other", "--board", first]).stderr.includes("EBUSY"));
  expect(cli(["migrate", "button", "--board", first, "--to", second]).status).toBe(0);
  const before = presses(second);
  await until(() => presses(second) > before + 1);
  const records = (name: string): string[] => readFileSync(file(name), "utf8").trim().split("\n");
  expect(
    records("record")
      .slice(-2)
      .map((line) => JSON.parse(line).mode),
  ).toEqual(["closed", "closed"]);
  expect(records("record.2").some((line) => JSON.parse(line).pin === 2)).toBe(true);
  expect(await sim.stop("SIGKILL")).toBe(null);

  sim = await startSim(pins);
  [first, second] = sim.boards.map(({ address }) => address) as [string, string];
  await until(() => presses(second) >= 1);
  await sim.stop();
}, 60_000);
