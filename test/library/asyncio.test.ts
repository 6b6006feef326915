/** asyncio: what an image holds of it, and that its loop can be stopped anywhere. What it does is in test/language/library. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { openHome } from "../../host/machine/open.js";
import { runImage, tryOpen } from "../support/run.js";

const compile = (text: string) => {
  const { image, debug, diagnostics } = compileProgram({ path: "main.py", text });
  expect(diagnostics).toEqual([]);
  return { image, names: new Set([...debug.globals, ...debug.functions.map(({ name }) => name)]) };
};

describe("an image", () => {
  const sleeps = "import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n";

  it("holds of asyncio what the program uses", () => {
    const { names } = compile(sleeps);
    expect([...names]).toEqual(expect.arrayContaining(["run", "_step", "_pause"]));
    for (const name of ["Queue", "Lock", "Event", "TaskGroup", "Timeout", "_Gathering", "gather", "_wait_for"])
      expect(names).not.toContain(name);
  });

  it("has no helpers of async for and async with, and no methods of coroutines, unless it needs them", () => {
    const plain = compile("class A:\n    def send(self, x): pass\n    def close(self): pass\nA().send(1)\nA().close()\n");
    for (const name of ["_aiter", "_aenter", "coroutine__send", "coroutine__close"]) expect(plain.names).not.toContain(name);
    const coroutine = compile("async def f(): pass\nf().send(None)\n");
    expect(coroutine.image.length).toBeLessThan(400);
  });
});

describe("two tasks", () => {
  const { home, reason } = tryOpen(() => openHome("native"));
  afterAll(() => home?.close());

  it.skipIf(!home)(`go on from every instruction${reason ? `: ${reason}` : ""}`, async () => {
    const { image } = compile(readFileSync(join(import.meta.dirname, "../../examples/two_tasks.py"), "utf8"));
    const request = { image, heap: 32 << 10, argv: ["program"] };
    const whole = await runImage(home!, request);
    expect(whole).toMatchObject({ exit: 0, stderr: "" });
    expect(whole.stdout).toContain("alarm\nmeasured 21.56\nno more blinking\n");
    const cut = await runImage(home!, { ...request, checkpointEvery: 1 });
    expect(cut.stdout).toBe(whole.stdout);
    expect(cut.result.vmInstructions).toBe(whole.result.vmInstructions);
  });

  it.skipIf(!home)("are small while they sleep", async () => {
    const { image } = compile(readFileSync(join(import.meta.dirname, "../../examples/two_tasks.py"), "utf8"));
    const { result } = await runImage(home!, { image, heap: 32 << 10, argv: ["program"], suspendAt: [3000], stopAtLast: true });
    expect(result.snapshots[0]!.bytes.length).toBeLessThan(3000);
  });
});
