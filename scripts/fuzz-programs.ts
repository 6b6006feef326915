/** npm run fuzz:programs -- --count 20000 --seed 1: random programs in nanopy and in CPython; says which differ, made small. */
import { parseArgs } from "node:util";
import { openNative } from "../host/machine/native.js";
import { compareMany, type Difference, firstDifference } from "../test/fuzz/differential.js";

const { values } = parseArgs({
  options: { count: { type: "string", default: "2000" }, seed: { type: "string", default: "1" }, most: { type: "string", default: "20" } },
});

function tell({ seed, source, expected, got }: Difference): void {
  const [theirs, ours] = firstDifference(expected, got) ?? ["", ""];
  console.log(`--- seed ${seed}\n${source}CPython: ${theirs}\nnanopy:  ${ours}\n`);
}

async function main(): Promise<void> {
  const home = openNative();
  const started = Date.now();
  let told = 0;
  const report = await compareMany(home, {
    first: Number(values.seed),
    count: Number(values.count),
    mostDifferences: Number(values.most),
    onProgress: (done, found) => {
      if (found) tell(found);
      if (done % 1000 !== 0 || done === told) return;
      told = done;
      console.log(`${done} programs, ${Math.round((Date.now() - started) / 1000)} s`);
    },
  });
  home.close();
  console.log(`${report.compared} programs compared, ${report.skipped} left out, ${report.differences.length} differ`);
  process.exitCode = report.differences.length > 0 ? 1 : 0;
}

await main();
