/** What carries the bytes: TCP, and serial ports by way of a pty. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "../../host/link/clock.js";
import { openSerial } from "../../host/link/serial.js";
import { Session } from "../../host/link/session.js";
import { openTcp, socketTransport } from "../../host/link/tcp.js";
import type { LinkError, Transport } from "../../host/link/transport.js";
import { LinkPeer } from "./link-peer.js";

const hasSocat = spawnSync("socat", ["-V"]).status === 0;
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Messages both ways, and the end of the connection. */
async function converse(near: Transport, far: Transport): Promise<void> {
  const there: number[] = [];
  const here: number[] = [];
  const peer = new LinkPeer(far, systemClock, 5n, (channel, payload) => {
    there.push(payload.length);
    void peer.send(channel, payload);
  });
  const session = new Session(near);
  const done = new Promise<void>((resolve) => {
    session.listen({ message: (_, payload) => here.push(payload.length) === 100 && resolve(), lost: () => resolve() });
  });
  await session.open();
  expect(session.board).toMatchObject({ id: 5n });
  const lengths = Array.from({ length: 100 }, (_, i) => (i * 37) % 512);
  await Promise.all(lengths.map((length) => session.send(1, new Uint8Array(length).fill(length))));
  await done;
  expect({ there, here }).toEqual({ there: lengths, here: lengths });
  await session.close();
}

async function listen(accept: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
  const server = createServer(accept);
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: (server.address() as { port: number }).port };
}

describe("TCP", () => {
  it("carries a session", async () => {
    let accepted: (line: Transport) => void = () => undefined;
    const far = new Promise<Transport>((resolve) => {
      accepted = resolve;
    });
    const { port } = await listen((socket) => accepted(socketTransport(socket, "far")));
    const near = await openTcp("127.0.0.1", port);
    expect(near.name).toBe(`tcp:127.0.0.1:${port}`);
    await converse(near, await far);
  });

  it("says why it can't connect", async () => {
    const { server, port } = await listen(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    await expect(openTcp("127.0.0.1", port)).rejects.toThrow(`tcp:127.0.0.1:${port}: nothing listens there`);
    await expect(openTcp("no-such-host.invalid", 1)).rejects.toThrow("tcp:no-such-host.invalid:1: ");
  });

  it("tells the session when the board closes it, even before WELCOME", async () => {
    const { port } = await listen((socket) => void socket.on("data", () => socket.destroy()));
    const session = new Session(await openTcp("127.0.0.1", port));
    await expect(session.open()).rejects.toThrow(
      /^tcp:127.0.0.1:\d+: it closed the connection at once; all links of the board may be in use /,
    );
    expect(session.gone).toBe(true);
    await expect(session.open()).rejects.toThrow("it closed the connection at once");
  });
});

describe.skipIf(!hasSocat)("serial ports", () => {
  async function ptys(): Promise<{ paths: [string, string]; socat: ChildProcess }> {
    const folder = mkdtempSync(join(tmpdir(), "nanopy-pty-"));
    const paths: [string, string] = [join(folder, "near"), join(folder, "far")];
    const socat = spawn(
      "socat",
      paths.map((path) => `PTY,link=${path},raw,echo=0`),
    );
    ends.push(() => socat.kill());
    while (!paths.every((path) => existsSync(path))) await new Promise((resolve) => setTimeout(resolve, 20));
    return { paths, socat };
  }

  it("carry a session", async () => {
    const { paths } = await ptys();
    const far = await openSerial(paths[1]);
    ends.push(() => far.close());
    await converse(await openSerial(paths[0]), far);
  });

  it("say why they can't be opened", async () => {
    await expect(openSerial("/dev/no-such-port")).rejects.toThrow("serial:/dev/no-such-port: there is no such port");
  });

  it("that go away end the session", async () => {
    const { paths, socat } = await ptys();
    const far = await openSerial(paths[1]);
    new LinkPeer(far, systemClock, 5n, () => undefined);
    const session = new Session(await openSerial(paths[0]));
    await session.open();
    const lost = new Promise<LinkError>((resolve) => {
      session.listen({ message: () => undefined, lost: resolve });
    });
    socat.kill();
    expect((await lost).message).toBe(`serial:${paths[0]}: the port is gone; was the board unplugged?`);
    await session.close();
    await far.close();
  });
});
