/** The arena that a benchmark program needs where a megabyte is not enough: its data are larger. */
const heaps: Readonly<Record<string, number>> = { lists: 2 << 20, strings: 3 << 20, dicts: 4 << 20 };

export const heapOf = (program: string): number => heaps[program] ?? 1 << 20;
