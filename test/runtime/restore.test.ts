/** Snapshots: what is refused and by which number, arenas of other sizes, snapshots of snapshots. */
import { afterAll, describe, expect, it } from "vitest";
import { arenaHeader, arenaHeaderWords } from "../../build/generated/arena.js";
import { errors } from "../../build/generated/errors.js";
import { compileProgram } from "../../compiler/compile.js";
import { IMMEDIATE, immediate, place } from "../../compiler/constants.js";
import { readImage } from "../../compiler/image-reader.js";
import { OBJECT_NAMES, Snapshot } from "../../compiler/snapshot-reader.js";
import { openNative } from "../../host/machine/native.js";
import { sealSnapshot } from "../support/damage.js";
import { runImage, tryOpen } from "../support/run.js";

const { home, reason } = tryOpen(() => openNative("sanitize"));
afterAll(() => home?.close());

const text = `
class Base:
    def __init__(self, n):
        self.n = n
class Thing(Base):
    def __init__(self, n):
        super().__init__(n)
        self.extra = [n]
def adder(n):
    def add(k, by=[1]):
        return n + k
    return add
def numbers():
    for i in range(1000):
        yield i
def fail(n):
    if n == 0:
        raise ValueError("no", n)
    fail(n - 1)
def main(keep):
    keep.append(Thing(7))
    keep.append({k: str(k) for k in range(12)})
    keep.append({1, 2, 3})
    keep.append(bytearray(b"buffer"))
    keep.append(adder(2))
    keep.append(keep[0].__init__)
    keep.append(range(3, 9))
    keep.append(1.5 * len(keep))
    keep.append(10 ** 12 * len(keep))
    keep.append("größer" + str(len(keep)))
    keep.append(keep[1].items())
    keep.append(iter("abc"))
    keep.append(id(keep[1]))
    try:
        fail(3)
    except ValueError as error:
        keep.append(error)
    total = 0
    for n in numbers():
        total += n
    print(total)
keep = []
main(keep)
print(len(keep), sorted(keep[2]))
`;
const { image } = compileProgram({ path: "snapshot.py", text });
const globals = readImage(image).globals.length;
const heap = 16 << 10;

/** A snapshot to be edited by the arena's byte offsets. */
class Edit {
  readonly bytes: Uint8Array;
  readonly snapshot: Snapshot;
  private readonly view: DataView;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes.slice();
    this.view = new DataView(this.bytes.buffer);
    this.snapshot = new Snapshot(this.bytes, globals);
  }
  /** The object of a type; `index` counts from 0. */
  object(type: string, index = 0): number {
    const found = [...this.snapshot.objects()].filter((object) => OBJECT_NAMES[object.type] === type)[index];
    if (!found) throw new Error(`no ${type} in the snapshot`);
    return found.at;
  }
  private stored(at: number): number {
    const { arenaBytes } = this.snapshot;
    const head = (12 + arenaHeaderWords - arenaHeader.ids) * 4;
    const top = this.snapshot.header("top");
    return at < top ? head + at - arenaHeaderWords * 4 : this.bytes.length - (arenaBytes - at);
  }
  get(at: number): number {
    return this.snapshot.word(at);
  }
  set(at: number, value: number): void {
    this.view.setUint32(this.stored(at), value >>> 0, true);
  }
  change(at: number, edit: (value: number) => number): void {
    this.set(at, edit(this.get(at)));
  }
  /** Words of the snapshot's own head. */
  head(word: number, value: number): void {
    this.view.setUint32(word * 4, value >>> 0, true);
  }
  /** A word of the arena's header from `ids` on. */
  field(name: keyof typeof arenaHeader, value: number): void {
    this.head(12 + arenaHeader[name] - arenaHeader.ids, value);
  }
}
const int = (n: number): number => (n * 2 + 1) >>> 0;
const word = (n: number): number => n * 4;

