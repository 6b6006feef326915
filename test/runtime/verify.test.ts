/** The verifier: every number of errors.def for images is provoked by one edit of a good image. */
import { afterAll, describe, expect, it } from "vitest";
import { errors } from "../../build/generated/errors.js";
import { opcodeByName, opcodes } from "../../build/generated/opcodes.js";
import { prelude } from "../../build/generated/prelude.js";
import { compileProgram } from "../../compiler/compile.js";
import { IMMEDIATE, immediate, place } from "../../compiler/constants.js";
import { RECORD_BITS, RECORD_WORDS } from "../../compiler/image.js";
import { type FunctionRecord, readImage } from "../../compiler/image-reader.js";
import { ownLibrary } from "../../compiler/library.js";
import { openNative } from "../../host/machine/native.js";
import { sealImage } from "../support/damage.js";
import { tryOpen } from "../support/run.js";

const { home, reason } = tryOpen(() => openNative("sanitize"));
afterAll(() => home?.close());

const text = `
import sys
NAMES = ("größer", "a b", (1.5, 123456789012345678901), b"raw bytes")
class Point:
    def __init__(self, x, y=2, *rest, z=3, **more):
        self.x = x
        self.y = y
    def length(self):
        return self.x + self.y
def outer(n):
    total = n
    def inner(k):
        return total + k
    return inner
def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1
def run(items):
    a, b, c = items
    try:
        for i in range(len(items)):
            a = {a: [a, b], "k": (b, c)}
        a["k"] = items[1:2]
        a.update(k=1, other=2)
    except (KeyError, ValueError) as e:
        raise RuntimeError("no") from e
    finally:
        b = f"{a} {c}"
    return None
def caller():
    return Point(1, y=2, z=5).length() + run(NAMES) + sum(numbers(3))
caller()
print("a".first, "b".second)
`;
const library = { ...ownLibrary, "types/str": "def str__first(self):\n    return self[0]\n\ndef str__second(self):\n    return self[1]\n" };

const good = compileProgram({ path: "good.py", text, library }).image;
const read = readImage(good, prelude.symbols);

/** Words of an image, to be edited. */
class Edit {
  readonly bytes = good.slice();
  private readonly view = new DataView(this.bytes.buffer);
  get(word: number): number {
    return this.view.getUint32(word * 4, true);
  }
  set(word: number, value: number): void {
    this.view.setUint32(word * 4, value >>> 0, true);
  }
  clear(...words: number[]): void {
    for (const word of words) this.set(word, 0);
  }
  change(word: number, edit: (value: number) => number): void {
    this.set(word, edit(this.get(word)));
  }
}

const functionNamed = (name: string): FunctionRecord => {
  const found = read.functions.find((record) => record.name === name);
  if (!found) throw new Error(`no function ${name}`);
  return found;
};
/** Word offset of a function's code. */
const codeOf = (edit: Edit, record: FunctionRecord): number => record.offset + RECORD_WORDS + (edit.get(record.offset + 1) & 0xffff);
/** Word offset of what stands before the record of a function that has it. */
function part(edit: Edit, name: string, which: keyof typeof RECORD_BITS): number {
  const { offset } = functionNamed(name);
  const have = edit.get(offset + 2) >>> 24;
  if (!(have & RECORD_BITS[which])) throw new Error(`${name} has no ${which}`);
  return offset - Object.values(RECORD_BITS).filter((bit) => bit <= RECORD_BITS[which] && have & bit).length;
}
/** Word offset of a function's first constant. */
const constantsOf = (name: string): number => functionNamed(name).offset + RECORD_WORDS;

/** Word offset of the first instruction called `name`, with the function around it. */
function find(edit: Edit, ...names: string[]): { at: number; record: FunctionRecord } {
  for (const record of read.functions) {
    const index = record.code.findIndex((word) => names.includes(opcodes[word & 255]?.name ?? ""));
    if (index >= 0) return { at: codeOf(edit, record) + index, record };
  }
  throw new Error(`no ${names.join(" or ")} in the image`);
}
/** Word offset of the first constant object of a type. */
function constant(edit: Edit, type: number): number {
  for (let at = edit.get(16); at < edit.get(17); at += edit.get(at) >>> 10) if (((edit.get(at) >>> 2) & 31) === type) return at;
  throw new Error(`no constant of type ${type}`);
}
/** Word offset of the first method of a builtin type. */
const methods = (edit: Edit): number => edit.get(18) + (edit.get(19) & 0xffff);
const [BYTES, FLOAT, BIGINT, TUPLE] = [2, 3, 4, 5];
const withA = (word: number, a: number): number => (word & ~0xff00) | (a << 8);
const withB = (word: number, b: number): number => (word & ~0xff0000) | (b << 16);
const withC = (word: number, c: number): number => (word & 0xffffff) | (c << 24);
const op = (name: keyof typeof opcodeByName): number => opcodeByName[name].code;

