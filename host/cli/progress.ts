/** How far a transfer has come: a line that is written over, on a terminal only. */
import { percent } from "./table.js";

export interface TransferProgress {
  /** Takes the news: bytes done of all. */
  readonly show: (done: number, all: number) => void;
  /** Says what is being done while there is nothing to count. */
  readonly step: (doing: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
  /** Bytes of which `show` was told at last; 0 where nothing was to be sent. */
  readonly sent: () => number;
}

const barWidth = 30;

/** How much of a whole is done, drawn. */
export function bar(part: number, whole: number): string {
  const filled = whole === 0 ? barWidth : Math.floor((part * barWidth) / whole);
  return `[${"#".repeat(filled)}${"-".repeat(barWidth - filled)}]`;
}

export function sendProgress(what: string): TransferProgress {
  const terminal = process.stderr.isTTY === true;
  let sent = 0;
  let shown = false;
  const line = (text: string): void => {
    if (!terminal) return;
    shown = true;
    process.stderr.write(`\r${what}: ${text}\u001b[K`);
  };
  return {
    show(done, all) {
      sent = done;
      line(`${bar(done, all)} ${percent(done, all)}, ${done} of ${all} bytes`);
    },
    step: line,
    end() {
      if (shown) process.stderr.write("\r\u001b[K");
      shown = false;
    },
    sent: () => sent,
  };
}
