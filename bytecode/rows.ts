/**
 * Reads the rows of a `.def` file: calls such as `OP(NOP, "---", NONE)`, some of them made by the file's own function-like
 * macros. Just enough of the C preprocessor for that, so that no C compiler is needed.
 */

/** One row: the macro's name and its arguments, strings without their quotes. */
export interface Row {
  readonly macro: string;
  readonly args: readonly string[];
}

interface Macro {
  readonly parameters: readonly string[];
  readonly body: string;
}

const DEFINE = /^#define\s+(\w+)\(([^)]*)\)\s*(.*)$/s;
const CALL = /\s*(\w+)\(/y;

/** The rows of the text of a `.def` file, in order. */
export function readRows(text: string): Row[] {
  const lines = text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\\\r?\n/g, " ")
    .split(/\r?\n/);
  const macros = new Map<string, Macro>();
  const rows: Row[] = [];
  for (const line of lines) {
    const define = DEFINE.exec(line);
    if (define) {
      const [, name = "", parameters = "", body = ""] = define;
      // An empty body is the default of a row macro, which the includer replaces.
      if (body.trim() !== "") macros.set(name, { parameters: parameters.split(",").map((part) => part.trim()), body });
    } else if (line.startsWith("#undef")) {
      macros.delete(line.slice(6).trim());
    } else if (!line.startsWith("#")) {
      collect(line, macros, rows);
    }
  }
  return rows;
}

function collect(text: string, macros: ReadonlyMap<string, Macro>, rows: Row[]): void {
  let position = 0;
  while (text.slice(position).trim() !== "") {
    CALL.lastIndex = position;
    const call = CALL.exec(text);
    if (!call) throw new Error(`not a row: ${text.slice(position)}`);
    const name = call[1]!;
    const { args, end } = readArguments(text, CALL.lastIndex);
    const macro = macros.get(name);
    if (macro) collect(expand(macro, args), macros, rows);
    else rows.push({ macro: name, args: args.map(unquote) });
    position = end;
  }
}

/** The arguments from `start`, just behind the opening parenthesis, to the one that closes it. */
function readArguments(text: string, start: number): { args: string[]; end: number } {
  const args: string[] = [];
  let depth = 0;
  let from = start;
  let inString = false;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "(") depth++;
    else if (character === "," && depth === 0) {
      args.push(text.slice(from, index).trim());
      from = index + 1;
    } else if (character === ")" && depth-- === 0) {
      args.push(text.slice(from, index).trim());
      return { args, end: index + 1 };
    }
  }
  throw new Error(`a row does not end: ${text.slice(start)}`);
}

function expand(macro: Macro, args: readonly string[]): string {
  let text = macro.body;
  macro.parameters.forEach((parameter, index) => {
    const value = args[index] ?? "";
    text = text
      .replace(new RegExp(`(^|[^#])#\\s*${parameter}\\b`, "g"), (_, before: string) => `${before}${JSON.stringify(value)}`)
      .replace(new RegExp(`(?<=##)${parameter}(?![A-Za-z0-9])|(?<![A-Za-z0-9_])${parameter}(?=##)`, "g"), value)
      .replace(new RegExp(`\\b${parameter}\\b(?=(?:[^"]*"[^"]*")*[^"]*$)`, "g"), value);
  });
  return text.replace(/\s*##\s*/g, "");
}

/** An argument's text: neighbouring string literals joined, or the bare word. */
function unquote(argument: string): string {
  if (!argument.startsWith('"')) return argument;
  return [...argument.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]).join("");
}
