/** A second prelude, as another version of nanopy has it: other functions, in another order, with other symbols. */
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type CompileResult, compileProgram } from "../../compiler/compile.js";
import { compilePrelude, type PreludeResult, preludeSources } from "../../compiler/compile-prelude.js";
import { preludeSource } from "../../compiler/prelude-files.js";
import { built } from "../../scripts/build/paths.js";
import { loadSources } from "../../scripts/build/sources.js";

const folder = join(import.meta.dirname, "../../runtime-c/prelude");

const added = `
def _added_helper(x):
    return [x, "another prelude"]


def twice(value):
    return _added_helper(value)[0] * 2
`;

/** The files of the prelude from the last to the first, and one more. */
export function makeOtherPrelude(more = added): PreludeResult {
  const result = compilePrelude([...preludeSources(folder).reverse(), { path: "prelude/90_more.py", text: more }]);
  if (result.diagnostics.length > 0) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
  return result;
}

/** Compiles a program against a prelude. */
export function compileFor({ data }: PreludeResult, text: string, path = "program.py"): CompileResult {
  const result = compileProgram({ path, text, prelude: data });
  if (result.image.length === 0) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
  return result;
}

/** Links a program out of C files, and of the objects of the native build, with another prelude. `parts` are those of the build. */
export function linkWith(prelude: PreludeResult | null, files: readonly string[], parts: readonly string[], output: string): void {
  const { include } = loadSources();
  const objects = readdirSync(built("objects", "native"));
  const objectOf = (source: string): string => {
    const object = objects.find((name) => name.startsWith(`${basename(source)}-`));
    if (!object) throw new Error(`${source} is not compiled: npm run build`);
    return built("objects", "native", object);
  };
  const others = parts.filter((source) => !prelude || basename(source) !== "prelude.c").map(objectOf);
  if (prelude) writeFileSync(`${output}-prelude.c`, preludeSource(prelude));
  const sources = prelude ? [...files, `${output}-prelude.c`] : files;
  execFileSync("gcc", [
    "-std=c11",
    "-Wall",
    "-Wextra",
    "-Werror",
    ...include.map((path) => `-I${path}`),
    ...sources,
    ...others,
    "-o",
    output,
  ]);
}

/** A native board whose firmware has another prelude. */
export function linkBoard(prelude: PreludeResult, output: string): void {
  const { machine, board, boardPort } = loadSources();
  linkWith(prelude, [], [...machine, ...board, ...boardPort.native], output);
}
