/**
 * Consistent Overhead Byte Stuffing (S. Cheshire, M. Baker, IEEE/ACM Transactions on Networking 7(2), 1999): bytes without a 0 among them. A block
 * is a code c and c - 1 bytes that are not 0; a 0 follows unless c is 255 or it is the last block.
 */

const full = 255;

/** The encoded bytes, without a 0 at the end. */
export function cobsEncode(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length + Math.floor(bytes.length / 254) + 1);
  let codeAt = 0;
  let at = 1;
  const nextBlock = (): void => {
    out[codeAt] = at - codeAt;
    codeAt = at++;
  };
  for (const byte of bytes) {
    if (at - codeAt === full) nextBlock();
    if (byte === 0) nextBlock();
    else out[at++] = byte;
  }
  out[codeAt] = at - codeAt;
  return out.subarray(0, at);
}

/** What was encoded (`bytes` without the 0 that ended them), or undefined where they can't have come out of an encoder. */
export function cobsDecode(bytes: Uint8Array): Uint8Array | undefined {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let at = 0;
  while (at < bytes.length) {
    const code = bytes[at]!;
    if (code === 0 || at + code > bytes.length) return undefined;
    out.set(bytes.subarray(at + 1, at + code), length);
    length += code - 1;
    at += code;
    if (code !== full && at < bytes.length) out[length++] = 0;
  }
  return bytes.length === 0 ? undefined : out.subarray(0, length);
}
