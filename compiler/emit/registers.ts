/** The registers of one function: named locals first, temporaries above them like a stack. */

/** Registers that a frame can have. */
export const MOST_REGISTERS = 255;

export class Registers {
  /** The most registers that were in use at once. */
  peak = 0;
  readonly locals: string[] = [];
  private next = 0;

  /** A register for good. Only before the first temporary. */
  local(name: string): number {
    this.locals.push(name);
    return this.temporary();
  }

  /** The next free register. */
  temporary(): number {
    const register = this.next++;
    this.peak = Math.max(this.peak, this.next);
    return register;
  }

  /** `count` registers in a row; the first of them. */
  run(count: number): number {
    const first = this.next;
    this.next += count;
    this.peak = Math.max(this.peak, this.next);
    return first;
  }

  /** The state that {@link release} goes back to. */
  get mark(): number {
    return this.next;
  }

  release(mark: number): void {
    this.next = mark;
  }

  isTemporary(register: number): boolean {
    return register >= this.locals.length;
  }
}
