/** SLIP (RFC 1055), as the loader and its tools use it: a frame stands between two ends. */

const end = 0xc0;
const escapeByte = 0xdb;
const escapedEnd = 0xdc;
const escapedEscape = 0xdd;

export function encodeSlip(frame: Uint8Array): Uint8Array {
  const result = [end];
  for (const byte of frame)
    if (byte === end) result.push(escapeByte, escapedEnd);
    else if (byte === escapeByte) result.push(escapeByte, escapedEscape);
    else result.push(byte);
  result.push(end);
  return Uint8Array.from(result);
}

/** Takes bytes as they come, gives whole frames. What stands before a frame, and a frame with a wrong escapeByte in it, is dropped. */
export class SlipReader {
  private frame: number[] | undefined;
  private escaped = false;

  push(bytes: Uint8Array): Uint8Array[] {
    const frames: Uint8Array[] = [];
    for (const byte of bytes) {
      const whole = this.take(byte);
      if (whole) frames.push(whole);
    }
    return frames;
  }

  private take(byte: number): Uint8Array | undefined {
    const { frame, escaped } = this;
    this.escaped = false;
    if (byte === end) {
      // An empty frame is the end of one whose begin was lost, and the begin of the next.
      this.frame = frame === undefined || frame.length === 0 ? [] : undefined;
      return escaped || !frame || frame.length === 0 ? undefined : Uint8Array.from(frame);
    }
    if (!frame) return undefined;
    if (escaped) {
      if (byte === escapedEnd) frame.push(end);
      else if (byte === escapedEscape) frame.push(escapeByte);
      else this.frame = undefined;
    } else if (byte === escapeByte) this.escaped = true;
    else frame.push(byte);
    return undefined;
  }
}
