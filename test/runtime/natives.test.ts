/** Natives that only the prelude calls, called by an image that lies: they refuse what they do not take, and leave a state that a snapshot carries. */
import { afterAll, describe, expect, it } from "vitest";
import { builtins } from "../../build/generated/builtins.js";
import { compileProgram } from "../../compiler/compile.js";
import { openNative } from "../../host/machine/native.js";
import { replaceBuiltins, sealImage } from "../support/damage.js";
import { runImage, tryOpen } from "../support/run.js";

const { home, reason } = tryOpen(() => openNative("debug"));
afterAll(() => home?.close());

const numberOf = (name: string): number => builtins.find((builtin) => builtin.name === name)!.number;

/** The image of a program in which one builtin stands for another. */
function imageWith(text: string, said: string, meant: string): Uint8Array {
  const image = compileProgram({ path: "lie.py", text }).image.slice();
  expect(replaceBuiltins(image, new Map([[numberOf(said), numberOf(meant)]])), said).toBeGreaterThan(0);
  return sealImage(image);
}

const generators = "def g():\n    yield 1\ndef h():\n    yield from g()\n";

describe.skipIf(!home)(reason ?? "natives for the prelude", () => {
  const cases: [name: string, said: string, meant: string, text: string, prints: string][] = [
    [
      "end what is no generator",
      "callable",
      "_end_generator",
      "try:\n    callable(5)\nexcept TypeError as e:\n    print(e)\n",
      "a generator is needed, not 'int'\n",
    ],
    [
      "an instance of int",
      "isinstance",
      "_instance_new",
      "try:\n    isinstance(int, ())\nexcept TypeError as e:\n    print(e)\n",
      "object.__new__(int) is not safe, use int.__new__()\n",
    ],
    [
      "a look for what is no name",
      "isinstance",
      "_find",
      "class A:\n    x = 1\nprint(isinstance(A(), 5), isinstance(A(), []), isinstance(5, A()))\n",
      "None None None\n",
    ],
    [
      "a span of what is no slice",
      "isinstance",
      "_slice_span",
      "try:\n    isinstance([], -5)\nexcept TypeError as e:\n    print(e)\n",
      "a slice and a length are needed\n",
    ],
    [
      "entries of what is no table",
      "isinstance",
      "_entry_key",
      "print(isinstance([1], 0), isinstance({1: 2}, 7), isinstance({1: 2}, -1), isinstance({1: 2}, 0))\n",
      "None None None 1\n",
    ],
    [
      "an order that is none",
      "isinstance",
      "_class_set_mro",
      "class A:\n    pass\nisinstance(A, (1, 2))\nisinstance(5, (A,))\nisinstance(A, (A, A))\nprint(A() is None)\n",
      "False\n",
    ],
    ["a list that is taken from itself", "isinstance", "_list_take", "a = [1, 2]\nisinstance(a, a)\nprint(a)\n", "[]\n"],
    [
      "an end amid generators",
      "isinstance",
      "_finish",
      `${generators}def k():\n    for x in h():\n        isinstance(3, False)\n        yield x\nkeep = k()\nprint(next(keep))\n`,
      "",
    ],
  ];
  it.each(cases)("%s", async (_name, said, meant, text, prints) => {
    const { stdout, stderr } = await runImage(home!, {
      image: imageWith(text, said, meant),
      heap: 8192,
      checkpointEvery: 1,
      maxInstructions: 100_000,
    });
    expect(stderr).toBe("");
    expect(stdout).toBe(prints);
  });
});
