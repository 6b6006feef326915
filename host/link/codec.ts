/** Packed little-endian bodies of requests and responses. */
import { LinkError } from "./transport.js";

/** Reads a body from its beginning. Every method throws a LinkError where the body is too short. */
export class Reader {
  private readonly view: DataView;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  u8(): number {
    return this.view.getUint8(this.step(1));
  }

  u16(): number {
    return this.view.getUint16(this.step(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.step(4), true);
  }

  i32(): number {
    return this.view.getInt32(this.step(4), true);
  }

  /** An id. */
  u64(): bigint {
    return this.view.getBigUint64(this.step(8), true);
  }

  /** A u64 that counts something: exact up to 2 ** 53. */
  count(): number {
    return Number(this.u64());
  }

  /** A build id, as 16 hex digits in the order of its bytes. */
  build(): string {
    return Buffer.from(this.take(8)).toString("hex");
  }

  /** u8 length and so many bytes of UTF-8. */
  name(): string {
    return new TextDecoder().decode(this.take(this.u8()));
  }

  /** UTF-8 padded with 0 to `length` bytes. */
  padded(length: number): string {
    return new TextDecoder().decode(this.take(length)).replace(/\0.*$/s, "");
  }

  take(length: number): Uint8Array {
    const at = this.step(length);
    return this.bytes.subarray(at, at + length);
  }

  /** How many bytes are left. */
  get left(): number {
    return this.bytes.length - this.at;
  }

  /** What is left. */
  rest(): Uint8Array {
    return this.take(this.bytes.length - this.at);
  }

  skip(length: number): void {
    this.step(length);
  }

  private step(length: number): number {
    const at = this.at;
    if (length > this.bytes.length - at) throw new LinkError("the board's answer is shorter than the tool expects: update the older one");
    this.at += length;
    return at;
  }
}

/** Builds a body. The methods return the writer. */
export class Writer {
  private bytes = new Uint8Array(64);
  private length = 0;

  u8(value: number): this {
    return this.put(1, (view) => view.setUint8(0, value));
  }

  u16(value: number): this {
    return this.put(2, (view) => view.setUint16(0, value, true));
  }

  u32(value: number): this {
    return this.put(4, (view) => view.setUint32(0, value, true));
  }

  i32(value: number): this {
    return this.put(4, (view) => view.setInt32(0, value, true));
  }

  u64(value: bigint | number): this {
    return this.put(8, (view) => view.setBigUint64(0, BigInt(value), true));
  }

  /** A build id of 16 hex digits. */
  build(id: string): this {
    if (!/^[0-9a-f]{16}$/.test(id)) throw new RangeError(`not a build id: ${id}`);
    return this.raw(Buffer.from(id, "hex"));
  }

  /** u8 length and so many bytes of UTF-8; throws a RangeError for more than 255. */
  name(text: string): this {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > 255) throw new RangeError("a name of more than 255 bytes");
    return this.u8(bytes.length).raw(bytes);
  }

  /** UTF-8 padded with 0 to `length` bytes; throws a RangeError where it is longer. */
  padded(text: string, length: number): this {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > length) throw new RangeError(`a name of more than ${length} bytes`);
    return this.raw(bytes).zeros(length - bytes.length);
  }

  zeros(count: number): this {
    return this.raw(new Uint8Array(count));
  }

  raw(bytes: Uint8Array): this {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private put(length: number, set: (view: DataView) => void): this {
    this.reserve(length);
    set(new DataView(this.bytes.buffer, this.length, length));
    this.length += length;
    return this;
  }

  private reserve(length: number): void {
    if (this.length + length <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + length));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
