/** A program that its limit stops goes on under a larger one as if nothing had been. */
import { afterAll, describe, expect, it } from "vitest";
import { openNative } from "../../host/machine/native.js";
import { compileLanguageProgram, languagePrograms } from "../support/language-program.js";
import { runImage, tryOpen } from "../support/run.js";

const { home, reason } = tryOpen(() => openNative("debug"));
afterAll(() => home?.close());

/** Limits, and how many of them a program may meet. */
const limits = [1, 7, 101];
const mostStops = 20_000;

describe.skipIf(!home)(reason ?? "a limit that is renewed", () => {
  for (const program of languagePrograms()) {
    it(program.name, async () => {
      const { image, debug } = compileLanguageProgram(program);
      const run = async (maxInstructions: number) => {
        const request = { image, heap: program.heap, argv: [program.path], maxInstructions, renewLimit: true };
        const { result, stdout, stderr, exit } = await runImage(home!, request, debug);
        return { stdout, stderr, exit, instructions: result.vmInstructions };
      };
      const plain = await run(20_000_000);
      for (const limit of limits) {
        if (plain.instructions / limit <= mostStops) expect(await run(limit), `limit ${limit}`).toEqual(plain);
      }
    });
  }
});
