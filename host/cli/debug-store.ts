/** Debug files of what was deployed, by build id, so that tracebacks of boards have file names and lines. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type DebugFile, parseDebugFile } from "../debug-file.js";

/** NANOPY_CACHE, or the place that the desktop's rules give to caches. */
function cacheFolder(): string {
  const { NANOPY_CACHE, XDG_CACHE_HOME } = process.env;
  return NANOPY_CACHE || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "nanopy");
}

const pathOf = (build: string): string => join(cacheFolder(), "debug", `${build}.npd`);

/** Keeps a debug file. Where that can't be done, tracebacks are poorer, and the deployment is as good: a line says so. */
export function keepDebugFile(debug: DebugFile): void {
  const path = pathOf(debug.build_id);
  try {
    mkdirSync(join(cacheFolder(), "debug"), { recursive: true });
    writeFileSync(path, JSON.stringify(debug));
  } catch (error) {
    process.stderr.write(`nanopy: the debug file can't be kept, tracebacks will lack lines: ${(error as Error).message}\n`);
  }
}

function readDebugFile(path: string, build: string): DebugFile | undefined {
  try {
    return parseDebugFile(readFileSync(path, "utf8"), build);
  } catch {
    return undefined;
  }
}

/** The debug file of a build: the one kept when it was deployed, or one that `nanopy build` left in the working directory. */
export function findDebugFile(build: string): DebugFile | undefined {
  const kept = readDebugFile(pathOf(build), build);
  if (kept) return kept;
  for (const name of readdirSync(".").filter((name) => name.endsWith(".npd"))) {
    const debug = readDebugFile(name, build);
    if (debug) return debug;
  }
  return undefined;
}
