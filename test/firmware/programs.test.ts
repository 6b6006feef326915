/** Every program of test/language, and those of bench that fit, on the firmware booted from flash: one board, one after the other, over its link. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import type { Board } from "../../host/board/board.js";
import type { DebugFile } from "../../host/debug-file.js";
import { openHome } from "../../host/machine/open.js";
import { renderTraceback } from "../../host/traceback.js";
import { at } from "../../scripts/build/paths.js";
import { Chip, clean, cleanEnd, hasFirmware, mostStack, newFlash } from "../support/esp8266-chip.js";
import { compileLanguageProgram, languagePrograms } from "../support/language-program.js";
import { runImage, tryOpen } from "../support/run.js";

const name = "program";

/** Deploys a program, waits for its end, and gives what it wrote. */
async function run(board: Board, image: Uint8Array, heap: number, debug?: DebugFile) {
  const texts = { stdout: "", stderr: "", report: "" }; // bytes as characters
  const { uid } = await board.deploy({ image, name, heap, suspended: true });
  const stop = new AbortController();
  let end: { written: number; state: string; exitCode: number } | undefined;
  const look = async (): Promise<void> => {
    while (!end) {
      const info = await board.stat(name);
      if (info.state === "ended" || info.state === "failed") end = info;
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
    if (isAll()) stop.abort();
  };
  let position = 0;
  const isAll = (): boolean => end !== undefined && position >= end.written;
  const log = board.logs(name, { follow: true, signal: stop.signal });
  const first = log.next();
  await board.stat(name); // behind this answer the board knows that it is followed, and keeps what it has no room to send
  await board.resume(name);
  const looking = look();
  for (let step = await first; !step.done; step = await log.next()) {
    const entry = step.value;
    expect({ uid: entry.uid, lost: entry.lost }).toEqual({ uid, lost: 0 });
    texts[entry.stream] += Buffer.from(entry.bytes).toString("latin1");
    if (entry.stream !== "report") position = entry.position + entry.bytes.length;
    if (isAll()) break;
  }
  await log.return();
  await looking;
  const report = end!.state === "failed" ? Buffer.from((await board.snapshot(name)).snapshot).toString() : "";
  await board.remove(name);
  const utf8 = (text: string): string => Buffer.from(text, "latin1").toString("utf8");
  return {
    stdout: utf8(texts.stdout),
    stderr: utf8(texts.stderr) + renderTraceback(report, debug),
    exit: end!.state === "failed" ? 1 : end!.exitCode,
  };
}

describe.skipIf(!hasFirmware())("the firmware, booted from flash", () => {
  let chip: Chip;
  let board: Board;

  beforeAll(async () => {
    chip = new Chip(newFlash());
    board = await chip.connect();
  });

  afterAll(async () => {
    await board.close();
    const end = await chip.close();
    expect(clean(end)).toEqual(cleanEnd);
    expect(chip.told.filter((line) => line.startsWith("start"))).toEqual(["start 1"]);
    expect(end.stack).toBeLessThanOrEqual(mostStack);
  });

  for (const program of languagePrograms()) {
    if (program.homes && !program.homes.includes("lx106")) continue;
    it(program.name, async () => {
      const { image, debug } = compileLanguageProgram(program);
      const { stdout, stderr, exit } = await run(board, image, program.heap, debug);
      const error = stderr === "" ? undefined : stderr.trimEnd().split("\n").at(-1);
      const lines = stdout === "" ? [] : stdout.replace(/\n$/, "").split("\n");
      expect({ stdout: lines, error, exit }).toEqual({ stdout: program.stdout, error: program.error, exit: program.exit });
    });
  }

  /* In 36 KB some come to a MemoryError: at the same place as in another home. */
  const { home } = tryOpen(() => openHome("wasm"));
  afterAll(() => home?.close());
  const benches = ["bench", "bench/lx106"].flatMap((folder) => readdirSync(at(folder)).map((file) => `${folder}/${file}`));
  const fitting: string[] = [];
  it.skipIf(!home).each(benches.filter((file) => file.endsWith(".py")))(
    "%s",
    async (file) => {
      const { image } = compileProgram({ path: at(file), text: readFileSync(at(file), "utf8") });
      const heap = 36 << 10;
      const { stdout, stderr, exit } = await runImage(home!, { image, heap });
      expect(await run(board, image, heap)).toEqual({ stdout, stderr, exit });
      if (exit === 0) fitting.push(file);
    },
    120_000,
  );
  it.skipIf(!home)("and of bench those fit that are to", () => {
    expect(fitting.length).toBeGreaterThanOrEqual(15);
  });
});
