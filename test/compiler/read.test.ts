import { describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { ownLibrary } from "../../compiler/library.js";

const image = (text: string, library = ownLibrary): string =>
  Buffer.from(compileProgram({ path: "program.py", text, library }).image).toString("hex");

const few = "from collections import Counter\nprint(len(Counter('abc')))\n";
const many = "from collections import Counter\nc = Counter('abc') + Counter('cd')\nprint(c.most_common(2), c.total(), c.subtract('a'))\n";

describe("the library, read once for many programs", () => {
  it("gives each program what it gave it at first", () => {
    const first = image(few);
    const second = image(many);
    expect(second.length).toBeGreaterThan(first.length);
    expect(image(few)).toBe(first);
    expect(image(many)).toBe(second);
  });

  it("has keywords again that a program before left out", () => {
    const keyed = "print(sorted([2, 1], key=abs))\n";
    const first = image(keyed);
    const plain = image("import json\nprint(sorted([2, 1]), json.dumps([1]))\n");
    expect(image(keyed)).toBe(first);
    expect(image("import json\nprint(json.dumps([1], indent=2, sort_keys=True))\n").length).toBeGreaterThan(plain.length);
    expect(image("import json\nprint(sorted([2, 1]), json.dumps([1]))\n")).toBe(plain);
  });

  it("is read again where its text is another", () => {
    const of = (text: string): string => image("import json\nprint(json.dumps(1))\n", { ...ownLibrary, json: text });
    const first = of("def dumps(value): return 'one'\n");
    expect(of("def dumps(value): return 'two'\n")).not.toBe(first);
    expect(of("def dumps(value): return 'one'\n")).toBe(first);
  });
});
