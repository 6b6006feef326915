/** A board, as programs on the host see it. */
import { ErrorNumber } from "../../build/generated/errors.js";
import { Channel, Request, Upload } from "../../build/generated/link.js";
import type { Address } from "../config/address.js";
import { buildIdOf, imageIdOf, isImage, isSnapshot } from "../formats.js";
import { openAddress } from "../link/address.js";
import { Reader, Writer } from "../link/codec.js";
import { BoardError } from "../link/requests.js";
import { LinkError, type Transport } from "../link/transport.js";
import {
  type BoardInfo,
  type BoardStats,
  encodeDeploy,
  encodeHead,
  type FunctionHead,
  type FunctionInfo,
  type FunctionLimits,
  headBytes,
  readEntry,
  readHead,
  readInfo,
  readStats,
} from "./bodies.js";
import { Connection, type ConnectionOptions } from "./connection.js";
import { InputCredit } from "./input-credit.js";
import { type FollowOptions, type LogEntry, Logs } from "./logs.js";
import { giveUp, type Move, type MoveOptions, move, type Settled, settle } from "./move.js";
import { bringPrelude, type FindPrelude, foreignPrelude } from "./preludes.js";
import { restart } from "./restart.js";
import { type FirmwareInfo, firmwareOf, type UpdateOptions, update } from "./update.js";
import { keyOfBuild, type Progress, upload } from "./upload.js";
import { encodeWifi, readWifiStatus, type WifiStatus } from "./wifi.js";

/** Most bytes of a record, image or answer in one response. */
const pieceBytes = 496;
/** Most bytes of stdin that a board keeps, and so that may be on their way before the function reads them. */
const stdinBytes = 64;
/** What may have to store a function first. */
const slow = 60_000;

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
  /** Finds the prelude of an image that another version of nanopy compiled, where the board lacks it as well. */
  readonly prelude?: FindPrelude;
}

/** A function's state as a file of its own, and what belongs to it. */
export interface StoredFunction {
  readonly head: FunctionHead;
  /** An `.nps` file, which `nanopy resume` goes on from; empty for a function that has not begun, a report for one that failed. */
  readonly snapshot: Uint8Array;
  /** The `.npi` file that it names. */
  readonly image: Uint8Array;
  /** The prelude that the image was compiled against, where that is not this package's. */
  readonly prelude?: Uint8Array;
}

/** A handler raised an exception, or its result is no JSON value. */
export class FunctionError extends Error {
  override readonly name = "FunctionError";

  /** `payload` is the answer's JSON: errorMessage, errorType, stackTrace. */
  constructor(readonly payload: { errorMessage?: string; errorType?: string; stackTrace?: unknown[] }) {
    super(`${payload.errorType ?? "Error"}: ${payload.errorMessage ?? ""}`);
  }
}

/** Most bytes of a line that is not at its end when somebody attaches. */
const lineBytes = 200;

/** A function's terminal. */
export interface Attachment {
  /** The line that the function had begun and not ended before, such as a prompt. */
  readonly begun: Uint8Array;
  /** What the function writes from now on. The loop ends by leaving it. */
  readonly output: AsyncGenerator<LogEntry, void, undefined>;
  /** Sends input; settled when it is on its way. */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the input. */
  end(): Promise<void>;
  /** Ends the attachment; the function goes on. */
  close(): Promise<void>;
}

const nothing = new Uint8Array();
const named = (name: string): Uint8Array => new Writer().name(name).done();

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
export class Board {
  private readonly following: Logs;

  private constructor(
    /** For the longer conversations of this folder. */
    readonly connection: Connection,
  ) {
    this.following = new Logs(connection);
  }

  /**
   * Connects to a board: an address (`tcp:HOST:PORT`, `serial:PATH`), or a function that opens a transport, again after each loss.
   */
  static async connect(address: string | Address | (() => Promise<Transport>), options: ConnectOptions = {}): Promise<Board> {
    const open = typeof address === "function" ? address : () => openAddress(address, options.timeout);
    return new Board(await Connection.create(open, options));
  }

  /** The address by which it was reached. */
  get address(): string {
    return this.connection.name;
  }

  async close(): Promise<void> {
    this.following.close();
    await this.connection.close();
  }

  /** `timeout`: how long it may take to answer, ms. */
  async info(timeout?: number): Promise<BoardInfo> {
    return readInfo(await this.connection.request(Request.INFO, nothing, timeout));
  }

  async stats(): Promise<BoardStats> {
    return readStats(await this.connection.request(Request.STATS, nothing));
  }

  /** Gives the board another name: 1 to 31 bytes. */
  async rename(name: string): Promise<void> {
    await this.connection.request(Request.RENAME, named(name));
  }

