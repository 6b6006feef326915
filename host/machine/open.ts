/** Opens a home by its name. */
import type { Home, HomeName } from "./home.js";
import { openLx106 } from "./lx106.js";
import { openNative } from "./native.js";
import { openWasm } from "./wasm.js";

export const homeNames: readonly HomeName[] = ["wasm", "native", "lx106"];

export function openHome(name: HomeName): Home {
  switch (name) {
    case "wasm":
      return openWasm();
    case "native":
      return openNative();
    case "lx106":
      return openLx106();
  }
}
