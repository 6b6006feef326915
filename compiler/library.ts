/** The library as the compiler carries it along, and by which names programs import its modules. */
import { deviceOperations } from "../build/generated/devices.js";
import { errors } from "../build/generated/errors.js";
import { library } from "../build/generated/library.js";
import { methodsOf } from "./language.js";

/** Texts of modules by their paths without `.py`; a package's own is `name/__init__`. */
export type LibraryTexts = Readonly<Record<string, string>>;

/** For the library alone: the operations of devices.def, and the numbers that they are answered with. */
const deviceNumbers = [
  ...Object.entries(deviceOperations),
  ...errors.filter(({ name }) => name.startsWith("DEVICE_")).map(({ name, number }) => [name.slice(7), -number] as const),
];

/** The library of this build. */
export const ownLibrary: LibraryTexts = {
  ...library,
  _devices: deviceNumbers.map(([name, number]) => `${name} = ${number}\n`).join(""),
  // Of a program that executes texts it is another one: code-texts.ts.
  _texts: "main = None\n\ndef find(text, mode):\n    return None\n",
};

/** Modules that CPython has inside itself: no file of that name can replace them. */
const BEFORE_FILES = new Set(["sys", "time", "gc", "micropython", "builtins", "__future__"]);

/** The path of a module; null if there is none. */
export function libraryFile(texts: LibraryTexts, name: string): string | null {
  const path = name.replaceAll(".", "/");
  return [path, `${path}/__init__`].find((candidate) => Object.hasOwn(texts, candidate)) ?? null;
}

/** The module of the library that a program means by a name: MicroPython's old names begin with a u. Null if there is none. */
export function libraryName(texts: LibraryTexts, name: string): string | null {
  const has = (candidate: string) => libraryFile(texts, candidate) !== null;
  if (has(name)) return name;
  if (name === "typing_extensions" && has("typing")) return "typing";
  return name.startsWith("u") && has(name.slice(1)) ? name.slice(1) : null;
}

export const isBeforeFiles = (texts: LibraryTexts, name: string): boolean => BEFORE_FILES.has(libraryName(texts, name) ?? "");

/** The names by which programs import modules of the library. */
export function offeredModules(texts: LibraryTexts): string[] {
  const names = Object.keys(texts)
    .filter((path) => methodsOf(path) === null)
    .map((path) => path.replace(/\/__init__$/, "").replaceAll("/", "."));
  return [...new Set([...names, "typing_extensions"])]
    .filter((name) => !name.split(".").some((part) => /^_(?!_future__)/.test(part)))
    .sort();
}
