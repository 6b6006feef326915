/**
 * `npm run fuzz -- --boards [--count 100 --steps 300 --seed 1 --ruins 3]`: sieges of whole boards with ASan and UBSan by hostile peers, and after each, boards that
 * start with damaged flashes (one that is not survived is written to build/fuzz). The same seed asks the same things; what the board does meanwhile depends on its clock.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { openNative } from "../host/machine/native.js";
import { ruined, ruinSectors, Siege } from "../test/board/siege.js";
import { random } from "../test/support/damage.js";
import { seedsOf } from "../test/support/fuzz.js";
import { built } from "./build/paths.js";

export interface SiegesOptions {
  /** How many sieges, how many steps each, and how many damaged flashes after each. */
  readonly count: number;
  readonly steps: number;
  readonly ruins: number;
  readonly seed: number;
}

/** Prints what went wrong, and what was answered how often; returns how many sieges failed. */
export async function fuzzBoards({ count, steps, ruins, seed: first }: SiegesOptions): Promise<number> {
  const home = openNative("sanitize");
  const seeds = await seedsOf(home, true);
  home.close();
  const answers: Record<string, number> = {};
  let failed = 0;
  let slowest = { ms: 0, what: "" };
  /** What earlier sieges left in flash. */
  const flashes: Uint8Array[] = [];

  async function besiege(siege: Siege, steps: number): Promise<void> {
    try {
      const report = await siege.run(steps);
      for (const [code, count] of Object.entries(report.answers)) answers[code] = (answers[code] ?? 0) + count;
      if (report.slowest.ms > slowest.ms) slowest = report.slowest;
    } catch (error) {
      failed++;
      console.error((error as Error).message);
      if (!siege.ruin) return;
      mkdirSync(built("fuzz"), { recursive: true });
      writeFileSync(built("fuzz", `board-${siege.number}.flash`), siege.ruin);
    }
  }

  for (let number = first; number < first + count; number++) {
    const siege = new Siege(number, seeds);
    await besiege(siege, steps);
    const below = random(number);
    if (siege.flash.length === ruinSectors * 4096) flashes.push(siege.flash);
    if (flashes.length > 8) flashes.shift();
    for (let i = 0; i < ruins && flashes.length > 0; i++) {
      const flash = ruined(flashes[below(flashes.length)]!, flashes[below(flashes.length)]!, below);
      await besiege(new Siege(number * 1000 + i, seeds, flash), steps / 10);
    }
  }
  const told = Object.entries(answers).sort(([, a], [, b]) => b - a);
  console.log(`${count} sieges, ${failed} failed; the slowest answer, to ${slowest.what}, took ${slowest.ms} ms`);
  console.log(told.map(([code, count]) => `${code} ${count}`).join(", "));
  return failed;
}
