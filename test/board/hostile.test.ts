/** What a board must survive: peers that say what they should not, flashes that hold what nobody wrote. */
import { crc32 } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { Channel, Request, State, Upload } from "../../build/generated/link.js";
import { readClaim, readEntry, readStats, writeClaim } from "../../host/board/bodies.js";
import { buildIdOf } from "../../host/formats.js";
import { Reader, Writer } from "../../host/link/codec.js";
import { openNative } from "../../host/machine/native.js";
import { random } from "../support/damage.js";
import { seedsOf } from "../support/fuzz.js";
import { imageOf } from "./native-board.js";
import { ruined, ruinSectors, Siege } from "./siege.js";
import { type Answer, hasVictim, headOf, named, type Peer, Victim, type VictimOptions } from "./victim.js";

const victims: Victim[] = [];
const peers: Peer[] = [];

async function victim(options: VictimOptions = {}): Promise<{ board: Victim; peer: Peer }> {
  const board = new Victim(options);
  victims.push(board);
  return { board, peer: await peerOf(board) };
}

async function peerOf(board: Victim): Promise<Peer> {
  const peer = await board.connect();
  peers.push(peer);
  return peer;
}

/** The first word of a function's record in flash; one less is an image's (store_format.h, store.h). */
const functionRecord = 0x4e52c302;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
  const all = await Promise.allSettled(victims.splice(0).map((board) => board.bury()));
  for (const end of all) if (end.status === "rejected") throw end.reason;
});

const echo = imageOf("def handler(event, context):\n    return event\n");
const sleeper = imageOf("import time\nwhile True:\n    time.sleep(60)\n");
const forever = imageOf("def handler(event, context):\n    while True:\n        pass\n");
const event = new TextEncoder().encode('"an event"');
const invoke = (name: string, timeout = 5000): Uint8Array => new Writer().u32(timeout).u32(0).name(name).done();

describe.skipIf(!hasVictim)("an event that is uploaded", () => {
  it("is refused where its length is no size of memory", async () => {
    const { peer } = await victim();
    for (const length of [0xffffffff, 0xfffffffc, 0xfffffff0, 0x80000000, 1 << 20]) {
      expect((await peer.write(Upload.EVENT, 1n, event, 0, length)).code).toBe("BOARD_FULL");
      expect((await peer.ask(Request.DATA, new Writer().u32(0).raw(new Uint8Array(480)).done())).code).toBe("BOARD_OFFSET");
    }
    expect((await peer.info()).functions).toBe(0);
  });

  it("is not there before its end", async () => {
    const { peer } = await victim();
    await peer.image(echo);
    await peer.deploy("echo", echo, { heap: 24 << 10 });
    const long = new TextEncoder().encode(JSON.stringify("x".repeat(3000)));
    await peer.write(Upload.EVENT, 1n, long);
    await peer.data(long);
    expect((await peer.ask(Request.INVOKE, invoke("echo"))).code).toBe("BOARD_REQUEST");
    expect((await peer.end(Upload.EVENT, 1n)).code).toBe("OK");
    expect((await peer.ask(Request.INVOKE, invoke("echo"))).code).toBe("OK");
  });

  it("ends with its session", async () => {
    const { board, peer } = await victim();
    await peer.write(Upload.EVENT, 1n, event);
    await peer.data(event);
    await peer.info();
    await peer.drop();
    const other = await peerOf(board);
    expect((await other.end(Upload.EVENT, 1n)).code).toBe("BOARD_OFFSET");
    const begun = await other.write(Upload.EVENT, 1n, event);
    expect(begun.body?.u32()).toBe(0);
  });

  it("takes the place of one that nobody used", async () => {
    const { peer } = await victim();
    const free = (await peer.info()).poolFreeBytes;
    await peer.upload(Upload.EVENT, 1n, new Uint8Array(4));
    for (let i = 0; i < 5; i++) expect((await peer.upload(Upload.EVENT, 1n, new Uint8Array(3000 + i))).code).toBe("OK");
    expect((await peer.info()).poolFreeBytes).toBeGreaterThan(free - 3100);
  });
});

