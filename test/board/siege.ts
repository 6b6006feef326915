/** Random and nearly right requests to a board with sanitizers, in any order. The same seed asks the same things. */
import { crc32 } from "node:zlib";
import { Channel, Request, State, Upload } from "../../build/generated/link.js";
import { type Claim, encodeDeploy, encodeHead, type FunctionInfo, readClaim, writeClaim } from "../../host/board/bodies.js";
import { keyOfBuild } from "../../host/board/upload.js";
import { buildIdOf } from "../../host/formats.js";
import { Writer } from "../../host/link/codec.js";
import { LinkError } from "../../host/link/transport.js";
import { damageBits, damageTypes, type Random, random, type Seed } from "../support/damage.js";
import { imageOf } from "./native-board.js";
import { type Answer, named, type Peer, Victim } from "./victim.js";

const oneOf = <T>(below: Random, list: readonly T[]): T => list[below(list.length)]!;
const requests = Object.values(Request);
const states = Object.values(State);
const numbers = [0, 1, 2, 3, 4, 7, 100, 255, 256, 496, 4096, 65535, 1 << 20, 0x7fffffff, 0x80000000, 0xfffffffc, 0xffffffff] as const;
/** Of a flash that is to be ruined. */
export const ruinSectors = 40;
const friends = [1n, 2n, 0n] as const;

const programs = [
  "import time\nwhile True:\n    time.sleep(0.003)\n    print('x' * 90)\n",
  "def handler(event, context):\n    return [event, event]\n",
  "calls = 0\ndef handler(event, context):\n    global calls\n    calls += 1\n    if calls % 3 == 0:\n        raise ValueError(event)\n    while calls % 5 == 0:\n        pass\n    return 'long ' * 300\n",
  "while True:\n    print(input())\n",
  "x = 1\nkeep = []\nwhile True:\n    x = x * 75 % 65537\n    keep = [x] + keep[:40]\n",
  "data = []\nwhile True:\n    data.append('more' * 10)\n",
  "import time\ndata = list(range(2500))\nwhile True:\n    time.sleep(0.02)\n    data.append(data.pop(0))\n",
];

/** What went wrong, with all that is needed to do it again. */
export class SiegeFailure extends Error {}

export interface SiegeReport {
  /** Answers by their codes. */
  readonly answers: Record<string, number>;
  /** The request that took longest, ms. */
  slowest: { ms: number; what: string };
}

export class Siege {
  readonly report: SiegeReport = { answers: {}, slowest: { ms: 0, what: "" } };
  private readonly below: Random;
  private readonly images = programs.map(imageOf);
  private readonly names = ["a", "b", "c", "dé", "x".repeat(31)];
  private board!: Victim;
  private peers: Peer[] = [];
  private functions: FunctionInfo[] = [];
  private last: string[] = [];
  /** What the board's flash held after the steps. */
  flash: Uint8Array = new Uint8Array();

  /** `ruin`: the flash that the board begins with; then it need not make sense, and only has to be survived. */
  constructor(
    readonly number: number,
    private readonly seeds: readonly Seed[],
    readonly ruin?: Uint8Array,
  ) {
    this.below = random(number * 7919 + 1);
  }

