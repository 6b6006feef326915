/** The part of MicroPython's npm package that the benchmarks use. */
declare module "@micropython/micropython-webassembly-pyscript/micropython.mjs" {
  export function loadMicroPython(options: { heapsize: number; stdout(line: string): void }): Promise<{ runPython(code: string): unknown }>;
}
