/** The machine stands alone: of libc it needs the few functions that move bytes, of libm nothing, since every libm differs. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { loadSources } from "../../scripts/build/sources.js";

const objects = join(import.meta.dirname, "../../build/objects/native");
const allowed = new Set(["memcpy", "memmove", "memset", "memcmp", "strlen", "_GLOBAL_OFFSET_TABLE_"]);

it.skipIf(!existsSync(objects))("needs no library", () => {
  const files = new Set(loadSources().machine.map((source) => basename(source)));
  const machine = readdirSync(objects).filter((name) => files.has(name.replace(/-[0-9a-f]+\.o$/, "")));
  const symbols = (option: string): string[] =>
    execFileSync("nm", ["-j", option, ...machine], { cwd: objects, encoding: "utf8" })
      .split("\n")
      .filter((line) => line && !line.endsWith(":"));
  const defined = new Set(symbols("--defined-only"));
  expect(symbols("--undefined-only").filter((symbol) => !defined.has(symbol) && !allowed.has(symbol))).toEqual([]);
});
