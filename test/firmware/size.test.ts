/** What the firmware takes: the bars that the project sets itself. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Place } from "../../build/generated/layout.js";
import { readFirmware } from "../../host/firmware/blob.js";
import { readBootImage } from "../../host/firmware/boot-image.js";
import { firmwareFile, firmwareSizes } from "../../scripts/build/firmware.js";
import { coreOf, measureProgram } from "../../scripts/build/sizes.js";
import { hasFirmware } from "../support/esp8266-chip.js";

describe.skipIf(!hasFirmware())("the firmware", () => {
  it("takes 200 KB of flash at most, leaves 66 KB of RAM for arenas, and takes 6 KB of static RAM at most and 24 KB of iram", () => {
    const { flash, iram, staticRam, arenas } = firmwareSizes();
    expect(arenas).toBeGreaterThanOrEqual(66 << 10);
    expect(staticRam).toBeGreaterThan(2000);
    expect(staticRam).toBeLessThanOrEqual(6 << 10);
    expect(iram).toBeGreaterThan(4096);
    expect(iram).toBeLessThanOrEqual(24 << 10);
    expect(flash).toBeLessThanOrEqual(200 << 10);
    expect(flash).toBeLessThan(Place.FIRMWARE_BYTES);
  });

  it("has the machine with all of its prelude in 128 KB", () => {
    const measured = measureProgram("firmware")!;
    expect(measured.groups.prelude!.rodata).toBeGreaterThan(16 << 10);
    expect(coreOf(measured)).toBeLessThanOrEqual(128 << 10);
  });

  it("is in files that are whole", () => {
    const file = new Uint8Array(readFileSync(firmwareFile("firmware.bin")));
    expect(readFirmware(file, "firmware.bin")).toMatchObject({
      length: file.length,
      wifi: false,
      version: expect.stringMatching(/^\d+\.\d+/),
    });
    expect(readBootImage(new Uint8Array(readFileSync(firmwareFile("boot.bin"))), "boot.bin").segments).toHaveLength(1);
  });
});
