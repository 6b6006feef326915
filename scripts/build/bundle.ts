/** What the npm package ships: the CLI and the client library as one file each for Node 20, the library's types, WebAssembly's machine and board, the prelude, and the ESP8266's firmware. */
import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { build, type Plugin } from "esbuild";
import { run } from "./command.js";
import { at, built } from "./paths.js";
import { wasmBoard, wasmModule } from "./wasm.js";

/** esptool-js brings a flasher stub for every chip; a board is an ESP8266, others are refused before one is used. */
const oneStub: Plugin = {
  name: "one stub",
  setup({ onLoad }) {
    onLoad({ filter: /stub_flasher.esp32[^.]*\.json$/ }, () => ({ contents: "{}", loader: "json" }));
  },
};

export async function bundle(): Promise<void> {
  mkdirSync(at("dist"), { recursive: true });
  await build({
    entryPoints: { cli: at("host/cli/main.ts"), index: at("host/index.ts") },
    outdir: at("dist"),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minifySyntax: true,
    legalComments: "none",
    logLevel: "error",
    /* Optional, and partly native: found in node_modules, or not there. */
    external: ["serialport"],
    plugins: [oneStub],
    /* CommonJS packages inside an ES module ask for `require`. */
    banner: { js: 'import { createRequire as nanopyRequire } from "node:module"; const require = nanopyRequire(import.meta.url);' },
  });
  const declarations = ["--declaration", "--emitDeclarationOnly", "--noEmit", "false", "--rootDir", at(), "--outDir", at("dist/types")];
  await run(process.execPath, [at("node_modules/typescript/bin/tsc"), "-p", at("scripts/build/declarations.json"), ...declarations], at());
  copyFileSync(built("generated", "prelude.npi"), at("dist/prelude.npi"));
  copyFileSync(wasmModule(), at("dist/nanopy.wasm"));
  copyFileSync(wasmBoard(), at("dist/nanopy-board.wasm"));
  /* Where a cross compiler is at hand, the package brings the ESP8266's firmware, and what boots it under QEMU. */
  rmSync(at("dist/firmware"), { recursive: true, force: true });
  for (const name of ["boot.bin", "firmware.bin", "rom.elf"]) {
    if (!existsSync(built("firmware", name))) continue;
    mkdirSync(at("dist/firmware"), { recursive: true });
    copyFileSync(built("firmware", name), at("dist/firmware", name));
  }
}
