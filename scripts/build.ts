/** `npm run build [-- HOME…]`: builds the homes named (native, sanitize, debug, wasm, lx106), the ESP8266's firmware, without and with Wi-Fi, and dist; all by default. `generated` is what comes before every home. */
import { bundle } from "./build/bundle.js";
import { BuildError } from "./build/command.js";
import { compilePrelude, embedLibrary, generateTables } from "./build/generated.js";
import { buildLx106, buildWatch } from "./build/lx106.js";
import { buildNative } from "./build/native.js";
import { measureProgram, summary } from "./build/sizes.js";
import { loadSources } from "./build/sources.js";
import { generateUnicodeNames } from "./build/unicode-names.js";
import { buildWasm } from "./build/wasm.js";

const targets = ["generated", "native", "sanitize", "debug", "wasm", "lx106", "firmware", "wifi", "dist"] as const;
export type Target = (typeof targets)[number];

const crossTools = "its tools are missing (Debian: apt-get install gcc gcc-xtensa-lx106 picolibc-xtensa-lx106-elf qemu-system-misc)";

const howToGet: Partial<Record<Target, string>> = {
  native: "gcc is missing (Debian: apt-get install gcc libc6-dev)",
  lx106: crossTools,
  firmware: crossTools,
};

/** Builds the targets; returns those that were left out because a tool is missing, each with what to do. */
export async function buildTargets(wanted: readonly Target[] = targets): Promise<string[]> {
  const leftOut: string[] = [];
  await generateTables();
  embedLibrary();
  await generateUnicodeNames();
  await compilePrelude();
  const sources = loadSources();
  const has = (target: Target): boolean => wanted.includes(target);
  const need = async (target: Target, made: Promise<boolean>): Promise<void> => {
    if (!(await made) && howToGet[target]) leftOut.push(`${target} is left out: ${howToGet[target]}`);
  };
  await Promise.all([
    has("wasm") || has("dist") ? need("wasm", buildWasm(sources)) : undefined,
    (async () => {
      if (has("native")) await need("native", buildNative(sources, "native"));
      if (has("lx106"))
        await need(
          "lx106",
          buildLx106(sources).then(async (made) => made && (await buildWatch())),
        );
      // Its parts need what the steps before have generated. The package ships its files.
      if (has("firmware") || has("dist"))
        await need(
          "firmware",
          import("./build/firmware.js").then(({ buildFirmware }) => buildFirmware(sources)),
        );
      if (has("wifi")) {
        const { buildWifi, howToGetSdk } = await import("./build/wifi.js");
        if (!(await buildWifi(sources))) leftOut.push(`wifi is left out: ${howToGetSdk}`);
      }
      if (has("debug")) await need("debug", buildNative(sources, "debug"));
      if (has("sanitize")) await need("sanitize", buildNative(sources, "sanitize"));
    })(),
  ]);
  for (const [target, program] of [
    ["lx106", "board"],
    ["firmware", "firmware"],
  ] as const) {
    const measured = has(target) ? measureProgram(program) : undefined;
    if (measured) console.error([`nanopy: bytes of the ${program} on lx106`, ...summary(measured)].join("\n"));
  }
  if (has("dist")) await bundle();
  return leftOut;
}

if (process.argv[1]?.endsWith("build.ts")) {
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !targets.includes(name as Target));
  if (unknown) {
    console.error(`nanopy: no target "${unknown}"; there are: ${targets.join(", ")}`);
    process.exit(2);
  }
  const started = Date.now();
  try {
    for (const line of await buildTargets(named.length > 0 ? (named as Target[]) : targets)) console.error(`nanopy: ${line}`);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
  console.error(`nanopy: built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
