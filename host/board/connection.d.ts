import type { Clock } from "../link/clock.js";
import type { Reader } from "../link/codec.js";
import { type QuietRequests } from "../link/requests.js";
import { type SessionOptions } from "../link/session.js";
import { type Transport } from "../link/transport.js";
export interface ConnectionOptions extends SessionOptions {
  /** How long a lost session is tried to be opened again, ms. */
  readonly patience?: number;
}
export declare class Connection {
  private readonly open;
  private readonly options;
  private session;
  private requests;
  private reopening;
  private closed;
  private readonly listeners;
  private readonly reopened;
  private constructor();
  /** Opens a transport and a session on it. Throws a LinkError. */
  static create(open: () => Promise<Transport>, options?: ConnectionOptions): Promise<Connection>;
  get clock(): Clock;
  get name(): string;
  /** Bytes of the largest body of a request. */
  get largestBody(): number;
  /** The one listener for a channel's messages. */
  onChannel(channel: number, listener: (payload: Uint8Array) => void): void;
  /** Calls `listener` after each loss of the session: when there is a new one, or with the reason why there is none. Returns how to stop. */
  onReopened(listener: (error?: Error) => void): () => void;
  /** As Requests.request; where the session is lost meanwhile, the request is not repeated. */
  once(request: number, body: Uint8Array, timeout?: number): Promise<Reader>;
  /** For requests that may be done twice: where the session is lost, a new one is opened and the request sent again. */
  request(request: number, body: Uint8Array, timeout?: number): Promise<Reader>;
  /** As Requests.quietly, on the present session. */
  quietly(request: number, failed: (error: Error) => void): QuietRequests;
  send(channel: number, payload: Uint8Array): Promise<void>;
  close(): Promise<void>;
  private begin;
  /** Settled when there is a session. */
  private ready;
  private reopen;
}
