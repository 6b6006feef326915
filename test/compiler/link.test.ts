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
    expect(compiled.read.globals).toEqual(expect.arrayContaining(["<import a>", "<import pkg>", "<import pkg.leaf>", "n", "value", "f"]));
    const n = compiled.read.globals.indexOf("n");
    const value = compiled.read.globals.indexOf("value");
    expect(listing(compiled, "f")).toEqual([`GETG r1 g${n}`, `CALLG r0 1 g${value}`, `SETG r0 g${n}`, "RETN"]);
  });

  it("gives a module that is used as a value its table", () => {
    const compiled = compileFiles({ "main.py": "import a\nprint(a)\n", "a.py": "x = 1\ny = 2\n" });
    expect(compiled.read.modules.map(({ name, globals }) => [name, globals.map((entry) => entry.name)])).toEqual([["a", ["x", "y"]]]);
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

  it("binds what a library module defines once while compiling: no global, and nothing to run", () => {
    const compiled = compileFiles({
      "main.py": "import time\nfrom math import pi\ndef f(x):\n    return time.ticks_ms() + x * 2 * pi\n",
    });
    expect(compiled.messages).toEqual([]);
    expect(compiled.read.globals).toEqual(["f"]);
    expect(compiled.read.functions.map(({ name }) => name)).toEqual(["<module>", "f", "ticks_ms"]);
    expect(listing(compiled, "f").some((line) => line.startsWith("GETG"))).toBe(false);
    expect(listing(compiled, "f")).toContain("MULK r2 r2 k1");
  });

  it("gives names of the library globals where the program assigns to them", () => {
    const compiled = compileFiles({
      "main.py": "import time\nimport math\ntime.sleep = print\nmath.pi = 3\ntime.sleep(math.pi)\n",
    });
    expect(compiled.messages).toEqual([]);
    expect(compiled.read.globals).toEqual(expect.arrayContaining(["sleep", "pi"]));
  });

  it("leaves a function that gives back its argument out of the image", () => {
    const compiled = compileFiles({ "main.py": "from micropython import const\nX = const(5)\nprint(X)\n" });
    expect(compiled.messages).toEqual([]);
    expect(compiled.read.functions).toHaveLength(1);
  });

  it("knows modules by MicroPython's old names", () => {
    const compiled = compileFiles({ "main.py": "import utime, ujson as json\nprint(utime.ticks_ms(), json.dumps(1))\n" });
    expect(compiled.messages).toEqual([]);
  });

  it("follows names of modules from module to module", () => {
    const compiled = compileFiles({
      "main.py":
        "import a\nfrom a import time as t\nfrom b import *\ndef f(x):\n    return a.time.ticks_ms(), t.ticks_us(), sys.argv, a.b.y\n",
      "a.py": "import time\nimport b\n",
      "b.py": "import sys\ny = 1\n",
    });
    expect(compiled.messages).toEqual([]);
    expect(listing(compiled, "f").filter((line) => /^CALL r\d 0/.test(line))).toHaveLength(2);
    expect(listing(compiled, "f").filter((line) => line.startsWith("GETG"))).toHaveLength(2);
  });

  it("says which module is missing, and what there is", () => {
    const { messages } = compileFiles({ "main.py": "import nowhere\nfrom a import x\nimport a.b\n", "a.py": "x = 1\n" });
    expect(messages).toEqual(["main.py:1 NP200 no module named 'nowhere'", "main.py:3 NP200 no module named 'a.b'"]);
  });

  it("leaves a missing module to the program that expects it", () => {
    const compiled = compileFiles({ "main.py": "try:\n    import nowhere\nexcept ImportError:\n    nowhere = None\nprint(nowhere)\n" });
    expect(compiled.messages).toEqual([]);
  });

  it("only warns of what a library module lacks, once the program has asked whether it lacks something", () => {
    const asked = "import micropython, time\ntry:\n    micropython.heap_lock\nexcept AttributeError:\n    raise SystemExit\n";
    const { diagnostics } = compileProgram({ path: "main.py", text: `${asked}micropython.heap_unlock()\ntime.nothing\n` });
    expect(diagnostics).toMatchObject([
      { code: "NP202", severity: "warning", message: "module 'micropython' has no 'heap_unlock'" },
      { code: "NP202", severity: "error", message: "module 'time' has no 'nothing'" },
    ]);
  });

  it("says what a library module lacks, and what may have been meant", () => {
    const { diagnostics } = compileProgram({ path: "main.py", text: "import time\ntime.tick_ms()\ntime.nothing\n" });
    expect(diagnostics).toMatchObject([
      { code: "NP202", message: "module 'time' has no 'tick_ms'", hint: "did you mean ticks_ms?" },
      { code: "NP202", message: "module 'time' has no 'nothing'" },
    ]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["error", "error"]);
    expect(compileFiles({ "main.py": "from sys import what\n" }).messages).toEqual(["main.py:1 NP202 module 'sys' has no 'what'"]);
  });

  it.each([
    "try:\n    import time\n    time.nothing()\nexcept AttributeError:\n    pass\n",
    "try:\n    from time import nothing\nexcept ImportError:\n    nothing = None\n",
    "import time\nif hasattr(time, 'nothing'):\n    time.nothing()\n",
  ])("leaves a missing name to the program that expects it: %j", (text) => expect(compileFiles({ "main.py": text }).messages).toEqual([]));

  it("names what is near a module that is missing", () => {
    const { diagnostics } = compileProgram({ path: "main.py", text: "import tyme\n" });
    expect(diagnostics).toMatchObject([{ code: "NP200", hint: "did you mean time?" }]);
  });

  it("answers hasattr and getattr of a library module while compiling", () => {
    const compiled = compileFiles({
      "main.py": "import time\ndef f():\n    if hasattr(time, 'ticks_ms'):\n        return getattr(time, 'nothing', 5)\n",
    });
    expect(compiled.messages).toEqual([]);
    expect(listing(compiled, "f")).toEqual(["LOADI r0 5", "RET r0"]);
    expect(compiled.read.modules).toEqual([]);
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
