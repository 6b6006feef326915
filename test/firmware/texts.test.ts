/** Messages packed for the lx106: they come out as they were, each within the depth that the machine has room for. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { at } from "../../scripts/build/paths.js";
import { packTexts, textOfPairs } from "../../scripts/build/texts.js";

const asText = (message: string): string => `\t.string\t"${message}"`;
const messages = [
  "'%y' object has no attribute '%v'",
  "'%y' object is not callable",
  "'%y' object is not iterable",
  String.raw`a quote \" and a backslash \\ in an object`,
  "nothing in common? 0123456789",
];

/** As np_next_char does it; the deepest that it had to remember. */
function unpack(line: string, pairs: readonly number[]): { text: string; depth: number } {
  const content = /^\t\.string\t"(.*)"$/
    .exec(line)![1]!
    .replace(/\\(\d{3})|\\(.)/g, (_, octal, other) => (octal ? String.fromCharCode(Number.parseInt(octal, 8)) : other));
  const more: number[] = [];
  let text = "";
  let depth = 0;
  for (const char of content) {
    more.push(char.charCodeAt(0));
    while (more.length > 0) {
      let byte = more.pop()!;
      for (; byte >= 128; byte = pairs[byte - 128]! & 255) {
        more.push(pairs[byte - 128]! >> 8);
        depth = Math.max(depth, more.length);
      }
      text += String.fromCharCode(byte);
    }
  }
  return { text, depth };
}

describe("packTexts", () => {
  it("makes messages smaller, and they can be read again", () => {
    const { texts, pairs } = packTexts([messages.map(asText).join("\n"), asText("'%y' object is not subscriptable")]);
    const lines = texts.join("\n").split("\n");
    expect(lines.map((line) => unpack(line, pairs).text)).toEqual([
      ...messages.map((text) => text.replace(/\\(.)/g, "$1")),
      "'%y' object is not subscriptable",
    ]);
    expect(pairs.length).toBeGreaterThan(5);
    expect(lines[1]!.replace(/\\\d{3}/g, "x").length).toBeLessThan(asText(messages[1]!).length);
  });

  it("nests pairs no deeper than the machine has room for", () => {
    const depth = Number(/NP_PACKED_DEPTH = (\d+)/.exec(readFileSync(at("runtime-c/vm/text.h"), "utf8"))![1]);
    const long = `${"ab".repeat(3000)} `;
    const { texts, pairs } = packTexts([asText(long)]);
    const read = unpack(texts[0]!, pairs);
    expect(read.text).toBe(long);
    expect(read.depth).toBeGreaterThan(4);
    expect(read.depth).toBeLessThanOrEqual(depth);
  });

  it.each([
    '\t.string\t"utf-8"',
    '\t.string\t"R 0\\nE "',
    '\t.ascii\t"a text of bytes"',
    "\tmovi.n\ta2, 5",
    '\t.string\t"\\303\\251 is no ASCII"',
  ])("leaves %s alone", (line) => {
    expect(packTexts([[line, line, line, line].join("\n")])).toEqual({ texts: [[line, line, line, line].join("\n")], pairs: [] });
  });

  it("writes two pairs in a word", () => {
    expect(textOfPairs([0x6261, 0x8163, 0x2020])).toMatch(/np_text_pairs:\n\t\.word\t0x81636261\n\t\.word\t0x2020\n$/);
  });
});
