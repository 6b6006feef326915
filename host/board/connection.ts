/** A session that is opened again when it is lost, and the requests on it. */
import { Channel } from "../../build/generated/link.js";
import { type Clock, pause } from "../link/clock.js";
import type { Reader } from "../link/codec.js";
import { type QuietRequests, Requests } from "../link/requests.js";
import { Session, type SessionOptions } from "../link/session.js";
import { LinkError, type Transport } from "../link/transport.js";
import { speedUp } from "./faster.js";

const pauseMs = 250;
const repetitions = 3;

export interface ConnectionOptions extends SessionOptions {
  /** How long a lost session is tried to be opened again, ms. */
  readonly patience?: number;
  /** The session is lost; it is tried to be opened again. */
  readonly onLost?: () => void;
  /** There is a session again. */
  readonly onBack?: () => void;
}

export class Connection {
  /** How many sessions there were. What is asked for in pieces is of one piece only while this stays the same. */
  sessions = 0;
  private session!: Session;
  private requests!: Requests;
  private reopening: Promise<void> | undefined;
  private closed = false;
  private readonly listeners = new Map<number, (payload: Uint8Array) => void>();
  private readonly reopened = new Set<(error?: Error) => void>();

  private constructor(
    private readonly openTransport: () => Promise<Transport>,
    private readonly options: ConnectionOptions,
  ) {}

  /** Opens a transport and a session on it. Throws a LinkError. */
  static async create(open: () => Promise<Transport>, options: ConnectionOptions = {}): Promise<Connection> {
    const connection = new Connection(open, options);
    await connection.begin();
    return connection;
  }

  /** Whether there is a session now. */
  get alive(): boolean {
    return !this.closed && this.session.board !== undefined;
  }

  /** False after `close`. */
  get open(): boolean {
    return !this.closed;
  }

  get clock(): Clock {
    return this.session.clock;
  }

  get name(): string {
    return this.session.transport.name;
  }

  /** Bytes of the largest body of a request. */
  get largestBody(): number {
    return this.requests.largestBody;
  }

  /** The one listener for a channel's messages. */
  onChannel(channel: number, listener: (payload: Uint8Array) => void): void {
    this.listeners.set(channel, listener);
  }

  /** Calls `listener` after each loss of the session: when there is a new one, or with the reason why there is none. Returns how to stop. */
  onReopened(listener: (error?: Error) => void): () => void {
    this.reopened.add(listener);
    return () => {
      this.reopened.delete(listener);
    };
  }

  /** As Requests.request; where the session is lost meanwhile, the request is not repeated. */
  async once(request: number, body: Uint8Array, timeout?: number): Promise<Reader> {
    await this.ready();
    return this.requests.request(request, body, timeout);
  }

  /** For requests that may be done twice: where the session is lost, a new one is opened and the request sent again. */
  async request(request: number, body: Uint8Array, timeout?: number): Promise<Reader> {
    for (let left = repetitions; ; left--) {
      await this.ready();
      const { requests } = this;
      try {
        return await requests.request(request, body, timeout);
      } catch (error) {
        if (!(error instanceof LinkError) || left === 0 || this.closed || requests.alive) throw error;
      }
    }
  }

  /** As Requests.quietly, on the present session. */
  quietly(request: number, failed: (error: Error) => void): QuietRequests {
    return this.requests.quietly(request, failed);
  }

  async send(channel: number, payload: Uint8Array): Promise<void> {
    await this.ready();
    await this.session.send(channel, payload);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.requests.fail(new LinkError(`${this.name}: closed`));
    await this.session.close();
  }

  private async begin(): Promise<void> {
    const session = new Session(await this.openTransport(), this.options);
    this.session = session;
    this.requests = new Requests(session);
    session.listen({
      message: (channel, payload) => (channel === Channel.REQUESTS ? this.requests.take(payload) : this.listeners.get(channel)?.(payload)),
      lost: (error) => {
        this.requests.fail(error);
        if (!this.closed) this.options.onLost?.();
        if (this.reopened.size > 0) this.ready().catch(() => undefined);
      },
    });
    try {
      await session.open();
      this.sessions++;
      await this.speedUp();
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  private async speedUp(): Promise<void> {
    const { faster } = this.session.transport;
    if (faster) await speedUp(faster, this.requests, this.clock);
  }

  /** Settled when there is a session. */
  private async ready(): Promise<void> {
    if (this.closed) throw new LinkError(`${this.name}: closed`);
    if (this.session.board) return;
    this.reopening ??= this.reopen().finally(() => {
      this.reopening = undefined;
    });
    await this.reopening;
  }

  private async reopen(): Promise<void> {
    const { clock } = this;
    const end = clock.now() + (this.options.patience ?? 15_000);
    for (;;) {
      try {
        if (this.session.gone) await this.begin();
        else {
          const { faster } = this.session.transport;
          await faster?.setRate(faster.usual);
          await this.session.open();
          this.sessions++;
          this.requests = new Requests(this.session);
          await this.speedUp();
        }
        break;
      } catch (error) {
        if (this.closed || clock.now() >= end) {
          for (const listener of this.reopened) listener(error as Error);
          throw error;
        }
        await pause(clock, pauseMs);
      }
    }
    this.options.onBack?.();
    for (const listener of this.reopened) listener();
  }
}
