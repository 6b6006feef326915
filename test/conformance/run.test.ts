import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith } from "../support/cli.js";

const suite = folderWith({
  "good.py": "import beside\nprint(beside.level)\n",
  "beside.py": "level = 3\n",
  "differs.py": "import sys\nprint('same')\nprint(sys.implementation.name == 'cpython')\n",
  "fails.py": "class Kind(type):\n    pass\nclass A(metaclass=Kind):\n    pass\n",
  "not_counted.py": "raise ValueError\n",
});
const name = basename(suite);

function run(known: Record<string, string>): { status: number | null; stdout: string } {
  const list = join(suite, "known.json");
  writeFileSync(list, JSON.stringify(known));
  const script = join(import.meta.dirname, "run.ts");
  const args = ["--import", "tsx", script, "--suite", suite, "--known", list, "--jobs", "1", "--checkpoint-every", "7"];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stdout };
}

describe("the conformance runner", () => {
  it("tells what differs from python3, and leaves out what python3 does not run", () => {
    expect(run({})).toEqual({
      status: 1,
      stdout: [
        `${name}/differs.py: line 2 of the output: "True" expected, "False" seen`,
        `${name}/fails.py: does not compile: line 3: NP154 metaclasses are not supported`,
        `${name}: 2 of 4 pass; 0 known to fail, 2 others fail, 0 pass unexpectedly`,
        "",
      ].join("\n"),
    });
  });

  it("accepts known failures, and tells of those that pass", () => {
    const known = { [`${name}/differs.py`]: "asks for CPython", [`${name}/fails.py`]: "a metaclass" };
    expect(run(known)).toEqual({ status: 0, stdout: `${name}: 2 of 4 pass; 2 known to fail, 0 others fail, 0 pass unexpectedly\n` });
    expect(run({ ...known, [`${name}/good.py`]: "no reason" })).toEqual({
      status: 1,
      stdout: [
        `${name}/good.py: passes, and is known to fail: no reason`,
        `${name}: 2 of 4 pass; 2 known to fail, 0 others fail, 1 pass unexpectedly`,
        "",
      ].join("\n"),
    });
  });
});
