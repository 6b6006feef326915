/** The programs beside this call builtin methods and functions with thousands of arguments: what comes of it is what CPython says. */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { openNative } from "../../host/machine/native.js";
import { runImage, tryOpen } from "../support/run.js";

const folder = join(import.meta.dirname, "methods");
const programs = readdirSync(folder).filter((name) => name.endsWith(".py") && name !== "calls.py");
const { home } = tryOpen(() => openNative("native"));
afterAll(() => home?.close());

it.skipIf(!home).each(programs)("%s", async (name) => {
  const path = join(folder, name);
  const env = { ...process.env, PYTHONIOENCODING: "utf8", PYTHONHASHSEED: "0" };
  const expected = execFileSync("python3", [path], { env, encoding: "utf8", maxBuffer: 1 << 26 }).split("\n");
  const { image, debug, diagnostics } = compileProgram({ path });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const { stdout, stderr } = await runImage(home!, { image, heap: 1 << 20, argv: [path], maxInstructions: 200_000_000 }, debug);
  expect(stderr).toBe("");
  expect(stdout.split("\n").filter((line, i) => line !== expected[i])).toEqual([]);
  expect(stdout.split("\n").length).toBe(expected.length);
});
