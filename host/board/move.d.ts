import type { Board } from "./board.js";
import { type Claim } from "./bodies.js";
/** The steps of a move, in their order; `settle` comes before a second attempt, `there` says that it had been moved before. */
export type MoveStep = "image" | "prepare" | "read" | "send" | "commit" | "go" | "settle" | "there";
export interface MoveOptions {
  /** Told when a step begins; `done` and `all` count the bytes of `image`, `read` and `send`. */
  readonly onStep?: (step: MoveStep, done?: number, all?: number) => void;
  /** Finds an image by its build id, so that it need not be read from the source. */
  readonly image?: (build: string) => Uint8Array | undefined;
}
export interface Move {
  /** The target's claim. */
  readonly claim: Claim;
  /** How long the function stood still: from PREPARE to GO's answer. 0 where it had been moved before. */
  readonly stoppedMs: number;
  /** Bytes of its record. */
  readonly bytes: number;
}
/** What a board knows of a function; undefined: nothing. */
export declare function claimOn(board: Board, uid: bigint): Promise<Claim | undefined>;
/**
 * Moves a function; see Board.migrate. An interrupted move is finished or given up by moving again, or by `settle`.
 */
export declare function move(source: Board, name: string, target: Board, options: MoveOptions): Promise<Move>;
/**
 * Finishes or gives up a move of one function from source to target, as handover.h says under "Settling"; returns the target's claim afterwards, undefined where
 * it knows nothing of the function.
 */
export declare function settleOne(source: Board, target: Board, uid: bigint): Promise<Claim | undefined>;
/** A function that settle found in the midst of a move, and where it is now. */
export interface Settled {
  readonly name: string;
  readonly uid: bigint;
  readonly owner: "first" | "second" | "neither";
}
/** Finishes or gives up every move between two boards that was interrupted, in either direction. */
export declare function settle(first: Board, second: Board): Promise<Settled[]>;
