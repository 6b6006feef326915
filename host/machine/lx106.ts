/** The lx106 home: the ESP8266's instruction set in a QEMU process, watched by our plugin. */
import { spawnSync } from "node:child_process";
import { type Home, HomeUnavailable } from "./home.js";
import { locate } from "./locate.js";
import { ProcessHome } from "./process-home.js";

export const emulator = "qemu-system-xtensa";

/** The core alone: no devices, nothing on the terminal. */
export const emulatorArgs = ["-M", "sim", "-cpu", "lx106", "-display", "none", "-monitor", "none", "-serial", "none"];

export function openLx106(): Home {
  if (spawnSync(emulator, ["--version"]).status !== 0)
    throw new HomeUnavailable("lx106 needs QEMU for Xtensa (Debian: apt-get install --no-install-recommends qemu-system-misc)");
  const program = locate("build/lx106/nanopy.elf");
  const plugin = locate("build/lx106/watch.so");
  if (!program || !plugin)
    throw new HomeUnavailable(
      "the lx106 machine is not built here: it comes with a clone of the repository (npm run build), and needs a cross compiler (Debian: apt-get install gcc gcc-xtensa-lx106 picolibc-xtensa-lx106-elf)",
    );
  return new ProcessHome("lx106", {
    command: emulator,
    args: [...emulatorArgs, "-semihosting", "-plugin", `${plugin},fd=3`, "-kernel", program],
    counts: true,
    explain: (code) => {
      if (code === 85) return "met an exception of the processor:";
      if (code === 86) return "did what the chip would fault:";
      if (code === 87) return "ran out of its C stack";
      return undefined;
    },
  });
}
