/** A board as a WebAssembly instance in this process: what runtime-c/port/board_wasm.c imports and exports. */
import { readFileSync } from "node:fs";
import type { Transport } from "../link/transport.js";
import { locate } from "../machine/locate.js";
import { errorText } from "../machine-errors.js";
import { SimFlash, sectorBytes } from "./flash.js";
import { type BoardShape, boardLinks, checkedNetwork, defaultShape, SimulatorError } from "./sim-board.js";

interface Exports {
  memory: WebAssembly.Memory;
  prepare(sectors: number, window: number): number;
  wifi(): number;
  start(ram: number, log: number, idLow: number, idHigh: number, links: number, sleptUs: number): number;
  step(): number;
  pins(words: number): number;
}

/** Bytes for output that nobody has fetched yet: as the native board does it. */
const logBytes = (ram: number): number => Math.min(16 << 10, ram >> 3);

/** Bytes that a line may be behind before the board has to wait with more. */
const mostUnsent = 16 << 10;

export interface WasmBoardOptions extends Partial<BoardShape> {
  /** The board's monotonic clock, microseconds. */
  readonly clock: () => number;
  /** NAME:PASSWORD of the one Wi-Fi network in its reach; without it the board has no Wi-Fi. */
  readonly wifi?: string | undefined;
  /** What the flash holds; a new chip by default. Its size goes before `sectors`. */
  readonly flash?: SimFlash;
  /** Its pins: words of a trace (host/pins), begun anew with each start; and what takes the record, in pieces that are to be copied. */
  readonly pins?: Uint8Array | undefined;
  readonly record?: ((bytes: Uint8Array) => void) | undefined;
}

/** One of the board's byte streams. */
interface Link {
  line: Transport | undefined;
  /** What has come and was not read yet. */
  received: Uint8Array[];
  /** The peer has gone, and the board has not been told. */
  gone: boolean;
  /** Bytes handed to the line that are not on their way yet. */
  unsent: number;
}

let compiled: WebAssembly.Module | undefined;

function boardModule(): WebAssembly.Module {
  if (compiled) return compiled;
  const path = locate("build/wasm/nanopy-board.wasm", "dist/nanopy-board.wasm");
  if (!path) throw new SimulatorError("the WebAssembly board is not built: npm run build");
  compiled = new WebAssembly.Module(readFileSync(path));
  return compiled;
}

const split = (id: bigint): [number, number] => [Number(BigInt.asIntN(32, id)), Number(BigInt.asIntN(32, id >> 32n))];

export class WasmBoard {
  readonly flash: SimFlash;
  readonly id: bigint;
  /** Told when bytes or a peer's end have come for the board, or a line has room again: it is to be stepped. */
  onWork: () => void = () => undefined;
  private exports!: Exports;
  private readonly links: Link[];
  private readonly window: number;
  private mapped = 0;
  /** When its clock began: with its start, as a chip's. */
  private origin = 0;
  /** It has switched itself off, at this time of the clock, and comes back after so many microseconds. */
  private off: { readonly at: number; readonly us: number; readonly asleep: boolean } | undefined;

  /** Switches it on: it takes up what its flash holds. Throws a SimulatorError where it does not start, PowerLost if the flash is made to. */
  constructor(private readonly options: WasmBoardOptions) {
    const { window, id } = { ...defaultShape, id: 1n, ...options };
    this.flash = options.flash ?? SimFlash.blank(options.sectors ?? defaultShape.sectors);
    this.id = id;
    this.window = window;
    this.links = Array.from({ length: boardLinks }, () => ({ line: undefined, received: [], gone: false, unsent: 0 }));
    this.start(0);
  }

  /** Lets it do a piece of work. Microseconds until it has something to do by itself: 0 at once, Infinity never. */
  step(): number {
    if (this.off) {
      const { at, us, asleep } = this.off;
      for (const link of this.links) link.received = []; // a chip that is off hears nothing
      const left = at + us - this.options.clock();
      if (left > 0) return left;
      this.off = undefined;
      this.start(asleep ? us - left : 0);
    }
    const due = this.exports.step();
    return this.off ? 0 : due;
  }

