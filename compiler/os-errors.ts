/**
 * `OSError(errno.ENOENT, "…")` makes a FileNotFoundError, as in CPython, where the number is a literal or a name of `errno`: then the class is known while
 * compiling, and an image has those alone that it can meet.
 */
import type { Call, Expression, Module } from "./ast.js";
import { walk } from "./lower/walk.js";
import { namesBoundIn } from "./names.js";
import type { SourceFile } from "./source.js";

/** CPython's choice of class by Linux's numbers. */
const CLASSES: readonly [name: string, numbers: Readonly<Record<string, number>>][] = [
  ["BlockingIOError", { EAGAIN: 11, EWOULDBLOCK: 11, EALREADY: 114, EINPROGRESS: 115 }],
  ["BrokenPipeError", { EPIPE: 32, ESHUTDOWN: 108 }],
  ["ChildProcessError", { ECHILD: 10 }],
  ["ConnectionAbortedError", { ECONNABORTED: 103 }],
  ["ConnectionRefusedError", { ECONNREFUSED: 111 }],
  ["ConnectionResetError", { ECONNRESET: 104 }],
  ["FileExistsError", { EEXIST: 17 }],
  ["FileNotFoundError", { ENOENT: 2 }],
  ["InterruptedError", { EINTR: 4 }],
  ["IsADirectoryError", { EISDIR: 21 }],
  ["NotADirectoryError", { ENOTDIR: 20 }],
  ["PermissionError", { EPERM: 1, EACCES: 13 }],
  ["ProcessLookupError", { ESRCH: 3 }],
  ["TimeoutError", { ETIMEDOUT: 110 }],
];
const BASES: ReadonlySet<string> = new Set(["OSError", "IOError", "EnvironmentError"]);
/** More than the number alone, and no more than the number, a text, a name, Windows' number and another name. */
const LEAST_ARGUMENTS = 2;
const MOST_ARGUMENTS = 5;

/** Puts the classes in place, in a module that binds none of these names itself. */
export function chooseOsErrors(module: Module, source: SourceFile): Module {
  if (!/\b(?:OSError|IOError|EnvironmentError)\b/.test(source.text)) return module;
  const choices: [call: Call, name: string][] = [];
  for (const node of walk(module)) {
    const name = node.kind === "Call" ? chosenClass(node) : null;
    if (name !== null) choices.push([node as Call, name]);
  }
  if (choices.length === 0) return module;
  const bound = namesBoundIn(module);
  for (const [call, id] of choices) {
    if (call.func.kind !== "Name" || bound.has(call.func.id) || bound.has(id) || bound.has("*")) continue;
    (call as { func: Expression }).func = { ...call.func, id };
  }
  return module;
}

function chosenClass({ func, args, keywords }: Call): string | null {
  if (func.kind !== "Name" || !BASES.has(func.id) || keywords.length > 0) return null;
  if (args.length < LEAST_ARGUMENTS || args.length > MOST_ARGUMENTS || args.some(({ kind }) => kind === "Starred")) return null;
  const [number] = args;
  const found = CLASSES.find(([, numbers]) => {
    if (number?.kind === "Constant") return number.value.type === "int" && Object.values(numbers).includes(Number(number.value.value));
    if (number?.kind === "Name") return number.id in numbers;
    return number?.kind === "Attribute" && number.value.kind === "Name" && number.value.id.endsWith("errno") && number.attr in numbers;
  });
  return found?.[0] ?? null;
}
