import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("ast_oracle.py", import.meta.url));

function findPython(): string | null {
  for (const candidate of ["python3.11", "python3"]) {
    try {
      const version = execFileSync(candidate, ["--version"], { encoding: "utf8" });
      if (version.startsWith("Python 3.11.")) return candidate;
    } catch {
      // Not installed: try the next.
    }
  }
  return null;
}

/** A CPython 3.11, or null where there is none; the comparisons are left out then. */
export const python = findPython();

export interface OracleAnswer {
  readonly lines?: string[];
  readonly skip?: string;
  readonly line?: number;
  readonly message?: string;
}

/** What CPython says about each of the files. */
export function askPython(mode: "ast" | "scopes" | "errors", paths: readonly string[]): OracleAnswer[] {
  if (python === null || paths.length === 0) return [];
  const output = execFileSync(python, [SCRIPT, mode], {
    input: paths.join("\n"),
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as OracleAnswer);
}

/** The folder of the Python standard library's sources, or null. */
export function standardLibrary(): string | null {
  if (python === null) return null;
  const path = execFileSync(python, ["-c", "import os; print(os.path.dirname(os.__file__))"], { encoding: "utf8" }).trim();
  return existsSync(path) ? path : null;
}
