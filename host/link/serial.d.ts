/** A board behind a serial port, by the optional npm package serialport. */
import { type Transport } from "./transport.js";
/**
 * Opens a port without resetting the board: on boards with the usual two-transistor circuit DTR and RTS pull reset and boot-select, each only while
 * the other one is off. An operating system raises both when it opens a port; both are kept on, and `hupcl: false` keeps them so when it is closed.
 * Throws a LinkError where the port can't be opened.
 */
export declare function openSerial(path: string, rate?: number): Promise<Transport>;