  /** So many steps; then all that is left is removed, and the board must be as empty as at first. Throws a SiegeFailure. */
  async run(steps: number): Promise<SiegeReport> {
    const below = this.below;
    const shape = this.ruin || below(3) > 0 ? { sectors: ruinSectors, window: 20 } : {};
    this.board = new Victim({ ...shape, ram: oneOf(below, [24 << 10, 40 << 10, 80 << 10]), ...(this.ruin && { flash: this.ruin }) });
    try {
      this.peers = [await this.board.connect(), await this.board.connect()];
      const free = (await this.peers[0]!.info()).poolFreeBytes;
      for (let i = 0; i < steps; i++) {
        await this.step();
        if (i % 10 === 9) await this.look();
      }
      this.flash = this.board.getFlash();
      if (!this.ruin) await this.end(free);
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, 300)); // what the sanitizers say comes a little later
      throw new SiegeFailure(
        `siege ${this.number}: ${(error as Error).message}; ${this.board.ended ?? "it runs"}\nbefore: ${this.last.join(" ")}`,
      );
    } finally {
      for (const peer of this.peers) await peer.close();
      await this.board.bury().catch(() => undefined);
    }
    return this.report;
  }

  private get peer(): Peer {
    return oneOf(this.below, this.peers);
  }

  private async step(): Promise<void> {
    const below = this.below;
    const kind = below(100);
    if (kind < 55) await this.anything();
    else if (kind < 63) await this.image();
    else if (kind < 75) await this.record();
    else if (kind < 80) await this.event();
    else if (kind < 90) await this.deploy();
    else if (kind < 93) this.peer.noise(Uint8Array.from({ length: 1 + below(300) }, () => (below(8) === 0 ? 0 : below(256))));
    else if (kind < 95)
      await this.peer.connection.send(
        Channel.STDIN,
        new Writer()
          .u64(this.uid())
          .raw(this.bytes(below(120)))
          .done(),
      );
    else if (kind < 97) await this.reconnect();
    else if (kind < 98) await this.restart();
    else await new Promise((resolve) => setTimeout(resolve, below(30)));
  }

  private note(what: string): void {
    this.last.push(what);
    if (this.last.length > 40) this.last.shift();
  }

  private async timed(what: string, asked: Promise<Answer>): Promise<Answer> {
    const begun = performance.now();
    const answer = await asked;
    const ms = performance.now() - begun;
    this.note(`${what}:${answer.code}`);
    this.report.answers[answer.code] = (this.report.answers[answer.code] ?? 0) + 1;
    if (ms > this.report.slowest.ms) this.report.slowest = { ms: Math.round(ms), what };
    return answer;
  }

  // --- what is said ---------------------------------------------------------------------------------------------

  private bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }

  private u32(): number {
    return this.below(5) === 0 ? this.below(0x100000000) : oneOf(this.below, numbers);
  }

  private uid(): bigint {
    const known = this.functions.map(({ uid }) => uid);
    return oneOf(this.below, [...known, ...known, 7n, 0n]);
  }

  private name(): string {
    const below = this.below;
    return below(12) === 0 ? oneOf(below, ["", "x".repeat(32), "a b", "a\u0000", "\ud7ff/"]) : oneOf(below, this.names);
  }

  private build(): string {
    return this.below(8) === 0 ? "0123456789abcdef" : buildIdOf(oneOf(this.below, this.images));
  }

  private claim(): Claim {
    const below = this.below;
    const epoch = below(3) === 0 ? this.u32() : below(5);
    return {
      uid: this.uid(),
      peer: oneOf(below, [...friends, this.board.id]),
      epoch,
      state: below(10) === 0 ? below(256) : oneOf(below, states),
    };
  }

  private limits() {
    const below = this.below;
    const some = (): number => (below(2) === 0 ? 0 : this.u32());
    const heap = below(3) > 0 ? 8192 + below(8192) : this.u32();
    const quotas = { invocationInstructions: some() * below(2), totalInstructions: some() * below(2) };
    return { heap, slice: some(), timeout: below(2) * (1 + below(60)), checkpoint: below(3) === 0 ? 1 + below(50) : 0, ...quotas };
  }

  private body(request: number): Uint8Array {
    const below = this.below;
    const to = new Writer();
    switch (request) {
      case Request.LIST:
        return to.u16(below(8)).done();
      case Request.HAS_IMAGE:
        return to.build(this.build()).done();
      case Request.WRITE:
        return to.u8(below(6)).zeros(3).u32(this.u32()).u64(this.uid()).u32(this.u32()).done();
      case Request.DATA:
        return to
          .u32(below(3) === 0 ? this.u32() : 0)
          .raw(this.bytes(4 * below(100)))
          .done();
      case Request.END:
        return to.u8(below(6)).zeros(3).u64(this.uid()).done();
      case Request.DEPLOY:
        return encodeDeploy(this.name(), this.build(), this.limits(), below(2) === 0);
      case Request.READ:
        return to
          .u64(this.uid())
          .u32(below(4))
          .u32(below(2) === 0 ? 4 * below(400) : this.u32())
          .u16(below(600))
          .done();
      case Request.READ_IMAGE:
        return to
          .build(this.build())
          .u32(below(2) === 0 ? below(400) : this.u32())
          .u16(below(600))
          .done();
      case Request.INVOKE: {
        const event = new TextEncoder().encode(oneOf(below, ["1", '{"a": [1, null]}', "{", '"é"', `"${"x".repeat(below(400))}"`]));
        const sent = below(3) === 0 ? new Uint8Array() : event.subarray(0, 400);
        return to
          .u32(1 + below(80))
          .u32(below(10) === 0 ? this.u32() : sent.length)
          .name(this.name())
          .raw(sent)
          .done();
      }
      case Request.ANSWER:
        return to
          .u32(below(2) === 0 ? below(1000) : this.u32())
          .name(this.name())
          .done();
      case Request.FOLLOW:
        return to
          .u64(this.u32())
          .u8(below(2))
          .name(below(2) === 0 ? "" : this.name())
          .done();
      case Request.ATTACH:
        return to.u8(below(3)).name(this.name()).done();
      case Request.PREPARE:
        return to.u64(oneOf(below, friends)).name(this.name()).done();
      case Request.COMMIT:
        return writeClaim(to, this.claim()).u32(this.u32()).done();
      case Request.GO:
      case Request.ABORT:
        return writeClaim(to, this.claim()).done();
      case Request.CLAIM:
        return to.u64(this.uid()).done();
      case Request.INFO:
      case Request.STATS:
        return to.done();
      default:
        return named(this.name());
    }
  }

  /** One of the requests, or none of them, as it should be or nearly so. */
  private async anything(): Promise<void> {
    const below = this.below;
    const request = below(40) === 0 ? below(256) : oneOf(below, requests);
    let body = this.body(request);
    const mistake = below(24);
    if (mistake < 3) body = body.slice(0, below(body.length + 1));
    else if (mistake < 5) body = Buffer.concat([body, this.bytes(below(20))]);
    else if (mistake < 7 && body.length > 0) body[below(body.length)]! ^= 1 << below(8);
    const { peer } = this;
    if (request === Request.DATA) {
      const quiet = peer.connection.quietly(request, () => undefined);
      await quiet.send(body);
      quiet.stop();
    } else {
      const { code } = await this.timed(`r${request}`, peer.ask(request, body.subarray(0, 500)));
      if (request === Request.RESTART && code === "OK") await this.awaitRestart();
    }
  }

  /** The board restarts as it was asked to, as soon as nobody is there who would miss the answer. */
  private async awaitRestart(): Promise<void> {
    for (const peer of this.peers) await peer.close();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    this.peers = [await this.board.connect(), await this.board.connect()];
  }

  private async image(): Promise<void> {
    const below = this.below;
    const good = oneOf(below, this.images);
    const seed = oneOf(below, this.seeds);
    const kind = below(6);
    const bytes =
      kind < 3 ? good : kind === 3 ? damageBits({ image: seed.image, content: seed.content }, below).image : damageTypes(seed, below).image;
    if (bytes.length < 24) return;
    if (kind >= 3 && below(2) === 0) this.images[below(this.images.length)] = bytes;
    const key = keyOfBuild(buildIdOf(bytes)) ^ (below(8) === 0 ? 1n : 0n);
    const answer = await this.timed("image", this.sometimesHalf(Upload.IMAGE, key, bytes));
    if (answer.code === "OK" && key !== keyOfBuild(buildIdOf(bytes)) && answer.body)
      throw new Error("an image was taken under a key that is not its build id");
  }

  /** A whole upload; or the end is missing, or comes too early, or another peer's. */
  private async sometimesHalf(kind: number, key: bigint, bytes: Uint8Array): Promise<Answer> {
    const below = this.below;
    const { peer } = this;
    if (below(5) > 0) return peer.upload(kind, key, bytes);
    const begun = await peer.write(kind, key, bytes, below(6) === 0 ? 0 : crc32(bytes));
    if (!begun.body || below(4) === 0) return { code: `half ${begun.code}`, body: undefined };
    await peer.data(bytes.subarray(0, below(2) === 0 ? bytes.length : 4 * below(bytes.length / 4 + 1)), begun.body.u32());
    if (below(2) === 0) return { code: "no end", body: undefined };
    if (below(2) === 0) await this.anything();
    const { code } = await this.peer.end(kind, key);
    return { code, body: undefined };
  }

  /** A function's record: of a seed's snapshot, damaged or not, under whatever head. */
  private async record(): Promise<void> {
    const below = this.below;
    const seed = oneOf(below, this.seeds);
    const damaged =
      below(3) === 0 ? { image: seed.image, snapshot: seed.snapshot } : below(2) === 0 ? damageBits(seed, below) : damageTypes(seed, below);
    if (damaged.image.length < 24) return;
    if (below(8) > 0) await this.timed("its image", this.peer.image(damaged.image));
    const function_ = below(2) === 0;
    const claim = function_ ? { uid: this.uid(), peer: this.board.id, epoch: below(5), state: State.PREPARED } : this.claim();
    const head = encodeHead({
      claim: below(8) === 0 ? this.claim() : claim,
      build: buildIdOf(damaged.image),
      version: this.u32(),
      ...this.limits(),
      suspended: below(2) === 0,
      exitCode: 0,
      name: oneOf(below, this.names),
    });
    const snapshot = damaged.snapshot ?? new Uint8Array();
    const bytes = Buffer.concat([head, snapshot.subarray(0, below(10) === 0 ? below(snapshot.length + 1) : snapshot.length)]);
    if (below(6) === 0) bytes[below(bytes.length)]! ^= 1 << below(8);
    if (below(10) > 0 && bytes.length % 4 !== 0) return;
    const source = oneOf(below, friends);
    const { code } = await this.timed(
      "record",
      this.sometimesHalf(function_ ? Upload.FUNCTION : Upload.SNAPSHOT, function_ ? source : 0n, bytes),
    );
    if (code !== "OK" || below(4) === 0) return;
    if (function_) await this.timed("go", this.peer.ask(Request.GO, writeClaim(new Writer(), { ...claim, state: State.MOVED }).done()));
    else await this.timed("resume", this.peer.ask(Request.RESUME, named(this.name())));
  }

  private async event(): Promise<void> {
    const below = this.below;
    const text = oneOf(below, ["1", `"${"x".repeat(below(6000))}"`, "[".repeat(below(900)), `[${"1,".repeat(below(500))}1]`]);
    const bytes = new TextEncoder().encode(text);
    await this.timed("event", this.sometimesHalf(Upload.EVENT, 0n, bytes));
    if (below(3) > 0)
      await this.timed(
        "invoke",
        this.peer.ask(
          Request.INVOKE,
          new Writer()
            .u32(1 + below(200))
            .u32(0)
            .name(this.name())
            .done(),
        ),
      );
  }

  private async deploy(): Promise<void> {
    const image = oneOf(this.below, this.images);
    const { peer } = this;
    await this.timed("image", peer.image(image));
    await this.timed("deploy", peer.ask(Request.DEPLOY, encodeDeploy(this.name(), buildIdOf(image), this.limits(), this.below(5) === 0)));
  }

  private async reconnect(): Promise<void> {
    this.note("reconnect");
    const at = this.below(this.peers.length);
    const peer = this.peers[at]!;
    if (this.below(2) === 0) await peer.drop();
    else await peer.close();
    this.peers[at] = await this.board.connect();
  }

  private async restart(): Promise<void> {
    this.note("restart");
    for (const peer of this.peers) await peer.close();
    await this.board.restart();
    this.peers = [await this.board.connect(), await this.board.connect()];
  }

  // --- what must be ---------------------------------------------------------------------------------------------

  private async look(): Promise<void> {
    this.functions = await this.peers[0]!.list();
    const names = this.functions.map(({ name }) => name);
    if (!this.ruin && new Set(names).size < names.length) throw new Error(`two functions of one name: ${names.join(" ")}`);
    if (this.board.ended !== undefined) throw new LinkError("the board ended");
  }

  /** Removes all functions, and what hand-overs left; the board's memory must be free again. */
  private async end(free: number): Promise<void> {
    for (const peer of this.peers) await peer.close();
    this.peers = [await this.board.connect()];
    const peer = this.peers[0]!;
    for (const { name, uid, state } of await peer.list()) {
      if (state === "prepared" || state === "incoming") {
        const claim = readClaim(await peer.must(Request.CLAIM, new Writer().u64(uid).done()));
        const answer = state === "prepared" ? claim : { ...claim, state: State.REMOVED };
        await peer.must(Request.ABORT, writeClaim(new Writer(), answer).done());
        if (state === "incoming") continue;
      }
      const { code } = await peer.ask(Request.REMOVE, named(name));
      if (code !== "OK" && code !== "STORE_FULL") throw new Error(`${name}, ${state}, can't be removed: ${code}`);
    }
    const left = await peer.list();
    const info = await peer.info();
    if (left.length === 0 && info.poolFreeBytes !== free) throw new Error(`${free - info.poolFreeBytes} bytes of memory were lost`);
    await peer.close();
    this.peers = [];
    await this.board.restart();
    this.peers = [await this.board.connect()];
    const again = await this.peers[0]!.list();
    if (again.length !== left.length) throw new Error(`${left.length} functions became ${again.length} at a start`);
  }
}

