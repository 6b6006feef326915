/** The lx106 home, which runs under QEMU, and the plugin that watches it. */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { run, version } from "./command.js";
import { IncludeScanner, sha256 } from "./content.js";
import { layoutScript, romScript } from "./layout.js";
import { splitHot } from "./hot.js";
import { compile, whenChanged } from "./objects.js";
import { outline } from "./outline.js";
import { at, built } from "./paths.js";
import { allSources, objectsOf, type Sources } from "./sources.js";
import { packTexts, textOfPairs } from "./texts.js";

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
  "-DNP_SHARED_INLINES",
  "-Wall",
  "-Wextra",
  "-Werror",
  "-isystem",
  `${libc}/include`,
];

/** Files for speed: the interpreter's loop. */
const speed = ["-O2", "-fno-tree-loop-distribute-patterns", "-fno-ivopts", "-fno-code-hoisting", "-fno-tree-pre", "-fno-gcse", "-fno-tree-scev-cprop", "-mno-target-align", "-fno-cse-follow-jumps", "-frename-registers"];

/**
 * All others: -Os, without what makes this code larger on lx106. Found by leaving out one pass at a time and measuring the whole board; none of them changes
 * what the code means, so a compiler that does better with one may have it back.
 */
const small = ["-Os", "-mno-target-align", "-fno-thread-jumps", "-fno-tree-dominator-opts", "-fno-jump-tables", "-fno-tree-switch-conversion", "-fno-move-loop-invariants", "-fno-caller-saves", "-fno-cse-follow-jumps", "-fno-tree-tail-merge", "-fno-ipa-sra", "-fira-region=all", "-fno-early-inlining", "-fno-rerun-cse-after-loop", "-fno-tree-loop-distribute-patterns", "-fno-inline-small-functions", "-fno-schedule-insns2", "-fno-ssa-phiopt", "-fno-ipa-ra"];

export const lx106Program = (): string => built("lx106", "nanopy.elf");
export const lx106Board = (): string => built("lx106", "nanopy-board.elf");
export const lx106BoardMap = (): string => built("lx106", "nanopy-board.map");
export const lx106Map = (): string => built("lx106", "nanopy.map");
export const watchPlugin = (): string => built("lx106", "watch.so");

/** The objects of the last build by their source, for reports of size. */
export const lx106Objects = "lx106";

export interface Lx106Linker {
  /** Links the objects of some sources by a linker script, unless nothing changed. */
  link(output: string, map: string, script: string, from: readonly string[]): Promise<void>;
}

let compiled: Promise<Lx106Linker | undefined> | undefined;

/** Compiles all sources for the core, the firmware's too, once; undefined, with nothing done, where the tools are missing. */
export const compileLx106 = (sources: Sources): Promise<Lx106Linker | undefined> => {
  compiled ??= compileAll(sources);
  return compiled;
};

/** The compiler and what identifies it; undefined where it, or its C library's headers, are missing. */
export function lx106Compiler(): { command: string; identity: string } | undefined {
  const identity = version(compiler);
  return identity && existsSync(`${libc}/include/string.h`) ? { command: compiler, identity } : undefined;
}

/** How a source is compiled for the core. `words`: constants are loaded from flash, by words. */
export const lx106Flags = (sources: Sources, source: string, words: boolean): string[] => [...common, ...(sources.speed.has(source) ? speed : small), ...(words ? ["-mforce-l32"] : [])];

