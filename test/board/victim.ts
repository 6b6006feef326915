/** A board with sanitizers as a process, and peers that say to it whatever they like: for tests of what a board must survive. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { Request, State, Upload } from "../../build/generated/link.js";
import {
  type BoardInfo,
  encodeDeploy,
  encodeHead,
  type FunctionHead,
  type FunctionInfo,
  readEntry,
  readInfo,
} from "../../host/board/bodies.js";
import { Connection } from "../../host/board/connection.js";
import { keyOfBuild } from "../../host/board/upload.js";
import { buildIdOf } from "../../host/formats.js";
import { type Reader, Writer } from "../../host/link/codec.js";
import { memoryPair } from "../../host/link/memory.js";
import { BoardError } from "../../host/link/requests.js";
import type { Transport } from "../../host/link/transport.js";
import { ProcessBoard } from "../../host/sim/process-board.js";
import { type BoardShape, boardLinks, defaultShape } from "../../host/sim/sim-board.js";
import { built } from "../../scripts/build/paths.js";

const program = built("sanitize", "nanopy-board");

export const hasVictim = existsSync(program);

/** A request that is not answered for so long hangs, ms. */
const hangMs = 20_000;

export const named = (name: string): Uint8Array => new Writer().name(name).done();

/** A head with a claim of nobody, for uploads. */
export function headOf(build: string, name: string, more: Partial<FunctionHead> = {}): Uint8Array {
  const claim = { uid: 0n, peer: 0n, epoch: 0, state: State.READY };
  const limits = { heap: 16 << 10, slice: 0, timeout: 0, checkpoint: 0, invocationInstructions: 0, totalInstructions: 0 };
  return encodeHead({ claim, build, version: 1, ...limits, suspended: false, exitCode: 0, name, ...more });
}

/** What a board answered: "OK", or the name of the error. */
export interface Answer {
  readonly code: string;
  readonly body: Reader | undefined;
}

/** One end of a line to a board. */
export class Peer {
  private constructor(
    readonly connection: Connection,
    private readonly lines: Transport[],
  ) {}

  static async connect(open: () => Promise<Transport>): Promise<Peer> {
    const lines: Transport[] = [];
    const connection = await Connection.create(async () => {
      const line = await open();
      lines.push(line);
      return line;
    });
    return new Peer(connection, lines);
  }

  /** Any request with any body. Throws a LinkError where no answer comes. */
  async ask(request: number, body: Uint8Array, timeout = hangMs): Promise<Answer> {
    try {
      return { code: "OK", body: await this.connection.once(request, body, timeout) };
    } catch (error) {
      if (!(error instanceof BoardError)) throw error;
      return { code: error.code, body: undefined };
    }
  }

  /** As `ask`, for what must be done: returns the body. */
  async must(request: number, body: Uint8Array): Promise<Reader> {
    const { code, body: answer } = await this.ask(request, body);
    if (!answer) throw new Error(`request ${request} was refused: ${code}`);
    return answer;
  }

  /** Bytes on the line that are no frame, or a part of one. */
  noise(bytes: Uint8Array): void {
    void this.lines.at(-1)!.write(bytes);
  }

  write(kind: number, key: bigint, bytes: Uint8Array, crc = crc32(bytes), length = bytes.length): Promise<Answer> {
    return this.ask(Request.WRITE, new Writer().u8(kind).zeros(3).u32(length).u64(key).u32(crc).done());
  }

  /** Sends all the pieces behind `from`, and asks something, so that all are judged when this is back: the first refusal, if there is one. */
  async data(bytes: Uint8Array, from = 0): Promise<string | undefined> {
    let refusal: string | undefined;
    const pieces = this.connection.quietly(Request.DATA, (error) => {
      if (error instanceof BoardError) refusal = error.code;
    });
    for (let at = from; at < bytes.length; at += 480)
      await pieces.send(
        new Writer()
          .u32(at)
          .raw(bytes.subarray(at, at + 480))
          .done(),
      );
    await this.ask(Request.INFO, new Uint8Array());
    pieces.stop();
    return refusal;
  }

  end(kind: number, key: bigint): Promise<Answer> {
    return this.ask(Request.END, new Writer().u8(kind).zeros(3).u64(key).done());
  }

  async upload(kind: number, key: bigint, bytes: Uint8Array): Promise<Answer> {
    const begun = await this.write(kind, key, bytes);
    if (!begun.body) return begun;
    const refusal = await this.data(bytes, begun.body.u32());
    const ended = await this.end(kind, key);
    return refusal ? { code: refusal, body: undefined } : ended;
  }

  image(image: Uint8Array, key = keyOfBuild(buildIdOf(image))): Promise<Answer> {
    return this.upload(Upload.IMAGE, key, image);
  }

  deploy(name: string, image: Uint8Array, limits: Partial<FunctionHead> = {}): Promise<Answer> {
    const all = { heap: 8 << 10, slice: 0, timeout: 0, checkpoint: 0, invocationInstructions: 0, totalInstructions: 0, ...limits };
    return this.ask(Request.DEPLOY, encodeDeploy(name, buildIdOf(image), all, limits.suspended ?? false));
  }

  async info(): Promise<BoardInfo> {
    return readInfo(await this.must(Request.INFO, new Uint8Array()));
  }

  async list(): Promise<FunctionInfo[]> {
    const all: FunctionInfo[] = [];
    for (;;) {
      const { body } = await this.ask(Request.LIST, new Writer().u16(all.length).done());
      if (!body) return all;
      all.push(readEntry(body));
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  /** The line ends without a word. */
  async drop(): Promise<void> {
    await this.lines.at(-1)!.close();
    await this.connection.close();
  }
}

export type VictimOptions = Partial<BoardShape> & { readonly flash?: Uint8Array };

export class Victim {
  /** Why it ended by itself, with what the sanitizers said. */
  ended: string | undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), "nanopy-victim-"));
  private readonly shape: BoardShape;
  private board: ProcessBoard | undefined;

  constructor({ flash, ...shape }: VictimOptions = {}) {
    this.shape = { ...defaultShape, id: 0xb0a4dn, ...shape };
    if (flash) this.setFlash(flash);
    this.on();
  }

  get id(): bigint {
    return this.shape.id;
  }

  /** What its flash holds. */
  getFlash(): Uint8Array {
    return readFileSync(this.file);
  }

  setFlash(bytes: Uint8Array): void {
    writeFileSync(this.file, bytes);
  }

  on(): void {
    const { sectors, window, ram, id } = this.shape;
    const numbers = { sectors, window, ram, id: id.toString(16), links: boardLinks };
    const args = ["--flash", this.file, ...Object.entries(numbers).flatMap(([name, value]) => [`--${name}`, String(value)])];
    const board = new ProcessBoard({ command: program, args, recorded: boardLinks });
    this.board = board;
    board.onEnd((reason) => {
      if (this.board === board) this.ended ??= reason;
    });
  }

  /** Cuts its power. */
  async off(): Promise<void> {
    const board = this.board;
    this.board = undefined;
    await board?.close();
  }

  async restart(): Promise<void> {
    await this.off();
    this.on();
  }

  connect(): Promise<Peer> {
    return Peer.connect(async () => {
      const [near, far] = memoryPair();
      if (!this.board?.attach(far)) throw new Error("the board has no link left");
      return near;
    });
  }

  /** Switches it off for good. Throws where it ended by itself. */
  async bury(): Promise<void> {
    await this.off();
    rmSync(this.folder, { recursive: true });
    if (this.ended !== undefined) throw new Error(`the board ended: ${this.ended}`);
  }

  private get file(): string {
    return join(this.folder, "flash");
  }
}
