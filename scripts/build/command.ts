/** Runs compilers. A failure carries what the compiler said. */
import { spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { basename } from "node:path";

/** Something the person at the keyboard must mend: printed without a stack. */
export class BuildError extends Error {}

export function run(command: string, args: string[], cwd?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => reject(new BuildError(`${command}: ${error.message}`)));
    child.on("close", (code) => (code === 0 ? resolve(output) : reject(new BuildError(`${basename(command)} failed:\n${output}`))));
  });
}

/** The first line that `command --version` prints, or undefined where there is no such command. */
export function version(command: string): string | undefined {
  const result = spawnSync(command, ["--version"], { encoding: "utf8" });
  return result.status === 0 ? result.stdout.split("\n")[0] : undefined;
}

/** Runs the jobs, as many at a time as there are processors; every job is run even when one fails. */
export async function pool(jobs: (() => Promise<void>)[]): Promise<void> {
  const queue = [...jobs];
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let job = queue.shift(); job; job = queue.shift()) await job().catch((error) => failures.push(error));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  if (failures.length > 0) throw new BuildError(failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join("\n"));
}