const cases: [string, string, (edit: Edit) => void][] = [
  ["magic", "SNAPSHOT_MAGIC", (e) => e.head(0, 1)],
  ["version", "SNAPSHOT_VERSION", (e) => e.head(1, 0x10004)],
  ["ABI", "SNAPSHOT_ABI", (e) => e.head(1, 0x7f0003)],
  ["prelude", "SNAPSHOT_PRELUDE", (e) => e.head(4, 0)],
  ["image", "SNAPSHOT_IMAGE", (e) => e.head(7, 0)],
  ["an arena smaller than its content", "SNAPSHOT_HEADER", (e) => e.head(8, 256)],
  ["an arena of no whole words", "SNAPSHOT_HEADER", (e) => e.head(8, heap + 1)],
  ["objects that end before they begin", "SNAPSHOT_HEADER", (e) => e.head(9, 64)],
  ["objects behind the end", "SNAPSHOT_HEADER", (e) => e.head(9, 0xfffffff0)],
  ["an ended program with frames", "SNAPSHOT_HEADER", (e) => e.head(10, 0)],
  ["a running program that has ended", "SNAPSHOT_HEADER", (e) => e.field("outcome", 0)],
  ["argv that is no list", "SNAPSHOT_HEADER", (e) => e.field("argv", e.object("dict"))],
  ["a mailbox that is no list", "SNAPSHOT_HEADER", (e) => e.field("mailbox", e.object("dict"))],
  ["a mailbox behind the objects", "SNAPSHOT_REFERENCE", (e) => e.field("mailbox", e.snapshot.header("top"))],
  ["an answer that is no tuple", "SNAPSHOT_HEADER", (e) => e.field("answer", e.object("list"))],
  ["an answer of two", "SNAPSHOT_HEADER", (e) => e.field("answer", e.object("tuple"))],
  ["an unknown bit of the outcome", "SNAPSHOT_HEADER", (e) => e.field("outcome", 0x2001)],
  ["handlers' words where there are none", "SNAPSHOT_OBJECT", (e) => e.field("outcome", 0x1001)],
  ["serial numbers in a list", "SNAPSHOT_HEADER", (e) => e.field("ids", e.object("list"))],
  ["a frame that is not the lowest", "SNAPSHOT_FRAME", (e) => e.head(10, heap - 16)],
  ["a header that is even", "SNAPSHOT_OBJECT", (e) => e.change(e.object("dict"), (w) => w & ~1)],
  ["a mark", "SNAPSHOT_OBJECT", (e) => e.change(e.object("dict"), (w) => w | 2)],
  ["an unknown type", "SNAPSHOT_OBJECT", (e) => e.change(e.object("dict"), (w) => w | (31 << 2))],
  ["a size of its own", "SNAPSHOT_OBJECT", (e) => e.change(e.object("dict"), (w) => w + (1 << 10))],
  ["a size behind the end", "SNAPSHOT_OBJECT", (e) => e.change(e.object("array"), (w) => w | 0xfff00000)],
  ["a reference into an object", "SNAPSHOT_REFERENCE", (e) => e.set(e.object("cell") + 4, e.object("dict") + 4)],
  ["a reference behind the objects", "SNAPSHOT_REFERENCE", (e) => e.set(e.object("cell") + 4, e.snapshot.header("top"))],
  ["a reference before the objects", "SNAPSHOT_REFERENCE", (e) => e.set(e.object("cell") + 4, 4)],
  ["an array as a value", "SNAPSHOT_REFERENCE", (e) => e.set(e.object("cell") + 4, e.object("array"))],
  ["a symbol that does not exist", "SNAPSHOT_VALUE", (e) => e.set(e.object("cell") + 4, immediate(IMMEDIATE.symbol, 0xffff))],
  ["a marker of the machine", "SNAPSHOT_VALUE", (e) => e.set(e.object("cell") + 4, immediate(IMMEDIATE.singleton, 0x101))],
  ["a constant between constants", "SNAPSHOT_VALUE", (e) => e.set(e.object("cell") + 4, immediate(IMMEDIATE.object, place(1, 21)))],
  ["a template as a value", "SNAPSHOT_VALUE", (e) => e.set(e.object("cell") + 4, e.get(e.object("class") + 4))],
  ["a function that does not exist", "SNAPSHOT_VALUE", (e) => e.set(e.object("function") + 4, immediate(IMMEDIATE.function, place(1, 3)))],
  ["a list longer than its room", "SNAPSHOT_OBJECT", (e) => e.set(e.object("list") + word(1), int(10_000))],
  ["a list of negative length", "SNAPSHOT_OBJECT", (e) => e.set(e.object("list") + word(1), int(-1))],
  ["a list without items", "SNAPSHOT_OBJECT", (e) => e.set(e.object("list") + word(2), 0)],
  ["a bytearray of an array", "SNAPSHOT_OBJECT", (e) => e.set(e.object("bytearray") + word(2), e.object("array"))],
  ["a dict of more entries than room", "SNAPSHOT_OBJECT", (e) => e.set(e.object("dict") + word(1), int(1000))],
  ["a dict that counts its keys wrongly", "SNAPSHOT_OBJECT", (e) => e.change(e.object("dict") + word(2), (w) => w - 2)],
  ["an index of three words", "SNAPSHOT_OBJECT", (e) => e.set(e.object("dict") + word(4), e.object("array"))],
  ["a range of a step 0", "SNAPSHOT_OBJECT", (e) => e.set(e.object("range") + word(3), int(0))],
  ["a range of a float", "SNAPSHOT_OBJECT", (e) => e.set(e.object("range") + word(1), e.object("float"))],
  ["a NaN of its own", "SNAPSHOT_OBJECT", (e) => e.set(e.object("float") + word(2), 0x7ff00001)],
  ["a small big integer", "SNAPSHOT_OBJECT", (e) => e.set(e.object("int") + word(2), 0)],
  ["text that is no UTF-8", "SNAPSHOT_STRING", (e) => e.change(e.object("str") + word(2), (w) => w | 0xff)],
  ["a wrong hash", "SNAPSHOT_STRING", (e) => e.set(e.object("str") + word(1), 1)],
  ["a class that is its own base", "SNAPSHOT_OBJECT", (e) => e.set(e.object("class") + word(3), e.object("class"))],
  ["a class of an int", "SNAPSHOT_OBJECT", (e) => e.set(e.object("class") + word(3), immediate(IMMEDIATE.type, 2))],
  ["a class with too few slots", "SNAPSHOT_OBJECT", (e) => e.set(e.object("class", 1) + word(7), int(0))],
  ["a class without name", "SNAPSHOT_OBJECT", (e) => e.set(e.object("class") + word(2), 0)],
  ["an instance of an instance", "SNAPSHOT_OBJECT", (e) => e.set(e.object("instance") + word(1), e.object("instance"))],
  ["an instance with other slots", "SNAPSHOT_OBJECT", (e) => e.set(e.object("instance") + word(1), e.object("class"))],
  ["an exception of a number of arguments", "SNAPSHOT_OBJECT", (e) => e.set(e.object("instance", 1) + word(3), int(3))],
  ["an iterator at no number", "SNAPSHOT_OBJECT", (e) => e.set(e.object("iterator") + word(2), 0)],
  ["a view of a list", "SNAPSHOT_OBJECT", (e) => e.set(e.object("view") + word(1), e.object("list"))],
  ["a traceback in a circle", "SNAPSHOT_OBJECT", (e) => e.set(e.object("traceback") + word(1), e.object("traceback"))],
  ["a generator of other registers", "SNAPSHOT_GENERATOR", (e) => e.change(e.object("generator") + word(3), (w) => w ^ 0x100)],
  [
    "a generator that stands at no yield",
    "SNAPSHOT_GENERATOR",
    (e) => {
      e.change(e.object("generator"), (w) => (w & ~(3 << 7)) | (1 << 7));
      e.set(e.object("generator") + word(1), 0);
      e.change(e.object("generator") + word(3), (w) => w & 0xffff);
    },
  ],
  [
    "a generator that runs and does not",
    "SNAPSHOT_GENERATOR",
    (e) => {
      e.change(e.object("generator"), (w) => (w & ~(3 << 7)) | (1 << 7));
    },
  ],
  ["a frame behind its code", "SNAPSHOT_PC", (e) => e.change([...e.snapshot.frames()].at(-1)!.at + 8, (w) => w | 0xffff0000)],
  ["a frame that waits for nothing", "SNAPSHOT_PC", (e) => e.change([...e.snapshot.frames()].at(-1)!.at + 8, (w) => w & 0xffff)],
  ["a frame of other registers", "SNAPSHOT_FRAME", (e) => e.change([...e.snapshot.frames()].at(-1)!.at + 8, (w) => w ^ 0x100)],
  ["a frame of no function", "SNAPSHOT_FRAME", (e) => e.set([...e.snapshot.frames()].at(-1)!.at + 4, int(1))],
  ["a frame with unknown flags", "SNAPSHOT_FRAME", (e) => e.change([...e.snapshot.frames()].at(-1)!.at + 8, (w) => w | 0x80)],
  ["frames in a circle", "SNAPSHOT_FRAME", (e) => e.set([...e.snapshot.frames()].at(-1)!.at, [...e.snapshot.frames()].at(-1)!.at)],
];

