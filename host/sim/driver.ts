/** Steps a board in this process whenever it has something to do. */
import type { Clock, Timer } from "../link/clock.js";
import type { Transport } from "../link/transport.js";
import type { SimBoard } from "./sim-board.js";
import type { WasmBoard } from "./wasm-board.js";

/** A board works at most so long, in real milliseconds, before others have their turn. */
const turnMs = 4;

export interface DriverOptions {
  readonly clock: Clock;
  /**
   * Milliseconds of the clock that each step takes: for a clock that stands still meanwhile. 0: the clock goes on by itself, and the board is stepped
   * again as soon as others had their turn.
   */
  readonly stepMs?: number;
}

export class BoardDriver implements SimBoard {
  /** Whether the board has work at hand, and does not wait. */
  busy = false;
  private timer: Timer | undefined;
  private soon: NodeJS.Immediate | undefined;
  private running = false;
  private closed = false;
  private ended: (reason: string) => void = () => undefined;

  constructor(
    readonly board: WasmBoard,
    private readonly options: DriverOptions,
  ) {
    board.onWork = () => this.wake();
    this.wake();
  }

  attach(line: Transport): boolean {
    return this.board.attach(line);
  }

  onEnd(listener: (reason: string) => void): void {
    this.ended = listener;
  }

  async close(): Promise<void> {
    this.stop();
    await this.board.close();
    this.board.flash.close();
  }

  private stop(): void {
    this.closed = true;
    this.busy = false;
    this.timer?.cancel();
    clearImmediate(this.soon);
  }

  /** The board is stepped at the next opportunity. */
  private wake(): void {
    if (this.running || this.closed || this.busy) return;
    this.timer?.cancel();
    this.again();
  }

  private again(): void {
    this.busy = true;
    const { clock, stepMs = 0 } = this.options;
    if (stepMs > 0) this.timer = clock.after(stepMs, () => this.run());
    else this.soon = setImmediate(() => this.run());
  }

  private run(): void {
    if (this.closed) return;
    this.running = true;
    let due = 0;
    try {
      const until = performance.now() + turnMs;
      do due = this.board.step();
      while (due === 0 && !this.options.stepMs && performance.now() < until);
    } catch (error) {
      this.stop();
      this.ended((error as Error).message);
      return;
    } finally {
      this.running = false;
    }
    this.busy = false;
    if (due === 0) this.again();
    else if (due !== Number.POSITIVE_INFINITY) this.timer = this.options.clock.after(due / 1000, () => this.run());
  }
}
