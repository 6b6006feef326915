import { describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { compileFiles, listing } from "./back-end.js";

describe("linker", () => {
  it("turns attributes of known modules into globals", () => {
    const compiled = compileFiles({
      "main.py": "import a\nimport pkg.leaf as leaf\ndef f():\n    a.n = leaf.value(a.n)\nf()\n",
      "a.py": "n = 1\n",
      "pkg/leaf.py": "def value(x):\n    return x\n",
      "pkg/__init__.py": "",
    });
    expect(compiled.messages).toEqual([]);
    expect(compiled.read.globals).toEqual(
      expect.arrayContaining(["<import a>", "<import pkg>", "<import pkg.leaf>", "a", "leaf", "n", "value", "f"]),
    );
    const n = compiled.read.globals.indexOf("n");
    const value = compiled.read.globals.indexOf("value");
    expect(listing(compiled, "f")).toEqual([`GETG r1 g${n}`, `CALLG r0 1 g${value}`, `SETG r0 g${n}`, "RETN"]);
  });

  it("gives a module that is used as a value its table", () => {
    const compiled = compileFiles({ "main.py": "import a\nprint(a)\n", "a.py": "x = 1\ny = 2\n" });
    expect(compiled.read.modules.map(({ name, names }) => [name, names.map((entry) => entry.name)])).toEqual([["a", ["x", "y"]]]);
  });

  it("keeps the same names of two modules apart", () => {
    const compiled = compileFiles({ "main.py": "import a\nx = 1\nprint(x, a.x)\n", "a.py": "x = 2\n" });
    expect(compiled.read.globals.filter((name) => name === "x")).toHaveLength(2);
  });

  it("links star imports, packages and relative imports", () => {
    const compiled = compileFiles({
      "main.py": "from a import *\nfrom pkg.inner import deep\nprint(f(), deep, _g)\n",
      "a.py": "def f(): return 1\n_g = 2\n",
      "pkg/__init__.py": "top = 1\n",
      "pkg/inner.py": "from . import top\nfrom .other import deep\n",
      "pkg/other.py": "deep = 3\n",
    });
    expect(compiled.messages).toEqual([]);
    expect(compiled.read.globals.filter((name) => name === "f")).toHaveLength(1);
    expect(compiled.read.globals.filter((name) => name === "_g")).toHaveLength(2);
  });

  it("knows the members of builtin modules", () => {
    const compiled = compileFiles({
      "main.py": "import math\nfrom sys import exit\ndef f(x):\n    return math.sqrt(x) * math.pi, exit(1)\n",
    });
    expect(compiled.messages).toEqual([]);
    expect(listing(compiled, "f").filter((line) => line.startsWith("CALLP"))).toHaveLength(2);
    expect(listing(compiled, "f").some((line) => line.startsWith("GETG"))).toBe(false);
  });

  it("follows names of modules from module to module", () => {
    const compiled = compileFiles({
      "main.py": "import a\nfrom a import math as m\nfrom b import *\ndef f(x):\n    return a.math.sqrt(x), m.sqrt(x), sys.argv, a.b.y\n",
      "a.py": "import math\nimport b\n",
      "b.py": "import sys\ny = 1\n",
    });
    expect(compiled.messages).toEqual([]);
    expect(listing(compiled, "f").filter((line) => line.startsWith("CALLP"))).toHaveLength(3);
    expect(listing(compiled, "f").filter((line) => line.startsWith("GETG"))).toHaveLength(1);
  });

  it("says which module is missing, and what there is", () => {
    const { messages } = compileFiles({ "main.py": "import nowhere\nfrom a import x\nimport a.b\n", "a.py": "x = 1\n" });
    expect(messages).toEqual(["main.py:1 NP200 no module named 'nowhere'", "main.py:3 NP200 no module named 'a.b'"]);
  });

  it("leaves a missing module to the program that expects it", () => {
    const compiled = compileFiles({ "main.py": "try:\n    import nowhere\nexcept ImportError:\n    nowhere = None\nprint(nowhere)\n" });
    expect(compiled.messages).toEqual([]);
  });

  it("says what a builtin module lacks and how it may be used", () => {
    const { messages } = compileFiles({
      "main.py": "import math\nmath.nothing(1)\nprint(math)\nfrom sys import what\nfrom math import *\n",
    });
    expect(messages).toEqual([
      "main.py:2 NP202 module 'math' has no 'nothing'",
      "main.py:3 NP203 'math' can only be used as 'math.name' or called",
      "main.py:4 NP202 module 'sys' has no 'what'",
      "main.py:5 NP204 'from math import *' is not supported",
    ]);
  });

  it.each([
    ["import sys\nprint(1, file=sys.stderr)\n", "sys.stderr"],
    ["import sys as s\nout = s.stdout\n", "sys.stdout"],
    ["from sys import stderr\nprint(1, file=stderr)\n", "stderr"],
  ])("says how a stream is used where one is a value: %j", (text, stream) => {
    const { diagnostics } = compileProgram({ path: "main.py", text });
    expect(diagnostics).toMatchObject([
      { code: "NP203", severity: "error", hint: `no stream is a value here: write ${stream}.write(text)` },
    ]);
  });

  it.each(["event", "", "event, context, more", "*all", "event, context, *, key"])(
    "warns of handler(%s), which nobody calls",
    (parameters) => {
      const { image, diagnostics } = compileProgram({ path: "main.py", text: `def handler(${parameters}):\n    return 1\n` });
      expect(image).toBeTruthy();
      expect(diagnostics).toMatchObject([
        { code: "NP211", severity: "warning", message: expect.stringMatching(/^handler takes event and context: /) },
      ]);
    },
  );

  it.each([
    "def handler(event, context, /, *, key=1):\n    return 1\n",
    "def handler(event):\n    return 1\ndef handler(event, context=None):\n    return 1\n",
    "class A:\n    def handler(self):\n        return 1\n",
    "def f():\n    def handler(event):\n        return 1\n",
  ])("does not warn of %j", (text) => expect(compileProgram({ path: "main.py", text }).diagnostics).toEqual([]));

  it("refuses relative imports outside packages, and reports errors in modules with their file", () => {
    expect(compileFiles({ "main.py": "from . import a\n" }).messages).toEqual([
      "main.py:1 NP201 attempted relative import with no known parent package",
    ]);
    expect(compileFiles({ "main.py": "import a\n", "a.py": "x = 1\ny = = 2\n" }).messages[0]).toMatch(/^a\.py:2 NP11/);
  });
});
