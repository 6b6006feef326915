/** `npm run soak -- --hours 2 --seed 1 --lives 1`: long lives of three boards, then all power cuts with a second one at each of the next operations. */
import { parseArgs } from "node:util";
import { cutEverywhere } from "./cuts.js";
import { Life } from "./life.js";
import { scenarios } from "./scenarios.js";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      hours: { type: "string", default: "2" },
      seed: { type: "string", default: "1" },
      lives: { type: "string", default: "1" },
      cuts: { type: "boolean", default: false },
    },
  });
  for (let life = 0; life < Number(values.lives); life++) {
    const seed = Number(values.seed) + life;
    const began = performance.now();
    const result = await new Life(seed, (text) => console.log(`seed ${seed}: ${text}`)).run(Number(values.hours) * 3_600_000);
    console.log(`seed ${seed}: ${JSON.stringify({ ...result, seconds: Math.round((performance.now() - began) / 1000) })}`);
  }
  if (!values.cuts) return;
  for (const scenario of scenarios) {
    const { operations, cuts } = await cutEverywhere(scenario, { twice: true });
    console.log(`${scenario.name}: ${operations} operations, ${cuts} cuts`);
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
