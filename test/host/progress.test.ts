/** How transfers are shown on a terminal. */
import { afterEach, expect, it, vi } from "vitest";
import { bar, sendProgress } from "../../host/cli/progress.js";

const isTerminal = process.stderr.isTTY;
afterEach(() => {
  process.stderr.isTTY = isTerminal;
  vi.restoreAllMocks();
});

/** What is written to stderr while a transfer is shown. */
function shown(terminal: boolean): string {
  let text = "";
  process.stderr.isTTY = terminal;
  vi.spyOn(process.stderr, "write").mockImplementation((piece) => {
    text += piece;
    return true;
  });
  const progress = sendProgress("x.py");
  progress.end();
  progress.step("connecting");
  progress.show(512, 1024);
  progress.end();
  expect(progress.sent()).toBe(512);
  return text;
}

it("draws how much is done", () => {
  expect(bar(0, 10)).toBe(`[${"-".repeat(30)}]`);
  expect(bar(1, 3)).toBe(`[${"#".repeat(10)}${"-".repeat(20)}]`);
  expect(bar(999, 1000)).toBe(`[${"#".repeat(29)}-]`);
  expect([bar(7, 7), bar(0, 0)]).toEqual(Array(2).fill(`[${"#".repeat(30)}]`));
});

it("writes one line over and over, and takes it away", () => {
  const half = `[${"#".repeat(15)}${"-".repeat(15)}]`;
  expect(shown(true)).toBe(`\rx.py: connecting\u001b[K\rx.py: ${half} 50%, 512 of 1024 bytes\u001b[K\r\u001b[K`);
});

it("says nothing where nobody looks", () => {
  expect(shown(false)).toBe("");
});
