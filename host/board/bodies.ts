/** The bodies of requests and responses, as bytecode/LINK.md and link.def draw them. */
import { State, stateNames } from "../../build/generated/link.js";
import { type Reader, Writer } from "../link/codec.js";

const nameBytes = 32;
export const headBytes = 112;
const never = 0xffffffff;

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

export function readClaim(from: Reader): Claim {
  const claim = { uid: from.u64(), peer: from.u64(), epoch: from.u32(), state: from.u8() };
  from.skip(3);
  return claim;
}

export function writeClaim(to: Writer, claim: Claim): Writer {
  return to.u64(claim.uid).u64(claim.peer).u32(claim.epoch).u8(claim.state).zeros(3);
}

const owning: readonly number[] = [State.NEW, State.READY, State.SUSPENDED, State.ENDED, State.FAILED];

/** Whether a board with this claim may run the function. */
export const owns = (claim: Claim): boolean => owning.includes(claim.state);

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

export const stateName = (state: number): string => (stateNames[state] ?? `state ${state}`).toLowerCase();

export function readEntry(from: Reader): FunctionInfo {
  const [uid, build, version, epoch] = [from.u64(), from.build(), from.u32(), from.u32()] as const;
  const [state, flags, events] = [stateName(from.u8()), from.u8(), from.u16()] as const;
  const [arenaBytes, storedBytes, instructions, written] = [from.u32(), from.u32(), from.count(), from.count()] as const;
  const [wakes, heap, exitCode] = [from.u32(), from.u32(), from.i32()] as const;
  return {
    name: from.name(),
    uid,
    build,
    version,
    epoch,
    state,
    inMemory: (flags & 1) !== 0,
    waitsForTime: (flags & 2) !== 0,
    waitsForEvents: (flags & 4) !== 0,
    hasHandler: (flags & 8) !== 0,
    events,
    arenaBytes,
    heap,
    storedBytes,
    instructions,
    written,
    wakesInMs: wakes === never ? undefined : wakes,
    exitCode,
  };
}

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
  /** Its starts failed three times in a row: it answers, and runs no function. */
  readonly safeMode: boolean;
  /** What ended the start before this one, where that was an error. */
  readonly fault: BoardFault | undefined;
}

/** An exception of the processor: its number, where in the program, and which address it was about. */
export interface BoardFault {
  /** `watchdog`, or the exception's number. */
  readonly cause: "watchdog" | number;
  readonly pc: number;
  readonly address: number;
}

/** NP_FAULT_WATCHDOG of board.h. */
const watchdogCause = 256;

/** What boards say since they have firmware of their own; older ones end before it. */
function readCondition(from: Reader): Pick<BoardInfo, "safeMode" | "fault"> {
  if (from.left === 0) return { safeMode: false, fault: undefined };
  const [flags, cause, pc, address] = [from.u8(), from.u16(), from.u32(), from.u32()] as const;
  const fault: BoardFault = { cause: cause === watchdogCause ? "watchdog" : cause, pc, address };
  return { safeMode: (flags & 1) !== 0, fault: (flags & 2) !== 0 ? fault : undefined };
}

export function readInfo(from: Reader): BoardInfo {
  const [abi, imageVersion, snapshotVersion, boots] = [from.u16(), from.u16(), from.u16(), from.u16()] as const;
  const [id, prelude] = [from.u64(), from.build()] as const;
  const [poolBytes, poolFreeBytes, sectors, windowSectors] = [from.u32(), from.u32(), from.u32(), from.u32()] as const;
  const [functions, links, uptimeMs] = [from.u16(), from.u16(), from.u32()] as const;
  const [name, platform] = [from.name(), from.name()] as const;
  const versions = { abi, imageVersion, snapshotVersion };
  const sizes = { poolBytes, poolFreeBytes, sectors, windowSectors };
  return { name, platform, id, prelude, ...versions, boots, ...sizes, functions, links, uptimeMs, ...readCondition(from) };
}

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

export function readStats(from: Reader): BoardStats {
  return {
    sectorsFree: from.u32(),
    liveBytes: from.u32(),
    deadBytes: from.u32(),
    leastErased: from.u32(),
    mostErased: from.u32(),
    erases: from.u32(),
    swapsOut: from.u32(),
    swapsIn: from.u32(),
    resident: from.u32(),
    poolPeakBytes: from.u32(),
    instructions: from.count(),
  };
}

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
  readonly exitCode: number;
  readonly name: string;
}

export function readHead(from: Reader): FunctionHead {
  const [claim, build, version] = [readClaim(from), from.build(), from.u32()] as const;
  const [heap, slice, timeout, checkpoint, flags] = [from.u32(), from.u32(), from.u32(), from.u32(), from.u32()] as const;
  const [invocationInstructions, totalInstructions, exitCode] = [from.count(), from.count(), from.i32()] as const;
  from.skip(4);
  const limits = { heap, slice, timeout, checkpoint, invocationInstructions, totalInstructions };
  const state = { suspended: (flags & 1) !== 0, exitCode };
  return { claim, build, version, ...limits, ...state, name: from.padded(nameBytes) };
}

export function encodeHead(head: FunctionHead): Uint8Array {
  return writeClaim(new Writer(), head.claim)
    .build(head.build)
    .u32(head.version)
    .u32(head.heap)
    .u32(head.slice)
    .u32(head.timeout)
    .u32(head.checkpoint)
    .u32(head.suspended ? 1 : 0)
    .u64(head.invocationInstructions)
    .u64(head.totalInstructions)
    .i32(head.exitCode)
    .u32(0)
    .padded(head.name, nameBytes)
    .done();
}

/** The body of DEPLOY. */
export function encodeDeploy(name: string, build: string, limits: FunctionLimits, suspended: boolean): Uint8Array {
  return new Writer()
    .build(build)
    .u32(limits.heap)
    .u32(limits.slice)
    .u64(limits.invocationInstructions)
    .u64(limits.totalInstructions)
    .u32(limits.timeout)
    .u32(limits.checkpoint)
    .u32(suspended ? 1 : 0)
    .name(name)
    .done();
}
