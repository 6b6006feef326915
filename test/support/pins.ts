/** Runs of programs with simulated pins. */
import { compileProgram } from "../../compiler/compile.js";
import type { Home, RunRequest, RunResult } from "../../host/machine/home.js";
import { compileTrace } from "../../host/pins/trace.js";

export interface PinsRun {
  readonly stdout: string;
  readonly stderr: string;
  /** The record's lines. */
  readonly record: readonly Record<string, unknown>[];
  readonly result: RunResult;
}

/** Compiles a program and runs it with a trace: its text, JSON or Python. */
export async function runWithPins(home: Home, text: string, trace: string, request: Partial<RunRequest> = {}): Promise<PinsRun> {
  const { image, diagnostics } = compileProgram({ path: "main.py", text, readFile: () => null });
  if (image.length === 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const parts = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[], pins: [] as Uint8Array[] };
  const result = await home.run(
    { image, heap: 32 << 10, argv: [], pins: compileTrace("trace.json", trace), maxInstructions: 20_000_000, ...request },
    {
      stdout: (bytes) => void parts.stdout.push(bytes),
      stderr: (bytes) => void parts.stderr.push(bytes),
      pins: (bytes) => void parts.pins.push(bytes),
    },
  );
  const joined = (pieces: Uint8Array[]): string => Buffer.concat(pieces).toString("utf8");
  const record = joined(parts.pins)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { stdout: joined(parts.stdout), stderr: joined(parts.stderr), record, result };
}
