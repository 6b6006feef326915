/** The README is true: its program prints what it shows. Counts of bytes and instructions may drift, and are not compared. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { stateNames } from "../../build/generated/link.js";
import { offeredModules, ownLibrary } from "../../compiler/library.js";
import { cli, folderWith } from "../support/cli.js";
import { startSim } from "../support/simulator.js";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
const blocksOf = (text: string) => [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map((match) => ({ language: match[1], text: match[2]! }));
const [alone, boards] = readme.split("\n## Boards\n") as [string, string];
const blocks = blocksOf(alone);

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

it("shows what boards do", async () => {
  const [shownSim, program, session, config, doubler, asker, talk, client] = blocksOf(boards);
  expect(shownSim!.text).toBe("$ nanopy sim --boards 2\nboard 1: tcp:127.0.0.1:7890 (wasm)\nboard 2: tcp:127.0.0.1:7891 (wasm)\n");
  const folder = folderWith({ "meter.py": program!.text, "doubler.py": doubler!.text, "asker.py": asker!.text });
  const sim = await startSim(["--boards", "2"]);
  const there = (text: string): string => text.replace(/tcp:127\.0\.0\.1:789([01])/g, (_, board) => sim.boards[Number(board)]!.address);
  /** Sizes, counts and times may drift, and the width of columns with them. */
  const rough = (text: string): string =>
    text
      .replace(/[\d.]+ (bytes|B|KB|ms)/g, "N $1")
      .replace(/N B +\d+ +at/, "N B N at")
      .replace(/ +/g, " ");
  const env: Record<string, string> = { NANOPY_CACHE: join(folder, "cache") };
  /** Runs what is shown after each $, and compares. */
  const replay = (shown: string): void => {
    for (const text of shown.split(/^\$ /m).slice(1)) {
      const [line, ...lines] = text.trimEnd().split("\n");
      const [, input, command] = /^(?:printf '(.*)' \| )?(.*)$/.exec(line!)!;
      const [name, ...words] = there(command!)
        .match(/'[^']*'|\S+/g)!
        .map((word) => word.replace(/^'(.*)'$/, "$1"));
      if (name === "export") {
        const [key, value] = words[0]!.split("=");
        env[key!] = value!;
        continue;
      }
      const { status, stdout } = cli(words, { cwd: folder, env, ...(input === undefined ? {} : { input: input.replaceAll("\\n", "\n") }) });
      expect(status, command).toBe(0);
      const expected = lines.filter((line) => !line.startsWith("nanopy: ")).map((line) => `${line}\n`);
      expect(rough(stdout), command).toBe(rough(there(expected.join(""))));
    }
  };
  try {
    replay(session!.text);
    replay(talk!.text);
    expect(cli(["build", "meter.py"], { cwd: folder }).status).toBe(0);
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(join(import.meta.dirname, "../.."), join(folder, "node_modules/nanopy"), "dir");
    writeFileSync(join(folder, "client.mjs"), there(client!.text));
    const { stdout, stderr } = spawnSync(process.execPath, ["client.mjs"], { cwd: folder, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "{ total: 2 }\ntotal 2\n", stderr: "" });
  } finally {
    await sim.stop();
  }
  const named = folderWith({ "nanopy.toml": config!.text });
  const { devices } = JSON.parse(cli(["devices", "--json", "--timeout", "0.01"], { cwd: named }).stdout);
  expect(devices.slice(0, 2)).toMatchObject([
    { address: "serial:/dev/ttyUSB0", found: "nanopy.toml", name: "attic" },
    { address: "tcp:192.168.1.20:7890", found: "nanopy.toml", name: "cellar" },
  ]);
});

it("explains each state that a function is listed in", () => {
  const shown = [...boards.split("\n## ")[0]!.matchAll(/^\| ([a-z, ]+) \|/gm)].flatMap((row) => row[1]!.split(", "));
  const hidden = ["moved", "removed"]; // of functions that are not listed
  expect(shown.filter((word) => word !== "state").sort()).toEqual(
    Object.values(stateNames)
      .map((name) => name.toLowerCase())
      .filter((name) => !hidden.includes(name))
      .sort(),
  );
});

it("links to a list of the modules that there are", () => {
  const listed = readFileSync(join(import.meta.dirname, "../../docs/differences.md"), "utf8")
    .split("\n## Modules\n")[1]!
    .split("\n## ")[0]!;
  for (const name of offeredModules(ownLibrary)) expect(listed).toContain(`\`${name}\``);
});
