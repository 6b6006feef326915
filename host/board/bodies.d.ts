import { type Reader, Writer } from "../link/codec.js";
export declare const headBytes = 112;
/** Who owns a function. */
export interface Claim {
  /** Of the function: given at its deployment, the same on all boards. */
  readonly uid: bigint;
  /** The board at the other side of the last hand-over; 0 before the first. */
  readonly peer: bigint;
  readonly epoch: number;
  /** A State of link.def. */
  readonly state: number;
}
export declare function readClaim(from: Reader): Claim;
export declare function writeClaim(to: Writer, claim: Claim): Writer;
/** Whether a board with this claim may run the function. */
export declare const owns: (claim: Claim) => boolean;
/** What a board says of one of its functions. */
export interface FunctionInfo {
  readonly name: string;
  readonly uid: bigint;
  /** The build id of its image, 16 hex digits. */
  readonly build: string;
  /** Counts the deployments under this name. */
  readonly version: number;
  readonly epoch: number;
  /** In lower case: new, ready, suspended, prepared, incoming, ended, failed, waiting, swapped. */
  readonly state: string;
  readonly inMemory: boolean;
  readonly waitsForTime: boolean;
  readonly waitsForEvents: boolean;
  readonly hasHandler: boolean;
  /** Events that wait for it. */
  readonly events: number;
  /** Bytes of its arena now; 0 while it is not in RAM. */
  readonly arenaBytes: number;
  /** The largest arena it may have, bytes. */
  readonly heap: number;
  /** Bytes of its record in flash. */
  readonly storedBytes: number;
  readonly instructions: number;
  /** Bytes that it has written to stdout and stderr since its start. */
  readonly written: number;
  /** Milliseconds until it wakes by itself; undefined where no time is set. */
  readonly wakesInMs: number | undefined;
  readonly exitCode: number;
}
export declare const stateName: (state: number) => string;
export declare function readEntry(from: Reader): FunctionInfo;
/** What a board says of itself. */
export interface BoardInfo {
  readonly name: string;
  /** The machine it runs on: esp8266, lx106, native, wasm. */
  readonly platform: string;
  readonly id: bigint;
  /** The build id of the prelude in its firmware. */
  readonly prelude: string;
  readonly abi: number;
  readonly imageVersion: number;
  readonly snapshotVersion: number;
  readonly boots: number;
  /** Bytes for arenas, events and output, and how many of them are free. */
  readonly poolBytes: number;
  readonly poolFreeBytes: number;
  /** Sectors of 4096 bytes of its flash, and how many of them can hold images. */
  readonly sectors: number;
  readonly windowSectors: number;
  readonly functions: number;
  readonly links: number;
  readonly uptimeMs: number;
}
export declare function readInfo(from: Reader): BoardInfo;
/** How a board's flash and memory are used. */
export interface BoardStats {
  readonly sectorsFree: number;
  readonly liveBytes: number;
  readonly deadBytes: number;
  /** How often the least and the most worn sector were erased. */
  readonly leastErased: number;
  readonly mostErased: number;
  /** Since the board started. */
  readonly erases: number;
  readonly swapsOut: number;
  readonly swapsIn: number;
  /** Functions in RAM. */
  readonly resident: number;
  readonly poolPeakBytes: number;
  readonly instructions: number;
}
export declare function readStats(from: Reader): BoardStats;
/** The limits under which a function runs. Times in milliseconds, memory in bytes; 0: no limit, or the board's choice. */
export interface FunctionLimits {
  /** Its largest arena. */
  readonly heap: number;
  /** Most instructions in one turn. */
  readonly slice: number;
  /** Time limit of an invocation. */
  readonly timeout: number;
  /** While it runs its state is stored this often; 0: only when it is swapped out. */
  readonly checkpoint: number;
  /** Instructions of one invocation, and in all. */
  readonly invocationInstructions: number;
  readonly totalInstructions: number;
}
/** The beginning of a function's record, in flash and in transfers. */
export interface FunctionHead extends FunctionLimits {
  readonly claim: Claim;
  readonly build: string;
  readonly version: number;
  readonly suspended: boolean;
  /** Its deadlines are times of day. */
  readonly timeOfDay: boolean;
  readonly exitCode: number;
  readonly name: string;
}
export declare function readHead(from: Reader): FunctionHead;
export declare function encodeHead(head: FunctionHead): Uint8Array;
/** The body of DEPLOY. */
export declare function encodeDeploy(name: string, build: string, limits: FunctionLimits, suspended: boolean): Uint8Array;
