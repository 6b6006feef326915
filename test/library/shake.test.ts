/** Of the library's modules, an image holds what the program reaches, and nothing else. */
import { describe, expect, it } from "vitest";
import { prelude } from "../../build/generated/prelude.js";
import { compileProgram } from "../../compiler/compile.js";
import { readImage } from "../../compiler/image-reader.js";
import { isLanguageModule } from "../../compiler/language.js";
import { ownLibrary as library } from "../../compiler/library.js";

interface Linked {
  image: Uint8Array;
  /** Names of functions, classes, globals and modules, each but once. */
  functions: string[];
  globals: string[];
  messages: string[];
}

const link = (files: Record<string, string> | string, modules: Record<string, string>): Linked => {
  const texts = typeof files === "string" ? { "main.py": files } : files;
  const { image, debug, diagnostics } = compileProgram({
    path: "/program/main.py",
    displayPath: "main.py",
    readFile: (path) => texts[path.replace("/program/", "") as keyof typeof texts] ?? null,
    library: modules,
  });
  const names = debug.functions.map(({ name }) => name).filter((name) => name !== "<module>");
  const globals = debug.globals.filter((name) => !name.startsWith("<"));
  return { image, functions: names.sort(), globals, messages: diagnostics.map(({ message }) => message) };
};

const modules = {
  tool: `"""What a program may use."""
import other
from third import far as distant
LIMIT = 5
TABLE = (1, LIMIT)
shared = []

def one(x):
    return two(x) + LIMIT

def two(x):
    return -x

def three():
    shared.append(other.plus(1))
    return distant()

class Box:
    def get(self):
        return TABLE

def switch():
    global state
    state = lone
    return state

state = None
lone = 7
`,
  other: "def plus(x):\n    return x + 1\n\ndef minus(x):\n    return x - 1\n",
  third: "def far():\n    return 3\n\ndef near():\n    return 4\n",
};

const of = (text: string | Record<string, string>): Linked => link(text, modules);

