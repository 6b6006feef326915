/** A pseudo-terminal that looks like a serial port, made by socat. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import type { Transport } from "../link/transport.js";
import { SimulatorError } from "./sim-board.js";

/** After the program at the other side closed the port, a new one is made so soon. */
const againMs = 50;

/** Makes the pty and a link to it at `path`. It stays there, whoever opens and closes it, until the transport is closed. Throws a SimulatorError. */
export function openPty(path: string): Transport {
  if (spawnSync("socat", ["-V"]).status !== 0) throw new SimulatorError("--pty needs socat (Debian: apt-get install socat)");
  let data: (bytes: Uint8Array) => void = () => undefined;
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const start = (): void => {
    const started = spawn("socat", [`PTY,link=${path},raw,echo=0`, "STDIO"], { stdio: ["pipe", "pipe", "ignore"] });
    child = started;
    started.stdin.on("error", () => undefined);
    started.stdout.on("data", (bytes: Buffer) => data(bytes));
    started.on("error", () => undefined);
    started.on("close", () => {
      if (!closed) timer = setTimeout(start, againMs);
    });
  };
  start();
  return {
    name: `serial:${path}`,
    write: (bytes) => void child?.stdin?.write(bytes),
    onData(listener) {
      data = listener;
    },
    onClose: () => undefined, // as on a UART, nobody notices
    async close() {
      closed = true;
      clearTimeout(timer);
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child!.once("close", resolve));
      child.kill("SIGTERM");
      await gone;
    },
  };
}
