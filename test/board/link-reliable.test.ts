/** Two sessions in TypeScript on a bad line: what is sent arrives once, in order, in bounded time, both ways at once. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { VirtualClock } from "../../host/link/clock.js";
import { memoryPair, seededRandom } from "../../host/link/memory.js";
import { Session } from "../../host/link/session.js";
import { LinkPeer } from "./link-peer.js";

it("messages arrive once and in order, whatever is lost and damaged", async () => {
  const lines = fc.record({
    seed: fc.nat(),
    loss: fc.double({ min: 0, max: 0.3, noNaN: true }),
    damage: fc.double({ min: 0, max: 0.1, noNaN: true }),
    delay: fc.integer({ min: 0, max: 200 }),
    forth: fc.integer({ min: 0, max: 80 }),
    back: fc.integer({ min: 0, max: 80 }),
  });
  await fc.assert(
    fc.asyncProperty(lines, async ({ seed, loss, damage, delay, forth, back }) => {
      const clock = new VirtualClock();
      const [near, far] = memoryPair({ clock, seed, loss, damage, delay });
      const random = seededRandom(seed);
      const message = (i: number): string => `${i}:${"x".repeat(Math.floor(random() * 480))}\0`;
      const there: string[] = [];
      const here: string[] = [];
      let lost = 0;
      const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
      const peer = new LinkPeer(far, clock, 7n, (_, payload) => there.push(text(payload)));
      const session = new Session(near, { clock, number: () => 9 });
      session.listen({
        message: (_, payload) => here.push(text(payload)),
        lost: () => lost++,
      });
      await clock.until(session.open(60_000));
      const out = Array.from({ length: forth }, (_, i) => message(i));
      const into = Array.from({ length: back }, (_, i) => message(i));
      for (const sent of out) void session.send(1, Buffer.from(sent));
      for (const sent of into) void peer.send(2, Buffer.from(sent));
      // Of a window of frames at least one gets through at each repetition, more or less: two seconds for each frame is ample.
      const end = clock.now() + 10_000 + (forth + back) * 2000;
      while ((there.length < forth || here.length < back) && clock.now() < end && lost === 0) await clock.run(500);
      await clock.run(5000);
      expect({ lost, there, here }).toEqual({ lost: 0, there: out, here: into });
    }),
    { numRuns: 60 },
  );
});

it("a lost frame costs a round trip, not a timeout", async () => {
  const clock = new VirtualClock();
  const [near, far] = memoryPair({ clock, delay: 5 });
  let count = 0;
  // The third DATA frame is lost: HELLO, then data.
  const lossy = { ...bound(near), write: (bytes: Uint8Array) => (++count === 4 ? undefined : near.write(bytes)) };
  const there: number[] = [];
  const peer = new LinkPeer(far, clock, 7n, (_, payload) => there.push(payload[0]!));
  const session = new Session(lossy, { clock });
  await clock.until(session.open());
  const begun = clock.now();
  for (let i = 0; i < 8; i++) void session.send(1, Uint8Array.of(i));
  while (there.length < 8 && clock.now() - begun < 1000) await clock.run(1);
  expect(there).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(clock.now() - begun).toBeLessThan(60);
  expect(peer.sessions).toBe(1);
});

/** A transport's methods without its prototype. */
function bound(line: ReturnType<typeof memoryPair>[0]): typeof line {
  return {
    name: line.name,
    write: (bytes) => line.write(bytes),
    onData: (listener) => line.onData(listener),
    onClose: (listener) => line.onClose(listener),
    close: () => line.close(),
  };
}
