/** Following what functions write. A link has one subscription; all followers of a board share it. */
import { ErrorNumber } from "../../build/generated/errors.js";
import { Channel, Request } from "../../build/generated/link.js";
import type { Timer } from "../link/clock.js";
import { Reader, Writer } from "../link/codec.js";
import { BoardError } from "../link/requests.js";
import { LinkError } from "../link/transport.js";
import { type FunctionInfo, readEntry } from "./bodies.js";
import type { Connection } from "./connection.js";
import { Deduplicator, type LogEntry, streams } from "./log-entry.js";

export type { LogEntry, LogStream } from "./log-entry.js";

/** A board is silent so long when it has sent all that it has, ms. */
const silenceMs = 300;
/** How often it is looked what became of a function that is followed and silent, ms. */
const lookMs = 1000;

/** What the next look, or the next session, makes good: the session was lost, or the function went between two requests. */
const passing = (error: unknown): boolean =>
  error instanceof LinkError || (error instanceof BoardError && error.number === ErrorNumber.BOARD_NO_FUNCTION);
const named = (name: string): Uint8Array => new Writer().name(name).done();

/** What can become of a function that is followed. */
export type FollowChange = "replaced" | "gone" | "ended" | "failed";

/** A change stands in the queue among the output, behind what was written before it. */
interface Change {
  readonly change: FollowChange;
  readonly info: FunctionInfo | undefined;
}

interface Follower {
  readonly name: string;
  uid: bigint | undefined;
  known: Deduplicator;
  /** Goes on when the function is replaced or gone. */
  readonly lasting: boolean;
  /** What was told last; undefined while the function lives. */
  told: FollowChange | undefined;
  /** Whether something came since the last look. */
  heard: boolean;
  timer: Timer | undefined;
  readonly put: (what: LogEntry | Change) => void;
  readonly fail: (error: Error) => void;
}

export interface FollowOptions {
  /** The position of the first byte that is wanted; 0 by default. */
  readonly from?: number;
  /** Goes on until the caller leaves the loop. Else it ends when all is told that the function had written when it was asked. */
  readonly follow?: boolean;
  /** Ends the loop from outside of it. */
  readonly signal?: AbortSignal;
  /**
   * With `follow`: the name has another function now, whose output follows from its beginning; or none; or it has come to its end. Called once each, in its place among
   * the entries. The loop waits for the next function of this name.
   */
  readonly onChange?: (change: FollowChange, info: FunctionInfo | undefined) => void;
}

export class Logs {
  private readonly followers = new Set<Follower>();
  private stopListening: (() => void) | undefined;
  /** Subscriptions one after another: the board starts anew with each. */
  private subscribing: Promise<unknown> = Promise.resolve();

  constructor(private readonly connection: Connection) {
    connection.onChannel(Channel.LOGS, (message) => this.take(message));
  }

  /**
   * What the function wrote from `from` on, each byte once and in order. Where the session is lost, it goes on in the next one. Throws a BoardError where
   * there is no such function, a LinkError where the board can't be reached any more.
   */
  async *follow(name: string, options: FollowOptions = {}): AsyncGenerator<LogEntry, void, undefined> {
    const { from = 0, follow = false, signal, onChange } = options;
    const queue: (LogEntry | Change)[] = [];
    let failure: Error | undefined;
    let wake: () => void = () => undefined;
    const follower: Follower = {
      name,
      uid: undefined,
      known: new Deduplicator(from),
      lasting: follow,
      told: undefined,
      heard: false,
      timer: undefined,
      put: (what) => {
        queue.push(what);
        wake();
      },
      fail: (error) => {
        failure = error;
        wake();
      },
    };
    const end = follow ? Number.POSITIVE_INFINITY : await this.writtenSoFar(name);
    await this.add(follower);
    const stop = (): void => wake();
    signal?.addEventListener("abort", stop);
    try {
      while (!signal?.aborted) {
        const next = queue.shift();
        if (next) {
          if ("change" in next) onChange?.(next.change, next.info);
          else yield next;
          continue;
        }
        if (failure) throw failure;
        if (follower.known.next > end) return;
        const more = new Promise<boolean>((resolve) => {
          const timer = follow ? undefined : this.connection.clock.after(silenceMs, () => resolve(false));
          wake = () => {
            timer?.cancel();
            resolve(true);
          };
        });
        if (!(await more)) return;
      }
    } finally {
      signal?.removeEventListener("abort", stop);
      await this.remove(follower);
    }
  }

  /** The connection is closed: nobody looks any more. */
  close(): void {
    for (const follower of this.followers) follower.timer?.cancel();
  }

  /** How much a function that runs had written; of one that does not, silence tells that all is told. */
  private async writtenSoFar(name: string): Promise<number> {
    const { state, written } = readEntry(await this.connection.request(Request.STAT, named(name)));
    return state === "ended" || state === "failed" ? Number.POSITIVE_INFINITY : written;
  }

