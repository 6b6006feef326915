/** The debug file of an image (`.npd`, JSON): reading it, and finding source lines in it. */
import type { DebugFile, DebugFunction } from "../compiler/debug.js";

export type { DebugFile };

/** Reads a debug file; undefined for anything that is not one of this image. */
export function parseDebugFile(text: string, buildId: string): DebugFile | undefined {
  try {
    const debug = JSON.parse(text) as DebugFile;
    return debug.version === 1 && debug.build_id === buildId ? debug : undefined;
  } catch {
    return undefined;
  }
}

/** The source line of an instruction. */
export function lineOf(fn: DebugFunction, pc: number): number | undefined {
  let line: number | undefined;
  for (const [from, number] of fn.lines) {
    if (from > pc) break;
    line = number;
  }
  return line;
}
