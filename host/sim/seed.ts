/** What a simulator's seed is where nobody chose one. */
import { createHash, randomInt } from "node:crypto";
import { resolve } from "node:path";

/**
 * Boards that are kept in a file are the same after a restart, as others' hand-overs name them by their ids; any others differ from
 * those of each simulator beside this one, for a function may move between them.
 */
export function seedFor(flash: string | undefined): number {
  return flash === undefined ? randomInt(2 ** 32) : createHash("sha256").update(resolve(flash)).digest().readUInt32LE(0);
}
