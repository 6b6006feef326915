import { describe, expect, it } from "vitest";
import { mangle } from "../../compiler/scopes.js";
import { analyze, scopeNamed } from "./front-end.js";

function scope(name: string, source: string) {
  const { scopes, errors } = analyze(source);
  expect(errors).toEqual([]);
  return scopeNamed(scopes, name);
}

describe("names", () => {
  it("are resolved", () => {
    const source = "g = 1\ndef f(a, b):\n    c = a\n    def inner():\n        return b + c + g + len(h)\n    return inner\n";
    const f = scope("f", source);
    expect(f.lookup("a")?.resolution).toBe("local");
    expect(f.lookup("b")?.resolution).toBe("cell");
    expect(f.cells).toEqual(["b", "c"]);
    expect(f.locals).toEqual(["a", "b", "c", "inner"]);
    const inner = scope("inner", source);
    expect(inner.frees).toEqual(["b", "c"]);
    expect(inner.lookup("g")?.resolution).toBe("global");
    expect(inner.lookup("len")?.resolution).toBe("builtin");
  });

  it("that only a function binds for the module are global too", () => {
    const { scopes } = analyze("def f():\n    global x\n    x = 1\ndef g():\n    return x\n[y := 1 for z in ()]\n");
    expect(scopes.globals).toEqual(["f", "x", "g", "y"]);
    expect(scopeNamed(scopes, "g").lookup("x")?.resolution).toBe("global");
  });

  it("of parameters are in CPython's order", () => {
    expect(scope("f", "def f(a, /, b, *args, c, **kw): pass\n").parameters).toEqual(["a", "b", "c", "args", "kw"]);
  });

  it("pass through the functions between", () => {
    expect(scope("b", "def a():\n  x = 1\n  def b():\n    def c(): return x\n").frees).toEqual(["x"]);
  });

  it("of a class are not seen by its methods", () => {
    const source = "def f():\n  x = 1\n  class A:\n    x = 2\n    def m(self): return x\n";
    expect(scope("m", source).lookup("x")?.resolution).toBe("free");
    const a = scope("A", source);
    expect(a.lookup("x")?.resolution).toBe("local");
    expect(a.frees).toEqual(["x"]);
  });

  it("of := in a comprehension belong to the function", () => {
    const source = "def f(a):\n    return [y := x for x in a]\n";
    expect(scope("f", source).cells).toEqual(["y"]);
    expect(scope("<listcomp>", source).frees).toEqual(["y"]);
  });

  it("in annotations do not count", () => {
    expect(scope("f", "def f(a: T) -> U:\n    x: V = 1\n    y: W\n").locals).toEqual(["a", "x", "y"]);
  });

  it("that are private are mangled", () => {
    expect(mangle("_A", "__x")).toBe("_A__x");
    expect(mangle("A", "__x__")).toBe("__x__");
    expect(mangle("__", "__x")).toBe("__x");
    expect(scope("A", "class A:\n    __x = 1\n").locals).toEqual(["_A__x"]);
  });
});

describe("functions", () => {
  it("with yield are generators", () => {
    const source = "def f():\n    yield\ndef g():\n    def h(): yield\ni = (x for x in y)\n";
    expect(scope("f", source).isGenerator).toBe(true);
    expect(scope("g", source).isGenerator).toBe(false);
    expect(scope("<genexpr>", source).isGenerator).toBe(true);
  });

  it("with super() need the class cell", () => {
    const source = "class A:\n    def f(self): super().f()\n    def g(self): return __class__\n    def h(self): super(A, self).h()\n";
    expect(scope("A", source).needsClassCell).toBe(true);
    expect(scope("f", source)).toMatchObject({ usesSuper: true, usesClassCell: true });
    expect(scope("g", source)).toMatchObject({ usesSuper: false, usesClassCell: true });
    expect(scope("h", source).usesSuper).toBe(false);
    expect(scope("f", "def f(self): super().f()\n").usesClassCell).toBe(false);
  });
});

describe("attributes of self", () => {
  it("are gathered from plain methods, in order", () => {
    const source = [
      "class A:",
      "    def __init__(me, x):",
      "        me.a, (me.b, *me.c) = x",
      "        me.d += 1",
      "        me.e: int = 2",
      "        me.f: int",
      "        for me.g in x: pass",
      "        with x as me.h: pass",
      "        me.a = me.read = 1",
      "        other.no = 1",
      "        me.i.no = 1",
      "        del me.no",
      "    def second(self):",
      "        self.__j = 1",
      "        def inner(self): self.no = 1",
      "    @staticmethod",
      "    def third(self): self.no = 1",
      "    @classmethod",
      "    def fourth(cls): cls.no = 1",
      "    @property",
      "    def fifth(self): self.k = 1",
      "",
    ].join("\n");
    expect(scope("A", source).selfAttributes).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "read", "_A__j", "k"]);
  });
});
