/** The machine on a board that moves, shrinks, swaps and refuses at every turn (restless.c): programs do not notice. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { builtins } from "../../build/generated/builtins.js";
import { compileProgram } from "../../compiler/compile.js";
import { openNative } from "../../host/machine/native.js";
import { at, built } from "../../scripts/build/paths.js";
import { loadSources } from "../../scripts/build/sources.js";
import { replaceBuiltins, sealImage } from "../support/damage.js";
import { compileLanguageProgram, languagePrograms } from "../support/language-program.js";
import { runImage, tryOpen } from "../support/run.js";

const { home, reason } = tryOpen(() => openNative("native"));
afterAll(() => home?.close());

const folder = built("restless");
const quota = 64 << 10;

/** Links restless.c with the objects of a variant of the native home. */
function link(variant: "sanitize" | "debug"): string {
  mkdirSync(folder, { recursive: true });
  const objects = built("objects", variant);
  const sources = new Set(loadSources().machine.map((source) => basename(source)));
  const machine = readdirSync(objects)
    .filter((name) => sources.has(name.replace(/-[0-9a-f]+\.o$/, "")))
    .map((name) => join(objects, name));
  const program = join(folder, variant);
  const flags = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
  if (variant === "debug") flags.push("-DNP_DEBUG_GC");
  const includes = ["runtime-c", "runtime-c/vm", "bytecode", "build/generated"].map((path) => `-I${at(path)}`);
  const { status, stderr } = spawnSync("gcc", [...flags, ...includes, at("test/runtime/restless.c"), ...machine, "-o", program], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return program;
}

describe.skipIf(!home)(reason ?? "on a restless board", () => {
  describe.each(["sanitize", "debug"] as const)("%s", (variant) => {
    const program = home ? link(variant) : "";
    const run = (name: string, image: Uint8Array, seed: number, ...more: string[]) => {
      const path = join(folder, `${variant}-${name.replaceAll("/", "-")}.npi`);
      writeFileSync(path, image);
      return spawnSync(program, [path, `${seed}`, `${quota}`, ...more], { encoding: "utf8" });
    };

    // What programs of memory/ print depends on the arena's size.
    const programs = languagePrograms().filter(({ name, heap }) => heap <= quota && !name.includes("memory"));
    it.each(programs.map((program) => [program.name, program] as const))("%s", { timeout: 60_000 }, async (name, language) => {
      const { image } = compileLanguageProgram(language);
      const plain = await runImage(home!, { image, heap: quota });
      for (const seed of [1, 2, 3]) {
        const { status, stdout, stderr } = run(name, image, seed);
        expect({ status, stderr }, `seed ${seed}`).toEqual({ status: 0, stderr: expect.stringMatching(/^instructions /) });
        const report = plain.result.report;
        const [, instructions] = /instructions (\d+) /.exec(stderr)!;
        // What goes to stderr comes out in between.
        if (report === "" && plain.stderr === "") expect(stdout.startsWith(plain.stdout), `seed ${seed}`).toBe(true);
        expect(Number(instructions), `seed ${seed}`).toBe(plain.result.vmInstructions);
      }
    });

    it("takes events, sends messages, answers and reads", () => {
      const text = `
def loop():
    taken = []
    tries = 0
    while len(taken) < 60:
        event = abs()
        if event is None:
            hash(None)
            continue
        kind, source, payload = event
        taken.append(payload if isinstance(payload, str) else payload.decode())
        print(kind, source, payload)
        while ord("other" + str(len(taken)), payload) == 1:
            tries += 1
        chr("id" + str(kind), len(taken), str(payload))
    return taken
print(input("name? "), id(5))
taken = loop()
print(taken == ["event " + str(i) + " é" for i in range(60)])
hash(5)
print(id(9), "x" * 3000)
try:
    input()
except EOFError as error:
    print(error)
`;
      const image = imageWith(text, { abs: "_take", hash: "_wait", chr: "_answer", ord: "_post", id: "_read" });
      const expected = [`name? Zoë ${"b'12345'"}`];
      for (let i = 0; i < 60; i++) {
        const payload = `event ${i} é`;
        const shown = i % 2 === 0 ? payload : `b'event ${i} \\xc3\\xa9'`;
        expected.push(`1 peer ${shown}`, `sent other${i + 1} ${i % 2 === 0 ? "text" : "bytes"} ${payload}`, `answer id1 ${i + 1} ${shown}`);
      }
      expected.push("True", `b'' ${"x".repeat(3000)}`, "EOF when reading a line", "");
      for (let seed = 1; seed <= 20; seed++) {
        const { status, stdout, stderr } = run("events", image, seed, "60", "Zoë\r\n12345");
        expect({ status, stderr }, `seed ${seed}`).toEqual({ status: 0, stderr: expect.stringMatching(/^instructions /) });
        // A read may give less than was asked for.
        const begin = stdout.indexOf("b'");
        const read = /^name\? Zoë b'(\d+)'\n/.exec(stdout);
        expect(read, stdout.slice(0, begin + 20)).not.toBeNull();
        expect("12345".startsWith(read![1]!)).toBe(true);
        const lines = stdout.split("\n");
        expect(lines.slice(1, 182), `seed ${seed}`).toEqual(expected.slice(1, 182));
      }
    });
  });
});

/** The image of a program in which builtins stand for those that only modules of the library see. */
function imageWith(text: string, natives: Readonly<Record<string, string>>): Uint8Array {
  const numberOf = (name: string): number => builtins.find((builtin) => builtin.name === name)!.number;
  const image = compileProgram({ path: "events.py", text }).image.slice();
  replaceBuiltins(image, new Map(Object.entries(natives).map(([said, meant]) => [numberOf(said), numberOf(meant)])));
  return sealImage(image);
}
