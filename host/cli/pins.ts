/** Traces of pins, as the command line names them. */

import { LiteralError } from "../pins/literal.js";
import { compileTrace } from "../pins/trace.js";
import { CliError } from "./exit-codes.js";
import { readBytes } from "./files.js";

/** The words of the trace in a file. */
export function loadTrace(path: string): Uint8Array {
  const text = new TextDecoder().decode(readBytes(path));
  try {
    return compileTrace(path, text);
  } catch (error) {
    if (error instanceof LiteralError) throw new CliError(error.message);
    throw error;
  }
}