describe.skipIf(!hasVictim)("a record that is uploaded", () => {
  it("does not make a second function of a name", async () => {
    const { board, peer } = await victim();
    const other = await peerOf(board);
    await peer.image(sleeper);
    const record = headOf(buildIdOf(sleeper), "one");
    await peer.write(Upload.SNAPSHOT, 0n, record);
    await peer.data(record);
    await peer.info();
    expect((await other.deploy("one", sleeper)).code).toBe("OK");
    expect((await peer.end(Upload.SNAPSHOT, 0n)).code).toBe("BOARD_NAME_TAKEN");
    expect((await peer.list()).map(({ name }) => name)).toEqual(["one"]);
  });

  it("is refused where the image that it names is not there", async () => {
    const { board, peer } = await victim();
    const record = headOf(buildIdOf(sleeper), "one");
    expect((await peer.upload(Upload.SNAPSHOT, 0n, record)).code).toBe("BOARD_NO_IMAGE");
    const claim = { uid: 7n, peer: board.id, epoch: 3, state: State.PREPARED };
    const offer = headOf(buildIdOf(sleeper), "one", { claim });
    for (let i = 0; i < 2; i++) expect((await peer.upload(Upload.FUNCTION, 9n, offer)).code).toBe("BOARD_NO_IMAGE");
    expect(await peer.list()).toEqual([]);
    await peer.image(sleeper);
    expect((await peer.upload(Upload.FUNCTION, 9n, offer)).code).toBe("OK");
  });

  it("does not replace what went on while it came", async () => {
    const { board, peer } = await victim();
    const other = await peerOf(board);
    await peer.image(sleeper);
    const claimOf = (epoch: number, state: number, of = board.id) => ({ uid: 7n, peer: of, epoch, state });
    const offer = (epoch: number) => headOf(buildIdOf(sleeper), "one", { claim: claimOf(epoch, State.PREPARED) });
    expect((await peer.upload(Upload.FUNCTION, 9n, offer(3))).code).toBe("OK");
    await peer.write(Upload.FUNCTION, 9n, offer(5));
    await peer.data(offer(5));
    await peer.info();
    const gone = readClaim(await other.must(Request.GO, writeClaim(new Writer(), claimOf(3, State.MOVED)).done()));
    expect(gone.state).toBe(State.READY);
    expect((await peer.end(Upload.FUNCTION, 9n)).code).toBe("BOARD_STATE");
    expect(readClaim(await peer.must(Request.CLAIM, new Writer().u64(7n).done()))).toMatchObject({ epoch: 3, state: State.READY });
  });

  it("is known by its own name, where it replaces an older offer of another one", async () => {
    const { board, peer } = await victim();
    await peer.image(sleeper);
    for (const [epoch, name] of [
      [3, "one"],
      [5, "two"],
    ] as const) {
      const claim = { uid: 7n, peer: board.id, epoch, state: State.PREPARED };
      expect((await peer.upload(Upload.FUNCTION, 9n, headOf(buildIdOf(sleeper), name, { claim }))).code).toBe("OK");
    }
    expect(readEntry(await peer.must(Request.STAT, named("two")))).toMatchObject({ name: "two", uid: 7n, epoch: 5 });
    expect((await peer.ask(Request.STAT, named("one"))).code).toBe("BOARD_NO_FUNCTION");
  });

  it("may have any limits in its head", async () => {
    const { peer } = await victim();
    await peer.image(sleeper);
    for (const [i, heap] of [0, 1, 255, 256, 0xffffffff, 0xfffffff0, 0x80000000].entries()) {
      await peer.upload(Upload.SNAPSHOT, 0n, headOf(buildIdOf(sleeper), `f${i}`, { heap, slice: 0xffffffff, checkpoint: 1, timeout: 1 }));
      await sleep(20);
    }
    expect((await peer.list()).filter(({ state }) => state === "waiting" || state === "swapped").length).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasVictim)("an invocation", () => {
  it("that nobody waits for any more ends at the function's time limit", async () => {
    const { board, peer } = await victim();
    await peer.image(forever);
    await peer.deploy("hang", forever, { timeout: 300 });
    await sleep(100);
    const short = new TextEncoder().encode("1");
    const body = (timeout: number) => new Writer().u32(timeout).u32(short.length).name("hang").raw(short).done();
    expect((await peer.ask(Request.INVOKE, body(50))).code).toBe("BOARD_TIMEOUT");
    await sleep(600);
    expect(readEntry(await peer.must(Request.STAT, named("hang"))).state).toBe("failed");
    void peer.ask(Request.INVOKE, body(0)).catch(() => undefined);
    await sleep(100);
    await peer.drop();
    const other = await peerOf(board);
    await sleep(600);
    expect(readEntry(await other.must(Request.STAT, named("hang"))).state).toBe("failed");
  });
});

describe.skipIf(!hasVictim)("a board", () => {
  it("refuses a function that is too large for it, and is not stopped by one that it has", async () => {
    const large = await victim({ ram: 256 << 10 });
    const image = imageOf("import time\ndata = list(range(12000))\nwhile True:\n    time.sleep(0.01)\n");
    await large.peer.image(image);
    await large.peer.deploy("large", image, { heap: 200 << 10 });
    await sleep(300);
    const { uid, epoch, storedBytes } = readEntry(await large.peer.must(Request.SUSPEND, named("large")));
    expect(storedBytes).toBeGreaterThan(48000);
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < storedBytes; at += 496)
      pieces.push((await large.peer.must(Request.READ, new Writer().u64(uid).u32(epoch).u32(at).u16(496).done())).rest());
    const { peer } = await victim();
    await peer.image(image);
    expect((await peer.upload(Upload.SNAPSHOT, 0n, Buffer.concat(pieces))).code).toBe("BOARD_FULL");
    expect(await peer.list()).toEqual([]);

    await large.peer.must(Request.RESUME, named("large"));
    await large.board.off();
    const small = await victim({ flash: large.board.getFlash() });
    await small.peer.image(sleeper);
    await small.peer.deploy("small", sleeper);
    await sleep(100);
    expect(readEntry(await small.peer.must(Request.STAT, named("large"))).arenaBytes).toBe(0);
    expect(readEntry(await small.peer.must(Request.STAT, named("small"))).state).toBe("waiting");
  });

  it("starts with a flash that is full, and gives no uid twice", async () => {
    const { board, peer } = await victim({ sectors: 24, window: 12 });
    await peer.image(sleeper);
    const record = (name: string, more: number) => {
      const head = headOf(buildIdOf(sleeper), name, { suspended: true });
      return Buffer.concat([head, new Uint8Array(more)]);
    };
    let count = 0;
    for (const more of [2000, 200, 40, 0])
      while ((await peer.upload(Upload.SNAPSHOT, 0n, record(`f${count}`, more))).code === "OK") count++;
    const uids = new Set((await peer.list()).map(({ uid }) => uid));
    await peer.drop();
    for (let boots = 0; boots < 3; boots++) {
      await board.restart();
      const again = await peerOf(board);
      const left = await again.list();
      expect(left.length).toBe(uids.size);
      let deployed = await again.deploy(`new${boots}`, sleeper);
      while (deployed.code === "STORE_FULL") {
        const { name, uid } = left.shift()!;
        expect((await again.ask(Request.REMOVE, named(name))).code).toBe("OK");
        uids.delete(uid);
        deployed = await again.deploy(`new${boots}`, sleeper);
      }
      const uid = deployed.body!.u64();
      expect(uids.has(uid)).toBe(false);
      uids.add(uid);
      await again.drop();
    }
  }, 60_000);

  it("gets back the flash of functions that are removed", async () => {
    const { peer } = await victim({ sectors: 48, window: 16 });
    await peer.image(sleeper);
    const live = async () => readStats(await peer.must(Request.STATS, new Uint8Array())).liveBytes;
    await peer.deploy("one", sleeper);
    await peer.must(Request.REMOVE, named("one"));
    const before = await live();
    for (let i = 0; i < 10; i++) {
      await peer.deploy("one", sleeper);
      await sleep(20);
      await peer.must(Request.SUSPEND, named("one"));
      await peer.must(Request.REMOVE, named("one"));
    }
    expect(await live()).toBe(before);
  });

  it("starts with runs that say that they have no sectors", async () => {
    const { board, peer } = await victim({ sectors: 40, window: 20 });
    await peer.image(sleeper);
    await peer.deploy("one", sleeper);
    await peer.drop();
    await board.off();
    const flash = Buffer.from(board.getFlash());
    let heads = 0;
    for (let sector = 0; sector < flash.length; sector += 4096)
      if (flash.readUInt32LE(sector) !== 0xffffffff) {
        flash.writeUInt32LE(0xffff0000, sector + 16);
        heads++;
      }
    expect(heads).toBeGreaterThan(1);
    board.setFlash(flash);
    board.on();
    expect((await (await peerOf(board)).list()).map(({ name }) => name)).toEqual(["one"]);
  });

  it("does not run an image that flash has changed, and takes it anew", async () => {
    const { board, peer } = await victim({ sectors: 40, window: 20 });
    await peer.image(echo);
    await peer.deploy("one", echo);
    await sleep(100);
    await peer.drop();
    await board.off();
    const flash = board.getFlash();
    const at = Buffer.from(flash).indexOf(Buffer.from(echo));
    expect(at).toBeGreaterThan(0);
    flash[at + echo.length - 30]! ^= 4;
    board.setFlash(flash);
    board.on();
    const again = await peerOf(board);
    await sleep(50);
    expect((await again.deploy("two", echo)).code).toBe("BOARD_NO_IMAGE");
    expect(readEntry(await again.must(Request.STAT, named("one"))).state).toBe("failed");
    expect((await again.image(echo)).code).toBe("OK");
    expect((await again.deploy("two", echo)).code).toBe("OK");
    await sleep(50);
    expect(readEntry(await again.must(Request.STAT, named("two"))).state).toBe("waiting");
  });

  it("lets a peer detach from a function that was removed, and others attach", async () => {
    const { board, peer } = await victim();
    const other = await peerOf(board);
    const attach = (on: number, name: string) => new Writer().u8(on).name(name).done();
    await peer.image(sleeper);
    await peer.deploy("one", sleeper);
    await peer.deploy("two", sleeper);
    await peer.must(Request.ATTACH, attach(1, "one"));
    await other.must(Request.REMOVE, named("one"));
    expect((await other.ask(Request.ATTACH, attach(1, "two"))).code).toBe("BOARD_BUSY");
    await peer.must(Request.ATTACH, attach(0, "one"));
    expect((await other.ask(Request.ATTACH, attach(1, "two"))).code).toBe("OK");
  });

  it("may be deployed to by two peers at once: one function of a name is left", async () => {
    const { board, peer } = await victim({ sectors: 40, window: 20 });
    const other = await peerOf(board);
    await peer.image(sleeper);
    const all: Promise<Answer>[] = [];
    for (let i = 0; i < 20; i++) all.push(peer.deploy("one", sleeper), other.deploy("one", sleeper, { suspended: i % 2 === 0 }));
    const codes = (await Promise.all(all)).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["OK"]));
    expect((await peer.list()).map(({ name, version }) => [name, version])).toEqual([["one", 40]]);
    await board.restart();
    const again = await peerOf(board);
    expect((await again.list()).map(({ name, version }) => [name, version])).toEqual([["one", 40]]);
  });

  it("keeps no more than the claim of a function that has moved away", async () => {
    const { board, peer } = await victim();
    const image = imageOf("import time\ndata = list(range(2000))\nwhile True:\n    time.sleep(60)\n");
    await peer.image(image);
    const live = async () => readStats(await peer.must(Request.STATS, new Uint8Array())).liveBytes;
    const before = await live();
    const uids: bigint[] = [];
    for (let i = 0; i < 3; i++) {
      await peer.deploy("big", image, { heap: 24 << 10 });
      await sleep(100);
      const prepared = await peer.must(Request.PREPARE, new Writer().u64(9n).name("big").done());
      const claim = readClaim(prepared);
      expect(prepared.u32()).toBeGreaterThan(8000);
      const commit = writeClaim(new Writer(), claim).u32(prepared.u32()).done();
      for (let again = 0; again < 2; again++)
        expect(readClaim(await peer.must(Request.COMMIT, commit))).toMatchObject({ state: State.MOVED, epoch: 1, peer: 9n });
      uids.push(claim.uid);
    }
    expect((await live()) - before).toBeLessThan(3 * 160);
    await peer.drop();
    await board.restart();
    const again = await peerOf(board);
    for (const uid of uids)
      expect(readClaim(await again.must(Request.CLAIM, new Writer().u64(uid).done()))).toMatchObject({
        state: State.MOVED,
        epoch: 1,
        peer: 9n,
      });
  });

  it("follows what is printed, in long lines too, without a gap or a repeat", async () => {
    const { peer } = await victim();
    const lines = Array.from({ length: 5 }, (_, i) => `${i}${"abcdefghij".repeat(30)}`);
    const talker = imageOf(`import time\nfor line in ${JSON.stringify(lines)}:\n    print(line)\ntime.sleep(60)\n`);
    await peer.image(talker);
    const all: { position: number; text: string }[] = [];
    peer.connection.onChannel(Channel.LOGS, (message) => {
      const from = new Reader(message);
      from.skip(8);
      const position = from.count();
      from.skip(8);
      all.push({ position, text: Buffer.from(from.rest()).toString() });
    });
    await peer.must(Request.FOLLOW, new Writer().u64(0).u8(1).name("").done());
    await peer.deploy("talk", talker);
    await sleep(300);
    let next = 0;
    for (const { position, text } of all) {
      expect(position).toBe(next);
      next += text.length;
    }
    expect(all.map(({ text }) => text).join("")).toBe(lines.map((line) => `${line}\n`).join(""));
  });
});

