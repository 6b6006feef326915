/** One life of a few boards with a client that never gives up, and the model of what must be so. */
import { ErrorNumber } from "../../build/generated/errors.js";
import type { Board } from "../../host/board/board.js";
import { type FunctionInfo, owns, stateName } from "../../host/board/bodies.js";
import { claimOn } from "../../host/board/move.js";
import { BoardError } from "../../host/link/requests.js";
import { LinkError } from "../../host/link/transport.js";
import type { Program } from "./programs.js";
import type { Output, World } from "./world.js";

/** What a request that was answered has made of a function. */
interface Known {
  readonly uid: bigint;
  readonly program: Program;
  /** The board that has it. */
  board: number;
  suspended: boolean;
  version: number;
  /** What it had done when it was stored: it never falls behind. */
  written: number;
  instructions: number;
}

const attempts = 40;
const pauseMs = 100;
const mostLost = 64;

const isMissing = (error: unknown): boolean => error instanceof BoardError && error.number === ErrorNumber.BOARD_NO_FUNCTION;

/** What the functions of one uid wrote, put together by position from all boards. */
class Written {
  bytes = new Uint8Array(256);
  private readonly known = new Set<number>();
  end = 0;

  take({ machine, position, bytes }: Output): string | undefined {
    const end = position + bytes.length;
    if (end > this.bytes.length) {
      const more = new Uint8Array(end * 2);
      more.set(this.bytes);
      this.bytes = more;
    }
    for (let i = 0; i < bytes.length; i++) {
      if (!this.known.has(position + i)) {
        this.known.add(position + i);
        this.bytes[position + i] = bytes[i]!;
      } else if (this.bytes[position + i] !== bytes[i]) return `board ${machine.number} wrote another byte at position ${position + i}`;
    }
    if (end > this.end) {
      this.end = end;
    }
    return undefined;
  }

  /** The first difference from what had to be written. */
  differs(expected: string): string | undefined {
    for (const at of this.known)
      if (this.bytes[at] !== expected.charCodeAt(at)) return `position ${at} is ${this.bytes[at]}, not ${expected.charCodeAt(at)}`;
    return undefined;
  }
}

export class Trial {
  boards: Board[] = [];
  readonly functions = new Map<string, Known>();
  readonly written = new Map<bigint, Written>();
  private readonly programs = new Map<bigint, Program>();
  private readonly names = new Map<number, string>();
  /** Functions of which a request has not been answered yet, or a move was left undone. */
  readonly doubtful = new Set<string>();

  /** `before`: what the flashes of this world's boards hold by. */
  constructor(
    readonly world: World,
    before?: Trial,
  ) {
    for (const [name, known] of before?.functions ?? []) this.functions.set(name, { ...known });
    for (const [uid, program] of before?.programs ?? []) this.programs.set(uid, program);
  }

  async connect(): Promise<void> {
    for (const machine of this.world.machines) this.boards.push(await this.persist(() => machine.connect()));
    for (const machine of this.world.machines)
      await this.persist(() =>
        this.world.listen(machine, (output) => {
          const written = this.written.get(output.uid) ?? new Written();
          this.written.set(output.uid, written);
          const wrong = written.take(output);
          if (wrong) this.world.failures.push(new Error(wrong));
        }),
      );
  }

  /** Does something that may be done twice until it is answered. */
  async persist<T>(action: () => Promise<T>, doubt?: () => Promise<T | undefined>): Promise<T> {
    for (let left = attempts; ; left--) {
      try {
        return await action();
      } catch (error) {
        if (!(error instanceof LinkError) || left === 0) throw error;
      }
      await this.world.sleep(pauseMs);
      const done = doubt && (await this.persist(doubt));
      if (done !== undefined) return done;
    }
  }

  fail(text: string): never {
    throw new Error(text);
  }

  /** One request about a function; what was answered before must be so whatever becomes of it. */
  async change<T>(name: string, action: () => Promise<T>, doubt?: () => Promise<T | undefined>): Promise<T> {
    this.doubtful.add(name);
    let first = true;
    try {
      return await this.persist(async () => {
        if (!first) await this.check();
        first = false;
        return action();
      }, doubt);
    } finally {
      this.doubtful.delete(name);
    }
  }

  async deploy(
    board: number,
    name: string,
    program: Program,
    limits: { heap?: number; suspended?: boolean; checkpoint?: number } = {},
  ): Promise<void> {
    const on = this.boards[board]!;
    const version = (this.functions.get(name)?.version ?? 0) + 1;
    const { uid } = await this.change(
      name,
      () => on.deploy({ image: program.image, name, ...limits }),
      async () => {
        const there = await on.find(name);
        return there?.version === version ? { uid: there.uid, version } : undefined;
      },
    );
    this.programs.set(uid, program);
    this.functions.set(name, { uid, program, board, suspended: limits.suspended ?? false, version, written: 0, instructions: 0 });
    await this.check();
  }

  async suspend(name: string): Promise<void> {
    const known = this.functions.get(name)!;
    const { written, instructions } = await this.change(name, () => this.boards[known.board]!.suspend(name));
    Object.assign(known, { suspended: true, written, instructions });
    await this.check();
  }

  async resume(name: string): Promise<void> {
    const known = this.functions.get(name)!;
    await this.change(name, () => this.boards[known.board]!.resume(name));
    known.suspended = false;
    await this.check();
  }

