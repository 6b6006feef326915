/** `nanopy sim` as a user starts it, for tests of the command line. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll } from "vitest";
import { cliPath } from "./cli.js";

/** Simulators that have not ended: none may outlive the tests that started them, however these end. */
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
});

export interface StartedBoard {
  board: number;
  id: string;
  target: string;
  address: string;
  addresses: string[];
}

export interface StartedSimulator {
  readonly boards: readonly StartedBoard[];
  readonly process: ChildProcess;
  /** Ends it by a signal; returns its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts boards on free ports, and waits until they listen. Throws with what it said where it ends instead. */
export async function startSim(args: string[] = [], cwd?: string): Promise<StartedSimulator> {
  const child = spawn(process.execPath, [cliPath, "sim", "--json", "--tcp", "0", ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const ended = once(child, "close");
  void ended.then(() => running.delete(child));
  let said = "";
  child.stderr.on("data", (text: Buffer) => {
    said += text;
  });
  const line = await new Promise<string>((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk;
      if (text.includes("\n")) resolve(text);
    });
    void ended.then(() => reject(new Error(`nanopy sim ended: ${said}`)));
  });
  return {
    boards: JSON.parse(line).boards,
    process: child,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}
