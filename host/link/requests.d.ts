import { Reader } from "./codec.js";
import type { Session } from "./session.js";
/** The board refused a request. */
export declare class BoardError extends Error {
  readonly number: number;
  readonly request: string;
  readonly name = "BoardError";
  /** The error's name in errors.def, such as BOARD_NO_FUNCTION. */
  readonly code: string;
  /** `number` is the positive one of errors.def; `detail` what the board adds. */
  constructor(number: number, request: string, detail?: string);
}
/** Requests of one kind that are answered only where they fail. */
export interface QuietRequests {
  /** Settled when the request is on its way. */
  send(body: Uint8Array): Promise<void>;
  /** What is refused from now on is not told any more. */
  stop(): void;
}
export declare class Requests {
  private readonly session;
  private readonly pending;
  private last;
  /** False after the session's end. */
  alive: boolean;
  constructor(session: Session);
  /** Bytes of the largest body of a request and of a response. */
  get largestBody(): number;
  /**
   * Sends a request and returns its response's body. Throws a BoardError where the board refuses, a LinkError where the session ends or `timeout` ms
   * pass after it was sent (0: without limit): then it is not known whether the board has done it.
   */
  request(request: number, body: Uint8Array, timeout?: number): Promise<Reader>;
  /**
   * For requests that are answered only where they fail, such as DATA: `failed` is called once, at the first refusal or at the session's end.
   */
  quietly(request: number, failed: (error: Error) => void): QuietRequests;
  /** Takes a message of channel 1. */
  take(message: Uint8Array): void;
  /** The session has ended: nothing will be answered. */
  fail(error: Error): void;
  private settle;
  private newId;
  private send;
}
