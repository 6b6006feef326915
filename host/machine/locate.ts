/** Finds the builds of the machine: beside the bundle in an installed package, under build/ in a clone. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The nearest folder upwards that holds nanopy's package.json. */
export function packageRoot(): string {
  for (let folder = here; ; folder = dirname(folder))
    if (existsSync(join(folder, "package.json")) || folder === dirname(folder)) return folder;
}

/** The path of a built file, or undefined where it was not built. */
export function locate(...candidates: string[]): string | undefined {
  return candidates.map((name) => join(packageRoot(), name)).find((path) => existsSync(path));
}
