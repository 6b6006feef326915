/** COBS and frames: the host's own, and beside the board's in C. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cobsDecode, cobsEncode } from "../../host/link/cobs.js";
import { decodeFrame, encodeFrame, FrameReader, type LinkFrame } from "../../host/link/frame.js";
import { LinkBoard } from "./link-board.js";

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe("COBS", () => {
  it.each([
    [[0x00], [0x01, 0x01]],
    [
      [0x00, 0x00],
      [0x01, 0x01, 0x01],
    ],
    [
      [0x00, 0x11, 0x00],
      [0x01, 0x02, 0x11, 0x01],
    ],
    [
      [0x11, 0x22, 0x00, 0x33],
      [0x03, 0x11, 0x22, 0x02, 0x33],
    ],
    [
      [0x11, 0x22, 0x33, 0x44],
      [0x05, 0x11, 0x22, 0x33, 0x44],
    ],
    [
      [0x11, 0x00, 0x00, 0x00],
      [0x02, 0x11, 0x01, 0x01, 0x01],
    ],
    [range(1, 254), [0xff, ...range(1, 254)]],
    [
      [0, ...range(1, 254)],
      [0x01, 0xff, ...range(1, 254)],
    ],
    [range(1, 255), [0xff, ...range(1, 254), 0x02, 0xff]],
    [
      [...range(2, 255), 0],
      [0xff, ...range(2, 255), 0x01, 0x01],
    ],
    [
      [...range(3, 255), 0, 1],
      [0xfe, ...range(3, 255), 0x02, 0x01],
    ],
  ])("encodes as the known vectors do: %#", (plain, encoded) => {
    expect([...cobsEncode(Uint8Array.from(plain))]).toEqual(encoded);
    expect([...cobsDecode(Uint8Array.from(encoded))!]).toEqual(plain);
  });

  it("gives back all lengths around the block's, with a 0 anywhere", () => {
    for (const length of [0, 1, 2, ...range(252, 257), ...range(506, 511)])
      for (let zero = -1; zero < length; zero++) {
        const plain = new Uint8Array(length).fill(7);
        if (zero >= 0) plain[zero] = 0;
        const encoded = cobsEncode(plain);
        expect(encoded.includes(0)).toBe(false);
        expect(encoded.length).toBeLessThanOrEqual(length + Math.floor(length / 254) + 1);
        expect(Buffer.from(cobsDecode(encoded)!).equals(plain)).toBe(true);
      }
  });

  it("refuses what no encoder writes", () => {
    expect(cobsDecode(Uint8Array.of())).toBeUndefined();
    expect(cobsDecode(Uint8Array.of(3, 1))).toBeUndefined();
    expect(cobsDecode(Uint8Array.of(1, 0, 1))).toBeUndefined();
  });
});

const frames = fc.record({
  kind: fc.integer({ min: 1, max: 6 }),
  channel: fc.nat(255),
  session: fc.nat(65535),
  sequence: fc.nat(65535),
  acknowledged: fc.nat(65535),
  payload: fc.uint8Array({ maxLength: 512 }),
});

describe("frames", () => {
  const frame: LinkFrame = { kind: 3, channel: 1, session: 0x1234, sequence: 7, acknowledged: 0xffff, payload: Uint8Array.of(0, 9) };

  it("lie on the line as LINK.md draws them", () => {
    const bytes = encodeFrame(frame);
    expect([...cobsDecode(bytes.subarray(0, -1))!.subarray(0, 10)]).toEqual([3, 1, 0x34, 0x12, 7, 0, 0xff, 0xff, 0, 9]);
    expect(bytes.at(-1)).toBe(0);
  });

  it("come back from pieces of any size, and from behind noise", () => {
    fc.assert(
      fc.property(
        fc.array(frames, { maxLength: 5 }),
        fc.uint8Array({ maxLength: 50 }),
        fc.integer({ min: 1, max: 700 }),
        (sent, noise, size) => {
          const line = Buffer.concat([noise, Uint8Array.of(0), ...sent.map(encodeFrame)]);
          const reader = new FrameReader();
          const got: LinkFrame[] = [];
          for (let at = 0; at < line.length; at += size) got.push(...reader.push(line.subarray(at, at + size)));
          expect(got).toEqual(sent);
        },
      ),
    );
  });

  it("are dropped when any bit is turned", () => {
    const bytes = encodeFrame(frame);
    for (let bit = 0; bit < (bytes.length - 1) * 8; bit++) {
      const damaged = bytes.slice(0, -1);
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      expect(decodeFrame(damaged)).toBeUndefined();
    }
  });

  it("that are too long are dropped, and the next one is not", () => {
    expect(new FrameReader().push(Buffer.concat([new Uint8Array(20_000).fill(1), Uint8Array.of(0), encodeFrame(frame)]))).toEqual([frame]);
  });

  it("are encoded by the board to the same bytes", async () => {
    const board = await LinkBoard.create();
    const hello = Uint8Array.from([1, 1, 0, 2, 8, 0, 0, 0, ...new Uint8Array(8)]);
    board.step(0, encodeFrame({ kind: 1, channel: 0, session: 5, sequence: 0, acknowledged: 0, payload: hello }));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 512 }), fc.boolean(), (payload, zeros) => {
        if (!zeros) for (const [i, byte] of payload.entries()) payload[i] = byte || 1;
        const sequence = board.taken;
        const { bytes } = board.step(0, encodeFrame({ kind: 3, channel: 2, session: 5, sequence, acknowledged: sequence, payload }));
        const answer: LinkFrame = { kind: 3, channel: 2, session: 5, sequence, acknowledged: sequence, payload };
        expect(Buffer.from(bytes).toString("hex")).toBe(Buffer.concat([Uint8Array.of(0), encodeFrame(answer)]).toString("hex"));
      }),
    );
  });
});
