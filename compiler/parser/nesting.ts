import type { Span } from "../ast.js";
import { SyntaxFailure } from "./failure.js";

/** How deeply brackets, operators that take what follows, and blocks may nest in each other. */
export const MAX_NESTING = 200;

/** Blocks alone; CPython has the same limit. */
export const MAX_BLOCKS = 100;

/** How many operators may wait for an operand that is being parsed: each adds a level to the tree. */
export const MAX_WAITING_OPERATORS = 400;

/** Counts the nesting at the parser's place, so that neither it nor any later pass runs out of stack. */
export class Nesting {
  private depth = 0;
  private blocks = 0;
  private waitingOperators = 0;

  get isInBlock(): boolean {
    return this.blocks > 0;
  }

  /** Runs `parse` one level deeper; `span` is the place to name when that is too deep. */
  enter<Result>(span: Span, parse: () => Result): Result {
    this.check(span, 1);
    this.depth += 1;
    try {
      return parse();
    } finally {
      this.depth -= 1;
    }
  }

  /** Runs `parse` for an operand that `operators` operators wait for. */
  enterOperand<Result>(span: Span, operators: number, parse: () => Result): Result {
    if (this.waitingOperators + operators > MAX_WAITING_OPERATORS) {
      this.fail(span, `source is nested too deeply: more than ${MAX_WAITING_OPERATORS} operators wait for their operands`);
    }
    this.waitingOperators += operators;
    try {
      return parse();
    } finally {
      this.waitingOperators -= operators;
    }
  }

  /** Runs `parse` for a block, which {@link checkBlock} has allowed. */
  enterBlock<Result>(span: Span, parse: () => Result): Result {
    this.checkBlock(span);
    this.blocks += 1;
    try {
      return this.enter(span, parse);
    } finally {
      this.blocks -= 1;
    }
  }

  /** Fails when one more block would be too deep. */
  checkBlock(span: Span): void {
    this.check(span, 1);
    if (this.blocks < MAX_BLOCKS) return;
    throw new SyntaxFailure("NP118", span, `blocks are nested more than ${MAX_BLOCKS} levels deep`, {
      hint: "move the inner blocks into functions",
      skipsBlock: true,
    });
  }

  /** Fails when `levels` more would be too deep. */
  check(span: Span, levels: number): void {
    if (this.depth + levels > MAX_NESTING) this.fail(span, `source is nested more than ${MAX_NESTING} levels deep`);
  }

  private fail(span: Span, message: string): never {
    throw new SyntaxFailure("NP118", span, message, {
      hint: "give the inner parts names",
      skipsBlock: true,
    });
  }
}