describe("a module of the library", () => {
  it("costs nothing where it is not used", () => {
    const text = "print('hello')\n";
    expect(of(text).image).toEqual(link(text, {}).image);
    expect(of("import tool\n")).toMatchObject({ functions: [], globals: [] });
  });

  it("gives what attributes of its name reach", () => {
    expect(of("import tool\ntool.one(1)\n")).toMatchObject({ functions: ["one", "two"], globals: [] });
    expect(of("import tool as t\ndef f():\n    return t.Box().get()\n").functions).toEqual(["f", "get"]);
    expect(of("import tool\nprint(tool.shared)\n").functions).toEqual([]);
    expect(of("def f():\n    import tool\n    return tool.two\n").functions).toEqual(["f", "two"]);
  });

  it("gives what is imported from it, and what that needs of other modules", () => {
    expect(of("from tool import two\n").functions).toEqual([]);
    expect(of("from tool import two\nprint(two)\n").functions).toEqual(["two"]);
    expect(of("from tool import three as t\nt()\n").functions).toEqual(["far", "plus", "three"]);
    expect(of("from tool import *\nthree()\n").functions).toEqual(["far", "plus", "three"]);
  });

  it("keeps the globals that its functions bind and read", () => {
    expect(of("from tool import switch\nswitch()\n").globals).toEqual(["state"]);
    expect(of("import tool\ntool.three()\n").globals).toEqual(["shared"]);
  });

  it("stays whole where its name is a value", () => {
    const all = ["far", "one", "plus", "switch", "three", "two"];
    expect(of("import tool\nprint(tool)\n").functions).toEqual(all);
    expect(of("import tool\nf = [tool]\n").functions).toEqual(all);
    expect(of("import tool\ngetattr(tool, input())(1)\n").functions).toEqual(all);
    expect(of("import tool\ngetattr(tool, 'one')(1)\n").functions).toEqual(["one", "two"]);
  });

  it("is found through the program's own modules", () => {
    const own = { "own.py": "import tool\nfrom tool import two as second\n" };
    expect(of({ ...own, "main.py": "import own\nown.tool.one(1)\n" }).functions).toEqual(["one", "two"]);
    expect(of({ ...own, "main.py": "from own import tool as t\nt.switch()\n" }).functions).toEqual(["switch"]);
    expect(of({ ...own, "main.py": "from own import *\ntool.Box().get\n" }).functions).toEqual(["get"]);
    expect(of({ ...own, "main.py": "import own\nx = own.tool\nx.one(1)\n" }).functions).toContain("three");
    expect(of({ "own.py": "import tool\n", "main.py": "import own as o\nfrom own import tool as t\nt.two(o)\n" }).functions).toEqual([
      "two",
    ]);
  });

  it("stands behind a file beside the program, but not for the library itself", () => {
    const files = { "other.py": "def plus(x):\n    return 'own'\n\ndef mine():\n    return 1\n" };
    expect(of({ ...files, "main.py": "import other\nother.plus(1)\n" }).functions).toEqual(["mine", "plus"]);
    const both = of({ ...files, "main.py": "import other\nimport tool\ntool.three()\n" });
    expect(both.messages).toEqual([]);
    expect(both.functions).toEqual(["far", "mine", "plus", "plus", "three"]);
  });

  it("gives of its classes the members that something asks for by name", () => {
    const box = `class Box:
    LIMIT = 5
    PAIR = (LIMIT, 2)
    UNUSED = 7

    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    @property
    def size(self):
        return self._count()

    @size.setter
    def size(self, n):
        self.resize(n)

    def _count(self):
        return len(self)

    def resize(self, n):
        self.items = [None] * n

    def write(self, text):
        self.items.append(text)

    def unused(self):
        return self.UNUSED

class Small(Box):
    def resize(self, n):
        super().resize(1)
`;
    const linked = (text: string) => link(`import box\n${text}`, { box }).functions;
    const always = ["Box", "__init__", "__len__", "write"];
    expect(linked("box.Box()\n")).toEqual(always);
    expect(linked("box.Box().size\n")).toEqual([...always, "_count", "resize", "size", "size"].sort());
    expect(linked("box.Box().size = 5\n")).toEqual(linked("box.Box().size\n"));
    expect(linked("print(getattr(box.Box(), 'unused'))\n")).toEqual([...always, "unused"].sort());
    expect(linked("box.Small().resize(2)\n")).toEqual([...always, "resize", "resize"].sort());
    expect(linked("class Own(box.Box):\n    def unused(self):\n        return 1\n")).toEqual([...always, "unused"].sort());
    expect(link("import box\nbox.Box()\n", { box }).image.length).toBeLessThan(link("import box\nbox.Box().size\n", { box }).image.length);
  });

  it("gives of its classes the special methods that operators ask for", () => {
    const number = `class Number:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __or__(self, other):
        return Number(self.n | other.n)

    def __ror__(self, other):
        return self

    def __lt__(self, other):
        return self.n < 5

    def __setitem__(self, key, value):
        self.n = value

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass
`;
    const linked = (text: string) => link(`from number import Number\nx = Number(1)\n${text}`, { ...library, number }).functions;
    const has = (text: string, ...more: string[]) =>
      expect([...new Set(linked(text).filter((name) => name.startsWith("__")))]).toEqual(["__eq__", "__init__", ...more].sort());
    has("print(x)\n");
    has("print(x | x)\n", "__or__", "__ror__");
    has("x |= 5\n", "__or__", "__ror__");
    has("print(x < x)\n", "__lt__");
    has("print(min(x, x))\n", "__lt__");
    has("x[0] = 1\n", "__setitem__");
    has("with x:\n    pass\n", "__enter__", "__exit__");
    has("print(getattr(x, '__or__'))\n", "__lt__", "__or__", "__ror__");
  });

  it("does without what is there for keywords that no call gives", () => {
    const tool = `def run(x, *, key=None, strict=True, names='ab'):
    if key is not None:
        x = sorted_by(x, key)
    if not strict and x:
        return loose(x)
    return x + 1 if key is None else other(key, names)

def sorted_by(x, key):
    return key(x)

def loose(x):
    return -x

def other(key, names):
    return names

def pass_on(x, **options):
    return run(x, **options)

class Box:
    def __init__(self, *, size=None):
        self.size = 1 if size is None else loose(size)
`;
    const linked = (text: string, more: Record<string, string> = {}) =>
      link({ "main.py": `import tool\n${text}`, ...more }, { ...library, tool }).functions;
    expect(linked("tool.run(1)\n")).toEqual(["run"]);
    expect(linked("tool.run(1, key=None)\n")).toEqual(["other", "run", "sorted_by"]);
    expect(linked("tool.run(1, strict=False)\n")).toEqual(["loose", "run"]);
    expect(linked("tool.pass_on(1)\n")).toEqual(["pass_on", "run"]);
    expect(linked("tool.pass_on(1, key=abs)\n")).toEqual(["other", "pass_on", "run", "sorted_by"]);
    expect(linked("tool.run(1, **{'key': abs})\n")).toEqual(["loose", "other", "run", "sorted_by"]);
    expect(linked("tool.Box()\n")).toEqual(["__init__"]);
    expect(linked("import own\ntool.Box()\n", { "own.py": "def f():\n    return dict(size=1)\n" })).toEqual(["__init__", "f", "loose"]);
  });

  it("hands on what hidden modules define, at no cost", () => {
    const _tool_parts = "class Part:\n    pass\n\ndef part():\n    return Part()\n";
    const given = (tool: string) => link("import tool\nprint(tool.part(), tool.Part)\n", { ...library, tool, _tool_parts });
    const passed = given("from _tool_parts import Part\nfrom _tool_parts import part\n");
    expect(passed.globals).toEqual(["Part"]);
    expect(passed.image.length).toBeLessThan(given(_tool_parts).image.length + 20);
  });

  it("says what it lacks", () => {
    expect(of("from tool import four\n").messages).toEqual(["module 'tool' has no 'four'"]);
    expect(of("import tool\ntool.four()\n").messages).toEqual(["module 'tool' has no 'four'"]);
    expect(of("import nowhere\n").messages).toEqual(["no module named 'nowhere'"]);
    expect(of("try:\n    from tool import four\nexcept ImportError:\n    four = None\n").messages).toEqual([]);
    expect(of("import tool\nprint(tool.__name__)\n").messages).toEqual([]);
  });
});

