/** A firmware file that can't be used. The message is for people: what, where, and what to do. */
export class FirmwareError extends Error {
  override readonly name = "FirmwareError";
}
