/**
 * A wasm board on a virtual clock, where flash takes the time that its datasheet says and a step of the board a little: for measures of speed that are the same
 * in every run.
 */
import { Board } from "../../host/board/board.js";
import { VirtualClock } from "../../host/link/clock.js";
import { memoryPair } from "../../host/link/memory.js";
import type { Transport } from "../../host/link/transport.js";
import type { SimFlash } from "../../host/sim/flash.js";
import type { BoardShape } from "../../host/sim/sim-board.js";
import { WasmBoard } from "../../host/sim/wasm-board.js";

/** W25Q32, typical: a page of 256 bytes is programmed in 0.7 ms, less in 0.05 ms and 2.5 µs for each byte; a sector is erased in 45 ms, 100,000 times. */
export const flashTimes = { programMs: 0.05, programByteMs: 0.0025, eraseMs: 45, endurance: 100_000 } as const;

/** Milliseconds that the flash was busy with these. */
export const flashMs = ({ programs, programmed, erases }: FlashWork): number =>
  programs * flashTimes.programMs + programmed * flashTimes.programByteMs + erases * flashTimes.eraseMs;

/** What was done to a flash: page programs, bytes of them, sectors erased. */
export interface FlashWork {
  readonly programs: number;
  readonly programmed: number;
  readonly erases: number;
}

const pageBytes = 256;

export interface TimedOptions extends Partial<BoardShape> {
  /** The board's own time for one step that found nothing to do but look, ms. */
  readonly stepMs?: number;
  /** Bits a second of the line. */
  readonly rate?: number;
  readonly flash?: SimFlash;
  /** One that several boards share. */
  readonly clock?: VirtualClock;
}

export class TimedBoard {
  readonly clock: VirtualClock;
  readonly wasm: WasmBoard;
  /** Bytes that went over the line: to the board, and to the host. */
  readonly passed = { toBoard: 0, toHost: 0 };
  private work = { programs: 0, programmed: 0, erases: 0 };
  /** Flash time of the step that runs, ms. */
  private lag = 0;
  private readonly output: { line: Transport; bytes: Uint8Array }[] = [];
  private planned: { at: number; cancel(): void } | undefined;
  private busyUntil = 0;
  private stepping = false;

  constructor(private readonly options: TimedOptions = {}) {
    const { clock = new VirtualClock() } = options;
    this.clock = clock;
    this.wasm = new WasmBoard({ ...options, clock: () => Math.round((clock.now() + this.lag) * 1000) });
    this.wasm.flash.fault = ({ kind, at, length }) => {
      if (kind === "read") return undefined;
      const pages = kind === "erase" ? 0 : Math.ceil((at + length) / pageBytes) - Math.floor(at / pageBytes);
      const before = flashMs(this.work);
      this.work.erases += kind === "erase" ? 1 : 0;
      this.work.programs += pages;
      this.work.programmed += kind === "program" ? length : 0;
      this.lag += flashMs(this.work) - before;
      return undefined;
    };
    this.wasm.onWork = () => this.plan(clock.now());
    this.plan(clock.now());
  }

  /** What was done to its flash since the last call. */
  takeWork(): FlashWork {
    const { work } = this;
    this.work = { programs: 0, programmed: 0, erases: 0 };
    return work;
  }

  /** A line to it. */
  transport(): Transport {
    const { clock, options, output, passed } = this;
    const [near, far] = memoryPair({ clock, ...(options.rate ? { rate: options.rate } : {}) }, "timed");
    const board: Transport = {
      name: far.name,
      write: (bytes) => {
        passed.toHost += bytes.length;
        if (this.lag === 0) return far.write(bytes);
        output.push({ line: far, bytes }); // not before the flash is done
        return undefined;
      },
      onData: (listener) =>
        far.onData((bytes) => {
          passed.toBoard += bytes.length;
          listener(bytes);
        }),
      onClose: (listener) => far.onClose(listener),
      close: () => far.close(),
    };
    this.wasm.attach(board);
    return near;
  }

  connect(): Promise<Board> {
    return this.clock.until(Board.connect(async () => this.transport(), { clock: this.clock }));
  }

  private plan(at: number): void {
    if (this.stepping) return;
    const when = Math.max(at, this.busyUntil);
    if (this.planned && this.planned.at <= when) return;
    this.planned?.cancel();
    const timer = this.clock.after(when - this.clock.now(), () => this.step());
    this.planned = { at: when, cancel: () => timer.cancel() };
  }

  private step(): void {
    this.planned = undefined;
    this.stepping = true;
    this.lag = 0;
    const due = this.wasm.step();
    const { lag } = this;
    this.lag = 0;
    this.stepping = false;
    const now = this.clock.now();
    for (const { line, bytes } of this.output.splice(0)) this.clock.after(lag, () => void line.write(bytes));
    this.busyUntil = now + lag + (this.options.stepMs ?? 0.05);
    if (due !== Number.POSITIVE_INFINITY) this.plan(now + due / 1000);
  }
}
