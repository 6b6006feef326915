/** npm run fuzz:programs -- --count 20000 --seed 1 [--jobs 2]: random programs in nanopy and in CPython; says which differ, made small. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { openNative } from "../host/machine/native.js";
import { compareMany, type Difference, firstDifference } from "../test/fuzz/differential.js";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    most: { type: "string", default: "20" },
    jobs: { type: "string", default: "1" },
  },
});
const [count, first, most, jobs] = [values.count, values.seed, values.most, values.jobs].map(Number) as [number, number, number, number];

function tell({ seed, source, expected, got }: Difference): void {
  const [theirs, ours] = firstDifference(expected, got) ?? ["", ""];
  console.log(`--- seed ${seed}\n${source}CPython: ${theirs}\nnanopy:  ${ours}\n`);
}

const TOTAL = /^(\d+) programs compared, (\d+) left out, (\d+) differ$/;

function finish(compared: number, skipped: number, differ: number): void {
  console.log(`${compared} programs compared, ${skipped} left out, ${differ} differ`);
  process.exitCode = differ > 0 || compared < count ? 1 : 0;
}

async function compareHere(): Promise<void> {
  const home = openNative();
  const started = Date.now();
  let told = 0;
  const report = await compareMany(home, {
    first,
    count,
    mostDifferences: most,
    onProgress: (done, found) => {
      if (found) tell(found);
      if (done % 1000 !== 0 || done === told) return;
      told = done;
      console.log(`${done} programs from seed ${first} on, ${Math.round((Date.now() - started) / 1000)} s`);
    },
  });
  home.close();
  finish(report.compared, report.skipped, report.differences.length);
}

/** Each of several processes has seeds of its own: they are never so many that they meet. */
async function compareInParts(): Promise<void> {
  const parts = Array.from({ length: jobs }, (_, job) => ({
    count: Math.floor((count * (job + 1)) / jobs) - Math.floor((count * job) / jobs),
    seed: first + job * 2 * count,
  }));
  const totals = await Promise.all(
    parts.map(async (part) => {
      const given = ["--count", `${part.count}`, "--seed", `${part.seed}`, "--most", `${most}`];
      const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, ...given], { stdio: ["ignore", "pipe", "inherit"] });
      let total: RegExpExecArray | null = null;
      for await (const line of createInterface({ input: child.stdout })) {
        total = TOTAL.exec(line);
        if (!total) console.log(line);
      }
      return (total ?? ["", 0, 0, 0]).slice(1).map(Number);
    }),
  );
  const sum = (index: number): number => totals.reduce((all, total) => all + total[index]!, 0);
  finish(sum(0), sum(1), sum(2));
}

await (jobs > 1 ? compareInParts() : compareHere());
