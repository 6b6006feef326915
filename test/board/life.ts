/**
 * A long life of a few boards: a seeded script deploys, suspends, resumes, moves (and leaves some moves undone), calls and removes functions, while power is
 * lost at flash operations, lines lose bytes and are cut. What must hold is checked as it goes, by trial.ts and here. `npm run soak` (soak.ts) lives hours of it.
 */
import type { Board } from "../../host/board/board.js";
import type { MoveStep } from "../../host/board/move.js";
import { LinkError } from "../../host/link/transport.js";
import { cutOf, ways } from "./cuts.js";
import { counter, type Program, tally } from "./programs.js";
import { Trial } from "./trial.js";
import { type Machine, World } from "./world.js";

/** Small memories and flashes, so that functions are swapped and the store is collected. */
const shapes = [
  { ram: 20 << 10, sectors: 80, window: 24 },
  { ram: 10 << 10, sectors: 48, window: 18 },
  { ram: 8 << 10, sectors: 60, window: 24 },
];
const most = 14;
const steps: readonly MoveStep[] = ["prepare", "read", "send", "commit", "go"];
/** Enough lines for the longest life. */
const lines = 20_000;

/** What is known of a handler's count of its calls. */
interface Calls {
  /** At least, where it was stored last. */
  stored: number;
  /** At the last answer. */
  answered: number;
  /** Of those that were not answered. */
  doubtful: number;
  /** Cuts of the world at the last answer. */
  cuts: number;
}

type Action = readonly [weight: number, name: string, run: () => Promise<void>];

export interface LifeResult {
  readonly counts: Readonly<Record<string, number>>;
  readonly cuts: number;
  readonly virtualMs: number;
}

export class Life {
  private readonly world: World;
  private readonly trial: Trial;
  private readonly random: () => number;
  private readonly programs: readonly Program[];
  private readonly calls = new Map<string, Calls>();
  /** Moves that were left undone, by function: from, to. */
  private readonly undone = new Map<string, readonly [number, number]>();
  private readonly counts: Record<string, number> = {};
  private names = 0;

