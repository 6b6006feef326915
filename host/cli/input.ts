/** What a program reads from stdin: all of it is read before the run, and only for programs that read at all. */
import { readFileSync } from "node:fs";
import { builtins } from "../../build/generated/builtins.js";
import { opcodeByName } from "../../build/generated/opcodes.js";
import { prelude } from "../../build/generated/prelude.js";
import { readImage } from "../../compiler/image-reader.js";

/** True if some function of an image calls the machine's `_read`, or holds it. */
export function readsInput(image: Uint8Array): boolean {
  const { number } = builtins.find(({ kind, name }) => kind === "function" && name === "_read")!;
  const calls = [opcodeByName.CALLB.code, opcodeByName.CALLBR.code];
  return readImage(image, prelude.symbols).functions.some(
    ({ code, constants }) =>
      code.some((word) => calls.includes(word & 0xff) && word >>> 24 === number) ||
      constants.some((value) => value.kind === "builtin" && value.number === number),
  );
}

/** All of stdin; empty where there is none. */
export function readStdin(): Uint8Array {
  try {
    return readFileSync(process.stdin.fd);
  } catch {
    return new Uint8Array();
  }
}
