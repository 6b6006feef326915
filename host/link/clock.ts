/** Time as the link sees it: the real one, or one that tests and simulations turn by hand. */

export interface Timer {
  cancel(): void;
}

export interface Clock {
  /** Monotonic milliseconds, any origin. */
  now(): number;
  /** Calls `action` once, `ms` from now. */
  after(ms: number, action: () => void): Timer;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return { cancel: () => clearTimeout(timer) };
  },
};

/** Settled after `ms` of a clock. */
export const pause = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(ms, resolve);
  });

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly action: () => void;
}

/** A clock that stands still until it is run. Actions of one time are called in the order they were asked for. */
export class VirtualClock implements Clock {
  private time = 0;
  private count = 0;
  private readonly entries = new Set<Entry>();

  now(): number {
    return this.time;
  }

  after(ms: number, action: () => void): Timer {
    const entry = { at: this.time + Math.max(0, ms), order: this.count++, action };
    this.entries.add(entry);
    return { cancel: () => this.entries.delete(entry) };
  }

  /** Lets `ms` pass. Promises that an action settles have their reactions run before the next action. */
  async run(ms: number): Promise<void> {
    const end = this.time + ms;
    while (await this.step(end));
    this.time = end;
  }

  /**
   * Lets time pass until the promise is settled, and returns its value or throws its reason.
   * Throws where `limit` ms were not enough, or nothing is left to happen.
   */
  async until<T>(promise: Promise<T>, limit = 3_600_000): Promise<T> {
    let settled = false;
    const mark = (): void => {
      settled = true;
    };
    promise.then(mark, mark);
    const end = this.time + limit;
    await reactions();
    while (!settled && (await this.step(end)));
    await reactions();
    if (!settled) throw new Error(`it has not happened within ${limit} ms of virtual time`);
    return promise;
  }

  private async step(end: number): Promise<boolean> {
    await reactions();
    let next: Entry | undefined;
    for (const entry of this.entries) if (!next || entry.at < next.at || (entry.at === next.at && entry.order < next.order)) next = entry;
    if (!next || next.at > end) return false;
    this.entries.delete(next);
    this.time = next.at;
    next.action();
    return true;
  }
}

/** Until all reactions to promises that are settled have run. */
const reactions = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
