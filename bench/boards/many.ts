/** Many functions that sleep, on one board: what each takes of its RAM, and whether all go on rightly. */
import type { Board } from "../../host/board/board.js";
import { hog, meter, meterOutput, numberer } from "./programs.js";

/** A board, and how to wait for what happens on it. */
export interface Place {
  readonly board: Board;
  /** Waits for a promise. */
  until<T>(promise: Promise<T>): Promise<T>;
}

export interface ManyFigures {
  readonly count: number;
  /** Bytes of RAM that each function took while all lay in flash. */
  readonly bytesEach: number;
  /** Functions in RAM at that time. */
  readonly resident: number;
  readonly swapsOut: number;
  readonly swapsIn: number;
  /** Functions whose output was not what it has to be, and what it was. */
  readonly wrong: readonly string[];
}

export interface ManyOptions {
  readonly count: number;
  /** Seconds of the first sleep, in which all lie in flash, and of the later ones. */
  readonly longSleep: number;
  readonly shortSleep: number;
}

/** Deploys them, brings them all to sleep and out of RAM, and follows their output to the end. */
export async function measureMany({ board, until }: Place, { count, longSleep, shortSleep }: ManyOptions): Promise<ManyFigures> {
  const image = meter(longSleep, shortSleep);
  await until(board.putImage(image));
  const empty = await until(board.info());
  const outputs = Array.from({ length: count }, () => "");
  const followed: Promise<void>[] = [];
  let begun = 0;
  const follow = async (number: number): Promise<void> => {
    for await (const { bytes } of board.logs(`m${number}`, { follow: true })) {
      outputs[number] += Buffer.from(bytes).toString();
      if (outputs[number] === `begins ${number}\n`) begun++;
      if (outputs[number]!.includes("ends") && outputs[number]!.endsWith("\n")) return;
    }
  };
  for (let number = 0; number < count; number++) {
    await until(board.deploy({ image, name: `m${number}`, heap: 4 << 10 }));
    followed.push(follow(number));
  }
  await until(board.deploy({ image: numberer(count), name: "numberer", heap: 4 << 10 }));
  while (begun < count) await until(board.info());
  await until(board.remove("numberer"));
  const ended = async (name: string): Promise<void> => {
    while ((await until(board.stat(name))).state !== "ended");
  };
  await until(board.deploy({ image: hog(empty.poolFreeBytes - 1000 - 16 * count), name: "hog", heap: empty.poolFreeBytes }));
  await ended("hog");
  await until(board.remove("hog"));
  const [full, { resident }] = [await until(board.info()), await until(board.stats())];
  await until(Promise.all(followed));
  const { swapsIn, swapsOut } = await until(board.stats());
  const wrong = outputs.flatMap((output, number) => (output === meterOutput(number) ? [] : [`m${number}: ${JSON.stringify(output)}`]));
  return { count, bytesEach: (empty.poolFreeBytes - full.poolFreeBytes) / count, resident, swapsOut, swapsIn, wrong };
}
