/** The numbers of the loader's serial protocol ("Serial Protocol" in esptool's documentation). */

/** A request is: 0, command, length of the data (2), checksum (4), data. A response: 1, command, length (2), value (4), data, two bytes of status. */
export const headerBytes = 8;

/** Commands, by name. */
export const Command = {
  flashBegin: 0x02,
  flashData: 0x03,
  flashEnd: 0x04,
  memBegin: 0x05,
  memEnd: 0x06,
  memData: 0x07,
  sync: 0x08,
  writeReg: 0x09,
  readReg: 0x0a,
  spiSetParams: 0x0b,
  spiAttach: 0x0d,
  changeBaud: 0x0f,
  deflBegin: 0x10,
  deflData: 0x11,
  deflEnd: 0x12,
  flashMd5: 0x13,
  eraseFlash: 0xd0,
  eraseRegion: 0xd1,
  readFlash: 0xd2,
  runUserCode: 0xd3,
} as const;

/** The least data of a request, in bytes, and whether only the stub knows it. */
export const requests: ReadonlyMap<number, { readonly least: number; readonly stubOnly: boolean }> = new Map(
  (
    [
      [Command.flashBegin, 16, false],
      [Command.flashData, 16, false],
      [Command.flashEnd, 4, false],
      [Command.memBegin, 16, false],
      [Command.memEnd, 8, false],
      [Command.memData, 16, false],
      [Command.sync, 36, false],
      [Command.writeReg, 16, false],
      [Command.readReg, 4, false],
      [Command.spiSetParams, 24, true],
      [Command.spiAttach, 4, true],
      [Command.changeBaud, 8, true],
      [Command.deflBegin, 16, true],
      [Command.deflData, 16, true],
      [Command.deflEnd, 4, true],
      [Command.flashMd5, 16, true],
      [Command.eraseFlash, 0, true],
      [Command.eraseRegion, 8, true],
      [Command.readFlash, 16, true],
      [Command.runUserCode, 0, true],
    ] as const
  ).map(([command, least, stubOnly]) => [command, { least, stubOnly }]),
);

/** How a request ended: the second byte of status, with 1 before it where it failed. The ROM and the stub have numbers of their own. */
export const RomStatus = { ok: 0, invalid: 0x05, failed: 0x06, checksum: 0x07 } as const;
export const StubStatus = {
  ok: 0,
  length: 0xc0,
  checksum: 0xc1,
  flash: 0xc4,
  notInFlashMode: 0xc6,
  inflate: 0xc7,
  notEnoughData: 0xc8,
  unknownCommand: 0xff,
} as const;

/** The value in the ROM's answer to a sync; the stub's is 0, by which tools tell them apart. */
export const romSyncValue = 0x20120707;
/** So many answers follow a sync, and a request that the ROM does not know. */
export const answersToSync = 8;
/** What the stub says when it has started. */
export const stubGreeting = "OHAI";

const checksumSeed = 0xef;

/** Of the data behind the first 16 bytes of a download's request. */
export const checksumOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, checksumSeed);
