/** Damaged images and snapshots: making them, and running them. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { compileProgram } from "../../compiler/compile.js";
import { type Home, HomeCrashed, type RunRequest } from "../../host/machine/home.js";

const heap = 16 << 10;
const maxInstructions = 20_000;
/** A request that takes longer than this hangs. */
const hangMs = 20_000;

/** A good image, with a snapshot of it or without. */
export interface Seed {
  image: Uint8Array;
  snapshot?: Uint8Array;
}

export interface FuzzReport {
  refused: number;
  ran: number;
  crashes: { number: number; request: RunRequest; message: string }[];
}

/** Images of the end-to-end programs, and snapshots along their runs. */
export async function seedsOf(home: Home): Promise<Seed[]> {
  const folder = join(import.meta.dirname, "../e2e/programs");
  const seeds: Seed[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".py"))) {
    const path = join(folder, name);
    const { image } = compileProgram({ path, text: readFileSync(path, "utf8") });
    const { snapshots } = await home.run({
      image,
      heap,
      quiet: true,
      virtualTime: true,
      suspendAt: [50, 500, 2000, 5000, 9000],
      maxInstructions,
    });
    seeds.push({ image }, ...snapshots.map(({ bytes }) => ({ image, snapshot: bytes })));
  }
  return seeds;
}

/** A small generator of random numbers, the same everywhere (mulberry32). */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Flips bits, replaces words by telling ones, or cuts the end off. */
export function damage(bytes: Uint8Array, below: (n: number) => number): Uint8Array {
  const result = bytes.slice(0, below(20) === 0 ? below(bytes.length + 1) & ~(below(2) * 3) : bytes.length);
  if (result.length < 8) return result;
  const view = new DataView(result.buffer);
  const wordAt = (): number => below(result.length >> 2) * 4;
  for (let changes = 1 + below(3); changes > 0; changes--) {
    const at = wordAt();
    const word = view.getUint32(at, true);
    const telling = [0, 1, word + 4, word - 4, word ^ 1, word ^ 0x80000000, 0xffffffff, view.getUint32(wordAt(), true)];
    view.setUint32(at, below(2) === 0 ? word ^ (1 << below(32)) : telling[below(telling.length)]!, true);
  }
  return result;
}

/** Makes length, build id and checksum of an image what its bytes say. */
export function sealImage(image: Uint8Array): Uint8Array {
  if (image.length < 24) return image;
  const view = new DataView(image.buffer, image.byteOffset);
  view.setUint32(8, image.length, true);
  image.set(createHash("sha256").update(image.subarray(24)).digest().subarray(0, 8), 12);
  view.setUint32(20, crc32(image.subarray(24)), true);
  return image;
}

/** Makes length and checksum of a snapshot right. */
export function sealSnapshot(snapshot: Uint8Array): Uint8Array {
  if (snapshot.length < 16) return snapshot;
  const view = new DataView(snapshot.buffer, snapshot.byteOffset);
  view.setUint32(8, snapshot.length, true);
  view.setUint32(12, crc32(snapshot.subarray(16)), true);
  return snapshot;
}

/** Case `number` of a seed: depends on nothing else, so one case can be made again. */
function makeCase(seeds: Seed[], seed: number, number: number): RunRequest {
  const below = random(seed * 1_000_003 + number);
  const { image, snapshot } = seeds[below(seeds.length)]!;
  const damaged = snapshot ? { image, snapshot: sealSnapshot(damage(snapshot, below)) } : { image: sealImage(damage(image, below)) };
  return { ...damaged, heap, maxInstructions, quiet: true, virtualTime: true, ...(below(4) === 0 ? { checkpointEvery: 97 } : {}) };
}

export async function fuzz(home: Home, seeds: Seed[], count: number, seed: number, progress?: (done: number) => void): Promise<FuzzReport> {
  const report: FuzzReport = { refused: 0, ran: 0, crashes: [] };
  for (let number = 0; number < count; number++) {
    const request = makeCase(seeds, seed, number);
    try {
      const { status } = await withinTime(home, request);
      if (status < 0) report.refused++;
      else report.ran++;
    } catch (error) {
      if (!(error instanceof HomeCrashed)) throw error;
      report.crashes.push({ number, request, message: error.message });
    }
    if (number % 1000 === 999) progress?.(number + 1);
  }
  return report;
}

async function withinTime(home: Home, request: RunRequest): Promise<{ status: number }> {
  const timer = setTimeout(() => home.kill(), hangMs);
  try {
    return await home.run(request);
  } finally {
    clearTimeout(timer);
  }
}
