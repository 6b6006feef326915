/** `npm run check`: formatting, lint and types, without changing anything. */
import { spawnSync } from "node:child_process";
import { at } from "./build/paths.js";

const run = (script: string, ...args: string[]): boolean =>
  spawnSync(process.execPath, [at("node_modules", script), ...args], { cwd: at(), stdio: "inherit" }).status === 0;

const linted = run("@biomejs/biome/bin/biome", "check", ".");
const typed = run("typescript/bin/tsc", "-p", ".");
process.exitCode = linted && typed ? 0 : 1;
