/** A serial line with the face of the browser's Web Serial API, as far as esptool-js uses it. */
import type { SerialTransport } from "../link/serial.js";

/** Signals of Web Serial: those that are not named stay as they are. */
interface Signals {
  readonly dataTerminalReady?: boolean;
  readonly requestToSend?: boolean;
}

/** How the port is opened, at a rate in bits a second. It is opened again after it was closed, where a board does not follow a change of rate. */
export type OpenLine = (rate: number) => Promise<SerialTransport>;

export class WebSerialPort {
  readable: ReadableStream<Uint8Array> | null = null;
  writable: WritableStream<Uint8Array> | null = null;
  /** Why the port can't be opened or was lost; esptool-js would only say that nothing came. */
  failure: Error | undefined;
  /** Rejected when the port is lost, at once: esptool-js alone would wait out its time limits. */
  lost: Promise<never> = new Promise(() => undefined);
  private line: SerialTransport | undefined;
  private dtr = false;
  private rts = false;

  constructor(private readonly openLine: OpenLine) {}

  get isOpen(): boolean {
    return this.line !== undefined;
  }

  /** USB ids, which are the chip's own for other chips alone. */
  getInfo(): { usbVendorId?: number; usbProductId?: number } {
    return {};
  }

  async open({ baudRate }: { baudRate: number }): Promise<void> {
    let line: SerialTransport;
    try {
      line = await this.openLine(baudRate);
    } catch (error) {
      this.failure = error as Error;
      throw error;
    }
    this.line = line;
    let lose: (error: Error) => void = () => undefined;
    this.lost = new Promise((_, reject) => {
      lose = reject;
    });
    this.lost.catch(() => undefined); // who waits for it is told
    this.readable = new ReadableStream<Uint8Array>({
      start: (stream) => {
        let open = true;
        line.onData((bytes) => {
          if (open) stream.enqueue(Uint8Array.from(bytes));
        });
        line.onClose((error) => {
          open = false;
          this.failure = error ?? new Error("the port was closed");
          stream.error(this.failure);
          lose(this.failure);
        });
        this.stopReading = () => {
          open = false;
        };
      },
      cancel: () => this.stopReading(),
    });
    this.writable = new WritableStream<Uint8Array>({ write: async (bytes) => line.write(bytes) });
  }

  async setSignals({ dataTerminalReady, requestToSend }: Signals): Promise<void> {
    this.dtr = dataTerminalReady ?? this.dtr;
    this.rts = requestToSend ?? this.rts;
    await this.line?.setLines(this.dtr, this.rts);
  }

  async setBaudRate(rate: number): Promise<void> {
    await this.line?.setRate(rate);
  }

  async close(): Promise<void> {
    this.stopReading();
    this.readable = null;
    this.writable = null;
    await this.line?.close();
    this.line = undefined;
  }

  private stopReading: () => void = () => undefined;
}
