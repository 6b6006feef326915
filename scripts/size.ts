/**
 * `npm run size [-- --board | --firmware] [--map FILE] [--json] [--record]`: text, rodata, data and bss by module, of the runner on lx106, of the board, of the
 * firmware, or of what another link map tells. With `--record` what the programs take is added to bench/history/sizes.csv, by group.
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { kinds } from "./build/link-map.js";
import { root } from "./build/paths.js";
import { coreOf, historyFile, historyHead, historyRows, type Measured, measure, measureProgram, programs, sizeRow } from "./build/sizes.js";
import { loadSources } from "./build/sources.js";

const { values } = parseArgs({
  options: {
    board: { type: "boolean" },
    firmware: { type: "boolean" },
    map: { type: "string" },
    json: { type: "boolean" },
    record: { type: "boolean" },
  },
});

function ofMap(path: string): Measured | undefined {
  if (!existsSync(path)) return undefined;
  const { machine, runner, board, port, boardPort, firmware } = loadSources();
  return measure(readFileSync(path, "utf8"), [...machine, ...runner, ...board, ...port.lx106, ...boardPort.lx106, ...firmware.chip]);
}

/** The commit on which the tree stands, and a plus where it has changes of its own. */
function commit(): string {
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const [hash, changes] = [git("rev-parse", "--short=9", "HEAD"), git("status", "--porcelain", "--untracked-files=no")];
  return changes ? `${hash}+` : hash;
}

function record(): void {
  if (!existsSync(historyFile())) writeFileSync(historyFile(), `${historyHead}\n`);
  const date = new Date().toISOString().slice(0, 10);
  for (const program of programs) {
    const measured = measureProgram(program);
    if (measured) appendFileSync(historyFile(), `${historyRows(date, commit(), program, measured).join("\n")}\n`);
  }
}

const measured = values.map ? ofMap(values.map) : measureProgram(values.firmware ? "firmware" : values.board ? "board" : "runner");
if (!measured) {
  console.error(values.map ? `nanopy: ${values.map} is no file` : "nanopy: there is no such lx106 build to measure");
  process.exit(2);
}
const { modules, groups, total } = measured;
if (values.json) {
  console.log(JSON.stringify({ modules, groups, total }, null, 2));
} else {
  const rows = Object.entries(modules).sort(([, a], [, b]) => b.text + b.rodata - a.text - a.rodata);
  const lines = [...rows, ["total", total] as const].map(([name, sizes]) =>
    sizeRow(
      name,
      kinds.map((kind) => sizes[kind]),
      40,
    ),
  );
  console.log([sizeRow("module", [...kinds], 40), ...lines].join("\n"));
  console.log(`machine and prelude: ${coreOf(measured)} bytes of text and rodata`);
}
if (values.record) record();
