/** The CLI as one file for Node 20, with the WebAssembly machine beside it: what the npm package ships. */
import { copyFileSync, mkdirSync } from "node:fs";
import { build } from "esbuild";
import { at } from "./paths.js";
import { wasmBoard, wasmModule } from "./wasm.js";

export async function bundle(): Promise<void> {
  mkdirSync(at("dist"), { recursive: true });
  await build({
    entryPoints: [at("host/cli/main.ts")],
    outfile: at("dist/cli.js"),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minifySyntax: true,
    legalComments: "none",
    logLevel: "error",
    /* Optional, and partly native: found in node_modules, or not there. */
    external: ["serialport"],
    /* CommonJS packages inside an ES module ask for `require`. */
    banner: { js: 'import { createRequire as nanopyRequire } from "node:module"; const require = nanopyRequire(import.meta.url);' },
  });
  copyFileSync(wasmModule(), at("dist/nanopy.wasm"));
  copyFileSync(wasmBoard(), at("dist/nanopy-board.wasm"));
}
