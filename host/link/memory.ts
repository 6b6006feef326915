/** Two transports that lead to each other, in this process, over a line as bad as is asked for: for tests and simulations. */
import { type Clock, systemClock } from "./clock.js";
import type { Transport } from "./transport.js";

export interface LineOptions {
  readonly clock?: Clock;
  /** Milliseconds that bytes are on their way. */
  readonly delay?: number;
  /** Bits a second, ten to a byte as on a UART; no limit by default. */
  readonly rate?: number;
  /** How likely it is that a piece that is written is lost, and that one of its bits is turned: 0 to 1. */
  readonly loss?: number;
  readonly damage?: number;
  /** The seed of loss and damage. */
  readonly seed?: number;
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32 by T. Ettinger, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

class MemoryTransport implements Transport {
  other!: MemoryTransport;
  private data: (bytes: Uint8Array) => void = () => undefined;
  private closed: (error?: Error) => void = () => undefined;
  private ended = false;
  private freeAt = 0;

  constructor(
    readonly name: string,
    private readonly options: LineOptions,
    private readonly random: () => number,
  ) {}

  write(bytes: Uint8Array): Promise<void> | undefined {
    if (this.ended) return undefined;
    const { clock = systemClock, delay = 0, rate, loss = 0, damage = 0 } = this.options;
    const begins = Math.max(this.freeAt, clock.now());
    this.freeAt = begins + (rate ? (bytes.length * 10_000) / rate : 0);
    const sent = this.freeAt - clock.now();
    if (this.random() >= loss) {
      const copy = bytes.slice();
      if (copy.length > 0 && this.random() < damage) {
        const bit = Math.floor(this.random() * copy.length * 8);
        copy[bit >> 3]! ^= 1 << (bit & 7);
      }
      clock.after(sent + delay, () => this.other.ended || this.other.data(copy));
    }
    return sent > 0 ? new Promise((resolve) => clock.after(sent, resolve)) : undefined;
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.data = listener;
  }

  onClose(listener: (error?: Error) => void): void {
    this.closed = listener;
  }

  async close(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    const { other } = this;
    if (other.ended) return;
    other.ended = true;
    const { clock = systemClock, delay = 0 } = this.options;
    clock.after(delay, () => other.closed());
  }
}

/** Both ends of one line. */
export function memoryPair(options: LineOptions = {}, name = "memory"): [Transport, Transport] {
  const random = seededRandom(options.seed ?? 1);
  const ends = [new MemoryTransport(name, options, random), new MemoryTransport(name, options, random)] as const;
  ends[0].other = ends[1];
  ends[1].other = ends[0];
  return [...ends];
}
