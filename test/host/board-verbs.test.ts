/** What the verbs for boards are made of. */
import { describe, expect, it } from "vitest";
import type { FunctionInfo } from "../../host/board/bodies.js";
import { nameOfFile } from "../../host/cli/boards.js";
import { limitsOf, parseSeconds } from "../../host/cli/options.js";
import { ReportReader } from "../../host/cli/program-output.js";
import { bytes, duration, percent, renderTable } from "../../host/cli/table.js";
import { changeLine } from "../../host/cli/verbs/logs.js";

describe("tables", () => {
  it("have columns as wide as need be, numbers at the right, and no blanks at the ends of lines", () => {
    const rows = [
      ["a", "12", "x"],
      ["longer", "3", ""],
    ];
    expect(renderTable(["NAME", "N", "REST"], rows, ["N"])).toBe("NAME     N  REST\na       12  x\nlonger   3\n");
    expect(renderTable(["NAME", "N"], [])).toBe("NAME  N\n");
  });

  it.each([
    [0, "0 B"],
    [9999, "9999 B"],
    [10_000, "9.8 KB"],
    [40_960, "40.0 KB"],
    [1_572_864, "1536 KB"],
  ])("%d bytes are %s", (count, text) => expect(bytes(count)).toBe(text));

  it.each([
    [0, "0 ms"],
    [999, "999 ms"],
    [1000, "1 s"],
    [119_000, "119 s"],
    [120_000, "2 min"],
    [7_200_000, "2 h"],
    [172_800_000, "2 d"],
  ])("%d ms are %s", (ms, text) => expect(duration(ms)).toBe(text));

  it("percentages are never too high", () => {
    expect([percent(0, 0), percent(999, 1000), percent(1000, 1000)]).toEqual(["100%", "99%", "100%"]);
  });
});

describe("what becomes of a function that is followed", () => {
  const version = (version: number) => ({ name: "rd", version }) as FunctionInfo;

  it.each([
    ["replaced", version(2), "rd was replaced by version 2"],
    ["replaced", version(1), "rd began anew"],
    ["gone", undefined, "rd is not on this board any more; waiting for one of this name"],
    ["ended", version(1), "rd ended; waiting for it to be deployed again"],
    ["failed", version(1), "rd failed; waiting for it to be deployed again"],
  ] as const)("%s", (change, info, line) => expect(changeLine(version(1), change, info)).toBe(line));
});

describe("reports of exceptions", () => {
  const report = "F 1 40 3 1\nE ValueError: a\\nb\nR 2\nF 1 40 7 1\nE KeyError: 'x'\n";
  const traceback =
    'Traceback (most recent call last):\n  File "<no debug file>", function at word 40, instruction 3\nValueError: a\nb\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "<no debug file>", function at word 40, instruction 7\nKeyError: \'x\'\n';

  it.each([1, 2, 5, 17, 1000])("are put together from pieces of %d bytes", (size) => {
    const reader = new ReportReader(undefined);
    const all = Buffer.from(report);
    let text = "";
    for (let at = 0; at < all.length; at += size) text += reader.push(all.subarray(at, at + size));
    expect(text).toBe(traceback);
  });

  it("are shown as soon as an exception is whole", () => {
    const reader = new ReportReader(undefined);
    expect(reader.push(Buffer.from("F 1 40 3 1\nE Val"))).toBe("");
    expect(reader.push(Buffer.from("ueError\nR 2\n"))).toMatch(/ValueError\n$/);
  });
});

describe("limits", () => {
  it("are seconds for people and milliseconds for boards; those that are not given are left out", () => {
    expect(limitsOf({ timeout: 0.25, checkpoint: 60, maxInstructions: 7 })).toEqual({
      timeout: 250,
      checkpoint: 60_000,
      totalInstructions: 7,
    });
    expect(limitsOf({ heap: 4096, invocationInstructions: 5 })).toEqual({ heap: 4096, invocationInstructions: 5 });
  });

  it.each(["", "0", "-1", "1e3", "0.0001", "4000001", "2s", ".5"])("a time is not %j", (text) =>
    expect(() => parseSeconds(text)).toThrow("time in seconds"),
  );
});

it.each([
  ["thermostat.py", "thermostat"],
  ["a/b.c/level.v2.npi", "level.v2"],
  ["plain", "plain"],
])("%s is called %s", (path, name) => expect(nameOfFile(path)).toBe(name));