  constructor(
    seed: number,
    private readonly tell: (text: string) => void = () => undefined,
  ) {
    this.world = new World({
      shapes,
      seed,
      stepMs: 1,
      restartMs: 60,
      line: { delay: 2, loss: 0.003, damage: 0.003 },
    });
    this.trial = new Trial(this.world);
    this.random = this.world.random();
    this.programs = [
      counter(lines, 700),
      counter(lines, 1900, 40),
      counter(lines, 5300, 100),
      counter(lines, 12_000, 10),
      counter(lines, 31_000, 200),
      tally(),
    ];
  }

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!;
  }

  /** One of the actions, the heavier the oftener. */
  private weighed(actions: readonly Action[]): Action {
    let at = this.random() * actions.reduce((sum, [weight]) => sum + weight, 0);
    for (const action of actions) {
      at -= action[0];
      if (at < 0) return action;
    }
    return actions[0]!;
  }

  private count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  /** Lives for so many ms. Throws where something is not as it must be. */
  run(ms: number): Promise<LifeResult> {
    return this.world.run(this.live(ms), ms + 3_600_000);
  }

  private async live(ms: number): Promise<LifeResult> {
    const { trial, world } = this;
    await trial.connect();
    const free = await this.free();
    const actions: readonly Action[] = [
      [10, "deploy", () => this.deploy()],
      [3, "replace", () => this.replace()],
      [12, "suspend", () => this.suspend()],
      [12, "resume", () => this.resume()],
      [12, "migrate", () => this.migrate()],
      [6, "abandon", () => this.abandon()],
      [20, "invoke", () => this.invoke()],
      [5, "remove", () => this.remove()],
      [8, "arm", async () => this.arm(this.pick(world.machines), 60)],
      [2, "power", async () => this.pick(world.machines).lost()],
      [4, "line", async () => this.pick(world.machines).cutLines()],
      [20, "wait", () => world.sleep(this.random() * 8000)],
      [2, "long wait", () => world.sleep(this.random() * 60_000)],
    ];
    for (let n = 1; world.clock.now() < ms; n++) {
      const [, name, action] = this.weighed(actions);
      this.count(name);
      try {
        await action();
      } catch (error) {
        throw new Error(`at ${Math.round(world.clock.now())} ms, action ${n}, ${name}: ${(error as Error).message}`, { cause: error });
      }
      if (n % 25 === 0) await this.settleAll();
      if (n % 500 === 0) this.tell(`${Math.round(world.clock.now() / 1000)} s, ${world.cuts} cuts`);
    }
    await this.end(free);
    return { counts: this.counts, cuts: world.cuts, virtualMs: world.clock.now() };
  }

  /** Power will be lost at one of the next flash operations; sometimes again at one of the first after that. */
  private arm(machine: Machine, within: number): void {
    let left = Math.floor(this.random() * within);
    const way = this.pick(ways);
    machine.flash.fault = (operation) => {
      if (operation.kind === "read" || left-- > 0) return undefined;
      machine.flash.fault = undefined;
      if (this.random() < 0.3) this.arm(machine, 8);
      return cutOf(way, operation, this.world.nextSeed());
    };
  }

  private named(suspended: boolean | undefined): string | undefined {
    const names = [...this.trial.functions]
      .filter(([name, known]) => !this.undone.has(name) && (suspended === undefined || known.suspended === suspended))
      .map(([name]) => name);
    return names.length > 0 ? this.pick(names) : undefined;
  }

  private async put(board: number, name: string): Promise<void> {
    const program = this.pick(this.programs);
    await this.trial.deploy(board, name, program, { heap: 4 << 10, checkpoint: this.random() < 0.3 ? 10_000 : 0 });
    this.calls.delete(name);
    if (program.output === undefined) this.calls.set(name, { stored: 0, answered: 0, doubtful: 0, cuts: this.world.cuts });
  }

  private async deploy(): Promise<void> {
    if (this.trial.functions.size < most) await this.put(Math.floor(this.random() * this.world.machines.length), `f${++this.names}`);
  }

  private async replace(): Promise<void> {
    const name = this.named(undefined);
    if (name) await this.put(this.trial.functions.get(name)!.board, name);
  }

  private stored(name: string): void {
    const calls = this.calls.get(name);
    // After a loss of power nobody knows where between the two it stands.
    if (calls?.cuts === this.world.cuts) calls.stored = calls.answered;
  }

  private async suspend(): Promise<void> {
    const name = this.named(false);
    if (!name) return;
    await this.trial.suspend(name);
    this.stored(name);
  }

  private async resume(): Promise<void> {
    const name = this.named(true);
    if (name) await this.trial.resume(name);
  }

  private async remove(): Promise<void> {
    const name = this.named(undefined);
    if (!name) return;
    await this.trial.remove(name);
    this.calls.delete(name);
  }

  private other(board: number): number {
    return (board + 1 + Math.floor(this.random() * (this.world.machines.length - 1))) % this.world.machines.length;
  }

  private async migrate(): Promise<void> {
    const name = this.named(undefined);
    if (!name) return;
    await this.trial.migrate(name, this.other(this.trial.functions.get(name)!.board));
    this.stored(name);
  }

  /** The host that moves a function ends in the middle of it. */
  private async abandon(): Promise<void> {
    const name = this.named(undefined);
    if (!name) return;
    const { board } = this.trial.functions.get(name)!;
    const to = this.other(board);
    const stop = this.pick(steps);
    this.trial.doubtful.add(name);
    this.undone.set(name, [board, to]);
    const clients: Board[] = [];
    try {
      for (const number of [board, to]) clients.push(await this.trial.persist(() => this.world.machines[number]!.connect()));
      const leave = (): void => {
        for (const client of clients) void client.close();
      };
      await clients[0]!.migrate(name, clients[1]!, { onStep: (step) => step === stop && leave() });
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
    } finally {
      for (const client of clients) await client.close().catch(() => undefined);
    }
    await this.trial.oneOwner(name);
    if (this.random() < 0.5) await this.settle(name);
  }

  private async settle(name: string): Promise<void> {
    const { trial } = this;
    const [from, to] = this.undone.get(name)!;
    await trial.persist(() => trial.boards[from]!.settle(trial.boards[to]!));
    await trial.oneOwner(name);
    const there = (await trial.persist(() => trial.boards[to]!.find(name))) !== undefined;
    trial.functions.get(name)!.board = there ? to : from;
    this.undone.delete(name);
    trial.doubtful.delete(name);
    await trial.check();
  }

  private async settleAll(): Promise<void> {
    for (const name of [...this.undone.keys()]) await this.settle(name);
    await this.trial.check();
    for (const board of this.trial.boards) {
      const { sectorsFree } = await this.trial.persist(() => board.stats());
      if (sectorsFree < 2) throw new Error(`only ${sectorsFree} sectors are free`);
    }
  }

  private async invoke(): Promise<void> {
    const names = [...this.calls.keys()].filter((name) => !this.undone.has(name) && !this.trial.functions.get(name)!.suspended);
    if (names.length === 0) return;
    const name = this.pick(names);
    const calls = this.calls.get(name)!;
    try {
      const answer = (await this.trial.boards[this.trial.functions.get(name)!.board]!.invoke(name, { add: 1 }, { timeout: 20_000 })) as {
        calls: number;
        total: number;
      };
      const least = (calls.cuts === this.world.cuts ? calls.answered : calls.stored) + 1;
      const largest = calls.answered + calls.doubtful + 1;
      if (answer.calls !== answer.total || answer.calls < least || answer.calls > largest)
        throw new Error(`${name} has counted ${answer.calls} calls and the sum ${answer.total}, not ${least} to ${largest}`);
      Object.assign(calls, { answered: answer.calls, doubtful: 0, cuts: this.world.cuts });
      calls.stored = Math.min(calls.stored, answer.calls);
      this.count("answers");
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      calls.doubtful++;
    }
  }

  private async free(): Promise<number[]> {
    const free: number[] = [];
    for (const board of this.trial.boards) free.push((await this.trial.persist(() => board.info())).poolFreeBytes);
    return free;
  }

  /** All is settled, looked at, and removed; nothing is left behind. */
  private async end(before: readonly number[]): Promise<void> {
    for (const { flash } of this.world.machines) flash.fault = undefined;
    await this.settleAll();
    this.trial.compare();
    for (const name of [...this.trial.functions.keys()]) await this.trial.remove(name);
    await this.world.sleep(15_000);
    const after = await this.free();
    for (const [i, board] of this.trial.boards.entries()) {
      const info = await this.trial.persist(() => board.info());
      if (info.functions !== 0) throw new Error(`board ${i + 1} has ${info.functions} functions left`);
      if (after[i] !== before[i]) throw new Error(`board ${i + 1} has ${after[i]} bytes free, at the beginning ${before[i]}`);
    }
    this.world.end();
  }
}
