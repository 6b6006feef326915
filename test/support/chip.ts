/** A chip with the adapter before it, in this process: a line with DTR, RTS and a rate that ends at an emulated loader. */
import type { OpenLine } from "../../host/flasher/web-serial.js";
import { memoryPair } from "../../host/link/memory.js";
import type { Transport } from "../../host/link/transport.js";
import type { RomLoader } from "../../host/sim/rom-loader/loader.js";

export interface ChipLine {
  readonly open: OpenLine;
  /** Each rate that was set. */
  readonly rates: number[];
  /** What becomes of bytes on their way to the chip; undefined: they are lost. */
  spoil: (bytes: Uint8Array, rate: number) => Uint8Array | undefined;
  /** Pulls the plug. */
  unplug: () => void;
}

/** Bytes arrive where both ends have the same rate; the ROM takes on that of who calls. */
export function chipLine(loader: RomLoader): ChipLine {
  const line: ChipLine = {
    rates: [],
    spoil: (bytes) => bytes,
    unplug: () => undefined,
    async open(first) {
      const [near, far] = memoryPair({}, "serial:chip");
      let rate = first;
      line.rates.push(rate);
      const carries = (): boolean => loader.rate === rate;
      if (!loader.attach({ ...methodsOf(far), write: (bytes) => (carries() ? far.write(bytes) : undefined) }))
        throw new Error("the line before is still there");
      line.unplug = () => void far.close();
      return {
        ...methodsOf(near),
        write(bytes) {
          if (loader.state === "rom") loader.rate = rate;
          const arriving = carries() ? line.spoil(bytes, rate) : undefined;
          return arriving && near.write(arriving);
        },
        async close() {
          await near.close();
          await new Promise((resolve) => setTimeout(resolve)); // the other end hears of it
        },
        async setRate(next) {
          rate = next;
          line.rates.push(rate);
        },
        async setLines(dtr, rts) {
          loader.setLines(dtr, rts);
        },
      };
    },
  };
  return line;
}

const methodsOf = (transport: Transport): Transport => ({
  name: transport.name,
  write: (bytes) => transport.write(bytes),
  onData: (listener) => transport.onData(listener),
  onClose: (listener) => transport.onClose(listener),
  close: () => transport.close(),
});
