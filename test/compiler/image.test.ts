import { describe, expect, it } from "vitest";
import { opcodes } from "../../build/generated/opcodes.js";
import { decodeText, encodeText, hashBytes, isSymbolText } from "../../compiler/constants.js";
import { decodeOperands, disassembleWord, renderOpcodes } from "../../compiler/disassemble.js";
import { seal } from "../../compiler/image.js";
import { ImageError, type ImageValue, readImage } from "../../compiler/image-reader.js";
import { compileText, testPrelude } from "./back-end.js";

const constantsOf = (text: string): ImageValue[] => compileText(text).read.functions.flatMap((record) => record.constants);

describe("image", () => {
  it("reads back what was written", () => {
    const { read } = compileText(`
def f(a, /, b, c=1.5, *rest, d, e=(1, "x y"), **more):
    try:
        return a.x
    except ValueError:
        return lambda: b
class C:
    def __init__(self):
        self.x = 1
    def m(self):
        return self.x
class D(C):
    def __init__(self):
        self.x = 2
        self.y = 3
`);
    const f = read.functions.find((record) => record.name === "f")!;
    expect(f).toMatchObject({
      positional: 3,
      positionalOnly: 1,
      keywordOnly: 2,
      hasVarArgs: true,
      hasVarKeywords: true,
      isGenerator: false,
    });
    expect(f.parameters).toEqual(["a", "b", "c", "d", "e", "rest", "more"]);
    expect(f.defaults).toEqual([{ kind: "float", value: 1.5 }]);
    expect(f.ranges).toHaveLength(2);
    const lambda = read.functions.find((record) => record.name === "<lambda>")!;
    expect(lambda.captures).toEqual([{ isCaptured: false, index: 1 }]);
    expect(read.globals).toEqual(["f", "C", "D"]);
    expect(read.classes.map(({ name, slots, methods }) => ({ name, slots, methods: methods.map((method) => method.name).sort() }))).toEqual(
      [
        { name: "C", slots: ["x"], methods: ["__init__", "m"] },
        { name: "D", slots: ["y"], methods: ["__init__"] },
      ],
    );
    expect(read.preludeId).toBe(testPrelude.data.buildId);
    expect(read.firstSymbol).toBe(testPrelude.data.symbols.length);
  });

  it("keeps equal constants once and different ones apart", () => {
    const values = constantsOf(`x = [1, 1.0, True, 0.0, -0.0, "a b", "a b", b"a b", 1, (1, 1.0), (1.0, 1), 70000, 70000.0, 1 << 40, y]`);
    const floats = values.flatMap((value) => (value.kind === "float" ? [value.value] : []));
    expect(floats.map((value) => (Object.is(value, -0) ? "-0" : `${value}`))).toEqual(["0", "-0", "70000", "1"]);
    expect(values.filter((value) => value.kind === "str")).toHaveLength(1);
    expect(values.filter((value) => value.kind === "bytes")).toHaveLength(1);
    expect(values.filter((value) => value.kind === "tuple")).toHaveLength(2);
    expect(values.flatMap((value) => (value.kind === "int" ? [value.value] : []))).toEqual([70000n, 1n << 40n]);
  });

  it("puts an object that two functions use into the image once", () => {
    const once = compileText("def f(): return 'some long text'\n").image.length;
    const twice = compileText("def f(): return 'some long text'\ndef g(): return 'some long text'\n").image.length;
    // Symbol with its text, global, function table, record, constant and instructions; no second text.
    expect(twice - once).toBe(60);
  });

  it("makes symbols of names and of constants that could be names", () => {
    expect(["a", "_", "été", "x".repeat(64)].every(isSymbolText)).toBe(true);
    expect(["", "1a", "a b", "x".repeat(65), "é".repeat(33)].some(isSymbolText)).toBe(false);
    expect(compileText("x = 'hello'; y = 'hello world'").read.symbols).toContain("hello");
    expect(compileText("x = 'hello'; y = 'hello world'").read.symbols).not.toContain("hello world");
  });

  it("hashes texts as FORMAT.md says", () => {
    const reference = (bytes: Uint8Array): number => {
      const mask = 0xffffffffn;
      let hash = ((BigInt(bytes.length) * 0x85ebca6bn) & mask) ^ 0x811c9dc5n;
      for (let at = 0; at < bytes.length; at += 4) {
        let word = 0n;
        for (let index = 3; index >= 0; index--) word = (word << 8n) | BigInt(bytes[at + index] ?? 0);
        hash = ((hash ^ word) * 0x9e3779b1n) & mask;
        hash ^= hash >> 15n;
      }
      return Number(hash === 0n ? 1n : hash);
    };
    for (const text of ["", "a", "abcd", "abcde", "grüße", "x".repeat(1000)]) {
      expect(hashBytes(encodeText(text))).toBe(reference(encodeText(text)));
    }
  });

  it("encodes lone surrogates and back", () => {
    for (const text of ["plain", "ä€😀", "\ud800x", "\udfff"]) expect(decodeText(encodeText(text))).toBe(text);
  });

  it("is the same bytes for the same program", () => {
    const text = "def f(x):\n    return {x: [x]}\nprint(f(3))\n";
    expect(compileText(text).image).toEqual(compileText(text).image);
  });

  it("refuses damaged images", () => {
    const { image } = compileText("print(1)");
    const damaged = image.slice();
    damaged[100]! ^= 1;
    expect(() => readImage(damaged)).toThrow(ImageError);
    expect(() => readImage(image.subarray(0, image.length - 4))).toThrow(ImageError);
    const words = new Uint32Array(image.buffer.slice(0));
    words[14] = 0xffffff;
    expect(() => readImage(seal(words).bytes)).toThrow(ImageError);
  });
});

describe("disassembly", () => {
  it("shows every row of the opcode table", () => {
    const table = renderOpcodes();
    for (const op of opcodes) {
      const word = (op.code | 0x01020300) >>> 0;
      const shown = disassembleWord(word, 10);
      expect(shown.op).toBe(op.name);
      expect(shown.operands).toHaveLength([...op.format].filter((letter) => letter !== "-").length);
      expect(shown.comment).toBe(op.meaning);
      expect(table).toContain(op.meaning);
    }
  });

  it("decodes operands by the letters of the format", () => {
    const by = (name: string, word: number) => {
      const op = opcodes.find((row) => row.name === name)!;
      return decodeOperands(op, (op.code | word) >>> 0).map(({ value }) => value);
    };
    expect(by("LOADI", 0xffff0500)).toEqual([5, -1]);
    expect(by("LOADK", 0xffff0500)).toEqual([5, 0xffff]);
    expect(by("JMP", 0xfffffe00)).toEqual([-2]);
    expect(by("JLT", 0x80020100)).toEqual([1, 2, -128]);
  });
});
