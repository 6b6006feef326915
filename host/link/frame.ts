/** Frames to bytes, bytes to frames, as bytecode/LINK.md draws them. */
import { crc32 } from "node:zlib";
import { frameNames } from "../../build/generated/link.js";
import { cobsDecode, cobsEncode } from "./cobs.js";

const headBytes = 8;
const crcBytes = 4;
/** Bytes without a 0 that no frame has: more are not kept. Larger than any payload that the host offers to take. */
const mostEncoded = 8192;

/** Bytes that a frame adds to a payload of up to 512 bytes on the line: head, CRC, COBS, and the 0 that ends it. */
export const frameOverhead = headBytes + crcBytes + 4;

export interface LinkFrame {
  /** A Frame of link.def. */
  readonly kind: number;
  readonly channel: number;
  readonly session: number;
  readonly sequence: number;
  readonly acknowledged: number;
  readonly payload: Uint8Array;
}

/** The bytes on the line, with the 0 that ends the frame. */
export function encodeFrame(frame: LinkFrame): Uint8Array {
  const bytes = new Uint8Array(headBytes + frame.payload.length + crcBytes);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, frame.kind);
  view.setUint8(1, frame.channel);
  view.setUint16(2, frame.session, true);
  view.setUint16(4, frame.sequence, true);
  view.setUint16(6, frame.acknowledged, true);
  bytes.set(frame.payload, headBytes);
  const end = headBytes + frame.payload.length;
  view.setUint32(end, crc32(bytes.subarray(0, end)), true);
  const encoded = cobsEncode(bytes);
  const line = new Uint8Array(encoded.length + 1);
  line.set(encoded);
  return line;
}

/** The frame in the bytes before a 0, or undefined where they are damaged or of a kind that this version does not know. */
export function decodeFrame(encoded: Uint8Array): LinkFrame | undefined {
  const bytes = cobsDecode(encoded);
  if (!bytes || bytes.length < headBytes + crcBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - crcBytes;
  const kind = view.getUint8(0);
  if (view.getUint32(end, true) !== crc32(bytes.subarray(0, end)) || !(kind in frameNames)) return undefined;
  return {
    kind,
    channel: view.getUint8(1),
    session: view.getUint16(2, true),
    sequence: view.getUint16(4, true),
    acknowledged: view.getUint16(6, true),
    payload: bytes.slice(headBytes, end),
  };
}

/** Gathers frames out of a stream that arrives in pieces of any size. What is damaged is dropped. */
export class FrameReader {
  private readonly rest = new Uint8Array(mostEncoded);
  private length = 0;

  /** The frames that these bytes complete. */
  push(chunk: Uint8Array): LinkFrame[] {
    const frames: LinkFrame[] = [];
    let at = 0;
    while (at < chunk.length) {
      const zero = chunk.indexOf(0, at);
      const end = zero < 0 ? chunk.length : zero;
      const part = chunk.subarray(at, end);
      if (this.length + part.length <= mostEncoded) this.rest.set(part, this.length);
      this.length += part.length;
      at = end + 1;
      if (zero < 0) break;
      const frame = this.length <= mostEncoded ? decodeFrame(this.rest.subarray(0, this.length)) : undefined;
      if (frame) frames.push(frame);
      this.length = 0;
    }
    return frames;
  }
}
