/** Turns the FILE or IMAGE of a command line into an image with its debug information. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { prelude } from "../../build/generated/prelude.js";
import { compileProgram } from "../../compiler/compile.js";
import { diagnosticToJson, renderDiagnostic } from "../../compiler/render-diagnostic.js";
import { loadConfig } from "../config/board.js";
import { ConfigError } from "../config/error.js";
import { type DebugFile, parseDebugFile } from "../debug-file.js";
import { buildIdOf, imageIdOf, isImage, isSnapshot, preludeIdOf } from "../formats.js";
import { CliError, ExitCode } from "./exit-codes.js";
import { readBytes, withEnding } from "./files.js";

export interface Program {
  /** As given on the command line. */
  path: string;
  image: Uint8Array;
  debug: DebugFile | undefined;
  /** Compiled just now, and so not in a file yet. */
  compiled: boolean;
}

/** Whether messages on a stream may be coloured. */
export const useColor = (stream: { isTTY?: boolean } = process.stderr): boolean => stream.isTTY === true && !process.env.NO_COLOR;

/** Loads an image, or compiles a source file. */
export function loadProgram(path: string): Program {
  const bytes = readBytes(path);
  if (isImage(bytes)) return { path, image: bytes, debug: debugBeside(path, bytes), compiled: false };
  if (isSnapshot(bytes)) throw new CliError(`${path} is a snapshot: nanopy resume ${path} goes on from it`);
  return compile(path, bytes);
}

/** Compiles a source file; errors are shown (as JSON on stdout where a machine reads), and end the command. */
export function compile(path: string, bytes: Uint8Array, json = false): Program {
  const { image, debug, diagnostics } = compileProgram({ path, text: sourceText(path, bytes), folders: libraryFolders(path) });
  const failed = diagnostics.some(({ severity }) => severity === "error");
  if (json && failed) process.stdout.write(`${JSON.stringify({ diagnostics: diagnostics.map(diagnosticToJson) })}\n`);
  else for (const diagnostic of diagnostics) process.stderr.write(`${renderDiagnostic(diagnostic, { color: useColor() })}\n`);
  if (failed) throw new CliError("", ExitCode.usage);
  return { path, image, debug, compiled: true };
}

/** The folders of modules that the nanopy.toml of a program's folder, or one above it, names; as short as they can be told from here. */
export function libraryFolders(path: string): string[] {
  try {
    const config = loadConfig({ env: process.env, folder: dirname(path) });
    return (config?.libraries ?? []).map((folder) => {
      const short = relative(process.cwd(), folder);
      return short === "" ? "." : short.startsWith("..") ? folder : short;
    });
  } catch (error) {
    // Programs that need none of them are none the worse for a broken file.
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`nanopy: warning: ${error.message}: no library folder is known\n`);
    return [];
  }
}

/** Why a file can't be gone on from. */
export const notSnapshot = (path: string, bytes: Uint8Array): string =>
  `${path} is ${isImage(bytes) ? `an image: nanopy run ${path} starts it` : "not a snapshot of nanopy"}`;

/** The text of a Python program; refuses what is none. */
export function sourceText(path: string, bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new CliError(`${path} is neither a Python program nor an image`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CliError(`${path} is not UTF-8 text`);
  }
}

function debugBeside(imagePath: string, image: Uint8Array): DebugFile | undefined {
  try {
    return parseDebugFile(readFileSync(withEnding(imagePath, ".npd"), "utf8"), buildIdOf(image));
  } catch {
    return undefined;
  }
}

/** The image that a snapshot belongs to: the one named, or the one beside it that has the right build id. */
export function loadImageOf(snapshotPath: string, snapshot: Uint8Array, named?: string): Program {
  const wanted = imageIdOf(snapshot);
  if (named) {
    const program = loadProgram(named);
    if (buildIdOf(program.image) !== wanted)
      throw new CliError(`${named} is not the image of ${snapshotPath}, which names build ${wanted}`);
    return program;
  }
  const found = imageBeside(snapshotPath, wanted);
  if (found) return { ...found, debug: debugBeside(found.path, found.image), compiled: false };
  throw new CliError(`no image of build ${wanted} stands beside ${snapshotPath}: name it with --image`);
}

/** The image of a build among those that stand beside a file. */
export function imageBeside(path: string, build: string): { path: string; image: Uint8Array } | undefined {
  const folder = dirname(path);
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".npi"))) {
    const image = readBytes(join(folder, name));
    if (isImage(image) && buildIdOf(image) === build) return { path: join(folder, name), image };
  }
  return undefined;
}

/** Finds a prelude beside a file: nanopy snapshot puts it there where it is not this version's. */
export const preludeBeside =
  (path: string) =>
  (build: string): Uint8Array | undefined =>
    imageBeside(path, build)?.image;

/** The prelude that an image needs, where it is not this version's and stands beside it. */
export function foreignPrelude({ path, image }: Pick<Program, "path" | "image">): Uint8Array | undefined {
  const build = preludeIdOf(image);
  return build === prelude.buildId ? undefined : imageBeside(path, build)?.image;
}
