/** How much input may be on its way to a function: what the board keeps until the function reads it. */
export class InputCredit {
  private sent = 0;
  private consumed = 0;
  private closed = false;
  private waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** Takes up to `wanted` bytes of the credit, at least one; waits until there is some. 0: it was closed. */
  async take(wanted: number): Promise<number> {
    while (!this.closed && this.sent - this.consumed >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.closed) return 0;
    const length = Math.min(wanted, this.most - (this.sent - this.consumed));
    this.sent += length;
    return length;
  }

  /** The function has read so many bytes since the attachment began. */
  read(consumed: number): void {
    this.consumed = consumed;
    this.wake();
  }

  /** The attachment began anew: what was on its way is lost. */
  reset(): void {
    this.sent = 0;
    this.consumed = 0;
    this.wake();
  }

  close(): void {
    this.closed = true;
    this.wake();
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
