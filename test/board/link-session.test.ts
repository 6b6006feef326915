/** The host's session against the board's link in C, on lines of all kinds of badness. */
import { describe, expect, it } from "vitest";
import { Frame, frameNames } from "../../build/generated/link.js";
import { VirtualClock } from "../../host/link/clock.js";
import { encodeFrame, FrameReader, frameOverhead } from "../../host/link/frame.js";
import { type LineOptions, memoryPair, seededRandom } from "../../host/link/memory.js";
import { encodeLimits, Session } from "../../host/link/session.js";
import type { LinkError } from "../../host/link/transport.js";
import { LinkBoard } from "./link-board.js";

interface Meeting {
  clock: VirtualClock;
  board: LinkBoard;
  session: Session;
  received: string[];
  lost: LinkError[];
}

async function meet(line: LineOptions = {}, busy = 0, narrow = 0): Promise<Meeting> {
  const clock = new VirtualClock();
  const [host, far] = memoryPair({ clock, delay: 1, ...line });
  const board = await LinkBoard.create(busy, narrow);
  board.attach(far, clock);
  let number = 100;
  const session = new Session(host, { clock, number: () => number++ });
  const received: string[] = [];
  const lost: LinkError[] = [];
  session.listen({
    message: (channel, bytes) => received.push(`${channel} ${Buffer.from(bytes).toString("latin1")}`),
    lost: (error) => lost.push(error),
  });
  return { clock, board, session, received, lost };
}

/** Messages of 0 to 512 bytes, all different. */
function messages(count: number, seed: number): Uint8Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const bytes = new Uint8Array(Math.floor(random() * 513));
    for (let at = 0; at < bytes.length; at++) bytes[at] = random() < 0.3 ? 0 : Math.floor(random() * 256);
    if (bytes.length > 2) bytes.set([i & 255, i >> 8]);
    return bytes;
  });
}

const shown = (sent: Uint8Array[]): string[] => sent.map((bytes, i) => `${(i % 3) + 1} ${Buffer.from(bytes).toString("latin1")}`);

async function echo({ clock, session, received }: Meeting, sent: Uint8Array[], limit: number): Promise<void> {
  const goal = received.length + sent.length;
  const all = Promise.all(sent.map((bytes, i) => session.send((i % 3) + 1, bytes)));
  await clock.until(all, limit);
  const end = clock.now() + limit;
  while (received.length < goal && clock.now() < end) await clock.run(50);
}

describe("a session", () => {
  it("is granted with the board's limits and id", async () => {
    const { clock, session, board } = await meet();
    await clock.until(session.open());
    expect(session.board).toEqual({ lowest: 1, highest: 1, payload: 512, window: 4, id: 0x0123456789abcdefn });
    expect(board.sessions).toBe(1);
  });

  it("is asked for until it is granted, and is one session though HELLO came often", async () => {
    const { clock, session, board } = await meet({ delay: 1400 });
    await clock.until(session.open());
    await clock.run(5000);
    expect(board.sessions).toBe(1);
  });

  it("is refused where no version is common", async () => {
    const board = await LinkBoard.create();
    const payload = encodeLimits({ lowest: 2, highest: 3, payload: 512, window: 4, id: 0n });
    const { bytes } = board.step(0, encodeFrame({ kind: Frame.HELLO, channel: 0, session: 9, sequence: 0, acknowledged: 0, payload }));
    const welcome = encodeLimits({ lowest: 0, highest: 0, payload: 512, window: 4, id: 0x0123456789abcdefn });
    const answer = encodeFrame({ kind: Frame.WELCOME, channel: 0, session: 9, sequence: 0, acknowledged: 0, payload: welcome });
    expect([...bytes]).toEqual([0, ...answer]);
    expect(board.sessions).toBe(0);
  });

  it("says who is missing", async () => {
    const clock = new VirtualClock();
    const session = new Session(memoryPair({ clock })[0], { clock });
    await expect(clock.until(session.open(2000))).rejects.toThrow("memory: no answer within 2 s");
  });

  it("begins anew after the board has restarted, even where the host only listens", async () => {
    const meeting = await meet();
    const { clock, session, board, lost, received } = meeting;
    await clock.until(session.open());
    await echo(meeting, messages(9, 1), 1000);
    board.restart();
    await clock.run(4100);
    expect(lost.map((error) => error.message)).toEqual(["memory: the board ended the session, or has restarted"]);
    await expect(session.send(1, new Uint8Array(1))).rejects.toThrow("no session");
    await clock.until(session.open());
    await echo(meeting, messages(9, 2), 1000);
    expect(received).toEqual([...shown(messages(9, 1)), ...shown(messages(9, 2))]);
  });

  it("is given up by both sides where nothing is heard for ten seconds", async () => {
    const clock = new VirtualClock();
    const [host, far] = memoryPair({ clock });
    const board = await LinkBoard.create();
    let cut = false;
    board.attach({ ...far, write: (bytes) => (cut ? undefined : far.write(bytes)), onData: (listener) => far.onData(listener) }, clock);
    const session = new Session(host, { clock });
    const lost: number[] = [];
    session.listen({ message: () => undefined, lost: () => lost.push(clock.now()) });
    await clock.until(session.open());
    cut = true;
    const begun = clock.now();
    await session.send(1, new Uint8Array(8));
    await clock.run(9900);
    expect(lost).toEqual([]);
    await clock.run(200);
    expect(lost[0]! - begun).toBeCloseTo(10_000, -2);
    expect(board.taken).toBe(1);
    // The board's own frames are unacknowledged too, and it falls silent.
    await clock.run(12_000);
    expect(board.answers.at(-1)!.due).toBe(0xffffffff);
  });
});

