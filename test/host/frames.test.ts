import { describe, expect, it } from "vitest";
import { AnswerReader, encodeRequest } from "../../host/machine/frames.js";

const frame = (type: string, payload: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(8 + payload.length);
  bytes[0] = type.charCodeAt(0);
  new DataView(bytes.buffer).setUint32(4, payload.length, true);
  bytes.set(payload, 8);
  return bytes;
};

function end(): Uint8Array {
  const view = new DataView(new ArrayBuffer(56));
  view.setInt32(0, -101, true);
  view.setInt32(8, -1, true);
  view.setBigUint64(16, 1n << 40n, true);
  return new Uint8Array(view.buffer);
}

describe("requests", () => {
  it("lays out head, points and padded parts", () => {
    const bytes = encodeRequest({
      image: new Uint8Array([1, 2, 3, 4]),
      heap: 4096,
      argv: ["a"],
      suspendAt: [2 ** 33],
      stopAtLast: true,
      event: "{}",
    });
    const view = new DataView(bytes.buffer);
    expect(String.fromCharCode(bytes[0]!)).toBe("R");
    expect(view.getUint32(4, true)).toBe(bytes.length - 8);
    expect([view.getUint32(8, true), view.getUint32(12, true), view.getUint32(20, true)]).toEqual([4096, 2, 1]);
    expect(view.getBigUint64(8 + 64, true)).toBe(1n << 33n);
    expect([...bytes.subarray(80)]).toEqual([1, 2, 3, 4, 97, 0, 0, 0, 123, 125, 0, 0]);
    expect([view.getUint32(8 + 44, true), view.getUint32(8 + 48, true)]).toEqual([2, 2]);
  });
});

describe("answers", () => {
  const stream = Buffer.concat([
    frame("O", Buffer.from("hé")),
    frame("P", Buffer.from("R 0\n")),
    frame("A", Buffer.from("\u0001\0\0\0{}")),
    frame("S", new Uint8Array(12).fill(1)),
    frame("X", end()),
  ]);

  it.each([1, 3, 8, 1000])("are read from pieces of %d bytes", (size) => {
    let out = "";
    const reader = new AnswerReader({
      stdout: (bytes) => {
        out += Buffer.from(bytes).toString("latin1");
      },
      stderr: () => undefined,
    });
    let result: ReturnType<AnswerReader["push"]>;
    for (let at = 0; at < stream.length; at += size) result = reader.push(new Uint8Array(stream.subarray(at, at + size))) ?? result;
    expect(Buffer.from(out, "latin1").toString()).toBe("hé");
    expect(result).toMatchObject({ status: -101, exitCode: -1, vmInstructions: 2 ** 40, report: "R 0\n" });
    expect(result!.answers).toEqual([{ failed: true, text: "{}" }]);
    expect(result!.snapshots).toEqual([{ instructions: Number(0x0101010101010101n), bytes: new Uint8Array(4).fill(1) }]);
  });

  it("refuses a type it does not know", () => {
    expect(() => new AnswerReader(undefined).push(frame("?", new Uint8Array()))).toThrow("unknown type");
  });
});
