import { type Transport } from "../link/transport.js";
import { type BoardInfo, type BoardStats, type FunctionHead, type FunctionInfo, type FunctionLimits } from "./bodies.js";
import { Connection, type ConnectionOptions } from "./connection.js";
import { type FollowOptions, type LogEntry } from "./logs.js";
import { type Move, type MoveOptions, type Settled } from "./move.js";
import { type Progress } from "./upload.js";
export interface ConnectOptions extends ConnectionOptions {
  /** How long a connection may take, ms. */
  readonly timeout?: number;
}
export interface DeployOptions extends Partial<FunctionLimits> {
  /** A compiled program. */
  readonly image: Uint8Array;
  /** 1 to 31 bytes of UTF-8. A function of this name that is there already is replaced. */
  readonly name: string;
  /** Deployed, but not started before `resume`. */
  readonly suspended?: boolean;
  /** Told how much of the image is sent; not called where the board has it already. */
  readonly onProgress?: Progress;
}
/** A function's state as a file of its own, and what belongs to it. */
export interface StoredFunction {
  readonly head: FunctionHead;
  /** An `.nps` file, which `nanopy resume` goes on from; empty for a function that has not begun, a report for one that failed. */
  readonly snapshot: Uint8Array;
  /** The `.npi` file that it names. */
  readonly image: Uint8Array;
}
/** A handler raised an exception, or its result is no JSON value. */
export declare class FunctionError extends Error {
  readonly payload: {
    errorMessage?: string;
    errorType?: string;
    stackTrace?: unknown[];
  };
  readonly name = "FunctionError";
  /** `payload` is the answer's JSON: errorMessage, errorType, stackTrace. */
  constructor(payload: {
    errorMessage?: string;
    errorType?: string;
    stackTrace?: unknown[];
  });
}
/** A function's terminal. */
export interface Attachment {
  /** What the function writes from now on. The loop ends by leaving it. */
  readonly output: AsyncGenerator<LogEntry, void, undefined>;
  /** Sends input; settled when it is on its way. */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the input. */
  end(): Promise<void>;
  /** Ends the attachment; the function goes on. */
  close(): Promise<void>;
}
/**
 * A board that is connected.
 *
 * Methods throw a BoardError where the board refuses (its `number` and `code` are those of errors.def) and a LinkError where it can't be reached. A session that is
 * lost is opened again; what may be done twice is asked again, `deploy` (its last step), `invoke`, `restore` (its last step) and `remove` are not.
 *
 *     const board = await Board.connect("tcp:localhost:7890");
 *     await board.deploy({ image, name: "thermostat" });
 *     for await (const { bytes } of board.logs("thermostat", { follow: true })) process.stdout.write(bytes);
 */
export declare class Board {
  /** For the longer conversations of this folder. */
  readonly connection: Connection;
  private readonly following;
  private constructor();
  /**
   * Connects to a board: an address (`tcp:HOST:PORT`, `serial:PATH`), or a function that opens a transport, again after each loss.
   */
  static connect(address: string | (() => Promise<Transport>), options?: ConnectOptions): Promise<Board>;
  /** The address by which it was reached. */
  get address(): string;
  close(): Promise<void>;
  info(): Promise<BoardInfo>;
  stats(): Promise<BoardStats>;
  /** Gives the board another name: 1 to 31 bytes. */
  rename(name: string): Promise<void>;
  /** All functions on the board. */
  list(): Promise<FunctionInfo[]>;
  stat(name: string): Promise<FunctionInfo>;
  /** As `stat`, but undefined where the board has no such function. */
  find(name: string): Promise<FunctionInfo | undefined>;
  hasImage(build: string): Promise<boolean>;
  /** Stores an image, unless it is there; the board verifies it. */
  putImage(image: Uint8Array, onProgress?: Progress): Promise<void>;
  /** An image that the board has. */
  readImage(build: string): Promise<Uint8Array>;
  /** Puts a program on the board under a name and starts it. Limits that are left out are the board's choice, `heap` 16 KB. */
  deploy(options: DeployOptions): Promise<{
    uid: bigint;
    version: number;
  }>;
  /** Deletes a function. Its image goes when nothing names it any more. */
  remove(name: string): Promise<void>;
  /**
   * Calls the function's `handler` with an event, any JSON value, and returns its result. Throws a FunctionError where the handler raises; a BoardError where
   * there is no handler, or after `timeout` ms (0: never).
   */
  invoke(
    name: string,
    event: unknown,
    {
      timeout,
    }?: {
      timeout?: number;
    },
  ): Promise<unknown>;
  /**
   * What a function writes: each byte once, in order, from `from` on, through cuts and restarts. A board keeps only the last output: `lost` of an entry says how much
   * is missing before it. With `follow` it ends only by leaving the loop.
   */
  logs(name: string, options?: FollowOptions): AsyncGenerator<LogEntry, void, undefined>;
  /** Makes this connection the function's terminal. */
  attach(name: string): Promise<Attachment>;
  /** Stops a function between two instructions and stores it. */
  suspend(name: string): Promise<FunctionInfo>;
  resume(name: string): Promise<FunctionInfo>;
  /** The state of a function and its image. One that runs stands still meanwhile, and goes on afterwards. */
  snapshot(name: string): Promise<StoredFunction>;
  /**
   * Makes a new function of a snapshot and its image; returns its uid. It is suspended where `suspended` says so, else it runs. `head` is what `snapshot` returned; of
   * a snapshot from elsewhere only the limits need to be given.
   */
  restore(
    name: string,
    {
      snapshot,
      image,
      head,
    }: {
      snapshot: Uint8Array;
      image: Uint8Array;
      head?: Partial<FunctionLimits>;
    },
    {
      suspended,
      onProgress,
    }?: {
      suspended?: boolean;
      onProgress?: Progress;
    },
  ): Promise<bigint>;
  /**
   * Moves a function to another board, which goes on where this one stopped. Whatever fails, at most one board runs it; where a move was interrupted, moving
   * again, or `settle`, finishes it or gives it up.
   */
  migrate(name: string, target: Board, options?: MoveOptions): Promise<Move>;
  /** Finishes or gives up all moves between this board and another one that were interrupted. */
  settle(other: Board): Promise<Settled[]>;
  /** A record in flash that is being moved or stands still: its head and what follows. */
  readRecord(uid: bigint, epoch: number, length: number, onProgress?: (done: number) => void): Promise<Uint8Array>;
  /** All pieces are asked for at once; the link's window sets the pace. */
  private readPieces;
  private unlessMissing;
}