/** A flash as a siege left it, and as no board would: bits, words and sectors are changed, or parts of another board's. */
export function ruined(flash: Uint8Array, other: Uint8Array, below: Random): Uint8Array {
  const result = flash.slice();
  const sector = 4096;
  const sectors = result.length / sector;
  /** Mostly where something is written. */
  const somewhere = (): number => {
    for (let left = 20; left > 0; left--) {
      const at = below(result.length);
      if (result[at] !== 0xff) return at;
    }
    return below(result.length);
  };
  for (let changes = 1 + below(6); changes > 0; changes--) {
    const at = somewhere();
    const from = below(Math.max(1, other.length / sector)) * sector;
    switch (below(6)) {
      case 0:
        result[at]! ^= 1 << below(8);
        break;
      case 1:
        result[at]! &= below(256);
        break;
      case 2:
        result.fill(oneOf(below, [0, 0xff]), at, Math.min(result.length, at + below(5000)));
        break;
      case 3:
        result.set(other.subarray(from, from + sector), Math.floor(at / sector) * sector);
        break;
      case 4:
        result.set(
          result.slice(at & ~3, (at & ~3) + 4 * below(40)).subarray(0, result.length),
          Math.min(below(sectors) * sector, result.length - 160),
        );
        break;
      default:
        new DataView(result.buffer).setUint32(at & ~3, oneOf(below, numbers), true);
    }
  }
  return result;
}
