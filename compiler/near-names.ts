/** What somebody may have meant who wrote a name that is not there. */

/** How many of the likest names are worth showing. */
const MOST_NAMES = 3;

/** The names nearest to one, by Levenshtein's distance (1966); none that is farther than a third of its length. */
export function nearNames(name: string, names: Iterable<string>): string[] {
  const most = Math.max(1, Math.floor(name.length / 3));
  const found: { candidate: string; far: number }[] = [];
  for (const candidate of names) {
    const far = distance(name.toLowerCase(), candidate.toLowerCase());
    if (far <= most) found.push({ candidate, far });
  }
  const nearest = Math.min(...found.map(({ far }) => far));
  return found
    .filter(({ far }) => far === nearest)
    .map(({ candidate }) => candidate)
    .sort()
    .slice(0, MOST_NAMES);
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