describe("the prelude's hidden functions", () => {
  it("are there for the library, and not for programs", () => {
    const { image } = link("import deep\ndeep.kind(1)\n", { deep: "def kind(x):\n    return _kind(x)\n" });
    expect(readImage(image, prelude.symbols).globals).not.toContain("_kind");
    expect(readImage(link("def kind(x):\n    return _kind(x)\n", {}).image, prelude.symbols).globals).toContain("_kind");
  });
});

describe("the library of this build", () => {
  const image = (text: string): number => link(text, library).image.length;

  it("compiles as a whole, and knows every name that it uses", () => {
    const defined = Object.values(library).flatMap((text) => [
      ...[...text.matchAll(/^(?:def |class )?(\w+)/gm)].map((match) => match[1]!),
      ...[...text.matchAll(/^(?:\w+ = )+/gm)].flatMap(([names]) => names.split(" = ")),
    ]);
    const parts = new Set(Object.keys(library).flatMap((key) => key.split("/")));
    for (const name of Object.keys(library).filter((key) => !isLanguageModule(key))) {
      const { messages, globals } = link(`import ${name.replaceAll("/", ".")} as module\nprint(module)\n`, library);
      expect(messages).toEqual([]);
      expect(globals.filter((global) => !parts.has(global) && global !== "_devices" && !defined.includes(global))).toEqual([]);
    }
  });

  it("makes no program larger that does without it", () => {
    for (const text of ["print('hello')\n", "def f(event, context):\n    return event\nf(1, 2)\n"])
      expect(link(text, library).image).toEqual(link(text, {}).image);
  });

  it("links readers without writers, and writers without readers", () => {
    expect(link("import json\njson.loads('1')\n", library).functions).not.toContain("dumps");
    expect(link("from json import dumps\ndumps(1)\n", library).globals).not.toEqual(expect.arrayContaining(["loads"]));
    expect(image("import json\njson.loads('1')\n")).toBeLessThan(5400);
    expect(image("import json\njson.dumps(1)\n")).toBeLessThan(3800);
    expect(image("import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n")).toBeLessThan(7800);
    expect(image("def handler(event, context):\n    return {'total': event}\n")).toBeLessThan(10900);
    expect(image("from collections import OrderedDict\nd = OrderedDict(a=1)\nprint(d)\n")).toBeLessThan(1100);
    expect(image("import math\nprint(math.sqrt(2))\n")).toBeLessThan(500);
    expect(image("print(max(1, 2), 'x'.center(5))\n")).toBeLessThan(600);
    expect(link("import nanopy\nnanopy.receive()\n", library).functions).not.toContain("_serve");
  });
});
