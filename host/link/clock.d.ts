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
export declare const systemClock: Clock;
/** A clock that stands still until it is run. Actions of one time are called in the order they were asked for. */
export declare class VirtualClock implements Clock {
  private time;
  private count;
  private readonly entries;
  now(): number;
  after(ms: number, action: () => void): Timer;
  /** Lets `ms` pass. Promises that an action settles have their reactions run before the next action. */
  run(ms: number): Promise<void>;
  /**
   * Lets time pass until the promise is settled, and returns its value or throws its reason.
   * Throws where `limit` ms were not enough, or nothing is left to happen.
   */
  until<T>(promise: Promise<T>, limit?: number): Promise<T>;
  private step;
}
