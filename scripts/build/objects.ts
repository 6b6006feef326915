/** Compiles sources to objects and links them, each step only when its inputs changed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pool, run } from "./command.js";
import { IncludeScanner, sha256 } from "./content.js";
import { built } from "./paths.js";

export interface Compilation {
  /** The folder of the objects under build/: one for each variant. */
  variant: string;
  /** Anything that changes the objects beside flags and sources: the compiler's version. */
  identity: string;
  include: string[];
  sources: string[];
  flags: (source: string) => string[];
  /** Assembler text is made, not objects. */
  text?: boolean;
}

export interface ObjectJob {
  source: string;
  object: string;
  flags: string[];
}

/** What must be compiled, and where all objects lie, in the order of the sources. */
export function plan(compilation: Compilation): { objects: string[]; stale: ObjectJob[] } {
  const scanner = new IncludeScanner(compilation.include);
  const folder = built("objects", compilation.variant);
  mkdirSync(folder, { recursive: true });
  const jobs = compilation.sources.map((source) => {
    const flags = [...compilation.flags(source), ...compilation.include.map((path) => `-I${path}`)];
    const key = sha256(compilation.identity, flags.join("\n"), scanner.hash(source)).slice(0, 20);
    return { source, flags, object: join(folder, `${basename(source)}-${key}.${compilation.text ? "s" : "o"}`) };
  });
  const objects = jobs.map((job) => job.object);
  const current = new Set(objects.map((object) => basename(object)));
  for (const name of readdirSync(folder)) if (!current.has(name)) rmSync(join(folder, name));
  return { objects, stale: jobs.filter((job) => !existsSync(job.object)) };
}

/** Compiles what is stale with a gcc-like command; returns all objects. */
export async function compile(compiler: string, compilation: Compilation): Promise<string[]> {
  const { objects, stale } = plan(compilation);
  await pool(stale.map((job) => async () => void (await run(compiler, [...job.flags, compilation.text ? "-S" : "-c", job.source, "-o", job.object]))));
  return objects;
}

/** Calls `make` unless `output` was made from the same inputs; their key is kept in a file beside it. */
export async function whenChanged(output: string, key: string, make: () => Promise<void>): Promise<boolean> {
  const keyFile = `${output}.key`;
  if (existsSync(output) && existsSync(keyFile) && readFileSync(keyFile, "utf8") === key) return false;
  mkdirSync(dirname(output), { recursive: true });
  rmSync(keyFile, { force: true });
  await make();
  writeFileSync(keyFile, key);
  return true;
}
