/** One machine runs programs of several preludes: of another build than its own, brought along as an image. */
import { afterAll, describe, expect, it } from "vitest";
import { errors } from "../../build/generated/errors.js";
import { prelude } from "../../build/generated/prelude.js";
import { compileProgram } from "../../compiler/compile.js";
import { METHOD_IS_FUNCTION } from "../../compiler/image.js";
import { type Image, readImage } from "../../compiler/image-reader.js";
import type { Home } from "../../host/machine/home.js";
import { openLx106 } from "../../host/machine/lx106.js";
import { openNative } from "../../host/machine/native.js";
import { openWasm } from "../../host/machine/wasm.js";
import { sealImage, sealSnapshot } from "../support/damage.js";
import { languagePrograms } from "../support/language-program.js";
import { compileFor, makeOtherPrelude } from "../support/other-prelude.js";
import { runImage, tryOpen } from "../support/run.js";

const other = makeOtherPrelude();
const content: Image = readImage(other.image);
const nameOf = (status: number): string => errors.find(({ number }) => number === -status)?.name ?? `status ${status}`;

const steps = `
class Odd:
    def __len__(self):
        return 3
    def __iter__(self):
        return iter(sorted([3, 1, 2], key=lambda x: -x))
    def __repr__(self):
        return "Odd"
words = {"b": [1, 2], "a": (None, Odd())}
for round in range(4):
    words[round] = twice(round)
    print(len(Odd()), list(Odd()), f"{words}", "%s|%r" % (Odd(), "x"), sum(Odd()))
try:
    [].append(1, 2)
except TypeError as error:
    print(error)
try:
    {}["no"]
except KeyError as error:
    print(repr(error), type(error).__name__, "abc".center(7, "*"))
`;

const homes: [string, () => Home][] = [
  ["native", () => openNative("sanitize")],
  ["wasm", openWasm],
  ["lx106", openLx106],
];

for (const [name, open] of homes) {
  const { home, reason } = tryOpen(open);
  afterAll(() => home?.close());
  describe.skipIf(!home)(reason ?? `another prelude, ${name}`, () => {
    it("runs a program, and goes on from its snapshots, with the prelude that it was compiled against", async () => {
      const { image, debug } = compileFor(other, steps);
      const request = { image, prelude: other.image, heap: 24 << 10 };
      const whole = await runImage(home!, request, debug);
      expect(whole.stdout.split("\n")).toHaveLength(7);
      expect(whole.stdout).toContain("{'b': [1, 2], 'a': (None, Odd), 0: 0, 1: 2} Odd|'x' 6");
      expect(whole.exit).toBe(0);
      for (const checkpointEvery of [1, 13]) {
        const ran = await runImage(home!, { ...request, checkpointEvery }, debug);
        expect(ran.stdout).toBe(whole.stdout);
      }
      const points = [100, 700, 1500].filter((point) => point < whole.result.vmInstructions);
      const { snapshots } = await home!.run({ ...request, suspendAt: points, virtualTime: true });
      expect(snapshots).toHaveLength(points.length);
      for (const { bytes } of snapshots) {
        const rest = await runImage(home!, { ...request, snapshot: bytes }, debug);
        expect(whole.stdout.endsWith(rest.stdout)).toBe(true);
        expect(rest.result.vmInstructions).toBe(whole.result.vmInstructions);
      }
    });

    it("refuses a program or snapshot with a prelude that is not its own", async () => {
      const { image } = compileFor(other, steps);
      const heap = 24 << 10;
      const own = compileProgram({ path: "own.py", text: "print(1)\n" }).image;
      expect(nameOf((await home!.run({ image, heap })).status)).toBe("IMAGE_PRELUDE");
      expect(nameOf((await home!.run({ image: own, prelude: other.image, heap })).status)).toBe("IMAGE_PRELUDE");
      expect(nameOf((await home!.run({ image, prelude: own, heap })).status)).toBe("IMAGE_PRELUDE");
      const { snapshots } = await home!.run({ image, prelude: other.image, heap, suspendAt: [300], virtualTime: true });
      const renamed = snapshots[0]!.bytes.slice();
      renamed[16]! ^= 1;
      const { status } = await home!.run({ image, prelude: other.image, snapshot: sealSnapshot(renamed), heap });
      expect(nameOf(status)).toBe("SNAPSHOT_PRELUDE");
    });
  });
}

const { home, reason } = tryOpen(() => openNative("sanitize"));
afterAll(() => home?.close());

describe.skipIf(!home)(reason ?? "all programs of test/language with another prelude", () => {
  it.each(languagePrograms().filter(({ homes: only, text }) => !only && !/^(import|from) /m.test(text)))("$name", async (program) => {
    const { image, debug } = compileFor(other, program.text, program.path);
    const run = await runImage(home!, { image, prelude: other.image, heap: program.heap, argv: [program.path] }, debug);
    expect(run.stdout).toBe(program.stdout.map((line) => `${line}\n`).join(""));
    expect(run.exit).toBe(program.exit);
  });
});

