/** `npm run bench`: our homes beside the peers, and the machine instructions on lx106 beside their bars. With `--boards` what boards cost, and nothing else. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compileProgram } from "../compiler/compile.js";
import { openLx106 } from "../host/machine/lx106.js";
import { at, built } from "../scripts/build/paths.js";
import { tryOpen } from "../test/support/run.js";
import { heapOf } from "./heaps.js";
import { type Measurement, measured, runCommand, runNative, runWasm } from "./measure.js";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    runs: { type: "string", default: "3" },
    json: { type: "boolean" },
    lx106: { type: "boolean" },
    boards: { type: "boolean" },
  },
});
const runs = Number(values.runs);
/** MicroPython's objects are up to twice as large in its 32-bit build. */
const peerHeap = 4 << 20;

/** Millions of machine instructions on lx106: what MicroPython takes, and the most that we allow ourselves. */
const bars: Record<string, { micropython?: number; bar?: number }> = {
  fib20: { micropython: 24.83, bar: 4.4 },
  loop100k: { micropython: 65.81, bar: 6 },
  while100k: { micropython: 67.41, bar: 6 },
  sieve5000: { micropython: 11.91, bar: 1.5 },
  class10k: { micropython: 43.76, bar: 5 },
  float10k: { micropython: 14.78, bar: 14.8 },
  strcat: { micropython: 49.63, bar: 10 },
};

const programs = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".py"))
    .map((name) => name.slice(0, -3))
    .filter((name) => !values.only || values.only.split(",").includes(name));

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const cell = (value: number | undefined, digits = 0): string => (value === undefined ? "-" : value.toFixed(digits)).padStart(9);
const ratio = (a?: Measurement, b?: Measurement): number | undefined => (a && b ? a.cpuMs / b.cpuMs : undefined);
const geometricMean = (numbers: number[]): number => Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);
const compiled = (path: string): Uint8Array => compileProgram({ path, text: readFileSync(path, "utf8") }).image;

function speed(): object {
  say("CPU ms; wasm and micropython without loading their modules, the others with start-up");
  say(`${"program".padEnd(12)}${["native", "wasm", "µPy wasm", "python3", "lua5.4", "µPy/wasm"].map((name) => name.padStart(9)).join("")}`);
  const rows: Record<string, object> = {};
  const gains: number[] = [];
  for (const name of programs(at("bench"))) {
    const path = at("bench", `${name}.py`);
    const lua = at("bench", `${name}.lua`);
    const native = measured(runs, () => runNative(compiled(path), heapOf(name)));
    const wasm = measured(runs, () => runWasm("nanopy", path, heapOf(name)));
    const micropython = measured(runs, () => runWasm("micropython", path, peerHeap));
    const python = measured(runs, () => runCommand("python3", path));
    const lua54 = measured(runs, () => runCommand("lua5.4", lua));
    const gain = ratio(micropython, wasm);
    if (gain) gains.push(gain);
    const right = [native, wasm].every((measurement) => !python || measurement?.output === python.output);
    rows[name] = {
      native_ms: native?.cpuMs,
      wasm_ms: wasm?.cpuMs,
      micropython_wasm_ms: micropython?.cpuMs,
      python3_ms: python?.cpuMs,
      lua54_ms: lua54?.cpuMs,
      micropython_to_wasm: gain,
      output_as_python3: right,
    };
    say(
      name.padEnd(12) +
        [native, wasm, micropython, python, lua54].map((m) => cell(m?.cpuMs)).join("") +
        cell(gain, 2) +
        (right ? "" : "  output differs from python3"),
    );
  }
  const mean = gains.length > 0 ? geometricMean(gains) : undefined;
  say(`${"geometric mean".padEnd(57)}${cell(mean, 2)}`);
  return { programs: rows, micropython_to_wasm_geometric_mean: mean };
}

async function chip(): Promise<object> {
  const { home, reason } = tryOpen(openLx106);
  if (!home) {
    say(`lx106 is left out: ${reason}`);
    return {};
  }
  say("\nlx106, --heap 36K: millions of machine instructions of the run");
  say(`${"program".padEnd(12)}${["ours", "bar", "µPy", "VM insns", "C stack"].map((name) => name.padStart(9)).join("")}`);
  const rows: Record<string, object> = {};
  for (const name of programs(at("bench/lx106"))) {
    const result = await home.run({ image: compiled(join(at("bench/lx106"), `${name}.py`)), heap: 36 << 10, virtualTime: true });
    if (result.status !== 0) {
      say(`${name.padEnd(12)} fails: status ${result.status} ${result.report.trim()}`);
      rows[name] = { status: result.status };
      continue;
    }
    const millions = result.machineInstructions! / 1e6;
    const { bar, micropython } = bars[name] ?? {};
    rows[name] = {
      machine_instructions: result.machineInstructions,
      vm_instructions: result.vmInstructions,
      c_stack_bytes: result.cStackBytes,
      bar,
      micropython,
    };
    const verdict = bar === undefined || millions <= bar ? "" : "  over its bar";
    say(
      name.padEnd(12) +
        cell(millions, 2) +
        cell(bar, 1) +
        cell(micropython, 2) +
        cell(result.vmInstructions) +
        cell(result.cStackBytes) +
        verdict,
    );
  }
  home.close();
  return rows;
}

if (values.boards) {
  const { reportBoards } = await import("./boards/report.js");
  const figures = await reportBoards();
  writeFileSync(built("bench-boards.json"), `${JSON.stringify(figures, null, 2)}\n`);
  if (values.json) console.log(JSON.stringify(figures, null, 2));
  process.exit(0);
}
const report = { node: process.version, runs, speed: values.lx106 ? undefined : speed(), lx106: await chip() };
writeFileSync(built("bench.json"), `${JSON.stringify(report, null, 2)}\n`);
if (values.json) console.log(JSON.stringify(report, null, 2));
