/** What followers are given, and how each byte is given once. */

/** Streams of a function. A report is the machine's word about an exception that was not caught; host/traceback.ts renders it. */
export type LogStream = "stdout" | "stderr" | "report";
export const streams: Readonly<Record<number, LogStream>> = { 1: "stdout", 2: "stderr", 3: "report" };

export interface LogEntry {
  readonly uid: bigint;
  /** How many bytes the function had written, in all its lives and on all boards, before these. */
  readonly position: number;
  readonly stream: LogStream;
  readonly bytes: Uint8Array;
  /** Bytes before these that are lost: the board had no room to keep them. */
  readonly lost: number;
}

/** Takes each byte once, however often boards send it. */
export class Deduplicator {
  private report: { position: number; seen: number; now: number } | undefined;

  /** `position`: of the next byte that is wanted. */
  constructor(private position: number) {}

  get next(): number {
    return this.position;
  }

  /** A new session: reports come from their beginning again. */
  restart(): void {
    if (this.report) this.report.now = 0;
  }

  /** The entry without what was there before; undefined where nothing of it is new. */
  take(entry: Omit<LogEntry, "lost">): LogEntry | undefined {
    if (entry.stream === "report") return this.takeReport(entry);
    const known = Math.max(0, this.position - entry.position);
    if (known >= entry.bytes.length) return undefined;
    const lost = Math.max(0, entry.position - this.position);
    const position = entry.position + known;
    this.position = entry.position + entry.bytes.length;
    return { ...entry, position, bytes: entry.bytes.subarray(known), lost };
  }

  /** The parts of a report have the position where it was written: they are told apart by how many bytes of it came before. */
  private takeReport(entry: Omit<LogEntry, "lost">): LogEntry | undefined {
    if (this.report && entry.position < this.report.position) return undefined;
    if (!this.report || entry.position > this.report.position) this.report = { position: entry.position, seen: 0, now: 0 };
    const { report } = this;
    const known = Math.min(entry.bytes.length, report.seen - report.now);
    report.now += entry.bytes.length;
    report.seen = Math.max(report.seen, report.now);
    return known < entry.bytes.length ? { ...entry, bytes: entry.bytes.subarray(known), lost: 0 } : undefined;
  }
}
