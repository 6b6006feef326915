/**
 * Moving a function from one board to another, and settling moves that were interrupted. The rules are in runtime-c/board/handover.h; the boards keep them,
 * this end only carries messages, and does no harm whenever it is stopped.
 */
import { ErrorNumber } from "../../build/generated/errors.js";
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
  /** Interrupts the move; it is then settled as far as that goes in a few seconds, and an error thrown. */
  readonly signal?: AbortSignal;
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

const settleAttempts = 5;
/** How long a board may take to say what it has after a failure, ms. */
const askMs = 2000;
/** How long a move that failed tries to be settled, ms: somebody waits. */
const settleMs = 5000;
const slow = 60_000;

const claimBody = (claim: Claim): Uint8Array => writeClaim(new Writer(), claim).done();
const step = async (board: Board, request: number, body: Uint8Array): Promise<Claim> =>
  readClaim(await board.connection.request(request, body, slow));

/** What a board knows of a function; undefined: nothing. */
export async function claimOn(board: Board, uid: bigint): Promise<Claim | undefined> {
  try {
    return await step(board, Request.CLAIM, new Writer().u64(uid).done());
  } catch (error) {
    if (error instanceof BoardError && error.number === ErrorNumber.BOARD_NO_FUNCTION) return undefined;
    throw error;
  }
}

/** ABORT is safe on a board that is PREPARED, whatever the other side has: see handover.h. */
export async function giveUp(source: Board, uid: bigint): Promise<void> {
  const claim = await claimOn(source, uid);
  if (claim?.state === State.PREPARED) await step(source, Request.ABORT, claimBody(claim));
}

/** A move was ended by its signal. */
export class MoveInterrupted extends Error {
  override readonly name = "MoveInterrupted";
}

/** Both ends of a move are one board. */
export class SameBoard extends Error {
  override readonly name = "SameBoard";

  constructor(source: Board, target: Board) {
    const [a, b] = [source.address, target.address];
    super(
      a === b
        ? `source and target are the same board: ${a}`
        : `${a} and ${b} are the same board, or two simulators with the same ids: give one another --seed`,
    );
  }
}

/** Of a promise and the signal, what comes first. */
function unlessAborted(signal: AbortSignal | undefined): <T>(work: Promise<T>) => Promise<T> {
  if (!signal) return (work) => work;
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new MoveInterrupted("interrupted"));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  aborted.catch(() => undefined);
  return (work) => Promise.race([aborted, work]);
}

/** Undefined where it takes longer, or fails. */
function within<T>(board: Board, ms: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = board.connection.clock.after(ms, () => resolve(undefined));
    const settled = (value: T | undefined): void => {
      timer.cancel();
      resolve(value);
    };
    work.then(settled, () => settled(undefined));
  });
}

/** Sends the image where the target lacks it, and the prelude it runs with. */
async function bringImage(source: Board, target: Board, build: string, options: MoveOptions): Promise<void> {
  if (await target.hasImage(build)) return;
  options.onStep?.("image");
  const read = async (wanted: string): Promise<Uint8Array> => options.image?.(wanted) ?? (await source.readImage(wanted));
  await target.putImage(await read(build), (done, all) => options.onStep?.("image", done, all), read);
}

/**
 * Moves a function; see Board.migrate. An interrupted move is finished or given up by moving again, or by `settle`.
 */
export async function move(source: Board, name: string, target: Board, options: MoveOptions): Promise<Move> {
  const unless = unlessAborted(options.signal);
  const [from, to] = await unless(Promise.all([source.info(), target.info()]));
  if (from.id === to.id) throw new SameBoard(source, target);
  const here = await source.find(name);
  if (!here) {
    const moved = await alreadyThere(source, target, name, options);
    if (moved) return moved;
  }
  const info = here ?? (await source.stat(name));
  // Before it is stopped: else it would stand still for a move that can't be.
  const there = await target.find(name);
  if (there && there.uid !== info.uid && there.state !== "incoming")
    throw new BoardError(ErrorNumber.BOARD_NAME_TAKEN, "PREPARE", `on ${target.address}`);
  await unless(bringImage(source, target, info.build, options));

  options.onStep?.("prepare");
  const begun = source.connection.clock.now();
  let length = 0;
  try {
    const asked = source.connection.request(Request.PREPARE, new Writer().u64(to.id).name(name).done(), slow);
    const answer = await unless(asked);
    const prepared = readClaim(answer);
    length = answer.u32();
    options.onStep?.("read", 0, length);
    const record = await unless(source.readRecord(prepared.uid, prepared.epoch, length, (done) => options.onStep?.("read", done, length)));
    options.onStep?.("send", 0, length);
    const crc = await unless(offer(from.id, record, target, (done) => options.onStep?.("send", done, length)));
    options.onStep?.("commit");
    const committed = await unless(step(source, Request.COMMIT, writeClaim(new Writer(), prepared).u32(crc).done()));
    options.onStep?.("go");
    const claim = await unless(step(target, Request.GO, claimBody(committed)));
    return { claim, stoppedMs: source.connection.clock.now() - begun, bytes: length };
  } catch (error) {
    // Whatever can be decided now is: better than a function that stands still. What is not stays safe until somebody settles it.
    options.onStep?.("settle");
    const claim = await within(source, settleMs, settleOne(source, target, info.uid));
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
      if (!(error instanceof BoardError) || error.number === ErrorNumber.BOARD_CRC || left === 0) throw error;
    }
  }
}

/** Where a function is after a move failed, as far as the boards can be asked in a few seconds. */
export type Whereabouts = "here" | "there" | "stands" | "arriving" | "unknown";

/** `stands`: the source is PREPARED; `arriving`: it has left the source, and the target has not started it. */
export async function whereIs(source: Board, name: string, target: Board): Promise<Whereabouts> {
  const ask = async (board: Board): Promise<string> => (await board.find(name))?.state ?? "none";
  const [here, there] = await Promise.all([within(source, askMs, ask(source)), within(target, askMs, ask(target))]);
  if (here === "prepared") return "stands";
  if (here !== undefined && here !== "none" && here !== "incoming") return "here";
  if (here === "none" && there === "incoming") return "arriving";
  return here === "none" && there !== undefined && there !== "none" ? "there" : "unknown";
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
