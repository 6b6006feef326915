/** Bytes that a frame adds to a payload of up to 512 bytes on the line: head, CRC, COBS, and the 0 that ends it. */
export declare const frameOverhead: number;
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
export declare function encodeFrame(frame: LinkFrame): Uint8Array;
/** The frame in the bytes before a 0, or undefined where they are damaged or of a kind that this version does not know. */
export declare function decodeFrame(encoded: Uint8Array): LinkFrame | undefined;
/** Gathers frames out of a stream that arrives in pieces of any size. What is damaged is dropped. */
export declare class FrameReader {
  private readonly rest;
  private length;
  /** The frames that these bytes complete. */
  push(chunk: Uint8Array): LinkFrame[];
}
