/** Tracebacks as texts: what the device writes by the table in its image is what the host writes by the debug file, and other images have no table. */
import { afterAll, describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { openNative } from "../../host/machine/native.js";
import { runImage } from "../support/run.js";

const home = openNative("native");
afterAll(() => home.close());

function compile(text: string, others: Record<string, string> = {}) {
  const texts: Record<string, string> = { ...others, "main.py": text };
  const result = compileProgram({ path: "/p/main.py", displayPath: "main.py", readFile: (path) => texts[path.replace("/p/", "")] ?? null });
  expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return result;
}

/** What a program writes that tells an exception itself, and then raises it. */
async function bothTexts(calls: string, others: Record<string, string> = {}) {
  const text = `import traceback\n${calls}`;
  const { image, debug } = compile(text, others);
  return runImage(home, { image, heap: 32 * 1024, argv: ["main.py"] }, debug);
}

const handled =
  "try:\n    start()\nexcept Exception as e:\n    print(traceback.format_exc(), end='')\n    raise e.with_traceback(e.__traceback__)\n";

/** The host's text, without the entry of the second raise. */
const firstRaise = (text: string): string => text.replace(/(last\):\n) {2}File .*\n/, "$1");

describe("lines", () => {
  it.each([
    ["near each other", 1, 0],
    ["far from each other", 40, 3],
    ["in long statements", 3, 90],
  ])("%s", async (_, blank, items) => {
    const functions = Array.from({ length: 30 }, (_, n) => {
      const next = n === 29 ? "[][1]" : `f${n + 1}()`;
      const body = `    a = [${Array.from({ length: items }, (_, i) => `abs(${i})`).join(",\n ")}]\n    return (a,\n            ${next})\n`;
      return `${"\n".repeat((n * blank) % 97)}def f${n}():\n${body}`;
    });
    // Not in the order of their names.
    const mixed = [...functions.filter((_, n) => n % 2 === 1), ...functions.filter((_, n) => n % 2 === 0)];
    const { stdout, stderr } = await bothTexts(`${mixed.join("")}start = f0\n${handled}`);
    expect(stdout).toMatch(/^Traceback .*\n {2}File "main.py", line \d+, in <module>\n {2}File "main.py", line \d+, in f0\n/);
    expect(stdout.split("\n")).toHaveLength(34);
    expect(stdout).toBe(firstRaise(stderr));
  });

  it("of several files, without those of the library", async () => {
    const others = {
      "other.py":
        "import functools\n\n\ndef start():\n    return functools.reduce(go, [1, 2])\n\ndef go(a, b):\n    class C:\n        x = a / 0\n",
    };
    const { stdout, stderr } = await bothTexts(`from other import start\n${handled}`, others);
    expect(stdout).toBe(
      'Traceback (most recent call last):\n  File "main.py", line 4, in <module>\n  File "other.py", line 5, in start\n  File "other.py", line 8, in go\n  File "other.py", line 9, in C\nZeroDivisionError: division by zero\n',
    );
    expect(stdout).toBe(firstRaise(stderr));
  });
});

describe("the table", () => {
  const around = (call: string, imports = "import sys, traceback, io\n") =>
    `${imports}try:\n    1 / 0\nexcept Exception as e:\n    ${call}\n`;
  const hasTable = ({ image }: { image: Uint8Array }): boolean => Buffer.from(image).includes("main.py");

  it.each([
    "traceback.print_exc()",
    "traceback.print_exception(e)",
    "traceback.print_exception(*sys.exc_info())",
    "traceback.print_exception(type(e), e, e.__traceback__)",
    "sys.print_exception(e)",
    "print(traceback.format_exception_only(e))",
  ])("is not there for %s", (call) => {
    expect(hasTable(compile(around(call)))).toBe(false);
  });

  it.each([
    "traceback.format_exc()",
    "traceback.format_exception(e)",
    "traceback.print_exc(file=io.StringIO())",
    "traceback.print_exc(limit=2)",
    "traceback.print_exception(type(e), e, e.__traceback__, None, io.StringIO())",
    "sys.print_exception(e, io.StringIO())",
    "[write(e) for write in (traceback.print_exception,)]",
    "e.__traceback__.tb_lineno",
    "traceback.print_tb(e.__traceback__)",
  ])("is there for %s", (call) => {
    expect(hasTable(compile(around(call)))).toBe(true);
  });

  it("is there for a function under another name", () => {
    expect(hasTable(compile(around("tell(e)", "from traceback import print_exception as tell\n")))).toBe(true);
    expect(hasTable(compile(around("print_exception(e)", "from traceback import print_exception\n")))).toBe(false);
  });

  it("takes about one and a half bytes a line, beside a word and a byte for each function", () => {
    const lines = (count: number) => Array.from({ length: count }, (_, n) => `    a = abs(a) + ${n % 5}\n`).join("");
    const size = (count: number, call: string) => compile(`${"def f(a):\n"}${lines(count)}\n${around(call)}`).image.length;
    const grows = (call: string) => size(120, call) - size(20, call);
    expect(grows("traceback.format_exc()") - grows("traceback.print_exc()")).toBeGreaterThanOrEqual(100);
    expect(grows("traceback.format_exc()") - grows("traceback.print_exc()")).toBeLessThanOrEqual(150);
  });
});

it("a call with a file that the compiler could not see says so", async () => {
  const { image } = compile(
    'import sys\ntry:\n    vars(sys)["print_exception"](KeyError(), sys.stdout)\nexcept NotImplementedError as e:\n    print(e)\n',
  );
  const { stdout } = await runImage(home, { image, heap: 32 * 1024, argv: ["main.py"] });
  expect(stdout).toBe("print_exception: the compiler saw no call with a file\n");
});
