import type { Span } from "../ast.js";
import type { DiagnosticCode } from "../diagnostic-codes.js";

/**
 * A syntax error on its way from where it is noticed to the statement that recovers from it. It never leaves the
 * parser.
 */
export class SyntaxFailure extends Error {
  constructor(
    readonly code: DiagnosticCode,
    readonly span: Span,
    message: string,
    readonly details: {
      readonly hint?: string;
      /** The block under the failed line makes no sense by itself and is skipped unread. */
      readonly skipsBlock?: boolean;
    } = {},
  ) {
    super(message);
    this.name = "SyntaxFailure";
  }
}
