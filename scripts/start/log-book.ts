/** A function's output put together from all the boards that it ran on, by the positions that the boards give. */
import type { Board } from "../../host/index.js";

/** What a board still has to send when the function has left it comes so soon, milliseconds. */
const restMs = 400;
/** No demonstration takes longer. */
const patienceMs = 60_000;

export class LogBook {
  /** All that came, in the order of its positions. */
  text = "";
  private line = "";
  private waiting: (() => void) | undefined;

  /** `show` is given whole lines. */
  constructor(private readonly show: (line: string) => void) {}

  /** Follows the function on a board, from the first byte that is still missing. `all` is settled when the board has no more, and ends it. */
  follow(board: Board, name: string): { all(): Promise<void> } {
    const ended = new AbortController();
    let last = performance.now();
    const reading = (async () => {
      for await (const { position, bytes } of board.logs(name, { follow: true, from: this.text.length, signal: ended.signal })) {
        last = performance.now();
        this.take(position, Buffer.from(bytes).toString());
      }
    })();
    return {
      all: async () => {
        while (performance.now() - last < restMs) await new Promise((resolve) => setTimeout(resolve, 20));
        ended.abort();
        await reading;
      },
    };
  }

  /** Until so many characters have come. */
  async reaches(length: number): Promise<void> {
    const timer = setTimeout(() => this.fail(length), patienceMs);
    while (this.text.length < length)
      await new Promise<void>((resolve) => {
        this.waiting = resolve;
      });
    clearTimeout(timer);
  }

  private fail(length: number): never {
    throw new Error(`the log has ${this.text.length} of ${length} characters after ${patienceMs / 1000} s`);
  }

  private take(position: number, text: string): void {
    if (position !== this.text.length) throw new Error(`the log goes on at ${position}, ${this.text.length} was next`);
    this.text += text;
    const lines = (this.line + text).split("\n");
    this.line = lines.pop()!;
    for (const line of lines) this.show(`    ${line}`);
    this.waiting?.();
  }
}
