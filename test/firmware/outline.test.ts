/** Code that several functions share, moved out of gcc's text: what may move, and that what is executed stays the same. */
import { describe, expect, it } from "vitest";
import { outline } from "../../scripts/build/outline.js";

/** A function as gcc writes it. */
const f = (name: string, body: string[], global = true): string =>
  [
    `\t.section\t.text.${name},"ax",@progbits`,
    "\t.literal_position",
    "\t.align\t4",
    ...(global ? [`\t.global\t${name}`] : []),
    `\t.type\t${name}, @function`,
    `${name}:`,
    ...body.map((line) => (line.endsWith(":") ? line : `\t${line.replace(" ", "\t")}`)),
    `\t.size\t${name}, .-${name}`,
    "",
  ].join("\n");

/** The instructions of a function in a text, without blanks. */
const bodyOf = (text: string, name: string): string[] => {
  const from = text.indexOf(`\n${name}:\n`) + name.length + 3;
  return text
    .slice(from, text.indexOf(`\t.size\t${name}`))
    .split("\n")
    .map((line) => line.trim().replace("\t", " "))
    .filter((line) => line !== "" && !line.startsWith("."));
};

/** The instructions that a function without branches executes up to its end, through all pieces. */
function executed(texts: string[], shared: string, name: string): string[] {
  const bodies = (called: string) =>
    bodyOf(called.startsWith("np_shared_") ? shared : texts.find((text) => text.includes(`\n${called}:\n`))!, called);
  const run = (lines: string[], back: () => string[]): string[] => {
    const [line, ...rest] = lines;
    if (line === undefined) return back();
    /* how a piece begins a function: it stores what a11 has of a0 */
    if (line === "mov.n a11, a0") {
      const [first, ...others] = run(rest, back);
      return [first!, ...others].map((text, i, all) =>
        i === all.findIndex((one) => one.includes("a11")) ? text.replace("a11", "a0") : text,
      );
    }
    const [, verb, target] = /^(j|call0) (np_shared_\d+)$/.exec(line) ?? [];
    if (verb === "j") return run(bodies(target!), back);
    if (verb === "call0") {
      /* a piece returns to behind its call: by a return of its own, or by that of a function that it jumps to */
      const piece = run(bodies(target!), () => []);
      const last = piece.at(-1)!;
      const [, jump, callee] = /^(jx?) (\w+)$/.exec(last) ?? [];
      return [...piece.slice(0, -1), ...(jump ? [`${jump === "jx" ? "callx0" : "call0"} ${callee}`] : []), ...run(rest, back)];
    }
    return [line, ...run(rest, back)];
  };
  return run(bodies(name), () => []);
}

const enter = ["addi sp, sp, -32", "s32i.n a0, sp, 28", "s32i.n a12, sp, 24"];
const leave = ["l32i.n a0, sp, 28", "l32i.n a12, sp, 24", "addi sp, sp, 32", "ret.n"];
const three = (body: (i: number) => string[], global = true): string[] =>
  [1, 2, 3, 4].map((i) => f(`f${i}`, [...enter, `movi.n a12, ${i}`, ...body(i), ...leave], global));

function same(texts: string[], names = ["f1", "f2", "f3", "f4"]) {
  const made = outline(texts);
  for (const name of names) expect(executed(made.texts, made.shared, name)).toEqual(executed(texts, "", name));
  return made;
}

