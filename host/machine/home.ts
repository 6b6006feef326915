/** What every home of the machine offers to the host: runs, each in an arena of its own. */

export type HomeName = "wasm" | "native" | "lx106";

/** Why a run came back: `np_status` of runtime-c/vm/np.h. A negative status is a numbered error. */
export const Status = {
  done: 0,
  slice: 1,
  failed: 2,
  quota: 3,
  wait: 4,
  suspended: 5,
  input: 6,
  output: 7,
} as const;

export interface RunRequest {
  image: Uint8Array;
  /** The prelude that the image was compiled against, where it is not the one of this build. */
  prelude?: Uint8Array;
  /** Bytes of the arena. */
  heap: number;
  /** Goes on from here instead of starting the program. */
  snapshot?: Uint8Array;
  argv?: string[];
  /** Payload of an invocation that the program gets when it waits for an event (bytecode/FORMAT.md). */
  event?: string;
  /** Simulated pins: a trace (host/pins), or nothing from outside where it is empty. An instruction then takes a microsecond, and sleeping no real time. */
  pins?: Uint8Array;
  /** What the program reads. */
  input?: Uint8Array;
  maxInstructions?: number;
  checkpointEvery?: number;
  /** Instruction counts, ascending, at which a snapshot is wanted. */
  suspendAt?: number[];
  /** End the run at the last of `suspendAt`. */
  stopAtLast?: boolean;
  /** Sleeping takes no time, and the clock stands still otherwise. */
  virtualTime?: boolean;
  /** Answer no output: for fuzzing. */
  quiet?: boolean;
  /** Check image and snapshot, execute nothing. */
  verifyOnly?: boolean;
  /** Where maxInstructions is reached it is raised by as many, and the run goes on: for tests. */
  renewLimit?: boolean;
  /** The debug build's allocation that fails (below 2^24); 0: none. */
  failIn?: number;
  /** Most instructions between two looks at the outside world; 0 leaves it to the home. */
  slice?: number;
}

/** Where a program's output goes while it runs. */
export interface OutputSink {
  stdout(bytes: Uint8Array): void;
  stderr(bytes: Uint8Array): void;
  /** The record of simulated pins, lines of JSON. */
  pins?(bytes: Uint8Array): void;
}

export interface Snapshot {
  instructions: number;
  bytes: Uint8Array;
}

export interface RunResult {
  status: number;
  errorOffset: number;
  exitCode: number;
  vmInstructions: number;
  allocatedBytes: number;
  peakLiveBytes: number;
  collections: number;
  snapshotBytes: number;
  cStackBytes: number;
  arenaBytes: number;
  checkpoints: number;
  /** Executed by the processor for the run alone; only where it is counted (lx106). */
  machineInstructions?: number;
  /** The machine's report of an uncaught exception. */
  report: string;
  snapshots: Snapshot[];
  /** The program's answers to invocations, JSON; `failed` where one is that of a failure. More than one if a snapshot was in the midst of a call. */
  answers: { failed: boolean; text: string }[];
}

export interface Home {
  readonly name: HomeName;
  run(request: RunRequest, output?: OutputSink): Promise<RunResult>;
  /** No more requests come. */
  close(): void;
  /** Ends a run that hangs, where that can be done from outside: it fails with HomeCrashed. */
  kill(): void;
}

/** The home cannot be used here; the message says what to do. */
export class HomeUnavailable extends Error {}

/** The home broke: a bug of ours. The message carries what it said last. */
export class HomeCrashed extends Error {}
