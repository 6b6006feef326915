import type { IToken } from "chevrotain";
import type { Constant, Expression } from "../ast.js";
import { decodeBytesBody, decodeStrBody, type EscapeProblem, normalizeLineEnds } from "../lexer/escapes.js";
import * as T from "../lexer/tokens.js";
import type { Cursor } from "./cursor.js";
import { type FormatPiece, parseFormatBody } from "./fstrings.js";

/** One string token taken apart. */
interface StringParts {
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  readonly isFormat: boolean;
  readonly isTriple: boolean;
  readonly body: string;
  /** Where the body starts in the file. */
  readonly offset: number;
}

function takeApart(token: IToken): StringParts {
  const [opening = "", prefix = "", quotes = ""] = /^([A-Za-z]*)('''|"""|'|")/.exec(token.image) ?? [];
  const flags = prefix.toLowerCase();
  return {
    isRaw: flags.includes("r"),
    isBytes: flags.includes("b"),
    isFormat: flags.includes("f"),
    isTriple: quotes.length === 3,
    body: token.image.slice(opening.length, token.image.length - quotes.length),
    offset: token.startOffset + opening.length,
  };
}

/** Adjacent string literals, which make one constant or one f-string. */
export function parseStrings(cursor: Cursor): Expression {
  const start = cursor.peek().startOffset;
  const parts: StringParts[] = [];
  while (cursor.at(T.StringLiteral)) parts.push(takeApart(cursor.next()));
  const span = cursor.spanFrom(start);

  const isBytes = parts[0]?.isBytes ?? false;
  if (parts.some((part) => part.isBytes !== isBytes)) {
    cursor.fail("NP104", "cannot mix bytes and nonbytes literals", span);
  }
  if (isBytes) {
    const value = Uint8Array.from(parts.map((part) => bytesOf(cursor, part)).join(""), (byte) => byte.charCodeAt(0));
    return { kind: "Constant", span, value: { type: "bytes", value } };
  }
  if (!parts.some((part) => part.isFormat)) {
    const value = parts.map((part) => textOf(cursor, part.body, part.offset, part.isRaw)).join("");
    return { kind: "Constant", span, value: { type: "str", value } };
  }
  const pieces: FormatPiece[] = [];
  for (const part of parts) {
    const decode = (text: string, offset: number) => textOf(cursor, text, offset, part.isRaw);
    if (part.isFormat) pieces.push(...parseFormatBody(cursor, part.body, part.offset, part, decode));
    else pieces.push(decode(part.body, part.offset));
  }
  return { kind: "JoinedStr", span, values: joinPieces(pieces, span) };
}

/** Makes expressions of the pieces; neighbouring texts become one Constant and empty ones none. */
export function joinPieces(pieces: readonly FormatPiece[], span: Constant["span"]): Expression[] {
  const values: Expression[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") values.push({ kind: "Constant", span, value: { type: "str", value: text } });
    text = "";
  };
  for (const piece of pieces) {
    if (typeof piece === "string") {
      text += piece;
    } else {
      flush();
      values.push(piece);
    }
  }
  flush();
  return values;
}

function textOf(cursor: Cursor, body: string, offset: number, isRaw: boolean): string {
  return isRaw ? normalizeLineEnds(body) : decodeStrBody(body, (problem) => reportProblem(cursor, offset, problem, false));
}

function bytesOf(cursor: Cursor, part: StringParts): string {
  const foreign = /[^\0-\x7f]/.exec(part.body);
  if (foreign !== null) {
    const start = part.offset + foreign.index;
    cursor.fail("NP104", "bytes can only contain ASCII literal characters", { start, end: start + 1 });
  }
  if (part.isRaw) return normalizeLineEnds(part.body);
  return decodeBytesBody(part.body, (problem) => reportProblem(cursor, part.offset, problem, true));
}

function reportProblem(cursor: Cursor, base: number, problem: EscapeProblem, isBytes: boolean): void {
  const span = { start: base + problem.offset, end: base + problem.offset + problem.length };
  switch (problem.kind) {
    case "warning":
      cursor.collector.warning(cursor.file, "NP170", span, problem.message, "double the backslash, or use a raw string");
      break;
    case "error":
      cursor.report("NP104", `(${isBytes ? "value" : "unicode"} error) ${problem.message}`, span);
      break;
  }
}