describe.skipIf(!home)(reason ?? "snapshots", () => {
  const nameOf = (status: number): string => errors.find(({ number }) => number === -status)?.name ?? `${status}`;
  let whole: Awaited<ReturnType<typeof runImage>>;
  let bytes: Uint8Array;
  /** A snapshot at which the generator runs. */
  const good = async (): Promise<Uint8Array> => {
    if (bytes) return bytes;
    whole = await runImage(home!, { image, heap });
    expect(whole.exit, whole.stderr).toBe(0);
    const total = whole.result.vmInstructions;
    const { result } = await runImage(home!, {
      image,
      heap,
      suspendAt: Array.from({ length: 40 }, (_, i) => Math.floor(total / 2) + i),
      stopAtLast: true,
    });
    bytes = result.snapshots.find((snapshot) => {
      const read = new Snapshot(snapshot.bytes, globals);
      return [...read.frames()][0]!.at < read.header("top");
    })!.bytes;
    return bytes;
  };
  const restore = (snapshot: Uint8Array, size = heap) => home!.run({ image, snapshot, heap: size, verifyOnly: true });

  it("are taken again as they are", async () => {
    const first = await good();
    expect((await restore(first)).status).toBe(0);
    const again = await runImage(home!, { image, heap, snapshot: first, suspendAt: [0], stopAtLast: true });
    const now = again.result.snapshots[0];
    if (now) expect(Buffer.from(now.bytes).equals(first)).toBe(true);
  });

  it("go on in arenas of other sizes", async () => {
    const first = await good();
    const { result, stdout } = await runImage(home!, { image, heap, snapshot: first });
    for (const size of [5 << 10, 8 << 10, 100 << 10]) {
      const other = await runImage(home!, { image, heap: size, snapshot: first });
      expect(other.stdout).toBe(stdout);
      expect(other.result.vmInstructions).toBe(result.vmInstructions);
    }
    expect(whole.stdout.endsWith(stdout)).toBe(true);
  });

  it("need room for what is in them", async () => {
    const first = await good();
    expect(nameOf((await restore(first, 512)).status)).toBe("ARENA_TOO_SMALL");
    /* to the last word: the bitmap of starts has no free room then, and goes by windows */
    const { usedBytes } = new Snapshot(first, globals);
    expect((await restore(first, usedBytes)).status).toBe(0);
    expect(nameOf((await restore(first, usedBytes - 4)).status)).toBe("ARENA_TOO_SMALL");
  });

  it("need no more room where there are handlers, whose words are not in the arena twice", async () => {
    const timer =
      "import machine, time\nmachine.Timer(-1).init(period=5, callback=lambda t: None)\nfor i in range(50):\n    time.sleep(0.01)\n";
    const program = compileProgram({ path: "timer.py", text: timer }).image;
    const { result } = await runImage(home!, { image: program, heap, virtualTime: true, suspendAt: [2000], stopAtLast: true });
    const snapshot = result.snapshots[0]!.bytes;
    const read = new Snapshot(snapshot, readImage(program).globals.length);
    const words = arenaHeader.exception - arenaHeader.alarm;
    expect(snapshot.length - read.usedBytes).toBe(4 * (12 + arenaHeaderWords - arenaHeader.ids + words - arenaHeaderWords));
    const take = async (size: number): Promise<string> =>
      nameOf((await home!.run({ image: program, snapshot, heap: size, verifyOnly: true })).status);
    expect(await take(read.usedBytes)).toBe("0");
    expect(await take(read.usedBytes - 4)).toBe("ARENA_TOO_SMALL");
  });

  it("are refused when short, of a wrong length, or damaged", async () => {
    const first = await good();
    expect(nameOf((await restore(first.slice(0, 32))).status)).toBe("SNAPSHOT_SHORT");
    expect(nameOf((await restore(first.slice(0, first.length - 4))).status)).toBe("SNAPSHOT_LENGTH");
    const damaged = first.slice();
    damaged[first.length - 1]! ^= 1;
    expect(nameOf((await restore(damaged)).status)).toBe("SNAPSHOT_CRC");
  });

  it.each(cases)("with %s are refused: %s", async (_what, name, edit) => {
    const edited = new Edit(await good());
    edit(edited);
    expect(nameOf((await restore(sealSnapshot(edited.bytes))).status)).toBe(name);
    expect(nameOf((await restore(edited.bytes, edited.snapshot.usedBytes)).status), "in an arena without free room").toBe(name);
  });
});
