import { type Upload } from "../../build/generated/link.js";
import { type Reader } from "../link/codec.js";
import type { Connection } from "./connection.js";
export type Progress = (done: number, all: number) => void;
export interface Uploading {
  readonly kind: Upload;
  /** What it is called, by its kind: link.def. */
  readonly key: bigint;
  readonly bytes: Uint8Array;
  readonly onProgress?: Progress | undefined;
}
/** The key of an image: its build id as the number that the link carries. */
export declare const keyOfBuild: (build: string) => bigint;
/**
 * Sends it all and commits it; returns END's response. Where the session is lost it goes on from where the board stands. Throws a BoardError where the board
 * refuses, a LinkError where it can't be reached any more.
 */
export declare function upload(connection: Connection, { kind, key, bytes, onProgress }: Uploading): Promise<Reader>;
