/** Values of options, with a clear refusal for what they can't be. */
import { InvalidArgumentError, Option } from "commander";
import type { FunctionLimits } from "../board/bodies.js";
import { homeNames } from "../machine/open.js";

const units: Record<string, number> = { "": 1, K: 1 << 10, M: 1 << 20 };
const largestHeap = 1 << 30;

/** `32K`, `1M` or a count of bytes. */
export function parseSize(text: string): number {
  const match = /^(\d{1,10})([KM]?)$/i.exec(text);
  const size = match ? Number(match[1]) * units[match[2]!.toUpperCase()]! : Number.NaN;
  if (!(size >= 4 && size <= largestHeap))
    throw new InvalidArgumentError("It is a number of bytes such as 4096, 32K or 1M, at most 1024M.");
  return size;
}

/** A count of instructions, at least 1. Underscores may part the digits. */
export function parseCount(text: string): number {
  const count = /^\d[\d_]*$/.test(text) ? Number(text.replaceAll("_", "")) : Number.NaN;
  if (!(count >= 1 && Number.isSafeInteger(count)))
    throw new InvalidArgumentError("It is a count of instructions such as 5000, at least 1.");
  return count;
}

export const targetOption = (): Option => new Option("--target <home>", "where to run").choices([...homeNames]).default("wasm");

/** JSON as it was given. */
export function parseEvent(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    throw new InvalidArgumentError(`It is a JSON text such as '{"limit": 5}' (${(error as Error).message}).`);
  }
  return text;
}

export const eventOption = (): Option =>
  new Option("--event <json>", "call the program's handler(event, context) once, and print its answer as JSON").argParser(parseEvent);

export const heapOption = (fallback: string): Option =>
  new Option("--heap <size>", `memory of the program (default: ${fallback})`).argParser(parseSize);

export const limitOptions = (snapshotGoes: string): Option[] => [
  new Option("--max-instructions <n>", "end with exit code 3 when n instructions were executed since the program's start").argParser(
    parseCount,
  ),
  new Option("--checkpoint-every <n>", "every n instructions go through a snapshot into a new arena").argParser(parseCount),
  new Option("--suspend-after <n>", "stop when n instructions were executed since the program's start, and write a snapshot").argParser(
    parseCount,
  ),
  new Option("-o, --output <snapshot>", `where a snapshot goes (default: ${snapshotGoes})`),
  new Option("--stats <file>", "write what was counted as JSON"),
];

/** Simulated pins of `run` and `resume`. */
export const pinsOptions = (): Option[] => [
  new Option(
    "--pins <trace>",
    "simulate pins: what comes from outside is in this file, JSON or Python literals (docs/pins.md); sleeping takes no time",
  ),
  new Option("--pins-record <file>", "what the program does to its pins, as lines of JSON (default: not kept)"),
];

const mostSeconds = 4_000_000;

/** A time in seconds, whole or not, at least a millisecond. */
export function parseSeconds(text: string): number {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(seconds >= 0.001 && seconds <= mostSeconds))
    throw new InvalidArgumentError(`It is a time in seconds such as 2 or 0.5, 0.001 to ${mostSeconds}.`);
  return seconds;
}

/** What limits a function on a board, as the command line has it. */
export interface LimitOptions {
  heap?: number;
  timeout?: number;
  checkpoint?: number;
  invocationInstructions?: number;
  maxInstructions?: number;
}

/** As parseSeconds, or 0. */
const parseSecondsOrNever = (text: string): number => (/^0(\.0+)?$/.test(text) ? 0 : parseSeconds(text));

/** So many seconds of work a new function loses at most when power fails, unless told otherwise. */
const usualCheckpoint = 60;

/** `kept`: of a function that has limits already, which those that are not given leave as they are. */
export function functionLimitOptions({ kept = false } = {}): Option[] {
  const usual = kept ? "what it had" : undefined;
  const checkpoint = new Option(
    "--checkpoint <seconds>",
    `store its state each time it ran in so long, so that power loss takes no more; 0: never${usual ? ` (default: ${usual})` : ""}`,
  ).argParser(parseSecondsOrNever);
  return [
    new Option("--heap <size>", `the most memory it may have (default: ${usual ?? "16K"})`).argParser(parseSize),
    new Option("--timeout <seconds>", "time limit of an invocation").argParser(parseSeconds),
    kept ? checkpoint : checkpoint.default(usualCheckpoint),
    new Option("--invocation-instructions <n>", "most instructions of one invocation").argParser(parseCount),
    new Option("--max-instructions <n>", "most instructions of all its life").argParser(parseCount),
  ];
}

/** The same as the board's client takes it: times in milliseconds; what was not given is left out. */
export function limitsOf(options: LimitOptions): Partial<FunctionLimits> {
  const { heap, timeout, checkpoint, invocationInstructions, maxInstructions } = options;
  return {
    ...(heap === undefined ? {} : { heap }),
    ...(timeout === undefined ? {} : { timeout: Math.round(timeout * 1000) }),
    ...(checkpoint === undefined ? {} : { checkpoint: Math.round(checkpoint * 1000) }),
    ...(invocationInstructions === undefined ? {} : { invocationInstructions }),
    ...(maxInstructions === undefined ? {} : { totalInstructions: maxInstructions }),
  };
}
