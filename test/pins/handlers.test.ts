/** Handlers of pins and timers: when they are called, what they may do, and what happens where they fail. */
import { afterAll, describe, expect, it } from "vitest";
import { Status } from "../../host/machine/home.js";
import { openHome } from "../../host/machine/open.js";
import { runWithPins } from "../support/pins.js";

const home = openHome("wasm");
afterAll(() => home.close());

/** Edges of pin 4, rising and falling, so many milliseconds apart. */
const square = (every: number, count: number): string =>
  JSON.stringify({ pins: { 4: [[0, 0], ...Array.from({ length: count }, (_, i) => [`${(i + 1) * every}ms`, (i + 1) % 2])] } });

async function runEverywhere(text: string, trace: string, intervals = [1, 3, 101]) {
  const whole = await runWithPins(home, text, trace);
  for (const checkpointEvery of intervals) {
    const cut = await runWithPins(home, text, trace, { checkpointEvery });
    expect({ every: checkpointEvery, stdout: cut.stdout, record: cut.record }).toEqual({
      every: checkpointEvery,
      stdout: whole.stdout,
      record: whole.record,
    });
    expect(cut.result.vmInstructions).toBe(whole.result.vmInstructions);
  }
  return whole;
}

describe("handlers", () => {
  it("interrupt a long sleep, which then goes on to its end", async () => {
    const { stdout } = await runEverywhere(
      `import time
from machine import Pin
n = 0
def edge(pin):
    global n
    n += 1
Pin(4).irq(edge, Pin.IRQ_RISING)
began = time.ticks_ms()
time.sleep(2)
print(n, time.ticks_diff(time.ticks_ms(), began))
`,
      square(150, 9),
    );
    expect(stdout).toBe("5 2000\n");
  });

  it("interrupt a calculation, in the midst of the prelude's sort too", async () => {
    const { stdout } = await runEverywhere(
      `from machine import Pin
seen = []
def edge(pin):
    seen.append(sorted([3, 1, 2], key=lambda x: -x))
Pin(4).irq(edge, Pin.IRQ_RISING)
for i in range(120):
    numbers = sorted(range(30), key=lambda x: (x * 7) % 30)
print(numbers[:4], len(seen), seen[0])
`,
      square(5, 9),
    );
    expect(stdout).toBe("[0, 13, 26, 9] 5 [3, 2, 1]\n");
  });

  it("interrupt waiting for events, generators and other handlers' ends, but not each other", async () => {
    const { stdout } = await runEverywhere(
      `import time
from machine import Pin, Timer
from nanopy import receive
depth = 0
deepest = 0
calls = 0
def handler(source):
    global depth, deepest, calls
    depth += 1
    deepest = max(deepest, depth)
    time.sleep_ms(30)
    calls += 1
    depth -= 1
def numbers():
    for i in range(50):
        yield i
        time.sleep_ms(1)
Pin(4).irq(handler, Pin.IRQ_RISING)
timer = Timer()
timer.init(period=40, callback=handler)
print(sum(numbers()))
print(receive(timeout=0.5))
timer.deinit()
print(deepest, calls > 10)
`,
      square(20, 21),
      [1, 7],
    );
    expect(stdout).toBe("1225\nNone\n1 True\n");
  });

  it("that fail are told of, and the program goes on; sys.exit ends it", async () => {
    const program = (last: string): string => `import sys, time
from machine import Pin
n = 0
def edge(pin):
    global n
    n += 1
    if n == 2:
        raise ValueError("twice")
    if n == 4:
        ${last}
Pin(4).irq(edge, Pin.IRQ_FALLING)
try:
    time.sleep(1)
    print("slept", n)
finally:
    print("finally", n)
`;
    const going = await runEverywhere(program("pass"), square(50, 12));
    expect(going.stdout).toBe("slept 6\nfinally 6\n");
    expect(going.result.report).toContain("ValueError: twice");
    expect(going.result.status).toBe(Status.done);
    const ended = await runEverywhere(program("sys.exit(7)"), square(50, 12));
    expect(ended.stdout).toBe("finally 4\n");
    expect(ended.result.exitCode).toBe(7);
  });

  it("are not called while interrupts are off", async () => {
    const { stdout } = await runEverywhere(
      `import machine, time
n = 0
def edge(pin):
    global n
    n += 1
machine.Pin(4).irq(edge)
state = machine.disable_irq()
time.sleep_ms(500)
before = n
machine.enable_irq(state)
time.sleep_ms(1)
print(before, n)
`,
      square(100, 4),
    );
    expect(stdout).toBe("0 4\n");
  });

  it("end with irq(None), and a bouncing contact does not fill the mailbox", async () => {
    const { stdout } = await runEverywhere(
      `import machine, time
n = 0
def edge(pin):
    global n
    n += 1
pin = machine.Pin(4)
pin.irq(edge)
state = machine.disable_irq()
time.sleep_ms(100)
machine.enable_irq(state)
time.sleep_ms(1)
print(n)
pin.irq(None)
time.sleep(1)
print(n)
`,
      JSON.stringify({ pins: { 4: [[0, 0], ...Array.from({ length: 60 }, (_, i) => [`${i + 1}ms`, (i + 1) % 2]), ["500ms", 1]] } }),
    );
    expect(stdout).toBe("8\n8\n");
  });
});

