/** What is kept of the compiled prelude for the programs that run with it. */
import type { PreludeFunction } from "./environment.js";

/** One function: name, value word, positional parameters, how many of them are required, `*args`, required keyword-only ones. */
export type PreludeEntry = readonly [
  name: string,
  word: number,
  positional: number,
  required: number,
  hasVarArgs: boolean,
  needsKeywords: boolean,
];

export interface PreludeData {
  /** 16 hex digits. */
  readonly buildId: string;
  /** By number; empty where a number is reserved and has no name yet. */
  readonly symbols: readonly string[];
  /** In the order of the prelude's function table. */
  readonly functions: readonly PreludeEntry[];
}

export function preludeFunctions(data: PreludeData): PreludeFunction[] {
  return data.functions.map(([name, word, positional, required, hasVarArgs, needsKeywords], index) => ({
    name,
    value: { kind: "word", word },
    index,
    positional,
    required,
    hasVarArgs,
    needsKeywords,
  }));
}
