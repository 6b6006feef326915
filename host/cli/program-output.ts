/** Writes what a function on a board has written: its bytes as they are, reports of exceptions as tracebacks. */
import type { LogEntry } from "../board/logs.js";
import type { DebugFile } from "../debug-file.js";
import { renderTraceback } from "../traceback.js";

/** Puts the pieces of reports together again; each exception is rendered when its last line, `E …`, is there. */
export class ReportReader {
  private held = Buffer.alloc(0);

  constructor(private readonly debug: DebugFile | undefined) {}

  /** Takes a piece; returns the text of the exceptions that it completes. */
  push(bytes: Uint8Array): string {
    this.held = Buffer.concat([this.held, bytes]);
    let end = 0;
    for (let at = 0, next = this.held.indexOf(10); next >= 0; at = next + 1, next = this.held.indexOf(10, at))
      if (this.held.subarray(at, at + 2).toString("latin1") === "E ") end = next + 1;
    if (end === 0) return "";
    const report = this.held.subarray(0, end).toString("utf8");
    this.held = this.held.subarray(end);
    return renderTraceback(report, this.debug);
  }
}

export class ProgramOutput {
  private readonly reports: ReportReader;
  private readonly decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };

  /** `json`: a line of JSON for each piece, all on stdout. */
  constructor(
    debug: DebugFile | undefined,
    private readonly json: boolean,
  ) {
    this.reports = new ReportReader(debug);
  }

  /** Settled when there is room for more. */
  async take({ stream, bytes, position, lost }: LogEntry): Promise<void> {
    if (lost > 0 && !this.json)
      process.stderr.write(`nanopy: ${lost} bytes of output ${bytes.length > 0 ? "before this " : ""}are not on this board (any more)\n`);
    if (bytes.length === 0 && !this.json) return;
    const traceback = stream === "report" ? this.reports.push(bytes) : "";
    if (stream === "report" && !traceback) return;
    const target = stream === "stdout" || this.json ? process.stdout : process.stderr;
    const text = (): string => (stream === "report" ? traceback : this.decoders[stream].decode(bytes, { stream: true }));
    const content = this.json ? `${JSON.stringify({ position, stream, text: text(), lost })}\n` : stream === "report" ? traceback : bytes;
    if (!target.write(content)) await new Promise<void>((resolve) => target.once("drain", resolve));
  }
}
