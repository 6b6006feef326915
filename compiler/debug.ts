/** The debug file of an image (`.npd`): what stays on the host. */
import type { WrittenImage } from "./image.js";
import type { Program } from "./program.js";

/** The paths of the library's modules begin so; they are the names of no files. */
export const libraryFolder = "<library>/";

export interface DebugFunction {
  /** Word offset of the function's record in the image. */
  readonly offset: number;
  readonly name: string;
  /** Index into `files`. */
  readonly file: number;
  /** Names of the first registers. */
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

export function debugFile(program: Program, image: WrittenImage): DebugFile {
  return {
    version: 1,
    build_id: image.buildId,
    files: program.files,
    globals: program.globals,
    functions: program.functions.map((unit) => ({
      offset: image.offsets.get(unit)!,
      name: unit.name,
      file: unit.file,
      locals: unit.locals,
      lines: unit.lines,
    })),
  };
}
