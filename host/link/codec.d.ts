/** Reads a body from its beginning. Every method throws a LinkError where the body is too short. */
export declare class Reader {
  private readonly bytes;
  private readonly view;
  private at;
  constructor(bytes: Uint8Array);
  u8(): number;
  u16(): number;
  u32(): number;
  i32(): number;
  /** An id. */
  u64(): bigint;
  /** A u64 that counts something: exact up to 2 ** 53. */
  count(): number;
  /** A build id, as 16 hex digits in the order of its bytes. */
  build(): string;
  /** u8 length and so many bytes of UTF-8. */
  name(): string;
  /** UTF-8 padded with 0 to `length` bytes. */
  padded(length: number): string;
  take(length: number): Uint8Array;
  /** What is left. */
  rest(): Uint8Array;
  skip(length: number): void;
  private step;
}
/** Builds a body. The methods return the writer. */
export declare class Writer {
  private bytes;
  private length;
  u8(value: number): this;
  u16(value: number): this;
  u32(value: number): this;
  i32(value: number): this;
  u64(value: bigint | number): this;
  /** A build id of 16 hex digits. */
  build(id: string): this;
  /** u8 length and so many bytes of UTF-8; throws a RangeError for more than 255. */
  name(text: string): this;
  /** UTF-8 padded with 0 to `length` bytes; throws a RangeError where it is longer. */
  padded(text: string, length: number): this;
  zeros(count: number): this;
  raw(bytes: Uint8Array): this;
  done(): Uint8Array;
  private put;
  private reserve;
}
