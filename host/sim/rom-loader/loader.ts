/** The chip as a flashing tool meets it: in its ROM's loader, or running the stub that the tool put there. */
import { createHash } from "node:crypto";
import type { Transport } from "../../link/transport.js";
import { PowerLost, type SimFlash, sectorBytes } from "../flash.js";
import type { SimBoard } from "../sim-board.js";
import { FlashWriter, InflatingWriter } from "./flash-writer.js";
import {
  answersToSync,
  Command,
  checksumOf,
  headerBytes,
  RomStatus,
  requests,
  romSyncValue,
  StubStatus,
  stubGreeting,
} from "./protocol.js";
import { Registers } from "./registers.js";
import { encodeSlip, SlipReader } from "./slip.js";

export interface RomLoaderOptions {
  readonly flash: SimFlash;
  /** Six bytes. */
  readonly mac?: Uint8Array;
  /** The word that says which chip this is, of another one. */
  readonly magic?: number;
  /** Begins in the program that its flash holds, which has nothing to say here, until DTR and RTS reset it into the loader. A pty has no such lines. */
  readonly running?: boolean;
}

/** What it executes; `off` is held in reset. */
export type ChipState = "off" | "running" | "rom" | "stub";

/** How a request ends; nothing said is success. */
interface Answer {
  readonly status?: number;
  readonly value?: number;
  readonly data?: Uint8Array;
  /** The answer is sent so often. */
  readonly times?: number;
  /** Done once the answer is on its way. */
  readonly after?: () => void;
}

/** A reading of flash that the tool acknowledges piece by piece. */
interface Reading {
  at: number;
  readonly from: number;
  readonly end: number;
  readonly piece: number;
  readonly inFlight: number;
  acknowledged: number;
}

const defaultMac = Uint8Array.of(0x5c, 0xcf, 0x7f, 0x01, 0x02, 0x03);

export class RomLoader implements SimBoard {
  /** Bits a second that it listens and talks at; the ROM's are those of the last sync. */
  rate = 115200;
  private now: ChipState;
  private readonly registers: Registers;
  private reader = new SlipReader();
  private line: Transport | undefined;
  private ended: (reason: string) => void = () => undefined;
  /** Where code was put in RAM: a program can only be started there. */
  private loaded: { from: number; to: number }[] = [];
  private download: FlashWriter | InflatingWriter | undefined;
  /** What went wrong with the data before: the stub says so one request late, as it writes while the next one comes. */
  private lastError: number = StubStatus.ok;
  private reading: Reading | undefined;
  private dead = false;

  constructor(private readonly options: RomLoaderOptions) {
    const { flash, mac = defaultMac, magic, running } = options;
    this.registers = new Registers(flash.bytes.length, mac, magic);
    this.now = running ? "running" : "rom";
  }

  get state(): ChipState {
    return this.now;
  }

  attach(line: Transport): boolean {
    if (this.line) return false;
    this.line = line;
    line.onData((bytes) => this.receive(bytes));
    line.onClose(() => {
      this.line = undefined;
    });
    return true;
  }

  onEnd(listener: (reason: string) => void): void {
    this.ended = listener;
  }

  async close(): Promise<void> {
    await this.line?.close();
    this.line = undefined;
    this.options.flash.close();
  }

  /**
   * The modem lines of the adapter, through the usual two transistors: RTS alone holds the chip in reset, DTR alone pulls GPIO0 low, and where that is low as
   * the reset ends the ROM's loader is entered.
   */
  setLines(dtr: boolean, rts: boolean): void {
    if (rts && !dtr) this.now = "off";
    else if (this.now === "off") this.reset(dtr && !rts ? "rom" : "running");
  }

  private reset(state: ChipState): void {
    this.now = state;
    this.rate = 115200;
    this.reader = new SlipReader();
    this.loaded = [];
    this.download = undefined;
    this.reading = undefined;
    this.lastError = StubStatus.ok;
  }

