/** Writes a firmware to the flash of an ESP8266 through the loader in its ROM, by esptool-js and the stub that it brings. */
import { createHash } from "node:crypto";
import type { ESPLoader, Transport as EspTransport } from "esptool-js";
import { Place } from "../../build/generated/layout.js";
import type { Firmware, FirmwarePart } from "../firmware/firmware.js";
import { firmwareAt, hex } from "../firmware/layout.js";
import { LinkError } from "../link/transport.js";
import { type OpenLine, WebSerialPort } from "./web-serial.js";

/** The board answers, and yet the firmware is not in its flash. The message is for people. */
export class FlashError extends Error {
  override readonly name = "FlashError";
}

export interface FlashRequest {
  readonly firmware: Firmware;
  /** Bits a second while writing. */
  readonly rate: number;
  /** Erase all of the flash before, what boards keep there included. */
  readonly erase: boolean;
  /** Read back by MD5 what was written. */
  readonly verify: boolean;
  /** How often the chip is reset and called before it counts as absent. */
  readonly attempts?: number;
}

/** Told as the work goes on. */
export interface FlashProgress {
  /** What is done now, for people: `erasing`, `writing 0x10000`. */
  readonly step: (what: string) => void;
  /** Bytes of the firmware that are written, of all. */
  readonly written: (done: number, all: number) => void;
}

export interface Flashed {
  readonly chip: string;
  /** `5c:cf:7f:01:02:03`. */
  readonly mac: string;
  readonly flashBytes: number;
  readonly parts: readonly { readonly address: number; readonly bytes: number; readonly md5: string }[];
  /** Parts that had to be written again. */
  readonly retries: number;
}

/** The rate at which the ROM is called: it finds out the rate by itself, up to this one for sure. */
const romRate = 115200;
/** A part that was damaged on its way is written so often. */
const tries = 3;
const resetMs = 100;
/** A flash of less has its parts closer together. */
const leastUsual = 1 << 20;
const chipName = "ESP8266";

const md5 = (bytes: Uint8Array): string => createHash("md5").update(bytes).digest("hex");

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Flashes the board behind a port and starts it.
 * @param name the port's, for messages
 * @param open opens the port
 * Throws a LinkError where nobody answers or the connection is lost, a FlashError where the board can't be flashed.
 */
export async function flashBoard(name: string, open: OpenLine, request: FlashRequest, progress: FlashProgress): Promise<Flashed> {
  const { ESPLoader, Transport } = await import("esptool-js");
  const port = new WebSerialPort(open);
  // Its types are those of a browser's port.
  const transport = new Transport(port as unknown as ConstructorParameters<typeof Transport>[0], false);
  const silent = (): void => undefined;
  transport.trace = silent;
  const read = transport.read.bind(transport);
  transport.read = (timeout) => Promise.race([read(timeout), port.lost]);
  const loader = new ESPLoader({
    transport,
    baudrate: request.rate,
    romBaudrate: romRate,
    terminal: { clean: silent, writeLine: silent, write: silent },
  });
  const work = new Flashing(name, port, transport, loader, request, progress);
  try {
    return await work.run();
  } finally {
    await transport.disconnect().catch(silent);
  }
}

class Flashing {
  private retries = 0;

  constructor(
    private readonly name: string,
    private readonly port: WebSerialPort,
    private readonly transport: EspTransport,
    private readonly loader: ESPLoader,
    private readonly request: FlashRequest,
    private readonly progress: FlashProgress,
  ) {}

  async run(): Promise<Flashed> {
    const { firmware, erase } = this.request;
    const { mac, flashBytes } = await this.prepare();
    this.checkSize(flashBytes);
    if (erase) {
      this.progress.step("erasing all of the flash");
      await this.erase();
    }
    const all = firmware.reduce((sum, { bytes }) => sum + bytes.length, 0);
    let done = 0;
    for (const part of firmware) {
      await this.writePart(part, (bytes) => this.progress.written(done + bytes, all));
      done += part.bytes.length;
    }
    await this.restart();
    const parts = firmware.map(({ at, bytes }) => ({ address: at, bytes: bytes.length, md5: md5(bytes) }));
    return { chip: chipName, mac, flashBytes, parts, retries: this.retries };
  }

