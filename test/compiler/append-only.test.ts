/**
 * Numbers that images carry are given once: images and snapshots of older versions, and their preludes, run on newer machines. Each row is a
 * state that once was: the first so many rows of a table still are what they were. Who appends to a table may add a row here, and changes none.
 */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { builtinSymbols, builtins, builtinTypes, reservedSymbols } from "../../build/generated/builtins.js";
import { entries, linkedEntries } from "../../build/generated/entries.js";
import { opcodes } from "../../build/generated/opcodes.js";

const tables = {
  symbols: builtinSymbols,
  types: builtinTypes.map(({ name, base }) => `${name} ${base}`),
  builtins: builtins.map(({ kind, type, name, suffix }) => `${kind} ${type} ${name} ${suffix}`),
  opcodes: opcodes.map(({ name, format }) => `${name} ${format}`),
  linked: linkedEntries,
  entries: entries.map(({ name, least, most, isGenerator }) => `${name} ${least} ${most} ${isGenerator}`),
} as const;

const states: [table: keyof typeof tables, rows: number, hash: string][] = [
  ["symbols", 255, "4b8f3bfc2490aa25"],
  ["types", 73, "25b1e52a4c833563"],
  ["builtins", 194, "e5348e8b59f64f61"],
  ["opcodes", 172, "734a84b5e4930534"],
  ["entries", 59, "a3900be708a2c51d"],
  ["linked", 17, "7ee9750499b8aa3e"],
];

const hashOf = (rows: readonly string[]): string => createHash("sha256").update(rows.join("\n")).digest("hex").slice(0, 16);

it.each(states)("%s: the first %i rows are what they were", (table, rows, hash) => {
  expect(tables[table].length).toBeGreaterThanOrEqual(rows);
  expect(hashOf(tables[table].slice(0, rows))).toBe(hash);
});

it("the machine's symbols have room to grow, which never moves the prelude's", () => {
  expect(reservedSymbols).toBe(288);
  expect(builtinSymbols.length).toBeLessThanOrEqual(reservedSymbols);
  expect(new Set(builtinSymbols).size).toBe(builtinSymbols.length);
});
