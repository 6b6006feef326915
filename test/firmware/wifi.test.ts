/** The firmware with Wi-Fi: what can be seen of it without the chip. Its network is tested in test/net, on the same sources. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { Place } from "../../build/generated/layout.js";
import { prelude } from "../../build/generated/prelude.js";
import { readFirmware } from "../../host/firmware/blob.js";
import { readElf } from "../../host/firmware/elf.js";
import { loadSources } from "../../scripts/build/sources.js";
import { buildWifi, findSdk, howToGetSdk, sdkVariable, wifiElf, wifiFirmware, wifiSizes } from "../../scripts/build/wifi.js";

const given = process.env[sdkVariable];
afterEach(() => {
  if (given === undefined) delete process.env[sdkVariable];
  else process.env[sdkVariable] = given;
});

describe("the SDK", () => {
  it("is looked for where the environment says, and nowhere else", async () => {
    delete process.env[sdkVariable];
    expect(findSdk()).toBeUndefined();
    expect(await buildWifi(loadSources())).toBe(false);
    expect(howToGetSdk.split("\n")).toHaveLength(2);
    expect(howToGetSdk).toContain(`name its folder in ${sdkVariable}`);
  });

  it("that is none, or too old, is refused with what is missing", () => {
    const folder = mkdtempSync(join(tmpdir(), "nanopy-sdk-"));
    process.env[sdkVariable] = folder;
    expect(findSdk).toThrow("is no NONOS SDK: it has no include/user_interface.h");
    const libraries = "gcc hal phy pp net80211 lwip wpa crypto main driver".split(" ").map((name) => `lib/lib${name}.a`);
    for (const path of ["include/user_interface.h", "third_party/include/lwip/tcp.h", "ld/eagle.rom.addr.v6.ld", ...libraries]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), "");
    }
    expect(findSdk).toThrow("is older than version 3.0");
    writeFileSync(join(folder, "include/user_interface.h"), "bool system_partition_table_regist(");
    expect(findSdk()).toBe(folder);
  });
});

describe.skipIf(!given)(`the firmware with Wi-Fi (needs ${sdkVariable}, which names Espressif's NONOS SDK)`, () => {
  beforeAll(async () => {
    expect(await buildWifi(loadSources())).toBe(true);
  }, 300_000);

  it("is whole, says that it has Wi-Fi, and names the prelude that it is built with", () => {
    const head = readFirmware(new Uint8Array(readFileSync(wifiFirmware())), "wifi.bin");
    expect(head).toMatchObject({ wifi: true, prelude: prelude.buildId });
  });

  it("is within the bars: flash, arenas, and a heap for the SDK", () => {
    const { flash, iram, arenas, heap, ownRam } = wifiSizes();
    expect(flash).toBeLessThanOrEqual(460 << 10);
    expect(iram).toBeLessThanOrEqual(Place.LOADER_IRAM - Place.IRAM);
    expect(arenas).toBeGreaterThanOrEqual(36 << 10);
    expect(heap).toBeGreaterThanOrEqual(10 << 10);
    expect(ownRam).toBeGreaterThan(4000);
    expect(ownRam).toBeLessThan(9 << 10);
  });

  it("begins in RAM, and has in RAM what runs while flash is busy", () => {
    const { entry, sections } = readElf(new Uint8Array(readFileSync(wifiElf())), "wifi.elf");
    expect(sections.map(({ name }) => name)).toEqual([".head", ".irom0.text", ".text", ".data", ".rodata"]);
    const symbols = new Map(
      execFileSync("xtensa-lx106-elf-nm", [wifiElf()], { encoding: "utf8" })
        .split("\n")
        .map((line) => line.split(" "))
        .map(([address, , name]) => [name, Number.parseInt(address!, 16)] as const),
    );
    expect(entry).toBe(symbols.get("call_user_start"));
    for (const name of ["call_user_start", "on_uart", "uart_receive", "memcpy", "memmove", "memset"]) {
      expect(symbols.get(name), name).toBeGreaterThanOrEqual(Place.IRAM);
      expect(symbols.get(name), name).toBeLessThan(Place.LOADER_IRAM);
    }
    for (const name of ["np_run", "np_board_step", "np_network_step", "np_prelude", "user_init"])
      expect(symbols.get(name), name).toBeGreaterThan(Place.IROM + Place.FIRMWARE_AT);
  });
});
