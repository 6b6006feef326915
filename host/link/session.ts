/** The host's end of a session on a transport: opens it with HELLO, keeps it alive, notices its end. */
import { randomInt } from "node:crypto";
import { Frame } from "../../build/generated/link.js";
import { type Clock, systemClock, type Timer } from "./clock.js";
import { encodeFrame, FrameReader, type LinkFrame } from "./frame.js";
import { Reliable } from "./reliable.js";
import { LinkError, type Transport } from "./transport.js";

export const linkVersion = 1;
export const helloMs = 250;
const aliveMs = 2000;
/** What this end takes: as long frames as any board sends, and as many as it likes. */
const limits: Limits = { lowest: linkVersion, highest: linkVersion, payload: 4096, window: 16, id: 0n };
const limitsBytes = 16;
/** The least payload that a session is of use with: a request with a name. */
const leastPayload = 64;

/** The payload of HELLO and WELCOME. */
export interface Limits {
  /** Versions of LINK.md: in WELCOME the one chosen, twice; 0 where there is none in common. */
  readonly lowest: number;
  readonly highest: number;
  /** Bytes of the largest message that the sender takes. */
  readonly payload: number;
  /** Frames that the sender takes without acknowledging them. */
  readonly window: number;
  /** The board's id; 0 of a host. */
  readonly id: bigint;
}

export function encodeLimits({ lowest, highest, payload, window, id }: Limits): Uint8Array {
  const view = new DataView(new ArrayBuffer(limitsBytes));
  view.setUint8(0, lowest);
  view.setUint8(1, highest);
  view.setUint16(2, payload, true);
  view.setUint16(4, window, true);
  view.setBigUint64(8, id, true);
  return new Uint8Array(view.buffer);
}

