/** Text that comes in pieces, line by line. */
import type { Readable } from "node:stream";

/** Calls `take` for each whole line, without its end. */
export function onLines(stream: Readable, take: (line: string) => void): void {
  let rest = "";
  stream.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    for (const line of lines) take(line);
  });
}
