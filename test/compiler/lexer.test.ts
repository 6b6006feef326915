import { describe, expect, it } from "vitest";
import { DiagnosticCollector } from "../../compiler/diagnostics.js";
import { identifierOf, tokenize } from "../../compiler/lexer/lexer.js";
import { decodeNumber, findNumberError } from "../../compiler/lexer/numbers.js";
import { SourceFile } from "../../compiler/source.js";

function lex(source: string) {
  const collector = new DiagnosticCollector();
  const { tokens } = tokenize(new SourceFile("test.py", source), collector);
  return { tokens, names: tokens.map((token) => token.tokenType.name), errors: collector.all.map(({ message }) => message) };
}

function names(source: string): string {
  return lex(source).names.join(" ");
}

describe("lines", () => {
  it("ends the last line even without a line end", () => {
    expect(names("x")).toBe("Name Newline");
    expect(names("x\n")).toBe("Name Newline");
    expect(names("")).toBe("");
    expect(names("\n  # nothing\n\n")).toBe("");
  });

  it("makes blocks of indentation", () => {
    expect(names("if x:\n  y\nz")).toBe("Keyword_if Name Colon Newline Indent Name Newline Dedent Name Newline");
    expect(names("if x:\n  if y:\n    z")).toMatch(/Newline Indent Name Newline Dedent Dedent$/);
  });

  it("leaves out blank and comment lines, whatever their indentation", () => {
    expect(names("if x:\n  y\n# a\n      # b\n\n  z\n")).toBe("Keyword_if Name Colon Newline Indent Name Newline Name Newline Dedent");
    expect(names("if x:\n  y\n    # tail")).toBe("Keyword_if Name Colon Newline Indent Name Newline Dedent");
  });

  it("joins lines in brackets and after a backslash", () => {
    expect(names("(\n  x\n)")).toBe("LeftParen Name RightParen Newline");
    expect(names("x \\\n  y")).toBe("Name Name Newline");
  });

  it("takes every kind of line end, a byte order mark and form feeds", () => {
    expect(names("\ufeffx\r\ny\rz\n")).toBe("Name Newline Name Newline Name Newline");
    expect(names("\fx\n\f\n  \fy\n")).toBe("Name Newline Name Newline");
  });

  it("measures tabs as CPython does", () => {
    expect(lex("if x:\n\ty\n        z\n").errors).toEqual(["inconsistent use of tabs and spaces in indentation"]);
    expect(lex("if x:\n \ty\n \tz\n").errors).toEqual([]);
  });

  it("notices a bracket that was left open when a statement begins", () => {
    const { errors, names: found } = lex("x = f(1,\ndef g(): pass\n");
    expect(errors).toEqual(["'(' was never closed"]);
    expect(found).toContain("Keyword_def");
  });
});

describe("tokens", () => {
  it("keeps the places of tokens", () => {
    const { tokens } = lex("\ufeffab = (\n  'c')\n");
    expect(tokens.map(({ image, startOffset }) => [image, startOffset])).toEqual([
      ["ab", 1],
      ["=", 4],
      ["(", 6],
      ["'c'", 10],
      [")", 13],
      ["", 14],
    ]);
  });

  it("tells string prefixes from names", () => {
    expect(names("rb'' Rf\"\" br'''a\nb''' ub ''")).toBe("StringLiteral StringLiteral StringLiteral Name StringLiteral Newline");
  });

  it("normalises identifiers", () => {
    const [token] = lex("ﬁx").tokens;
    expect(token && identifierOf(token)).toBe("fix");
  });

  it("prefers long operators", () => {
    expect(names("a **= b // c ... -> := != <<=")).toBe(
      "Name StarStarEqual Name SlashSlash Name Ellipsis Arrow ColonEqual NotEqual ShiftLeftEqual Newline",
    );
  });
});

describe("numbers", () => {
  it.each([
    ["0", 0n],
    ["1_000", 1000n],
    ["0xFF_ff", 0xffffn],
    ["0b1_01", 5n],
    ["0O17", 15n],
    ["00_0", 0n],
    ["123456789012345678901234567890", 123456789012345678901234567890n],
  ])("%s", (image, value) => {
    expect(decodeNumber(image)).toEqual({ type: "int", value });
  });

  it("tells floats and imaginary numbers apart", () => {
    expect(decodeNumber("1_0.5e-1")).toEqual({ type: "float", value: 1.05 });
    expect(decodeNumber("1e400")).toEqual({ type: "float", value: Number.POSITIVE_INFINITY });
    expect(decodeNumber("1.5J")).toEqual({ type: "complex", imag: 1.5 });
  });

  it("allows keywords right after a number", () => {
    expect(findNumberError("1", "if")).toBeNull();
    expect(findNumberError("1", "abc")).toBe("invalid decimal literal");
  });
});
