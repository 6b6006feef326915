import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DebugFile } from "../../host/debug-file.js";
import { renderTraceback } from "../../host/traceback.js";

const source = "def f(n):\n    return f(n)\n\nf(1)\n";
const path = join(mkdtempSync(join(tmpdir(), "nanopy-")), "p.py");
writeFileSync(path, source);
const debug: DebugFile = {
  version: 1,
  build_id: "0123456789abcdef",
  files: [{ path, sha256: createHash("sha256").update(source).digest("hex") }],
  globals: ["f"],
  functions: [
    {
      offset: 20,
      name: "<module>",
      file: 0,
      locals: [],
      lines: [
        [0, 1],
        [2, 4],
      ],
    },
    { offset: 40, name: "f", file: 0, locals: ["n"], lines: [[0, 2]] },
  ],
};
const main = `  File "${path}", line 4, in <module>\n    f(1)\n`;
const inner = `  File "${path}", line 2, in f\n    return f(n)\n`;

describe("a traceback", () => {
  it("shows frames with their source lines and hides the prelude's", () => {
    expect(renderTraceback("R 0\nF 1 20 3 1\nF 0 99 1 1\nF 1 40 0 1\nE ValueError: a\\nb\\\\c\n", debug)).toBe(
      `Traceback (most recent call last):\n${main}${inner}ValueError: a\nb\\c\n`,
    );
  });

  it.each([
    [3, inner.repeat(3)],
    [4, `${inner.repeat(3)}  [Previous line repeated 1 more time]\n`],
    [10, `${inner.repeat(3)}  [Previous line repeated 7 more times]\n`],
  ])("counts %d repeated lines as CPython does", (repeats, text) => {
    expect(renderTraceback(`R 0\nF 1 20 2 1\nF 1 40 0 ${repeats}\nE E\n`, debug)).toBe(
      `Traceback (most recent call last):\n${main}${text}E\n`,
    );
  });

  it("keeps the innermost thousand frames", () => {
    expect(renderTraceback("R 0\nF 1 20 2 1\nF 1 40 0 5000\nE E\n", debug)).toBe(
      `Traceback (most recent call last):\n${inner.repeat(3)}  [Previous line repeated 997 more times]\nE\n`,
    );
  });

  it("says how the exceptions of a chain are related", () => {
    expect(renderTraceback("R 0\nF 1 20 2 1\nE A\nR 1\nF 1 20 2 1\nE B\nR 2\nF 1 20 2 1\nE C\n", debug)).toBe(
      `Traceback (most recent call last):\n${main}A\n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n${main}B\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n${main}C\n`,
    );
  });

  it("leaves source lines out when the file has changed", () => {
    const changed = { ...debug, files: [{ path, sha256: "0" }] };
    expect(renderTraceback("R 0\nF 1 20 2 1\nE E\n", changed)).toBe(
      `Traceback (most recent call last):\n  File "${path}", line 4, in <module>\nE\n`,
    );
  });

  it("names places by number without a debug file", () => {
    expect(renderTraceback("R 0\nF 1 20 2 1\nE E\n", undefined)).toBe(
      'Traceback (most recent call last):\n  File "<no debug file>", function at word 20, instruction 2\nE\n',
    );
  });
});