/** What is wrong, the number that says so, and the edit. */
const cases: [string, string, (edit: Edit) => void][] = [
  ["magic", "IMAGE_MAGIC", (e) => e.set(0, 0)],
  ["image version", "IMAGE_VERSION", (e) => e.change(1, (w) => w ^ 2)],
  ["ABI version", "IMAGE_ABI", (e) => e.change(1, (w) => w + 0x10000)],
  ["prelude", "IMAGE_PRELUDE", (e) => e.change(6, (w) => w ^ 1)],
  ["a program that claims to be the prelude", "IMAGE_PRELUDE", (e) => e.clear(6, 7)],
  ["first symbol", "IMAGE_SYMBOL_BASE", (e) => e.change(9, (w) => w + 1)],
  ["main outside the function table", "IMAGE_MAIN", (e) => e.change(10, (w) => w + 1)],
  ["main with parameters", "IMAGE_MAIN", (e) => e.set(10, functionNamed("outer").offset)],
  ["main that is a generator", "IMAGE_MAIN", (e) => e.change(read.main, (w) => w | (4 << 24))],
  ...[11, 12, 14, 15].map((word): [string, string, (edit: Edit) => void] => [
    `section named by word ${word} outside`,
    "IMAGE_SECTION",
    (e) => e.set(word, e.bytes.length / 4),
  ]),
  ["a section in the head", "IMAGE_SECTION", (e) => e.set(12, 2)],
  ["end of constants before their start", "IMAGE_SECTION", (e) => e.set(17, e.get(16) - 1)],
  ["end of constants outside", "IMAGE_SECTION", (e) => e.set(17, 0x7fffffff)],
  ["function table that does not ascend", "IMAGE_SECTION", (e) => e.set(e.get(14) + 1, e.get(e.get(14)))],
  ["sections that share words", "IMAGE_SECTION", (e) => e.change(8, (w) => (w & 0xffff) | 0xffff0000)],
  ["module count", "IMAGE_SECTION", (e) => e.set(19, 0xffff)],
  ["a count of methods behind the image", "IMAGE_SECTION", (e) => e.set(19, 0xfffc0000)],
  ["methods out of order", "IMAGE_METHOD", (e) => e.set(methods(e), e.get(methods(e) + 2))],
  ["a method of a type that does not exist", "IMAGE_METHOD", (e) => e.change(methods(e) + 2, (w) => w | 0xffff0000)],
  ["a method's name beyond the symbols", "IMAGE_METHOD", (e) => e.change(methods(e), (w) => w | 0xffff)],
  ["a builtin type's method that is no function", "IMAGE_METHOD", (e) => e.set(methods(e) + 1, 1)],
  [
    "a builtin type's method between functions",
    "IMAGE_METHOD",
    (e) => e.set(methods(e) + 1, immediate(IMMEDIATE.function, place(1, read.main + 1))),
  ],
  ["an even header", "IMAGE_OBJECT", (e) => e.change(constant(e, TUPLE), (w) => w & ~1)],
  ["a marked header", "IMAGE_OBJECT", (e) => e.change(constant(e, TUPLE), (w) => w | 2)],
  ["an object without size", "IMAGE_OBJECT", (e) => e.change(constant(e, TUPLE), (w) => w & 0x3ff)],
  ["an object behind the end", "IMAGE_OBJECT", (e) => e.change(constant(e, TUPLE), (w) => w | 0xfff00000)],
  ["a list as constant", "IMAGE_OBJECT", (e) => e.change(constant(e, TUPLE), (w) => (w & ~(31 << 2)) | (7 << 2))],
  ["auxiliary bits of a float", "IMAGE_OBJECT", (e) => e.change(constant(e, FLOAT), (w) => w | 0x80)],
  ["a NaN of its own", "IMAGE_OBJECT", (e) => e.set(constant(e, FLOAT) + 2, 0xfff80000)],
  ["a leading zero limb", "IMAGE_OBJECT", (e) => e.set(constant(e, BIGINT) + (e.get(constant(e, BIGINT)) >>> 10) - 1, 0)],
  ["a tuple in itself", "IMAGE_VALUE", (e) => e.set(constant(e, TUPLE) + 1, immediate(IMMEDIATE.object, place(1, constant(e, TUPLE))))],
  [
    "a template in a tuple",
    "IMAGE_VALUE",
    (e) => e.set(constant(e, TUPLE) + 1, immediate(IMMEDIATE.class, place(1, read.classes[0]!.offset))),
  ],
  ["a reference in a tuple", "IMAGE_VALUE", (e) => e.set(constant(e, TUPLE) + 1, 64)],
  ["a wrong hash", "IMAGE_STRING", (e) => e.change(e.get(16) + 1, (w) => w ^ 1)],
  ["a hash of 0", "IMAGE_STRING", (e) => e.set(e.get(16) + 1, 0)],
  ["an ASCII flag that is wrong", "IMAGE_STRING", (e) => e.change(e.get(16), (w) => w ^ 0x200)],
  [
    "padding that is not zero",
    "IMAGE_STRING",
    (e) => e.change(constant(e, BYTES) + (e.get(constant(e, BYTES)) >>> 10) - 1, (w) => w | 0xff000000),
  ],
  ["a symbol table out of order", "IMAGE_SYMBOL", (e) => e.change(e.get(11), (w) => w + 1)],
  ["a symbol that is bytes", "IMAGE_SYMBOL", (e) => e.change(e.get(16), (w) => (w & ~(31 << 2)) | (2 << 2))],
  ["a global without name", "IMAGE_NAMES", (e) => e.set(e.get(12), 1)],
  ["a global's name beyond the symbols", "IMAGE_NAMES", (e) => e.set(e.get(12), immediate(IMMEDIATE.symbol, 0x3ffffff))],
  ["a function whose name is no symbol", "IMAGE_NAMES", (e) => e.change(functionNamed("run").offset + 2, (w) => w | 0xffff)],
  ["parts before the record that there are not", "IMAGE_FUNCTION", (e) => e.change(functionNamed("run").offset + 2, (w) => w | 0x80000000)],
  ["a part before the record that is nothing", "IMAGE_FUNCTION", (e) => e.set(part(e, "run", "tables"), 0)],
  ["tables outside", "IMAGE_SECTION", (e) => e.set(part(e, "run", "tables"), good.length)],
  [
    "parameters without names that may be given by one",
    "IMAGE_PARAMETERS",
    (e) => e.change(functionNamed("outer").offset + 2, (w) => w & ~0x1000000),
  ],
  ["a parameter without name", "IMAGE_NAMES", (e) => e.set(e.get(part(e, "run", "parameters")), 3)],
  ["unknown flags", "IMAGE_FUNCTION", (e) => e.change(functionNamed("run").offset, (w) => w | 0x40000000)],
  ["captures without the flag", "IMAGE_FUNCTION", (e) => e.change(functionNamed("inner").offset, (w) => w & ~(8 << 24))],
  ["a yield outside a generator", "IMAGE_FUNCTION", (e) => e.change(functionNamed("numbers").offset, (w) => w & ~(4 << 24))],
  ["no code", "IMAGE_FUNCTION", (e) => e.change(functionNamed("run").offset + 1, (w) => w & 0xffff)],
  ["more parameters than registers", "IMAGE_PARAMETERS", (e) => e.change(functionNamed("run").offset, (w) => w | 0xff00)],
  [
    "more positional-only parameters than positional ones",
    "IMAGE_PARAMETERS",
    (e) => e.change(functionNamed("run").offset + 2, (w) => w | 0xff0000),
  ],
  [
    "defaults that are no tuple",
    "IMAGE_PARAMETERS",
    (e) => e.set(part(e, "__init__", "defaults"), immediate(IMMEDIATE.object, place(1, constant(e, FLOAT)))),
  ],
  [
    "more defaults than parameters",
    "IMAGE_PARAMETERS",
    (e) => e.change(functionNamed("__init__").offset, (w) => (w & ~0xffff00) | 0x10000),
  ],
  ["an owner that is no template", "IMAGE_TEMPLATE", (e) => e.set(part(e, "length", "owner"), 1)],
  ["a code of a template out of order", "IMAGE_TEMPLATE", (e) => e.set(read.classes[0]!.offset + 4, e.get(read.classes[0]!.offset + 6))],
  ["a method that is no function", "IMAGE_TEMPLATE", (e) => e.set(read.classes[0]!.offset + 5, 1)],
  ["a class without name", "IMAGE_TEMPLATE", (e) => e.set(read.classes[0]!.offset + 1, 0)],
  [
    "a qualified name that is no str",
    "IMAGE_TEMPLATE",
    (e) => e.set(read.classes[0]!.offset + 2, immediate(IMMEDIATE.object, place(1, constant(e, FLOAT)))),
  ],
  ["an empty range", "IMAGE_RANGE", (e) => e.change(e.get(part(e, "run", "tables")) + 1, (w) => (w & 0xffff) | (w << 16))],
  ["a range that ends behind the code", "IMAGE_RANGE", (e) => e.change(e.get(part(e, "run", "tables")) + 1, (w) => w | 0xffff0000)],
  ["a handler outside", "IMAGE_RANGE", (e) => e.change(e.get(part(e, "run", "tables")) + 1 + 1, (w) => w | 0xffff)],
  ["a handler's register", "IMAGE_RANGE", (e) => e.change(e.get(part(e, "run", "tables")) + 1 + 1, (w) => w | 0xff0000)],
  ["a capture's bits", "IMAGE_CAPTURE", (e) => e.set(e.get(part(e, "inner", "tables")) + 1, 512)],
  ["a constant that is nothing", "IMAGE_VALUE", (e) => e.set(constantsOf("run"), 0)],
  ["a singleton that does not exist", "IMAGE_VALUE", (e) => e.set(constantsOf("run"), immediate(IMMEDIATE.singleton, 5))],
  ["a function between functions", "IMAGE_VALUE", (e) => e.set(constantsOf("run"), immediate(IMMEDIATE.function, place(1, read.main + 1)))],
  [
    "a function of an image that is none",
    "IMAGE_VALUE",
    (e) => e.set(constantsOf("run"), immediate(IMMEDIATE.function, place(2, read.main))),
  ],
  [
    "a constant within an object",
    "IMAGE_VALUE",
    (e) => e.set(constantsOf("run"), immediate(IMMEDIATE.object, place(1, constant(e, FLOAT) + 1))),
  ],
  ["a builtin that does not exist", "IMAGE_VALUE", (e) => e.set(constantsOf("run"), immediate(IMMEDIATE.builtin, 0xffff))],
  ["a type that does not exist", "IMAGE_VALUE", (e) => e.set(constantsOf("run"), immediate(IMMEDIATE.type, 0xffff))],
  ["an opcode that does not exist", "IMAGE_OPCODE", (e) => e.change(find(e, "MOVE").at, (w) => w | 0xff)],
  ["a register that does not exist", "IMAGE_REGISTER", (e) => e.change(find(e, "MOVE").at, (w) => withB(w, 254))],
  ["arguments behind the registers", "IMAGE_REGISTER", (e) => e.change(find(e, "CALL", "CALLG").at, (w) => withB(w, 250))],
  ["a tuple of too many registers", "IMAGE_REGISTER", (e) => e.change(find(e, "TUPLE").at, (w) => withC(w, 255))],
  ["a dict of too many registers", "IMAGE_REGISTER", (e) => e.change(find(e, "DICT").at, (w) => withC(w, 200))],
  ["unpacking into too many registers", "IMAGE_REGISTER", (e) => e.change(find(e, "UNPACK").at, (w) => withC(w, 255))],
  [
    "a counted loop at the last register",
    "IMAGE_REGISTER",
    (e) => {
      const { at, record } = find(e, "FORRANGE");
      e.change(at, (w) => withA(w, record.registers - 2));
    },
  ],
  ["a constant that the function does not have", "IMAGE_CONSTANT", (e) => e.change(find(e, "GETATTR", "CALLM").at, (w) => withC(w, 255))],
  [
    "an attribute's name that is no symbol",
    "IMAGE_CONSTANT",
    (e) => {
      const { at, record } = find(e, "SETATTR");
      e.set(record.offset + RECORD_WORDS + ((e.get(at) >>> 16) & 255), 3);
    },
  ],
  [
    "keywords that are no tuple",
    "IMAGE_CONSTANT",
    (e) => {
      const { at, record } = find(e, "CALLKW");
      e.set(record.offset + RECORD_WORDS + (e.get(at) >>> 24), 3);
    },
  ],
  ["more keywords than arguments", "IMAGE_CONSTANT", (e) => e.change(find(e, "CALLKW").at, (w) => withB(w, 0))],
  [
    "a closure of no function",
    "IMAGE_CONSTANT",
    (e) => {
      const { at, record } = find(e, "CLOSURE");
      e.set(record.offset + RECORD_WORDS + ((e.get(at) >>> 16) & 255), 3);
    },
  ],
  [
    "a class of no template",
    "IMAGE_CONSTANT",
    (e) => {
      const { at, record } = find(e, "MKCLASS");
      e.set(record.offset + RECORD_WORDS + (e.get(at) >>> 24), 3);
    },
  ],
  ["a jump behind the code", "IMAGE_JUMP", (e) => e.change(find(e, "FORRANGE").at, (w) => withC(w, 127))],
  ["a jump before the code", "IMAGE_JUMP", (e) => e.change(find(e, "JMP").at, () => op("JMP") | 0x80000000)],
  ["a global that does not exist", "IMAGE_GLOBAL", (e) => e.change(find(e, "SETG").at, (w) => w | 0xffff0000)],
  ["a captured cell that does not exist", "IMAGE_CAPTURE", (e) => e.change(find(e, "GETFREE").at, (w) => withB(w, 9))],
  ["an unused operand", "IMAGE_UNUSED", (e) => e.change(find(e, "MOVE").at, (w) => withC(w, 1))],
  ["a singleton's number", "IMAGE_UNUSED", (e) => e.change(find(e, "MOVE").at, (w) => withB(withC(op("LOADS") | (w & 0xff00), 0), 5))],
  [
    "code that is left at its end",
    "IMAGE_LAST",
    (e) => {
      const record = functionNamed("run");
      e.set(codeOf(e, record) + record.code.length - 1, op("NOP"));
    },
  ],
];