  /** What firmware it has. A BoardError UPDATE_NOT_HERE where that can't be updated over the link. */
  firmware(): Promise<FirmwareInfo> {
    return firmwareOf(this);
  }

  /**
   * Puts another firmware (the bytes of a firmware.bin) on the board; settled when it runs and has proved itself. Functions and what they stored stay. Throws a
   * FirmwareError where the bytes are none, a BoardError where the board refuses it, an UpdateError where it did not come up and the board went back to the old one.
   */
  update(firmware: Uint8Array, options: UpdateOptions = {}): Promise<{ before: FirmwareInfo; after: FirmwareInfo }> {
    return update(this, firmware, options);
  }

  /**
   * Restarts the board; settled when it answers again. Every function is stored first and goes on where it stood; a board that can't store one refuses, unless
   * `whatever` says that it may go on from its last record. Throws a LinkError where the board does not come back within `patience` ms.
   */
  restart({ whatever = false, patience = 30_000 }: { whatever?: boolean; patience?: number } = {}): Promise<BoardInfo> {
    return restart(this, whatever, patience);
  }

  /** How its Wi-Fi stands. A BoardError WIFI_NONE where it has none. */
  async wifi(): Promise<WifiStatus> {
    return readWifiStatus(await this.connection.request(Request.WIFI_STATUS, nothing));
  }

  /**
   * The network that it joins from now on, after restarts too: a name of 1 to 32 bytes, and its password, empty for an open one. The board gives the password
   * to nobody. What comes of it is told by `wifi`.
   */
  async setWifi(network: string, password: string): Promise<void> {
    await this.connection.request(Request.WIFI, encodeWifi(network, password));
  }

  /** Leaves its network, and forgets it. */
  async forgetWifi(): Promise<void> {
    await this.setWifi("", "");
  }

  /** All functions on the board. They are asked for one by one: a board that has restarted meanwhile has them in another order, and is asked anew. */
  async list(): Promise<FunctionInfo[]> {
    let session = this.connection.sessions;
    let functions: FunctionInfo[] = [];
    for (;;) {
      const index = new Writer().u16(functions.length).done();
      const entry = await this.unlessMissing(this.connection.request(Request.LIST, index));
      if (session !== this.connection.sessions) {
        session = this.connection.sessions;
        functions = [];
      } else if (entry) functions.push(readEntry(entry));
      else return functions;
    }
  }

  async stat(name: string): Promise<FunctionInfo> {
    return readEntry(await this.connection.request(Request.STAT, named(name)));
  }

  /** As `stat`, but undefined where the board has no such function. */
  async find(name: string): Promise<FunctionInfo | undefined> {
    const entry = await this.unlessMissing(this.connection.request(Request.STAT, named(name)));
    return entry && readEntry(entry);
  }

  async hasImage(build: string): Promise<boolean> {
    return (await this.connection.request(Request.HAS_IMAGE, new Writer().build(build).done())).u32() > 0;
  }

  /** Stores an image, unless it is there, and first the prelude it needs; the board verifies them. `prelude` finds one that this package does not have. */
  async putImage(image: Uint8Array, onProgress?: Progress, prelude?: FindPrelude): Promise<void> {
    if (!isImage(image)) throw new RangeError("this is not a nanopy image");
    await bringPrelude(this, image, prelude, onProgress);
    if (await this.hasImage(buildIdOf(image))) return;
    await upload(this.connection, { kind: Upload.IMAGE, key: keyOfBuild(buildIdOf(image)), bytes: image, onProgress });
  }

  /** An image that the board has. */
  async readImage(build: string): Promise<Uint8Array> {
    const length = (await this.connection.request(Request.HAS_IMAGE, new Writer().build(build).done())).u32();
    return this.readPieces(length, (at, count) =>
      this.connection.request(Request.READ_IMAGE, new Writer().build(build).u32(at).u16(count).done()),
    );
  }

  /** Puts a program on the board under a name and starts it. Limits that are left out are the board's choice, `heap` 16 KB. */
  async deploy(options: DeployOptions): Promise<{ uid: bigint; version: number }> {
    await this.putImage(options.image, options.onProgress, options.prelude);
    const limits = {
      heap: options.heap ?? 16 << 10,
      slice: options.slice ?? 0,
      timeout: options.timeout ?? 0,
      checkpoint: options.checkpoint ?? 0,
      invocationInstructions: options.invocationInstructions ?? 0,
      totalInstructions: options.totalInstructions ?? 0,
    };
    const body = encodeDeploy(options.name, buildIdOf(options.image), limits, options.suspended ?? false);
    const answer = await this.connection.once(Request.DEPLOY, body, slow);
    return { uid: answer.u64(), version: answer.u32() };
  }

