/** `npm start`, after the build: shows the main job: a program is stopped in mid-loop and goes on in another home. */
import { readFileSync } from "node:fs";
import { compileProgram } from "../compiler/compile.js";
import { type Home, HomeUnavailable, type RunRequest, type Snapshot } from "../host/machine/home.js";
import { homeNames, openHome } from "../host/machine/open.js";
import { at } from "./build/paths.js";

const example = "examples/thermostat.py";
const heap = 32 << 10;

async function run(home: Home, request: RunRequest): Promise<{ output: string; instructions: number; snapshot?: Snapshot }> {
  let output = "";
  const decoder = new TextDecoder();
  const sink = {
    stdout: (bytes: Uint8Array) => {
      output += decoder.decode(bytes, { stream: true });
    },
    stderr: (bytes: Uint8Array) => void process.stderr.write(bytes),
  };
  const result = await home.run({ virtualTime: true, argv: [example], ...request }, sink);
  if (result.report || result.status < 0) throw new Error(`${example} fails in ${home.name}: status ${result.status} ${result.report}`);
  const snapshot = result.snapshots.at(-1);
  return { output, instructions: result.vmInstructions, ...(snapshot ? { snapshot } : {}) };
}

function openHomes(): Home[] {
  return homeNames.flatMap((name) => {
    try {
      return [openHome(name)];
    } catch (error) {
      if (!(error instanceof HomeUnavailable)) throw error;
      console.log(`${name} is left out: ${error.message}`);
      return [];
    }
  });
}

/** The first and the last lines of an output. */
function excerpt(output: string): string {
  const lines = output.trimEnd().split("\n");
  const shown = lines.length <= 6 ? lines : [...lines.slice(0, 3), `… ${lines.length - 5} more lines …`, ...lines.slice(-2)];
  return shown.map((line) => `    ${line}`).join("\n");
}

async function demonstrate(): Promise<boolean> {
  const { image, diagnostics } = compileProgram({ path: example, text: readFileSync(at(example), "utf8") });
  if (diagnostics.some(({ severity }) => severity === "error")) throw new Error(`${example} does not compile`);
  console.log(`\n${example} is compiled: an image of ${image.length} bytes`);
  const homes = openHomes();
  const whole = await run(homes[0]!, { image, heap });
  console.log(`\nIn one go, in ${homes[0]!.name}: ${whole.instructions} instructions\n${excerpt(whole.output)}`);

  /* One leg in each home, at least two. */
  const legs = homes.length > 1 ? homes : [homes[0]!, homes[0]!];
  let joined = "";
  let snapshot: Snapshot | undefined;
  for (const [i, home] of legs.entries()) {
    const last = i === legs.length - 1;
    const stop = Math.floor((whole.instructions * (i + 1)) / legs.length);
    const from = snapshot ? { snapshot: snapshot.bytes } : {};
    const leg = await run(home, { image, heap, ...from, ...(last ? {} : { suspendAt: [stop], stopAtLast: true }) });
    joined += leg.output;
    console.log(`\n${snapshot ? "Resumed" : "Started"} in ${home.name}\n${excerpt(leg.output)}`);
    if (leg.snapshot)
      console.log(
        `Suspended in mid-loop after ${leg.snapshot.instructions} instructions: a snapshot of ${leg.snapshot.bytes.length} bytes`,
      );
    snapshot = leg.snapshot;
  }
  for (const home of homes) home.close();
  const equal = joined === whole.output;
  console.log(equal ? "\nBoth outputs are the same, byte for byte." : "\nThe outputs DIFFER: this is a bug.");
  console.log("\nNext: node bin/nanopy.js --help, or npm test\n");
  return equal;
}

process.exitCode = (await demonstrate()) ? 0 : 1;
