/** Tables and quantities for people. */

/** Rows under their heads, in columns; numbers, and whatever else `right` names, end flush right. */
export function renderTable(heads: readonly string[], rows: readonly (readonly string[])[], right: readonly string[] = []): string {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (right.includes(heads[i]!) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join("  ")
      .trimEnd();
  return [heads, ...rows].map((row) => `${line(row)}\n`).join("");
}

/** Bytes, in KB from 10,000 on: `812 B`, `40 KB`. */
export const bytes = (count: number): string => (count < 10_000 ? `${count} B` : `${(count / 1024).toFixed(count < 102_400 ? 1 : 0)} KB`);

/** A time to come: `450 ms`, `12 s`, `3 min`, `5 h`, `2 d`. */
export function duration(ms: number): string {
  const steps: [number, string][] = [
    [86_400_000, "d"],
    [3_600_000, "h"],
    [60_000, "min"],
    [1000, "s"],
  ];
  const [size, unit] = steps.find(([least]) => ms >= 2 * least || (least === 1000 && ms >= 1000)) ?? [1, "ms"];
  return `${Math.round(ms / size)} ${unit}`;
}

/** Part of a whole: `34%`. */
export const percent = (part: number, whole: number): string => `${whole === 0 ? 100 : Math.floor((part * 100) / whole)}%`;
