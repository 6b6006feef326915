/** How a board is named: addresses, nanopy.toml, and what wins over what. */
import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatAddress, parseAddress } from "../../host/config/address.js";
import { type BoardSources, chooseBoard } from "../../host/config/board.js";
import { ConfigError } from "../../host/config/error.js";
import { findConfig, parseConfig, readConfig } from "../../host/config/file.js";
import { folderWith } from "../support/cli.js";

const message = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
};

describe("addresses", () => {
  it("are read and written", () => {
    const same = [
      "serial:/dev/ttyUSB0",
      "serial:COM3",
      "serial:/tmp/a b:c",
      "serial:/dev/ttyUSB0@460800",
      "tcp:localhost:7001",
      "tcp:192.168.1.5:1",
      "tcp:[fe80::1%eth0]:65535",
    ];
    for (const text of same) {
      const address = parseAddress(text);
      expect(address.kind).not.toBe("name");
      if (address.kind !== "name") expect(formatAddress(address)).toBe(text);
    }
    expect(parseAddress("tcp:[::1]:80")).toEqual({ kind: "tcp", host: "::1", port: 80 });
    expect(parseAddress("serial:/dev/ttyACM1")).toEqual({ kind: "serial", path: "/dev/ttyACM1" });
    expect(parseAddress("serial:/dev/a@b@921600")).toEqual({ kind: "serial", path: "/dev/a@b", rate: 921_600 });
    expect(parseAddress("attic-2.b")).toEqual({ kind: "name", name: "attic-2.b" });
    expect(parseAddress("tcp")).toEqual({ kind: "name", name: "tcp" });
  });

  it("are refused with what to write", () => {
    expect(message(() => parseAddress("serial:"))).toBe("'serial:' lacks the port's path: write serial:/dev/ttyUSB0, or serial:COM3");
    expect(message(() => parseAddress("serial:/dev/x@3000000"))).toContain(
      "bits a second are 9600 to 2000000, such as serial:/dev/x@460800",
    );
    for (const text of [
      "tcp:",
      "tcp:host",
      "tcp:host:",
      "tcp::80",
      "tcp:a b:1",
      "tcp:h:8x",
      "tcp:http://h:1",
      "tcp:[zz]:1",
      "tcp:h:123456",
    ])
      expect(
        message(() => parseAddress(text)),
        text,
      ).toBe(`'${text}' is no TCP address: write tcp:HOST:PORT, such as tcp:localhost:7001`);
    for (const text of ["tcp:h:0", "tcp:h:65536", "tcp:[::1]:99999"])
      expect(message(() => parseAddress(text))).toContain("a number from 1 to 65535");
    expect(message(() => parseAddress("tcp:::1:80"))).toContain("write tcp:[ADDRESS]:PORT");
    expect(message(() => parseAddress("udp:host:1"))).toContain("is no address of a board: write tcp:HOST:PORT or serial:PATH");
    for (const text of ["", "a b", "/dev/ttyUSB0", "-x", "host:80x/"])
      expect(message(() => parseAddress(text))).toContain("write tcp:HOST:PORT or serial:PATH");
  });
});

