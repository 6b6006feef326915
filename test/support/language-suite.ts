/** Runs all programs of test/language in one home: plain, then through checkpoints of several lengths. */
import { afterAll, describe, expect, it } from "vitest";
import type { Home } from "../../host/machine/home.js";
import { compileLanguageProgram, languagePrograms } from "./language-program.js";
import { runImage, tryOpen } from "./run.js";

const intervals = [1, 7, 1009];
/** No program runs longer than this; one that does never ends. */
const maxInstructions = 20_000_000;

/** `mostCheckpoints` bounds the work: an interval is left out for a program that would meet more. */
export function languageSuite(title: string, homeName: string, mostCheckpoints: number, open: () => Home): void {
  const { home, reason } = tryOpen(open);
  afterAll(() => home?.close());
  describe.skipIf(!home)(reason ? `${title} is left out: ${reason}` : title, () => {
    for (const program of languagePrograms()) {
      if (program.homes && !program.homes.includes(homeName)) continue;
      it(program.name, async () => {
        const { image, debug } = compileLanguageProgram(program);
        const run = async (checkpointEvery?: number) => {
          const request = {
            image,
            heap: program.heap,
            argv: [program.path],
            maxInstructions,
            ...(checkpointEvery ? { checkpointEvery } : {}),
          };
          const { result, stdout, stderr, exit } = await runImage(home!, request, debug);
          const error = stderr === "" ? undefined : stderr.trimEnd().split("\n").at(-1);
          const lines = stdout === "" ? [] : stdout.replace(/\n$/, "").split("\n");
          const mode = checkpointEvery ? `checkpoint every ${checkpointEvery}` : "plain";
          expect({ mode, stdout: lines, error, exit }).toEqual({ mode, stdout: program.stdout, error: program.error, exit: program.exit });
          return result.vmInstructions;
        };
        const instructions = await run();
        for (const interval of intervals) {
          if (interval > instructions || instructions / interval > mostCheckpoints) continue;
          expect(await run(interval), `instructions with checkpoint every ${interval}`).toBe(instructions);
        }
      });
    }
  });
}
