/** The two steps before any C is compiled: what the tables of `bytecode/` generate, and the prelude as a C array. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { run } from "./command.js";
import { sha256 } from "./content.js";
import { whenChanged } from "./objects.js";
import { at, built } from "./paths.js";

/** All files below a folder of the repository. */
function filesBelow(folder: string): string[] {
  return readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

const contentOf = (...folders: string[]): string => sha256(...folders.flatMap(filesBelow).flatMap((path) => [path, readFileSync(path)]));

/** Step 1: `bytecode/generate.ts` writes C headers and TypeScript tables to build/generated. */
export async function generateTables(): Promise<void> {
  const stamp = built("generated", "tables.stamp");
  const headers = ["np.h", "state.h"].map((name) => readFileSync(at("runtime-c/vm", name)));
  await whenChanged(stamp, sha256(contentOf("bytecode"), ...headers), async () => {
    await run(process.execPath, ["--import", "tsx", at("bytecode/generate.ts")], at());
    await run(process.execPath, ["--import", "tsx", at("scripts/build/errors.ts")], at());
    writeFileSync(stamp, "");
  });
}

/** Step 2: the compiler turns runtime-c/prelude into what C (prelude.c and tables) and the compiler (prelude.ts) need of it. */
export async function compilePrelude(): Promise<void> {
  await whenChanged(built("generated", "prelude.c"), contentOf("bytecode", "compiler", "runtime-c/prelude"), async () => {
    await run(process.execPath, ["--import", "tsx", at("scripts/build/prelude.ts")], at());
  });
}
