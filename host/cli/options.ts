/** Values of options, with a clear refusal for what they can't be. */
import { InvalidArgumentError, Option } from "commander";
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