  /** Deletes a function. Its image goes when nothing names it any more. */
  async remove(name: string): Promise<void> {
    await this.connection.once(Request.REMOVE, named(name), slow);
  }

  /**
   * Calls the function's `handler` with an event, any JSON value, and returns its result. Throws a FunctionError where the handler raises; a BoardError where
   * there is no handler, or after `timeout` ms (0: never).
   */
  async invoke(name: string, event: unknown, { timeout = 0 }: { timeout?: number } = {}): Promise<unknown> {
    const bytes = new TextEncoder().encode(JSON.stringify(event ?? null));
    const head = new Writer().u32(timeout);
    const short = 8 + 1 + new TextEncoder().encode(name).length + bytes.length <= this.connection.largestBody;
    if (!short) await upload(this.connection, { kind: Upload.EVENT, key: 0n, bytes });
    const body = short ? head.u32(bytes.length).name(name).raw(bytes) : head.u32(0).name(name);
    const answer = await this.connection.once(Request.INVOKE, body.done(), timeout > 0 ? timeout + slow : 0);
    const ok = answer.u8() !== 0;
    answer.skip(3);
    const length = answer.u32();
    const parts = [answer.rest()];
    let at = parts[0]!.length;
    while (at < length) {
      const part = (await this.connection.once(Request.ANSWER, new Writer().u32(at).name(name).done())).rest();
      if (part.length === 0) throw new LinkError(`${this.address}: the answer is shorter than the board said`);
      parts.push(part);
      at += part.length;
    }
    const value: unknown = JSON.parse(Buffer.concat(parts).toString("utf8"));
    if (!ok) throw new FunctionError((value ?? {}) as FunctionError["payload"]);
    return value;
  }

  /**
   * What a function writes: each byte once, in order, from `from` on, through cuts and restarts. A board keeps only the last output: `lost` of an entry says how much
   * is missing before it. With `follow` it ends only by leaving the loop.
   */
  logs(name: string, options: FollowOptions = {}): AsyncGenerator<LogEntry, void, undefined> {
    return this.following.follow(name, options);
  }

  /** The bytes of a function's output behind its last line's end, where the board has them: up to position `end`. */
  private async begunLine(name: string, end: number): Promise<Uint8Array> {
    let line = nothing;
    for await (const { stream, position, bytes } of this.logs(name, { from: Math.max(0, end - lineBytes) })) {
      if (stream === "report") continue;
      const before = bytes.subarray(0, Math.max(0, end - position));
      const ended = before.lastIndexOf(10);
      line = ended < 0 ? Buffer.concat([line, before]) : before.slice(ended + 1);
    }
    return line;
  }

  /** Makes this connection the function's terminal. */
  async attach(name: string): Promise<Attachment> {
    const { written } = await this.stat(name);
    const begun = written > 0 ? await this.begunLine(name, written) : nothing;
    const attach = (on: boolean): Promise<Reader> =>
      this.connection.request(
        Request.ATTACH,
        new Writer()
          .u8(on ? 1 : 0)
          .name(name)
          .done(),
      );
    const input = new InputCredit(stdinBytes);
    const uid = (await attach(true)).u64();
    this.connection.onChannel(Channel.STDIN, (message) => {
      const body = new Reader(message);
      if (body.u64() === uid) input.read(body.u32());
    });
    const stop = this.connection.onReopened((error) => {
      input.reset();
      if (!error) attach(true).catch(() => undefined);
    });
    const send = (bytes: Uint8Array): Promise<void> => this.connection.send(Channel.STDIN, new Writer().u64(uid).raw(bytes).done());
    const closing = new AbortController();
    const output = this.logs(name, { follow: true, from: written, signal: closing.signal });
    return {
      begun,
      output,
      async write(bytes) {
        for (let at = 0; at < bytes.length; ) {
          const length = await input.take(bytes.length - at);
          if (length === 0) return; // the attachment was closed
          await send(bytes.subarray(at, at + length));
          at += length;
        }
      },
      end: () => send(nothing),
      async close() {
        stop();
        input.close();
        closing.abort();
        await attach(false);
      },
    };
  }

  /** Stops a function between two instructions and stores it. */
  async suspend(name: string): Promise<FunctionInfo> {
    return readEntry(await this.connection.request(Request.SUSPEND, named(name), slow));
  }

  /**
   * Goes on with a function that was suspended, or that stands still in the midst of a move away from here: that move is given up, and the function goes on here.
   * A move that this board has committed can't be given up: the board refuses.
   */
  async resume(name: string): Promise<FunctionInfo> {
    const { state, uid } = await this.stat(name);
    if (state === "prepared") await giveUp(this, uid);
    return readEntry(await this.connection.request(Request.RESUME, named(name), slow));
  }

