/**
 * The numbered half of a session, the same at both ends: DATA frames are kept until they are acknowledged and sent again from the first one when
 * the other side asks (NAK) or is silent (go-back-N); what arrives is delivered once, in order.
 */
import { Frame } from "../../build/generated/link.js";
import type { Clock } from "./clock.js";
import type { LinkFrame } from "./frame.js";
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
export declare class Reliable {
  private readonly options;
  private ended;
  /** Sequence number of the oldest frame that is not acknowledged. */
  private base;
  private readonly inFlight;
  private readonly waiting;
  private expected;
  private asked;
  private taken;
  private ackTimer;
  private patience;
  private repeatTimer;
  private heard;
  /** Writes that the transport has not taken yet. */
  private writing;
  constructor(options: ReliableOptions);
  /** Queues a message. The promise is settled when it is first written: true, or false where the session ended before. */
  send(channel: number, payload: Uint8Array): Promise<boolean>;
  /** Takes a DATA, ACK or NAK frame of the session. */
  take(frame: LinkFrame): void;
  /** Says what is expected next, now. */
  acknowledgeNow(kind?: typeof Frame.ACK | typeof Frame.NAK): void;
  /** Ends it: nothing is sent or delivered any more. */
  end(): void;
  private data;
  private acknowledge;
  private fill;
  private writeData;
  private write;
  private repeat;
  /** Patience begins when all is written: the line may be slow. */
  private watch;
  private late;
}
