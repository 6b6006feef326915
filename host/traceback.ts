/** Renders the machine's report of an uncaught exception as `python3 -X no_debug_ranges` prints it. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { libraryFolder } from "../compiler/debug.js";
import { type DebugFile, lineOf } from "./debug-file.js";

/** CPython prints a line three times before it counts. */
const shownRepeats = 3;
/** CPython shows this many of the innermost frames. */
const mostFrames = 1000;

const relations: Record<string, string> = {
  "1": "\nThe above exception was the direct cause of the following exception:\n\n",
  "2": "\nDuring handling of the above exception, another exception occurred:\n\n",
};

interface Frame {
  /** The frame's lines as printed. */
  text: string;
  repeats: number;
}

export function renderTraceback(report: string, debug: DebugFile | undefined): string {
  const sources = new SourceLines(debug);
  let text = "";
  let frames: Frame[] = [];
  for (const line of report.split("\n")) {
    const rest = line.slice(2);
    if (line.startsWith("R ")) {
      text += relations[rest] ?? "";
      frames = [];
    } else if (line.startsWith("F ")) {
      const [image, offset, pc, repeats] = rest.split(" ").map(Number) as [number, number, number, number];
      if (image === 1 && !sources.isLibrary(offset)) frames.push({ text: sources.frame(offset, pc), repeats });
    } else if (line.startsWith("E ")) {
      if (frames.length > 0) text += `Traceback (most recent call last):\n${renderFrames(frames)}`;
      text += `${rest.replace(/\\(n|\\)/g, (_, letter) => (letter === "n" ? "\n" : "\\"))}\n`;
    }
  }
  return text;
}

function renderFrames(all: Frame[]): string {
  const frames = innermost(merged(all));
  return frames
    .map(({ text, repeats }) => {
      const more = repeats - shownRepeats;
      if (more <= 0) return text.repeat(repeats);
      return `${text.repeat(shownRepeats)}  [Previous line repeated ${more} more time${more === 1 ? "" : "s"}]\n`;
    })
    .join("");
}

/** Adds up frames that print the same, one behind the other. */
function merged(frames: Frame[]): Frame[] {
  const result: Frame[] = [];
  for (const frame of frames) {
    const last = result.at(-1);
    if (last?.text === frame.text) last.repeats += frame.repeats;
    else result.push({ ...frame });
  }
  return result;
}

function innermost(frames: Frame[]): Frame[] {
  const result: Frame[] = [];
  let room = mostFrames;
  for (let i = frames.length - 1; i >= 0 && room > 0; i--) {
    const repeats = Math.min(frames[i]!.repeats, room);
    room -= repeats;
    result.unshift({ text: frames[i]!.text, repeats });
  }
  return result;
}

/** Source lines of the files that are still what was compiled. */
class SourceLines {
  private readonly files = new Map<number, string[]>();

  constructor(private readonly debug: DebugFile | undefined) {}

  /** True for a function of the library: like the prelude's, its frames are not shown. */
  isLibrary(offset: number): boolean {
    const fn = this.debug?.functions.find((candidate) => candidate.offset === offset);
    return fn !== undefined && this.debug!.files[fn.file]!.path.startsWith(libraryFolder);
  }

  /** A frame as CPython prints it, with its source line where that can be had. */
  frame(offset: number, pc: number): string {
    const fn = this.debug?.functions.find((candidate) => candidate.offset === offset);
    if (!fn) return `  File "<no debug file>", function at word ${offset}, instruction ${pc}\n`;
    const line = lineOf(fn, pc);
    const source = line === undefined ? "" : (this.lines(fn.file)[line - 1] ?? "").trim();
    const head = `  File "${this.debug!.files[fn.file]!.path}", line ${line ?? "?"}, in ${fn.name}\n`;
    return source ? `${head}    ${source}\n` : head;
  }

  private lines(index: number): string[] {
    const known = this.files.get(index);
    if (known) return known;
    const lines = readUnchanged(this.debug!.files[index]!);
    this.files.set(index, lines);
    return lines;
  }
}

function readUnchanged({ path, sha256 }: DebugFile["files"][number]): string[] {
  try {
    const content = readFileSync(path);
    if (createHash("sha256").update(content).digest("hex") !== sha256) return [];
    return content
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .split(/\r\n|\r|\n/);
  } catch {
    return [];
  }
}
