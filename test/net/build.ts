/** The C programs of this folder, with sanitizers. */
import { existsSync, mkdirSync } from "node:fs";
import { run, version } from "../../scripts/build/command.js";
import { at, built } from "../../scripts/build/paths.js";
import { loadSources } from "../../scripts/build/sources.js";

const flags = [
  ..."-std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Werror -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -ffp-contract=off".split(
    " ",
  ),
  ...["runtime-c", "runtime-c/vm", "bytecode", "build/generated"].map((folder) => `-I${at(folder)}`),
];

async function build(name: string, sources: readonly string[], ...more: string[]): Promise<string> {
  const program = built("net-tests", name);
  mkdirSync(built("net-tests"), { recursive: true });
  await run("gcc", [...flags, ...sources, "-o", program, ...more]);
  return program;
}

export const hasGcc = version("gcc") !== undefined;
export const hasLwip = hasGcc && existsSync("/usr/include/lwip/lwip/tcp.h");

export const buildStation = (): Promise<string> => build("station_test", [at("test/net/station_test.c"), at("runtime-c/net/station.c")]);

export const buildMdns = (): Promise<string> =>
  build("mdns_test", [at("test/net/mdns_test.c"), at("runtime-c/net/mdns.c"), at("runtime-c/board/bytes.c")]);

/** A whole board on lwIP. */
export function buildLwipBoard(): Promise<string> {
  const { machine, board } = loadSources();
  const net = ["station", "tcp", "mdns", "mdns_udp"].map((name) => at(`runtime-c/net/${name}.c`));
  const port = ["flash_sim", "radio_sim"].map((name) => at(`runtime-c/port/${name}.c`));
  return build(
    "lwip_board",
    [at("test/net/lwip_board.c"), ...machine, ...board, ...net, ...port],
    "-isystem",
    "/usr/include/lwip",
    "-llwip",
    "-lpthread",
  );
}
