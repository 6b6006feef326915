/** Compiles and runs one program, and says in a line how that differs from what is expected. */
import { readFileSync } from "node:fs";
import { compileProgram } from "../../compiler/compile.js";
import { diagnosticToJson } from "../../compiler/render-diagnostic.js";
import { type Home, HomeCrashed } from "../../host/machine/home.js";
import { runImage } from "../support/run.js";

export interface RunOptions {
  /** Bytes of the arena. */
  heap: number;
  checkpointEvery?: number;
}

/** No program executes more, so that one which hangs ends. */
const maxInstructions = 3_000_000_000;
const mostMilliseconds = 120_000;

/** Undefined where the program prints what is expected and ends well; else what was seen instead. */
export async function difference(open: () => Home, path: string, expected: Buffer, options: RunOptions): Promise<string | undefined> {
  let compiled: ReturnType<typeof compileProgram>;
  try {
    compiled = compileProgram({ path, text: readFileSync(path, "utf8") });
  } catch (error) {
    return `the compiler broke: ${(error as Error).message}`;
  }
  const refused = compiled.diagnostics.map(diagnosticToJson).find(({ severity }) => severity === "error");
  if (refused) return `does not compile: line ${refused.line}: ${refused.code} ${refused.message}`;
  const home = open();
  const clock = setTimeout(() => home.kill(), mostMilliseconds);
  try {
    const request = { image: compiled.image, argv: [path], maxInstructions, virtualTime: false, ...options };
    const { stdout, stderr, exit } = await runImage(home, request, compiled.debug);
    const first = firstDifference(expected.toString("utf8"), stdout);
    if (exit !== 0) return `ends with exit code ${exit}: ${stderr.trimEnd().split("\n").at(-1)}`;
    return first;
  } catch (error) {
    if (error instanceof HomeCrashed) return `the machine broke or took more than ${mostMilliseconds / 1000} s: ${error.message}`;
    throw error;
  } finally {
    clearTimeout(clock);
    home.close();
  }
}

function firstDifference(expected: string, seen: string): string | undefined {
  if (expected === seen) return undefined;
  const wanted = expected.split("\n");
  const lines = seen.split("\n");
  const at = wanted.findIndex((line, number) => line !== lines[number]);
  const line = at < 0 ? wanted.length : at;
  return `line ${line + 1} of the output: ${JSON.stringify(wanted[line] ?? "(the end)")} expected, ${JSON.stringify(lines[line] ?? "(the end)")} seen`;
}
