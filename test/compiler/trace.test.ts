import { describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";

/** The names of the functions in a program's image. */
function functionsOf(files: Record<string, string>): string[] {
  const compiled = compileProgram({ path: "main.py", readFile: (path) => files[path] ?? null });
  expect(compiled.diagnostics).toEqual([]);
  return compiled.debug.functions.map(({ name }) => name);
}

describe("sys.settrace", () => {
  it("is in the image of a program that names it in one of its modules", () => {
    expect(functionsOf({ "main.py": "import sys\nsys.settrace(None)\n" })).toContain("_enter");
    expect(functionsOf({ "main.py": "import sys\nprint(hasattr(sys, 'gettrace'))\n" })).toContain("_enter");
    expect(functionsOf({ "main.py": "import other\n", "other.py": "from sys import settrace as trace\ntrace(None)\n" })).toContain(
      "_enter",
    );
  });

  it("is not in the image of any other, though it takes all of sys", () => {
    const functions = functionsOf({ "main.py": "import sys\nmodule = sys\nprint(dir(module), module.exit)\ndef f():\n    return f\n" });
    expect(functions).toContain("exit");
    expect(functions).not.toContain("_enter");
    expect(functions).not.toContain("settrace");
  });

  it("tells nothing of the library's functions", () => {
    const plain = compileProgram({ path: "main.py", text: "import bisect\nprint(bisect.bisect([1], 1))\n" });
    const traced = compileProgram({ path: "main.py", text: "import bisect, sys\nprint(bisect.bisect([1], 1), sys.gettrace())\n" });
    const linesOf = ({ debug }: typeof plain) => debug.functions.find(({ name }) => name.startsWith("bisect"))?.lines;
    expect(linesOf(plain)).toBeDefined();
    expect(linesOf(traced)).toEqual(linesOf(plain));
  });
});
