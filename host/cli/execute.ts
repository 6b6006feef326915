/** Runs a program or goes on with one: what `run` and `resume` share, from the request to the exit code. */

import { basename } from "node:path";
import { buildIdOf, preludeIdOf } from "../formats.js";
import { type HomeName, type RunRequest, type RunResult, Status } from "../machine/home.js";
import { openHome } from "../machine/open.js";
import { errorText, isSnapshotError } from "../machine-errors.js";
import { renderTraceback } from "../traceback.js";
import { CliError, ExitCode } from "./exit-codes.js";
import { withEnding, writeBytes } from "./files.js";
import { readStdin, readsInput } from "./input.js";
import { foreignPrelude, imageBeside, type Program } from "./load.js";
import { loadTrace } from "./pins.js";

export interface ExecuteOptions {
  target: HomeName;
  maxInstructions?: number;
  checkpointEvery?: number;
  suspendAfter?: number;
  output?: string;
  stats?: string;
  /** JSON: the handler is called with it. */
  event?: string;
  /** Where the snapshot was read from that is gone on from. */
  snapshotPath?: string;
  /** Paths of a trace of pins, and of what is recorded. */
  pins?: string;
  pinsRecord?: string;
}

export async function execute(
  program: Program,
  start: Pick<RunRequest, "heap" | "argv" | "snapshot">,
  options: ExecuteOptions,
): Promise<number> {
  const { maxInstructions, checkpointEvery, suspendAfter } = options;
  if (options.output && suspendAfter === undefined) throw new CliError("-o says where a snapshot goes: it needs --suspend-after");
  if (options.pinsRecord && options.pins === undefined) throw new CliError("--pins-record says where a record goes: it needs --pins");
  const pins = options.pins === undefined ? undefined : loadTrace(options.pins);
  const recorded: Uint8Array[] = [];
  const home = openHome(options.target);
  const prelude = foreignPrelude(program);
  const input = readsInput(program.image) ? readStdin() : undefined;
  const output = {
    stdout: (bytes: Uint8Array) => void process.stdout.write(bytes),
    stderr: (bytes: Uint8Array) => void process.stderr.write(bytes),
    pins: (bytes: Uint8Array) => void recorded.push(bytes),
  };
  const request: RunRequest = {
    image: program.image,
    ...(prelude && { prelude }),
    ...start,
    ...(options.event === undefined ? {} : { event: invocation(program.path, start.heap, options.event) }),
    ...(maxInstructions === undefined ? {} : { maxInstructions }),
    ...(checkpointEvery === undefined ? {} : { checkpointEvery }),
    ...(pins === undefined ? {} : { pins }),
    ...(input === undefined ? {} : { input }),
    ...(suspendAfter === undefined ? {} : { suspendAt: [suspendAfter], stopAtLast: true }),
  };
  try {
    const result = await home.run(request, output);
    if (options.pinsRecord) writeBytes(options.pinsRecord, Buffer.concat(recorded));
    if (options.stats) writeBytes(options.stats, `${JSON.stringify(statsOf(program, result), null, 2)}\n`);
    return conclude(program, result, options);
  } finally {
    home.close();
  }
}

/** An invocation as a board makes it: name, version, memory in MB and time limit in ms (0: none), then the event. */
const invocation = (path: string, heap: number, event: string): string =>
  [basename(path).replace(/\.[^.]*$/, ""), "1", String(Math.ceil(heap / (1 << 20))), "0", event].join("\n");

/** What `--stats` writes. */
const statsOf = (program: Program, result: RunResult): Record<string, number> => ({
  vm_instructions: result.vmInstructions,
  ...(result.machineInstructions === undefined ? {} : { machine_instructions: result.machineInstructions }),
  allocated_bytes: result.allocatedBytes,
  peak_live_bytes: result.peakLiveBytes,
  collections: result.collections,
  image_bytes: program.image.length,
  snapshot_bytes: result.snapshotBytes,
  ...(result.cStackBytes === 0 ? {} : { c_stack_bytes: result.cStackBytes }),
});

function conclude(program: Program, result: RunResult, options: ExecuteOptions): number {
  if (result.status < 0) {
    const path = isSnapshotError(result.status) ? (options.snapshotPath ?? program.path) : program.path;
    const where = result.errorOffset > 0 ? ` at byte ${result.errorOffset}` : "";
    throw new CliError(`${path}: ${errorText(result.status)}${where}`);
  }
  if (result.report) process.stderr.write(renderTraceback(result.report, program.debug));
  for (const { text } of result.answers) process.stdout.write(`${text}\n`);
  if (result.answers.length === 0 && options.event !== undefined && (result.status === Status.done || result.status === Status.wait)) {
    throw new CliError(
      `${program.path} did not take the event: it has no handler(event, context), or its module ends or waits before its end`,
    );
  }
  switch (result.status) {
    case Status.done:
      if (options.suspendAfter !== undefined)
        process.stderr.write(`nanopy: the program ended after ${result.vmInstructions} instructions, before it could be suspended\n`);
      return result.exitCode & 255;
    case Status.failed:
      return ExitCode.uncaughtException;
    case Status.quota:
      process.stderr.write(`nanopy: stopped: the quota of ${options.maxInstructions} instructions is spent\n`);
      return ExitCode.quota;
    case Status.wait:
      if (result.answers.length > 0) return result.answers.some(({ failed }) => failed) ? ExitCode.uncaughtException : ExitCode.ok;
      if (options.pins !== undefined) return ExitCode.ok;
      process.stderr.write("nanopy: the program waits for events, and nothing here sends any (nanopy sim runs a board)\n");
      return ExitCode.ok;
    case Status.suspended:
      writeSnapshot(program, result, options);
      return ExitCode.ok;
    default:
      throw new Error(`the machine stopped with status ${result.status}`);
  }
}

/** Writes the snapshot, and the image beside it unless it is there. */
function writeSnapshot(program: Program, result: RunResult, options: ExecuteOptions): void {
  const { bytes, instructions } = result.snapshots.at(-1)!;
  const path = options.output ?? options.snapshotPath ?? withEnding(program.path, ".nps");
  writeBytes(path, bytes);
  if (!imageBeside(path, buildIdOf(program.image))) {
    writeBytes(withEnding(path, ".npi"), program.image);
    if (program.debug) writeBytes(withEnding(path, ".npd"), JSON.stringify(program.debug));
  }
  const prelude = foreignPrelude(program);
  if (prelude && !imageBeside(path, preludeIdOf(program.image))) writeBytes(withEnding(path, ".prelude.npi"), prelude);
  process.stderr.write(`nanopy: suspended after ${instructions} instructions: ${path}, ${bytes.length} bytes\n`);
}
