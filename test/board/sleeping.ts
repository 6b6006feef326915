/** Programs that sleep deeply, and boards that nobody is connected to. */
import { compileProgram } from "../../compiler/compile.js";
import { ownLibrary } from "../../compiler/library.js";
import type { Board } from "../../host/board/board.js";
import type { Machine, World } from "./world.js";

/** A module of these tests: what library/machine.py is made of. */
const library = {
  ...ownLibrary,
  sleeping: `
def deepsleep(ms=None):
    _deepsleep(None if ms is None else ms * 1000)

def restart():
    _restart()
`,
};

export function sleepyImage(text: string): Uint8Array {
  const { image, diagnostics } = compileProgram({ path: "sleepy.py", text, library });
  if (!image) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return image;
}

/** Counts in a local variable, and sleeps deeply after each line. */
export const logger = (lines: number, sleepMs: number): { image: Uint8Array; output: string } => ({
  image: sleepyImage(`
from sleeping import deepsleep

def main():
    total = 0
    for n in range(${lines}):
        total += n
        print('sample', n, total)
        deepsleep(${sleepMs})

main()
`),
  output: Array.from({ length: lines }, (_, n) => `sample ${n} ${(n * (n + 1)) / 2}\n`).join(""),
});

/** Does something as a host that comes, waits until the board is awake, and goes. */
export async function visit<T>(machine: Machine, work: (board: Board) => Promise<T>): Promise<T> {
  const board = await machine.connect({ wait: 60_000 });
  try {
    return await work(board);
  } finally {
    await board.close();
  }
}

export const deploy = (machine: Machine, name: string, image: Uint8Array, options: object = {}): Promise<unknown> =>
  visit(machine, (board) => board.deploy({ image, name, ...options }));

/** All output at hand, by position; undefined bytes were lost. */
export async function outputOf(board: Board, name: string): Promise<{ text: string; lost: number }> {
  let text = "";
  let lost = 0;
  for await (const entry of board.logs(name, { from: 0 })) {
    if (entry.stream === "report") continue;
    lost += entry.lost;
    text += Buffer.from(entry.bytes).toString();
  }
  return { text, lost };
}

/** Waits, in the world's time. */
export const seconds = (world: World, count: number): Promise<void> => world.sleep(count * 1000);
