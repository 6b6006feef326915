/** Where an ESP8266's firmware lies, of the rows of firmware/layout.def, and how its flash is read. Addresses and sizes are in bytes. */
import { Place } from "../../build/generated/layout.js";

/** A range of addresses: `from` is in it, `to` is behind it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The chip's memory that a program can be put in. */
export const memory = {
  /** Data; what lies above belongs to the ROM's stack and variables, which are still in use while it loads. */
  dram: { from: Place.DRAM, to: Place.DRAM_END },
  /** Code, half of which is lost to the flash cache's second bank, which is always on. */
  iram: { from: Place.IRAM, to: Place.IRAM_END },
  /** Flash from its byte 0 on, 1 MB of it at a time. */
  irom: { from: Place.IROM, to: Place.IROM + Place.MAPPED },
} as const satisfies Record<string, Range>;

export type MemoryKind = keyof typeof memory;

/** The two files of a firmware, by the place in flash that each is written to. */
export const bootAt = Place.BOOT_AT;
export const firmwareAt = Place.FIRMWARE_AT;

/** Flash is erased by sectors. */
export const sectorBytes = Place.SECTOR;

export const flashModes = { qio: 0, qout: 1, dio: 2, dout: 3 } as const;
/** The flash's clock. */
export const flashRates = { "40m": 0, "26m": 1, "20m": 2, "80m": 15 } as const;
/** By bytes of flash, the code in the image's header. */
export const flashSizes = {
  "256KB": 0x10,
  "512KB": 0x00,
  "1MB": 0x20,
  "2MB": 0x30,
  "4MB": 0x40,
  "8MB": 0x80,
  "16MB": 0x90,
} as const;

/** How the ROM reads the flash, as the image's header says. */
export interface FlashParameters {
  readonly mode: keyof typeof flashModes;
  readonly rate: keyof typeof flashRates;
  readonly size: keyof typeof flashSizes;
}

/** What the common modules (ESP-12, NodeMCU, D1 mini) can do: two data lines at 40 MHz, 4 MB. */
export const usualFlash: FlashParameters = { mode: "dio", rate: "40m", size: "4MB" };

export const inRange = (address: number, { from, to }: Range): boolean => address >= from && address < to;

/** Which memory an address is in; undefined where no program can be. */
export const memoryOf = (address: number): MemoryKind | undefined =>
  (Object.keys(memory) as MemoryKind[]).find((kind) => inRange(address, memory[kind]));

/** `0x40100000`: an address as people and linkers write it. */
export const hex = (value: number, digits = 8): string => `0x${value.toString(16).padStart(digits, "0")}`;
