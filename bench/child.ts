/**
 * One measurement in a fresh process: runs one program in WebAssembly, ours or MicroPython's, and prints the CPU time of
 * the run alone (without loading the module) and the output as JSON.
 */
import { readFileSync } from "node:fs";

const [peer, path, heap] = process.argv.slice(2) as [string, string, string];
const text = readFileSync(path, "utf8");
let output = "";

async function measure(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function micropython(): Promise<number> {
  const { loadMicroPython } = await import("@micropython/micropython-webassembly-pyscript/micropython.mjs");
  const machine = await loadMicroPython({
    heapsize: Number(heap),
    stdout: (line: string) => {
      output += `${line}\n`;
    },
  });
  return measure(() => machine.runPython(text));
}

async function nanopy(): Promise<number> {
  const { compileProgram } = await import("../compiler/compile.js");
  const { openWasm } = await import("../host/machine/wasm.js");
  const { image } = compileProgram({ path, text });
  const home = openWasm();
  const decoder = new TextDecoder();
  const sink = {
    stdout: (bytes: Uint8Array) => {
      output += decoder.decode(bytes, { stream: true });
    },
    stderr: (bytes: Uint8Array) => void process.stderr.write(bytes),
  };
  return measure(async () => {
    const result = await home.run({ image, heap: Number(heap), argv: [path] }, sink);
    if (result.status !== 0) throw new Error(`status ${result.status}: ${result.report.trim().split("\n").at(-1)}`);
  });
}

const cpuMs = await (peer === "micropython" ? micropython() : nanopy());
process.stdout.write(JSON.stringify({ cpuMs, output }));
