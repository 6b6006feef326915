import { describe, expect, it } from "vitest";
import { cli, folderWith } from "../support/cli.js";

const files = {
  "good.py": "import helper\nprint(helper.level)\n",
  "helper.py": "level = 3\n",
  "warned.py": "import time\nimport helper\nprint(helper.level)\n",
  "wrong.py": "import nosuchmodule\nx = (\n",
};

describe("nanopy check", () => {
  const cwd = folderWith(files);

  it("says nothing of a good program", () => {
    expect(cli(["check", "good.py", "helper.py"], { cwd })).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("shows warnings, and exits with 1", () => {
    const { status, stdout } = cli(["check", "good.py", "warned.py"], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain("warned.py:1:8: warning NP301: 'time' is imported and not used");
    expect(stdout).toContain("hint:");
  });

  it("exits with 2 where there are errors", () => {
    const { status, stdout } = cli(["check", "warned.py", "wrong.py"], { cwd });
    expect(status).toBe(2);
    expect(stdout).toContain("wrong.py:2:5: error NP106");
  });

  it("prints JSON for tools", () => {
    const { status, stdout } = cli(["check", "--json", "warned.py"], { cwd });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).diagnostics).toMatchObject([{ file: "warned.py", line: 1, column: 8, severity: "warning", code: "NP301" }]);
  });

  it("refuses what it cannot read", () => {
    const { status, stderr } = cli(["check", "missing.py"], { cwd });
    expect({ status, stderr }).toEqual({ status: 2, stderr: "nanopy: cannot read missing.py: no such file\n" });
  });
});
