/** The packed package works elsewhere, with no compiler: what npm users get. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../support/cli.js";

const root = join(import.meta.dirname, "../..");

it("runs a program from an installed tarball", () => {
  const folder = folderWith({ "package.json": "{}", "hello.py": "import json\nprint('hello', sum(range(10)), json.dumps([1]))\n" });
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: root, stdio: "pipe" });
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"))!;
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", join(folder, tarball)], { cwd: folder, stdio: "pipe" });
  const installed = readdirSync(join(folder, "node_modules/nanopy/dist"));
  const hasFirmware = existsSync(join(root, "build/firmware/firmware.bin"));
  expect(installed.sort()).toEqual([
    "cli.js",
    ...(hasFirmware ? ["firmware"] : []),
    "index.js",
    "nanopy-board.wasm",
    "nanopy.wasm",
    "prelude.npi",
    "types",
  ]);
  if (hasFirmware)
    expect(readdirSync(join(folder, "node_modules/nanopy/dist/firmware")).sort()).toEqual(["boot.bin", "firmware.bin", "rom.elf"]);
  const env = { PATH: join(process.execPath, "..") };
  const result = spawnSync(join(folder, "node_modules/.bin/nanopy"), ["run", "hello.py"], { cwd: folder, encoding: "utf8", env });
  expect({ status: result.status, stdout: result.stdout, stderr: result.stderr }).toEqual({
    status: 0,
    stdout: "hello 45 [1]\n",
    stderr: "",
  });
  const program = "import { Board, BoardError } from 'nanopy'; console.log(typeof Board.connect, BoardError.name)";
  const imported = spawnSync(process.execPath, ["--input-type=module", "-e", program], { cwd: folder, encoding: "utf8", env });
  expect({ stdout: imported.stdout, stderr: imported.stderr }).toEqual({ stdout: "function BoardError\n", stderr: "" });
  if (!hasFirmware) return;
  /* The firmware is found before the port is looked for. */
  const flash = spawnSync(join(folder, "node_modules/.bin/nanopy"), ["flash", "--port", "/dev/no-such-port"], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  expect(flash.stderr).toMatch(/there is no such port|npm install serialport/);
  expect(flash.status).toBe(4);
});
