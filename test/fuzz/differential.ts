/** Runs random programs in nanopy (the native home) and in CPython, and makes those that differ small. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Writable } from "node:stream";
import { compileProgram } from "../../compiler/compile.js";
import type { ProcessHome } from "../../host/machine/process-home.js";
import { python } from "../compiler/oracle.js";
import { runImage } from "../support/run.js";
import { Generator } from "./generate.js";
import { type Part, render, smaller } from "./tree.js";

/** A program that this does not do for is run again in more; what needs still more, in one of the two, is not compared. */
const heaps = [1 << 20, 1 << 27] as const;
const needsMemory = ({ stdout, error }: Outcome): boolean => `${stdout}${error}`.includes("MemoryError");
/** CPython has 5 seconds: what needs more instructions than this differs. */
const mostInstructions = 200_000_000;
const mostSeconds = 60;

/** What one of the two makes of a program. */
export interface Outcome {
  readonly stdout: string;
  /** The end of the traceback: the exception. */
  readonly error: string | null;
}

export interface Difference {
  readonly seed: number;
  readonly source: string;
  readonly expected: Outcome;
  readonly got: Outcome;
}

export interface Report {
  readonly compared: number;
  /** Programs that are no Python, run too long or print too much there, need too much memory, or show an address. */
  readonly skipped: number;
  readonly differences: readonly Difference[];
}

/** One python process that answers one program after another; another one where a program has ended it. */
export class Oracle {
  private child: Child | undefined;

  /** Null for a program that cannot be compared. */
  async run(source: string): Promise<Outcome | null> {
    this.child ??= startChild();
    this.child.input.write(`${JSON.stringify(source)}\n`);
    const { value, done } = await this.child.answers.next();
    if (done) {
      this.child = undefined;
      return { stdout: "", error: "the python process has ended" };
    }
    const answer = JSON.parse(value) as Outcome & { skip?: string };
    return answer.skip === undefined ? answer : null;
  }

  close(): void {
    this.child?.input.end();
  }
}

interface Child {
  readonly input: Writable;
  readonly answers: AsyncIterator<string>;
}

