/** A prelude of the compiler's own tests, and short ways to compile with it. */
import { compileProgram } from "../../compiler/compile.js";
import { compilePrelude } from "../../compiler/compile-prelude.js";
import { type DisassembledFunction, disassemble } from "../../compiler/disassemble.js";
import { type Image, readImage } from "../../compiler/image-reader.js";

const source = `
def _with_enter(manager): pass
def _with_exit(manager, exception): pass
def _reraise(): pass
def _unpack_ex(x, before, after): pass
def _list_extend(items, iterable): pass
def _set_update(items, iterable): pass
def _dict_update(items, mapping): pass
def _dict_merge_kw(items, mapping): pass
def _call_star(items, iterable): pass
def _yield_from_throw(iterator, exception): pass
def _import_from(module, name): pass
def _import_missing(name): pass
def print(*args, sep=" ", end="\\n"): pass
def sorted(iterable): pass
def list__sort(self): pass
`;

export const testPrelude = compilePrelude([{ path: "prelude/test.py", text: source }], []);

export interface Compiled {
  readonly image: Uint8Array;
  readonly read: Image;
  readonly functions: readonly DisassembledFunction[];
  readonly messages: readonly string[];
}

/** Compiles a program out of texts by file name. */
export function compileFiles(files: Readonly<Record<string, string>>): Compiled {
  const readFile = (path: string): string | null => files[path.replace(/^\/program\//, "")] ?? null;
  const { image, debug, diagnostics } = compileProgram({
    path: "/program/main.py",
    readFile,
    displayPath: "main.py",
    prelude: testPrelude.data,
  });
  const messages = diagnostics.map(({ code, file, span, message }) => `${file.path}:${file.lineOf(span.start)} ${code} ${message}`);
  if (image.length === 0) return { image, read: undefined as never, functions: [], messages };
  const read = readImage(image, testPrelude.data.symbols);
  return { image, read, functions: disassemble(image, debug, testPrelude.data).functions, messages };
}

export const compileText = (text: string): Compiled => compileFiles({ "main.py": text });

/** The instructions of one function, one a line: opcode and operands. */
export function listing(compiled: Compiled, name: string): string[] {
  const found = compiled.functions.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no function ${name}; ${compiled.messages.join("; ")}`);
  return found.instructions.map(({ op, operands }) => [op, ...operands].join(" "));
}
