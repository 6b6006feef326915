/**
 * Consistent Overhead Byte Stuffing (S. Cheshire, M. Baker, IEEE/ACM Transactions on Networking 7(2), 1999): bytes without a 0 among them. A block
 * is a code c and c - 1 bytes that are not 0; a 0 follows unless c is 255 or it is the last block.
 */
/** The encoded bytes, without a 0 at the end. */
export declare function cobsEncode(bytes: Uint8Array): Uint8Array;
/** What was encoded (`bytes` without the 0 that ended them), or undefined where they can't have come out of an encoder. */
export declare function cobsDecode(bytes: Uint8Array): Uint8Array | undefined;