describe("outline", () => {
  it("shares how functions end", () => {
    const { texts, shared, saved } = same(three(() => ["call0 g"]));
    expect(bodyOf(texts[3]!, "f4").slice(-1)).toEqual(["j np_shared_0"]);
    expect(bodyOf(shared, "np_shared_0")).toEqual(["call0 g", ...leave]);
    expect(shared).not.toContain(".align");
    expect(saved).toBe(4 * (3 + 9 - 3) - 12);
  });

  it("shares what stands before a call, at a word, and leaves the callee to return", () => {
    const { shared } = same(three((i) => ["mov.n a2, a12", "movi a3, 1000", "call0 g", `movi.n a4, ${i}`]));
    expect(shared).toContain("\t.align\t4");
    expect(shared).toContain("\tmov.n\ta2, a12\n\tmovi\ta3, 1000\n\tj\tg\n");
  });

  it("shares what stands elsewhere only while a0 holds nothing", () => {
    const work = ["extui a2, a3, 2, 5", "addx4 a2, a2, a4", "l32i a2, a2, 100", "xor a2, a2, a5"];
    const saving = same(three((i) => [...work, `movi.n a4, ${i}`]));
    expect(saving.shared).toContain("\txor\ta2, a2, a5\n\tret.n\n");
    /* these have nowhere else to keep what they return to */
    const leaves = [1, 2, 3, 4].map((i) => f(`f${i}`, [...work, `movi.n a4, ${i}`, "ret.n"]));
    expect(same(leaves).saved).toBe(0);
    /* … nor behind where it has been read again, nor where a branch leads there */
    const late = [1, 2, 3, 4].map((i) =>
      f(`f${i}`, [...enter, "call0 g", ...leave.slice(0, 2), ...work, `movi.n a4, ${i}`, "addi sp, sp, 32", "ret.n"]),
    );
    expect(outline(late).shared).not.toContain("xor\ta2, a2, a5\n\tret.n");
    const branched = [1, 2, 3, 4].map((i) =>
      f(`f${i}`, ["beqz a2, .L1", ...work, `movi.n a4, ${i}`, "j .L2", ".L1:", ...enter, "call0 g", ...leave.slice(0, 3), ".L2:", "ret.n"]),
    );
    expect(outline(branched).shared).not.toContain("xor\ta2, a2, a5\n\tret.n");
  });

  describe("how functions begin", () => {
    const begin = ["addi sp, sp, -32", "s32i.n a0, sp, 28", "s32i.n a12, sp, 24", "s32i.n a13, sp, 20", "mov.n a12, a2"];

    it("is shared, with what they return to in a11", () => {
      const texts = [1, 2, 3, 4].map((i) => f(`f${i}`, [...begin, `movi.n a13, ${i}`, "call0 g", `movi.n a2, ${i}`, ...leave]));
      const { texts: made, shared } = same(texts);
      expect(bodyOf(made[0]!, "f1").slice(0, 2)).toEqual(["mov.n a11, a0", expect.stringMatching(/^call0 np_shared_\d+$/)]);
      expect(shared).toContain("\ts32i.n\ta11, sp, 28\n");
      expect(shared).not.toContain("a0, sp, 28\n\ts32i");
    });

    it("is shared with the call that follows, and the callee returns", () => {
      const texts = [1, 2, 3, 4].map((i) => f(`f${i}`, [...begin, "call0 g", `movi.n a2, ${i}`, ...leave]));
      expect(same(texts).shared).toContain("\tmov.n\ta12, a2\n\tj\tg\n");
    });

    it.each([
      ["a11 holds something", ["movi.n a11, 5", ...begin, "add.n a13, a11, a11", "call0 g"]],
      ["a11 is used there", ["addi sp, sp, -32", "mov.n a11, a2", "s32i.n a0, sp, 28", "add.n a13, a11, a11", "call0 g"]],
      ["a11 is read after a branch", ["movi.n a11, 5", ...begin, "beqz a2, .L7", "movi.n a11, 1", ".L7:", "mov.n a3, a11", "call0 g"]],
      ["a0 is read behind it", [...begin, "mov.n a3, a0", "call0 g"]],
    ])("is not where %s", (_, body) => {
      const { shared } = outline([1, 2, 3, 4].map((i) => f(`f${i}`, [`movi.n a7, ${i}`, ...body, `movi.n a2, ${i}`, ...leave])));
      expect(shared).not.toMatch(/s32i\.n\ta11, sp, 28/);
    });
  });

  it("takes literals along by their value, and leaves none that nothing loads", () => {
    const texts = three((i) => ["mov.n a2, a12", "l32r a3, .LC0", "call0 g", `movi.n a4, ${i}`]).map((text) =>
      text.replace(".literal_position\n", ".literal_position\n\t.literal .LC0, 65537\n"),
    );
    const made = outline(texts);
    expect(made.shared).toMatch(/\.literal_position\n\t\.literal \.LC0, 65537\n\t\.align\t4\n[\s\S]*\tl32r\ta3, \.LC0\n\tj\tg\n/);
    for (const text of made.texts) expect(text).not.toContain(".literal ");
    /* one that something else still loads stays */
    const kept = outline(texts.map((text, i) => text + f("h", [`movi.n a4, ${i}`, "l32r a5, .LC0", `movi.n a6, ${i}`, "ret.n"])));
    for (const text of kept.texts) expect(text).toContain("\t.literal .LC0, 65537\n");
  });

  it("calls functions that only their file knows, by a name for the pieces", () => {
    const text = three((i) => ["mov.n a2, a12", "movi a3, 1000", "call0 own", `movi.n a4, ${i}`]).join("") + f("own", ["ret.n"], false);
    const made = outline(["", text]);
    expect(made.shared).toContain("\tmovi\ta3, 1000\n\tj\tnp_own_1_own\n");
    expect(made.texts[1]).toContain("\t.global\tnp_own_1_own\n\t.set\tnp_own_1_own, own\n");
    expect(made.texts[0]).toBe("");
  });

  it("shares calls by a register", () => {
    expect(same(three((i) => ["l32i.n a6, a12, 16", "movi a3, 1000", "callx0 a6", `movi.n a4, ${i}`])).shared).toContain(
      "\tmovi\ta3, 1000\n\tjx\ta6\n",
    );
  });

  it.each([
    ["the address of what only its file has", ["mov.n a2, a12", "l32r a3, .LC9"]],
    ["a constant that needs a literal", ["mov.n a2, a12", "movi a3, 100000"]],
    ["a jump within the function", ["mov.n a2, a12", "extui a3, a2, 1, 2", ".L5:", "bnez a3, .L5"]],
    ["a special register", ["rsr a3, ccount", "rsr a4, ccount"]],
  ])("leaves %s where it is", (_, body) => {
    const { shared } = outline(three((i) => [...body, `movi.n a4, ${i}`, `movi.n a5, ${i}`]));
    for (const line of body.filter((text) => /LC9|100000|L5|rsr/.test(text))) expect(shared).not.toContain(line.replace(" ", "\t"));
  });

  it("takes functions of two files for two, though they have the same name", () => {
    const texts = three((i) => ["mov.n a2, a12", "call0 own", `movi.n a4, ${i}`]).map((text) => text + f("own", ["ret.n"], false));
    expect(outline(texts).shared).not.toContain("own");
  });

  it("leaves functions alone that jump by a register", () => {
    const texts = [1, 2, 3, 4].map((i) =>
      f(`f${i}`, ["l32i a2, a3, 100", "l32i a4, a3, 104", "jx a2", "l32i a5, a2, 100", ...leave, `movi.n a4, ${i}`]),
    );
    expect(outline(texts)).toMatchObject({ texts, shared: "", saved: 0 });
  });
});