/** Undefined where the payload has another length. */
export function decodeLimits(bytes: Uint8Array): Limits | undefined {
  if (bytes.length !== limitsBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return {
    lowest: view.getUint8(0),
    highest: view.getUint8(1),
    payload: view.getUint16(2, true),
    window: view.getUint16(4, true),
    id: view.getBigUint64(8, true),
  };
}

export interface SessionOptions {
  readonly clock?: Clock;
  /** Chooses session numbers: 1 to 65535, another one each time. */
  readonly number?: () => number;
  /** How long a board may take to answer at all, ms: longer for one that sleeps most of the time. Default: 5 s. */
  readonly wait?: number;
}

export interface SessionEvents {
  message(channel: number, payload: Uint8Array): void;
  /** The session has ended, not by `close`: `open` may be called again unless the transport is gone. */
  lost(error: LinkError): void;
}

const nothing = new Uint8Array();

/** Why the host can't use what the board grants. */
function refusalOf(board: Limits): string | undefined {
  if (board.highest !== linkVersion) return "board and tool speak different versions of the link: update the older one";
  if (board.payload < leastPayload || board.window < 1) return `the board offers messages of ${board.payload} bytes, which is too few`;
  return undefined;
}

export class Session {
  readonly clock: Clock;
  /** What the board answered to HELLO; undefined while there is no session. */
  board: Limits | undefined;
  /** The transport has ended; it can't be opened again. */
  gone = false;
  /** Why it has ended. */
  private end: LinkError | undefined;
  private number = 0;
  private readonly reader = new FrameReader();
  private reliable: Reliable | undefined;
  private opening: { resolve(): void; reject(error: LinkError): void } | undefined;
  private alive: Timer | undefined;
  private events: SessionEvents = { message: () => undefined, lost: () => undefined };
  private silent = true;

  constructor(
    readonly transport: Transport,
    private readonly options: SessionOptions = {},
  ) {
    this.clock = options.clock ?? systemClock;
    transport.onData((bytes) => {
      for (const frame of this.reader.push(bytes)) this.take(frame);
    });
    transport.onClose((error) => {
      this.gone = true;
      this.end = new LinkError(`${transport.name}: ${error ? error.message : "the board closed the connection"}`);
      this.lose(this.end);
    });
  }

  /** Who is told of messages and of the end. */
  listen(events: SessionEvents): void {
    this.events = events;
  }

  /** Opens a session, or a new one. Throws a LinkError where no board answers within `timeout` ms, or one of another version. */
  open(timeout = this.options.wait ?? 5000): Promise<void> {
    this.finish();
    if (this.gone) return Promise.reject(this.end ?? new LinkError(`${this.transport.name}: the connection is closed`));
    return new Promise<void>((resolve, reject) => {
      this.number = this.options.number?.() ?? randomInt(1, 0x10000);
      const end = this.clock.now() + timeout;
      let again: Timer | undefined;
      const settled = (): void => {
        again?.cancel();
        this.opening = undefined;
      };
      this.opening = {
        resolve: () => {
          settled();
          resolve();
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      };
      const hello = (): void => {
        if (this.clock.now() >= end) {
          const seconds = timeout / 1000;
          this.opening?.reject(
            new LinkError(
              `${this.transport.name}: no answer within ${seconds} s; is this a nanopy board, and nobody else connected to it? (NANOPY_WAIT=SECONDS waits longer for one that sleeps)`,
            ),
          );
          return;
        }
        again = this.clock.after(helloMs, hello);
        this.silent = true;
        void this.write(Frame.HELLO, 0, 0, 0, encodeLimits(limits));
      };
      hello();
    });
  }

  /** Sends a message. The promise is settled when it is on its way; it throws where there is no session, or it ends before. */
  async send(channel: number, payload: Uint8Array): Promise<void> {
    if (!this.reliable || !this.board) throw new LinkError(`${this.transport.name}: there is no session`);
    if (payload.length > this.board.payload)
      throw new LinkError(`a message of ${payload.length} bytes is too long: the board takes ${this.board.payload}`);
    if (!(await this.reliable.send(channel, payload))) throw new LinkError(`${this.transport.name}: the session ended`);
  }

  /** Says goodbye and closes the transport. */
  async close(): Promise<void> {
    if (this.reliable) await this.write(Frame.BYE, 0, 0, 0, nothing);
    this.finish();
    this.opening?.reject(new LinkError(`${this.transport.name}: closed`));
    this.gone = true;
    await this.transport.close();
  }

  private finish(): void {
    this.alive?.cancel();
    this.reliable?.end();
    this.reliable = undefined;
    this.board = undefined;
  }

  private lose(error: LinkError): void {
    const was = this.reliable !== undefined;
    this.finish();
    this.opening?.reject(error);
    if (was) this.events.lost(error);
  }

  private take(frame: LinkFrame): void {
    if (frame.session !== this.number) return;
    if (frame.kind === Frame.WELCOME) this.welcome(frame);
    else if (frame.kind === Frame.BYE) {
      if (this.reliable) this.lose(new LinkError(`${this.transport.name}: the board ended the session, or has restarted`));
    } else if (frame.kind !== Frame.HELLO) this.reliable?.take(frame);
  }

  private welcome({ payload }: LinkFrame): void {
    const board = decodeLimits(payload);
    if (!board || !this.opening) return;
    const refusal = refusalOf(board);
    if (refusal) {
      this.opening.reject(new LinkError(`${this.transport.name}: ${refusal}`));
      return;
    }
    this.board = board;
    this.reliable = new Reliable({
      clock: this.clock,
      window: board.window,
      write: (kind, channel, sequence, acknowledged, bytes) => this.write(kind, channel, sequence, acknowledged, bytes),
      deliver: (channel, bytes) => this.events.message(channel, bytes),
      silent: () => this.lose(new LinkError(`${this.transport.name}: the board does not answer any more`)),
    });
    this.keepAlive();
    this.opening.resolve();
  }

  /** A board that has restarted says BYE to an ACK: so a host that only listens learns of it. */
  private keepAlive(): void {
    this.alive = this.clock.after(aliveMs, () => {
      if (this.silent) this.reliable?.acknowledgeNow();
      this.silent = true;
      this.keepAlive();
    });
  }

  private write(kind: number, channel: number, sequence: number, acknowledged: number, payload: Uint8Array): void | Promise<void> {
    const frame = encodeFrame({ kind, channel, session: this.number, sequence, acknowledged, payload });
    const leading = this.silent || kind !== Frame.DATA;
    this.silent = false;
    if (!leading) return this.transport.write(frame);
    const bytes = new Uint8Array(frame.length + 1);
    bytes.set(frame, 1);
    return this.transport.write(bytes);
  }
}
