/** Boards, their clients and the lines between them on one virtual clock. The same seed, the same world. */
import { Channel, Request } from "../../build/generated/link.js";
import { Board, type ConnectOptions } from "../../host/board/board.js";
import { VirtualClock } from "../../host/link/clock.js";
import { Reader, Writer } from "../../host/link/codec.js";
import { type LineOptions, memoryPair, seededRandom } from "../../host/link/memory.js";
import { LinkError, type Transport } from "../../host/link/transport.js";
import { BoardDriver } from "../../host/sim/driver.js";
import { PowerLost, SimFlash } from "../../host/sim/flash.js";
import { type BoardShape, defaultShape } from "../../host/sim/sim-board.js";
import { WasmBoard } from "../../host/sim/wasm-board.js";

export type Shape = Omit<BoardShape, "id">;

export interface WorldOptions {
  readonly shapes: readonly Partial<Shape>[];
  /** Content of the boards' flashes; new chips by default. They are copied. */
  readonly flashes?: readonly Uint8Array[];
  readonly seed?: number;
  readonly line?: Omit<LineOptions, "clock" | "seed">;
  /** Virtual time of a board's step, and from a loss of power until it is back, ms. */
  readonly stepMs?: number;
  readonly restartMs?: number;
}

/** Bytes of the functions' output, as a board sent them. */
export interface Output {
  readonly machine: Machine;
  readonly uid: bigint;
  readonly position: number;
  readonly bytes: Uint8Array;
}

/** A board, on or off, and its flash. */
export class Machine {
  readonly flash: SimFlash;
  driver: BoardDriver | undefined;
  /** How often it was switched on. */
  starts = 0;
  /** How to cut each line. */
  private readonly lines = new Set<() => void>();

  constructor(
    readonly world: World,
    readonly number: number,
    private readonly shape: Shape,
    content: Uint8Array | undefined,
  ) {
    this.flash = content ? new SimFlash(content.slice()) : SimFlash.blank(shape.sectors);
  }

  get id(): bigint {
    return BigInt(0xb0a4d000 + this.number);
  }

  /** Switches it on; where power is lost at once, it comes back as after any loss. */
  on(): void {
    const { clock, stepMs } = this.world;
    const origin = clock.now();
    this.starts++;
    try {
      const board = new WasmBoard({
        ...this.shape,
        id: this.id,
        flash: this.flash,
        clock: () => Math.floor((clock.now() - origin) * 1000),
      });
      this.driver = new BoardDriver(board, { clock, stepMs });
    } catch (error) {
      if (!(error instanceof PowerLost)) throw error;
      this.lost();
      return;
    }
    this.driver.onEnd((reason) => {
      if (reason.startsWith("power was lost")) this.lost();
      else this.world.failures.push(new Error(`board ${this.number} ended: ${reason}`));
    });
  }

  /** Switches it off: what it had in RAM is gone, its lines end. */
  off(): void {
    void this.driver?.close();
    this.driver = undefined;
    this.cutLines();
  }

  /** Its lines end, and it goes on. */
  cutLines(): void {
    for (const cut of this.lines) cut();
    this.lines.clear();
  }

  /** Power is lost; it comes back after a while. */
  lost(): void {
    this.world.cuts++;
    this.off();
    this.world.clock.after(this.world.restartMs, () => this.driver ?? this.on());
  }

  /** A new line to it. */
  line(): Transport {
    if (!this.driver) throw new LinkError(`board ${this.number} is off`);
    const [near, far] = memoryPair({ ...this.world.line, clock: this.world.clock, seed: this.world.nextSeed() }, `board ${this.number}`);
    if (!this.driver.attach(far)) throw new LinkError(`board ${this.number}: all its links are taken`);
    let told: (error?: Error) => void = () => undefined;
    this.lines.add(() => {
      void near.close();
      told();
    });
    return {
      name: near.name,
      write: (bytes) => near.write(bytes),
      onData: (listener) => near.onData(listener),
      onClose: (listener) => {
        told = listener;
        near.onClose(listener);
      },
      close: () => near.close(),
    };
  }

  /** A client that is connected again after each loss. */
  connect(options: ConnectOptions = {}): Promise<Board> {
    const { clock } = this.world;
    return Board.connect(async () => this.line(), {
      clock,
      number: () => 1 + (this.world.nextSeed() % 0xffff),
      patience: 30_000,
      ...options,
    });
  }
}

export class World {
  readonly clock = new VirtualClock();
  readonly machines: readonly Machine[];
  readonly line: Omit<LineOptions, "clock" | "seed">;
  readonly stepMs: number;
  readonly restartMs: number;
  /** What must never happen, and did. */
  readonly failures: Error[] = [];
  /** How often power was lost. */
  cuts = 0;
  private seeds: number;

  constructor(options: WorldOptions) {
    this.seeds = (options.seed ?? 1) * 7919;
    this.line = options.line ?? { delay: 0.5 };
    this.stepMs = options.stepMs ?? 0.2;
    this.restartMs = options.restartMs ?? 20;
    this.machines = options.shapes.map((shape, i) => new Machine(this, i + 1, { ...defaultShape, ...shape }, options.flashes?.[i]));
    for (const machine of this.machines) machine.on();
  }

  nextSeed(): number {
    return ++this.seeds;
  }

  random(): () => number {
    return seededRandom(this.nextSeed());
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.clock.after(ms, resolve);
    });
  }

  /** Turns the clock until the promise is settled, or something went wrong that is nobody's answer. */
  async run<T>(promise: Promise<T>, limit = 600_000): Promise<T> {
    const result = await this.clock.until(promise, limit).catch((error) => {
      throw this.failures[0] ?? error;
    });
    if (this.failures.length > 0) throw this.failures[0]!;
    return result;
  }

  /** Calls `take` with all that functions write on a board, of each session from the oldest byte at hand; through losses of power too. */
  async listen(machine: Machine, take: (output: Output) => void): Promise<Board> {
    const board = await machine.connect();
    const all = new Writer().u64(0).u8(1).name("").done();
    const follow = (): Promise<unknown> => board.connection.request(Request.FOLLOW, all);
    board.connection.onChannel(Channel.LOGS, (message) => {
      const reader = new Reader(message);
      const [uid, position, stream] = [reader.u64(), reader.count(), reader.u8()] as const;
      reader.skip(7);
      if (stream !== 3) take({ machine, uid, position, bytes: reader.rest().slice() });
    });
    board.connection.onReopened((error) => {
      if (!error) follow().catch(() => undefined);
    });
    await follow();
    return board;
  }

  /** Switches all off; returns what their flashes hold. */
  end(): Uint8Array[] {
    for (const machine of this.machines) machine.off();
    return this.machines.map(({ flash }) => flash.bytes.slice());
  }
}
