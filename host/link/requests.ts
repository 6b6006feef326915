/** Requests and their responses on channel 1 of a session: many at a time, matched by id. */
import { errors } from "../../build/generated/errors.js";
import { Channel, requestNames } from "../../build/generated/link.js";
import type { Timer } from "./clock.js";
import { Reader } from "./codec.js";
import type { Session } from "./session.js";
import { LinkError } from "./transport.js";

/** The board refused a request. */
export class BoardError extends Error {
  override readonly name = "BoardError";
  /** The error's name in errors.def, such as BOARD_NO_FUNCTION. */
  readonly code: string;

  /** `number` is the positive one of errors.def; `detail` what the board adds. */
  constructor(
    readonly number: number,
    readonly request: string,
    detail = "",
  ) {
    const known = errors.find((error) => error.number === number);
    super(
      `${known?.meaning ?? `the board refused with error ${number}`}${detail && `: ${detail}`} (E${number}${known ? `_${known.name}` : ""})`,
    );
    this.code = known?.name ?? `E${number}`;
  }
}

const requestHead = 4;
const responseHead = 4;

/** Requests of one kind that are answered only where they fail. */
export interface QuietRequests {
  /** Settled when the request is on its way. */
  send(body: Uint8Array): Promise<void>;
  /** What is refused from now on is not told any more. */
  stop(): void;
}

interface Pending {
  readonly request: number;
  readonly answered: (body: Uint8Array) => void;
  readonly failed: (error: Error) => void;
  timer?: Timer;
}

export class Requests {
  private readonly pending = new Map<number, Pending>();
  private last = 0;
  /** False after the session's end. */
  alive = true;

  constructor(private readonly session: Session) {}

  /** Bytes of the largest body of a request and of a response. */
  get largestBody(): number {
    return (this.session.board?.payload ?? 0) - requestHead;
  }

  /**
   * Sends a request and returns its response's body. Throws a BoardError where the board refuses, a LinkError where the session ends or `timeout` ms
   * pass after it was sent (0: without limit): then it is not known whether the board has done it.
   */
  request(request: number, body: Uint8Array, timeout = 15_000): Promise<Reader> {
    return new Promise((resolve, reject) => {
      const id = this.newId();
      const pending: Pending = { request, answered: (answer) => resolve(new Reader(answer)), failed: reject };
      this.pending.set(id, pending);
      const late = (): void => {
        const { name } = this.session.transport;
        this.settle(id)?.failed(new LinkError(`${name}: no answer to ${requestNames[request]} within ${timeout / 1000} s`));
      };
      this.send(id, request, body).then(
        () => {
          // Many may wait for their turn on the line: the time counts from there.
          if (timeout > 0 && this.pending.get(id) === pending) pending.timer = this.session.clock.after(timeout, late);
        },
        (error) => this.settle(id)?.failed(error),
      );
    });
  }

  /**
   * For requests that are answered only where they fail, such as DATA: `failed` is called once, at the first refusal or at the session's end.
   */
  quietly(request: number, failed: (error: Error) => void): QuietRequests {
    const id = this.newId();
    this.pending.set(id, { request, answered: () => undefined, failed });
    return {
      send: (body) => this.send(id, request, body),
      stop: () => {
        this.settle(id);
      },
    };
  }

  /** Takes a message of channel 1. */
  take(message: Uint8Array): void {
    if (message.length < responseHead) return;
    const view = new DataView(message.buffer, message.byteOffset, message.length);
    const status = view.getInt16(2, true);
    const body = message.subarray(responseHead);
    const pending = this.settle(view.getUint16(0, true));
    if (!pending) return;
    if (status === 0) pending.answered(body);
    else
      pending.failed(
        new BoardError(Math.abs(status), requestNames[pending.request] ?? String(pending.request), new TextDecoder().decode(body)),
      );
  }

  /** The session has ended: nothing will be answered. */
  fail(error: Error): void {
    this.alive = false;
    for (const id of [...this.pending.keys()]) this.settle(id)?.failed(error);
  }

  private settle(id: number): Pending | undefined {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    pending?.timer?.cancel();
    return pending;
  }

  private newId(): number {
    do this.last = (this.last + 1) & 0xffff;
    while (this.pending.has(this.last));
    return this.last;
  }

  private send(id: number, request: number, body: Uint8Array): Promise<void> {
    const message = new Uint8Array(requestHead + body.length);
    const view = new DataView(message.buffer);
    view.setUint16(0, id, true);
    view.setUint8(2, request);
    message.set(body, requestHead);
    return this.session.send(Channel.REQUESTS, message);
  }
}