describe("nanopy.toml", () => {
  const good = `[boards.attic]
address = "tcp:attic.local:7001"

[boards."porch.2"]
address = "serial:/dev/ttyUSB0"

[defaults]
board = "attic"
`;

  it("names boards, and one of them that is meant by default", () => {
    const { boards, defaultBoard, warnings } = parseConfig("nanopy.toml", good);
    expect([...boards]).toEqual([
      ["attic", { kind: "tcp", host: "attic.local", port: 7001 }],
      ["porch.2", { kind: "serial", path: "/dev/ttyUSB0" }],
    ]);
    expect(defaultBoard).toBe("attic");
    expect(warnings).toEqual([]);
    expect(parseConfig("nanopy.toml", "")).toMatchObject({ boards: new Map(), defaultBoard: undefined });
    expect(parseConfig("x", '[defaults]\nboard = "tcp:h:1"\n').defaultBoard).toBe("tcp:h:1");
    expect(parseConfig("/home/me/nanopy.toml", '[build]\nlibrary = ["lib", "../more", "/abs"]\n').libraries).toEqual([
      "/home/me/lib",
      "/home/more",
      "/abs",
    ]);
    expect(message(() => parseConfig("f", '[build]\nlibrary = "lib"\n'))).toBe(
      'f: build.library: write library = ["lib"], folders of modules',
    );
  });

  /** Why the file, or a board in it, can't be used. */
  const problems = (path: string, text: string): string => {
    let found: Iterable<string> = [];
    const refused = message(() => {
      found = parseConfig(path, text).broken.values();
      throw new ConfigError("");
    });
    return refused || [...found].join("\n");
  };

  const refusals: [string, string, string][] = [
    ["a syntax error", "[boards.attic\n", "nanopy.toml:1:"],
    ["two of the same", "a = 1\na = 2\n", "nanopy.toml:2:"],
    ["no address", "[boards.attic]\n", 'nanopy.toml: boards.attic.address: is missing: write address = "tcp:HOST:PORT" or "serial:PATH"'],
    [
      "another type",
      "[boards.attic]\naddress = 7001\n",
      'nanopy.toml: boards.attic.address: write address = "tcp:HOST:PORT" or "serial:PATH"',
    ],
    [
      "a name for an address",
      '[boards.a]\naddress = "b"\n',
      'nanopy.toml: boards.a.address: write "tcp:HOST:PORT" or "serial:PATH", not "b"',
    ],
    ["a bad address", '[boards.a]\naddress = "tcp:h:0"\n', "nanopy.toml: boards.a.address: 'tcp:h:0' has no such port"],
    ["a plain string for a board", '[boards]\na = "tcp:h:1"\n', "nanopy.toml: boards.a: write a table [boards.a] with address = "],
    ["no table of boards", "boards = 1\n", "nanopy.toml: boards: write a table for each board: [boards.NAME]"],
    ["a bad name", '[boards."a b"]\naddress = "tcp:h:1"\n', `nanopy.toml: boards."a b": a board's name has letters`],
    ["a bad default", "[defaults]\nboard = 1\n", 'nanopy.toml: defaults.board: write board = "NAME"'],
    ["defaults that are no table", "defaults = []\n", 'nanopy.toml: defaults: write a table [defaults] with board = "NAME"'],
    [
      "an unknown default",
      `[defaults]\nboard = "x"\n[boards.a]\naddress = "tcp:h:1"\n`,
      "nanopy.toml: defaults.board: there is no [boards.x], only a: add it",
    ],
    ["a default that is nothing", '[defaults]\nboard = "tcp:x"\n', "nanopy.toml: defaults.board: 'tcp:x' is no TCP address"],
  ];
  for (const [what, text, expected] of refusals) {
    it(`refuses ${what}, and says where it stands`, () => {
      expect(problems("nanopy.toml", text)).toContain(expected);
    });
  }

  it("tells of everything that is wrong, a line each", () => {
    const text = "[boards.a]\n[boards.b]\naddress = 1\n";
    expect(problems("f", text).split("\n")).toEqual([
      expect.stringContaining("boards.a.address"),
      expect.stringContaining("boards.b.address"),
    ]);
  });

  it("means paths of serial ports from its own folder", () => {
    const text = '[boards.a]\naddress = "serial:ports/a"\n[boards.b]\naddress = "serial:COM3"\n[defaults]\nboard = "serial:../b"\n';
    const { boards, defaultBoard } = parseConfig("/home/me/nanopy.toml", text);
    expect([...boards.values()].map(formatAddress)).toEqual(["serial:/home/me/ports/a", "serial:COM3"]);
    expect(defaultBoard).toBe("serial:/home/b");
  });

  it("warns of keys that mean nothing, and goes on", () => {
    const text = 'board = "a"\n[boards.a]\naddress = "tcp:h:1"\nbaud = 9600\n[defaults]\nBoard = "a"\n';
    const { boards, warnings, defaultBoard } = parseConfig("f", text);
    expect(boards.has("a")).toBe(true);
    expect(defaultBoard).toBeUndefined();
    expect([...warnings].sort()).toEqual([
      "f: 'board' means nothing here; at the top there may be: boards, defaults, build",
      "f: 'boards.a.baud' means nothing here; in [boards.a] there may be: address",
      "f: 'defaults.Board' means nothing here; in [defaults] there may be: board",
    ]);
  });

  it("is found upwards, the nearest first", () => {
    const top = realpathSync(folderWith({ "nanopy.toml": good }));
    const inner = join(top, "a/b");
    mkdirSync(join(inner, "c/nanopy.toml"), { recursive: true }); // a folder of that name is none
    expect(findConfig(join(inner, "c"))).toBe(join(top, "nanopy.toml"));
    writeFileSync(join(inner, "nanopy.toml"), "");
    expect(findConfig(join(inner, "c"))).toBe(join(inner, "nanopy.toml"));
    expect(message(() => readConfig(join(top, "none.toml")))).toBe(`cannot read ${join(top, "none.toml")}: no such file`);
  });
});

