/** A program of test/language with what its comments expect. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { compileProgram } from "../../compiler/compile.js";
import { parseSize } from "../../host/cli/options.js";

export interface LanguageProgram {
  /** Path below test/language. */
  name: string;
  path: string;
  text: string;
  stdout: string[];
  error: string | undefined;
  exit: number;
  heap: number;
  homes: string[] | undefined;
  differs: boolean;
}

const folder = join(import.meta.dirname, "../language");

/** A file of test/language that is run. Below imports/ that is main.py alone: the others are its modules. */
export const isProgram = (name: string): boolean => name.endsWith(".py") && (!name.startsWith("imports/") || name === "imports/main.py");

export function languagePrograms(): LanguageProgram[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(isProgram)
    .sort()
    .map((name) => parseProgram(join(folder, name)));
}

export function parseProgram(path: string): LanguageProgram {
  const text = readFileSync(path, "utf8");
  const header = (key: string): string | undefined => new RegExp(`^# ${key}: (.+)$`, "m").exec(text)?.[1]?.trim();
  const stdout = [...text.matchAll(/# expect(?:: ?(.*)|-json: (.*))$/gm)].map(([, plain, json]) =>
    json === undefined ? plain! : JSON.parse(json),
  );
  const error = /# expect-error: (.*)$/m.exec(text)?.[1];
  return {
    name: relative(folder, path),
    path,
    text,
    stdout,
    error,
    exit: Number(header("expect-exit") ?? (error === undefined ? 0 : 1)),
    heap: parseSize(header("heap") ?? "32K"),
    homes: header("homes")?.split(/\s+/),
    differs: header("differs") !== undefined,
  };
}

/** Compiles it; throws with the messages if it has errors. */
export function compileLanguageProgram({ path, text }: LanguageProgram): ReturnType<typeof compileProgram> {
  const result = compileProgram({ path, text });
  const messages = result.diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`);
  if (messages.length > 0) throw new Error(`${path} does not compile:\n${messages.join("\n")}`);
  return result;
}
