/**
 * The firmware as it lies in flash, in one piece (firmware/esp8266/firmware_head.h): a head of 64 bytes, what is executed in place, and what the boot loader
 * loads to RAM:
 *
 *     count of segments (4), entry (4), for each segment: address (4), length (4), data
 *
 * All numbers are little-endian; addresses and lengths are multiples of 4.
 */
import { crc32 } from "node:zlib";
import { Place } from "../../build/generated/layout.js";
import type { Segment } from "./boot-image.js";
import { FirmwareError } from "./error.js";
import { hex, inRange, memory } from "./layout.js";

/** What the head tells. */
export interface FirmwareHead {
  readonly length: number;
  readonly ramOffset: number;
  readonly crc: number;
  readonly wifi: boolean;
  readonly abi: number;
  readonly imageVersion: number;
  readonly snapshotVersion: number;
  /** The build id of its prelude, 16 hex digits. */
  readonly prelude: string;
  readonly version: string;
}

export interface FirmwareContent {
  /** What is executed in place, from the head on, which the linker made as far as the compiler knows it. */
  readonly inPlace: Uint8Array;
  readonly entry: number;
  readonly segments: readonly Segment[];
  /** Of nanopy: at most 16 bytes. */
  readonly version: string;
  /** The build id of its prelude, 16 hex digits. */
  readonly prelude: string;
}

/** Where the head's fields are. */
const field = {
  magic: 0,
  format: 4,
  flags: 6,
  length: 8,
  ramOffset: 12,
  crc: 16,
  abi: 20,
  image: 22,
  snapshot: 24,
  prelude: 32,
  version: 40,
  headCrc: 60,
};
const versionBytes = 16;
/** The most segments that the boot loader takes. */
const mostSegments = 8;

/** What the boot loader may load while it is in RAM itself. */
const loadable = [
  { from: memory.iram.from, to: Place.LOADER_IRAM },
  { from: memory.dram.from, to: Place.LOADER_DRAM },
];

/** Whether bytes begin as a firmware does. */
export const isFirmware = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === Place.HEAD_MAGIC;

/** Why a segment can't be loaded; undefined where it can. */
function segmentFault({ address, bytes }: Segment): string | undefined {
  const end = address + bytes.length;
  if (address % 4 !== 0 || bytes.length % 4 !== 0) return `is ${bytes.length} bytes at ${hex(address)}, which are no whole words`;
  const range = loadable.find((part) => inRange(address, part));
  if (range && end <= range.to) return undefined;
  return `is ${bytes.length} bytes at ${hex(address)}, where nothing is loaded (${loadable.map(({ from, to }) => `${hex(from)} to ${hex(to)}`).join(", ")})`;
}

/**
 * The firmware's bytes.
 * @param name what it is made from, for messages
 * Throws a FirmwareError where the boot loader could not load it, or flash has no room for it.
 */
export function writeFirmware({ inPlace, entry, segments, version, prelude }: FirmwareContent, name: string): Uint8Array {
  const refuse = (why: string): never => {
    throw new FirmwareError(`${name}: ${why}`);
  };
  if (inPlace.length < Place.HEAD_BYTES || !isFirmware(inPlace)) refuse("does not begin with a firmware's head: check the linker script");
  if (segments.length > mostSegments)
    refuse(`has ${segments.length} segments for RAM, at most ${mostSegments} are loaded: check the linker script`);
  for (const segment of segments) {
    const fault = segmentFault(segment);
    if (fault) refuse(`a segment ${fault}: check the linker script`);
  }
  if (!segments.some(({ address, bytes }) => inRange(entry, { from: address, to: address + bytes.length })))
    refuse(`starts at ${hex(entry)}, where none of its code is: ENTRY in the linker script names it`);
  const versionText = new TextEncoder().encode(version);
  if (versionText.length > versionBytes) refuse(`the version ${version} is longer than ${versionBytes} bytes`);
  const ramOffset = inPlace.length;
  const length = segments.reduce((sum, { bytes }) => sum + 8 + bytes.length, ramOffset + 8);
  if (length > Place.FIRMWARE_BYTES) refuse(`has ${length} bytes, flash has ${Place.FIRMWARE_BYTES} for it`);
  const blob = new Uint8Array(length);
  const view = new DataView(blob.buffer);
  blob.set(inPlace);
  view.setUint32(ramOffset, segments.length, true);
  view.setUint32(ramOffset + 4, entry, true);
  let at = ramOffset + 8;
  for (const { address, bytes } of segments) {
    view.setUint32(at, address, true);
    view.setUint32(at + 4, bytes.length, true);
    blob.set(bytes, at + 8);
    at += 8 + bytes.length;
  }
  view.setUint32(field.length, length, true);
  view.setUint32(field.ramOffset, ramOffset, true);
  view.setUint32(field.crc, crc32(blob.subarray(Place.HEAD_BYTES)), true);
  blob.set(Buffer.from(prelude, "hex"), field.prelude);
  blob.fill(0, field.version, field.version + versionBytes).set(versionText, field.version);
  view.setUint32(field.headCrc, crc32(blob.subarray(0, field.headCrc)), true);
  return blob;
}

/**
 * Reads a firmware's head and checks all of it.
 * @param name the file's name, for messages
 * Throws a FirmwareError that says what is wrong.
 */
export function readFirmware(bytes: Uint8Array, name: string): FirmwareHead {
  const refuse = (why: string): never => {
    throw new FirmwareError(`${name}: ${why}`);
  };
  if (!isFirmware(bytes)) refuse("is no firmware: it does not begin with NPFW");
  if (bytes.length < Place.HEAD_BYTES) refuse(`is cut off in its head, at byte ${bytes.length}; copy or build it again`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): number => view.getUint32(at, true);
  const half = (at: number): number => view.getUint16(at, true);
  if (half(field.format) !== Place.HEAD_FORMAT)
    refuse(`has format ${half(field.format)}, this tool knows ${Place.HEAD_FORMAT}: update the tool`);
  if (word(field.headCrc) !== crc32(bytes.subarray(0, field.headCrc))) refuse("its head is damaged; copy or build it again");
  if (word(field.length) !== bytes.length) refuse(`has ${bytes.length} bytes, its head says ${word(field.length)}; copy or build it again`);
  if (word(field.crc) !== crc32(bytes.subarray(Place.HEAD_BYTES))) refuse("is damaged: its checksum is wrong; copy or build it again");
  const text = bytes.subarray(field.version, field.version + versionBytes);
  const end = text.indexOf(0);
  return {
    length: bytes.length,
    ramOffset: word(field.ramOffset),
    crc: word(field.crc),
    wifi: (half(field.flags) & Place.HEAD_FLAG_WIFI) !== 0,
    abi: half(field.abi),
    imageVersion: half(field.image),
    snapshotVersion: half(field.snapshot),
    prelude: Buffer.from(bytes.subarray(field.prelude, field.prelude + 8)).toString("hex"),
    version: new TextDecoder().decode(end < 0 ? text : text.subarray(0, end)),
  };
}