  /** A new instance of the program: nothing is left of its memory. */
  private start(sleptUs: number): void {
    const { clock, ram } = { ...defaultShape, ...this.options };
    this.origin = clock();
    this.exports = new WebAssembly.Instance(boardModule(), {
      nanopy: {
        clock_us: () => clock() - this.origin,
        link_read: (link, at, capacity) => this.readLink(link!, at!, capacity! >>> 0),
        link_write: (link, at, length) => this.writeLink(link!, at!, length! >>> 0),
        flash_read: (at, to, length) => this.readFlash(at! >>> 0, to!, length! >>> 0),
        flash_program: (at, from, length) => this.programFlash(at! >>> 0, from!, length! >>> 0),
        flash_erase: (sector) => this.eraseFlash(sector! >>> 0),
        record: (at, length) => this.options.record?.(this.memory(at!, length! >>> 0)),
        restart: () => this.goOff(0, false),
        deep_sleep: (us) => this.goOff(us!, true),
      },
    }).exports as unknown as Exports;
    this.mapped = this.exports.prepare(this.flash.sectors, this.window);
    if (this.mapped === 0) throw new SimulatorError("the WebAssembly board has no memory for its flash");
    this.show(0, this.window * sectorBytes);
    const { wifi } = this.options;
    if (wifi !== undefined) {
      const text = new TextEncoder().encode(`${checkedNetwork(wifi)}\0`);
      this.memory(this.exports.wifi(), text.length).set(text);
    }
    const { pins } = this.options;
    if (pins) {
      const at = this.exports.pins(pins.length / 4);
      if (at === 0) throw new SimulatorError("the WebAssembly board has no memory for its pins");
      this.memory(at, pins.length).set(pins);
    }
    const error = this.exports.start(ram, logBytes(ram), ...split(this.id), boardLinks, sleptUs);
    if (error < 0) throw new SimulatorError(`the board does not start: ${errorText(error)}`);
  }

  private goOff(us: number, asleep: boolean): void {
    this.off = { at: this.options.clock(), us, asleep };
  }

  attach(line: Transport): boolean {
    const link = this.links.find((candidate) => candidate.line === undefined);
    if (!link) return false;
    Object.assign(link, { line, received: [], unsent: 0 });
    line.onData((bytes) => {
      if (link.line !== line) return;
      link.received.push(bytes);
      this.onWork();
    });
    line.onClose(() => {
      if (link.line !== line) return;
      Object.assign(link, { line: undefined, received: [], gone: true });
      this.onWork();
    });
    return true;
  }

  /** Switches it off: its peers see their lines end. */
  async close(): Promise<void> {
    const lines = this.links.map(({ line }) => line);
    for (const link of this.links) link.line = undefined;
    await Promise.all(lines.map((line) => line?.close()));
  }

  private memory(at: number, length: number): Uint8Array {
    return new Uint8Array(this.exports.memory.buffer, at >>> 0, length);
  }

  private readLink(number: number, at: number, capacity: number): number {
    const link = this.links[number]!;
    if (link.gone) {
      link.gone = false;
      return -1;
    }
    const first = link.received.shift();
    if (!first) return 0;
    const taken = first.subarray(0, capacity);
    if (taken.length < first.length) link.received.unshift(first.subarray(capacity));
    this.memory(at, taken.length).set(taken);
    return taken.length;
  }

  private writeLink(number: number, at: number, length: number): number {
    const link = this.links[number]!;
    if (!link.line) return length; // as on a UART that nobody listens to
    if (link.unsent >= mostUnsent) return 0;
    const written = link.line.write(this.memory(at, length).slice());
    if (written) {
      const { line } = link;
      link.unsent += length;
      void written.then(() => {
        if (link.line !== line) return;
        link.unsent -= length;
        this.onWork();
      });
    }
    return length;
  }

  private readFlash(at: number, to: number, length: number): number {
    this.memory(to, length).set(this.flash.read(at, length));
    return 0;
  }

  private programFlash(at: number, from: number, length: number): number {
    this.flash.program(at, this.memory(from, length));
    this.show(at, length);
    return 0;
  }

  private eraseFlash(sector: number): number {
    this.flash.erase(sector);
    this.show(sector * sectorBytes, sectorBytes);
    return 0;
  }

  /** The window in the board's memory shows what the flash holds. */
  private show(at: number, length: number): void {
    const end = Math.min(at + length, this.window * sectorBytes);
    if (at < end) this.memory(this.mapped + at, end - at).set(this.flash.bytes.subarray(at, end));
  }
}
