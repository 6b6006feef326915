/** CPU times of fresh processes. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeRequest } from "../host/machine/frames.js";
import { locate } from "../host/machine/locate.js";
import { at } from "../scripts/build/paths.js";

export interface Measurement {
  cpuMs: number;
  output: string;
}

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** The median of some runs; undefined where the peer fails or is missing. */
export function measured(runs: number, once: () => Measurement | undefined): Measurement | undefined {
  const all: Measurement[] = [];
  for (let i = 0; i < runs; i++) {
    const measurement = once();
    if (!measurement) return undefined;
    all.push(measurement);
  }
  return { cpuMs: median(all.map(({ cpuMs }) => cpuMs)), output: all[0]!.output };
}

/** Ours or MicroPython's WebAssembly, in a node of its own. */
export function runWasm(peer: "nanopy" | "micropython", path: string, heap: number): Measurement | undefined {
  const result = spawnSync(process.execPath, ["--import", "tsx", at("bench/child.ts"), peer, path, String(heap)], {
    encoding: "utf8",
    cwd: at(),
  });
  if (result.status !== 0) {
    console.error(`${peer} fails on ${path}: ${result.stderr.trim().split("\n").slice(0, 6).join("\n")}`);
    return undefined;
  }
  return JSON.parse(result.stdout);
}

/** User and system time of a command by the shell's own `time`, start-up included. */
function timed(command: string[], input?: string): { cpuMs: number; stdout: Buffer } | undefined {
  const script = `TIMEFORMAT='%3U %3S'; time "$@"${input ? ' < "$0"' : ""}`;
  const result = spawnSync("bash", ["-c", script, input ?? "bench", ...command], { maxBuffer: 64 << 20 });
  const times = /(\d+\.\d+) (\d+\.\d+)\s*$/.exec(result.stderr.toString());
  if (result.status !== 0 || !times) return undefined;
  return { cpuMs: (Number(times[1]) + Number(times[2])) * 1000, stdout: result.stdout };
}

export function runCommand(...command: string[]): Measurement | undefined {
  const result = timed(command);
  return result && { cpuMs: result.cpuMs, output: result.stdout.toString() };
}

/** The native runner on one request out of a file. */
export function runNative(image: Uint8Array, heap: number): Measurement | undefined {
  const runner = locate("build/native/nanopy-runner");
  if (!runner) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "nanopy-bench-"));
  try {
    const request = join(folder, "request");
    writeFileSync(request, encodeRequest({ image, heap }));
    const result = timed([runner], request);
    return result && { cpuMs: result.cpuMs, output: outputOf(result.stdout) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The program's stdout among the runner's answer frames. */
function outputOf(answers: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; at + 8 <= answers.length; ) {
    const length = answers.readUInt32LE(at + 4);
    if (answers[at] === "O".charCodeAt(0)) parts.push(answers.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  return Buffer.concat(parts).toString();
}