describe("the board of a command", () => {
  const folder = folderWith({
    "nanopy.toml": '[boards.a]\naddress = "tcp:a:1"\n[boards.b]\naddress = "tcp:b:2"\n[defaults]\nboard = "a"\nodd = 1\n',
    "other.toml": '[boards.a]\naddress = "serial:/dev/other"\n',
    "broken.toml": "[[",
  });
  const empty = folderWith({});
  const choose = (sources: Partial<BoardSources>) => chooseBoard({ env: {}, folder, ...sources });

  it("is the flag's, then the environment's, then the file's", () => {
    expect(choose({})).toMatchObject({ name: "a", address: { host: "a" } });
    expect(choose({ env: { NANOPY_BOARD: "b" } })).toMatchObject({ name: "b", address: { host: "b" } });
    expect(choose({ flag: "a", env: { NANOPY_BOARD: "b" } })).toMatchObject({ name: "a" });
    expect(choose({ flag: "tcp:c:3", env: { NANOPY_BOARD: "b" } })).toEqual({
      address: { kind: "tcp", host: "c", port: 3 },
      name: undefined,
      warnings: [],
    });
    expect(choose({ env: { NANOPY_BOARD: "" } })).toMatchObject({ name: "a" });
    expect(choose({}).warnings).toEqual([expect.stringContaining("defaults.odd")]);
  });

  it("comes from another file where NANOPY_CONFIG says so", () => {
    const env = { NANOPY_CONFIG: join(folder, "other.toml") };
    expect(choose({ flag: "a", env })).toMatchObject({ address: { kind: "serial", path: "/dev/other" } });
    expect(message(() => choose({ env: { NANOPY_CONFIG: join(folder, "none.toml") } }))).toContain("none.toml: no such file");
  });

  it("needs no file where an address is given", () => {
    const env = { NANOPY_CONFIG: join(folder, "broken.toml") };
    expect(choose({ flag: "serial:/dev/x", env }).address).toEqual({ kind: "serial", path: "/dev/x" });
    expect(message(() => choose({ flag: "a", env }))).toContain("this is no TOML");
  });

  it("is not hindered by another board's wrong address", () => {
    const place = folderWith({
      "nanopy.toml": '[boards.a]\naddress = "tcp:a:0"\n[boards.b]\naddress = "tcp:b:2"\n[defaults]\nboard = "a"\n',
    });
    expect(choose({ folder: place, flag: "b" })).toMatchObject({ address: { host: "b" } });
    for (const flag of [undefined, "a"])
      expect(message(() => choose({ folder: place, flag }))).toContain("nanopy.toml: boards.a.address: 'tcp:a:0' has no such port");
  });

  it("is asked for with what means nothing in the file, which may be why", () => {
    const place = folderWith({ "nanopy.toml": '[boards.a]\naddress = "tcp:a:1"\n[default]\nboard = "a"\n' });
    expect(message(() => choose({ folder: place }))).toMatch(
      /^which board\? .* \(\S+nanopy\.toml: 'default' means nothing here; at the top there may be: boards, defaults, build\)$/,
    );
  });

  it("is asked for where nothing names it", () => {
    expect(message(() => choose({ folder: empty }))).toContain(
      "which board? --board tcp:HOST:PORT or serial:PATH says it, or NANOPY_BOARD",
    );
    expect(message(() => choose({ env: { NANOPY_CONFIG: join(folder, "other.toml") } }))).toContain('[defaults] board = "NAME" in');
    expect(message(() => choose({ flag: "x" }))).toBe(`--board: ${join(folder, "nanopy.toml")} has no [boards.x], only a, b`);
    expect(message(() => choose({ folder: empty, env: { NANOPY_BOARD: "x" } }))).toBe(
      "NANOPY_BOARD: there is no nanopy.toml that could say where 'x' is",
    );
    expect(message(() => choose({ flag: "tcp:x" }))).toContain("--board: 'tcp:x' is no TCP address");
    expect(message(() => choose({ flag: "" }))).toContain("--board: '' is neither an address nor a name");
  });
});
