/** What python3 prints for a program. */
import { execFile } from "node:child_process";
import { basename, dirname } from "node:path";

const mostMilliseconds = 60_000;
const mostOutput = 64 << 20;
/** Without setuptools' finder of modules, whose frames sys.settrace would show. */
const env = { ...process.env, SETUPTOOLS_USE_DISTUTILS: "stdlib" };

/** The program's whole stdout; null where python3 does not run it to its end with exit code 0. It runs in its own folder. */
export function expectedOutput(path: string): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const options = { cwd: dirname(path), env, timeout: mostMilliseconds, maxBuffer: mostOutput, encoding: "buffer" as const };
    const child = execFile("python3", [basename(path)], options, (error, stdout) => resolve(error ? null : stdout));
    child.stdin?.end();
  });
}
