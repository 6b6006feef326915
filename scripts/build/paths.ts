/** Where things lie in the repository. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path in the repository. */
export const at = (...parts: string[]): string => join(root, ...parts);

/** A path in the folder of everything that is built and never committed. */
export const built = (...parts: string[]): string => join(root, "build", ...parts);