describe("messages arrive once and in order", () => {
  it.each([
    ["a good line", {}, 0, 0],
    ["a busy board", {}, 200, 0],
    ["a line that takes few bytes at a time", {}, 0, 40],
    ["10 % of all pieces lost", { loss: 0.1 }, 0, 0],
    ["30 % of all pieces lost", { loss: 0.3 }, 0, 0],
    ["20 % of all pieces damaged", { damage: 0.2 }, 0, 0],
    ["all of it", { loss: 0.1, damage: 0.1, delay: 30, rate: 115200 }, 128, 100],
  ] as [string, LineOptions, number, number][])("on %s", async (_, line, busy, narrow) => {
    const meeting = await meet({ seed: 5, ...line }, busy, narrow);
    await meeting.clock.until(meeting.session.open());
    const sent = messages(300, 3);
    await echo(meeting, sent, 600_000);
    expect(meeting.received).toEqual(shown(sent));
    expect(meeting.board.taken).toBe(300);
    expect(meeting.lost).toEqual([]);
    expect(meeting.board.replay() ?? meeting.board.answers).toEqual(meeting.board.answers);
  });
});

describe("a line full of noise", () => {
  it("does not end the session, nor delivers anything: 10,000 frames", async () => {
    const meeting = await meet();
    const { clock, session, board, received, lost } = meeting;
    await clock.until(session.open());
    await echo(meeting, messages(5, 4), 1000);
    const random = seededRandom(6);
    const byte = (): number => Math.floor(random() * 256);
    const payload = (): Uint8Array => Uint8Array.from({ length: Math.floor(random() * 600) }, byte);
    const answers: Uint8Array[] = [];
    for (let i = 0; i < 10_000; i++) {
      // Sequence numbers that the board does not expect (it expects 5), in frames that are whole.
      const frame = encodeFrame({
        kind: Frame.DATA,
        channel: 1,
        session: 100,
        sequence: 6 + Math.floor(random() * 60_000),
        acknowledged: 5,
        payload: payload(),
      });
      const kind = i % 5;
      let bytes = frame;
      if (kind === 0) bytes = Uint8Array.from({ length: 1 + Math.floor(random() * 900) }, byte);
      if (kind === 1) bytes = frame.subarray(0, 1 + Math.floor(random() * (frame.length - 1)));
      if (kind === 2) bytes[Math.floor(random() * (bytes.length - 1))]! ^= 1 << Math.floor(random() * 8);
      if (kind === 3)
        bytes = encodeFrame({ kind: byte(), channel: byte(), session: 200, sequence: 5, acknowledged: byte(), payload: payload() });
      answers.push(board.step(Math.floor(clock.now()), bytes).bytes);
    }
    // Nothing in it is taken for the start of a session or of a message.
    expect([board.sessions, board.taken]).toEqual([1, 5]);
    board.step(Math.floor(clock.now()), new Uint8Array(1));
    await echo(meeting, messages(40, 7), 20_000);
    expect(received).toEqual([...shown(messages(5, 4)), ...shown(messages(40, 7))]);
    expect(lost).toEqual([]);
    expect(board.replay() ?? board.answers).toEqual(board.answers);
  });

  it("does not repeat what was sent twice, nor reorder what came reordered", async () => {
    const meeting = await meet();
    const { clock, session, board } = meeting;
    await clock.until(session.open());
    const before = board.answers.length;
    const data = (sequence: number): Uint8Array =>
      encodeFrame({ kind: Frame.DATA, channel: 2, session: 100, sequence, acknowledged: 0, payload: Uint8Array.of(sequence) });
    for (const sequence of [0, 0, 2, 1, 0, 1, 3, 3, 2]) board.step(Math.floor(clock.now()), data(sequence));
    const frames = board.answers.slice(before).flatMap(({ bytes }) => new FrameReader().push(bytes));
    const said = frames.map(({ kind, sequence, acknowledged, payload }) => [
      frameNames[kind],
      kind === Frame.DATA ? [sequence, ...payload] : [],
      acknowledged,
    ]);
    expect(said).toEqual([
      ["DATA", [0, 0], 0],
      ["ACK", [], 1], // 0 again
      ["NAK", [], 1], // 2 before 1
      ["DATA", [1, 1], 1],
      ["ACK", [], 2],
      ["ACK", [], 2],
      ["NAK", [], 2], // 3 before 2, and once only
      ["DATA", [2, 2], 2],
    ]);
  });
});

describe("the line's use", () => {
  it("an upload of 16 KB at 115200 takes at most a tenth more than its bytes", async () => {
    const rate = 115200;
    const { clock, session, board } = await meet({ rate });
    await clock.until(session.open());
    const dataBytes = 504; // a request's head and an offset are 8 of 512
    const begun = clock.now();
    const chunks = Math.ceil(16384 / dataBytes);
    for (let i = 0; i < chunks; i++) {
      const message = new Uint8Array(8 + Math.min(dataBytes, 16384 - i * dataBytes)).map((_, k) => k * 7 + i);
      await clock.until(session.send(8, message));
    }
    while (board.taken < chunks) await clock.run(1);
    const took = clock.now() - begun;
    expect(16384 / ((rate / 10_000) * took)).toBeGreaterThan(0.9);
    expect(frameOverhead + 8).toBeLessThan(512 * 0.05);
    expect(board.linkBytes).toBeLessThan(2500);
  });
});
