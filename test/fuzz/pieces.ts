/** The pieces of programs in `pieces/`: what values can do, an expression a line; and stretches of statements, with empty lines between them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const read = (name: string): string => readFileSync(join(import.meta.dirname, "pieces", `${name}.txt`), "utf8").trimEnd();

export const expressions: readonly (readonly string[])[] = ["texts", "bytes", "numbers", "containers"].map((name) =>
  read(name).split("\n"),
);

export const flows: readonly string[] = read("flows").split("\n\n");
export const classes: readonly string[] = read("classes").split("\n\n");
export const library: readonly string[] = read("library").split("\n\n");
