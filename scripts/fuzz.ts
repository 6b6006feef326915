/**
 * `npm run fuzz [-- --count 100000 --seed 1 --mode bits|types|prelude --build sanitize|debug]`: damages images, snapshots and preludes, makes their
 * checksums right again, and runs them in a native build with ASan and UBSan, within an arena and a quota. Every one must end in a
 * status; a crash, a hang or a state that its own snapshot does not carry is written to build/fuzz. All modes run unless one is named.
 * With --boards it is whole boards (fuzz-boards.ts).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type NativeVariant, openNative } from "../host/machine/native.js";
import { type Failure, fuzz, type Mode, modes, seedsOf } from "../test/support/fuzz.js";
import { built } from "./build/paths.js";
import { fuzzBoards } from "./fuzz-boards.js";

const { values } = parseArgs({
  options: {
    count: { type: "string" },
    first: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    mode: { type: "string" },
    build: { type: "string", default: "sanitize" },
    boards: { type: "boolean", default: false },
    steps: { type: "string", default: "300" },
    ruins: { type: "string", default: "3" },
  },
});
if (values.boards) {
  const [count, steps, ruins, seed] = [Number(values.count ?? 100), Number(values.steps), Number(values.ruins), Number(values.seed)];
  process.exit((await fuzzBoards({ count, steps, ruins, seed })) === 0 ? 0 : 1);
}
const home = openNative(values.build as NativeVariant);
const seeds = await seedsOf(home);
let failed = 0;
for (const mode of values.mode ? [values.mode as Mode] : modes) {
  let shown = 0;
  const { refused, ran, failures, slowest } = await fuzz(home, seeds, {
    mode,
    seed: Number(values.seed),
    count: Number(values.count ?? 100_000),
    first: Number(values.first),
    progress(done, report) {
      for (; shown < report.failures.length; shown++) keep(mode, report.failures[shown]!);
      if (done % 1000 === 0) process.stderr.write(`\r${mode}: ${done}`);
    },
  });
  process.stderr.write("\n");
  failed += failures.length;
  const took = `the slowest, number ${slowest.number}, took ${Math.round(slowest.ms)} ms`;
  console.log(`${mode}: ${refused} refused, ${ran} ran within their quotas, ${failures.length} failed; ${took}`);
}
home.close();
process.exitCode = failed === 0 ? 0 : 1;

function keep(mode: Mode, { number, request, message }: Failure): void {
  const name = `${mode}-${values.seed}-${number}`;
  mkdirSync(built("fuzz"), { recursive: true });
  writeFileSync(built("fuzz", `${name}.npi`), request.image);
  if (request.prelude) writeFileSync(built("fuzz", `${name}.prelude.npi`), request.prelude);
  if (request.snapshot) writeFileSync(built("fuzz", `${name}.nps`), request.snapshot);
  console.error(`\n${name}${request.checkpointEvery ? ` (checkpoint every ${request.checkpointEvery})` : ""}: ${message}\n`);
}
