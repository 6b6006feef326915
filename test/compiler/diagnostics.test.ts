import { describe, expect, it } from "vitest";
import { diagnosticToJson, renderDiagnostic } from "../../compiler/render-diagnostic.js";
import { SourceFile } from "../../compiler/source.js";
import { analyze } from "./front-end.js";

function only(source: string) {
  const { diagnostics } = analyze(source);
  expect(diagnostics).toHaveLength(1);
  return diagnostics[0]!;
}

describe("what the subset leaves out", () => {
  it.each([
    ["try:\n    pass\nexcept* A:\n    pass\nexcept* B:\n    pass\n", "3: except* is not supported"],
    ["class A(metaclass=M): pass\n", "1: metaclasses are not supported"],
    ["__import__('a')\n", "1: __import__() is not supported"],
  ])("%j", (source, error) => {
    expect(analyze(source).errors).toEqual([error]);
    expect(only(source).hint).toBeTruthy();
  });

  it("may be the user's own", () => {
    expect(analyze("def __import__(x): return x\n__import__(1)\n").errors).toEqual([]);
    expect(analyze("def f(__import__): __import__()\n").errors).toEqual([]);
    expect(analyze("class A:\n    def __import__(self): pass\n    def m(self): __import__('')\n").errors).toEqual([
      "3: __import__() is not supported",
    ]);
  });
});

describe("rendering", () => {
  it("shows the line, the place and the hint", () => {
    const source = "x = 1\n\tif_é = __import__(y)\n".replace("\t", "");
    expect(renderDiagnostic(only(source))).toBe(
      [
        "test.py:2:8: error NP153: __import__() is not supported",
        "1 | x = 1",
        "2 | if_é = __import__(y)",
        "  |        ^^^^^^^^^^",
        "  = hint: modules are put together when the program is compiled: write an import statement, or the names of modules that are there as texts in the file",
      ].join("\n"),
    );
  });

  it("keeps tabs in front of the mark", () => {
    expect(renderDiagnostic(only("if x:\n\ty = 1 2\n")).split("\n").at(-1)).toBe("  | \t      ^");
  });

  it("colours only when asked", () => {
    const diagnostic = only("x = )\n");
    expect(renderDiagnostic(diagnostic)).not.toContain("\u001b");
    expect(renderDiagnostic(diagnostic, { color: true })).toContain("\u001b[1;31m");
  });

  it("makes JSON", () => {
    expect(diagnosticToJson(only("x = 1\ny = 😀\n"))).toEqual({
      file: "test.py",
      line: 2,
      column: 5,
      endLine: 2,
      endColumn: 6,
      severity: "error",
      code: "NP101",
      message: "invalid character '😀' (U+1F600)",
    });
  });
});

describe("positions", () => {
  it("count lines of every kind, and columns in code points", () => {
    const file = new SourceFile("a.py", "\ufeffa\r\n😀b\rc\nd");
    expect(file.positionOf(1)).toEqual({ line: 1, column: 1 });
    expect(file.positionOf(file.text.indexOf("b"))).toEqual({ line: 2, column: 2 });
    expect(file.positionOf(file.text.indexOf("c"))).toEqual({ line: 3, column: 1 });
    expect(file.positionOf(file.text.length)).toEqual({ line: 4, column: 2 });
    expect(file.lineText(2)).toBe("😀b");
  });
});