describe("devices", () => {
  it("are not there without --pins", async () => {
    const { stdout } = await runWithPins(
      home,
      "from machine import Pin\ntry:\n    Pin(2, Pin.OUT)\nexcept OSError as e:\n    print(e.errno, e)\n",
      "{}",
      { pins: undefined as never },
    );
    expect(stdout).toBe("19 [Errno 19] ENODEV: there is no such device here; nanopy run and nanopy sim simulate pins with --pins\n");
  });

  it("are called in the run that goes on from a snapshot, too", async () => {
    const text = `import time
from machine import Pin
n = 0
def edge(pin):
    global n
    n += 1
    print("edge", n, time.ticks_ms())
Pin(4).irq(edge, Pin.IRQ_RISING)
time.sleep(2)
print(n)
`;
    const trace = square(150, 9);
    const whole = await runWithPins(home, text, trace);
    const points = Array.from({ length: 10 }, (_, i) => Math.floor((whole.result.vmInstructions * (i + 4)) / 15));
    for (const point of points) {
      const before = await runWithPins(home, text, trace, { suspendAt: [point], stopAtLast: true });
      const after = await runWithPins(home, text, trace, { snapshot: before.result.snapshots[0]!.bytes });
      expect(before.stdout + after.stdout, `from ${point} on`).toBe(whole.stdout);
    }
  });

  it("refuse pins and values that do not exist", async () => {
    const { stdout } = await runWithPins(
      home,
      `from machine import ADC, I2C, PWM, Pin, UART, freq
for make in (lambda: Pin(6, Pin.OUT), lambda: PWM(Pin(16), freq=100), lambda: Pin(16).irq(print), lambda: freq(160000000), lambda: Pin(17), lambda: Pin("D4"), lambda: ADC(2), lambda: PWM(Pin(2), freq=0), lambda: UART(2), lambda: I2C(freq=0), lambda: Pin(2).irq(print)):
    try:
        print(make())
    except (ValueError, OSError) as e:
        print(type(e).__name__, e)
`,
      "{}",
    );
    expect(stdout.trimEnd().split("\n")).toEqual([
      "ValueError invalid pin or value",
      "ValueError invalid pin or value",
      "ValueError invalid pin or value",
      "ValueError invalid pin or value",
      "ValueError invalid pin",
      "ValueError invalid pin",
      "ValueError not a valid ADC Channel",
      "ValueError a frequency is at least 1 Hz",
      "ValueError invalid pin or value",
      "ValueError invalid pin or value",
      "Pin(2)",
    ]);
  });
});
