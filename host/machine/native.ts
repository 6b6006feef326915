/** The native home: the runner as a child process. */
import { HomeUnavailable } from "./home.js";
import { locate } from "./locate.js";
import { ProcessHome } from "./process-home.js";

/** `native` is fast, `sanitize` has ASan and UBSan, `debug` also moves the arena and collects at each allocation. */
export type NativeVariant = "native" | "sanitize" | "debug";

export function openNative(variant: NativeVariant = "native"): ProcessHome {
  const command = locate(`build/${variant}/nanopy-runner`);
  if (!command)
    throw new HomeUnavailable(
      "the native machine is not built here: it comes with a clone of the repository (npm run build), and needs a C compiler (Debian: apt-get install gcc libc6-dev)",
    );
  return new ProcessHome("native", { command, args: [], counts: false });
}
