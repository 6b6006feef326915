/**
 * Moving a function from one board to another, and settling moves that were interrupted. The rules are in runtime-c/board/handover.h; the boards keep them,
 * this end only carries messages, and does no harm whenever it is stopped.
 */
import { Request, State, Upload } from "../../build/generated/link.js";
import { Writer } from "../link/codec.js";
import { BoardError } from "../link/requests.js";
import type { Board } from "./board.js";
import { type Claim, owns, readClaim, writeClaim } from "./bodies.js";
import { upload } from "./upload.js";

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

const preludeError = 404;
const crcError = 411;
const noFunction = 402;
const settleAttempts = 5;
const slow = 60_000;

const claimBody = (claim: Claim): Uint8Array => writeClaim(new Writer(), claim).done();
const step = async (board: Board, request: number, body: Uint8Array): Promise<Claim> =>
  readClaim(await board.connection.request(request, body, slow));

/** What a board knows of a function; undefined: nothing. */
export async function claimOn(board: Board, uid: bigint): Promise<Claim | undefined> {
  try {
    return await step(board, Request.CLAIM, new Writer().u64(uid).done());
  } catch (error) {
    if (error instanceof BoardError && error.number === noFunction) return undefined;
    throw error;
  }
}

/** Sends the image where the target lacks it. */
async function bringImage(source: Board, target: Board, build: string, options: MoveOptions): Promise<void> {
  if (await target.hasImage(build)) return;
  options.onStep?.("image");
  const image = options.image?.(build) ?? (await source.readImage(build));
  await target.putImage(image, (done, all) => options.onStep?.("image", done, all));
}

/**
 * Moves a function; see Board.migrate. An interrupted move is finished or given up by moving again, or by `settle`.
 */
export async function move(source: Board, name: string, target: Board, options: MoveOptions): Promise<Move> {
  const [from, to] = await Promise.all([source.info(), target.info()]);
  if (from.id === to.id) throw new RangeError("source and target are the same board");
  const here = await source.find(name);
  if (!here) {
    const moved = await alreadyThere(source, target, name, options);
    if (moved) return moved;
  }
  const info = here ?? (await source.stat(name));
  if (from.prelude !== to.prelude) throw new BoardError(preludeError, "PREPARE");
  await bringImage(source, target, info.build, options);

  options.onStep?.("prepare");
  const begun = source.connection.clock.now();
  const answer = await source.connection.request(Request.PREPARE, new Writer().u64(to.id).name(name).done(), slow);
  const [prepared, length] = [readClaim(answer), answer.u32()];
  try {
    options.onStep?.("read", 0, length);
    const record = await source.readRecord(prepared.uid, prepared.epoch, length, (done) => options.onStep?.("read", done, length));
    options.onStep?.("send", 0, length);
    const crc = await offer(from.id, record, target, (done) => options.onStep?.("send", done, length));
    options.onStep?.("commit");
    const committed = await step(source, Request.COMMIT, writeClaim(new Writer(), prepared).u32(crc).done());
    options.onStep?.("go");
    const claim = await step(target, Request.GO, claimBody(committed));
    return { claim, stoppedMs: source.connection.clock.now() - begun, bytes: length };
  } catch (error) {
    // Whatever can be decided now is: better than a function that stands still. What is not stays safe until somebody settles it.
    options.onStep?.("settle");
    const claim = await settleOne(source, target, prepared.uid).catch(() => undefined);
    if (claim && owns(claim) && claim.peer === from.id) return { claim, stoppedMs: source.connection.clock.now() - begun, bytes: length };
    throw error;
  }
}

/** The source does not have it: was it moved before, or all but? */
async function alreadyThere(source: Board, target: Board, name: string, options: MoveOptions): Promise<Move | undefined> {
  const there = await target.find(name);
  if (!there) return undefined;
  options.onStep?.("settle");
  const claim = await settleOne(source, target, there.uid);
  if (!claim || !owns(claim)) return undefined;
  options.onStep?.("there");
  return { claim, stoppedMs: 0, bytes: there.storedBytes };
}

/** Stores a record that PREPARE gave out on the target, as INCOMING; returns its CRC. */
async function offer(source: bigint, record: Uint8Array, target: Board, onProgress: (done: number) => void): Promise<number> {
  return (await upload(target.connection, { kind: Upload.FUNCTION, key: source, bytes: record, onProgress })).u32();
}

/**
 * Finishes or gives up a move of one function from source to target, as handover.h says under "Settling"; returns the target's claim afterwards, undefined where
 * it knows nothing of the function.
 */
export async function settleOne(source: Board, target: Board, uid: bigint): Promise<Claim | undefined> {
  const [from, to] = await Promise.all([source.info(), target.info()]);
  for (let left = settleAttempts; ; left--) {
    // The target first, so that what the source says is never the older.
    const atTarget = await claimOn(target, uid);
    const atSource = await claimOn(source, uid);
    const incoming = atTarget?.state === State.INCOMING && atTarget.peer === from.id;
    try {
      if (atSource?.state === State.PREPARED && atSource.peer === to.id) {
        const given = await step(source, Request.ABORT, claimBody(atSource));
        if (await claimOn(target, uid)) await step(target, Request.ABORT, claimBody(given));
      } else if (atSource?.state === State.MOVED && atSource.peer === to.id) {
        if (incoming) return await step(target, Request.GO, claimBody(atSource));
      } else if (atSource && incoming) {
        await step(target, Request.ABORT, claimBody(atSource));
      } else return atTarget;
      return await claimOn(target, uid);
    } catch (error) {
      // Another host is at work on it: what the boards say now is the truth.
      if (!(error instanceof BoardError) || error.number === crcError || left === 0) throw error;
    }
  }
}

/** A function that settle found in the midst of a move, and where it is now. */
export interface Settled {
  readonly name: string;
  readonly uid: bigint;
  readonly owner: "first" | "second" | "neither";
}

/** Finishes or gives up every move between two boards that was interrupted, in either direction. */
export async function settle(first: Board, second: Board): Promise<Settled[]> {
  const [one, two] = await Promise.all([first.info(), second.info()]);
  const found = new Map<bigint, { name: string; forth: boolean }>();
  for (const board of [first, second]) {
    const other = board === first ? two.id : one.id;
    for (const { name, uid, state } of await board.list()) {
      if (state !== "prepared" && state !== "incoming") continue;
      if ((await claimOn(board, uid))?.peer !== other) continue;
      found.set(uid, { name, forth: (board === first) === (state === "prepared") });
    }
  }
  const settled: Settled[] = [];
  for (const [uid, { name, forth }] of found) {
    await (forth ? settleOne(first, second, uid) : settleOne(second, first, uid));
    const [a, b] = [await claimOn(first, uid), await claimOn(second, uid)];
    settled.push({ name, uid, owner: a && owns(a) ? "first" : b && owns(b) ? "second" : "neither" });
  }
  return settled;
}
