/** A pseudo-terminal that looks like a serial port, made by socat. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { lstatSync, readlinkSync, rmSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Transport } from "../link/transport.js";
import { claimFile } from "./file-claim.js";
import { SimulatorError } from "./sim-board.js";

/** After the program at the other side closed the port, a new one is made so soon. */
const againMs = 50;
/** So long socat may take to make the port, and one whose simulator is gone to take its link away. */
const patienceMs = 2000;
const lookMs = 10;

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
const pseudoTerminal = /^\/dev\/(pts\/|ttys)/;

/** Makes way for the link at `path`; what stands there is only removed where a simulator left it. Returns how to give the path back. */
async function takePath(path: string): Promise<() => void> {
  const refused = (why: string) => new SimulatorError(`--pty: ${path} ${why}: choose another path, or remove it`);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found && !(found.isSymbolicLink() && pseudoTerminal.test(readlinkSync(path))))
    throw refused("exists already, and is no serial port of nanopy sim");
  const claim = claimFile(path, "serial port");
  // The socat of a simulator that was killed removes its link, and must not remove ours.
  for (let waited = 0; claim.inherited && isLink(path) && waited < patienceMs / 2; waited += lookMs) await sleep(lookMs);
  if (!claim.inherited && isLink(path) && statSync(path, { throwIfNoEntry: false })) {
    claim.release();
    throw refused("is a serial port that another program made");
  }
  const remove = (): void => {
    if (isLink(path)) rmSync(path, { force: true });
  };
  remove();
  return () => {
    remove();
    claim.release();
  };
}

/** Makes the pty and a link to it at `path`. It stays there, whoever opens and closes it, until the transport is closed. Throws a SimulatorError. */
export async function openPty(path: string): Promise<Transport> {
  if (spawnSync("socat", ["-V"]).status !== 0) throw new SimulatorError("--pty needs socat (Debian: apt-get install socat)");
  const giveBack = await takePath(path);
  let data: (bytes: Uint8Array) => void = () => undefined;
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  /** The last that socat said. */
  let said = "";
  const start = (): void => {
    const started = spawn("socat", [`PTY,link=${path},raw,echo=0`, "STDIO"], { stdio: ["pipe", "pipe", "pipe"] });
    child = started;
    started.stdin.on("error", () => undefined);
    started.stdout.on("data", (bytes: Buffer) => data(bytes));
    started.stderr.on("data", (text: Buffer) => {
      said = text.toString().trim().split("\n").at(-1)!;
    });
    started.on("error", () => undefined);
    started.on("close", () => {
      if (!closed) timer = setTimeout(start, againMs);
    });
  };
  const close = async (): Promise<void> => {
    closed = true;
    clearTimeout(timer);
    if (child && child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      const gone = new Promise((resolve) => child!.once("close", resolve));
      child.kill("SIGTERM");
      await gone;
    }
    giveBack();
  };
  start();
  for (let waited = 0; !isLink(path); waited += lookMs) {
    if (waited >= patienceMs || child!.exitCode) {
      await close();
      throw new SimulatorError(`--pty: socat can't make a serial port at ${path}${said && `: ${reasonOf(said)}`}`);
    }
    await sleep(lookMs);
  }
  return {
    name: `serial:${path}`,
    write: (bytes) => void child?.stdin?.write(bytes),
    onData(listener) {
      data = listener;
    },
    onClose: () => undefined, // as on a UART, nobody notices
    close,
  };
}

/** Without socat's time, process and level before it. */
const reasonOf = (line: string): string => line.replace(/^.* [A-Z] /, "");
