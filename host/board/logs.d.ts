import type { Connection } from "./connection.js";
/** Streams of a function. A report is the machine's word about an exception that was not caught; host/traceback.ts renders it. */
export type LogStream = "stdout" | "stderr" | "report";
export interface LogEntry {
  readonly uid: bigint;
  /** How many bytes the function had written, in all its lives and on all boards, before these. */
  readonly position: number;
  readonly stream: LogStream;
  readonly bytes: Uint8Array;
  /** Bytes before these that are lost: the board had no room to keep them. */
  readonly lost: number;
}
/** Takes each byte once, however often boards send it. */
export declare class Deduplicator {
  private position;
  private report;
  /** `position`: of the next byte that is wanted. */
  constructor(position: number);
  get next(): number;
  /** A new session: reports come from their beginning again. */
  restart(): void;
  /** The entry without what was there before; undefined where nothing of it is new. */
  take(entry: Omit<LogEntry, "lost">): LogEntry | undefined;
  /** The parts of a report have the position where it was written: they are told apart by how many bytes of it came before. */
  private takeReport;
}
export interface FollowOptions {
  /** The position of the first byte that is wanted; 0 by default. */
  readonly from?: number;
  /** Goes on until the caller leaves the loop. Else it ends when all that the board has kept is told. */
  readonly follow?: boolean;
}
export declare class Logs {
  private readonly connection;
  private readonly followers;
  private stopListening;
  constructor(connection: Connection);
  /**
   * What the function wrote from `from` on, each byte once and in order. Where the session is lost, it goes on in the next one. Throws a BoardError where
   * there is no such function, a LinkError where the board can't be reached any more.
   */
  follow(name: string, { from, follow }?: FollowOptions): AsyncGenerator<LogEntry, void, undefined>;
  private add;
  private remove;
  /** Tells the board what is wanted: one function from a position on, or, for several followers, all that it has. */
  private subscribe;
  private reopened;
  private take;
}
