/** The few words of images and snapshots that the host looks at. bytecode/FORMAT.md draws them all. */
export declare const isImage: (bytes: Uint8Array) => boolean;
export declare const isSnapshot: (bytes: Uint8Array) => boolean;
/** The build id of an image, as 16 hex digits. */
export declare const buildIdOf: (image: Uint8Array) => string;
/** The build id of the image that a snapshot belongs to. */
export declare const imageIdOf: (snapshot: Uint8Array) => string;
/** The size of the arena that a snapshot was taken from. */
export declare const arenaSizeOf: (snapshot: Uint8Array) => number;
