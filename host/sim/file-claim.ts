/** One simulator at a time has a file: FILE.lock says which process it is. */
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { SimulatorError } from "./sim-board.js";

export interface FileClaim {
  /** Whether a simulator had it before that ended without giving it back. */
  readonly inherited: boolean;
  release(): void;
}

/** What this process has: a lock with its own number that is not among these was left by an earlier process of that number. */
const held = new Set<string>();
/** A lock without a number is being written, unless it is older than this. */
const writtenWithinMs = 2000;

/** Claims a file, which need not exist. `what` is its kind, for the message. Throws a SimulatorError where another simulator has it. */
export function claimFile(path: string, what: string): FileClaim {
  const lock = `${sameFile(path)}.lock`;
  let inherited = false;
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      writeFileSync(lock, `${process.pid}\n`, { flag: "wx" });
      held.add(lock);
      return {
        inherited,
        release() {
          if (held.delete(lock)) rmSync(lock, { force: true });
        },
      };
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== "EEXIST") throw new SimulatorError(`the ${what} ${path} can't be used: ${message}`);
    }
    const text = contentOf(lock);
    if (text === undefined) continue;
    if (isTaken(lock, text)) {
      const owner = text.trim() === String(process.pid) ? "this nanopy sim" : "another nanopy sim";
      throw new SimulatorError(`${path} is in use by ${owner} (process ${text.trim() || "unknown"}); if that is none, remove ${lock}`);
    }
    inherited = true;
    takeAway(lock, text);
  }
  throw new SimulatorError(`the ${what} ${path} can't be used: several simulators want it at once`);
}

/** A file has one lock, whichever way leads to it. */
function sameFile(path: string): string {
  // A link to a device (a pty) is itself what is claimed.
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? realpathSync(path) : path;
}

function contentOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, "utf8");
  } catch {
    return undefined;
  }
}

function isTaken(lock: string, text: string): boolean {
  const pid = /^\d{1,10}$/.test(text.trim()) ? Number(text) : 0;
  if (pid === process.pid) return held.has(lock);
  if (pid === 0) return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) < writtenWithinMs;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Removes a lock that nobody holds; if another process was quicker and holds it by now, it gets it back. */
function takeAway(lock: string, text: string): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (contentOf(aside) === text) rmSync(aside, { force: true });
  else renameSync(aside, lock);
}
