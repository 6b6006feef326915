/**
 * `npm start`, after the build: shows the main job. A function is deployed to a board over TCP, moved in mid-loop to a board with the ESP8266's instruction
 * set behind a serial line, and back; its log has no gap and no repeat. The boards are simulated.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileProgram } from "../compiler/compile.js";
import { Board, LinkError } from "../host/index.js";
import { openWasm } from "../host/machine/wasm.js";
import { SimulatorError, type Target } from "../host/sim/sim-board.js";
import { startSimulator } from "../host/sim/simulator.js";
import { at } from "./build/paths.js";
import { LogBook } from "./start/log-book.js";

const example = "examples/thermostat.py";
const name = "thermostat";
/** The function is moved when it has written so much. */
const [firstMove, secondMove] = [200, 450];

function compile(): Uint8Array {
  const { image, diagnostics } = compileProgram({ path: example, text: readFileSync(at(example), "utf8") });
  if (diagnostics.some(({ severity }) => severity === "error")) throw new Error(`${example} does not compile`);
  return image;
}

/** What the program prints where nobody stops it. */
async function undisturbed(image: Uint8Array): Promise<string> {
  let output = "";
  const home = openWasm();
  await home.run(
    { image, heap: 32 << 10, virtualTime: true },
    {
      stdout: (bytes) => {
        output += Buffer.from(bytes);
      },
      stderr: () => undefined,
    },
  );
  home.close();
  return output;
}

const shape = { boards: 1, ram: 40 << 10, line: {}, virtual: false, port: 0 };
const ended = (board: string) => (_: number, reason: string) => console.error(`${board} ended: ${reason}`);
const start = (target: Target, seed: number, pty?: string) =>
  startSimulator({ ...shape, target, seed, pty, onEnd: ended(`the ${target} board`) });

/** A board on lx106 behind a pty, opened by npm's serialport; where something of that is missing, another one in WebAssembly over TCP. */
async function second(folder: string): Promise<{ simulator: Awaited<ReturnType<typeof start>>; address: string }> {
  try {
    const simulator = await start("lx106", 2, join(folder, "board"));
    try {
      const board = await Board.connect(`serial:${join(folder, "board")}`, { timeout: 20_000 });
      await board.close();
      return { simulator, address: `serial:${join(folder, "board")}` };
    } catch (error) {
      await simulator.close();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof SimulatorError || error instanceof LinkError)) throw error;
    console.log(`No lx106 board behind a serial line here: ${error.message}\nA second WebAssembly board takes its place.`);
    const simulator = await start("wasm", 2);
    return { simulator, address: simulator.boards[0]!.addresses[0]! };
  }
}

async function demonstrate(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "nanopy-start-"));
  const image = compile();
  const expected = await undisturbed(image);
  console.log(`\n${example} is compiled: an image of ${image.length} bytes`);
  const one = await start("wasm", 1);
  const two = await second(folder);
  try {
    const first = await Board.connect(one.boards[0]!.addresses[0]!);
    const other = await Board.connect(two.address, { timeout: 20_000 });
    const log = new LogBook(console.log);
    for (const board of [first, other]) {
      const { platform, poolFreeBytes, sectors } = await board.info();
      console.log(`${board.address}: a board on ${platform}, ${poolFreeBytes} bytes for functions, ${sectors * 4} KB of flash`);
    }

    await first.deploy({ image, name, heap: 8 << 10 });
    console.log(`\nDeployed to the first board\n`);
    for (const [from, to, after] of [
      [first, other, firstMove],
      [other, first, secondMove],
    ] as const) {
      const followed = log.follow(from, name);
      await log.reaches(after);
      const { bytes, stoppedMs } = await from.migrate(name, to);
      await followed.all();
      const { platform } = await to.info();
      console.log(`\nMoved in mid-loop to the board on ${platform}: ${bytes} bytes, it stood still for ${stoppedMs.toFixed(0)} ms\n`);
    }
    const followed = log.follow(first, name);
    await log.reaches(expected.length);
    await followed.all();
    await Promise.all([first.close(), other.close()]);

    const equal = log.text === expected;
    console.log(equal ? "\nThe whole log is what the program prints undisturbed: no gap, no repeat." : "\nThe log DIFFERS: this is a bug.");
    console.log("\nNext: node bin/nanopy.js --help, node bin/nanopy.js sim, or npm test\n");
    return equal;
  } finally {
    await Promise.all([one.close(), two.simulator.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = (await demonstrate()) ? 0 : 1;
