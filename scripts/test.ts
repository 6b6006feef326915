/** `npm test`, after the build: checks lint and types, runs vitest, and closes with the plain count of its JSON result. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { at, built } from "./build/paths.js";

const files = process.argv.slice(2);
const node = (...args: string[]): boolean => spawnSync(process.execPath, args, { cwd: at(), stdio: "inherit" }).status === 0;

const checked = files.length > 0 || node("--import", "tsx", "scripts/check.ts");
const resultFile = built("vitest.json");
mkdirSync(built(), { recursive: true });
rmSync(resultFile, { force: true });
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${resultFile}`];
const ran = node("node_modules/vitest/vitest.mjs", "run", ...reporters, ...files);
if (!existsSync(resultFile)) {
  console.error("nanopy: vitest gave no result");
  process.exit(1);
}
const result = JSON.parse(readFileSync(resultFile, "utf8"));
/* A test file that could not be loaded holds no test, and is a failure. */
const broken = result.testResults.filter(
  (file: { status: string; assertionResults: unknown[] }) => file.status === "failed" && file.assertionResults.length === 0,
).length;
const failed = result.numFailedTests + broken;
if (!checked) console.error("nanopy: lint or types failed, see above");
console.log(`${result.numPassedTests} passed, ${failed} failed`);
process.exitCode = ran && checked && failed === 0 ? 0 : 1;
