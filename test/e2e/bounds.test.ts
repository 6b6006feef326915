/** What small programs may cost, and what happens where there is not enough: memory, stack, quota. All are counts, none a time. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { type Home, Status } from "../../host/machine/home.js";
import { homeNames, openHome } from "../../host/machine/open.js";
import { at } from "../../scripts/build/paths.js";
import { runImage, tryOpen } from "../support/run.js";

const opened = homeNames.map((name) => ({ name, ...tryOpen(() => openHome(name)) }));
const homes = opened.flatMap(({ home }): Home[] => (home ? [home] : []));
afterAll(() => {
  for (const home of homes) home.close();
});
const compile = (text: string): Uint8Array => compileProgram({ path: "program.py", text }).image;
const compileFile = (path: string): Uint8Array => compile(readFileSync(at(path), "utf8"));

describe.each(homes.map((home) => [home.name, home] as const))("%s", (_, home) => {
  it("runs hello world in an arena of 256 bytes", async () => {
    const { stdout, exit } = await runImage(home, { image: compile('print("hello, world")\n'), heap: 256 });
    expect({ stdout, exit }).toEqual({ stdout: "hello, world\n", exit: 0 });
  });

  it("has a snapshot of the thermostat in mid-loop of at most 600 bytes", async () => {
    const image = compileFile("examples/thermostat.py");
    const total = (await runImage(home, { image, heap: 32 << 10 })).result.vmInstructions;
    const suspendAt = Array.from({ length: 50 }, (_, i) => Math.floor((total * (i + 1)) / 52));
    const { result } = await runImage(home, { image, heap: 32 << 10, suspendAt });
    expect(Math.max(...result.snapshots.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(600);
  });

  it("raises MemoryError in 4 KB, and goes on", async () => {
    const image = compile(`
def grow():
    a = []
    while True:
        a.append([1, 2, 3, 4, 5, 6, 7, 8])

for attempt in (grow, lambda: bytearray(100000), lambda: "ab" * 5000, lambda: list(range(5000)), lambda: {i: i for i in range(5000)}, lambda: 3 ** 50000):
    try:
        attempt()
        print("enough")
    except MemoryError as e:
        print(type(e).__name__, e.args)
print(sum([i * i for i in range(20)]))
`);
    const { stdout, stderr } = await runImage(home, { image, heap: 4 << 10 });
    expect(stdout + stderr).toBe(`${"MemoryError ()\n".repeat(6)}2470\n`);
  });

  it("calls 1,000 deep in 64 KB, and says RecursionError beyond three quarters of the arena", async () => {
    const image = compile(`
deepest = 0
def f(n):
    global deepest
    deepest = n
    return 0 if n == 0 else 1 + f(n - 1)
def g(n):
    global deepest
    deepest = n
    g(n + 1)
print(f(1000))
try:
    g(0)
except RecursionError as e:
    print(e)
print(deepest)
`);
    const { stdout, stderr } = await runImage(home, { image, heap: 64 << 10 });
    const [sum, message, deepest] = stdout.split("\n");
    expect([sum, message, stderr]).toEqual(["1000", "maximum recursion depth exceeded", ""]);
    /* A frame of g is three words and its registers. */
    const frame = ((64 << 10) * 3) / 4 / (Number(deepest) + 1);
    expect(frame).toBeGreaterThan(16);
    expect(frame).toBeLessThan(40);
  });

  it.each([
    ["a big power", "x = 3 ** 100000\n"],
    ["a product", "x = (1 << 60000) - 1\ny = x * x\n"],
    ["digits", "x = 1 << 60000\nprint(str(x))\n"],
    ["a long sort", "a = [(i * 7919) % 10007 for i in range(9000)]\na.sort()\n"],
    ["a repetition", "x = 'ab' * 400000\n"],
  ])("does not begin %s that its quota cannot pay", async (_, text) => {
    const image = compile(text);
    const { result } = await runImage(home, { image, heap: 30 << 10, maxInstructions: 1000 });
    expect(result.status).toBe(Status.quota);
    expect(result.vmInstructions).toBeLessThanOrEqual(1000);
  });
});

const lx106 = homes.find(({ name }) => name === "lx106");
describe.skipIf(!lx106)(opened.find(({ name }) => name === "lx106")?.reason ?? "lx106", () => {
  it("takes a snapshot of 8 KB and goes on from it within 400,000 machine instructions", async () => {
    const image = compile(`
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
def main():
    points = [Point(i, i * 0.5) for i in range(124)]
    names = {str(i): [i, "name" + str(i)] for i in range(51)}
    total = 0
    for i in range(3000):
        total += points[i % 124].x
    print(total, len(names))
main()
`);
    const plain = await runImage(lx106!, { image, heap: 32 << 10 });
    const checkpointEvery = Math.floor(plain.result.vmInstructions * 0.6);
    const { result, stdout } = await runImage(lx106!, { image, heap: 32 << 10, checkpointEvery });
    expect([result.checkpoints, stdout]).toEqual([1, plain.stdout]);
    expect(result.snapshotBytes).toBeGreaterThanOrEqual(8 << 10);
    expect(result.machineInstructions! - plain.result.machineInstructions!).toBeLessThanOrEqual(400_000);
    expect(result.cStackBytes).toBeLessThanOrEqual(3 << 10);
  });

  /* Millions of machine instructions of the run, the most that each may take. */
  it.each([
    ["fib20", 4.4],
    ["loop100k", 6],
    ["while100k", 6],
    ["sieve5000", 1.5],
    ["class10k", 5],
    ["float10k", 14.8],
    ["strcat", 10],
  ])("%s takes at most %d million machine instructions in 36 KB, and 3 KB of C stack", async (name, bar) => {
    const { result, stderr } = await runImage(lx106!, { image: compileFile(`bench/lx106/${name}.py`), heap: 36 << 10 });
    expect(stderr).toBe("");
    expect(result.machineInstructions! / 1e6).toBeLessThanOrEqual(bar);
    expect(result.cStackBytes).toBeLessThanOrEqual(3 << 10);
  });
});
