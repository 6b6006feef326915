import { expect, it } from "vitest";
import { readMap } from "../../scripts/build/link-map.js";

it("adds up what was linked by file and kind", () => {
  const map = `
Discarded input sections
 .text.dead     0x0000000000000000       0x40 /b/objects/lx106/heap.c-01.o

Linker script and memory map

.text           0x40210000      0x30
 *(.text .text.*)
 .text.np_alloc
                0x40210000       0x21 /b/objects/lx106/heap.c-01.o
                0x40210000                np_alloc
 *fill*         0x40210021        0x3 
 .text          0x40210024        0xc /lib/libc.a(memcpy.o)

.far            0x3ff80000       0x10
 .far           0x3ff80000       0x10 /b/objects/lx106/lx106.c-02.o

.bss            0x3ffe8000        0x8
 .bss.vm        0x3ffe8000        0x8 /b/objects/lx106/heap.c-01.o
`;
  expect(Object.fromEntries(readMap(map))).toEqual({
    "/b/objects/lx106/heap.c-01.o": { text: 0x21, rodata: 0, data: 0, bss: 8 },
    "(padding)": { text: 3, rodata: 0, data: 0, bss: 0 },
    "/lib/libc.a(memcpy.o)": { text: 12, rodata: 0, data: 0, bss: 0 },
  });
});
