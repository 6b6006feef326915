/** The debug file of an image (`.npd`, JSON): what the host needs to speak of source lines. */

export interface DebugFunction {
  /** Word offset of the function's record in the image. */
  readonly offset: number;
  readonly name: string;
  /** Index into `files`. */
  readonly file: number;
  readonly locals: readonly string[];
  /** Pairs of pc and line, sorted; each holds from its pc on. */
  readonly lines: readonly (readonly [number, number])[];
}

export interface DebugFile {
  readonly version: 1;
  readonly build_id: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly globals: readonly string[];
  readonly functions: readonly DebugFunction[];
}

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
