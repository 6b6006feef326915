/** Several simulated boards behind TCP ports and ptys. */
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clock, systemClock } from "../link/clock.js";
import type { LineOptions } from "../link/memory.js";
import { socketTransport } from "../link/tcp.js";
import type { Transport } from "../link/transport.js";
import { type Advertised, advertise } from "./advertise.js";
import { bridge } from "./bridge.js";
import { BoardDriver } from "./driver.js";
import { esp8266Board } from "./esp8266-board.js";
import { claimFile } from "./file-claim.js";
import { SimFlash } from "./flash.js";
import { LeapClock } from "./leap-clock.js";
import { lx106Board, nativeBoard, ProcessBoard, pinsInFile } from "./process-board.js";
import { openPty } from "./pty.js";
import { type BoardPins, type BoardShape, defaultShape, type SimBoard, SimulatorError, type Target } from "./sim-board.js";
import { WasmBoard } from "./wasm-board.js";

const loopback = "127.0.0.1";
const everywhere = "0.0.0.0";

export interface SimulatorOptions {
  readonly boards: number;
  readonly target: Target;
  /** Port of board 1, the next ones of the others; 0: free ones. */
  readonly port: number;
  /** Where a pty is made for board 1; the others' paths end in their numbers. */
  readonly pty?: string | undefined;
  /** File that keeps the flash of board 1; those of the others end in `.2` and so on. */
  readonly flash?: string | undefined;
  /** Bytes of RAM of each board. */
  readonly ram: number;
  /** Lines as slow and bad as this; the seed counts up by board and connection. */
  readonly line: Omit<LineOptions, "clock">;
  /** NAME:PASSWORD of the one Wi-Fi network in reach of the boards; without it they have no Wi-Fi. */
  readonly wifi?: string | undefined;
  /** Simulated pins of each board; the record of board 1, those of the others end in `.2` and so on. */
  readonly pins?: BoardPins | undefined;
  /** Also decides the boards' ids. */
  readonly seed: number;
  /** Time in which nothing happens is left out. */
  readonly virtual: boolean;
  /** Listen on all interfaces, and tell the network of the boards; else they listen on loopback alone. */
  readonly advertise?: boolean;
  /** Called where a board ends by itself. */
  readonly onEnd: (board: number, reason: string) => void;
  /** Called where the network can't be told of the boards. */
  readonly onSilent?: (reason: string) => void;
}

export interface RunningBoard {
  readonly number: number;
  readonly id: bigint;
  /** `tcp:127.0.0.1:PORT`, and `serial:PATH` where it has a pty. A board that has one link has one of them. */
  readonly addresses: readonly string[];
}

export interface Simulator {
  readonly boards: readonly RunningBoard[];
  /** Switches all boards off and takes away what was made for them. */
  close(): Promise<void>;
}

/** Same seed, same ids; other seeds, others: boards of two simulators may meet. */
const idOf = (seed: number, number: number): bigint => 0x5150_0000_0000_0000n | (BigInt(seed >>> 0) << 16n) | BigInt(number);

/** An ESP8266 is known by its MAC. */
const macMask = 0xffff_ffff_ffffn;
const allBits = 0xffff_ffff_ffff_ffffn;

/** Where a line is neither slow nor bad, there is none. */
const isPerfect = ({ delay = 0, rate = 0, loss = 0, damage = 0 }: LineOptions): boolean => delay + rate + loss + damage === 0;

export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const simulation = new Simulation(options);
  try {
    const boards: RunningBoard[] = [];
    for (let number = 1; number <= options.boards; number++) boards.push(await simulation.add(number));
    if (options.advertise) simulation.advertise();
    return { boards, close: () => simulation.close() };
  } catch (error) {
    await simulation.close();
    throw error;
  }
}

class Simulation {
  private readonly leap: LeapClock | undefined;
  private readonly clock: Clock;
  private readonly drivers: BoardDriver[] = [];
  /** How to take it all down again, the last first. */
  private readonly undo: (() => Promise<unknown> | unknown)[] = [];
  /** Where boards listen. */
  private readonly ports: Advertised[] = [];
  /** Whether a pty takes the one link that a board has. */
  private readonly ptyAlone: boolean;
  private folder: string | undefined;
  private connections = 0;

