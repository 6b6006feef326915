/** Preludes that a board's firmware does not have: kept on the board as images, as long as a program there names them. */
import { readFileSync } from "node:fs";
import { ErrorNumber } from "../../build/generated/errors.js";
import { Upload } from "../../build/generated/link.js";
import { buildIdOf, preludeIdOf } from "../formats.js";
import { BoardError } from "../link/requests.js";
import { locate } from "../machine/locate.js";
import type { Board } from "./board.js";
import { keyOfBuild, type Progress, upload } from "./upload.js";

/** Finds a prelude by its build id; undefined where it is not at hand. */
export type FindPrelude = (build: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

let own: Uint8Array | undefined;

/** The prelude that programs are compiled against here; undefined where it was not built. */
export function ownPrelude(): Uint8Array | undefined {
  const path = own ? undefined : locate("build/generated/prelude.npi", "dist/prelude.npi");
  if (path) own = new Uint8Array(readFileSync(path));
  return own;
}

const ifBuild = (build: string, image: Uint8Array | undefined): Uint8Array | undefined =>
  image && buildIdOf(image) === build ? image : undefined;

/** Sends the prelude that a program was compiled against where the board lacks it: the one of this package, or what `find` gives. */
export async function bringPrelude(board: Board, image: Uint8Array, find?: FindPrelude, onProgress?: Progress): Promise<void> {
  const build = preludeIdOf(image);
  if (await board.hasImage(build)) return;
  const bytes = ifBuild(build, ownPrelude()) ?? ifBuild(build, await find?.(build));
  if (!bytes) throw new BoardError(ErrorNumber.BOARD_PRELUDE, "WRITE", `build ${build}`);
  await upload(board.connection, { kind: Upload.IMAGE, key: keyOfBuild(build), bytes, onProgress });
}

/** The prelude of a program on a board, where this package does not have it itself. */
export async function foreignPrelude(board: Board, image: Uint8Array): Promise<Uint8Array | undefined> {
  const build = preludeIdOf(image);
  return ifBuild(build, ownPrelude()) ? undefined : board.readImage(build);
}
