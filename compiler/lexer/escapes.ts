import { characterNamed } from "./unicode-names.js";

/** What decoding a literal can complain about; `offset` counts UTF-16 units from the start of the body. */
export interface EscapeProblem {
  readonly kind: "error" | "warning";
  readonly offset: number;
  readonly length: number;
  readonly message: string;
}

type Report = (problem: EscapeProblem) => void;

const SIMPLE: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\n": "",
};

const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Line ends inside literals are `\n`, whatever the file uses. */
export function normalizeLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/**
 * Decodes the escapes of a str body (prefix and quotes removed). Problems are reported and what is wrong is left as it
 * stands.
 */
export function decodeStrBody(body: string, report: Report): string {
  return body.includes("\\") ? decode(body, false, report) : normalizeLineEnds(body);
}

/** Decodes the escapes of a bytes body; the result holds one character for each byte. */
export function decodeBytesBody(body: string, report: Report): string {
  return body.includes("\\") ? decode(body, true, report) : normalizeLineEnds(body);
}

function decode(body: string, isBytes: boolean, report: Report): string {
  let result = "";
  let index = 0;
  while (index < body.length) {
    const backslash = body.indexOf("\\", index);
    if (backslash < 0) break;
    result += normalizeLineEnds(body.slice(index, backslash));
    const letter = body[backslash + 1] ?? "";
    index = backslash + 2;
    const simple = SIMPLE[letter];
    if (simple !== undefined) {
      result += simple;
    } else if (letter === "\r") {
      if (body[index] === "\n") index += 1;
    } else if (letter >= "0" && letter <= "7") {
      const octal = /^[0-7]{1,3}/.exec(body.slice(backslash + 1, backslash + 4))?.[0] ?? letter;
      const value = Number.parseInt(octal, 8);
      result += String.fromCharCode(isBytes ? value & 0xff : value);
      index = backslash + 1 + octal.length;
    } else if (letter === "x" || (!isBytes && (letter === "u" || letter === "U"))) {
      const digits = HEX_LENGTH[letter] ?? 2;
      const hex = /^[0-9a-fA-F]*/.exec(body.slice(index, index + digits))?.[0] ?? "";
      const value = Number.parseInt(hex, 16);
      index += hex.length;
      const problem = { kind: "error", offset: backslash, length: index - backslash } as const;
      if (hex.length < digits) {
        const message = isBytes ? `invalid \\x escape at position ${backslash}` : `truncated \\${letter}${"X".repeat(digits)} escape`;
        report({ ...problem, message });
      } else if (value > 0x10ffff) {
        report({ ...problem, message: "illegal Unicode character" });
      } else {
        result += String.fromCodePoint(value);
      }
    } else if (!isBytes && letter === "N") {
      const name = /^\{([^}]+)\}/.exec(body.slice(index));
      const point = name && characterNamed(name[1]!);
      index += name?.[0].length ?? 0;
      if (point !== null) result += String.fromCodePoint(point);
      else {
        const message = name ? "unknown Unicode character name" : "malformed \\N character escape";
        report({ kind: "error", offset: backslash, length: index - backslash, message });
      }
    } else {
      const shown = letter.codePointAt(0) ?? 0;
      report({
        kind: "warning",
        offset: backslash,
        length: 2,
        message: `invalid escape sequence '\\${shown < 0x20 ? "" : letter}'`,
      });
      result += `\\${letter}`;
    }
  }
  return result + normalizeLineEnds(body.slice(index));
}
