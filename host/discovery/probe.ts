/** Whether a board answers at an address. */
import type { Address } from "../config/address.js";
import { formatAddress } from "../config/address.js";
import { openAddress } from "../link/address.js";
import { Session } from "../link/session.js";
import { LinkError } from "../link/transport.js";

/** Opens a session within about `timeout` ms, and ends it. Undefined where that went well, else a short reason for people. */
export async function probe(address: Address, timeout: number): Promise<string | undefined> {
  try {
    const transport = await openAddress(address, timeout);
    const session = new Session(transport);
    try {
      await session.open(timeout);
    } finally {
      await session.close();
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return shortened(error.message, `${formatAddress(address)}: `);
  }
}

/** Without the address, which stands beside it, and without what to do. */
const shortened = (message: string, address: string): string => message.replace(address, "").replace(/;.*$/s, "");
