/**
 * The image at the beginning of flash, which the chip's ROM loads to RAM and starts ("version 1" in esptool's documentation of the format):
 *
 *     E9, count of segments, mode, size | rate, entry (4)
 *     for each segment: address (4), length (4), data
 *     zeros up to the last byte of a block of 16, and there EF xor all data
 *
 * All numbers are little-endian; addresses and lengths are multiples of 4.
 */
import { Place } from "../../build/generated/layout.js";
import { FirmwareError } from "./error.js";
import { type FlashParameters, flashModes, flashRates, flashSizes, hex, inRange, memory } from "./layout.js";

export interface Segment {
  readonly address: number;
  readonly bytes: Uint8Array;
}

export interface BootImage {
  readonly entry: number;
  readonly segments: readonly Segment[];
  readonly flash: FlashParameters;
}

const magic = 0xe9;
const checksumSeed = 0xef;
const headerBytes = 8;
const segmentHeaderBytes = 8;
/** The most segments that the ROM's tools take. */
const mostSegments = 16;

const aligned = (bytes: number): number => (bytes + 3) & ~3;

/** Why a segment can't be loaded by the ROM; undefined where it can. */
function segmentFault({ address, bytes }: Segment): string | undefined {
  const end = address + bytes.length;
  if (address % 4 !== 0) return `begins at ${hex(address)}, which is no multiple of 4`;
  for (const range of [memory.dram, memory.iram])
    if (inRange(address, range)) return end <= range.to ? undefined : `ends at ${hex(end)}, ${end - range.to} bytes behind its memory`;
  return `begins at ${hex(address)}, where the chip has no RAM for it (${hex(memory.dram.from)} to ${hex(memory.dram.to)} for data, ${hex(memory.iram.from)} to ${hex(memory.iram.to)} for code)`;
}

/** Throws a FirmwareError where the ROM could not load and start this. */
function check({ entry, segments }: BootImage, name: string): void {
  const refuse = (why: string): never => {
    throw new FirmwareError(`${name}: ${why}`);
  };
  if (segments.length === 0) refuse("has no segment for RAM: the ROM would have nothing to start");
  if (segments.length > mostSegments)
    refuse(`has ${segments.length} segments, at most ${mostSegments} are loaded: check the linker script`);
  segments.forEach((segment, i) => {
    const fault = segmentFault(segment);
    if (fault) refuse(`segment ${i} of ${segment.bytes.length} bytes ${fault}: check the linker script`);
  });
  const started = segments.some(({ address, bytes }) => inRange(entry, { from: address, to: address + bytes.length }));
  if (!started || !inRange(entry, memory.iram))
    refuse(`starts at ${hex(entry)}, where none of its code is: ENTRY in the linker script names it`);
}

/**
 * The image's bytes. Segments that are no multiple of 4 bytes long are filled up with zeros.
 * @param name what it is made from, for messages
 * Throws a FirmwareError where the ROM could not load it, or it would reach into the next part of flash.
 */
export function writeBootImage(image: BootImage, name: string): Uint8Array {
  check(image, name);
  const { entry, segments, flash } = image;
  const content = segments.reduce((sum, { bytes }) => sum + segmentHeaderBytes + aligned(bytes.length), headerBytes);
  const result = new Uint8Array((content & ~15) + 16);
  if (result.length > Place.BOOT_BYTES)
    throw new FirmwareError(`${name}: makes an image of ${result.length} bytes; ${Place.BOOT_BYTES} are free for it at the begin of flash`);
  const view = new DataView(result.buffer);
  result.set([magic, segments.length, flashModes[flash.mode], flashSizes[flash.size] | flashRates[flash.rate]]);
  view.setUint32(4, entry, true);
  let at = headerBytes;
  let checksum = checksumSeed;
  for (const { address, bytes } of segments) {
    view.setUint32(at, address, true);
    view.setUint32(at + 4, aligned(bytes.length), true);
    result.set(bytes, at + segmentHeaderBytes);
    at += segmentHeaderBytes + aligned(bytes.length);
    for (const byte of bytes) checksum ^= byte;
  }
  result[result.length - 1] = checksum;
  return result;
}

/** Whether bytes begin as an image does that the ROM loads. */
export const isBootImage = (bytes: Uint8Array): boolean => bytes[0] === magic;

const nameOfCode = <K extends string>(codes: Readonly<Record<K, number>>, code: number): K | undefined =>
  (Object.keys(codes) as K[]).find((name) => codes[name] === code);

/**
 * Reads an image and checks all of it. Segments are views of its bytes.
 * @param name the file's name, for messages
 * Throws a FirmwareError that says what is wrong at which byte.
 */
export function readBootImage(bytes: Uint8Array, name: string): BootImage {
  const refuse = (why: string): never => {
    throw new FirmwareError(`${name}: ${why}`);
  };
  if (!isBootImage(bytes)) refuse(`is no ESP8266 image: it begins with ${hex(bytes[0] ?? 0, 2)}, not ${hex(magic, 2)}`);
  const cutOff = (what: string): never => refuse(`is cut off: ${what} goes past its end at byte ${bytes.length}; copy or build it again`);
  if (bytes.length < headerBytes) cutOff("the header");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments: Segment[] = [];
  let at = headerBytes;
  let checksum = checksumSeed;
  for (let i = 0; i < bytes[1]!; i++) {
    if (at + segmentHeaderBytes > bytes.length) cutOff(`segment ${i}`);
    const address = view.getUint32(at, true);
    const length = view.getUint32(at + 4, true);
    at += segmentHeaderBytes;
    if (length % 4 !== 0) refuse(`segment ${i} has ${length} bytes, which is no multiple of 4: it is damaged`);
    if (at + length > bytes.length) cutOff(`segment ${i} of ${length} bytes`);
    const data = bytes.subarray(at, at + length);
    for (const byte of data) checksum ^= byte;
    segments.push({ address, bytes: data });
    at += length;
  }
  const last = at | 15;
  if (last >= bytes.length) cutOff("the checksum");
  if (bytes[last] !== checksum)
    refuse(
      `is damaged: the checksum at byte ${last} is ${hex(bytes[last]!, 2)}, the content's is ${hex(checksum, 2)}; copy or build it again`,
    );
  if (last + 1 !== bytes.length)
    refuse(`has ${bytes.length - last - 1} bytes behind its end at byte ${last + 1}: it is no image for the ROM alone`);
  const mode = nameOfCode(flashModes, bytes[2]!) ?? refuse(`has an unknown flash mode ${bytes[2]} at byte 2`);
  const size = nameOfCode(flashSizes, bytes[3]! & 0xf0) ?? refuse(`has an unknown flash size ${bytes[3]! >> 4} at byte 3`);
  const rate = nameOfCode(flashRates, bytes[3]! & 0x0f) ?? refuse(`has an unknown flash rate ${bytes[3]! & 0x0f} at byte 3`);
  const image: BootImage = { entry: view.getUint32(4, true), segments, flash: { mode, size, rate } };
  check(image, name);
  return image;
}
