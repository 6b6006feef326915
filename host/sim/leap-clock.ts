/** A clock that follows real time, and leaps over the time in which nothing happens. */
import type { Clock, Timer } from "../link/clock.js";

interface Entry {
  readonly at: number;
  readonly action: () => void;
}

/** While bytes were on the lines so lately, in real milliseconds, no time is left out: the other end of a line lives in real time. */
const quietMs = 60;

export class LeapClock implements Clock {
  /** Whether somebody works right now, so that no time may be left out. */
  busy: () => boolean = () => false;
  private leapt = 0;
  private heard = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  private readonly entries = new Set<Entry>();

  now(): number {
    return performance.now() + this.leapt;
  }

  after(ms: number, action: () => void): Timer {
    const entry = { at: this.now() + Math.max(0, ms), action };
    this.entries.add(entry);
    this.forgetPlan();
    this.plan();
    return { cancel: () => this.entries.delete(entry) };
  }

  /** Bytes have gone over a line. */
  touch(): void {
    this.heard = performance.now();
  }

  /** Nothing will happen any more. */
  stop(): void {
    this.entries.clear();
    this.forgetPlan();
  }

  private forgetPlan(): void {
    clearTimeout(this.timer as NodeJS.Timeout);
    clearImmediate(this.timer as NodeJS.Immediate);
    this.timer = undefined;
  }

  private plan(): void {
    if (this.timer || this.entries.size === 0) return;
    const quiet = performance.now() - this.heard;
    const wait = Math.min(this.next().at - this.now(), Math.max(0, quietMs - quiet));
    const go = (): void => {
      this.timer = undefined;
      this.run();
      this.plan();
    };
    this.timer = wait > 0 ? setTimeout(go, wait) : setImmediate(go);
  }

  private next(): Entry {
    let next: Entry | undefined;
    for (const entry of this.entries) if (!next || entry.at < next.at) next = entry;
    return next!;
  }

  private run(): void {
    if (this.entries.size === 0) return;
    const next = this.next();
    const ahead = next.at - this.now();
    if (ahead > 0) {
      if (this.busy() || performance.now() - this.heard < quietMs) return;
      this.leapt += ahead;
    }
    this.entries.delete(next);
    next.action();
  }
}
