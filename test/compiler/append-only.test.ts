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
  ["symbols", 246, "da7e0b9fe28f639e"],
  ["types", 75, "487c987253d22245"],
  ["builtins", 164, "723ec8acfba01bde"],
  ["opcodes", 173, "c68070268881f035"],
  ["entries", 48, "1eb8898f12ef700f"],
  ["linked", 31, "b9f0e6633e68727c"],
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
