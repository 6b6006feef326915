/** Boards as native processes, for tests of the client library: each keeps its flash in a file, so that it can lose power and start again. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileProgram } from "../../compiler/compile.js";
import type { Transport } from "../../host/link/transport.js";
import { built } from "../../scripts/build/paths.js";

const program = built("native", "nanopy-board");

export const hasNativeBoard = existsSync(program);

/** A program's image. */
export function imageOf(text: string): Uint8Array {
  const { image, diagnostics } = compileProgram({ path: "program.py", text });
  if (!image) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return image;
}

export class NativeBoard {
  private process: ChildProcessWithoutNullStreams | undefined;
  private transport: { data(bytes: Uint8Array): void; closed(error?: Error): void } | undefined;
  /** May change bytes on their way: to the board (`there`) and back; undefined: they are lost. */
  tamper: (bytes: Uint8Array, there: boolean) => Uint8Array | undefined = (bytes) => bytes;
  private readonly flash = join(mkdtempSync(join(tmpdir(), "nanopy-board-")), "flash");

  constructor(
    private readonly id: number,
    private readonly ram = 40 << 10,
    /** Its firmware: a build of the native board. */
    public firmware = program,
  ) {}

  /** Turns it on. */
  start(): void {
    const args = ["--raw", "--flash", this.flash, "--id", this.id.toString(16), "--ram", String(this.ram)];
    const child = spawn(this.firmware, args);
    child.stderr.pipe(process.stderr);
    child.stdin.on("error", () => undefined);
    child.stdout.on("data", (bytes: Buffer) => {
      const kept = child === this.process ? this.tamper(new Uint8Array(bytes), false) : undefined;
      if (kept) this.transport?.data(kept);
    });
    this.process = child;
  }

  /** Cuts its power in the midst of whatever it does. The line stays as it is: a serial port. */
  async cut(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once("close", () => resolve());
      child.kill("SIGKILL");
    });
  }

  async restart(): Promise<void> {
    await this.cut();
    this.start();
  }

  /** Its line. */
  open = async (): Promise<Transport> => {
    if (!this.process) this.start();
    const ends = { data: (_: Uint8Array): void => undefined, closed: (_?: Error): void => undefined };
    this.transport = ends;
    return {
      name: `board ${this.id}`,
      write: (bytes) => {
        const kept = this.transport === ends ? this.tamper(bytes, true) : undefined;
        if (kept) this.process?.stdin.write(kept);
      },
      onData: (listener) => {
        ends.data = listener;
      },
      onClose: (listener) => {
        ends.closed = listener;
      },
      close: async () => undefined,
    };
  };
}
