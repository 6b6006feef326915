/**
 * A program leaves out what it does not use of the library, in the very trees that were read: the next program has them as they were written.
 * Whoever changes such a tree notes here how that is put back.
 */
import type { ScopeSymbol } from "./scope.js";

const undo: (() => void)[] = [];

/** Gives a list other items. */
export function replaceItems<Item>(list: Item[], items: readonly Item[]): void {
  const before = [...list];
  undo.push(() => list.splice(0, list.length, ...before));
  list.splice(0, list.length, ...items);
}

/** Gives a field of an object, or an item of a list, another value. */
export function replaceField(owner: object, key: string | number, value: unknown): void {
  const fields = owner as Record<string | number, unknown>;
  const before = fields[key];
  if (before === value) return;
  undo.push(() => {
    fields[key] = before;
  });
  fields[key] = value;
}

/** Takes names out of a scope. */
export function removeSymbols(symbols: Map<string, ScopeSymbol>, names: Iterable<string>): void {
  const before = [...symbols];
  let isChanged = false;
  for (const name of names) isChanged = symbols.delete(name) || isChanged;
  if (!isChanged) return;
  undo.push(() => {
    symbols.clear();
    for (const [name, symbol] of before) symbols.set(name, symbol);
  });
}

/** Puts back all that was changed, the last first. */
export function putBack(): void {
  for (let last = undo.pop(); last; last = undo.pop()) last();
}