describe.skipIf(!home)(reason ?? "the verifier", () => {
  const verify = (image: Uint8Array) => home!.run({ image, heap: 4096, verifyOnly: true });
  const nameOf = (status: number): string => errors.find(({ number }) => number === -status)?.name ?? `${status}`;

  it("takes a good image", async () => {
    expect((await verify(good)).status).toBe(0);
  });

  it.each(cases)("refuses %s: %s", async (_what, name, edit) => {
    const edited = new Edit();
    edit(edited);
    const { status, errorOffset } = await verify(sealImage(edited.bytes));
    expect(nameOf(status)).toBe(name);
    expect(errorOffset).toBeLessThan(good.length);
  });

  it("refuses a short image, a wrong length, and a damaged one", async () => {
    expect(nameOf((await verify(good.slice(0, 76))).status)).toBe("IMAGE_SHORT");
    expect(nameOf((await verify(good.slice(0, good.length - 4))).status)).toBe("IMAGE_LENGTH");
    const damaged = good.slice();
    damaged[good.length - 1]! ^= 1;
    expect(nameOf((await verify(damaged)).status)).toBe("IMAGE_CRC");
  });

  it("refuses a straight line of more than 200 instructions", async () => {
    const lines = Array.from({ length: 120 }, (_, i) => `    x = y + ${i}`).join("\n");
    const { image } = compileProgram({ path: "long.py", text: `def f(y):\n${lines}\n${lines}\n    return x\nf(1)\n` });
    expect((await verify(image)).status).toBe(0);
    const view = new DataView(image.buffer, image.byteOffset);
    const { offset, code } = readImage(image, prelude.symbols).functions.find(({ name }) => name === "f")!;
    const start = offset + RECORD_WORDS + (view.getUint32(offset * 4 + 4, true) & 0xffff);
    for (const [pc, word] of code.entries()) if (word === op("JMP")) view.setUint32((start + pc) * 4, op("NOP"), true);
    expect(nameOf((await verify(sealImage(image))).status)).toBe("IMAGE_LINE");
  });
});