// --- what the verifier asks of a prelude ---------------------------------------------------------------------

class Edit {
  readonly bytes = other.image.slice();
  private readonly view = new DataView(this.bytes.buffer);
  get(word: number): number {
    return this.view.getUint32(word * 4, true);
  }
  set(word: number, value: number): void {
    this.view.setUint32(word * 4, value >>> 0, true);
  }
  change(word: number, edit: (value: number) => number): void {
    this.set(word, edit(this.get(word)));
  }
}

const head = { counts: 8, firstSymbol: 9, symbols: 11, functions: 14, methods: 18, types: 19 } as const;
const entry = (e: Edit, number: number): number => e.get(e.get(head.functions) + number);
const entryNamed = (e: Edit, name: string): number =>
  entry(
    e,
    other.data.functions.findIndex(([known]) => known === name),
  );
/** Word offset of the first method of a type that has some. */
const firstMethod = (e: Edit): number => e.get(head.methods) + e.get(head.types) + 1;

const edits: [what: string, error: string, edit: (e: Edit) => void][] = [
  ["fewer entries than every prelude has", "IMAGE_ENTRY", (e) => e.change(head.counts, (w) => w - 1)],
  ["more entries than functions", "IMAGE_ENTRY", (e) => e.change(head.counts, (w) => w | 0xffff)],
  [
    "an entry that takes fewer arguments",
    "IMAGE_ENTRY",
    (e) => {
      e.change(entryNamed(e, "_isinstance_nested"), (w) => w - 0x100);
      e.change(entryNamed(e, "_isinstance_nested") + 2, (w) => w - 0x10000);
    },
  ],
  ["an entry that is no generator", "IMAGE_FUNCTION", (e) => e.change(entryNamed(e, "_range_big"), (w) => w & ~(4 << 24))],
  ["an entry that is a generator", "IMAGE_ENTRY", (e) => e.change(entryNamed(e, "_uncaught"), (w) => w | (4 << 24))],
  ["symbols that are not the machine's first", "IMAGE_SYMBOL_BASE", (e) => e.change(head.counts, (w) => w & 0xffff)],
  ["a first symbol that is not 0", "IMAGE_SYMBOL_BASE", (e) => e.set(head.firstSymbol, 1)],
  ["a reserved symbol that is another one's", "IMAGE_SYMBOL", (e) => e.change(e.get(head.symbols) + 280, (w) => w + 1)],
  ["a table of methods outside", "IMAGE_SECTION", (e) => e.set(head.methods, other.image.length)],
  ["more types than there is room for", "IMAGE_SECTION", (e) => e.set(head.types, 0xffff)],
  ["a flag that programs have", "IMAGE_MODULE", (e) => e.change(head.types, (w) => w | 0x20000)],
  ["methods that do not begin behind the table", "IMAGE_METHOD", (e) => e.change(e.get(head.methods), (w) => w + 1)],
  ["methods whose ends do not ascend", "IMAGE_METHOD", (e) => e.change(e.get(head.methods) + 1, (w) => w - 1)],
  ["methods that are not sorted", "IMAGE_METHOD", (e) => e.set(firstMethod(e) + 1, e.get(firstMethod(e)))],
  ["a method's name that is no symbol", "IMAGE_METHOD", (e) => e.change(firstMethod(e), (w) => w | 0xffff0000)],
  ["a method that is no builtin", "IMAGE_METHOD", (e) => e.change(firstMethod(e), (w) => (w & 0xffff0000) | (METHOD_IS_FUNCTION - 1))],
  ["a method that is no function", "IMAGE_METHOD", (e) => e.change(firstMethod(e), (w) => (w & 0xffff0000) | 0xffff)],
];

describe.skipIf(!home)(reason ?? "the verifier, of preludes", () => {
  const verify = (image: Uint8Array) =>
    home!.run({ image: compileProgram({ path: "x.py", text: "" }).image, prelude: image, heap: 4096, verifyOnly: true });

  it("takes one that is good", async () => {
    const { image } = compileFor(other, "");
    expect((await home!.run({ image, prelude: other.image, heap: 4096, verifyOnly: true })).status).toBe(0);
    expect(content.tables?.entries).toBeGreaterThan(40);
    expect(content.firstSymbol).toBe(0);
  });

  it.each(edits)("refuses %s: %s", async (_, error, edit) => {
    const edited = new Edit();
    edit(edited);
    expect(nameOf((await verify(sealImage(edited.bytes))).status)).toBe(error);
  });
});

describe("the two preludes", () => {
  it("have the machine's entries at the same numbers, and little else", () => {
    const names = (data: typeof prelude) => data.functions.map(([name]) => name);
    const count = content.tables!.entries;
    expect(names(other.data).slice(0, count)).toEqual(names(prelude).slice(0, count));
    expect(names(other.data)).not.toEqual(names(prelude));
    expect(names(other.data)).toContain("twice");
  });
});