  /** Gets the chip to where it can be written to, from the begin where a message was lost on the way. */
  private async prepare(): Promise<{ mac: string; flashBytes: number }> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.connect();
        const mac = await this.loader.chip.readMac(this.loader);
        // It replaces the ROM's loader: it is faster, and can verify.
        await this.loader.runStub();
        if (this.request.rate !== romRate) await this.loader.changeBaud();
        return { mac, flashBytes: await this.sizeOfFlash() };
      } catch (error) {
        if (error instanceof LinkError || error instanceof FlashError) throw error;
        const lost = this.lost();
        if (lost) throw lost;
        if (attempt === tries) throw this.badLine("the loader's stub could not be started", error);
      }
    }
  }

  private async connect(): Promise<void> {
    this.progress.step("connecting");
    if (this.port.isOpen) await this.transport.disconnect();
    this.loader.IS_STUB = false;
    try {
      await this.loader.connect("default_reset", this.request.attempts);
    } catch (error) {
      const { UnexpectedChipIdError, UnexpectedChipMagicError } = await import("esptool-js");
      if (error instanceof UnexpectedChipIdError || error instanceof UnexpectedChipMagicError)
        throw this.wrongChip("a chip that is not known");
      throw (
        this.lost() ??
        new LinkError(
          `${this.name}: no answer from the chip's loader: hold the board's FLASH button (GPIO0 to ground) while you press RST, and try again; is it the right port, with a cable for data?`,
        )
      );
    }
    const chip = this.loader.chip.CHIP_NAME;
    if (chip !== chipName) throw this.wrongChip(`an ${chip}`);
  }

  private wrongChip(what: string): FlashError {
    return new FlashError(
      `${this.name}: this is ${what}, the firmware is for an ${chipName}: nothing was written; --port names another port`,
    );
  }

  /** Why the port itself is gone, if it is. */
  private lost(): LinkError | undefined {
    const { failure } = this.port;
    if (failure === undefined) return undefined;
    return failure instanceof LinkError ? failure : new LinkError(`${this.name}: ${failure.message}`);
  }

  /** @param cause what esptool-js said last, which NANOPY_DEBUG shows */
  private badLine(what: string, cause: unknown): LinkError {
    const slower = this.request.rate > romRate ? `--baud ${romRate}, ` : "";
    return new LinkError(`${this.name}: ${what}: the chip stopped answering; try ${slower}a shorter cable or another port`, { cause });
  }

  private async erase(): Promise<void> {
    try {
      await this.loader.eraseFlash();
    } catch (error) {
      throw this.lost() ?? this.badLine("the flash could not be erased", error);
    }
  }

  private async sizeOfFlash(): Promise<number> {
    const size = await this.loader.detectFlashSize();
    const match = /^(\d+)([KM])B$/.exec(size ?? "");
    if (!match)
      throw new FlashError(
        `${this.name}: the chip does not reach its flash: is the supply strong enough (300 mA), and nothing else on its pins?`,
      );
    return Number(match[1]) * (match[2] === "M" ? 1 << 20 : 1 << 10);
  }

  private checkSize(flashBytes: number): void {
    const end = Math.max(...this.request.firmware.map(({ at, bytes }) => at + bytes.length));
    const { length } = this.request.firmware.find(({ at }) => at === firmwareAt)?.bytes ?? { length: 0 };
    if (flashBytes < leastUsual && length > Place.FIRMWARE_SMALL_BYTES)
      throw new FlashError(
        `${this.name}: the firmware has ${length} bytes, a flash of ${flashBytes} has ${Place.FIRMWARE_SMALL_BYTES} for it: nothing was written`,
      );
    if (end > flashBytes)
      throw new FlashError(`${this.name}: the firmware needs ${end} bytes of flash, this board has ${flashBytes}: nothing was written`);
  }

  /** Writes a part, again if it was damaged on its way. */
  private async writePart({ at, bytes }: FirmwarePart, written: (bytes: number) => void): Promise<void> {
    const { verify } = this.request;
    let differs = false;
    let cause: unknown;
    for (let attempt = 1; attempt <= tries; attempt++) {
      if (attempt > 1) this.retries++;
      if (attempt > 1 && !differs) await this.prepare();
      this.progress.step(`writing ${hex(at, 5)}`);
      try {
        await this.loader.writeFlash({
          fileArray: [{ data: bytes, address: at }],
          flashMode: "keep",
          flashFreq: "keep",
          flashSize: "keep",
          eraseAll: false,
          compress: true,
          reportProgress: (_, sent, all) => written(Math.floor((bytes.length * sent) / Math.max(all, 1))),
        });
        if (!verify) return;
        this.progress.step(`verifying ${hex(at, 5)}`);
        differs = (await this.loader.flashMd5sum(at, bytes.length)) !== md5(bytes);
        if (!differs) return;
      } catch (error) {
        differs = false;
        cause = error;
        const lost = this.lost();
        if (lost) throw new LinkError(`${lost.message}; the firmware is not all written: flash the board again`);
      }
    }
    if (differs)
      throw new FlashError(
        `${this.name}: ${bytes.length} bytes at ${hex(at, 5)} read back differently after ${tries} tries: its flash is worn or its supply too weak; try --baud ${romRate}, or another board`,
      );
    throw this.badLine(`the firmware is not all written, it stopped at ${hex(at, 5)}`, cause);
  }

  /** Resets the chip by RTS, with GPIO0 high, so that it starts what was written. */
  private async restart(): Promise<void> {
    this.progress.step("restarting");
    await this.transport.setSignals(false, true);
    await sleep(resetMs);
    await this.transport.setSignals(false, false);
  }
}
