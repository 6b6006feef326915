/** Content hashes of C sources with everything they include, so that only what changed is compiled again. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const sha256 = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
};

/** Resolves and reads quoted includes; one scanner serves one build, so each header is read once. */
export class IncludeScanner {
  private readonly texts = new Map<string, string>();

  constructor(private readonly folders: string[]) {}

  /** All files that `source` includes by a quoted name, itself first, in order of appearance. */
  closure(source: string): string[] {
    const found = new Set<string>();
    const visit = (path: string): void => {
      if (found.has(path)) return;
      found.add(path);
      for (const [, name] of this.text(path).matchAll(/^[ \t]*#[ \t]*include[ \t]+"([^"]+)"/gm)) {
        const included = [dirname(path), ...this.folders].map((folder) => join(folder, name!)).find((candidate) => existsSync(candidate));
        if (included) visit(included);
      }
    };
    visit(source);
    return [...found];
  }

  /** A hash of the source and of everything in its closure. */
  hash(source: string): string {
    return sha256(...this.closure(source).flatMap((path) => [path, this.text(path)]));
  }

  text(path: string): string {
    let text = this.texts.get(path);
    if (text === undefined) {
      text = readFileSync(path, "utf8");
      this.texts.set(path, text);
    }
    return text;
  }
}