  constructor(private readonly options: SimulatorOptions) {
    if (options.virtual && options.target !== "wasm")
      throw new SimulatorError("--virtual needs --target wasm: other boards have a clock of their own");
    this.ptyAlone = (options.target === "lx106" || options.target === "esp8266") && options.pty !== undefined;
    if (this.ptyAlone && options.advertise)
      throw new SimulatorError(
        `--advertise needs boards on TCP: an ${options.target} board has one link, and --pty takes it; leave out one of them`,
      );
    if (options.wifi !== undefined && this.options.target !== "wasm" && this.options.target !== "native")
      throw new SimulatorError(`--wifi needs --target wasm or native: an ${options.target} board has no radio`);
    this.leap = options.virtual ? new LeapClock() : undefined;
    if (this.leap) this.leap.busy = () => this.drivers.some(({ busy }) => busy);
    this.clock = this.leap ?? systemClock;
  }

  async add(number: number): Promise<RunningBoard> {
    const id = idOf(this.options.seed, number) & (this.options.target === "esp8266" ? macMask : allBits);
    const board = this.start(number, { ...defaultShape, ram: this.options.ram, id });
    this.undo.push(() => board.close());
    board.onEnd((reason) => this.options.onEnd(number, reason));
    const addresses: string[] = [];
    if (this.options.pty !== undefined) {
      const pty = await openPty(number === 1 ? this.options.pty : `${this.options.pty}${number}`);
      this.undo.push(() => pty.close());
      this.connect(pty, board);
      addresses.push(pty.name);
    }
    if (!this.ptyAlone) {
      const port = await this.listen(number, board);
      this.ports.push({ name: `nanopy-sim-${this.options.seed}-${number}`, port });
      addresses.unshift(`tcp:${loopback}:${port}`);
    }
    return { number, id, addresses };
  }

  advertise(): void {
    this.undo.push(advertise(this.ports, (reason) => this.options.onSilent?.(reason)));
  }

  async close(): Promise<void> {
    this.leap?.stop();
    for (const undo of this.undo.splice(0).reverse()) await undo();
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }

  private start(number: number, shape: BoardShape): SimBoard {
    const { target, flash } = this.options;
    const path = flash === undefined || number === 1 ? flash : `${flash}.${number}`;
    if (path !== undefined) this.undo.push(claimFile(path, "flash file").release);
    const pins = this.pinsOf(number);
    if (target === "wasm") {
      const origin = this.clock.now();
      const content = path === undefined ? SimFlash.blank(shape.sectors) : SimFlash.inFile(path, shape.sectors);
      const board = new WasmBoard({
        ...shape,
        wifi: this.options.wifi,
        flash: content,
        clock: () => (this.clock.now() - origin) * 1000,
        pins: pins?.trace,
        record: (bytes) => pins?.record && appendFileSync(pins.record, bytes),
      });
      const driver = new BoardDriver(board, { clock: this.clock });
      this.drivers.push(driver);
      return driver;
    }
    const file = path ?? join(this.temporary(), `flash.${number}`);
    const inFile = pins && pinsInFile(pins, join(this.temporary(), `pins.${number}`));
    const specs = {
      native: () => nativeBoard(shape, file, this.options.wifi, inFile),
      lx106: () => lx106Board(shape, file, inFile),
      esp8266: () => esp8266Board(shape.id, file),
    };
    return new ProcessBoard(specs[target]());
  }

  private pinsOf(number: number): BoardPins | undefined {
    const { pins } = this.options;
    return pins && { ...pins, record: pins.record === undefined || number === 1 ? pins.record : `${pins.record}.${number}` };
  }

  private temporary(): string {
    this.folder ??= mkdtempSync(join(tmpdir(), "nanopy-sim-"));
    return this.folder;
  }

  private connect(outside: Transport, board: SimBoard): void {
    const { line, seed } = this.options;
    const own = isPerfect(line) ? undefined : { ...line, clock: this.clock, seed: seed + this.connections++ };
    bridge(outside, board, own, this.leap && (() => this.leap!.touch()));
  }

  private async listen(number: number, board: SimBoard): Promise<number> {
    const server = createServer((socket) => this.connect(socketTransport(socket, `${loopback}:${socket.remotePort}`), board));
    const wanted = this.options.port === 0 ? 0 : this.options.port + number - 1;
    await new Promise<void>((resolve, reject) => {
      server.once("error", (error: NodeJS.ErrnoException) => reject(new SimulatorError(whyNot(error, wanted))));
      server.listen(wanted, this.options.advertise ? everywhere : loopback, resolve);
    });
    this.undo.push(() => stop(server));
    return (server.address() as { port: number }).port;
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === "EADDRINUSE") return `port ${port} is taken, perhaps by another nanopy sim: --tcp PORT chooses others, --tcp 0 free ones`;
  if (code === "EACCES") return `port ${port} may not be used: --tcp PORT chooses others, above 1023`;
  return `port ${port} can't be listened on: ${message}`;
}

/** No connection is taken any more; those there are end with their boards. */
const stop = (server: Server): void => {
  server.close();
};
