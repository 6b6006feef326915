/** `run.ts --suite DIR…`: runs folders of programs in nanopy and compares their output with python3's (README.md). */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parseSize } from "../../host/cli/options.js";
import type { HomeName } from "../../host/machine/home.js";
import { openHome } from "../../host/machine/open.js";
import { expectedOutput } from "./oracle.js";
import { difference } from "./program.js";

const { values } = parseArgs({
  options: {
    suite: { type: "string", multiple: true },
    known: { type: "string", default: join(import.meta.dirname, "known.json") },
    home: { type: "string", default: "native" },
    heap: { type: "string", default: "1M" },
    "checkpoint-every": { type: "string" },
    only: { type: "string" },
    jobs: { type: "string", default: "2" },
  },
});
if (!values.suite) {
  console.error(
    "usage: run.ts --suite DIR [--suite DIR…] [--only TEXT] [--home native|wasm|lx106] [--heap 1M] [--checkpoint-every N] [--known FILE] [--jobs 2]",
  );
  process.exit(2);
}

/** Why programs fail, by `folder/file.py`. */
const known = JSON.parse(readFileSync(values.known, "utf8")) as Record<string, string>;
const options = {
  heap: parseSize(values.heap),
  ...(values["checkpoint-every"] ? { checkpointEvery: Number(values["checkpoint-every"]) } : {}),
};

type Verdict = "passed" | "known" | "failed" | "unexpected" | "left out";

async function judge(folder: string, file: string): Promise<Verdict> {
  const name = `${basename(folder)}/${file}`;
  const expected = await expectedOutput(join(folder, file));
  if (expected === null) return "left out";
  const seen = await difference(() => openHome(values.home as HomeName), join(folder, file), expected, options);
  const reason = Object.hasOwn(known, name) ? known[name] : undefined;
  if (seen === undefined && reason === undefined) return "passed";
  if (seen === undefined) console.log(`${name}: passes, and is known to fail: ${reason}`);
  else if (reason === undefined) console.log(`${name}: ${seen}`);
  return seen === undefined ? "unexpected" : reason === undefined ? "failed" : "known";
}

async function runSuite(folder: string): Promise<boolean> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".py") && name.includes(values.only ?? ""))
    .sort();
  const verdicts: Verdict[] = [];
  const work = async (): Promise<void> => {
    for (let file = files.shift(); file !== undefined; file = files.shift()) verdicts.push(await judge(folder, file));
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));
  const count = (verdict: Verdict): number => verdicts.filter((each) => each === verdict).length;
  const passed = count("passed") + count("unexpected");
  console.log(
    `${basename(folder)}: ${passed} of ${verdicts.length - count("left out")} pass; ${count("known")} known to fail, ${count("failed")} others fail, ${count("unexpected")} pass unexpectedly`,
  );
  return count("failed") + count("unexpected") === 0;
}

const good: boolean[] = [];
for (const folder of values.suite) good.push(await runSuite(resolve(folder)));
process.exit(good.every(Boolean) ? 0 : 1);
