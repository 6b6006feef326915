/** The tables of docs/boards.md, made anew: `npm run bench -- --boards`. */

import { hasLx106Board, WatchedBoard } from "../../test/support/lx106-board.js";
import { flashMs, TimedBoard } from "../../test/support/timed-board.js";
import { measureMany } from "./many.js";
import { measureMove, measureProcessor } from "./migration.js";
import { measureCollection, measurePeriod } from "./period.js";
import { mixed, neighbours } from "./programs.js";
import { lifeYears, measureRoom, swapFlashMs } from "./room.js";
import { measureStopped } from "./stopped.js";
import { measureUpload, measureUploadWork } from "./upload.js";

const megahertz = 80;
const chipMs = (instructions: number): number => instructions / (megahertz * 1000);
const say = (line = ""): void => void process.stderr.write(`${line}\n`);
const table = (head: string[], rows: (string | number)[][]): void => {
  say(`| ${head.join(" | ")} |`);
  say(`|${head.map(() => "---").join("|")}|`);
  for (const row of rows) say(`| ${row.map((cell) => (typeof cell === "number" ? number(cell) : cell)).join(" | ")} |`);
  say();
};
const number = (value: number): string =>
  Number.isInteger(value) || value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);

async function room(): Promise<object[]> {
  const figures = [];
  for (const bytes of [512, 1024, 2048, 4096]) figures.push(await measureRoom(bytes));
  table(
    [
      "state",
      "record",
      "fit in RAM",
      "fit swapped",
      "out, instructions",
      "in, instructions",
      "out, ms: chip + flash",
      "in, ms",
      "years: 200 once a minute",
      "once an hour",
    ],
    figures.map((f) => [
      f.stateBytes,
      f.recordBytes,
      f.inRam,
      f.swapped,
      f.out,
      f.in,
      `${number(chipMs(f.out))} + ${number(swapFlashMs(f.flash))}`,
      chipMs(f.in),
      lifeYears(f.recordBytes, 200, 60),
      lifeYears(f.recordBytes, 200, 1),
    ]),
  );
  return figures;
}

async function moves(): Promise<object[]> {
  const figures = [];
  for (const kilobytes of [1, 4, 8, 16]) figures.push(await measureMove(kilobytes << 10));
  table(
    [
      "live",
      "record",
      "collect",
      "write out",
      "all of storing",
      "check and take up",
      "all of bringing in",
      "chip, ms",
      "flash, ms",
      "bytes on the source's link",
      "on the target's",
    ],
    figures.map((f) => [
      f.liveBytes,
      f.recordBytes,
      f.size,
      f.stream,
      f.store,
      f.load,
      f.bringIn,
      chipMs(f.store + f.bringIn),
      flashMs(f.flash),
      f.sourceLinkBytes,
      f.targetLinkBytes,
    ]),
  );
  const { size, stream, load, recordBytes } = await measureProcessor(mixed(), 20 << 10);
  say(`objects, floats, text and a dictionary, ${recordBytes} bytes: ${size} + ${stream} + ${load} = ${size + stream + load} instructions`);
  return [...figures, { mixed: { size, stream, load, recordBytes } }];
}

async function periods(): Promise<object> {
  const figures = [];
  for (const neighbour of Object.keys(neighbours)) figures.push(await measurePeriod(neighbour, 200));
  table(
    ["neighbour", "longest slice", "longest collection", "worst lateness", "ms at 80 MHz"],
    figures.map((f) => [f.neighbour, f.longestSlice, f.longestCollection, f.late, chipMs(f.late)]),
  );
  const collection = await measureCollection(36 << 10);
  say(`longest collection with 36 KB alive: ${collection} instructions, ${number(chipMs(collection))} ms`);
  return { figures, collection };
}

async function many(): Promise<object> {
  const options = { count: 200, longSleep: 20, shortSleep: 1 };
  const watched = new WatchedBoard();
  const chip = await watched.connect();
  const lx106 = await measureMany({ board: chip, until: (promise) => promise }, options);
  await chip.close();
  const { stack, faults } = await watched.close();
  const timed = new TimedBoard();
  const board = await timed.connect();
  const wasm = await measureMany(
    { board, until: (promise) => timed.clock.until(promise, 7_200_000) },
    { ...options, longSleep: 3600, shortSleep: 60 },
  );
  table(
    ["home", "functions", "RAM each, bytes", "in RAM", "swaps out", "swaps in", "wrong outputs"],
    Object.entries({ lx106, wasm }).map(([name, f]) => [name, f.count, f.bytesEach, f.resident, f.swapsOut, f.swapsIn, f.wrong.length]),
  );
  say(`C stack on lx106: ${stack} bytes; accesses that the chip would fault: ${faults.length}`);
  return { lx106, wasm, stack };
}

async function lines(): Promise<object> {
  const work = hasLx106Board() ? await measureUploadWork(16 << 10) : { perByte: 0, end: 0 };
  const lastMs = chipMs(work.end);
  say(`an upload takes ${number(work.perByte)} lx106 instructions a byte, and ${work.end} for END: ${number(lastMs)} ms`);
  const uploads = [
    { name: "115200, sectors blank", ...(await measureUpload(16 << 10, 115_200, { lastMs })) },
    { name: "115200, all sectors to be erased first", ...(await measureUpload(16 << 10, 115_200, { erasesFirst: true, lastMs })) },
    { name: "921600, sectors blank", ...(await measureUpload(16 << 10, 921_600, { lastMs })) },
  ];
  table(
    ["line and flash", "bytes", "ms", "share of the line"],
    uploads.map((f) => [f.name, f.bytes, f.ms, f.share]),
  );
  const stopped = (await measureStopped(20)).sort((a, b) => a - b);
  say(`8 KB alive, 20 moves between native boards: ${number(stopped[10]!)} ms in the middle, ${number(stopped.at(-1)!)} ms at worst`);
  return { work, uploads, stopped };
}

/** Measures all that can be measured here, writes the tables to stderr, and returns the figures. */
export async function reportBoards(): Promise<object> {
  if (!hasLx106Board()) {
    say("lx106 is left out: its tools are missing");
    return { lines: await lines() };
  }
  return { many: await many(), room: await room(), moves: await moves(), periods: await periods(), lines: await lines() };
}
