/** Each allocation may fail: the program then gets a MemoryError or goes on, and its arena is whole. */
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Status } from "../../host/machine/home.js";
import { openNative } from "../../host/machine/native.js";
import { compileLanguageProgram, languagePrograms, parseProgram } from "../support/language-program.js";
import { runImage, tryOpen } from "../support/run.js";

const { home, reason } = tryOpen(() => openNative("debug"));
afterAll(() => home?.close());

const root = join(import.meta.dirname, "../..");
const others = ["examples/thermostat.py", "test/e2e/programs/zoo.py"].map((path) => ({
  ...parseProgram(join(root, path)),
  heap: 64 << 10,
}));
/** No program runs longer than this. */
const maxInstructions = 20_000_000;

/** 1, 2, 3, … and then ever sparser. */
function* numbers(): Generator<number> {
  for (let number = 1; number < 2000; number += 1 + Math.floor(number / 4)) yield number;
}

describe.skipIf(!home)(reason ?? "an allocation that fails", () => {
  for (const program of [...languagePrograms().filter(({ heap }) => heap <= 64 << 10), ...others]) {
    it(program.name, { timeout: 120_000 }, async () => {
      const { image, debug } = compileLanguageProgram(program);
      const request = { image, heap: program.heap, argv: [program.path], maxInstructions };
      const plain = await runImage(home!, request, debug);
      // Where a task ends by it, the others may wait for that task, or ask for it, for ever.
      const ends = [
        Status.done,
        Status.failed,
        ...(/\bimport asyncio\b|^class Loop\b/m.test(program.text) ? [Status.wait, Status.quota] : []),
      ];
      const most = 100_000 + 4 * plain.result.vmInstructions;
      for (const failIn of numbers()) {
        // The checkpoints check the arena.
        const checkpointEvery = Math.max(301, Math.floor(plain.result.vmInstructions / 40));
        const { result, stdout, stderr } = await runImage(home!, { ...request, maxInstructions: most, failIn, checkpointEvery }, debug);
        expect(ends, `allocation ${failIn}`).toContain(result.status);
        if (stdout === plain.stdout && stderr === plain.stderr && failIn > 60) break;
        if (result.status === Status.failed && plain.result.status === Status.done)
          expect(stderr, `allocation ${failIn}`).toMatch(/MemoryError/);
      }
    });
  }
});
