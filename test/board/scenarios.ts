/** What boards do while power is lost: each a few requests, and enough of them to pass through every part of the store. */
import type { Scenario } from "./cuts.js";
import { calculator, counter, stout } from "./programs.js";

const roomy = { ram: 40 << 10, sectors: 40, window: 14 };
const nothing = async (): Promise<void> => undefined;

export const scenarios: readonly Scenario[] = [
  {
    name: "deploy",
    shapes: [roomy],
    prepare: nothing,
    async run(trial) {
      await trial.deploy(0, "first", counter(40, 100));
      await trial.finish();
    },
  },
  {
    name: "replace",
    shapes: [roomy],
    prepare: (trial) => trial.deploy(0, "first", counter(300, 100, 3)),
    async run(trial) {
      await trial.deploy(0, "first", counter(40, 100));
      await trial.finish();
    },
  },
  {
    name: "suspend and resume",
    shapes: [roomy],
    prepare: (trial) => trial.deploy(0, "first", counter(60, 100, 20)),
    async run(trial) {
      await trial.world.sleep(250);
      await trial.suspend("first");
      await trial.world.sleep(250);
      await trial.resume("first");
      await trial.world.sleep(150);
      await trial.suspend("first");
      await trial.finish();
    },
  },
  {
    name: "migrate",
    shapes: [roomy, roomy],
    prepare: (trial) => trial.deploy(0, "first", counter(80, 100, 20)),
    async run(trial) {
      await trial.world.sleep(250);
      await trial.migrate("first", 1);
      await trial.world.sleep(150);
      await trial.migrate("first", 0);
      await trial.finish();
    },
  },
  {
    name: "remove",
    shapes: [roomy],
    async prepare(trial) {
      await trial.deploy(0, "first", counter(60, 100));
      await trial.deploy(0, "second", counter(60, 100, 10));
    },
    async run(trial) {
      await trial.remove("first");
      await trial.deploy(0, "third", counter(20, 100));
      await trial.suspend("second");
      await trial.resume("second");
      await trial.remove("second");
      await trial.finish();
    },
  },
  {
    name: "rename",
    shapes: [roomy],
    prepare: (trial) => trial.rename(0, "before"),
    async run(trial) {
      await trial.rename(0, "kitchen");
      await trial.deploy(0, "first", counter(20, 100));
      await trial.rename(0, "garden");
      await trial.finish();
    },
  },
  {
    name: "swap",
    shapes: [{ ...roomy, ram: 4 << 10 }],
    async prepare(trial) {
      for (const n of [0, 1, 2]) await trial.deploy(0, `sleeper${n}`, counter(6 + n, 300 + 20 * n, 150), { heap: 2 << 10 });
    },
    async run(trial) {
      await trial.deploy(0, "calculator", calculator(6, 2000), { heap: 2 << 10 });
      await trial.finish();
      await trial.swapped(0);
    },
  },
  {
    name: "collect functions",
    shapes: [{ ram: 40 << 10, sectors: 24, window: 12 }],
    async prepare(trial) {
      await trial.deploy(0, "large", counter(200, 100, 300));
      await trial.deploy(0, "still", counter(30, 100, 30), { suspended: true });
      for (let i = 0; i < 16; i++) await trial.cycle("large");
    },
    async run(trial) {
      for (let i = 0; i < 10; i++) await trial.cycle("large");
      await trial.finish();
    },
  },
  {
    name: "collect images",
    shapes: [{ ram: 40 << 10, sectors: 24, window: 12 }],
    async prepare(trial) {
      await trial.deploy(0, "stays", counter(60, 100, 5));
      for (let i = 0; i < 3; i++) await trial.deploy(0, "stout", stout(7000 + i, 30, 100));
    },
    async run(trial) {
      for (let i = 3; i < 6; i++) await trial.deploy(0, "stout", stout(7000 + i, 30, 100));
      await trial.finish();
    },
  },
];
