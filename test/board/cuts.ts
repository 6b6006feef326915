/**
 * Scenarios in which power is lost at every flash operation, in every way. After each loss the board starts again, the client connects again and asks
 * again for what was not answered; what had been answered must still be so, and in the end everything must be as if nothing had happened.
 */
import { seededRandom } from "../../host/link/memory.js";
import type { Cut, FlashOperation } from "../../host/sim/flash.js";
import { Trial } from "./trial.js";
import { type Shape, World } from "./world.js";

export interface Scenario {
  readonly name: string;
  readonly shapes: readonly Partial<Shape>[];
  /** What is there before power may be lost. */
  prepare(trial: Trial): Promise<void>;
  /** What is done while power may be lost, at the end everything has come to its end. */
  run(trial: Trial): Promise<void>;
}

/** In which ways an operation can be cut. */
export type Way = "not done" | "half" | "four bytes" | "torn 1" | "torn 2" | "done";
export const ways: readonly Way[] = ["not done", "half", "four bytes", "torn 1", "torn 2", "done"];

export function cutOf(way: Way, { length }: FlashOperation, seed: number): Cut {
  switch (way) {
    case "not done":
      return 0;
    case "half":
      return length >> 1;
    case "four bytes":
      return 4;
    case "torn 1":
      return seededRandom(seed * 2);
    case "torn 2":
      return seededRandom(seed * 2 + 1);
    case "done":
      return length;
  }
}

/** Cuts of four bytes are another way only where the operation is longer. */
const worthWhile = (way: Way, length: number): boolean => way !== "four bytes" || length > 8;

interface Operation {
  readonly board: number;
  readonly length: number;
}

async function prepared(scenario: Scenario): Promise<Uint8Array[]> {
  const world = new World({ shapes: scenario.shapes });
  const trial = new Trial(world);
  await world.run(trial.connect().then(() => scenario.prepare(trial)));
  const flashes = world.end();
  preparedTrials.set(scenario, trial);
  return flashes;
}
const preparedTrials = new WeakMap<Scenario, Trial>();

/** Lives the scenario once, with `fault` in charge of the flashes. */
async function live(
  scenario: Scenario,
  flashes: Uint8Array[],
  fault: (board: number, operation: FlashOperation) => Cut | undefined,
): Promise<World> {
  const world = new World({ shapes: scenario.shapes, flashes });
  const trial = new Trial(world, preparedTrials.get(scenario));
  for (const [i, { flash }] of world.machines.entries())
    flash.fault = (operation) => (operation.kind === "read" ? undefined : fault(i, operation));
  await world.run(trial.connect().then(() => scenario.run(trial)));
  world.end();
  return world;
}

export interface Result {
  readonly operations: number;
  /** Sectors that it erases where nothing is cut. */
  readonly erases: number;
  readonly cuts: number;
}

export interface CutOptions {
  /** Power is lost a second time, at each of the operations that follow until the board has started again and a few more. */
  readonly twice?: boolean;
}

/** How many operations further the second cut may be: as many as a start makes, and some. */
const secondCuts = 8;

/** All cuts of a scenario. Throws where something is wrong, with what it was. */
export async function cutEverywhere(scenario: Scenario, { twice = false }: CutOptions = {}): Promise<Result> {
  const flashes = await prepared(scenario);
  const operations: Operation[] = [];
  let erases = 0;
  await live(scenario, flashes, (board, { kind, length }) => {
    operations.push({ board, length });
    if (kind === "erase") erases++;
    return undefined;
  });
  let cuts = 0;
  for (const [at, { board, length }] of operations.entries())
    for (const way of ways) {
      if (!worthWhile(way, length)) continue;
      for (let again = 0; again <= (twice ? secondCuts : 0); again++) {
        let count = 0;
        try {
          const world = await live(scenario, flashes, (_board, operation) => {
            const number = count++;
            return number === at || (again > 0 && number === at + again) ? cutOf(way, operation, number) : undefined;
          });
          if (world.cuts < 1) throw new Error("power was not lost");
        } catch (error) {
          const when = `operation ${at} of ${operations.length} (board ${board + 1})${again > 0 ? ` and ${again} later` : ""}, ${way}`;
          throw new Error(`${scenario.name}, ${when}: ${(error as Error).message}`, { cause: error });
        }
        cuts += again > 0 ? 2 : 1;
      }
    }
  return { operations: operations.length, erases, cuts };
}
