import { type Clock } from "./clock.js";
import { LinkError, type Transport } from "./transport.js";
export declare const linkVersion = 1;
export declare const helloMs = 250;
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
export declare function encodeLimits({ lowest, highest, payload, window, id }: Limits): Uint8Array;
/** Undefined where the payload has another length. */
export declare function decodeLimits(bytes: Uint8Array): Limits | undefined;
export interface SessionOptions {
  readonly clock?: Clock;
  /** Chooses session numbers: 1 to 65535, another one each time. */
  readonly number?: () => number;
}
export interface SessionEvents {
  message(channel: number, payload: Uint8Array): void;
  /** The session has ended, not by `close`: `open` may be called again unless the transport is gone. */
  lost(error: LinkError): void;
}
export declare class Session {
  readonly transport: Transport;
  private readonly options;
  readonly clock: Clock;
  /** What the board answered to HELLO; undefined while there is no session. */
  board: Limits | undefined;
  /** The transport has ended; it can't be opened again. */
  gone: boolean;
  private number;
  private readonly reader;
  private reliable;
  private opening;
  private alive;
  private events;
  private silent;
  constructor(transport: Transport, options?: SessionOptions);
  /** Who is told of messages and of the end. */
  listen(events: SessionEvents): void;
  /** Opens a session, or a new one. Throws a LinkError where no board answers within `timeout` ms, or one of another version. */
  open(timeout?: number): Promise<void>;
  /** Sends a message. The promise is settled when it is on its way; it throws where there is no session, or it ends before. */
  send(channel: number, payload: Uint8Array): Promise<void>;
  /** Says goodbye and closes the transport. */
  close(): Promise<void>;
  private finish;
  private lose;
  private take;
  private welcome;
  /** A board that has restarted says BYE to an ACK: so a host that only listens learns of it. */
  private keepAlive;
  private write;
}