describe.skipIf(!hasVictim)("a damaged flash", () => {
  it("may have an image where none is mapped", async () => {
    const shape = { sectors: 40, window: 20 };
    const { board, peer } = await victim(shape);
    await peer.image(echo);
    await peer.deploy("echo", echo, { heap: 24 << 10 });
    await peer.deploy("other", echo, { heap: 24 << 10 });
    await board.off();
    const flash = board.getFlash();
    const view = new DataView(flash.buffer, flash.byteOffset, flash.length);
    let changed = 0;
    for (let at = shape.window * 4096; at < flash.length; at += 4) {
      if (view.getUint32(at, true) !== functionRecord || changed > 0) continue;
      view.setUint32(at, functionRecord - 1, true);
      view.setUint32(at + 16, crc32(flash.subarray(at, at + 16)), true);
      changed++;
    }
    expect(changed).toBe(1);
    board.setFlash(flash);
    board.on();
    const again = await peerOf(board);
    expect((await again.ask(Request.STATS, new Uint8Array())).code).toBe("OK");
    expect((await again.list()).length).toBe(1);
  });
});

describe.skipIf(!hasVictim)("a siege: random and nearly right requests in any order, then flashes that are damaged", () => {
  it("is survived, and leaves nothing behind", async () => {
    const home = openNative("sanitize");
    const seeds = await seedsOf(home, true);
    home.close();
    const flashes: Uint8Array[] = [];
    for (const number of [1, 2, 3]) {
      const siege = new Siege(number, seeds);
      const { answers } = await siege.run(120);
      expect(answers.OK).toBeGreaterThan(10);
      if (siege.flash.length === ruinSectors * 4096) flashes.push(siege.flash);
    }
    expect(flashes.length).toBeGreaterThan(0);
    for (let number = 0; number < 8; number++) {
      const below = random(number);
      const flash = ruined(flashes[below(flashes.length)]!, flashes[below(flashes.length)]!, below);
      await new Siege(1000 + number, seeds, flash).run(15);
    }
  }, 120_000);
});