  /** The state of a function and its image. One that runs stands still meanwhile, and goes on afterwards. */
  async snapshot(name: string): Promise<StoredFunction> {
    const before = await this.stat(name);
    const stands = before.state === "suspended" || before.state === "failed";
    const { uid, epoch, storedBytes, build } = stands ? before : await this.suspend(name);
    try {
      const record = await this.readRecord(uid, epoch, storedBytes);
      const image = await this.readImage(build);
      const prelude = await foreignPrelude(this, image);
      return { head: readHead(new Reader(record)), snapshot: record.slice(headBytes), image, ...(prelude && { prelude }) };
    } finally {
      if (!stands) await this.resume(name);
    }
  }

  /**
   * Makes a new function of a snapshot and its image; returns its uid. It is suspended where `suspended` says so, else it runs. `head` is what `snapshot` returned; of
   * a snapshot from elsewhere only the limits need to be given.
   */
  async restore(
    name: string,
    { snapshot, image, head }: { snapshot: Uint8Array; image: Uint8Array; head?: Partial<FunctionLimits> },
    { suspended = false, onProgress, prelude }: { suspended?: boolean; onProgress?: Progress; prelude?: FindPrelude } = {},
  ): Promise<bigint> {
    if (!isSnapshot(snapshot)) throw new RangeError("this is not a nanopy snapshot");
    const build = buildIdOf(image);
    if (imageIdOf(snapshot) !== build) throw new BoardError(207, "WRITE");
    await this.putImage(image, onProgress, prelude);
    const view = new DataView(snapshot.buffer, snapshot.byteOffset, snapshot.length);
    const record = new Writer().raw(
      encodeHead({
        claim: { uid: 0n, peer: 0n, epoch: 0, state: 0 },
        build,
        version: 1,
        heap: head?.heap ?? view.getUint32(32, true),
        slice: head?.slice ?? 0,
        timeout: head?.timeout ?? 0,
        checkpoint: head?.checkpoint ?? 0,
        invocationInstructions: head?.invocationInstructions ?? 0,
        totalInstructions: head?.totalInstructions ?? 0,
        suspended,
        exitCode: 0,
        name,
      }),
    );
    return (await upload(this.connection, { kind: Upload.SNAPSHOT, key: 0n, bytes: record.raw(snapshot).done(), onProgress })).u64();
  }

  /**
   * Moves a function to another board, which goes on where this one stopped. Whatever fails, at most one board runs it; where a move was interrupted, moving
   * again, or `settle`, finishes it or gives it up.
   */
  migrate(name: string, target: Board, options: MoveOptions = {}): Promise<Move> {
    return move(this, name, target, options);
  }

  /** Finishes or gives up all moves between this board and another one that were interrupted. */
  settle(other: Board): Promise<Settled[]> {
    return settle(this, other);
  }

  /** The report of the exception that ended a function, from its record in flash: the log may have lost it. Empty where it did not fail. */
  async failureReport(name: string): Promise<Uint8Array> {
    const { state, uid, epoch, storedBytes } = await this.stat(name);
    if (state !== "failed") return nothing;
    const report = (await this.readRecord(uid, epoch, storedBytes)).slice(headBytes);
    return report.subarray(0, report.lastIndexOf(10) + 1); // it is filled up with zeros
  }

  /** A record in flash that is being moved or stands still: its head and what follows. */
  async readRecord(uid: bigint, epoch: number, length: number, onProgress?: (done: number) => void): Promise<Uint8Array> {
    const body = (at: number, count: number): Uint8Array => new Writer().u64(uid).u32(epoch).u32(at).u16(count).done();
    return this.readPieces(length, (at, count) => this.connection.request(Request.READ, body(at, count)), onProgress);
  }

  /** All pieces are asked for at once; the link's window sets the pace. */
  private async readPieces(
    length: number,
    ask: (at: number, count: number) => Promise<Reader>,
    onProgress?: (done: number) => void,
  ): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let done = 0;
    const read = async (start: number, end: number): Promise<void> => {
      for (let at = start; at < end; ) {
        const piece = (await ask(at, end - at)).rest();
        if (piece.length === 0 || piece.length > end - at)
          throw new LinkError(`${this.address}: the board sent ${piece.length} bytes of ${end - at}`);
        bytes.set(piece, at);
        at += piece.length;
        done += piece.length;
        onProgress?.(done);
      }
    };
    const starts = Array.from({ length: Math.ceil(length / pieceBytes) }, (_, i) => i * pieceBytes);
    await Promise.all(starts.map((at) => read(at, Math.min(length, at + pieceBytes))));
    return bytes;
  }

  private async unlessMissing(answer: Promise<Reader>): Promise<Reader | undefined> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof BoardError && error.number === ErrorNumber.BOARD_NO_FUNCTION) return undefined;
      throw error;
    }
  }
}
