/** Runs the bundled command line as a user does. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface CliResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

export const cliPath = join(import.meta.dirname, "../../bin/nanopy.js");

export function cli(
  args: string[],
  options: { cwd?: string; env?: Record<string, string>; path?: string; input?: string } = {},
): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [options.path ?? cliPath, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: "utf8",
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  return { status, stdout, stderr };
}

/** A folder of its own with the files given. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "nanopy-cli-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