  private receive(bytes: Uint8Array): void {
    if (this.dead || this.now === "off" || this.now === "running") return;
    for (const frame of this.reader.push(bytes)) {
      try {
        this.take(frame);
      } catch (error) {
        if (!(error instanceof PowerLost)) throw error;
        this.dead = true;
        this.ended(error.message);
        return;
      }
    }
  }

  private send(frame: Uint8Array): void {
    void this.line?.write(encodeSlip(frame));
  }

  private answer(command: number, { status = 0, value = 0, data = new Uint8Array(), times = 1 }: Answer): void {
    const frame = Buffer.alloc(headerBytes + data.length + 2);
    frame[0] = 1;
    frame[1] = command;
    frame.writeUInt16LE(data.length + 2, 2);
    frame.writeUInt32LE(value >>> 0, 4);
    frame.set(data, headerBytes);
    frame.set([status === 0 ? 0 : 1, status], frame.length - 2);
    const encoded = encodeSlip(frame);
    void this.line?.write(Buffer.concat(Array<Uint8Array>(times).fill(encoded)));
  }

  private get isStub(): boolean {
    return this.now === "stub";
  }

  /** The ROM's number of a failure or the stub's, whichever runs. */
  private failure(rom: number, stub: number): Answer {
    return { status: this.isStub ? stub : rom };
  }

  private take(frame: Uint8Array): void {
    if (this.reading) {
      this.acknowledge(this.reading, frame);
      return;
    }
    if (frame.length < headerBytes || frame[0] !== 0) return;
    const view = new DataView(frame.buffer, frame.byteOffset);
    const command = frame[1]!;
    const data = frame.subarray(headerBytes);
    const known = requests.get(command);
    if (!known || (known.stubOnly && !this.isStub)) this.refuseUnknown(command);
    else if (data.length !== view.getUint16(2, true) || data.length < known.least)
      this.answer(command, this.failure(RomStatus.invalid, StubStatus.length));
    else {
      const answer = this.perform(command, data, view.getUint32(4, true));
      this.answer(command, answer);
      answer.after?.();
    }
  }

  /** The ROM does not even say what it does not know. */
  private refuseUnknown(command: number): void {
    if (this.isStub) this.answer(command, { status: StubStatus.unknownCommand });
    else this.answer(0, { status: RomStatus.invalid, times: answersToSync });
  }

  private perform(command: number, data: Uint8Array, checksum: number): Answer {
    const { flash } = this.options;
    const view = new DataView(data.buffer, data.byteOffset, data.length);
    const word = (index: number): number => view.getUint32(4 * index, true);
    switch (command) {
      case Command.sync:
        return { value: this.isStub ? 0 : romSyncValue, times: answersToSync };
      case Command.readReg:
        return { value: this.registers.read(word(0)) };
      case Command.writeReg:
        this.registers.write(word(0), word(1), word(2));
        return {};
      case Command.memBegin:
        this.loaded.push({ from: word(3), to: word(3) + word(0) });
        return {};
      case Command.memData:
        return this.payloadFailure(data, checksum) ?? {};
      case Command.memEnd:
        return { after: () => this.start(word(1)) };
      case Command.flashBegin:
      case Command.deflBegin:
        return this.begin(command, word(0), word(3));
      case Command.flashData:
      case Command.deflData:
        return this.payloadFailure(data, checksum) ?? this.write(data.subarray(16));
      case Command.flashEnd:
      case Command.deflEnd:
        return { ...this.finish(), ...(word(0) === 0 ? { after: () => this.reset("rom") } : {}) };
      case Command.spiSetParams: // the flash is what it is
      case Command.spiAttach:
        return {};
      case Command.changeBaud:
        return {
          after: () => {
            this.rate = word(0);
          },
        };
      case Command.flashMd5:
        return this.outside(word(0), word(1)) ?? { data: md5(flash.bytes.subarray(word(0), word(0) + word(1))) };
      case Command.eraseFlash:
        return this.erase(0, flash.bytes.length);
      case Command.eraseRegion:
        return this.erase(word(0), word(1));
      case Command.readFlash:
        return this.outside(word(0), word(1)) ?? { after: () => this.startReading(word(0), word(1), word(2), word(3)) };
      default:
        return { after: () => this.reset("running") };
    }
  }

