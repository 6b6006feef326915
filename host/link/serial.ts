/** A board behind a serial port, by the optional npm package serialport. */
import { LinkError, type Transport } from "./transport.js";

export const usualRate = 115200;

/** The package, or a LinkError that says what to do: npm leaves optional dependencies out where they can't be installed. */
async function loadSerialPort(): Promise<typeof import("serialport")> {
  try {
    return await import("serialport");
  } catch {
    throw new LinkError("serial ports need the npm package serialport, which is not installed here: npm install serialport");
  }
}

const gone = "the port is gone; was the board unplugged?";
const reasons: [RegExp, string][] = [
  [/EIO|ENXIO|ENODEV|disconnected/, gone],
  [/lock|busy|access denied/i, "another program uses the port"], // as Linux, macOS and Windows say it
  [/permission|EACCES/i, "you may not use the port; on Linux: add yourself to the group dialout"],
  [/no such file|file not found|ENOENT/i, "there is no such port"],
  [/inappropriate ioctl|not a (tty|serial)|ENOTTY/i, "this is no serial port"],
];

const reasonOf = (error: Error): string => reasons.find(([pattern]) => pattern.test(error.message))?.[1] ?? error.message;

/** A serial line with what only those use who program a chip behind it. */
export interface SerialTransport extends Transport {
  /** Changes the rate, in bits a second, while the port stays open. */
  setRate(rate: number): Promise<void>;
  /** Sets both modem lines. A port that has none (a pty) does nothing. */
  setLines(dtr: boolean, rts: boolean): Promise<void>;
}

/**
 * Opens a port without resetting the board: on boards with the usual two-transistor circuit DTR and RTS pull reset and boot-select, each only while
 * the other one is off. An operating system raises both when it opens a port; both are kept on, and `hupcl: false` keeps them so when it is closed.
 * Throws a LinkError where the port can't be opened.
 */
export async function openSerial(path: string, rate = usualRate): Promise<SerialTransport> {
  const name = `serial:${path}`;
  const { SerialPort } = await loadSerialPort();
  const port = new SerialPort({ path, baudRate: rate, hupcl: false, autoOpen: false });
  await new Promise<void>((resolve, reject) => {
    port.open((error) => (error ? reject(new LinkError(`${name}: ${reasonOf(error)}`)) : resolve()));
  });
  let closed: ((error?: Error) => void) | undefined;
  let failure: Error | undefined;
  port.on("error", (error) => {
    failure = new Error(reasonOf(error));
  });
  port.on("close", (error: Error | null) => closed?.(error ? new Error(gone) : failure));
  // A pty (nanopy sim --pty) has no such lines: it has no board that they could reset.
  const setLines = (dtr: boolean, rts: boolean): Promise<void> => new Promise((resolve) => port.set({ dtr, rts }, () => resolve()));
  await setLines(true, true);
  return {
    name,
    write(bytes) {
      if (!port.isOpen) return undefined;
      port.write(Buffer.from(bytes));
      return new Promise((resolve) => port.drain(() => resolve()));
    },
    onData(listener) {
      port.on("data", listener);
    },
    onClose(listener) {
      closed = listener;
    },
    setRate: (baudRate) =>
      new Promise((resolve, reject) => {
        port.update({ baudRate }, (error) => (error ? reject(new LinkError(`${name}: ${reasonOf(error)}`)) : resolve()));
      }),
    setLines,
    async close() {
      closed = undefined;
      if (port.isOpen) await new Promise<void>((resolve) => port.close(() => resolve()));
    },
  };
}
