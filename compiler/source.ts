/** A position for people: both numbers count from 1, the column in code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const LINE_END = /\r\n|\r|\n/g;

/** One source text with its path, and the way from offsets to lines. */
export class SourceFile {
  /** The UTF-16 offset at which each line starts. */
  readonly lineStarts: readonly number[];

  constructor(
    readonly path: string,
    readonly text: string,
  ) {
    const starts = [0];
    for (const match of text.matchAll(LINE_END)) starts.push(match.index + match[0].length);
    this.lineStarts = starts;
  }

  /** The 1-based line that holds `offset`. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Line and column of `offset`. A byte order mark at the start of the file is not a column. */
  positionOf(offset: number): Position {
    const line = this.lineOf(offset);
    let start = this.lineStarts[line - 1] ?? 0;
    if (start === 0 && this.text.startsWith("\ufeff")) start = 1;
    const before = this.text.slice(start, Math.max(start, offset));
    return { line, column: [...before].length + 1 };
  }

  /** The text of a 1-based line, without its line end. */
  lineText(line: number): string {
    const start = this.lineStarts[line - 1];
    if (start === undefined) return "";
    const end = this.lineStarts[line] ?? this.text.length;
    const text = this.text.slice(start, end).replace(/[\r\n]+$/, "");
    return start === 0 ? text.replace(/^\ufeff/, "") : text;
  }
}
