import { describe, expect, it } from "vitest";
import { opcodes } from "../../build/generated/opcodes.js";
import { decodeOperands } from "../../compiler/disassemble.js";
import { compileText, listing } from "./back-end.js";

describe("code", () => {
  it("of a recursive function", () => {
    const compiled = compileText("def fib(n):\n    if n < 2:\n        return n\n    return fib(n - 1) + fib(n - 2)\n");
    expect(listing(compiled, "fib")).toEqual([
      "JNLTK r0 k0 -> 2",
      "RET r0",
      "SUBK r2 r0 k1",
      "CALLG r1 1 g0",
      "SUBK r3 r0 k0",
      "CALLG r2 1 g0",
      "ADD r1 r1 r2",
      "RET r1",
    ]);
  });

  it("of a counted loop", () => {
    const compiled = compileText("def run(n):\n    s = 0\n    for i in range(n):\n        s = (s + i) & 0xFFFF\n    return s\n");
    expect(listing(compiled, "run")).toEqual([
      "LOADI r1 0",
      "LOADI r3 0",
      "MOVE r4 r0",
      "LOADI r5 1",
      "RANGE r3",
      "JMP -> 7",
      "ADDAND r1 r2 k0",
      "FORRANGE r3 r2 -> 6",
      "RET r1",
    ]);
  });

  it("of a sum under a mask, which keeps the order of its operands", () => {
    const code = (line: string) => listing(compileText(`def f(a, b, c):\n    ${line}\n    return c\n`), "f").slice(0, -1);
    expect(code("c = (a + b) & 255")).toEqual(["MOVE r2 r0", "ADDAND r2 r1 k0"]);
    expect(code("a = (b + a) & 255")).toEqual(["ADD r3 r1 r0", "ANDK r0 r3 k0"]);
    expect(code("a = (a + b) & -1")).toEqual(["ADD r3 r0 r1", "ANDK r0 r3 k0"]);
  });

  it("of a counting while loop keeps the general way behind the quick one", () => {
    const compiled = compileText("def f(n):\n    i = 0\n    while i < n:\n        g(i)\n        i += 1\n");
    expect(listing(compiled, "f").slice(-4)).toEqual(["INCJLT r1 r0 -> 2", "IADDK r1 r1 k0", "JLT r1 r0 -> 2", "RETN"]);
  });

  it("of a constant stored as an item", () => {
    expect(listing(compileText("def f(a, i):\n    a[i] = 0\n"), "f")).toEqual(["SETITEMK r0 r1 k0", "RETN"]);
  });

  it("of a while loop tests at the bottom", () => {
    const compiled = compileText("def f(n):\n    i = 0\n    while i < n and i != 7:\n        i += 1\n    return i\n");
    expect(listing(compiled, "f")).toEqual(["LOADI r1 0", "JMP -> 3", "IADDK r1 r1 k0", "JNLT r1 r0 -> 5", "JNEK r1 k1 -> 2", "RET r1"]);
  });

  it("of a swap makes no tuple", () => {
    const compiled = compileText("def f(a, b):\n    a, b = b, a\n    return a\n");
    expect(listing(compiled, "f")).toEqual(["MOVE r2 r0", "MOVE2 r0 r1 r2", "RET r0"]);
  });

  it("of arguments fills two registers a row, and calls builtins by their numbers", () => {
    const compiled = compileText(
      "def f(a, b):\n    print(len(a), isinstance(b, str))\n    g(a, 'one word', b, 'two words', 'and three')\n",
    );
    const code = listing(compiled, "f").join("; ");
    expect(code).toMatch(/CALLBR r\d r0 \d+/);
    expect(code).toMatch(/MOVEK r\d r1 k\d; CALLB r\d 2 \d+/);
    expect(code).toContain("MOVEK r3 r0 k");
    expect(code).toContain("MOVEK r5 r1 k");
  });

  it("of a raise of a builtin exception is one row behind its arguments", () => {
    const compiled = compileText("def f(a):\n    if a:\n        raise ValueError(a)\n    raise KeyError\n");
    expect(listing(compiled, "f")).toEqual([
      "JF r0 -> 3",
      "MOVE r2 r0",
      expect.stringMatching(/^RAISET r1 1 \d+$/),
      "LOADK r1 k0",
      "RAISE r1",
    ]);
  });

  it("of methods and attributes", () => {
    const compiled = compileText("def f(o):\n    o.n += 1\n    o.go(1, o.x[0])\n");
    expect(listing(compiled, "f")).toEqual([
      "GETATTR r1 r0 k0",
      "IADDK r1 r1 k1",
      "SETATTR r0 k0 r1",
      "MOVE r1 r0",
      "LOADI r2 1",
      "GETATTR r3 r0 k2",
      "GETITEMI r3 r3 0",
      "CALLM r1 2 k3",
      "RETN",
    ]);
  });

  it("of try and finally runs the finally on every way", () => {
    const compiled = compileText("def f(x):\n    try:\n        return g(x)\n    finally:\n        done()\n");
    expect(listing(compiled, "f")).toEqual([
      "MOVE r4 r0",
      "CALLG r3 1 g1",
      "CALLG r4 0 g2",
      "RET r3",
      "EXCIN r2 r1",
      "CALLG r3 0 g2",
      "EXCOUT r2",
      "RERAISE r1",
    ]);
    const { ranges } = compiled.functions.find((entry) => entry.name === "f")!;
    expect(ranges).toEqual([
      { start: 0, end: 2, handler: 4, register: 1 },
      { start: 5, end: 6, handler: 6, register: 1 },
    ]);
  });

  it("of zero-argument super names the class by the function's owner", () => {
    const compiled = compileText("class A(B):\n    def __init__(self):\n        super().__init__(1)\n");
    expect(listing(compiled, "__init__")).toEqual(["CLEAR r1", "SUPERATTR r1 r0 k0", "LOADI r2 1", "CALL r1 1", "RETN"]);
    const record = compiled.read.functions.find((entry) => entry.name === "__init__")!;
    expect(record.owner).toBe(compiled.read.classes[0]!.offset);
  });

  it("checks only locals that may be unbound", () => {
    const checks = (text: string) => listing(compileText(text), "f").filter((line) => line.startsWith("CHECK")).length;
    expect(checks("def f(a):\n    b = a\n    return b\n")).toBe(0);
    expect(checks("def f(a):\n    if a:\n        b = 1\n    else:\n        b = 2\n    return b\n")).toBe(0);
    expect(checks("def f(a):\n    if a:\n        b = 1\n    return b\n")).toBe(1);
    expect(checks("def f(a):\n    for b in a:\n        a = b\n    return b\n")).toBe(1);
    expect(checks("def f(a):\n    while True:\n        b = 1\n        if a:\n            break\n    return b\n")).toBe(0);
    expect(checks("def f(a):\n    try:\n        b = a()\n    except ValueError:\n        return 1\n    return b\n")).toBe(0);
    expect(checks("def f(a):\n    try:\n        b = a()\n    except ValueError:\n        pass\n    return b\n")).toBe(1);
    expect(checks("def f(a):\n    del a\n    return a\n")).toBe(1);
    expect(checks("def f(a):\n    while (b := a()) > 1:\n        a = b\n    return b\n")).toBe(0);
  });

  it("folds constants as CPython does", () => {
    const constant = (text: string) => {
      const { read } = compileText(`x = ${text}`);
      return read.functions[0]!.code.map((word) => opcodes[word & 255]!.name);
    };
    for (const text of ["2 ** 64", "-7 // 2", "'ab' * 3", "(1, 2) + (3,)", "not 1", "1 << 100", "0.5 * 4"]) {
      expect(constant(text)).toHaveLength(3);
    }
    for (const text of ["2 ** 200", "'a' * 5000", "1 // 0", "1 << 200"]) expect(constant(text).length).toBeGreaterThan(3);
  });

  it("breaks long straight lines and reaches far jumps", () => {
    const body = Array.from({ length: 500 }, (_, index) => `        a = ${index}`).join("\n");
    const compiled = compileText(`def f(n):\n    while n < 5:\n${body}\n        n += 1\n    return n\n`);
    const names = compiled.read.functions.find((record) => record.name === "f")!.code.map((word) => opcodes[word & 255]!);
    let longest = 0;
    let run = 0;
    for (const op of names) {
      run = op.flow === "CALL" || op.flow === "END" ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    expect(longest).toBeLessThanOrEqual(200);
    expect(listing(compiled, "f").slice(-3)).toEqual(["JNLTK r0 k1 -> 506", "JMP -> 1", "RET r0"]);
  });

  it("names registers and runs of registers that the function has", () => {
    const text = `
def f(*a, **k):
    x = [], {}, f(), [*a], g(*a, **k), [b for b in a], {1: 2}, a[1:2], f"{a}{x}"
    with a as (b, *c), k: del b
    class A: y = []
    return lambda q=[]: q
`;
    const compiled = compileText(text);
    for (const record of compiled.read.functions) {
      for (const word of record.code) {
        const op = opcodes[word & 255]!;
        const operands = decodeOperands(op, word);
        const [a = 0, b = 0, c = 0] = operands.map(({ value }) => value);
        for (const { letter, value } of operands) if (letter === "r") expect(value).toBeLessThan(record.registers);
        let end = 0;
        if (op.flow === "CALL" && op.format.startsWith("ri")) end = a + b + 1;
        else if (op.name === "CALLEX" || op.name === "RANGE") end = a + 3;
        else if (op.name === "UNPACK") end = a + c;
        else if (["TUPLE", "LIST", "SET", "STRCAT"].includes(op.name)) end = b + c;
        else if (op.name === "DICT") end = b + 2 * c;
        else if (op.name === "SLICE") end = b + 3;
        else if (op.name === "MKCLASS") end = b + 2;
        expect(end).toBeLessThanOrEqual(record.registers);
      }
    }
  });

  it("makes symbols of names, however long", () => {
    const name = "n".repeat(100);
    const { read } = compileText(`def f(o):\n    o.${name} = g(${name}k=1)\n    return o.${name}\n`);
    expect(read.symbols).toEqual(expect.arrayContaining([name, `${name}k`]));
  });

  it("ends every function with an instruction that does not go on", () => {
    const compiled = compileText("def f():\n    while True:\n        pass\ndef g():\n    try:\n        f()\n    except:\n        raise\n");
    for (const { code } of compiled.read.functions) expect(opcodes[code.at(-1)! & 255]!.flow).toBe("END");
  });

  it("says when a function is too large", () => {
    const names = Array.from({ length: 300 }, (_, index) => `    v${index} = 0`).join("\n");
    expect(compileText(`def f():\n${names}\n`).messages[0]).toContain("NP206 'f' needs 300 registers");
  });

  it("refuses super() without a class, and metaclasses", () => {
    expect(compileText("def f(self):\n    return super().f()\n").messages).toEqual([
      "main.py:2 NP205 super() without arguments needs a method with a first parameter",
    ]);
    expect(compileText("class A(metaclass=M):\n    pass\n").messages).toEqual(["main.py:1 NP154 metaclasses are not supported"]);
  });
});
