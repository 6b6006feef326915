/** Folders of modules that nanopy.toml names. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cli, folderWith } from "../support/cli.js";

function project(toml: string): string {
  const folder = folderWith({ "nanopy.toml": toml });
  for (const inner of ["lib/kit", "app"]) mkdirSync(join(folder, inner), { recursive: true });
  writeFileSync(join(folder, "lib/kit/__init__.py"), "from .parts import wheel\n\ndef boom():\n    return 1 / 0\n");
  writeFileSync(join(folder, "lib/kit/parts.py"), "def wheel():\n    return 'round'\n\ndef unused():\n    return 1\n");
  writeFileSync(join(folder, "app/main.py"), "import kit\nprint(kit.wheel())\nkit.boom()\n");
  return folder;
}

it("links what a program uses of a library folder, and names its files in tracebacks", () => {
  const folder = project('[build]\nlibrary = ["lib"]\n');
  const run = cli(["run", "app/main.py", "--target", "native"], { cwd: folder, env: { NO_COLOR: "1" } });
  expect(run).toMatchObject({ status: 1, stdout: "round\n" });
  expect(run.stderr).toContain('File "lib/kit/__init__.py", line 4, in boom');
  const listing = cli(["disasm", "app/main.py"], { cwd: folder }).stdout;
  expect(listing).toContain("wheel");
  expect(listing).not.toContain("unused");
});

it("says that a broken file names no folder, where a program may do without", () => {
  const folder = project("[build\n");
  writeFileSync(join(folder, "app/plain.py"), "print(1)\n");
  const run = cli(["run", "app/plain.py", "--target", "native"], { cwd: folder });
  expect(run).toMatchObject({ status: 0, stdout: "1\n" });
  expect(run.stderr).toContain("no library folder is known");
});
