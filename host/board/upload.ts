/** Uploads: announced, sent in pieces without waiting for answers, checked and committed at the end. */
import { crc32 } from "node:zlib";
import { Request, type Upload } from "../../build/generated/link.js";
import { type Reader, Writer } from "../link/codec.js";
import { LinkError } from "../link/transport.js";
import type { Connection } from "./connection.js";

const offsetBytes = 4;
/** The board may have to erase flash, verify and hash. */
const endTimeout = 60_000;
/** How often an upload that is cut goes on. */
const attempts = 5;

export type Progress = (done: number, all: number) => void;

export interface Uploading {
  readonly kind: Upload;
  /** What it is called, by its kind: link.def. */
  readonly key: bigint;
  readonly bytes: Uint8Array;
  readonly onProgress?: Progress | undefined;
}

/** The key of an image: its build id as the number that the link carries. */
export const keyOfBuild = (build: string): bigint => Buffer.from(build, "hex").readBigUInt64LE();

/**
 * Sends it all and commits it; returns END's response. Where the session is lost it goes on from where the board stands. Throws a BoardError where the board
 * refuses, a LinkError where it can't be reached any more.
 */
export async function upload(connection: Connection, { kind, key, bytes, onProgress }: Uploading): Promise<Reader> {
  const announcement = new Writer().u8(kind).zeros(3).u32(bytes.length).u64(key).u32(crc32(bytes)).done();
  const end = new Writer().u8(kind).zeros(3).u64(key).done();
  for (let left = attempts; ; left--) {
    const from = (await connection.request(Request.WRITE, announcement)).u32();
    if (from > bytes.length) throw new LinkError(`${connection.name}: the board has more of the upload than there is`);
    let refusal: Error | undefined;
    const pieces = connection.quietly(Request.DATA, (error) => {
      refusal ??= error;
    });
    try {
      const most = (connection.largestBody - offsetBytes) & ~3;
      onProgress?.(from, bytes.length);
      for (let at = from; at < bytes.length && !refusal; at += most) {
        const piece = bytes.subarray(at, at + most);
        await pieces.send(new Writer().u32(at).raw(piece).done());
        onProgress?.(at + piece.length, bytes.length);
      }
      if (refusal) throw refusal;
      return await connection.once(Request.END, end, endTimeout);
    } catch (error) {
      // A piece that was refused is why the end was, too.
      const reason: unknown = refusal ?? error;
      if (!(reason instanceof LinkError) || left === 0) throw reason;
    } finally {
      pieces.stop();
    }
  }
}
