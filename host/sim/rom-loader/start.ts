/** The loader on a serial port, with its flash in a file: what `nanopy sim --rom-loader` runs. */
import { existsSync, statSync } from "node:fs";
import { flashSizes } from "../../firmware/layout.js";
import { systemClock } from "../../link/clock.js";
import type { LineOptions } from "../../link/memory.js";
import { bridge } from "../bridge.js";
import { claimFile } from "../file-claim.js";
import { FlashFileError, SimFlash, sectorBytes } from "../flash.js";
import { openPty } from "../pty.js";
import { RomLoader } from "./loader.js";

/** The flash of the common modules. */
const usualBytes = 4 << 20;

/** What flash chips there are, in bytes. */
const chipBytes = Object.keys(flashSizes).map((size) => Number.parseInt(size, 10) << (size.endsWith("MB") ? 20 : 10));

export interface RomLoaderPort {
  /** Where the pty is made. */
  readonly pty: string;
  /** The file that keeps the flash: a new chip of 4 MB where it does not exist. */
  readonly flash: string;
  /** What lies between; nothing where there are no options. */
  readonly line?: Omit<LineOptions, "clock"> | undefined;
  /** Called if the chip ends by itself. */
  readonly onEnd: (reason: string) => void;
}

export interface RunningLoader {
  /** `serial:PATH`. */
  readonly address: string;
  readonly flashBytes: number;
  close(): Promise<void>;
}

/** Opens the flash of a chip. Throws a FlashFileError where the file is none. */
export function openChipFlash(path: string): SimFlash {
  const known = existsSync(path) ? statSync(path).size : 0;
  if (known !== 0 && !chipBytes.includes(known))
    throw new FlashFileError(`${path} has ${known} bytes, which no flash chip has: one of 256 KB, 512 KB, 1, 2, 4, 8 or 16 MB is meant`);
  return SimFlash.inFile(path, (known || usualBytes) / sectorBytes);
}

/** Starts it. A pty has no DTR and RTS, so the chip is in its loader from the start. Throws a FlashFileError or a SimulatorError. */
export async function startRomLoader({ pty, flash: path, line, onEnd }: RomLoaderPort): Promise<RunningLoader> {
  const claim = claimFile(path, "flash file");
  try {
    return await open();
  } catch (error) {
    claim.release();
    throw error;
  }

  async function open(): Promise<RunningLoader> {
    const flash = openChipFlash(path);
    const loader = new RomLoader({ flash });
    loader.onEnd(onEnd);
    const port = await openPty(pty);
    bridge(port, loader, line && { ...line, clock: systemClock });
    return {
      address: port.name,
      flashBytes: flash.bytes.length,
      async close() {
        await port.close();
        await loader.close();
        claim.release();
      },
    };
  }
}
