import { describe, expect, it } from "vitest";
import type { Expression } from "../../compiler/ast.js";
import { StatementParser } from "../../compiler/parser/statements.js";
import { analyze } from "./front-end.js";

function value(source: string): Expression {
  const [statement] = analyze(source).module.body;
  if (statement?.kind !== "Assign") throw new Error("not an assignment");
  return statement.value;
}

it("has a grammar that chevrotain finds sound", () => {
  expect(() => new StatementParser(false)).not.toThrow();
});

describe("strings", () => {
  it("keeps lone surrogates", () => {
    expect(value("x = '\\ud800'\n")).toMatchObject({ value: { type: "str", value: "\ud800" } });
  });

  it("makes bytes of any value", () => {
    expect(value("x = b'\\xff\\0' b'a'\n")).toMatchObject({ value: { type: "bytes", value: Uint8Array.of(255, 0, 97) } });
  });

  it("warns of escapes that Python does not know", () => {
    const { diagnostics, errors } = analyze("x = '\\d'\n");
    expect(errors).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "NP170", severity: "warning", message: "invalid escape sequence '\\d'" }]);
  });

  it("finds the places of expressions inside f-strings", () => {
    const source = "x = 'a' f'''b{\n c.d!r:>{e}}'''\n";
    const joined = value(source);
    if (joined.kind !== "JoinedStr") throw new Error("not an f-string");
    const field = joined.values[1];
    if (field?.kind !== "FormattedValue") throw new Error("not a field");
    expect(source.slice(field.value.span.start, field.value.span.end)).toBe("c.d");
    expect(source.slice(field.span.start, field.span.end)).toBe("{\n c.d!r:>{e}}");
  });
});

describe("error recovery", () => {
  it("reports independent errors each", () => {
    const source = [
      "x = 1 +",
      "def f(:",
      "    y = 2 2",
      "    return 3",
      "if x",
      "    z = )",
      "else:",
      "    w = [1 2]",
      "ok = 1",
      "class A:",
      "    def m(self):",
      "        1 = 2",
      "    def n(self):",
      "        return (",
      "def g():",
      "    del f()",
      "",
    ].join("\n");
    expect(analyze(source).errors).toEqual([
      "1: invalid syntax",
      "2: '(' was never closed",
      "5: expected ':'",
      "6: unmatched ')'",
      "8: invalid syntax. Perhaps you forgot a comma?",
      "12: cannot assign to literal here. Maybe you meant '==' instead of '='?",
      "14: '(' was never closed",
      "16: cannot delete function call",
    ]);
  });

  it("goes on after a missing block", () => {
    expect(analyze("def f():\nx = 1 1\nif x:\n").errors).toEqual([
      "2: expected an indented block after function definition on line 1",
      "3: expected an indented block after 'if' statement on line 3",
    ]);
  });

  it("ends a block where it ends", () => {
    expect(analyze("class A:\n    @d\nx = 1\nclass B:\n    try: pass\ny = 2\n").errors).toEqual([
      "3: invalid syntax",
      "6: expected 'except' or 'finally' block",
    ]);
  });

  it("keeps the statements that are sound", () => {
    expect(analyze("a = 1\nb = = 2\nc = 3\n").module.body.map(({ kind }) => kind)).toEqual(["Assign", "Assign"]);
  });

  it("reports an unexpected indent once", () => {
    expect(analyze("x = 1\n  y = 2\n  z = 3\nw = 4\n").errors).toEqual(["2: unexpected indent"]);
  });
});

describe("nesting", () => {
  const deep = (open: string, close: string, levels: number) => `x = ${open.repeat(levels)}1${close.repeat(levels)}\n`;
  const blocks = (levels: number) => {
    const lines = Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}if x:`);
    return `${lines.join("\n")}\n${" ".repeat(levels)}pass\nok = 1\n`;
  };

  it.each([
    ["(", ")"],
    ["[", "]"],
    ["f(a=", ")"],
    ["f[1:", "]"],
    ["{1: ", "}"],
    ["[x for y in ", "]"],
    ["lambda: ", ""],
    ["not ", ""],
    ["-", ""],
    ["2 ** ", ""],
    ["1 if 2 else ", ""],
    ["1 + (2 * ", ")"],
  ])("takes 200 levels of %s and refuses more", (open, close) => {
    expect(analyze(deep(open, close, 200)).errors).toEqual([]);
    const more = analyze(deep(open, close, 201)).errors;
    expect(more).toHaveLength(1);
    expect(more[0]).toMatch(/^1: source is nested /);
    expect(analyze(deep(open, close, 20_000)).errors).toHaveLength(1);
  });

  it("takes 100 blocks and refuses more", () => {
    expect(analyze(blocks(100)).errors).toEqual([]);
    expect(analyze(blocks(101)).errors).toEqual(["101: blocks are nested more than 100 levels deep"]);
    expect(analyze(blocks(1000)).errors).toEqual(["101: blocks are nested more than 100 levels deep"]);
  });

  it.each([
    ["sums", `x = ${"1 + ".repeat(3000)}1\n`],
    ["signs in a chain", `x = a or ${"-b ** -c and ".repeat(3000)}d\n`],
    ["conjunctions", `x = ${"a and ".repeat(3000)}b\n`],
    ["comparisons", `x = ${"a < ".repeat(3000)}b\n`],
    ["attributes", `x = a${".b".repeat(3000)}\n`],
    ["calls", `x = a${"()".repeat(3000)}\n`],
    ["elif", `if a:\n  b\n${"elif a:\n  b\n".repeat(3000)}`],
    ["adjacent strings", `x = ${"'a' ".repeat(3000)}\n`],
    ["targets", `${"a = ".repeat(3000)}1\n`],
  ])("takes chains of any length: %s", (_, source) => {
    expect(analyze(source).errors).toEqual([]);
  });

  it("joins chains into one node", () => {
    expect(value("x = a or b or c\n")).toMatchObject({ kind: "BoolOp", values: [{}, {}, {}] });
    expect(value("x = (a or b) or c\n")).toMatchObject({ kind: "BoolOp", values: [{ kind: "BoolOp" }, {}] });
    expect(value("x = a < b < c\n")).toMatchObject({ kind: "Compare", ops: ["Lt", "Lt"] });
  });
});