  /** What is wrong with the data of a download, if anything. */
  private payloadFailure(data: Uint8Array, checksum: number): Answer | undefined {
    const length = new DataView(data.buffer, data.byteOffset).getUint32(0, true);
    if (length !== data.length - 16) return this.failure(RomStatus.invalid, StubStatus.length);
    if (checksumOf(data.subarray(16)) !== (checksum & 0xff)) return this.failure(RomStatus.checksum, StubStatus.checksum);
    return undefined;
  }

  /** Starts what was put in RAM: taken to be the stub. Anything else is a program that has nothing to say here. */
  private start(entry: number): void {
    if (entry === 0) return;
    const isLoaded = this.loaded.some(({ from, to }) => entry >= from && entry < to);
    this.reset(isLoaded ? "stub" : "running");
    if (isLoaded) this.send(Buffer.from(stubGreeting));
  }

  private outside(at: number, length: number): Answer | undefined {
    return at + length > this.options.flash.bytes.length ? this.failure(RomStatus.failed, StubStatus.flash) : undefined;
  }

  private begin(command: number, length: number, at: number): Answer {
    if (at % 4 !== 0) return this.failure(RomStatus.failed, StubStatus.flash);
    const fault = this.outside(at, length);
    if (fault) return fault;
    const writer = new FlashWriter(this.options.flash, at, length);
    this.download = command === Command.deflBegin ? new InflatingWriter(writer) : writer;
    this.lastError = StubStatus.ok;
    return {};
  }

  private write(bytes: Uint8Array): Answer {
    if (!this.download) return this.failure(RomStatus.failed, StubStatus.notInFlashMode);
    const status = this.lastError;
    try {
      this.download.write(bytes);
    } catch (error) {
      if (error instanceof PowerLost) throw error;
      this.lastError = StubStatus.inflate;
    }
    return { status };
  }

  private finish(): Answer {
    const { download, lastError } = this;
    if (!download) return this.failure(RomStatus.ok, StubStatus.notInFlashMode);
    if (lastError === 0 && download.remaining > 0) return this.failure(RomStatus.failed, StubStatus.notEnoughData);
    this.download = undefined;
    return { status: lastError };
  }

  private erase(at: number, length: number): Answer {
    if (at % sectorBytes !== 0 || length % sectorBytes !== 0) return { status: StubStatus.flash };
    const fault = this.outside(at, length);
    if (fault) return fault;
    for (let sector = at / sectorBytes; sector < (at + length) / sectorBytes; sector++) this.options.flash.erase(sector);
    return {};
  }

  private startReading(at: number, length: number, piece: number, inFlight: number): void {
    this.reading = { at, from: at, end: at + length, piece: Math.max(1, piece), inFlight: Math.max(1, inFlight), acknowledged: 0 };
    this.readOn(this.reading);
  }

  /** Sends as much as may be on its way; at the end, the MD5 of all. */
  private readOn(reading: Reading): void {
    const { flash } = this.options;
    while (reading.at < reading.end && reading.at - reading.from - reading.acknowledged < reading.inFlight) {
      const end = Math.min(reading.at + reading.piece, reading.end);
      this.send(flash.bytes.subarray(reading.at, end));
      reading.at = end;
    }
    if (reading.acknowledged >= reading.end - reading.from) this.endReading(reading);
  }

  /** An acknowledgement says how many bytes have arrived; anything else ends the reading. */
  private acknowledge(reading: Reading, frame: Uint8Array): void {
    if (frame.length === 4) {
      reading.acknowledged = new DataView(frame.buffer, frame.byteOffset).getUint32(0, true);
      this.readOn(reading);
    } else this.endReading(reading);
  }

  private endReading({ from, at }: Reading): void {
    this.reading = undefined;
    this.send(md5(this.options.flash.bytes.subarray(from, at)));
  }
}

const md5 = (bytes: Uint8Array): Uint8Array => createHash("md5").update(bytes).digest();
