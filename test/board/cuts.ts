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

function cutOf(way: Way, { length }: FlashOperation, seed: number): Cut {
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
  readonly cuts: number;
}

/** All cuts of a scenario. Throws where something is wrong, with what it was. `every` > 1: only every so-and-so-many operation. */
export async function cutEverywhere(scenario: Scenario, { every = 1 } = {}): Promise<Result> {
  const flashes = await prepared(scenario);
  const operations: Operation[] = [];
  await live(scenario, flashes, (board, { length }) => {
    operations.push({ board, length });
    return undefined;
  });
  let cuts = 0;
  for (let at = 0; at < operations.length; at += every)
    for (const way of ways) {
      if (!worthWhile(way, operations[at]!.length)) continue;
      let count = 0;
      try {
        const world = await live(scenario, flashes, (_board, operation) => (count++ === at ? cutOf(way, operation, at) : undefined));
        if (world.cuts !== 1) throw new Error(`power was lost ${world.cuts} times`);
      } catch (error) {
        const { board } = operations[at]!;
        throw new Error(
          `${scenario.name}, operation ${at} of ${operations.length} (board ${board + 1}), ${way}: ${(error as Error).message}`,
          { cause: error },
        );
      }
      cuts++;
    }
  return { operations: operations.length, cuts };
}
