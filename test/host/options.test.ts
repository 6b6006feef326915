import { describe, expect, it } from "vitest";
import { parseCount, parseSize } from "../../host/cli/options.js";

describe("sizes", () => {
  it.each([
    ["4096", 4096],
    ["32K", 32768],
    ["1m", 1048576],
    ["1024M", 1 << 30],
  ])("reads %s", (text, bytes) => expect(parseSize(text)).toBe(bytes));

  it.each(["", "0", "K", "1.5K", "-1", "1G", "1025M", "99999999999", "32 K"])("refuses %j", (text) =>
    expect(() => parseSize(text)).toThrow("number of bytes"),
  );
});

describe("counts", () => {
  it.each([
    ["1", 1],
    ["1_000_000", 1_000_000],
    ["9007199254740991", Number.MAX_SAFE_INTEGER],
  ])("reads %s", (text, count) => expect(parseCount(text)).toBe(count));

  it.each(["0", "-5", "1e6", "_1", "9007199254740992"])("refuses %j", (text) =>
    expect(() => parseCount(text)).toThrow("count of instructions"),
  );
});
