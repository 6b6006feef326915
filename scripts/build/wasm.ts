/** The WebAssembly home, built with npm's own clang so that it builds wherever npm runs. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { run } from "./command.js";
import { sha256 } from "./content.js";
import { plan, whenChanged } from "./objects.js";
import { at, built } from "./paths.js";
import { allSources, objectsOf, type Sources } from "./sources.js";

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
export const wasmBoard = (): string => built("wasm", "nanopy-board.wasm");

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
  const all = allSources(sources, "wasm");
  const compilation = {
    variant: "wasm",
    identity,
    include: sources.include,
    sources: all,
    flags: () => compileFlags,
  };
  const { objects, stale } = plan(compilation);
  const programs = [
    { output: wasmModule(), parts: objectsOf(objects, all, [...sources.machine, ...sources.runner, ...sources.port.wasm]) },
    { output: wasmBoard(), parts: objectsOf(objects, all, [...sources.machine, ...sources.board, ...sources.boardPort.wasm]) },
  ];
  const jobs: ClangJob[] = stale.map((job) => ({ args: [...job.flags, "-c", job.source, "-o", job.object], inputs: [job.source], output: job.object }));
  for (const { output, parts } of programs) jobs.push({ args: [...linkFlags, ...parts, "-o", output], inputs: parts, output });
  await whenChanged(wasmModule(), sha256(identity, ...linkFlags, ...objects), async () => {
    await run(process.execPath, ["--import", "tsx", at("scripts/build/clang.ts"), JSON.stringify({ include: sources.include, jobs })], at());
  });
  return true;
}
