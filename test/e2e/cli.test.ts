/** The command line: what goes to stdout, what to stderr, and the exit codes. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cli, cliPath, folderWith } from "../support/cli.js";

const loop = "total = 0\nfor i in range(2000):\n    total += i\n    if i % 500 == 0:\n        print(i)\nprint(total)\n";
const loopOutput = "0\n500\n1000\n1500\n1999000\n";
const sources = {
  "loop.py": loop,
  "fails.py": "def f():\n    return 1 // 0\n\nprint('before')\nf()\n",
  "exits.py": "import sys\nprint(sys.argv)\nsys.exit(5)\n",
  "endless.py": "while True:\n    print('again')\n",
  "wrong.py": "x = (1 +\n",
  "binary.py": new Uint8Array([0, 1, 2, 3]),
  "latin.py": new Uint8Array([0x23, 0xe9, 0x0a]),
};
let folder: string;
beforeAll(() => {
  folder = folderWith(sources);
  mkdirSync(join(folder, "d"));
});
const run = (...args: string[]) => cli(args, { cwd: folder });

describe("run", () => {
  it("prints what the program prints and nothing else", () => {
    expect(run("run", "loop.py")).toEqual({ status: 0, stdout: loopOutput, stderr: "" });
  });

  it("exits 1 after an uncaught exception, with CPython's traceback", () => {
    expect(run("run", "fails.py")).toEqual({
      status: 1,
      stdout: "before\n",
      stderr:
        'Traceback (most recent call last):\n  File "fails.py", line 5, in <module>\n    f()\n  File "fails.py", line 2, in f\n    return 1 // 0\nZeroDivisionError: integer division or modulo by zero\n',
    });
  });

  it("gives sys.exit's code, and the arguments to the program", () => {
    expect(run("run", "exits.py", "a", "--", "-b")).toEqual({ status: 5, stdout: "['exits.py', 'a', '-b']\n", stderr: "" });
  });

  it("exits 2 for a compile error, without a stack of ours", () => {
    const { status, stdout, stderr } = run("run", "wrong.py");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("wrong.py:1");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("exits 3 when the quota is spent", () => {
    const { status, stderr } = run("run", "loop.py", "--max-instructions", "1000");
    expect({ status, stderr }).toEqual({ status: 3, stderr: "nanopy: stopped: the quota of 1000 instructions is spent\n" });
  });

  it("writes statistics", () => {
    run("run", "loop.py", "--stats", "stats.json", "--checkpoint-every", "1009");
    const stats = JSON.parse(readFileSync(join(folder, "stats.json"), "utf8"));
    expect(Object.keys(stats)).toEqual([
      "vm_instructions",
      "allocated_bytes",
      "peak_live_bytes",
      "collections",
      "image_bytes",
      "snapshot_bytes",
    ]);
    expect(stats.vm_instructions).toBeGreaterThan(2000);
  });

  it.each([
    [["run", "missing.py"], "cannot read missing.py: no such file"],
    [["run", "d"], "cannot read d: is a directory"],
    [["run", "binary.py"], "binary.py is neither a Python program nor an image"],
    [["run", "latin.py"], "latin.py is not UTF-8 text"],
    [["run", "loop.py", "--heap", "12Q"], "12Q"],
    [["run", "loop.py", "--target", "moon"], "moon"],
    [["run", "loop.py", "--heap", "16"], "loop.py"],
    [["run", "loop.py", "--nonsense"], "--nonsense"],
    [["resume", "loop.py"], "loop.py is not a snapshot of nanopy"],
    [["run", "loop.py", "-o", "t.nps"], "it needs --suspend-after"],
    [["frobnicate"], "frobnicate"],
  ])("refuses %j with exit code 2", (args, message) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at |internal error/);
  });
});

describe("suspend and resume", () => {
  it("goes on where the program was stopped", () => {
    const first = run("run", "loop.py", "--suspend-after", "4000", "-o", "s/t.nps");
    expect(first.status).toBe(0);
    expect(first.stderr).toMatch(/^nanopy: suspended after 4000 instructions: s\/t.nps, \d+ bytes\n$/);
    const second = run("resume", "s/t.nps");
    expect(second).toMatchObject({ status: 0, stderr: "" });
    expect(first.stdout + second.stdout).toBe(loopOutput);
    expect(cli(["resume", join(folder, "s/t.nps"), "--image", "loop.py"], { cwd: folder }).stdout).toBe(second.stdout);
  });

  it("refuses another program's image", () => {
    run("run", "loop.py", "--suspend-after", "100", "-o", "o/t.nps");
    const { status, stderr } = run("resume", "o/t.nps", "--image", "exits.py");
    expect(status).toBe(2);
    expect(stderr).toContain("is not the image of");
  });

  it("refuses damaged and mistaken files without calling it an error of its own", () => {
    run("run", "loop.py", "--suspend-after", "100", "-o", "bad/t.nps");
    const damage = (name: string): void => {
      const bytes = readFileSync(join(folder, "bad", name));
      bytes[bytes.length - 3]! ^= 0x55;
      writeFileSync(join(folder, "bad", `x${name}`), bytes);
    };
    damage("t.nps");
    for (const [args, message] of [
      [["build", "bad/t.npi"], "bad/t.npi is built already"],
      [["resume", "bad/t.npi"], "bad/t.npi is an image: nanopy run bad/t.npi starts it"],
      [["inspect", "bad/t.npi"], "bad/t.npi is an image"],
      [["resume", "bad/xt.nps"], "bad/xt.nps: the snapshot is damaged"],
      [["inspect", "bad/xt.nps"], "the snapshot is damaged"],
      [["resume", "bad/t.nps", "--suspend-after", "100"], "was taken after 100 instructions"],
    ] as const)
      expect(run(...args), args.join(" ")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
    damage("t.npi");
    for (const verb of ["run", "disasm"])
      expect(run(verb, "bad/xt.npi")).toMatchObject({ status: 2, stderr: expect.stringContaining("the image is damaged") });
  });
});

describe("build", () => {
  it("writes image and debug file, and prints their sizes", () => {
    const { status, stdout } = run("build", "loop.py", "-o", "out/loop.npi", "--json");
    expect(status).toBe(0);
    const sizes = JSON.parse(stdout);
    expect(sizes.image_bytes).toBe(readFileSync(join(folder, "out/loop.npi")).length);
    expect(existsSync(join(folder, "out/loop.npd"))).toBe(true);
    expect(run("run", "out/loop.npi").stdout).toBe(loopOutput);
  });
});

describe("the command", () => {
  it.each(["wasm", "native"])(
    "ends an endless run in %s when its reader goes away, or at a signal",
    async (target) => {
      const reader = spawnSync("sh", ["-c", '"$0" "$1" run endless.py --target "$2" | head -1', process.execPath, cliPath, target], {
        cwd: folder,
        encoding: "utf8",
        timeout: 20_000,
      });
      expect({ status: reader.status, stdout: reader.stdout }).toEqual({ status: 0, stdout: "again\n" });
      const child = spawn(process.execPath, [cliPath, "run", "endless.py", "--target", target], { cwd: folder });
      child.stdout.once("data", () => child.kill("SIGINT"));
      child.stdout.resume();
      const [code, signal] = await once(child, "close");
      expect(signal ?? code).toBe(target === "wasm" ? "SIGINT" : 130);
    },
    30_000,
  );

  it("has help with examples for each verb", () => {
    for (const verb of ["build", "run", "resume", "disasm", "inspect"]) {
      const { status, stdout } = run(verb, "--help");
      expect(status).toBe(0);
      expect(stdout).toContain(`$ nanopy ${verb} `);
    }
  });

  it("starts through a symbolic link", () => {
    const link = join(folder, "nanopy-link");
    symlinkSync(cliPath, link);
    expect(cli(["run", "loop.py"], { cwd: folder, path: link }).stdout).toBe(loopOutput);
  });

  it("uses no colours where NO_COLOR is set or nobody sees them", () => {
    expect(run("run", "wrong.py").stderr).not.toContain("\u001b");
  });
});

it("gives a program that reads what comes on stdin, in pieces and across checkpoints", () => {
  const text =
    "import sys\nname = input('name? ')\nprint('hello', name)\nfor line in sys.stdin:\n    print(repr(line))\nprint(sys.stdin.read() == '')\ninput()\n";
  const folder = folderWith({ "ask.py": text });
  for (const more of [[], ["--checkpoint-every", "7"]]) {
    const run = cli(["run", "ask.py", "--target", "native", ...more], { cwd: folder, input: "Ann\nb\u00e4r\r\nlast" });
    expect(run).toMatchObject({ status: 1, stdout: "name? hello Ann\n'b\u00e4r\\n'\n'last'\nTrue\n" });
    expect(run.stderr).toContain("EOFError: EOF when reading a line");
  }
});
