import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { diagnosticCodes } from "../../compiler/diagnostic-codes.js";
import { diagnosticToJson } from "../../compiler/render-diagnostic.js";

/** Findings as `line: code`, of a main file with others beside it. */
function findings(text: string, files: Record<string, string> = {}): string[] {
  const readFile = (path: string): string | null => files[path.replace("/app/", "")] ?? null;
  return compileProgram({ path: "/app/main.py", text, readFile, lint: true }).diagnostics.map((diagnostic) => {
    const { file, line, code } = diagnosticToJson(diagnostic);
    return `${file === "/app/main.py" ? "" : `${file.split("/").at(-1)}:`}${line}: ${code}`;
  });
}

describe("the page about nanopy check", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/check.md"), "utf8");
  const sections = [...page.matchAll(/^## (NP3\d\d): .*?```python\n(.*?)```/gms)].map(([, code, example]) => [code!, example!] as const);

  it("documents every code of the check", () => {
    const codes = Object.keys(diagnosticCodes).filter((code) => code.startsWith("NP3"));
    expect(sections.map(([code]) => code)).toEqual(codes);
  });

  it.each(sections)("%s: its example has that finding, and only that", (code, example) => {
    expect([...new Set(findings(example).map((finding) => finding.split(": ")[1]))]).toEqual([code]);
  });
});

describe("NP300", () => {
  it.each([
    ["f = lambda: g()\ndef g(): return 1\n", []],
    ["try:\n    unicode\nexcept NameError:\n    pass\n", []],
    ["print(__name__, __file__)\n", []],
    ["from shapes import *\nprint(area)\n", []],
    ["def f():\n    global x\n    x = 1\nf()\nprint(x)\n", []],
    ["class A:\n    y = 1\n    def m(self):\n        return y\n", ["4: NP300"]],
    ["print([a for b in range(3)])\n", ["1: NP300"]],
    ["del nothing\n", []],
  ])("%j", (text, expected) => {
    expect(findings(text, { "shapes.py": "area = 3\n" })).toEqual(expected);
  });
});

describe("NP301", () => {
  it.each([
    ["import time\nprint(time.time())\n", []],
    ["import time as t, json\nt.sleep(0)\n", ["1: NP301"]],
    ["try:\n    import ujson as json\nexcept ImportError:\n    import json\n", []],
    ["from typing import List\ndef f(x: 'List[int]'): pass\n", []],
    ["def f():\n    import time\n    def g():\n        return time.time()\n    return g\n", []],
    ["def f():\n    import time\n", ["2: NP301"]],
    ["__all__ = ['time']\nimport time\n", []],
    ["import json  # noqa: NP301\nimport time  # noqa: NP302\n", ["2: NP301"]],
    ["import shapes\n", ["1: NP301", "shapes.py:1: NP301"]],
    ["import shapes\nprint(shapes.time)\n", []],
  ])("%j", (text, expected) => {
    expect(findings(text, { "shapes.py": "import time\n" })).toEqual(expected);
  });
});

describe("NP302", () => {
  it.each([
    ["while True:\n    break\nprint(1)\n", []],
    ["while True:\n    for i in range(3):\n        break\nprint(1)\n", ["4: NP302"]],
    ["while 1:\n    for i in range(3):\n        pass\n    else:\n        break\nprint(1)\n", []],
    ["def f(x):\n    if x:\n        return 1\n    else:\n        raise ValueError\n    return 2\n", ["6: NP302"]],
    ["def f(x):\n    match x:\n        case 1: return 1\n        case _: return 2\n    return 3\n", ["5: NP302"]],
    ["def f(x):\n    match x:\n        case 1: return 1\n        case [y]: return y\n    return 3\n", []],
    ["def f():\n    return\n    yield\n", []],
    ["for i in range(3):\n    continue\n    print(i)\n", ["3: NP302"]],
  ])("%j", (text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});

describe("NP303 and NP305", () => {
  it.each([
    ["class A:\n    def print(self): pass\n    id = 3\n", []],
    ["for id in range(3):\n    pass\n", ["1: NP303"]],
    ["def f(a):\n    b, c = a\n    for i in range(3):\n        pass\n    _x = 1\n", []],
    ["def f():\n    n = 0\n    def g():\n        nonlocal n\n        n = 1\n    return g\n", []],
    ["def f():\n    x = 1\n    x += 1\n", []],
  ])("%j", (text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});

describe("NP304", () => {
  it.each([
    ["def f(a, b=1, *, c): pass\nf(1, c=2)\nf(1, 2, c=3)\nf(b=2, a=1, c=3)\n", []],
    ["def f(a, b=1, *, c): pass\nf(1)\n", ["2: NP304"]],
    ["def f(a, /, b): pass\nf(1, a=2, b=3)\n", ["2: NP304"]],
    ["def f(a): pass\nf(1, a=2)\nf(1, 2)\nf(x=1)\nf(*[1, 2])\nf(**{})\n", ["2: NP304", "3: NP304", "4: NP304"]],
    ["class A:\n    def __init__(self, x): pass\nA(1)\nA()\n", ["4: NP304"]],
    ["class A:\n    pass\nA(1)\n", ["3: NP304"]],
    ["class B(Exception): pass\nB(1, 2)\n", []],
    ["import time\ndef f(x): pass\nif time.time() > 1:\n    def f(): pass\nf()\n", []],
    ["def f(x):\n    def g(f): f()\n    return g(x)\n", []],
    ["from shapes import area\narea(1)\narea()\n", ["3: NP304"]],
    ["print(len(), abs(1, 2), chr(65))\n", ["1: NP304", "1: NP304"]],
  ])("%j", (text, expected) => {
    expect(findings(text, { "shapes.py": "def area(r): return r\n" })).toEqual(expected);
  });
});

describe("NP306 to NP311", () => {
  it.each([
    ["print(sorted([x for x in range(3)]), list([1, 2]))\n", []],
    ["for x in list(range(3)):\n    print(x)\n", ["1: NP306"]],
    ["n = 0\nfor x in range(3):\n    n += x\n", []],
    ["s = ''\nwhile len(s) < 3:\n    s += 'a' + chr(65)\n", ["3: NP307"]],
    ["def f(a=(), b=None, *, c={}): pass\n", ["1: NP308"]],
    ["x = 1\nprint(x is None, x is not 'a', x is (), x == 3)\n", ["2: NP309", "2: NP309"]],
    ["x = 1\nassert (), 'never'\nassert (x), 'x'\n", []],
  ])("%j", (text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});
