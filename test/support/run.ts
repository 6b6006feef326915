/** Runs an image in a home and gives what a test looks at. */
import type { DebugFile } from "../../host/debug-file.js";
import { type Home, HomeUnavailable, type RunRequest, type RunResult, Status } from "../../host/machine/home.js";
import { errorText } from "../../host/machine-errors.js";
import { renderTraceback } from "../../host/traceback.js";

export interface Ran {
  result: RunResult;
  stdout: string;
  stderr: string;
  exit: number;
}

export async function runImage(home: Home, request: RunRequest, debug?: DebugFile): Promise<Ran> {
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const output = { stdout: (bytes: Uint8Array) => void out.push(bytes), stderr: (bytes: Uint8Array) => void err.push(bytes) };
  const result = await home.run({ virtualTime: true, ...request }, output);
  const text = (parts: Uint8Array[]): string => Buffer.concat(parts).toString("utf8");
  if (result.status < 0) throw new Error(`the machine refused: ${errorText(result.status)} at byte ${result.errorOffset}`);
  return { result, stdout: text(out), stderr: text(err) + renderTraceback(result.report, debug), exit: exitOf(result) };
}

function exitOf({ status, exitCode }: RunResult): number {
  if (status === Status.failed) return 1;
  return status === Status.quota ? 3 : exitCode;
}

/** Opens a home, or gives the reason why it can't be had on this machine. */
export function tryOpen<Opened extends Home>(open: () => Opened): { home?: Opened; reason?: string } {
  try {
    return { home: open() };
  } catch (error) {
    if (error instanceof HomeUnavailable) return { reason: error.message };
    throw error;
  }
}
