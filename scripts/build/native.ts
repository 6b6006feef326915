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

/** Compiles all sources of the variant; the objects of those wanted, and the flags, for whoever links them with more. */
export async function nativeObjects(sources: Sources, variant: NativeVariant): Promise<{ flags: string[]; objectsFor: (from: string[]) => string[] }> {
  const flags = [...common, ...variants[variant]];
  const all = allSources(sources, "native");
  const objects = await compile("gcc", {
    variant,
    identity: version("gcc") ?? "",
    include: sources.include,
    sources: all,
    flags: () => flags,
  });
  return { flags, objectsFor: (from) => objectsOf(objects, all, from) };
}

/** Builds the variant; false, with nothing done, where there is no gcc. */
export async function buildNative(sources: Sources, variant: NativeVariant): Promise<boolean> {
  const compiler = version("gcc");
  if (!compiler) return false;
  const { flags, objectsFor } = await nativeObjects(sources, variant);
  const link = async (output: string, from: string[]): Promise<void> => {
    const parts = objectsFor(from);
    await whenChanged(output, sha256(compiler, ...flags, ...parts), async () => {
      await run("gcc", [...flags, ...parts, "-o", output]);
    });
  };
  await link(nativeRunner(variant), [...sources.machine, ...sources.runner, ...sources.port.native]);
  /* The debug build's machine keeps its arena outside of a board's memory. */
  if (variant !== "debug") await link(nativeBoard(variant), [...sources.machine, ...sources.board, ...sources.boardPort.native]);
  return true;
}
