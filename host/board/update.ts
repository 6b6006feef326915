/** The board's firmware: what it is, and putting another one in its place over the link. */
import { Request, Upload } from "../../build/generated/link.js";
import { type FirmwareHead, readFirmware } from "../firmware/blob.js";
import { pause } from "../link/clock.js";
import type { Reader } from "../link/codec.js";
import { Writer } from "../link/codec.js";
import { LinkError } from "../link/transport.js";
import type { Board } from "./board.js";
import { untilStarted } from "./restart.js";
import { type Progress, upload } from "./upload.js";

/** What a board says of its firmware. */
export interface FirmwareInfo {
  /** `trial`: it is new and has not proved itself yet. `rolled back`: it is the one before the last that was installed, which did not come up. */
  readonly state: "good" | "trial" | "rolled back";
  /** A copy of it is kept, which comes back where the next one does not come up. */
  readonly kept: boolean;
  readonly wifi: boolean;
  /** Bytes of the largest firmware that the board takes. */
  readonly capacity: number;
  readonly length: number;
  /** CRC-32 of all behind its head: tells firmwares apart. */
  readonly crc: number;
  readonly prelude: string;
  readonly abi: number;
  readonly imageVersion: number;
  readonly snapshotVersion: number;
  readonly version: string;
}

/** What is being done: `send` counts bytes. */
export type UpdateStep = "send" | "install" | "start";

export interface UpdateOptions {
  /** Also where the functions' images and snapshots are of versions that it does not read, or contact with the board may be lost. */
  readonly force?: boolean;
  readonly onProgress?: Progress;
  readonly onStep?: (step: UpdateStep) => void;
  /** How long the board may take to come back, ms: a firmware that does not come up is tried three times before the old one is put back. */
  readonly patience?: number;
}

/** The board has taken the firmware, and runs the old one all the same; or it is not to be taken. */
export class UpdateError extends Error {
  override readonly name = "UpdateError";
}

const states = { 1: "good", 2: "trial", 3: "rolled back" } as const;
/** A copy of what runs is made first, and everything stored. */
const installMs = 120_000;
const startMs = 120_000;
/** A firmware confirms itself when it has been asked something; then it is good within a moment. */
const trialMs = 5000;

function read(body: Reader): FirmwareInfo {
  const [state, kept, flags, capacity, length, crc] = [body.u8(), body.u8(), body.u16(), body.u32(), body.u32(), body.u32()] as const;
  const [prelude, abi, imageVersion, snapshotVersion] = [body.build(), body.u16(), body.u16(), body.u16()] as const;
  body.skip(2);
  const known = states[state as keyof typeof states];
  if (!known) throw new LinkError(`the board says that its firmware is in state ${state}, which this tool does not know: update the tool`);
  const versions = { prelude, abi, imageVersion, snapshotVersion, version: body.name() };
  return { state: known, kept: kept !== 0, wifi: (flags & 1) !== 0, capacity, length, crc, ...versions };
}

export async function firmwareOf(board: Board): Promise<FirmwareInfo> {
  return read(await board.connection.request(Request.FIRMWARE, new Uint8Array()));
}

/** The firmware, when it is not on trial any more. */
async function settled(board: Board): Promise<FirmwareInfo> {
  const { clock } = board.connection;
  for (const end = clock.now() + trialMs; ; ) {
    const info = await firmwareOf(board);
    if (info.state !== "trial" || clock.now() >= end) return info;
    await pause(clock, 100);
  }
}

/** The CRC is of what is behind the head: firmwares that differ in nothing but their version have the same. */
const isSame = (info: FirmwareInfo, head: FirmwareHead): boolean =>
  info.crc === head.crc && info.length === head.length && info.version === head.version && info.prelude === head.prelude;

/** See Board.update. */
export async function update(
  board: Board,
  bytes: Uint8Array,
  options: UpdateOptions,
): Promise<{ before: FirmwareInfo; after: FirmwareInfo }> {
  const { force = false, onProgress, onStep, patience = startMs } = options;
  const head = readFirmware(bytes, "the firmware");
  const before = await settled(board);
  const name = (of: { version: string; crc: number }): string => `${of.version} (${of.crc.toString(16).padStart(8, "0")})`;
  if (isSame(before, head)) return { before, after: before };
  if (before.wifi && !head.wifi && !force)
    throw new UpdateError("the board's firmware has Wi-Fi, this one has none: afterwards it is reached by its serial port alone");
  onStep?.("send");
  await upload(board.connection, { kind: Upload.FIRMWARE, key: 0n, bytes, onProgress });
  onStep?.("install");
  const { boots } = await board.info();
  const body = new Writer()
    .u32(head.length)
    .u32(head.crc)
    .u8(force ? 1 : 0);
  await board.connection.once(Request.INSTALL, body.done(), installMs);
  onStep?.("start");
  await untilStarted(board, boots, patience);
  const after = await settled(board);
  if (!isSame(after, head)) throw new UpdateError(`${name(head)} did not come up: the board has gone back to ${name(after)}`);
  if (after.state === "trial") throw new UpdateError(`${name(head)} runs, but does not confirm itself: it may be given up at a restart`);
  return { before, after };
}
