/** The lx106 home, which runs under QEMU, and the plugin that watches it. */
import { existsSync } from "node:fs";
import { run, version } from "./command.js";
import { IncludeScanner, sha256 } from "./content.js";
import { compile, whenChanged } from "./objects.js";
import { at, built } from "./paths.js";
import { allSources, objectsOf, type Sources } from "./sources.js";

const compiler = "xtensa-lx106-elf-gcc";
const script = at("firmware/qemu-lx106/link.ld");
const plugin = at("firmware/qemu-lx106/plugin/watch.c");
const libc = "/usr/lib/xtensa-lx106-elf";

const common = [
  "-std=c11",
  "-ffp-contract=off",
  "-ffunction-sections",
  "-fdata-sections",
  "-mtext-section-literals",
  "-Wall",
  "-Wextra",
  "-Werror",
  "-isystem",
  `${libc}/include`,
];

export const lx106Program = (): string => built("lx106", "nanopy.elf");
export const lx106Board = (): string => built("lx106", "nanopy-board.elf");
export const lx106BoardMap = (): string => built("lx106", "nanopy-board.map");
export const lx106Map = (): string => built("lx106", "nanopy.map");
export const watchPlugin = (): string => built("lx106", "watch.so");

/** The objects of the last build by their source, for reports of size. */
export const lx106Objects = "lx106";

/** Builds both programs; false, with nothing done, where its tools are missing. */
export async function buildLx106(sources: Sources): Promise<boolean> {
  const identity = version(compiler);
  if (!identity || !existsSync(`${libc}/include/string.h`) || !version("qemu-system-xtensa")) return false;
  const all = allSources(sources, "lx106");
  const board = [...sources.board, ...sources.boardPort.lx106.filter((source) => !sources.port.lx106.includes(source))];
  const flash = new Set([...sources.machine, ...board, ...sources.devices].filter((source) => !sources.ramBytes.has(source)));
  const objects = await compile(compiler, {
    variant: lx106Objects,
    identity,
    include: sources.include,
    sources: all,
    flags: (source) => [...common, ...(sources.speed.has(source) ? ["-O2", "-fno-tree-loop-distribute-patterns", "-fno-ivopts", "-fno-code-hoisting", "-fno-tree-pre", "-fno-gcse", "-fno-tree-scev-cprop"] : ["-Os"]), ...(flash.has(source) ? ["-mforce-l32"] : [])],
  });
  const link = async (output: string, map: string, from: string[]): Promise<void> => {
    const parts = objectsOf(objects, all, from);
    await whenChanged(output, sha256(identity, new IncludeScanner([]).hash(script), ...parts), async () => {
      const libraries = [`-L${libc}/lib`, "-Wl,--start-group", "-lc", "-lgcc", "-Wl,--end-group"];
      await run(compiler, ["-nostdlib", "-Wl,--gc-sections", `-Wl,-Map=${map}`, "-T", script, ...parts, "-o", output, ...libraries]);
    });
  };
  await link(lx106Program(), lx106Map(), [...sources.machine, ...sources.runner, ...sources.port.lx106]);
  await link(lx106Board(), lx106BoardMap(), [...sources.machine, ...sources.board, ...sources.boardPort.lx106]);
  return true;
}

/** Builds QEMU's plugin; false where there is no gcc. */
export async function buildWatch(): Promise<boolean> {
  const identity = version("gcc");
  if (!identity) return false;
  const flags = ["-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-fvisibility=hidden"];
  await whenChanged(watchPlugin(), sha256(identity, ...flags, new IncludeScanner([]).hash(plugin)), async () => {
    await run("gcc", [...flags, plugin, "-o", watchPlugin()]);
  });
  return true;
}