async function compileAll(sources: Sources): Promise<Lx106Linker | undefined> {
  const found = lx106Compiler();
  if (!found || !version("qemu-system-xtensa")) return undefined;
  const { identity } = found;
  const { chip, boot, rom } = sources.firmware;
  const all = [...new Set([...allSources(sources, "lx106"), ...chip, ...boot, ...rom])];
  const far = new Set([...chip, ...boot].filter((source) => source.includes("/esp8266/")));
  const board = [...sources.board, ...sources.boardPort.lx106.filter((source) => !sources.port.lx106.includes(source))];
  const flash = new Set([...sources.machine, ...board, ...sources.devices, ...far].filter((source) => !sources.ramBytes.has(source)));
  const flags = (source: string): string[] => [...lx106Flags(sources, source, flash.has(source)), ...(far.has(source) ? ["-mlongcalls"] : [])];
  const inFlash = chip.filter((source) => !readFileSync(source, "utf8").includes("IN_IRAM"));
  const shared = [...sources.machine, ...sources.board, ...inFlash].filter((source) => source.endsWith(".c") && !sources.speed.has(source) && !sources.straight.has(source));
  const texts = await compile(compiler, {
    variant: `${lx106Objects}-text`,
    identity,
    include: sources.include,
    sources: [...shared, ...sources.hot.keys()],
    flags: (source) => [...flags(source), ...(sources.hot.has(source) ? [] : ["-DNP_PACKED_TEXTS"])],
    text: true,
  });
  const { files, pieces } = await sharePieces(shared, texts.slice(0, shared.length), (source) => sources.machine.includes(source) && !source.endsWith("/verify.c"));
  const assembled = new Map(shared.map((source, i) => [source, files[i]!]));
  for (const [i, [source, name]] of [...sources.hot].entries()) assembled.set(source, await cutHot(source, texts[shared.length + i]!, name));
  const farTexts = new Set(shared.flatMap((source, i) => (far.has(source) ? [files[i]!] : [])));
  const toCompile = [...all.map((source) => assembled.get(source) ?? source), pieces];
  const objects = await compile(compiler, {
    variant: lx106Objects,
    identity,
    include: sources.include,
    sources: toCompile,
    flags: (source) => (source.endsWith(".s") ? ["-mtext-section-literals", "-mno-target-align", ...(farTexts.has(source) ? ["-mlongcalls"] : [])] : flags(source)),
  });
  const link: Lx106Linker["link"] = async (output, map, by, from) => {
    const parts = objectsOf(objects, all, [...from]);
    if (from.some((source) => shared.includes(source))) parts.splice(middleOf(parts), 0, objects.at(-1)!);
    const scripts = [by, layoutScript(), romScript()].map((path) => new IncludeScanner([]).hash(path));
    await whenChanged(output, sha256(identity, ...scripts, ...parts), async () => {
      const libraries = [`-L${libc}/lib`, `-L${built("generated")}`, "-Wl,--start-group", "-lc", "-lgcc", "-Wl,--end-group"];
      await run(compiler, ["-nostdlib", "-Wl,--gc-sections", `-Wl,-Map=${map}`, "-T", by, ...parts, "-o", output, ...libraries]);
    });
  };
  return { link };
}

/** Where half of the files' bytes are behind. Jumps reach 128 KB, so the pieces must stand amid what shares them. */
function middleOf(files: readonly string[]): number {
  const bytes = files.map((file) => (basename(file).startsWith("prelude") ? 0 : statSync(file).size));
  const half = bytes.reduce((sum, size) => sum + size, 0) / 2;
  let behind = 0;
  return bytes.findIndex((size) => (behind += size) >= half);
}

/** Moves out what several of the texts have in common (outline.ts), and packs the messages (texts.ts): the texts that remain, each named after its source, and the pieces. */
async function sharePieces(sources: readonly string[], texts: readonly string[], hasMessages: (source: string) => boolean): Promise<{ files: string[]; pieces: string }> {
  const folder = built("objects", `${lx106Objects}-shared`);
  const files = sources.map((source) => join(folder, `${basename(source)}.s`));
  const pieces = join(folder, "pieces.s");
  const makers = ["outline.ts", "assembly.ts", "texts.ts"].map((name) => readFileSync(at("scripts/build", name)));
  await whenChanged(pieces, sha256(...makers, ...texts), async () => {
    const read = texts.map((path) => readFileSync(path, "utf8"));
    const packing = sources.flatMap((source, i) => (hasMessages(source) ? [i] : []));
    const packed = packTexts(packing.map((i) => read[i]!));
    packing.forEach((i, k) => void (read[i] = packed.texts[k]!));
    const outlined = outline(read);
    outlined.texts.forEach((text, i) => void writeFileSync(files[i]!, text));
    writeFileSync(pieces, outlined.shared + textOfPairs(packed.pairs));
  });
  return { files, pieces };
}

/** Puts the hot part of a function into a section of its own (hot.ts): the text with both. */
async function cutHot(source: string, text: string, name: string): Promise<string> {
  const file = built("objects", `${lx106Objects}-hot`, `${basename(source)}.s`);
  await whenChanged(file, sha256(readFileSync(at("scripts/build/hot.ts")), text), async () => writeFileSync(file, splitHot(readFileSync(text, "utf8"), name)));
  return file;
}

/** Builds both programs; false, with nothing done, where its tools are missing. */
export async function buildLx106(sources: Sources): Promise<boolean> {
  const linker = await compileLx106(sources);
  if (!linker) return false;
  await linker.link(lx106Program(), lx106Map(), script, [...sources.machine, ...sources.runner, ...sources.port.lx106]);
  await linker.link(lx106Board(), lx106BoardMap(), script, [...sources.machine, ...sources.board, ...sources.boardPort.lx106]);
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
