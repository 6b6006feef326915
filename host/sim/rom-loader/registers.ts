/** What tools read of the chip through its registers: which chip it is, its MAC address, its crystal and the size of its flash. */

/** The word of the ROM by which tools know the chip. */
const chipMagicAt = 0x40001000;
export const esp8266Magic = 0xfff0c101;

/** Efuses: bytes 1 to 3 of the MAC address are in 1, byte 0 in the top of 0, its maker's part in 3. */
const efuse = [0x3ff00050, 0x3ff00054, 0x3ff00058, 0x3ff0005c] as const;
/** UART 0's clock divider, which the ROM found from a sync at 115200 baud with a 26 MHz crystal: 2 * 26 MHz / 115200. */
const uartDivider = [0x60000014, 451] as const;

const spi = { command: 0x60000200, user2: 0x60000224, word0: 0x60000240 } as const;
const spiRunUserCommand = 1 << 18;
const spiReadId = 0x9f;
/** The maker (Winbond) and kind of a flash, before the logarithm of its size. */
const flashId = 0xef | (0x40 << 8);

export class Registers {
  private readonly values = new Map<number, number>();

  /**
   * @param flashBytes a power of two
   * @param mac six bytes
   * @param magic of another chip, for those who test what is done about that
   */
  constructor(
    private readonly flashBytes: number,
    mac: Uint8Array,
    magic = esp8266Magic,
  ) {
    this.values.set(chipMagicAt, magic);
    this.values.set(efuse[0], (mac[5]! << 24) >>> 0);
    this.values.set(efuse[1], (mac[3]! << 8) | mac[4]!);
    this.values.set(efuse[3], (mac[0]! << 16) | (mac[1]! << 8) | mac[2]!);
    this.values.set(...uartDivider);
  }

  read(address: number): number {
    return this.values.get(address) ?? 0;
  }

  /** Writes the bits that the mask has. A command to the flash is done at once. */
  write(address: number, value: number, mask: number): void {
    const next = ((this.read(address) & ~mask) | (value & mask)) >>> 0;
    this.values.set(address, next);
    if (address !== spi.command || !(next & spiRunUserCommand)) return;
    if ((this.read(spi.user2) & 0xff) === spiReadId) this.values.set(spi.word0, flashId | (Math.log2(this.flashBytes) << 16));
    this.values.set(address, 0);
  }
}
