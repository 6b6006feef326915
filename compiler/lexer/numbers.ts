import type { ConstantValue } from "../ast.js";

/** Keywords may follow a number without a space, as in `1if x else 2`. */
const KEYWORD_AFTER_NUMBER = /^(?:and|else|for|i[fns]|not|or)/;

function radixName(image: string): string {
  switch (image[1]) {
    case "x":
    case "X":
      return "hexadecimal";
    case "o":
    case "O":
      return "octal";
    case "b":
    case "B":
      return "binary";
    default:
      return /[jJ]$/.test(image) ? "imaginary" : "decimal";
  }
}

/**
 * Says in CPython's words what is wrong with a number, or returns null.
 * @param image the text that the lexer took for a number
 * @param following the letters, digits and underscores that stand right after it
 */
export function findNumberError(image: string, following: string): string | null {
  const name = radixName(image);
  const digits = image.slice(2).replaceAll("_", "");
  if (name !== "decimal" && name !== "imaginary") {
    const badDigit = name === "octal" ? /[89]/.exec(digits) : name === "binary" ? /[2-9]/.exec(digits) : null;
    if (badDigit) return `invalid digit '${badDigit[0]}' in ${name} literal`;
    if (digits === "") {
      const next = /^\d/.exec(following);
      return next && name !== "hexadecimal" ? `invalid digit '${next[0]}' in ${name} literal` : `invalid ${name} literal`;
    }
  }
  if (following !== "" && !KEYWORD_AFTER_NUMBER.test(following)) return `invalid ${name} literal`;
  if (/^0[\d_]*[1-9][\d_]*$/.test(image)) {
    return "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
  }
  return null;
}

/** The value of a well-formed number. */
export function decodeNumber(image: string): ConstantValue {
  const text = image.replaceAll("_", "");
  if (/^0[xXoObB]/.test(text)) return { type: "int", value: text.length > 2 ? BigInt(text) : 0n };
  if (/[jJ]$/.test(text)) return { type: "complex", imag: Number(text.slice(0, -1)) };
  if (/[.eE]/.test(text)) return { type: "float", value: Number(text) };
  return { type: "int", value: BigInt(text) };
}
