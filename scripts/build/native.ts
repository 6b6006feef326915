/** The native home, in three variants: fast, with sanitizers, and with sanitizers and a collector that moves the arena at every allocation. */
import { run, version } from "./command.js";
import { sha256 } from "./content.js";
import { compile, whenChanged } from "./objects.js";
import { built } from "./paths.js";
import { allSources, objectsOf, type Sources } from "./sources.js";

export type NativeVariant = "native" | "sanitize" | "debug";

const common = ["-std=c11", "-ffp-contract=off", "-Wall", "-Wextra", "-Werror"];
const sanitizers = ["-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer"];
const variants: Record<NativeVariant, string[]> = {
  native: ["-O2"],
  sanitize: sanitizers,
  debug: [...sanitizers, "-DNP_DEBUG_GC"],
};

export const nativeRunner = (variant: NativeVariant): string => built(variant, "nanopy-runner");
export const nativeBoard = (variant: NativeVariant): string => built(variant, "nanopy-board");

export const nativeFlags = (variant: NativeVariant): string[] => [...common, ...variants[variant]];

/** The objects of all the home's sources, in their order; they are compiled where they are not there. */
export const nativeObjects = (sources: Sources, variant: NativeVariant, compiler: string): Promise<string[]> =>
  compile("gcc", {
    variant,
    identity: compiler,
    include: sources.include,
    sources: allSources(sources, "native"),
    flags: () => nativeFlags(variant),
  });

/** Builds the variant; false, with nothing done, where there is no gcc. */
export async function buildNative(sources: Sources, variant: NativeVariant): Promise<boolean> {
  const compiler = version("gcc");
  if (!compiler) return false;
  const flags = nativeFlags(variant);
  const all = allSources(sources, "native");
  const objects = await nativeObjects(sources, variant, compiler);
  const link = async (output: string, from: string[]): Promise<void> => {
    const parts = objectsOf(objects, all, from);
    await whenChanged(output, sha256(compiler, ...flags, ...parts), async () => {
      await run("gcc", [...flags, ...parts, "-o", output]);
    });
  };
  await link(nativeRunner(variant), [...sources.machine, ...sources.runner, ...sources.port.native]);
  /* The debug build's machine keeps its arena outside of a board's memory. */
  if (variant !== "debug") await link(nativeBoard(variant), [...sources.machine, ...sources.board, ...sources.boardPort.native]);
  return true;
}
