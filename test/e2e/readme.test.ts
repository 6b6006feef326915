/** The README is true: its program prints what it shows. Counts of bytes and instructions may drift, and are not compared. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cli, folderWith } from "../support/cli.js";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
const blocks = [...readme.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map((match) => ({ language: match[1], text: match[2]! }));

it("opens with the two commands", () => {
  expect(blocks[0]!.text).toMatch(/^npm start .*\nnpm test .*\n$/);
});

it("shows what its program prints, in one go and in two", () => {
  const program = blocks.find(({ language }) => language === "python")!.text;
  const shown = blocks.filter(({ text }) => text.startsWith("$ ")).flatMap(({ text }) => text.split(/^\$ nanopy /m).slice(1));
  expect(shown.map((text) => text.split(" ")[0])).toEqual(["run", "inspect", "resume"]);
  const folder = folderWith({ "level.py": program });
  let joined = "";
  for (const text of shown) {
    const [command, ...lines] = text.trimEnd().split("\n");
    const args = command!.replace(" --target lx106", "").split(" "); // not every machine has QEMU
    const { status, stdout } = cli(args, { cwd: folder });
    expect(status, command).toBe(0);
    if (args[0] === "inspect") {
      for (const frame of lines.filter((line) => /^ {2}\S+ \(level.py:/.test(line)))
        expect(stdout).toContain(frame.replace(/:\d+\)$/, ":"));
      continue;
    }
    expect(stdout, command).toBe(`${lines.filter((line) => !line.startsWith("nanopy: ")).join("\n")}\n`);
    joined += stdout;
  }
  expect(cli(["run", "level.py"], { cwd: folder }).stdout).toBe(joined);
});
