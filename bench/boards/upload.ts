/** How much of a line's speed an upload uses. */
import { crc32 } from "node:zlib";
import { Upload } from "../../build/generated/link.js";
import { keyOfBuild, upload } from "../../host/board/upload.js";
import { buildIdOf } from "../../host/formats.js";
import { WatchedBoard } from "../../test/support/lx106-board.js";
import { TimedBoard } from "../../test/support/timed-board.js";
import { compiled } from "./programs.js";

const bitsOfByte = 10;

/** An image of about so many bytes. */
export function imageOf(bytes: number): Uint8Array {
  const text = (count: number): string =>
    Array.from({ length: count }, (_, i) => `def f${i}(a, b):\n    return a * ${i} + b - ${crc32(String(i))}\n`).join("");
  const one = compiled(text(100)).length / 100;
  return compiled(text(Math.round(bytes / one)));
}

export interface UploadFigures {
  readonly bytes: number;
  readonly ms: number;
  /** Useful bytes a second by the line's. */
  readonly share: number;
}

/**
 * Uploads an image to a board whose flash takes datasheet time. `used`: sectors that were written before, so that they have to be erased.
 * `lastMs`: the board's time to check and hash it, which happens in the simulation in no time.
 */
export async function measureUpload(bytes: number, rate: number, { erasesFirst = false, lastMs = 0 } = {}): Promise<UploadFigures> {
  const board = new TimedBoard({ rate });
  if (erasesFirst) for (let sector = 0; sector < board.wasm.flash.sectors; sector++) board.wasm.flash.bytes[sector * 4096 + 2000] = 0;
  const client = await board.connect();
  const image = imageOf(bytes);
  const begun = board.clock.now();
  await board.clock.until(upload(client.connection, { kind: Upload.IMAGE, key: keyOfBuild(buildIdOf(image)), bytes: image }));
  const ms = board.clock.now() - begun + lastMs;
  return { bytes: image.length, ms, share: image.length / ((ms / 1000) * (rate / bitsOfByte)) };
}

/** lx106 instructions of an upload's processing: of each byte on its way (frames, CRC, flash's port), and of END, which verifies and hashes. */
export async function measureUploadWork(bytes: number): Promise<{ perByte: number; end: number }> {
  const watched = new WatchedBoard({ calls: ["np_link_poll", "np_upload_end"] });
  const board = await watched.connect();
  const image = imageOf(bytes);
  await board.putImage(image);
  await board.close();
  await watched.close();
  const [end] = watched.take("np_upload_end");
  const all = watched.take("np_link_poll").reduce((sum, cost) => sum + cost, 0);
  return { perByte: (all - end!) / image.length, end: end! };
}
