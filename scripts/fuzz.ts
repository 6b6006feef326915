/**
 * `npm run fuzz [-- --count 100000 --seed 1]`: damages images and snapshots, makes their checksums right again, and runs them in the
 * native build with ASan and UBSan, within an arena and a quota. Every one must end in a status; a crash or a hang is
 * written to build/fuzz with the seed that makes it again.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openNative } from "../host/machine/native.js";
import { fuzz, seedsOf } from "../test/support/fuzz.js";
import { built } from "./build/paths.js";

const { values } = parseArgs({ options: { count: { type: "string", default: "100000" }, seed: { type: "string", default: "1" } } });
const home = openNative("sanitize");
const report = await fuzz(home, await seedsOf(home), Number(values.count), Number(values.seed), (done) =>
  process.stderr.write(`\r${done}`),
);
home.close();
process.stderr.write("\n");
mkdirSync(built("fuzz"), { recursive: true });
for (const { number, request, message } of report.crashes) {
  writeFileSync(built("fuzz", `${number}.npi`), request.image);
  if (request.snapshot) writeFileSync(built("fuzz", `${number}.nps`), request.snapshot);
  console.error(`case ${number}: ${message}\n`);
}
console.log(`${report.refused} refused, ${report.ran} ran within their quotas, ${report.crashes.length} crashed`);
process.exitCode = report.crashes.length === 0 ? 0 : 1;
