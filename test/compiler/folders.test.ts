/** Folders of modules that programs share: found after the program's own, linked as far as the program uses them. */
import { describe, expect, it } from "vitest";
import { prelude } from "../../build/generated/prelude.js";
import { compileProgram } from "../../compiler/compile.js";
import { readImage } from "../../compiler/image-reader.js";

const shared: Record<string, string> = {
  "/lib/colour.py": `"""Colours."""
import math
RED = (255, 0, 0)
TABLE = {}

def mix(a, b):
    return [average(x, y) for x, y in zip(a, b)]

def average(x, y):
    return (x + y) // 2

def unused():
    return math.pi

class Palette:
    def first(self):
        return RED

    def second(self):
        return TABLE
`,
  "/lib/loud.py": "print('loud')\nregister = []\nregister.append(1)\n\ndef quiet():\n    return 1\n\n@print\ndef told():\n    return 2\n",
  "/lib/kit/__init__.py": "from .a import A\nfrom .b import B\nfrom . import c\n",
  "/lib/kit/a.py": "class A:\n    def method(self):\n        return 1\n",
  "/lib/kit/b.py": "class B:\n    def other(self):\n        return 2\n",
  "/lib/kit/c.py": "def deep():\n    return shallow()\n\ndef shallow():\n    return 3\n\ndef never():\n    return 4\n",
  "/lib/nodes.py":
    "from __future__ import annotations\nfrom dataclasses import dataclass\n\n@dataclass\nclass Node:\n    next: Node | None = None\n",
  "/more/colour.py": "RED = 'other'\n",
  "/more/extra.py": "from kit.c import deep\n\ndef use():\n    return deep()\n",
};

function link(files: Record<string, string> | string) {
  const texts = typeof files === "string" ? { "main.py": files } : files;
  const own = Object.fromEntries(Object.entries(texts).map(([name, text]) => [`/program/${name}`, text]));
  const { image, debug, diagnostics } = compileProgram({
    path: "/program/main.py",
    displayPath: "main.py",
    readFile: (path) => own[path] ?? shared[path] ?? null,
    folders: ["/lib", "/more"],
  });
  return {
    messages: diagnostics.map(({ message }) => message),
    functions: debug.functions
      .filter(({ file, name }) => debug.files[file]!.path.startsWith("/") && !name.startsWith("<"))
      .map(({ name }) => name)
      .sort(),
    files: debug.files.map(({ path }) => path).filter((path) => path.startsWith("/")),
    constants:
      image.length > 0
        ? JSON.stringify(readImage(image, prelude.symbols), (_, value) => (typeof value === "bigint" ? `${value}` : value))
        : "",
    globals: image.length > 0 ? readImage(image, prelude.symbols).globals.filter((name) => !name.startsWith("<")) : [],
  };
}

describe("a folder of shared modules", () => {
  it("gives what the program uses", () => {
    const linked = link("import colour\nprint(colour.mix(colour.RED, (0, 0, 0)))\n");
    expect(linked).toMatchObject({ messages: [], functions: ["average", "mix"], files: ["/lib/colour.py"] });
    expect(linked.globals).not.toContain("TABLE");
    expect(link("from colour import Palette\nPalette()\n").functions).toEqual(["first", "second"]);
  });

  it("keeps what runs when a module is imported", () => {
    expect(link("import loud\n")).toMatchObject({ functions: ["told"], globals: expect.arrayContaining(["register"]) });
  });

  it("has packages, of which the unused modules stay away", () => {
    expect(link("from kit import A\nprint(A().method())\n").functions).toEqual(["method"]);
    expect(link("import kit.c\nkit.c.deep()\n").functions).toEqual(["deep", "shallow"]);
    expect(link("from kit import *\nprint(B, c)\n").functions).toEqual(["deep", "method", "never", "other", "shallow"]);
  });

  it("stands behind the program's own modules, and before the library", () => {
    const own = { "colour.py": "def mix():\n    return 0\n", "main.py": "import colour\ncolour.mix()\n" };
    expect(link(own)).toMatchObject({ messages: [], files: [] });
    expect(link("import colour, extra\nprint(colour.RED, extra.use())\n").files).toEqual(
      expect.arrayContaining(["/lib/colour.py", "/more/extra.py", "/lib/kit/c.py"]),
    );
  });

  it("keeps annotations as texts where a shared module asks for that", () => {
    const { messages, constants, globals } = link("import nodes\nprint(nodes.Node())\n");
    expect(messages).toEqual([]);
    expect(constants).toContain("Node | None");
    expect(globals).not.toContain("annotations");
  });
});
