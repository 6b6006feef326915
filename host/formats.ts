/** The few words of images and snapshots that the host looks at. bytecode/FORMAT.md draws them all. */

const imageMagic = "NPI1";
const snapshotMagic = "NPS1";

const startsWith = (bytes: Uint8Array, magic: string): boolean =>
  bytes.length >= 40 && [...magic].every((letter, i) => bytes[i] === letter.charCodeAt(0));

export const isImage = (bytes: Uint8Array): boolean => startsWith(bytes, imageMagic);
export const isSnapshot = (bytes: Uint8Array): boolean => startsWith(bytes, snapshotMagic);

const idAt = (bytes: Uint8Array, at: number): string => Buffer.from(bytes.subarray(at, at + 8)).toString("hex");

/** The build id of an image, as 16 hex digits. */
export const buildIdOf = (image: Uint8Array): string => idAt(image, 12);

/** The build id of the prelude that a program's image was compiled against. */
export const preludeIdOf = (image: Uint8Array): string => idAt(image, 24);

/** The build id of the image that a snapshot belongs to. */
export const imageIdOf = (snapshot: Uint8Array): string => idAt(snapshot, 24);

/** The size of the arena that a snapshot was taken from. */
export const arenaSizeOf = (snapshot: Uint8Array): number => new DataView(snapshot.buffer, snapshot.byteOffset).getUint32(32, true);
