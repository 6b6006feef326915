/** What a line's indentation does to the block structure. */
export interface IndentationChange {
  /** 1 for a new block, 0 for none, negative for the number of blocks that end. */
  readonly levels: number;
  /** The line ends blocks but stands in none of those that are open. */
  readonly fitsNothing: boolean;
  /** Whether it fits depends on how wide a tab is. */
  readonly isInconsistent: boolean;
}

const TAB_WIDTH = 8;

/**
 * The open indentations. As CPython does, a line is measured twice, with tabs that go to multiples of eight and with
 * tabs that are one column wide; both measures must agree on the structure.
 */
export class IndentationStack {
  private readonly columns = [0];
  private readonly narrowColumns = [0];

  /** The number of open blocks. */
  get depth(): number {
    return this.columns.length - 1;
  }

  /** Takes the whitespace at the start of a logical line. */
  enter(whitespace: string): IndentationChange {
    let column = 0;
    let narrow = 0;
    for (const character of whitespace) {
      if (character === "\f") {
        column = 0;
        narrow = 0;
      } else {
        column = character === "\t" ? (Math.floor(column / TAB_WIDTH) + 1) * TAB_WIDTH : column + 1;
        narrow += 1;
      }
    }
    if (column > this.top(this.columns)) {
      const isInconsistent = narrow <= this.top(this.narrowColumns);
      this.columns.push(column);
      this.narrowColumns.push(narrow);
      return { levels: 1, fitsNothing: false, isInconsistent };
    }
    let levels = 0;
    while (column < this.top(this.columns)) {
      this.columns.pop();
      this.narrowColumns.pop();
      levels -= 1;
    }
    const fitsNothing = column !== this.top(this.columns);
    return { levels, fitsNothing, isInconsistent: !fitsNothing && narrow !== this.top(this.narrowColumns) };
  }

  private top(columns: readonly number[]): number {
    return columns[columns.length - 1] ?? 0;
  }
}
