/** Reads `runtime-c/sources.json`, the one list of sources out of which every C home is built. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { at, root } from "./paths.js";

export type HomeName = "native" | "wasm" | "lx106";

export interface Sources {
  /** Absolute include folders. */
  include: string[];
  /** Absolute paths: the machine alone, the runner, and each home's port. */
  machine: string[];
  runner: string[];
  port: Record<HomeName, string[]>;
  /** Files compiled for speed on lx106, and files of the machine that load bytes and half-words from RAM alone. */
  speed: Set<string>;
  ramBytes: Set<string>;
}

export function loadSources(): Sources {
  const list = JSON.parse(readFileSync(at("runtime-c/sources.json"), "utf8"));
  const named = (names: string[]) =>
    new Set(
      names.map((name) => {
        if (!existsSync(at(name))) throw new Error(`runtime-c/sources.json names ${name}, which is not there`);
        return at(name);
      }),
    );
  return {
    include: list.include.map((folder: string) => at(folder)),
    machine: expand(list.machine),
    runner: expand(list.runner),
    port: { native: expand(list.port.native), wasm: expand(list.port.wasm), lx106: expand(list.port.lx106) },
    speed: named(list.lx106.speed),
    ramBytes: named(list.lx106.ramBytes),
  };
}

/** Turns folders into the C and assembler files in them. */
function expand(entries: string[]): string[] {
  return entries.flatMap((entry) => {
    const path = at(entry);
    if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .filter((name) => /\.[cS]$/.test(name))
      .sort()
      .map((name) => join(path, name));
  });
}

/** The name of a source's module in reports: its path in the repository. */
export const moduleName = (source: string): string => (source.startsWith(root) ? source.slice(root.length + 1) : source);