function startChild(): Child {
  const child = spawn(python ?? "python3", [join(import.meta.dirname, "oracle.py")], { stdio: ["pipe", "pipe", "ignore"] });
  return { input: child.stdin, answers: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

/** What stands behind the last frame of a traceback. */
function exceptionOf(traceback: string): string {
  const lines = traceback.split("\n");
  const frame = lines.findLastIndex((line) => line.startsWith('  File "'));
  const start = lines.findIndex((line, index) => index > frame && !line.startsWith("    "));
  return lines.slice(start).join("\n").trimEnd();
}

/** A crash, a refusal or a hang of ours is an outcome too: one that CPython never has. */
async function runHere(home: ProcessHome, source: string, heap: number, maxInstructions: number): Promise<Outcome> {
  const timer = setTimeout(() => home.kill(), 1000 * mostSeconds);
  try {
    const { image, debug, diagnostics } = compileProgram({ path: "program.py", text: source });
    const refused = diagnostics.find(({ severity }) => severity === "error");
    if (refused) return { stdout: "", error: `${refused.code} ${refused.message} in line ${refused.file.lineOf(refused.span.start)}` };
    const { stdout, stderr, exit } = await runImage(home, { image, heap, maxInstructions }, debug);
    if (exit === 3) return { stdout, error: `more than ${maxInstructions} instructions` };
    return { stdout, error: stderr === "" ? null : exceptionOf(stderr) };
  } catch (error) {
    return { stdout: "", error: `nanopy: ${error instanceof Error ? (error.stack ?? error.message) : error}` };
  } finally {
    clearTimeout(timer);
  }
}

/** The first line in which two outcomes differ, of each; null if there is none. */
export function firstDifference(expected: Outcome, got: Outcome): [theirs: string, ours: string] | null {
  const [theirs, ours] = [expected, got].map(({ stdout, error }) => [...stdout.split("\n"), error ?? "(no error)"]) as [string[], string[]];
  for (let index = 0; index < Math.max(theirs.length, ours.length); index++) {
    if (theirs[index] !== ours[index]) return [theirs[index] ?? "(end)", ours[index] ?? "(end)"];
  }
  return null;
}

/** What a difference is about: a smaller program must show the same kind, or shrinking wanders off. */
function kindOf(expected: Outcome, got: Outcome): string {
  const difference = firstDifference(expected, got) ?? ["", ""];
  return difference.map((line) => /^[A-Z]\w*(?:Error|Iteration|Exit)\b.{0,16}/.exec(line)?.[0].replaceAll(/\d+/g, "0") ?? "text").join("/");
}

const showsAddress = / at 0x[0-9a-f]{6,}>/;

export class Comparison {
  constructor(
    private readonly home: ProcessHome,
    private readonly oracle: Oracle,
    private readonly limits: { readonly maxInstructions?: number } = {},
  ) {}

  /** Undefined for a program that cannot be compared, null for one that does the same in both. */
  async check(source: string): Promise<{ expected: Outcome; got: Outcome } | null | undefined> {
    const expected = await this.oracle.run(source);
    if (expected === null || showsAddress.test(expected.stdout)) return undefined;
    if (needsMemory(expected)) return undefined;
    const most = this.limits.maxInstructions ?? mostInstructions;
    let got = await runHere(this.home, source, heaps[0], most);
    if (needsMemory(got)) got = await runHere(this.home, source, heaps[1], most);
    if (needsMemory(got)) return undefined;
    return firstDifference(expected, got) === null ? null : { expected, got };
  }

  /** A smaller program that still differs. */
  async shrink(parts: readonly Part[], most = 2500): Promise<string> {
    const whole = await this.check(render(parts));
    const kind = whole && kindOf(whole.expected, whole.got);
    let best = [...parts];
    let tries = 0;
    for (let isSmaller = true; isSmaller && tries < most; ) {
      isSmaller = false;
      for (const candidate of smaller(best)) {
        tries += 1;
        if (tries > most) break;
        const found = await this.check(render(candidate));
        if (!found || kindOf(found.expected, found.got) !== kind) continue;
        best = candidate;
        isSmaller = true;
        break;
      }
    }
    return render(best);
  }
}

/** Compares `count` programs, of the seeds from `first` on; stops after `mostDifferences`. */
export async function compareMany(
  home: ProcessHome,
  {
    first,
    count,
    mostDifferences = 20,
    onProgress,
  }: { first: number; count: number; mostDifferences?: number; onProgress?: (done: number, found: Difference | null) => void },
): Promise<Report> {
  const oracle = new Oracle();
  const comparison = new Comparison(home, oracle);
  const differences: Difference[] = [];
  let skipped = 0;
  let compared = 0;
  // Python is some programs ahead of us.
  const ahead: { seed: number; parts: Part[]; found: ReturnType<Comparison["check"]> }[] = [];
  for (let seed = first; compared < count && differences.length < mostDifferences; ) {
    while (ahead.length < 3) {
      const parts = new Generator(seed).program();
      ahead.push({ seed: seed++, parts, found: comparison.check(render(parts)) });
    }
    const next = ahead.shift()!;
    let found = await next.found;
    if (found) {
      // Once more, alone: another program may have ended the process.
      await Promise.all(ahead.map((each) => each.found));
      found = await comparison.check(render(next.parts));
    }
    let difference: Difference | null = null;
    if (found === undefined) skipped += 1;
    else {
      compared += 1;
      if (found) {
        const source = await comparison.shrink(next.parts);
        const shown = (await comparison.check(source)) ?? found;
        difference = { seed: next.seed, source, ...shown };
        differences.push(difference);
      }
    }
    onProgress?.(compared, difference);
  }
  await Promise.all(ahead.map((each) => each.found));
  oracle.close();
  return { compared, skipped, differences };
}
