/** The runner's protocol: requests to bytes, bytes to answers. runtime-c/runner/PROTOCOL.md draws them. */
import type { OutputSink, RunRequest, RunResult } from "./home.js";

const headBytes = 64;
const endBytes = 56;
const Flag = { virtualTime: 1, stopAtLast: 2, quiet: 4, verifyOnly: 8, renewLimit: 16, pins: 32 } as const;
const failInShift = 8;

const padded = (length: number): number => (length + 3) & ~3;

/** A request frame. */
export function encodeRequest(request: RunRequest): Uint8Array {
  const { image, snapshot = new Uint8Array(), suspendAt = [], prelude = new Uint8Array() } = request;
  const event = new TextEncoder().encode(request.event ?? "");
  const argv = new TextEncoder().encode((request.argv ?? []).map((text) => `${text}\0`).join(""));
  const pins = request.pins ?? new Uint8Array();
  const input = request.input ?? new Uint8Array();
  const parts = [image, snapshot, argv, event, prelude, pins, input];
  const length = headBytes + suspendAt.length * 8 + parts.reduce((sum, part) => sum + padded(part.length), 0);
  const frame = new Uint8Array(8 + length);
  const view = new DataView(frame.buffer);
  const words = (at: number, ...values: number[]): void => {
    for (const [i, value] of values.entries()) view.setUint32(at + i * 4, value, true);
  };
  const long = (at: number, value: number): void => view.setBigUint64(at, BigInt(value), true);
  words(0, "R".charCodeAt(0), length, request.heap, flagsOf(request), request.slice ?? 0, suspendAt.length);
  long(24, request.maxInstructions ?? 0);
  long(32, request.checkpointEvery ?? 0);
  words(40, image.length, snapshot.length, request.argv?.length ?? 0, argv.length, event.length, prelude.length, pins.length, input.length);
  let at = 8 + headBytes;
  for (const point of suspendAt) {
    long(at, point);
    at += 8;
  }
  for (const part of parts) {
    frame.set(part, at);
    at += padded(part.length);
  }
  return frame;
}

const flagsOf = (request: RunRequest): number =>
  (request.virtualTime ? Flag.virtualTime : 0) |
  (request.stopAtLast ? Flag.stopAtLast : 0) |
  (request.quiet ? Flag.quiet : 0) |
  (request.verifyOnly ? Flag.verifyOnly : 0) |
  (request.renewLimit ? Flag.renewLimit : 0) |
  (request.pins ? Flag.pins : 0) |
  ((request.failIn ?? 0) << failInShift);

/** Gathers the answers to one request out of a byte stream that arrives in pieces of any size. */
export class AnswerReader {
  private rest = new Uint8Array();
  private readonly report: Uint8Array[] = [];
  private readonly snapshots: RunResult["snapshots"] = [];
  private readonly answers: RunResult["answers"] = [];

  constructor(private readonly output: OutputSink | undefined) {}

  /** Takes more bytes; returns the result when the end is among them. */
  push(chunk: Uint8Array): RunResult | undefined {
    let bytes = chunk;
    if (this.rest.length > 0) {
      bytes = new Uint8Array(this.rest.length + chunk.length);
      bytes.set(this.rest);
      bytes.set(chunk, this.rest.length);
    }
    let at = 0;
    while (bytes.length - at >= 8) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + at);
      const length = view.getUint32(4, true);
      if (bytes.length - at < 8 + length) break;
      const result = this.answer(String.fromCharCode(bytes[at]!), bytes.slice(at + 8, at + 8 + length));
      at += 8 + length;
      if (result) return result;
    }
    this.rest = bytes.slice(at);
    return undefined;
  }

  private answer(type: string, payload: Uint8Array): RunResult | undefined {
    switch (type) {
      case "O":
        this.output?.stdout(payload);
        return undefined;
      case "E":
        this.output?.stderr(payload);
        return undefined;
      case "D":
        this.output?.pins?.(payload);
        return undefined;
      case "P":
        this.report.push(payload);
        return undefined;
      case "A":
        this.answers.push({
          failed: new DataView(payload.buffer).getUint32(0, true) !== 0,
          text: Buffer.from(payload.subarray(4)).toString("utf8"),
        });
        return undefined;
      case "S":
        this.snapshots.push({ instructions: Number(new DataView(payload.buffer).getBigUint64(0, true)), bytes: payload.slice(8) });
        return undefined;
      case "X":
        return this.end(payload);
      default:
        throw new Error(`the runner answered a frame of unknown type ${JSON.stringify(type)}`);
    }
  }

  private end(payload: Uint8Array): RunResult {
    if (payload.length !== endBytes) throw new Error(`the runner answered an end of ${payload.length} bytes`);
    const view = new DataView(payload.buffer);
    const word = (at: number): number => view.getUint32(at, true);
    const long = (at: number): number => Number(view.getBigUint64(at, true));
    return {
      status: view.getInt32(0, true),
      errorOffset: word(4),
      exitCode: view.getInt32(8, true),
      peakLiveBytes: word(12),
      vmInstructions: long(16),
      allocatedBytes: long(24),
      collections: word(32),
      snapshotBytes: word(36),
      cStackBytes: word(40),
      arenaBytes: word(44),
      checkpoints: word(48),
      report: Buffer.concat(this.report).toString("utf8"),
      snapshots: this.snapshots,
      answers: this.answers,
    };
  }
}
