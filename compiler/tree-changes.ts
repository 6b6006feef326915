/** Changes of the library's trees and scopes, which all compilations of a process share: each takes back what the one before has changed. */

const undone: (() => void)[] = [];

/** Says how to take back what is changed right now. */
export function onTakeBack(undo: () => void): void {
  undone.push(undo);
}

export function setField(owner: object, key: string | number, value: unknown): void {
  const fields = owner as Record<string | number, unknown>;
  const before = fields[key];
  fields[key] = value;
  onTakeBack(() => {
    fields[key] = before;
  });
}

export function setItems<T>(list: T[], items: readonly T[]): void {
  const before = [...list];
  list.splice(0, list.length, ...items);
  onTakeBack(() => list.splice(0, list.length, ...before));
}

export function takeBackChanges(): void {
  for (let undo = undone.pop(); undo !== undefined; undo = undone.pop()) undo();
}
