/** A board whose network is lwIP, as on the chip: found by multicast DNS, reached over TCP. */
import { type ChildProcess, spawn } from "node:child_process";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { Board } from "../../host/board/board.js";
import { findNetworkBoards } from "../../host/discovery/network.js";
import { buildLwipBoard, hasLwip } from "./build.js";

const password = "correct horse";
const mdnsPort = 53531;

let child: ChildProcess;
let address: string;
let port: number;
let said = "";

async function start(): Promise<void> {
  const program = await buildLwipBoard();
  child = spawn(program, ["40960", String(mdnsPort), `home:${password}`], { stdio: ["pipe", "pipe", "pipe"] });
  child.stderr!.on("data", (text) => {
    said += text;
  });
  port = await new Promise<number>((resolve, reject) => {
    let text = "";
    child.stdout!.on("data", (chunk) => {
      text += chunk;
      const found = /^port (\d+)$/m.exec(text);
      if (found) resolve(Number(found[1]));
    });
    child.once("exit", (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
  address = `tcp:127.0.0.1:${port}`;
}

async function withBoard<T>(work: (board: Board) => Promise<T>): Promise<T> {
  const board = await Board.connect(address, { timeout: 5000 });
  try {
    return await work(board);
  } finally {
    await board.close();
  }
}

const imageOf = (text: string): Uint8Array => compileProgram({ path: "program.py", text }).image;

const raw = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port }, () => resolve(socket));
    socket.once("error", reject);
  });
/** Whether the board ends the connection within so many ms. */
const ends = (socket: Socket, ms: number): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    socket.resume();
    socket.once("close", () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(!hasLwip)("a board on lwIP (needs liblwip-dev)", () => {
  beforeAll(start, 240_000);
  afterAll(async () => {
    child.stdin!.end();
    await new Promise((resolve) => (child.exitCode === null ? child.once("exit", resolve) : resolve(0)));
    expect(said).toBe("");
  });

  it("answers, runs a function and gives its output", async () => {
    await withBoard(async (board) => {
      expect(await board.info()).toMatchObject({ platform: "lwip", links: 2 });
      const image = imageOf("def handler(event, context):\n    print('got', event)\n    return event * 2\n");
      await board.deploy({ image, name: "twice" });
      expect(await board.invoke("twice", 21)).toBe(42);
      for await (const { bytes } of board.logs("twice")) expect(Buffer.from(bytes).toString()).toBe("got 21\n");
    });
  });

  it("takes and gives much at once, in order", async () => {
    await withBoard(async (board) => {
      const image = imageOf(`def handler(event, context):\n    return event + [len(event)]\n# ${"x".repeat(20)}\n`);
      await board.deploy({ image, name: "much", heap: 24 << 10 });
      const event = Array.from({ length: 300 }, (_, i) => i * 7);
      for (let i = 0; i < 20; i++) expect(await board.invoke("much", event)).toEqual([...event, 300]);
      const large = Buffer.alloc(60_000, 7);
      for (const part of [large.subarray(0, 30_000), large]) await expect(board.putImage(part)).rejects.toThrow("not a nanopy image");
      expect(Buffer.from(await board.readImage((await board.stat("much")).build))).toEqual(Buffer.from(image));
    });
  });

  it("bears bytes that are no frames, and connections that come and go", async () => {
    for (let i = 0; i < 30; i++) {
      const socket = await raw();
      socket.on("error", () => undefined);
      socket.write(Buffer.from(Array.from({ length: 3000 }, (_, k) => (k * 31 + i) & 255)));
      if (i % 3 === 0) socket.destroy();
      else socket.end();
      if (i % 3 === 1) await ends(socket, 2000);
      await sleep(20);
    }
    await sleep(500);
    await withBoard(async (board) => expect((await board.list()).map(({ name }) => name)).toEqual(["twice", "much"]));
  });

  it("has two connections at a time, and refuses a third at once", async () => {
    await withBoard(async (first) =>
      withBoard(async (second) => {
        const third = await raw();
        expect(await ends(third, 3000)).toBe(true);
        expect((await first.info()).links + (await second.info()).links).toBe(4);
      }),
    );
  });

  it("gives up a peer that has been silent for long, for one that comes", async () => {
    const silent = [await raw(), await raw()];
    const ended = silent.map((socket) => ends(socket, 8000));
    await sleep(7000);
    await withBoard(async (board) => expect(await board.info()).toMatchObject({ links: 2 }));
    expect((await Promise.all(ended)).filter(Boolean)).toHaveLength(1);
    for (const socket of silent) socket.destroy();
  }, 30_000);

  it("is found on the network from when it has joined one, under its name, until it leaves", async (context) => {
    const look = async () => (await findNetworkBoards({ interface: "127.0.0.1", port: mdnsPort, timeout: 1500 })).boards;
    expect(await look()).toEqual([]);
    await withBoard(async (board) => {
      await board.rename("attic");
      await board.setWifi("home", password);
      await expect.poll(async () => (await board.wifi()).state, { timeout: 5000 }).toBe("connected");
      const found = await look();
      if (found.length === 0 && process.platform !== "linux") context.skip("this machine does not multicast to itself");
      expect(found).toEqual([{ name: "attic-010203", address: "tcp:192.168.4.5:7890" }]);
      await board.forgetWifi();
      await sleep(700);
      expect(await look()).toEqual([]);
    });
  }, 30_000);
});
