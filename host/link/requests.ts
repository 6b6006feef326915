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

interface Pending {
  readonly request: number;
  readonly answered: (body: Uint8Array) => void;
  readonly failed: (error: Error) => void;
  readonly timer: Timer | undefined;
}

export class Requests {
  private readonly pending = new Map<number, Pending>();
  private last = 0;

  constructor(private readonly session: Session) {}

  /** Bytes of the largest body of a request and of a response. */
  get largestBody(): number {
    return (this.session.board?.payload ?? 0) - requestHead;
  }

  /**
   * Sends a request and returns its response's body. Throws a BoardError where the board refuses, a LinkError where the session ends or `timeout` ms
   * pass: then it is not known whether the board has done it.
   */
  request(request: number, body: Uint8Array, timeout = 15_000): Promise<Reader> {
    return new Promise((resolve, reject) => {
      const id = this.newId();
      const timer = this.session.clock.after(timeout, () => {
        this.settle(id)?.failed(
          new LinkError(`${this.session.transport.name}: no answer to ${requestNames[request]} within ${timeout / 1000} s`),
        );
      });
      this.pending.set(id, { request, answered: (answer) => resolve(new Reader(answer)), failed: reject, timer });
      this.send(id, request, body).catch((error) => this.settle(id)?.failed(error));
    });
  }

  /**
   * Sends requests that are answered only where they fail, such as DATA. Settled when each is on its way; `failed` is called once, at the first refusal
   * or at the session's end. `stop` forgets them.
   */
  quietly(request: number, failed: (error: Error) => void): { send(body: Uint8Array): Promise<void>; stop(): void } {
    const id = this.newId();
    this.pending.set(id, { request, answered: () => undefined, failed, timer: undefined });
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
