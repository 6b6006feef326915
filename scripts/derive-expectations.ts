/**
 * `npm run derive [FILE…]`: runs programs of test/language with python3 and rewrites their `# expect` comments.
 * Output goes to the line that printed it where that keeps the order, and behind the program otherwise.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isProgram } from "../test/support/language-program.js";
import { at } from "./build/paths.js";

/** What scripts/trace-prints.py tells about a run. */
interface Trace {
  /** Line that printed (0: not from the program's own file) and one line of output. */
  prints: [number, string][];
  error: string | null;
  exit: number;
}

const expectation = /\s*# expect(-json|-error|-exit)?:.*$/;

function trace(path: string): Trace {
  const result = spawnSync("python3", ["-X", "no_debug_ranges", at("scripts/trace-prints.py"), path], {
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  if (result.status !== 0) throw new Error(`python3 failed on ${path}\n${result.stderr}`);
  return JSON.parse(result.stdout);
}

const comment = (text: string): string =>
  /^\s|\s$|[\x00-\x1f\x7f]/.test(text) || text === "" ? `# expect-json: ${JSON.stringify(text)}` : `# expect: ${text}`;

/** The program's lines without expectations. */
function bare(text: string): string[] {
  const lines = text
    .replace(/\n$/, "")
    .split("\n")
    .flatMap((line) => (/^\s*# expect(-json|-error|-exit)?:/.test(line) ? [] : [line.replace(expectation, "")]));
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

function annotate(lines: string[], { prints, error, exit }: Trace): string {
  const inOrder =
    prints.every(([line], i) => line > 0 && line >= (prints[i - 1]?.[0] ?? 0)) &&
    prints.every(([line]) => !/["'\\]{3}|\\$/.test(lines[line - 1]!));
  const result: string[] = [];
  for (const [i, line] of lines.entries()) {
    const own = inOrder ? prints.filter(([at]) => at === i + 1).map(([, text]) => comment(text)) : [];
    result.push(own.length > 0 ? `${line}  ${own[0]}` : line, ...own.slice(1));
  }
  if (!inOrder) result.push(...prints.map(([, text]) => comment(text)));
  if (error !== null) result.push(`# expect-error: ${error}`);
  else if (exit !== 0) result.push(`# expect-exit: ${exit}`);
  return `${result.join("\n")}\n`;
}

const folder = at("test/language");
const named = process.argv.slice(2);
const paths =
  named.length > 0
    ? named
    : readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter(isProgram)
        .map((name) => join(folder, name));
for (const path of paths) {
  const text = readFileSync(path, "utf8");
  if (/^# differs:/m.test(text)) continue;
  const lines = bare(text);
  writeFileSync(path, `${lines.join("\n")}\n`);
  const derived = annotate(lines, trace(path));
  writeFileSync(path, derived);
  if (derived !== text) console.log(path);
}
