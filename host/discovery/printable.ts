/** The longest text of a stranger's that is shown. */
const longest = 100;

/** What a device or a stranger on the network says of itself, fit for a terminal; undefined for nothing. */
export function printable(text: string | undefined): string | undefined {
  const clean = text
    ?.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .trim()
    .slice(0, longest);
  return clean || undefined;
}
