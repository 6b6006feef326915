/** The WebAssembly home, built with npm's own clang so that it builds wherever npm runs. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { run } from "./command.js";
import { sha256 } from "./content.js";
import { plan, whenChanged } from "./objects.js";
import { at, built } from "./paths.js";
import type { Sources } from "./sources.js";

const compileFlags = [
  "-std=c11",
  "-O2",
  "-ffp-contract=off",
  /* Small copies go faster by libc's loops than by the instruction, and large ones come to it through libc. */
  "-mno-bulk-memory",
  "-mno-bulk-memory-opt",
  "-msign-ext",
  "-mnontrapping-fptoint",
  "-Wall",
  "-Wextra",
  "-Werror",
];
const linkFlags = [
  "-nostartfiles",
  "-Wl,--no-entry",
  "-Wl,--gc-sections",
  "-Wl,--strip-all",
  "-Wl,--stack-first",
  "-Wl,-z,stack-size=65536",
  "-Wl,--export-memory",
];

export const wasmModule = (): string => built("wasm", "nanopy.wasm");

/** One line a job, for the compiler's own process: see clang.ts. */
export interface ClangJob {
  args: string[];
  /** Files to show to the compiler, by absolute path. */
  inputs: string[];
  output: string;
}

export async function buildWasm(sources: Sources): Promise<boolean> {
  const manifest = createRequire(import.meta.url).resolve("@yowasp/clang").replace(/gen[\\/][^\\/]*$/, "package.json");
  const identity = JSON.parse(readFileSync(manifest, "utf8")).version;
  const compilation = {
    variant: "wasm",
    identity,
    include: sources.include,
    sources: [...sources.machine, ...sources.runner, ...sources.port.wasm],
    flags: () => compileFlags,
  };
  const { objects, stale } = plan(compilation);
  const output = wasmModule();
  await whenChanged(output, sha256(identity, ...linkFlags, ...objects), async () => {
    const jobs: ClangJob[] = stale.map((job) => ({ args: [...job.flags, "-c", job.source, "-o", job.object], inputs: [job.source], output: job.object }));
    jobs.push({ args: [...linkFlags, ...objects, "-o", output], inputs: objects, output });
    const request = JSON.stringify({ include: sources.include, jobs });
    await run(process.execPath, ["--import", "tsx", at("scripts/build/clang.ts"), request], at());
  });
  return true;
}
