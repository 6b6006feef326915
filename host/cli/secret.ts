/** Asks a person for something that nobody is to see on the screen. */
import type { ReadStream } from "node:tty";
import { CliError } from "./exit-codes.js";

const enter = ["\r", "\n"];
const backspace = ["\b", "\u007f"];
const interrupted = ["\u0003", "\u0004"];

/** What a key press, or text that was pasted, makes of a line; undefined: the line is given up. `done` when it is ended. */
export function typed(line: string, text: string): { line: string; done: boolean } | undefined {
  let result = line;
  for (const key of text) {
    if (enter.includes(key)) return { line: result, done: true };
    if (interrupted.includes(key)) return undefined;
    if (backspace.includes(key)) result = [...result].slice(0, -1).join("");
    else if (key >= " ") result += key;
  }
  return { line: result, done: false };
}

/** Asks on the terminal, with `question` on stderr; nothing of the answer is shown. Throws a CliError where it is given up. */
export function askSecretly(terminal: ReadStream, question: string): Promise<string> {
  process.stderr.write(question);
  terminal.setRawMode(true);
  terminal.setEncoding("utf8");
  terminal.resume();
  return new Promise((resolve, reject) => {
    let line = "";
    const take = (text: string): void => {
      const next = typed(line, text);
      line = next?.line ?? "";
      if (next && !next.done) return;
      terminal.off("data", take);
      terminal.setRawMode(false);
      terminal.pause();
      process.stderr.write("\n");
      if (next) resolve(line);
      else reject(new CliError("given up"));
    };
    terminal.on("data", take);
  });
}
