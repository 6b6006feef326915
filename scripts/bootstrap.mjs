/**
 * The way in of every npm script: installs what a fresh clone lacks, then runs the task's TypeScript file.
 * Only Node's own modules are used here, because nothing else is there yet.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installDebianPackages } from "./debian.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What a task runs, one after the other; the command line's arguments go to the last. What imports the compiler needs its tables generated first. */
const tasks = {
  start: [["scripts/build.ts", "native", "wasm", "lx106", "dist"], ["scripts/start.ts"]],
  test: [["scripts/build.ts"], ["scripts/test.ts"]],
  build: [["scripts/build.ts"]],
  bundle: [["scripts/build.ts", "dist"]],
  size: [["scripts/build.ts", "lx106", "firmware"], ["scripts/size.ts"]],
  bench: [["scripts/build.ts", "native", "wasm", "lx106"], ["bench/run.ts"]],
  check: [["scripts/build.ts", "generated"], ["scripts/check.ts"]],
  fuzz: [["scripts/build.ts", "sanitize"], ["scripts/fuzz.ts"]],
  "fuzz:programs": [["scripts/build.ts", "native"], ["scripts/fuzz-programs.ts"]],
  soak: [["scripts/build.ts", "generated", "wasm"], ["test/board/soak.ts"]],
  derive: [["scripts/derive-expectations.ts"]],
};

/** Runs `npm ci` unless node_modules already holds what the lock file says. */
function installNodePackages() {
  const stamp = join(root, "node_modules", ".nanopy-lock");
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.error("nanopy: installing the npm packages");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  const result = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (result.status !== 0) {
    console.error("nanopy: npm ci failed; nothing was built");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

const [task, ...rest] = process.argv.slice(2);
const steps = tasks[task];
if (!steps) {
  console.error(`nanopy: no task "${task}"; there are: ${Object.keys(tasks).join(", ")}`);
  process.exit(2);
}
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`nanopy: Node.js 20.19 or later is needed, this is ${process.versions.node}`);
  process.exit(2);
}
if (task === "test") installDebianPackages();
installNodePackages();
for (const [i, [script, ...fixed]] of steps.entries()) {
  const args = i === steps.length - 1 ? [...fixed, ...rest] : fixed;
  const { status } = spawnSync(process.execPath, ["--import", "tsx", join(root, script), ...args], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
