/** Builtins and methods of builtin types that are library code: what a program mentions is in its image, and nothing else. */
import { describe, expect, it } from "vitest";
import { library } from "../../build/generated/library.js";
import { prelude } from "../../build/generated/prelude.js";
import { compileProgram } from "../../compiler/compile.js";
import { disassemble, renderDisassembly } from "../../compiler/disassemble.js";
import { type Image, readImage } from "../../compiler/image-reader.js";

const modules = {
  builtins: `
def total(x):
    return _sum_up(x, ZERO)

def _sum_up(x, y):
    for i in x:
        y += i
    return y

ZERO = 0

def largest(x, default=None):
    return Pair(x, default).left

class Pair:
    def __init__(self, left, right):
        self.left = left
`,
  "types/str": `
def str__middle(self, /):
    return _half(self).second()

def str__second(self):
    return self[1]

def _half(x):
    return x

def bytes__third(self):
    return self[2]
`,
  tool: "def one(x):\n    return x.middle() + total([x])\n",
};

interface Linked {
  image: Image;
  bytes: Uint8Array;
  functions: string[];
  methods: string[];
  messages: string[];
}

function link(text: string, files: Record<string, string> = {}): Linked {
  const { image, debug, diagnostics } = compileProgram({
    path: "/program/main.py",
    displayPath: "main.py",
    text,
    readFile: (path) => files[path.replace("/program/", "")] ?? null,
    library: modules,
  });
  const read = diagnostics.length > 0 ? null : readImage(image, prelude.symbols);
  return {
    image: read!,
    bytes: image,
    functions: debug.functions.map(({ name }) => name).filter((name) => name !== "<module>"),
    methods: read?.methods.map(({ name }) => name) ?? [],
    messages: diagnostics.map(({ message }) => message),
  };
}

describe("a builtin of the library", () => {
  it("comes with what it needs where a program names it, and not otherwise", () => {
    expect(link("print(total([1]))\n").functions.sort()).toEqual(["_sum_up", "total"]);
    expect(link("print(1)\n").functions).toEqual([]);
    expect(link("import tool\nprint(tool.one('a'))\n").functions).toEqual(expect.arrayContaining(["total", "middle", "one"]));
  });

  it("is no global where it is a function, and part of the language", () => {
    const { image } = link("print(largest([1]))\n");
    expect(image.globals).toEqual(["<import builtins>", "Pair"]);
    expect(image.functions.filter(({ isBuiltin }) => isBuiltin).map(({ name }) => name)).toEqual(["<module>", "largest"]);
    expect(image.functions.find(({ offset }) => offset === image.main)!.isBuiltin).toBe(false);
  });

  it("keeps its helpers to itself", () => {
    expect(link("print(_sum_up([1], 0))\n").functions).toEqual([]);
  });

  it("stays away where the program has a name of its own", () => {
    for (const text of [
      "def f(total):\n    return total\nf(1)\n",
      "total = 5\nprint(total)\n",
      "def total(x):\n    return total(x)\ntotal(1)\n",
      "x = [total for total in (1, 2)]\n",
      "def f():\n    total = 1\n    def g():\n        return total\n    return g\nf()\n",
      "def f(x: total) -> total:\n    y: total = x\nf(1)\n",
    ])
      expect(link(text).functions).not.toContain("_sum_up");
    for (const text of [
      "total = total([1])\n",
      "if 1:\n    total = 1\nprint(total)\n",
      "print(total)\ntotal = 1\n",
      "total = 1\ndel total\nprint(total)\n",
      "def f(x=total, total=1):\n    return x\nf()\n",
      "class C:\n    total = total\n",
      "def f():\n    return total\nf()\ntotal = 1\n",
    ])
      expect(link(text).functions).toContain("_sum_up");
  });

  it("gives way to a global only from its binding on, as any builtin", () => {
    const { image } = link("print(total([1]))\ntotal = 1\n");
    expect(image.globals).toContain("total");
  });
});

describe("a method of a builtin type in the library", () => {
  it("is in the image's table where an attribute of its name is read", () => {
    const { image, methods, bytes } = link("print('abc'.middle())\n");
    expect(methods).toEqual(["second", "middle"].sort());
    expect(image.methods.every(({ type, offset }) => type === 5 && image.functions.some((record) => record.offset === offset))).toBe(true);
    expect(renderDisassembly(disassemble(bytes))).toContain("methods of builtin types: str.");
    expect(link("x = 1\nx.middle = 2\n").methods).toEqual([]);
    expect(link("print(b'abc'.third())\n").image.methods).toMatchObject([{ type: 6, name: "third" }]);
  });

  it("is found by its name's text where the program looks attributes up by name", () => {
    expect(link("print('second')\n").methods).toEqual([]);
    expect(link("print(getattr('abc', 'second')())\n").methods).toEqual(["second"]);
    expect(link("f = hasattr\nprint(f('abc', 'second'))\n").methods).toEqual(["second"]);
    expect(link("print('{0.second}'.format('abc'))\n").methods).toEqual(["second"]);
  });
});

describe("the language's modules", () => {
  it("are not imported", () => {
    expect(link("import types.str\n").messages).toEqual(["no module named 'types'"]);
  });

  it("are imported as builtins, with what the machine has", () => {
    expect(link("import builtins\nprint(builtins.largest([1]), builtins.len)\n").messages).toEqual([]);
    expect(link("from builtins import total, print\n").messages).toEqual([]);
  });

  it("compile as a whole", () => {
    const { builtins = "", ...rest } = library;
    const names = [...builtins.matchAll(/^(?:def |class )([a-z]\w*)/gm)].map((match) => match[1]!);
    const types = Object.entries(rest).filter(([name]) => name.startsWith("types/"));
    const methods = types.flatMap(([, text]) => [...text.matchAll(/^def [a-zA-Z]\w*?__(\w+)\(/gm)].map((match) => match[1]!));
    expect(methods.length).toBeGreaterThan(0);
    // methods of coroutines and asynchronous generators come with functions that make some
    const makers = "class x:\n    async def one(self): pass\n    async def more(self): yield\n";
    const text = `${makers}x = [bytearray, frozenset, range, slice, ${names.join(", ")}]\n${methods.map((name) => `x.${name}\n`).join("")}`;
    const { image, diagnostics, debug } = compileProgram({ path: "all.py", text });
    expect(diagnostics).toEqual([]);
    const linked = new Set(readImage(image, prelude.symbols).methods.map(({ name }) => name));
    expect(methods.filter((name) => !linked.has(name) && !name.startsWith("get_"))).toEqual([]);
    // every name that they use is known: no global stands for one that is not
    const texts = Object.values(library).join("\n");
    expect(debug.globals.filter((name) => !new RegExp(`^(class |def )?${name.replace(/\W/g, "\\$&")}\\b`, "m").test(texts))).toEqual(
      debug.globals.filter((name) => name === "x" || name.startsWith("<import ")),
    );
  });
});
