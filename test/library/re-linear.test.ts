/** Regular expressions need time in proportion to the text, where backtracking would never end: told by counts of instructions. */
import { afterAll, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { openNative } from "../../host/machine/native.js";
import { runImage } from "../support/run.js";

const home = openNative("native");
afterAll(() => home.close());

async function instructions(pattern: string, text: string): Promise<number> {
  const source = `import re\nprint(re.search(${JSON.stringify(pattern)}, ${text}))\n`;
  const { image, diagnostics } = compileProgram({ path: "linear.py", text: source });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const { result, stdout } = await runImage(home, { image, heap: 32 * 1024, argv: ["linear.py"], maxInstructions: 20_000_000 });
  expect(stdout).toBe("None\n");
  return result.vmInstructions;
}

it.each(["(a*)*b", "(a|a)*b", "(a+)+$b", "(?:a?){8}a{8}b", "(.*)(.*)(.*)b", "a(?=.*b)", "a(?!(?:.*)*a|$)", "(?<=aaa)b"])(
  "%s",
  async (pattern) => {
    const once = await instructions(pattern, '"a" * 1000');
    const twice = await instructions(pattern, '"a" * 2000');
    expect(twice / once).toBeLessThan(2.1);
    expect(twice / once).toBeGreaterThan(1);
  },
);

it("goes over text that is not ASCII in linear time too", async () => {
  const once = await instructions("[é-ü]+b", '"é" * 1000');
  const twice = await instructions("[é-ü]+b", '"é" * 2000');
  expect(twice / once).toBeLessThan(2.1);
});
