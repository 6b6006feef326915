/** The board's end of a session in TypeScript: what tests want to see from the other side. */
import { Frame } from "../../build/generated/link.js";
import type { Clock } from "../../host/link/clock.js";
import { encodeFrame, FrameReader, type LinkFrame } from "../../host/link/frame.js";
import { Reliable } from "../../host/link/reliable.js";
import { decodeLimits, encodeLimits } from "../../host/link/session.js";
import type { Transport } from "../../host/link/transport.js";

export class LinkPeer {
  sessions = 0;
  private number = 0;
  private reliable: Reliable | undefined;
  private readonly reader = new FrameReader();

  constructor(
    private readonly line: Transport,
    private readonly clock: Clock,
    private readonly id: bigint,
    private readonly received: (channel: number, payload: Uint8Array) => void,
  ) {
    line.onData((bytes) => {
      for (const frame of this.reader.push(bytes)) this.take(frame);
    });
  }

  /** False where there is no session, or it ends before. */
  send(channel: number, payload: Uint8Array): Promise<boolean> {
    return this.reliable?.send(channel, payload) ?? Promise.resolve(false);
  }

  /** Forgets the session, as after a loss of power. */
  restart(): void {
    this.reliable?.end();
    this.reliable = undefined;
    this.number = 0;
  }

  private take(frame: LinkFrame): void {
    if (frame.kind === Frame.HELLO) this.hello(frame);
    else if (frame.session !== this.number) this.write(Frame.BYE, frame.session, 0, 0, 0, new Uint8Array());
    else if (frame.kind === Frame.BYE) this.restart();
    else this.reliable?.take(frame);
  }

  private hello(frame: LinkFrame): void {
    const host = decodeLimits(frame.payload)!;
    if (frame.session !== this.number) {
      this.restart();
      this.number = frame.session;
      this.sessions++;
      this.reliable = new Reliable({
        clock: this.clock,
        window: host.window,
        write: (kind, channel, sequence, acknowledged, payload) => this.write(kind, this.number, channel, sequence, acknowledged, payload),
        deliver: this.received,
        silent: () => this.restart(),
      });
    }
    this.write(Frame.WELCOME, frame.session, 0, 0, 0, encodeLimits({ lowest: 1, highest: 1, payload: 512, window: 4, id: this.id }));
  }

  private write(
    kind: number,
    session: number,
    channel: number,
    sequence: number,
    acknowledged: number,
    payload: Uint8Array,
  ): void | Promise<void> {
    const frame = encodeFrame({ kind, channel, session, sequence, acknowledged, payload });
    return this.line.write(Buffer.concat([Uint8Array.of(0), frame]));
  }
}
