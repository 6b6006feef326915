import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { ownLibrary } from "../../compiler/library.js";

const image = (text: string, library = ownLibrary): string =>
  Buffer.from(compileProgram({ path: "program.py", text, library }).image).toString("hex");

const root = join(import.meta.dirname, "..", "..");
/** Compiles the text on stdin in a process of its own. */
const alonePrinting = `import("./compiler/compile.ts").then(async ({ compileProgram }) => {
  const text = require("node:fs").readFileSync(0, "utf8");
  process.stdout.write(Buffer.from(compileProgram({ path: "program.py", text }).image).toString("hex"));
})`;

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

  it("has the parameters, branches and members back that another program leaves out", () => {
    const texts = [
      "print(sorted([2, 1]))\n",
      "print(sorted([2, 1], key=str, reverse=True), min('ab', key=ord), list(zip('a', 'b', strict=True)))\n",
      "import json\nprint(json.dumps([1]))\n",
      "import json\nprint(json.dumps({'a': [1]}, indent=1, sort_keys=True), json.loads('[]'))\n",
      "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int = 1\nprint(P())\n",
      "from dataclasses import dataclass\n@dataclass(order=True, frozen=True)\nclass P:\n    x: int = 1\nprint(P() < P(2))\n",
    ];
    const first = texts.map((text) => image(text));
    expect(new Set(first).size).toBe(texts.length);
    expect([...texts].reverse().map((text) => image(text))).toEqual([...first].reverse());
    const alone = (text: string): string =>
      execFileSync(process.execPath, ["--import", "tsx", "-e", alonePrinting], { input: text, cwd: root }).toString();
    expect([1, 3].map((index) => alone(texts[index]!))).toEqual([first[1], first[3]]);
  }, 60_000);

  it("is read again where its text is another", () => {
    const of = (text: string): string => image("import json\nprint(json.dumps(1))\n", { ...ownLibrary, json: text });
    const first = of("def dumps(value): return 'one'\n");
    expect(of("def dumps(value): return 'two'\n")).not.toBe(first);
    expect(of("def dumps(value): return 'one'\n")).toBe(first);
  });
});
