import { describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { diagnosticToJson } from "../../compiler/render-diagnostic.js";

const compile = (text: string, files: Record<string, string> = {}) =>
  compileProgram({ path: "/app/main.py", text, readFile: (path) => files[path.replace("/app/", "")] ?? null, lint: true });

/** Findings as `line: severity code`. */
const findings = (text: string, files: Record<string, string> = {}): string[] =>
  compile(text, files).diagnostics.map((diagnostic) => {
    const { line, severity, code } = diagnosticToJson(diagnostic);
    return `${line}: ${severity} ${code}`;
  });

/** The bytes of an image, which has to compile. */
function size(text: string): number {
  const { image, diagnostics } = compile(text);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return image.length;
}

describe("a text that is made while the program runs", () => {
  it.each([
    ["exec(input())\n", ["1: error NP153"]],
    ["def f(a):\n    return eval(f'{a} + 1')\nf(1)\n", ["2: error NP153"]],
    ["for name in ('a', 'b'):\n    exec('x%d = 1' % len(name))\n", ["2: error NP153"]],
    ["def run(code):\n    exec(code)\nrun('x = 1')\nrun(input())\n", ["4: warning NP153"]],
    ["code = 'x = 1'\ncode += str(2)\nexec(code)\n", ["2: warning NP153"]],
  ])("%j", (text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});

describe("a text that stands in the program", () => {
  it.each([
    ["def run(code):\n    exec(code)\nrun('x = 1')\n"],
    ["import json\ndef run(code):\n    n = 1\n    exec(code)\nrun('made = json.dumps(n)')\nprint(made)\n"],
    ["exec('a = 1' + '\\n')\n"],
    ["def never(code):\n    exec(code)\n"],
    ["class A:\n    def compile(self, x):\n        return x\nprint(A().compile(str(1)))\n"],
    ["import re\nprint(re.compile('a' + str(1)))\n"],
    ["def f(eval):  # noqa: NP303\n    return eval(str(1))\nprint(f(int))\n"],
  ])("%j has no findings", (text) => {
    expect(findings(text)).toEqual([]);
  });

  it("may use what other modules of the program define", () => {
    const files = { "rules.py": "CODES = ['import shapes', 'print(shapes.area(2))']\n", "shapes.py": "def area(n):\n    return n * n\n" };
    const { debug, diagnostics } = compile("import rules\nfor code in rules.CODES:\n    exec(code)\n", files);
    expect(diagnostics).toEqual([]);
    expect(debug.functions.map(({ name }) => name)).toContain("area");
    expect(debug.files.filter(({ path }) => path === "<string>")).toHaveLength(2);
  });

  it("costs nothing where it stands in the call, and no other text is in the image", () => {
    expect(size("exec('print(1)')\n")).toBe(size("print(1)\n"));
    expect(size("print(eval('1 + 1'))\n")).toBe(size("print(2)\n"));
    const run = "def run(code):\n    exec(code)\n";
    expect(size(`${run}run('x = 1')\nprint('y = 2 * 3')\n`) - size(`${run}run('x = 1')\nprint('y')\n`)).toBeLessThan(16);
  });
});
