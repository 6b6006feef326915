/** Sizes by object file out of the lx106 build's link map. */

export const kinds = ["text", "rodata", "data", "bss"] as const;
export type Sizes = Record<(typeof kinds)[number], number>;

/** The output sections of the linker scripts of firmware/, and what they count as. */
const sections: Record<string, keyof Sizes> = {
  ".head": "text",
  ".iram": "text",
  ".iram_words": "bss",
  ".text": "text",
  ".rodata": "rodata",
  ".data": "data",
  ".bss": "bss",
};

export const none = (): Sizes => ({ text: 0, rodata: 0, data: 0, bss: 0 });

/** Adds up the map's lines ` .section 0xaddress 0xsize file`, by file. */
export function readMap(map: string): Map<string, Sizes> {
  const byFile = new Map<string, Sizes>();
  const layout = map.slice(map.indexOf("Linker script and memory map"));
  let kind: keyof Sizes | undefined;
  /* A long section name stands on a line of its own; joined here with the line behind it. */
  for (const line of layout.replace(/^( ?[.*]\S+)\n\s+(?=0x)/gm, "$1 ").split("\n")) {
    const output = /^(\.\S+)/.exec(line)?.[1];
    if (output) kind = sections[output];
    const input = /^ (\S+)\s+0x[0-9a-f]+\s+0x([0-9a-f]+)(?:\s+(\S.*))?\s*$/.exec(line);
    if (!kind || !input) continue;
    const [, , size, file] = input;
    const name = file ?? "(padding)";
    const sizes = byFile.get(name) ?? none();
    sizes[kind] += Number.parseInt(size!, 16);
    byFile.set(name, sizes);
  }
  return byFile;
}
