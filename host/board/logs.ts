/** Following what functions write. A link has one subscription; all followers of a board share it. */
import { Channel, Request } from "../../build/generated/link.js";
import { Reader, Writer } from "../link/codec.js";
import { LinkError } from "../link/transport.js";
import { readEntry } from "./bodies.js";
import type { Connection } from "./connection.js";

/** Streams of a function. A report is the machine's word about an exception that was not caught; host/traceback.ts renders it. */
export type LogStream = "stdout" | "stderr" | "report";
const streams: Readonly<Record<number, LogStream>> = { 1: "stdout", 2: "stderr", 3: "report" };

export interface LogEntry {
  readonly uid: bigint;
  /** How many bytes the function had written, in all its lives and on all boards, before these. */
  readonly position: number;
  readonly stream: LogStream;
  readonly bytes: Uint8Array;
  /** Bytes before these that are lost: the board had no room to keep them. */
  readonly lost: number;
}

/** A board is silent so long when it has sent all that it has, ms. */
const silenceMs = 300;

/** Takes each byte once, however often boards send it. */
export class Deduplicator {
  private report: { position: number; seen: number; now: number } | undefined;

  /** `position`: of the next byte that is wanted. */
  constructor(private position: number) {}

  get next(): number {
    return this.position;
  }

  /** A new session: reports come from their beginning again. */
  restart(): void {
    if (this.report) this.report.now = 0;
  }

  /** The entry without what was there before; undefined where nothing of it is new. */
  take(entry: Omit<LogEntry, "lost">): LogEntry | undefined {
    if (entry.stream === "report") return this.takeReport(entry);
    const known = Math.max(0, this.position - entry.position);
    if (known >= entry.bytes.length) return undefined;
    const lost = Math.max(0, entry.position - this.position);
    const position = entry.position + known;
    this.position = entry.position + entry.bytes.length;
    return { ...entry, position, bytes: entry.bytes.subarray(known), lost };
  }

  /** The parts of a report have the position where it was written: they are told apart by how many bytes of it came before. */
  private takeReport(entry: Omit<LogEntry, "lost">): LogEntry | undefined {
    if (this.report && entry.position < this.report.position) return undefined;
    if (!this.report || entry.position > this.report.position) this.report = { position: entry.position, seen: 0, now: 0 };
    const { report } = this;
    const known = Math.min(entry.bytes.length, report.seen - report.now);
    report.now += entry.bytes.length;
    report.seen = Math.max(report.seen, report.now);
    return known < entry.bytes.length ? { ...entry, bytes: entry.bytes.subarray(known), lost: 0 } : undefined;
  }
}

const named = (name: string): Uint8Array => new Writer().name(name).done();

interface Follower {
  readonly name: string;
  uid: bigint | undefined;
  readonly known: Deduplicator;
  readonly take: (entry: LogEntry) => void;
  readonly fail: (error: Error) => void;
}

export interface FollowOptions {
  /** The position of the first byte that is wanted; 0 by default. */
  readonly from?: number;
  /** Goes on until the caller leaves the loop. Else it ends when all is told that the function had written when it was asked. */
  readonly follow?: boolean;
  /** Ends the loop from outside of it. */
  readonly signal?: AbortSignal;
}

export class Logs {
  private readonly followers = new Set<Follower>();
  private stopListening: (() => void) | undefined;

  constructor(private readonly connection: Connection) {
    connection.onChannel(Channel.LOGS, (message) => this.take(message));
  }

  /**
   * What the function wrote from `from` on, each byte once and in order. Where the session is lost, it goes on in the next one. Throws a BoardError where
   * there is no such function, a LinkError where the board can't be reached any more.
   */
  async *follow(name: string, { from = 0, follow = false, signal }: FollowOptions = {}): AsyncGenerator<LogEntry, void, undefined> {
    const queue: LogEntry[] = [];
    let failure: Error | undefined;
    let wake: () => void = () => undefined;
    const follower: Follower = {
      name,
      uid: undefined,
      known: new Deduplicator(from),
      take: (entry) => {
        queue.push(entry);
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
        const entry = queue.shift();
        if (entry) {
          yield entry;
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
  }

  private async remove(follower: Follower): Promise<void> {
    this.followers.delete(follower);
    if (this.followers.size === 0) {
      this.stopListening?.();
      this.stopListening = undefined;
    }
    // A board that can't be reached sends nothing any more.
    await this.subscribe().catch(() => undefined);
  }

  /** Tells the board what is wanted: one function from a position on, or, for several followers, all that it has. */
  private async subscribe(): Promise<void> {
    const body = (position: number, on: boolean, name: string): Uint8Array =>
      new Writer()
        .u64(position)
        .u8(on ? 1 : 0)
        .name(name)
        .done();
    const [first, ...others] = this.followers;
    for (const follower of this.followers) {
      follower.known.restart();
      follower.uid ??= (await this.connection.request(Request.STAT, named(follower.name))).u64();
    }
    if (!first) await this.connection.once(Request.FOLLOW, body(0, false, ""));
    else if (others.length === 0) await this.connection.request(Request.FOLLOW, body(first.known.next, true, first.name));
    else await this.connection.request(Request.FOLLOW, body(0, true, ""));
  }

  private reopened(error: Error | undefined): void {
    const fail = (reason: Error): void => {
      for (const follower of this.followers) follower.fail(reason);
    };
    if (error) fail(error);
    else this.subscribe().catch((reason) => reason instanceof LinkError || fail(reason));
  }

  private take(message: Uint8Array): void {
    const reader = new Reader(message);
    const [uid, position, stream] = [reader.u64(), reader.count(), streams[reader.u8()]] as const;
    reader.skip(7);
    if (!stream) return;
    const bytes = reader.rest().slice();
    for (const follower of this.followers) {
      if (follower.uid !== uid) continue;
      const entry = follower.known.take({ uid, position, stream, bytes });
      if (entry) follower.take(entry);
    }
  }
}