  private async add(follower: Follower): Promise<void> {
    this.followers.add(follower);
    this.stopListening ??= this.connection.onReopened((error) => this.reopened(error));
    try {
      await this.subscribe();
    } catch (error) {
      await this.remove(follower);
      throw error;
    }
    if (follower.lasting) this.lookLater(follower);
  }

  private async remove(follower: Follower): Promise<void> {
    this.followers.delete(follower);
    follower.timer?.cancel();
    if (this.followers.size === 0) {
      this.stopListening?.();
      this.stopListening = undefined;
    }
    // A board that can't be reached sends nothing any more.
    if (this.connection.alive) await this.subscribe().catch(() => undefined);
  }

  private lookLater(follower: Follower): void {
    follower.timer = this.connection.clock.after(lookMs, () => {
      const quiet = !follower.heard;
      follower.heard = false;
      const looking = quiet && this.connection.alive ? this.look(follower) : Promise.resolve();
      looking
        .catch((error) => passing(error) || follower.fail(error))
        .finally(() => this.followers.has(follower) && this.connection.open && this.lookLater(follower));
    });
  }

  /** What became of a function that is silent? */
  private async look(follower: Follower): Promise<void> {
    const info = await this.find(follower.name);
    const anew = info !== undefined && (info.uid !== follower.uid || follower.told === "gone");
    if (this.followers.has(follower) && this.note(follower, info, !anew) && anew) await this.subscribe();
  }

  /**
   * Notes what a board says of a follower's function; returns whether the board can send what it writes. Its end is told only where it was `subscribed` to before: else its
   * last output is yet to come.
   */
  private note(follower: Follower, info: FunctionInfo | undefined, subscribed: boolean): boolean {
    const arriving = info?.state === "incoming";
    if (!info || (arriving && info.uid !== follower.uid)) {
      this.tell(follower, "gone", undefined);
      return false;
    }
    if (info.uid !== follower.uid) {
      follower.uid = info.uid;
      follower.known = new Deduplicator(0);
      follower.told = undefined;
      follower.put({ change: "replaced", info });
    } else if (info.state === "ended" || info.state === "failed") {
      if (subscribed) this.tell(follower, info.state, info);
    } else if (!arriving) follower.told = undefined;
    return true;
  }

  private tell(follower: Follower, change: FollowChange, info: FunctionInfo | undefined): void {
    if (follower.told === change) return;
    follower.told = change;
    follower.put({ change, info });
  }

  private async find(name: string): Promise<FunctionInfo | undefined> {
    try {
      return readEntry(await this.connection.request(Request.STAT, named(name)));
    } catch (error) {
      if (error instanceof BoardError && error.number === ErrorNumber.BOARD_NO_FUNCTION) return undefined;
      throw error;
    }
  }

  private subscribe(): Promise<void> {
    const turn = this.subscribing.then(() => this.subscribeNow());
    this.subscribing = turn.catch(() => undefined);
    return turn;
  }

  /** Tells the board what is wanted: one function from a position on, or, for several followers, all that it has. */
  private async subscribeNow(): Promise<void> {
    const body = (position: number, on: boolean, name: string): Uint8Array =>
      new Writer()
        .u64(position)
        .u8(on ? 1 : 0)
        .name(name)
        .done();
    const there: Follower[] = [];
    for (const follower of [...this.followers]) {
      follower.known.restart();
      if (follower.uid === undefined) follower.uid = (await this.connection.request(Request.STAT, named(follower.name))).u64();
      else if (follower.lasting && !this.note(follower, await this.find(follower.name), false)) continue;
      there.push(follower);
    }
    const [first, ...others] = there;
    if (!first) await this.connection.once(Request.FOLLOW, body(0, false, ""));
    else if (others.length === 0) await this.connection.request(Request.FOLLOW, body(first.known.next, true, first.name));
    else await this.connection.request(Request.FOLLOW, body(0, true, ""));
  }

  private reopened(error: Error | undefined): void {
    const fail = (reason: Error): void => {
      for (const follower of this.followers) follower.fail(reason);
    };
    if (error) fail(error);
    else this.subscribe().catch((reason) => passing(reason) || fail(reason));
  }

  private take(message: Uint8Array): void {
    const reader = new Reader(message);
    const [uid, position, stream] = [reader.u64(), reader.count(), streams[reader.u8()]] as const;
    reader.skip(7);
    if (!stream) return;
    const bytes = reader.rest().slice();
    for (const follower of this.followers) {
      if (follower.uid !== uid) continue;
      follower.heard = true;
      const entry = follower.known.take({ uid, position, stream, bytes });
      if (entry) follower.put(entry);
    }
  }
}