  async remove(name: string): Promise<void> {
    const known = this.functions.get(name)!;
    const on = this.boards[known.board]!;
    await this.change(name, async () => {
      try {
        await on.remove(name);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    });
    this.functions.delete(name);
    await this.check();
  }

  async migrate(name: string, to: number): Promise<void> {
    const known = this.functions.get(name)!;
    const [source, target] = [this.boards[known.board]!, this.boards[to]!];
    await this.change(name, async () => {
      for (let left = attempts; ; left--) {
        try {
          await source.migrate(name, target);
          return;
        } catch (error) {
          if (!(error instanceof LinkError) || left === 0) throw error;
        }
        await this.world.sleep(pauseMs);
        await this.persist(() => source.settle(target));
        await this.oneOwner(name);
        if ((await this.persist(() => target.find(name))) !== undefined) return;
      }
    });
    known.board = to;
    await this.check();
  }

  /** Suspends and resumes it. */
  async cycle(name: string): Promise<void> {
    await this.suspend(name);
    await this.resume(name);
    await this.world.sleep(30);
  }

  async rename(board: number, name: string): Promise<void> {
    const on = this.boards[board]!;
    await this.persist(() => on.rename(name));
    this.names.set(board, name);
    await this.check();
  }

  /** The board has swapped, unless it was restarted since. */
  async swapped(board: number): Promise<void> {
    const { swapsOut, swapsIn } = await this.boards[board]!.stats();
    if (this.world.cuts === 0 && (swapsOut < 1 || swapsIn < 1))
      this.fail(`board ${board + 1} swapped out ${swapsOut} times, in ${swapsIn} times`);
  }

  /** Not two boards own it. */
  async oneOwner(name: string): Promise<void> {
    const { uid } = this.functions.get(name)!;
    const claims = [];
    for (const board of this.boards) claims.push(await this.persist(() => claimOn(board, uid)));
    const owners = claims.filter((claim) => claim && owns(claim));
    if (owners.length > 1)
      this.fail(`${owners.length} boards own ${name}: ${claims.map((claim) => claim && stateName(claim.state)).join(", ")}`);
  }

  /** All that was answered is so. */
  async check(): Promise<void> {
    for (const [i, name] of this.names) {
      const info = await this.persist(() => this.boards[i]!.info());
      if (info.name !== name) this.fail(`board ${i + 1} is called ${info.name}, not ${name}`);
    }
    const lists: FunctionInfo[][] = [];
    for (const board of this.boards) lists.push(await this.persist(() => board.list()));
    const owners = new Map<bigint, number>();
    for (const list of lists)
      for (const { uid, state } of list) if (state !== "prepared" && state !== "incoming") owners.set(uid, (owners.get(uid) ?? 0) + 1);
    for (const [uid, count] of owners) if (count > 1) this.fail(`${count} boards own ${uid}`);
    for (const [name, known] of this.functions) {
      if (this.doubtful.has(name)) continue;
      const found = lists[known.board]!.filter((info) => info.name === name);
      if (found.length !== 1) this.fail(`${name} is ${found.length} times on board ${known.board + 1}, where it was`);
      const [info] = found as [FunctionInfo];
      if (info.version !== known.version) this.fail(`${name} is version ${info.version}, not ${known.version}`);
      if (known.suspended !== (info.state === "suspended"))
        this.fail(`${name} is ${info.state}, it was ${known.suspended ? "" : "not "}suspended`);
      if (info.state === "failed") this.fail(`${name} failed`);
      if (info.state === "ended") continue;
      if (
        known.suspended
          ? info.instructions !== known.instructions || info.written !== known.written
          : info.instructions < known.instructions
      )
        this.fail(
          `${name} stands at instruction ${info.instructions} and byte ${info.written}, stored were ${known.instructions} and ${known.written}`,
        );
    }
    for (const [i, list] of lists.entries())
      for (const { name } of list)
        if (!this.doubtful.has(name) && this.functions.get(name)?.board !== i)
          this.fail(`${name} is on board ${i + 1}, where it should not be`);
  }

  /** Everything goes on to its end, and wrote what it should. */
  async finish(limit = 120_000): Promise<void> {
    const end = this.world.clock.now() + limit;
    for (const [name, known] of this.functions) {
      if (known.suspended) await this.resume(name);
      if (known.program.output === undefined) continue;
      for (;;) {
        const { state } = await this.persist(() => this.boards[known.board]!.stat(name));
        if (state === "ended") break;
        if (state === "failed" || this.world.clock.now() > end) this.fail(`${name} has not come to its end: it is ${state}`);
        await this.world.sleep(500);
      }
    }
    await this.check();
    await this.world.sleep(100);
    this.compare();
    for (const [name, { program, board }] of this.functions) {
      if (program.output === undefined) continue;
      const { uid } = await this.boards[board]!.stat(name);
      const written = this.written.get(uid);
      // What a function has just written before power is lost is on its way to nobody any more, if its end was stored.
      const missing = program.output.length - (written?.end ?? 0);
      if (missing < 0 || missing > (this.world.cuts > 0 ? mostLost : 0))
        this.fail(`${name} wrote ${written?.end} bytes, not ${program.output.length}`);
    }
  }

  /** What was written is what the programs write. */
  compare(): void {
    for (const [uid, { output }] of this.programs) {
      const wrong = output === undefined ? undefined : this.written.get(uid)?.differs(output);
      if (wrong) this.fail(`what ${uid} wrote is wrong: ${wrong}`);
    }
  }
}
