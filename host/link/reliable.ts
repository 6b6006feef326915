/**
 * The numbered half of a session, the same at both ends: DATA frames are kept until they are acknowledged and sent again from the first one when
 * the other side asks (NAK) or is silent (go-back-N); what arrives is delivered once, in order.
 */
import { Frame } from "../../build/generated/link.js";
import type { Clock, Timer } from "./clock.js";
import type { LinkFrame } from "./frame.js";

const ackMs = 20;
const ackEvery = 2;
const patienceMs = 250;
const mostPatienceMs = 500;
const silenceMs = 10_000;

export interface ReliableOptions {
  readonly clock: Clock;
  /** Frames that the other side takes unacknowledged. */
  readonly window: number;
  /** Writes a frame of the session; as Transport.write. */
  write(kind: number, channel: number, sequence: number, acknowledged: number, payload: Uint8Array): void | Promise<void>;
  deliver(channel: number, payload: Uint8Array): void;
  /** The other side has said nothing for so long that the session is given up. */
  silent(): void;
}

interface Outgoing {
  readonly channel: number;
  readonly payload: Uint8Array;
  /** Called when it is first written, or never will be. */
  readonly written: (sent: boolean) => void;
}

const nothing = new Uint8Array();
const modulus = 0x10000;
const distance = (from: number, to: number): number => (to - from) & 0xffff;

export class Reliable {
  private ended = false;
  /** Sequence number of the oldest frame that is not acknowledged. */
  private base = 0;
  private readonly inFlight: Outgoing[] = [];
  private readonly waiting: Outgoing[] = [];
  private expected = 0;
  private asked = false;
  private taken = 0;
  private ackTimer: Timer | undefined;
  private patience = patienceMs;
  private repeatTimer: Timer | undefined;
  private heard = 0;
  /** Writes that the transport has not taken yet. */
  private writing = 0;

  constructor(private readonly options: ReliableOptions) {}

  /** Queues a message. The promise is settled when it is first written: true, or false where the session ended before. */
  send(channel: number, payload: Uint8Array): Promise<boolean> {
    if (this.ended) return Promise.resolve(false);
    return new Promise((written) => {
      this.waiting.push({ channel, payload, written });
      this.fill();
    });
  }

  /** Takes a DATA, ACK or NAK frame of the session. */
  take(frame: LinkFrame): void {
    this.heard = this.options.clock.now();
    this.acknowledge(frame.acknowledged);
    if (frame.kind === Frame.NAK && frame.acknowledged === this.base) this.repeat();
    if (frame.kind === Frame.DATA) this.data(frame);
    this.fill();
  }

  /** Says what is expected next, now. */
  acknowledgeNow(kind: typeof Frame.ACK | typeof Frame.NAK = Frame.ACK): void {
    this.write(kind, 0, 0, nothing);
  }

  /** Ends it: nothing is sent or delivered any more. */
  end(): void {
    this.ended = true;
    this.ackTimer?.cancel();
    this.repeatTimer?.cancel();
    for (const { written } of this.waiting.splice(0)) written(false);
    this.inFlight.length = 0;
  }

  private data({ sequence, channel, payload }: LinkFrame): void {
    const ahead = distance(this.expected, sequence);
    if (ahead === 0) {
      this.expected = (this.expected + 1) % modulus;
      this.asked = false;
      this.taken++;
      this.options.deliver(channel, payload);
      if (this.ended || this.taken === 0) return; // the answer has carried the acknowledgement
      if (this.taken >= ackEvery) this.acknowledgeNow();
      else this.ackTimer ??= this.options.clock.after(ackMs, () => this.acknowledgeNow());
    } else if (ahead >= modulus / 2) {
      this.acknowledgeNow();
    } else if (!this.asked) {
      this.asked = true;
      this.acknowledgeNow(Frame.NAK);
    }
  }

  private acknowledge(sequence: number): void {
    const done = distance(this.base, sequence);
    if (done === 0 || done > this.inFlight.length) return;
    this.inFlight.splice(0, done);
    this.base = sequence;
    this.patience = patienceMs;
    this.watch();
  }

  private fill(): void {
    while (!this.ended && this.waiting.length > 0 && this.inFlight.length < this.options.window) {
      const message = this.waiting.shift()!;
      if (this.inFlight.length === 0) {
        this.heard = this.options.clock.now();
        this.patience = patienceMs;
      }
      this.inFlight.push(message);
      this.writeData(this.inFlight.length - 1);
      message.written(true);
    }
  }

  private writeData(index: number): void {
    const { channel, payload } = this.inFlight[index]!;
    this.write(Frame.DATA, channel, (this.base + index) % modulus, payload);
  }

  private write(kind: number, channel: number, sequence: number, payload: Uint8Array): void {
    if (this.ended) return;
    this.taken = 0;
    this.ackTimer?.cancel();
    this.ackTimer = undefined;
    const handed = this.options.write(kind, channel, sequence, this.expected, payload);
    if (handed) {
      this.writing++;
      const done = (): void => {
        this.writing--;
        this.watch();
      };
      handed.then(done, done);
    }
    if (kind === Frame.DATA) this.watch();
  }

  private repeat(): void {
    for (let index = 0; index < this.inFlight.length; index++) this.writeData(index);
  }

  /** Patience begins when all is written: the line may be slow. */
  private watch(): void {
    this.repeatTimer?.cancel();
    this.repeatTimer = undefined;
    if (this.ended || this.inFlight.length === 0) return;
    const left = this.heard + silenceMs - this.options.clock.now();
    if (this.writing > 0) this.repeatTimer = this.options.clock.after(left, () => this.options.silent());
    else this.repeatTimer = this.options.clock.after(Math.min(this.patience, left), () => this.late());
  }

  private late(): void {
    if (this.options.clock.now() - this.heard >= silenceMs) {
      this.options.silent();
    } else {
      this.patience = Math.min(this.patience * 2, mostPatienceMs);
      this.repeat();
    }
  }
}
