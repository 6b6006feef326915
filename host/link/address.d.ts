import { type Transport } from "./transport.js";
/** The port that a board and `nanopy sim` listen on unless told otherwise. */
export declare const defaultPort = 7890;
/** Opens what an address names: `tcp:HOST[:PORT]`, `serial:PATH[@BAUD]`. Throws a LinkError that says why not. */
export declare function openAddress(address: string, timeout?: number): Promise<Transport>;
