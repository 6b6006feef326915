/** The verbs for boards, against simulated ones in a process of their own. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Board } from "../../host/board/board.js";
import { cli, cliPath, folderWith } from "../support/cli.js";
import { hasLx106Board } from "../support/lx106-board.js";
import { type StartedSimulator, startSim } from "../support/simulator.js";

const sources = {
  "count.py": "import time\nfor i in range(100000):\n    print(i)\n    time.sleep(0.05)\n",
  "add.py":
    'calls = 0\n\ndef handler(event, context):\n    global calls\n    calls += 1\n    if event is None:\n        raise ValueError("nothing to add")\n    return {"sum": sum(event), "calls": calls}\n',
  "fails.py": "def f(x):\n    return 1 // x\n\nprint('before')\nf(0)\n",
  "ends.py": "import sys\nprint('ends')\nsys.exit(3)\n",
  "echo.py": "while True:\n    print('got', input())\n",
  "wrong.py": "x = (1 +\n",
  "ask.py": "print('hello')\nname = input('who? ')\nprint('hi', name)\n",
  "event.json": "[4, 5, 6]",
};

let folder: string;
let sim: StartedSimulator;
let env: Record<string, string>;
const run = (...args: string[]) => cli(args, { cwd: folder, env });
const on = (board: number): string[] => ["--board", sim.boards[board]!.address];
const json = (...args: string[]) => {
  const { status, stdout, stderr } = run(...args, "--json");
  expect({ status, stderr }, args.join(" ")).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
};
const named = (board: number, name: string) => json("ps", ...on(board)).functions.find((info: { name: string }) => info.name === name);

beforeAll(async () => {
  folder = folderWith(sources);
  sim = await startSim(["--boards", "2", "--seed", "7"]);
  env = { NANOPY_BOARD: sim.boards[0]!.address, NANOPY_CACHE: join(folder, "cache") };
});
afterAll(() => sim.stop());

describe("a function", () => {
  it("is deployed under its file's name or another one, and counts versions", () => {
    const first = json("deploy", "count.py");
    expect(first).toMatchObject({ name: "count", version: 1, board: sim.boards[0]!.address });
    expect(first.sentBytes).toBe(first.imageBytes);
    expect(json("deploy", "count.py")).toMatchObject({ version: 2, sentBytes: 0, build: first.build });
    expect(run("deploy", "count.py", "--name", "other", "--heap", "2K").stdout).toMatch(
      /^other: version 1 on tcp:127\.0\.0\.1:\d+, image of \d+ bytes/,
    );
    expect(named(0, "other")).toMatchObject({ heap: 2048, state: expect.stringMatching(/waiting|ready|new|swapped/) });
  });

  it("stores its state once a minute while it works, unless told otherwise", async () => {
    const board = await Board.connect(sim.boards[1]!.address);
    try {
      for (const [args, checkpoint] of [
        [[], 60_000],
        [["--checkpoint", "0"], 0],
        [["--checkpoint", "2.5"], 2500],
      ] as const) {
        expect(run("deploy", "count.py", "--name", "stored", "--suspended", ...args, ...on(1)).status).toBe(0);
        expect((await board.snapshot("stored")).head.checkpoint).toBe(checkpoint);
      }
      await board.remove("stored");
    } finally {
      await board.close();
    }
  });

  it("is not sent where it wants more memory than the board has", () => {
    const { poolBytes } = json("info");
    const { status, stderr } = run("deploy", "ends.py", "--heap", "100M", "--name", "huge");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `nanopy: --heap 104857600: ${sim.boards[0]!.address} has ${(poolBytes / 1024).toFixed(1)} KB (${poolBytes} bytes) of memory for all functions; choose less\n`,
    });
    expect(run("deploy", "ends.py", "--heap", String(poolBytes), "--name", "large").status).toBe(0);
    expect(run("rm", "large").status).toBe(0);
  });

  it("is listed in columns", () => {
    const lines = run("ps").stdout.split("\n");
    expect(lines[0]!.split(/ {2,}/).map((head) => head.trim())).toEqual("NAME STATE VERSION MEMORY STORED INSTRUCTIONS WAKES".split(" "));
    expect(lines[1]).toMatch(/^count +\w+ +2 /);
    expect(lines[2]).toMatch(/^other +\w+ +1 /);
    expect(run("rm", "other")).toEqual({ status: 0, stdout: "other: removed\n", stderr: "" });
  });

  it("has its output shown, all of it and nothing else", () => {
    const { status, stdout, stderr } = run("logs", "count");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines).toEqual(lines.map((_, i) => String(i)));
    const parts = run("logs", "count", "--json")
      .stdout.trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(parts[0]).toMatchObject({ position: 0, stream: "stdout", lost: 0 });
    expect(parts.map(({ text }) => text).join("")).toContain(stdout);
  });

  it("is followed until Ctrl-C", async () => {
    const child = spawn(process.execPath, [cliPath, "logs", "count", "-f"], { cwd: folder, env: { ...process.env, ...env } });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk;
      if (text.split("\n").length > 20 && !child.killed) child.kill("SIGINT");
    });
    const [code] = await once(child, "close");
    expect(code).toBe(0);
    const all = run("logs", "count").stdout;
    expect(all.startsWith(text)).toBe(true);
  });

  it("is suspended and goes on", () => {
    const stopped = json("suspend", "count");
    expect(stopped).toMatchObject({ name: "count", state: "suspended" });
    expect(named(0, "count")).toMatchObject({ state: "suspended", instructions: stopped.instructions, inMemory: false });
    const before = run("logs", "count").stdout;
    expect(run("resume", "count").status).toBe(0);
    expect(named(0, "count").state).not.toBe("suspended");
    expect(run("logs", "count").stdout.startsWith(before)).toBe(true);
  });

  it("is written to a file, which goes on here and on another board", () => {
    run("suspend", "count");
    const printed = Number(run("logs", "count").stdout.trimEnd().split("\n").at(-1)) + 1;
    const { snapshot, image, snapshotBytes } = json("snapshot", "count", "-o", "kept.nps");
    expect(readFileSync(join(folder, snapshot)).length).toBe(snapshotBytes);
    expect(existsSync(join(folder, image))).toBe(true);
    expect(run("inspect", "kept.nps").stdout).toContain("count.py:4");
    const here = run("resume", "kept.nps", "--suspend-after", String(named(0, "count").instructions + 500), "-o", "later.nps");
    expect(here.status).toBe(0);
    expect(here.stdout.split("\n")[0]).toBe(String(printed));
    expect(json("restore", "kept.nps", ...on(1))).toMatchObject({ name: "kept", board: sim.boards[1]!.address });
    const { stdout, stderr } = run("logs", "kept", ...on(1));
    expect(stdout.split("\n")[0]).toBe(String(printed));
    expect(stderr).toMatch(/^nanopy: \d+ bytes of output before this are not on this board/);
    run("restore", "kept.nps", "--name", "still", "--suspended", ...on(1));
    expect(run("logs", "still", ...on(1))).toEqual({
      status: 0,
      stdout: "",
      stderr: expect.stringMatching(/^nanopy: \d+ bytes of output are not on this board \(any more\)\n$/),
    });
    run("rm", "still", ...on(1));
    expect(run("restore", "kept.nps", ...on(1))).toMatchObject({ status: 5, stderr: expect.stringContaining("E416_BOARD_NAME_TAKEN") });
    run("resume", "count");
  });

  it("is moved to another board and back", () => {
    const before = named(0, "count");
    const there = run("migrate", "count", "--to", sim.boards[1]!.address);
    expect(there.status, there.stderr).toBe(0);
    expect(there.stdout).toMatch(/^count: from \S+ to \S+, \d+ bytes; it stood still for [\d.]+ ms\n$/);
    expect(there.stderr).toContain("nanopy: starting it there\n");
    expect(named(0, "count")).toBeUndefined();
    expect(named(1, "count")).toMatchObject({ uid: before.uid, epoch: before.epoch + 1 });
    expect(run("migrate", "count", "--to", sim.boards[1]!.address).stdout).toMatch(/^count: is on \S+ already\n$/);
    const back = json("migrate", "count", ...on(1), "--to", sim.boards[0]!.address);
    expect(back).toMatchObject({
      name: "count",
      from: sim.boards[1]!.address,
      to: sim.boards[0]!.address,
      uid: before.uid,
      epoch: before.epoch + 2,
    });
    expect(named(0, "count").instructions).toBeGreaterThan(before.instructions);
  });

  it("is removed", () => {
    expect(run("rm", "count")).toEqual({ status: 0, stdout: "count: removed\n", stderr: "" });
    expect(json("ps").functions).toEqual([]);
  });
});

describe("a move that is cut off", () => {
  it.each(["stopping it", "sending its state", "giving it up here", "starting it there"])(
    "at '%s' is finished by the same command",
    async (step) => {
      const slow = await startSim(["--boards", "2", "--latency", "30"]);
      const [from, to] = slow.boards.map(({ address }) => address) as [string, string];
      const listed = (board: string) => JSON.parse(run("ps", "--json", "--board", board).stdout).functions;
      try {
        const { uid } = JSON.parse(run("deploy", "count.py", "--board", from, "--json").stdout);
        const words = ["migrate", "count", "--board", from, "--to", to];
        const child = spawn(process.execPath, [cliPath, ...words], { cwd: folder, env: { ...process.env, ...env } });
        let said = "";
        child.stderr.on("data", (chunk: Buffer) => {
          said += chunk;
          if (said.includes(step)) child.kill("SIGKILL");
        });
        await once(child, "close");
        expect(child.signalCode).toBe("SIGKILL");
        expect(run(...words).status).toBe(0);
        expect(listed(from)).toEqual([]);
        expect(listed(to)).toMatchObject([{ name: "count", uid, state: expect.stringMatching(/waiting|ready|swapped/) }]);
      } finally {
        await slow.stop();
      }
    },
  );
});

describe("a move that can't be", () => {
  it("is refused before the function is stopped", async () => {
    const { address } = sim.boards[1]!;
    for (const board of [0, 1]) expect(run("deploy", "echo.py", "--name", "taken", ...on(board)).status).toBe(0);
    const { status, stderr } = run("migrate", "taken", "--to", address);
    expect({ status, stderr }).toMatchObject({ status: 5, stderr: expect.stringContaining("E416_BOARD_NAME_TAKEN") });
    expect(stderr).toMatch(/^nanopy: migrate taken: .*; it was not stopped; nanopy rm taken --board \S+ removes the one there\n$/);
    expect(named(0, "taken").epoch).toBe(0);
    expect(run("migrate", "taken", "--to", sim.boards[0]!.address)).toEqual({
      status: 2,
      stdout: "",
      stderr: `nanopy: migrate taken: source and target are the same board: ${sim.boards[0]!.address}\n`,
    });
    const [one, two] = [await startSim(["--boards", "1", "--seed", "3"]), await startSim(["--boards", "1", "--seed", "3"])];
    const [from, to] = [one.boards[0]!.address, two.boards[0]!.address];
    run("deploy", "echo.py", "--board", from);
    expect(run("migrate", "echo", "--board", from, "--to", to)).toEqual({
      status: 2,
      stdout: "",
      stderr: `nanopy: migrate echo: ${from} and ${to} are the same board, or two simulators with the same ids: give one another --seed\n`,
    });
    await Promise.all([one.stop(), two.stop()]);
    for (const board of [0, 1]) run("rm", "taken", ...on(board));
    expect(run("migrate", "taken", "--to", "nowhere")).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^nanopy: --to: .*nowhere/),
    });
  });
});

describe("a function that stands still in a move", () => {
  it("is settled at Ctrl-C, with a line about where it is; else every verb says what to do, and resume gives the move up", async () => {
    const slow = await startSim(["--boards", "2", "--latency", "30", "--seed", "5"]);
    const [from, to] = slow.boards.map(({ address }) => address) as [string, string];
    const end = async (signal: NodeJS.Signals): Promise<{ code: number | null; said: string }> => {
      const child = spawn(process.execPath, [cliPath, "migrate", "count", "--board", from, "--to", to], {
        cwd: folder,
        env: { ...process.env, ...env },
      });
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => {
        if (!said.includes("reading its state") && String(chunk).includes("reading its state")) child.kill(signal);
        said += chunk;
      });
      const [code] = await once(child, "close");
      return { code, said };
    };
    try {
      run("deploy", "count.py", "--board", from);
      const settled = await end("SIGINT");
      expect(settled.code, settled.said).toBe(130);
      expect(settled.said).toContain(`nanopy: migrate count: interrupted; count is still on ${from}\n`);
      await end("SIGKILL");
      const hint = `nanopy resume count --board ${from} to go on there`;
      for (const words of [
        ["rm", "count"],
        ["suspend", "count"],
        ["snapshot", "count"],
        ["deploy", "count.py"],
      ]) {
        const { status, stderr } = run(...words, "--board", from);
        expect(status, words.join(" ")).toBe(5);
        expect(stderr).toContain(
          "E407_BOARD_STATE); it stands still in the midst of a move: run the same nanopy migrate again to finish its move, or",
        );
        expect(stderr).toContain(hint);
      }
      expect(run("resume", "count", "--board", from).stdout).toMatch(
        /^count: \w+; its move to another board is given up, it goes on here\n$/,
      );
      expect(run("rm", "count", "--board", from).status).toBe(0);
    } finally {
      await slow.stop();
    }
  });
});

describe("a handler", () => {
  beforeAll(() => {
    expect(run("deploy", "add.py", "--timeout", "5").status).toBe(0);
  });

  it("answers an event from the command line, a file or stdin", () => {
    expect(run("invoke", "add", "--event", "[1, 2]")).toEqual({ status: 0, stdout: '{"sum":3,"calls":1}\n', stderr: "" });
    expect(run("invoke", "add", "--event-file", "event.json").stdout).toBe('{"sum":15,"calls":2}\n');
    const piped = cli(["invoke", "add", "-"], { cwd: folder, env, input: "[7]" });
    expect(piped).toEqual({ status: 0, stdout: '{"sum":7,"calls":3}\n', stderr: "" });
  });

  it("has its exception on stderr as JSON, with exit code 1, and as a traceback in its log", () => {
    const { status, stdout, stderr } = run("invoke", "add");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(JSON.parse(stderr)).toMatchObject({ errorType: "ValueError", errorMessage: "nothing to add" });
    expect(run("logs", "add").stderr).toBe(
      'Traceback (most recent call last):\n  File "add.py", line 7, in handler\n    raise ValueError("nothing to add")\nValueError: nothing to add\n',
    );
  });

  it.each([
    [["--event", "{"], "--event is no JSON"],
    [["--event", "1", "-"], "there is one event"],
    [["--event-file", "none.json"], "cannot read none.json: no such file"],
    [["plus"], "Only - may stand here"],
  ])("refuses %j", (args, message) => {
    expect(run("invoke", "add", ...args)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
  });
});

describe("a function that ends", () => {
  it("by an exception shows CPython's traceback on stderr", () => {
    run("deploy", "fails.py");
    expect(run("logs", "fails")).toEqual({
      status: 0,
      stdout: "before\n",
      stderr:
        'Traceback (most recent call last):\n  File "fails.py", line 5, in <module>\n    f(0)\n  File "fails.py", line 2, in f\n    return 1 // x\nZeroDivisionError: integer division or modulo by zero\n',
    });
    expect(run("ps").stdout).toMatch(/^fails +failed /m);
    expect(run("snapshot", "fails")).toMatchObject({ status: 2, stderr: expect.stringContaining("it has failed") });
  });

  it("by sys.exit has its code listed", () => {
    run("deploy", "ends.py");
    expect(run("logs", "ends").stdout).toBe("ends\n");
    expect(run("ps").stdout).toMatch(/^ends +ended \(3\) /m);
  });

  it("is asked for no input", () => {
    expect(run("attach", "ends")).toEqual({
      status: 2,
      stdout: "",
      stderr: `nanopy: attach ends: ${sim.boards[0]!.address}: it has ended; nanopy logs ends shows what it wrote\n`,
    });
  });

  it("has begun a line before somebody attaches, who sees it", async () => {
    run("deploy", "ask.py");
    await expect.poll(() => run("logs", "ask").stdout).toBe("hello\nwho? ");
    expect(cli(["attach", "ask"], { cwd: folder, env, input: "Ada\n" })).toEqual({ status: 0, stdout: "who? hi Ada\n", stderr: "" });
  });

  it("says how much of its output is not there, and why it failed, after the board has restarted", async () => {
    const place = folderWith({ "fails.py": sources["fails.py"], "ends.py": sources["ends.py"] });
    for (const round of [1, 2]) {
      const kept = await startSim(["--boards", "1", "--flash", "f"], place);
      const where = { cwd: place, env: { NANOPY_BOARD: kept.boards[0]!.address, NANOPY_CACHE: place } };
      if (round === 1) {
        for (const file of ["fails.py", "ends.py"]) cli(["deploy", file], where);
        expect(cli(["logs", "fails"], where).stdout).toBe("before\n");
        expect(cli(["logs", "ends"], where).stdout).toBe("ends\n");
      } else {
        const { status, stdout, stderr } = cli(["logs", "fails"], where);
        expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
        expect(stderr).toContain('Traceback (most recent call last):\n  File "fails.py", line 5, in <module>\n');
        expect(stderr).toMatch(/\nZeroDivisionError: .*\n$/);
        expect(stderr).toMatch(/^nanopy: 7 bytes of output are not on this board \(any more\)\n/);
        expect(cli(["logs", "ends"], where)).toEqual({
          status: 0,
          stdout: "",
          stderr: "nanopy: 5 bytes of output are not on this board (any more)\n",
        });
      }
      await kept.stop("SIGINT");
    }
  });

  it("is lost sight of when the board dies, and followed again when it is back", async () => {
    const place = folderWith({ "count.py": sources["count.py"] });
    const first = await startSim(["--boards", "1", "--flash", "f"], place);
    const { address } = first.boards[0]!;
    const where = { cwd: place, env: { NANOPY_BOARD: address, NANOPY_CACHE: place } };
    cli(["deploy", "count.py"], where);
    const child = spawn(process.execPath, [cliPath, "logs", "count", "-f"], { ...where, env: { ...process.env, ...where.env } });
    let [written, said] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      written += chunk;
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk;
    });
    await expect.poll(() => written).toContain("\n");
    await first.stop("SIGKILL");
    await expect.poll(() => said).toBe(`nanopy: connection to ${address} lost, trying again for 30 s\n`);
    const second = await startSim(["--boards", "1", "--flash", "f", "--tcp", address.split(":").at(-1)!], place);
    await expect.poll(() => said, { timeout: 10_000 }).toContain(`trying again for 30 s\nnanopy: connection to ${address} is back\n`);
    cli(["deploy", "count.py"], where);
    await expect.poll(() => said, { timeout: 5000 }).toContain("nanopy: count was replaced by version 2\n");
    cli(["rm", "count"], where);
    await expect
      .poll(() => said, { timeout: 5000 })
      .toContain("nanopy: count is not on this board any more; waiting for one of this name\n");
    child.kill("SIGINT");
    expect((await once(child, "close"))[0]).toBe(0);
    await second.stop();
  });

  it("reads what is piped to it, to its end", () => {
    run("deploy", "echo.py");
    const { status, stdout, stderr } = cli(["attach", "echo"], { cwd: folder, env, input: "one\ntwo\n" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "got one\ngot two\n" });
    expect(stderr).toContain("EOFError");
  });
});

describe("a board", () => {
  it("tells what it is and how it is used", () => {
    expect(json("info")).toMatchObject({
      platform: "wasm",
      id: sim.boards[0]!.id,
      sectors: 384,
      windowSectors: 128,
      poolBytes: 40960,
      links: 4,
    });
    expect(run("info").stdout).toMatch(/^platform +wasm, up for /m);
    expect(json("df")).toMatchObject({ sectors: 384, sectorsFree: expect.any(Number), liveBytes: expect.any(Number) });
    expect(run("df").stdout).toMatch(/^flash +1536 KB /m);
    const { functions } = json("top", "--once", "--interval", "0.2");
    expect(functions[0]).toHaveProperty("instructionsPerSecond");
    expect(run("top", "--once", "--interval", "0.1").stdout).toMatch(/^NAME +STATE +INSTRUCTIONS\/S/m);
  });

  it("refuses with its numbered error, exit code 5, and what to do", () => {
    for (const args of [
      ["invoke", "nobody"],
      ["logs", "nobody"],
      ["rm", "nobody"],
      ["suspend", "nobody"],
      ["attach", "nobody"],
      ["resume", "nobody"],
    ])
      expect(run(...args)).toEqual({
        status: 5,
        stdout: "",
        stderr: `nanopy: ${args.join(" ")}: ${sim.boards[0]!.address}: the board has no function of this name (E402_BOARD_NO_FUNCTION); nanopy ps shows those there are\n`,
      });
    expect(run("deploy", "ends.py", "--name", "a/b")).toMatchObject({ status: 5, stderr: expect.stringContaining("E405_BOARD_NAME") });
    expect(run("invoke", "ends", "--event", "1")).toMatchObject({ status: 5 });
  });

  it("that does not answer gives exit code 4", () => {
    expect(run("ps", "--board", "tcp:127.0.0.1:1")).toEqual({
      status: 4,
      stdout: "",
      stderr: "nanopy: tcp:127.0.0.1:1: nothing listens there; is the board (or nanopy sim) running?\n",
    });
  });

  it("is named by the flag, the environment or nanopy.toml, in this order", () => {
    const [first, second] = sim.boards.map(({ address }) => address);
    const place = folderWith({
      "nanopy.toml": `[boards.one]\naddress = "${first}"\n[boards.two]\naddress = "${second}"\n[defaults]\nboard = "two"\n`,
    });
    const idBy = (NANOPY_BOARD: string, ...args: string[]) =>
      JSON.parse(cli(["info", "--json", ...args], { cwd: place, env: { NANOPY_BOARD } }).stdout).id;
    expect(idBy("")).toBe(sim.boards[1]!.id);
    expect(idBy("one")).toBe(sim.boards[0]!.id);
    expect(idBy("one", "--board", "two")).toBe(sim.boards[1]!.id);
    const none = cli(["ps"], { cwd: folderWith({}), env: { NANOPY_BOARD: "" } });
    expect(none.status).toBe(2);
    for (const way of ["--board", "NANOPY_BOARD", "nanopy.toml"]) expect(none.stderr).toContain(way);
  });

  it("is listed as in reach where it answers", () => {
    const [first, second] = sim.boards.map(({ address }) => address);
    const text = `[boards.one]\naddress = "${first}"\n[boards.gone]\naddress = "tcp:127.0.0.1:1"\n[boards.odd]\naddress = "tcp:x:0"\n[default]\n`;
    const at = { cwd: folderWith({ "nanopy.toml": text }), env: { NANOPY_BOARD: second! } };
    const { stdout, stderr } = cli(["devices", "--json"], at);
    expect(JSON.parse(stdout).devices.slice(0, 3)).toEqual([
      { address: first, found: "nanopy.toml", name: "one", answers: true },
      { address: "tcp:127.0.0.1:1", found: "nanopy.toml", name: "gone", answers: false, reason: "nothing listens there" },
      { address: second, found: "NANOPY_BOARD", name: "", answers: true },
    ]);
    expect(stderr).toMatch(/boards\.odd\.address: 'tcp:x:0' has no such port/);
    expect(stderr).toMatch(/'default' means nothing here/);
    const lines = cli(["devices"], at).stdout;
    expect(lines).toMatch(
      /^ADDRESS +FOUND +NAME +ANSWERS\n\S+ +nanopy\.toml +one +yes\n\S+ +nanopy\.toml +gone +no: nothing listens there\n/,
    );
    const nothing = cli(["devices", "--timeout", "0.01"], { cwd: folderWith({}), env: { NANOPY_BOARD: "" } });
    if (!nothing.stdout.startsWith("ADDRESS")) expect(nothing.stdout).toContain("without --advertise they are not announced");
  });

  it("is not asked where the program does not compile", () => {
    expect(run("deploy", "wrong.py", "--board", "tcp:127.0.0.1:1")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("wrong.py:1"),
    });
  });
});

describe("nanopy sim", () => {
  it("keeps the flash in files", async () => {
    const place = folderWith({ "count.py": sources["count.py"] });
    for (const round of [1, 2]) {
      const kept = await startSim(["--boards", "2", "--flash", "f"], place);
      const where = { cwd: place, env: { NANOPY_BOARD: kept.boards[1]!.address, NANOPY_CACHE: place } };
      if (round === 1) cli(["deploy", "count.py", "--suspended"], where);
      else expect(JSON.parse(cli(["ps", "--json"], where).stdout).functions).toMatchObject([{ name: "count", state: "suspended" }]);
      expect(await kept.stop("SIGINT")).toBe(0);
    }
    expect([existsSync(join(place, "f")), existsSync(join(place, "f.2"))]).toEqual([true, true]);
    writeFileSync(join(place, "short"), "no flash");
    expect(cli(["sim", "--flash", "short"], { cwd: place })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("short has 8 bytes"),
    });
  });

  it("loses power by a kill, and its functions go on from their last checkpoint", async () => {
    const place = folderWith({ "count.py": sources["count.py"] });
    const args = ["--boards", "1", "--flash", "f"];
    const first = await startSim(args, place);
    const at = (address: string) => ({ cwd: place, env: { NANOPY_BOARD: address, NANOPY_CACHE: place } });
    const listed = (address: string) => JSON.parse(cli(["ps", "--json"], at(address)).stdout).functions[0];
    const before = first.boards[0]!.address;
    expect(cli(["deploy", "count.py", "--checkpoint", "0.2"], at(before)).status).toBe(0);
    await expect.poll(() => cli(["logs", "count"], at(before)).stdout.split("\n").length, { timeout: 20_000 }).toBeGreaterThan(20);
    await first.stop("SIGKILL");
    const second = await startSim(args, place);
    try {
      const after = second.boards[0]!.address;
      await expect.poll(() => cli(["logs", "count"], at(after)).stdout, { timeout: 20_000 }).toContain("\n");
      expect(Number(cli(["logs", "count"], at(after)).stdout.split("\n")[0])).toBeGreaterThan(5);
      expect(listed(after)).toMatchObject({ name: "count", version: 1 });
    } finally {
      await second.stop();
    }
  });

  it("gives its boards ids that no other simulator's have: the same ones again for the same flash file, or seed", async () => {
    const place = folderWith({ "count.py": sources["count.py"] });
    const idsOf = async (...args: string[]) => {
      const one = await startSim(args, place);
      await one.stop();
      return one.boards.map(({ id }) => id);
    };
    const kept = await idsOf("--flash", "f");
    expect(new Set(kept).size).toBe(3);
    expect(await idsOf("--flash", join(place, "f"))).toEqual(kept);
    expect((await idsOf("--flash", "g"))[0]).not.toBe(kept[0]);
    expect(await idsOf("--seed", "5")).toEqual(await idsOf("--seed", "5"));
    const other = await startSim(["--boards", "1"]);
    try {
      expect(other.boards[0]!.id).not.toBe(sim.boards[0]!.id);
      expect(run("deploy", "count.py", "--name", "wanderer").status).toBe(0);
      expect(run("migrate", "wanderer", "--to", other.boards[0]!.address)).toMatchObject({ status: 0 });
    } finally {
      await other.stop();
    }
  });

  it.each(["wasm", "native"])("has a flash file to itself, on %s; one that was left behind is taken over", async (target) => {
    const place = folderWith({});
    const args = ["--boards", "2", "--flash", "f", "--target", target];
    const first = await startSim(args, place);
    const second = cli(["sim", "--tcp", "0", "--boards", "1", "--flash", "f.2"], { cwd: place });
    expect(second).toMatchObject({
      status: 2,
      stderr: `nanopy: f.2 is in use by another nanopy sim (process ${first.process.pid}); if that is none, remove ${join(realpathSync(place), "f.2.lock")}\n`,
    });
    await first.stop("SIGKILL");
    expect(existsSync(join(place, "f.lock"))).toBe(true);
    const third = await startSim(args, place);
    expect(await third.stop()).toBe(0);
    expect(readdirSync(place).filter((name) => name.includes(".lock"))).toEqual([]);
  });

  const hasSocat = spawnSync("socat", ["-V"]).status === 0;
  describe.skipIf(!hasSocat)("with a serial port", () => {
    const refuses = (place: string, path: string) => {
      const { status, stdout, stderr } = cli(["sim", "--tcp", "0", "--boards", "1", "--pty", path], { cwd: place });
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      return stderr;
    };

    it("takes no path that is something else, or in use", async () => {
      const place = folderWith({ file: "kept" });
      expect(refuses(place, "file")).toBe(
        "nanopy: --pty: file exists already, and is no serial port of nanopy sim: choose another path, or remove it\n",
      );
      symlinkSync("file", join(place, "link"));
      expect(refuses(place, "link")).toContain("link exists already");
      expect(readFileSync(join(place, "link"), "utf8")).toBe("kept");
      expect(refuses(place, "none/port")).toContain("the serial port none/port can't be used");
      const first = await startSim(["--boards", "1", "--pty", "port"], place);
      expect(refuses(place, "port")).toMatch(/^nanopy: port is in use by another nanopy sim \(process \d+\)/);
      await first.stop("SIGKILL");
      const second = await startSim(["--boards", "1", "--pty", "port"], place);
      expect(second.boards[0]!.addresses[1]).toBe("serial:port");
      await new Promise((resolve) => setTimeout(resolve, 1000)); // in which what the first one left behind ends
      expect(readlinkSync(join(place, "port"))).toMatch(/^\/dev\//);
      expect(await second.stop()).toBe(0);
      expect(readdirSync(place).sort()).toEqual(["file", "link"]);
    });

    it("says so where socat can't make it", () => {
      const place = folderWith({});
      const tools = folderWith({});
      writeFileSync(join(tools, "socat"), '#!/bin/sh\n[ "$1" = -V ] && exit 0\necho "2026/01/01 socat[1] E no ptys left" >&2\nexit 1\n', {
        mode: 0o755,
      });
      const { status, stderr } = cli(["sim", "--tcp", "0", "--pty", "port"], { cwd: place, env: { PATH: `${tools}:${process.env.PATH}` } });
      expect({ status, stderr }).toEqual({ status: 2, stderr: "nanopy: --pty: socat can't make a serial port at port: no ptys left\n" });
      expect(readdirSync(place)).toEqual([]);
    });

    it.skipIf(!hasLx106Board())("on lx106 has that one link, and no TCP port", async () => {
      const place = folderWith({});
      const chip = await startSim(["--boards", "1", "--target", "lx106", "--pty", "port"], place);
      expect(chip.boards[0]!.addresses).toEqual(["serial:port"]);
      await chip.stop();
      const both = cli(["sim", "--target", "lx106", "--pty", "port", "--advertise"], { cwd: place });
      expect(both).toMatchObject({ status: 2, stderr: expect.stringContaining("an lx106 board has one link") });
    });
  });

  it("leaves out time in which nothing happens", async () => {
    const place = folderWith({ "nap.py": "import time\nfor day in range(3):\n    time.sleep(86400)\n    print('day', day)\n" });
    const fast = await startSim(["--boards", "1", "--virtual"], place);
    const where = { cwd: place, env: { NANOPY_BOARD: fast.boards[0]!.address, NANOPY_CACHE: place } };
    cli(["deploy", "nap.py"], where);
    await expect.poll(() => cli(["logs", "nap"], where).stdout, { timeout: 20_000 }).toBe("day 0\nday 1\nday 2\n");
    await fast.stop();
  });

  it("closes a connection for which the board has no link", async () => {
    const { port } = new URL(sim.boards[1]!.address.replace("tcp:", "tcp://"));
    const sockets = Array.from({ length: 4 }, () => connect(Number(port), "127.0.0.1"));
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    const fifth = connect(Number(port), "127.0.0.1");
    await once(fifth, "close");
    const { status, stderr } = run("ps", ...on(1));
    expect(status).toBe(4);
    expect(stderr).toMatch(/^nanopy: tcp:\S+: it closed the connection at once; all links of the board may be in use .*\n$/);
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => run("ps", ...on(1)).status).toBe(0);
  });

  it("mends lines that lose and damage what is sent", async () => {
    const bad = await startSim(["--boards", "1", "--latency", "3", "--loss", "5", "--seed", "9"]);
    const where = { cwd: folder, env: { ...env, NANOPY_BOARD: bad.boards[0]!.address } };
    expect(cli(["deploy", "add.py"], where).status).toBe(0);
    expect(cli(["invoke", "add", "--event", JSON.stringify(Array.from({ length: 400 }, (_, i) => i))], where).stdout).toBe(
      '{"sum":79800,"calls":1}\n',
    );
    await bad.stop();
  });

  it.each([
    [["--boards", "0"], "a count of boards, 1 to 64"],
    [["--target", "moon"], "moon"],
    [["--loss", "100"], "a percentage, 0 to 90"],
    [["--virtual", "--target", "native"], "--virtual needs --target wasm"],
  ])("refuses %j", (args, message) => {
    expect(cli(["sim", ...args])).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
  });

  it("says which port is taken", () => {
    const { port } = new URL(sim.boards[0]!.address.replace("tcp:", "tcp://"));
    expect(cli(["sim", "--tcp", port])).toMatchObject({ status: 2, stderr: expect.stringContaining(`port ${port} is taken`) });
  });
});
