import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { characterNamed } from "../../compiler/lexer/unicode-names.js";
import { python } from "./oracle.js";

it.each([
  ["DEGREE SIGN", 0xb0],
  ["greek small letter alpha", 0x3b1],
  ["GRINNING FACE", 0x1f600],
  ["LINE FEED", 10],
  ["BOM", 0xfeff],
  ["LATIN CAPITAL LETTER GHA", 0x1a2],
  ["CJK UNIFIED IDEOGRAPH-4E00", 0x4e00],
  ["HANGUL SYLLABLE GGAGG", 0xae4e],
  ["HANGUL SYLLABLE A", 0xc544],
])("%s", (name, point) => {
  expect(characterNamed(name)).toBe(point);
});

it.each(["", "NO SUCH THING", "CJK UNIFIED IDEOGRAPH-0041", "HANGUL SYLLABLE ", "HANGUL SYLLABLE Q", "<control>"])(
  "nothing is called %j",
  (name) => {
    expect(characterNamed(name)).toBeNull();
  },
);

it.skipIf(python === null)("every name that CPython gives a character means that character", () => {
  const program = "import unicodedata as u\nfor c in range(0x110000):\n    n = u.name(chr(c), None)\n    if n: print(c, n, sep='\\t')\n";
  const lines = execFileSync(python!, ["-c", program], { encoding: "utf8", maxBuffer: 1 << 28 })
    .trimEnd()
    .split("\n");
  const wrong = lines.filter((line) => {
    const [point, name] = line.split("\t");
    return characterNamed(name!) !== Number(point);
  });
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(lines.length).toBeGreaterThan(100_000);
});
