/** Runs damaged images and snapshots: each is refused, or runs inside its arena and its quota. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { prelude } from "../../build/generated/prelude.js";
import { compileProgram } from "../../compiler/compile.js";
import { readImage } from "../../compiler/image-reader.js";
import { ownPrelude } from "../../host/board/preludes.js";
import { type Home, HomeCrashed, type RunRequest, type RunResult } from "../../host/machine/home.js";
import { damageBits, damagePrelude, damageTypes, instructionsOf, random, type Seed } from "./damage.js";

const heap = 16 << 10;
const maxInstructions = 20_000;
/** A request that takes longer than this hangs. */
const hangMs = 20_000;
/** Larger snapshots make the runs slow and find no more. */
const mostSnapshotBytes = 12 << 10;

export type Mode = "bits" | "types" | "prelude";
export const modes: readonly Mode[] = ["bits", "types", "prelude"];

export interface Failure {
  number: number;
  request: RunRequest;
  message: string;
}

export interface FuzzReport {
  refused: number;
  ran: number;
  failures: Failure[];
  /** Milliseconds that the slowest case took, and its number. */
  slowest: { number: number; ms: number };
}

/** All programs of the repository that the fuzzer starts from: of different kinds. */
const folders = ["examples", "bench", "test/e2e/programs", "test/language"];
const root = join(import.meta.dirname, "../..");

/** Images, and snapshots along their runs. `few`: of the end-to-end programs alone. */
export async function seedsOf(home: Home, few = false): Promise<Seed[]> {
  const seeds: Seed[] = [];
  for (const folder of few ? ["test/e2e/programs"] : folders) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".py"));
    for (const file of files.sort()) seeds.push(...(await seedsOfProgram(home, join(root, folder, file), few ? 5 : 20)));
  }
  return seeds;
}

const own = ((image: Uint8Array) => ({ image, content: readImage(image) }))(ownPrelude()!);

async function seedsOfProgram(home: Home, path: string, points: number): Promise<Seed[]> {
  const { image } = compileProgram({ path, text: readFileSync(path, "utf8") });
  if (image.length === 0) return []; // it shows what the compiler refuses
  const suspendAt = Array.from({ length: points }, (_, i) => 10 + Math.floor(((i + 0.5) / points) ** 2 * (maxInstructions - 4000)));
  const { snapshots } = await home.run({ image, heap, quiet: true, virtualTime: true, suspendAt, maxInstructions });
  const content = readImage(image, prelude.symbols);
  const small = snapshots.filter(({ bytes }) => bytes.length <= mostSnapshotBytes);
  return [{ image, content, prelude: own }, ...small.map(({ bytes }) => ({ image, content, prelude: own, snapshot: bytes }))];
}

/** Case `number` of a seed: depends on nothing else, so one case can be made again. */
export function makeCase(seeds: Seed[], mode: Mode, seed: number, number: number): RunRequest {
  const below = random(seed * 1_000_003 + number);
  const good = seeds[below(seeds.length)]!;
  const damaged = { bits: damageBits, types: damageTypes, prelude: damagePrelude }[mode](good, below);
  const request: RunRequest = { ...damaged, heap, maxInstructions, quiet: true, virtualTime: true };
  // Little memory, and in the debug build an allocation that fails.
  if (below(3) === 0) request.heap = good.snapshot ? (good.snapshot.length + 64 + below(2048)) & ~3 : 1024 + 4 * below(1024);
  if (below(4) === 0) request.checkpointEvery = 97;
  if (below(4) === 0) request.failIn = 1 + below(60);
  return request;
}

export interface FuzzOptions {
  mode: Mode;
  seed: number;
  count: number;
  first?: number;
  progress?(done: number, report: FuzzReport): void;
}

export async function fuzz(home: Home, seeds: Seed[], { mode, seed, count, first = 0, progress }: FuzzOptions): Promise<FuzzReport> {
  const report: FuzzReport = { refused: 0, ran: 0, failures: [], slowest: { number: 0, ms: 0 } };
  for (let number = first; number < first + count; number++) {
    const request = makeCase(seeds, mode, seed, number);
    const begun = performance.now();
    try {
      const result = await withinTime(home, request);
      const message = objection(request, result);
      if (message) report.failures.push({ number, request, message });
      else if (result.status < 0) report.refused++;
      else report.ran++;
    } catch (error) {
      if (!(error instanceof HomeCrashed)) throw error;
      report.failures.push({ number, request, message: error.message });
    }
    const ms = performance.now() - begun;
    if (ms > report.slowest.ms) report.slowest = { number, ms };
    progress?.(number + 1 - first, report);
  }
  return report;
}

/** What is wrong with a run that ended. */
function objection({ snapshot }: RunRequest, { status, vmInstructions }: RunResult): string | undefined {
  const before = snapshot && status >= 0 ? instructionsOf(snapshot) : 0;
  if (vmInstructions > Math.max(maxInstructions, before)) return `ran ${vmInstructions} instructions`;
  if (status < 0 && vmInstructions > 0) return `its own snapshot was refused: ${status} after ${vmInstructions} instructions`;
  return undefined;
}

async function withinTime(home: Home, request: RunRequest): Promise<RunResult> {
  const timer = setTimeout(() => home.kill(), hangMs);
  try {
    return await home.run(request);
  } finally {
    clearTimeout(timer);
  }
}
