/** The C programs of this folder, with sanitizers. */
import { existsSync, mkdirSync } from "node:fs";
import { run, version } from "../../scripts/build/command.js";
import { nativeFlags, nativeObjects } from "../../scripts/build/native.js";
import { compile } from "../../scripts/build/objects.js";
import { at, built } from "../../scripts/build/paths.js";
import { allSources, loadSources, objectsOf } from "../../scripts/build/sources.js";

const include = ["runtime-c", "runtime-c/vm", "bytecode", "build/generated"].map((folder) => at(folder));
const flags = [
  ..."-std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Werror -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -ffp-contract=off".split(
    " ",
  ),
  ..."-isystem /usr/include/lwip".split(" "),
];

async function build(name: string, sources: string[], ...libraries: string[]): Promise<string> {
  const program = built("net-tests", name);
  mkdirSync(built("net-tests"), { recursive: true });
  const objects = await compile("gcc", { variant: name, identity: version("gcc") ?? "", include, sources, flags: () => flags });
  await run("gcc", [...flags, ...objects, "-o", program, ...libraries]);
  return program;
}

export const hasGcc = version("gcc") !== undefined;
export const hasLwip = hasGcc && existsSync("/usr/include/lwip/lwip/tcp.h");

export const buildStation = (): Promise<string> => build("station_test", [at("test/net/station_test.c"), at("runtime-c/net/station.c")]);

export const buildMdns = (): Promise<string> =>
  build("mdns_test", [at("test/net/mdns_test.c"), at("runtime-c/net/mdns.c"), at("runtime-c/board/bytes.c")]);

/** A whole board on lwIP; its machine is the sanitizers' build, which every test run has. */
export async function buildLwipBoard(): Promise<string> {
  const sources = loadSources();
  const objects = await nativeObjects(sources, "sanitize", version("gcc") ?? "");
  const shared = ["port/flash_sim", "port/radio_sim", "net/station"].map((name) => at(`runtime-c/${name}.c`));
  const parts = objectsOf(objects, allSources(sources, "native"), [...sources.machine, ...sources.board, ...shared]);
  return build(
    "lwip_board",
    [at("test/net/lwip_board.c"), ...["network", "tcp", "mdns", "mdns_udp"].map((name) => at(`runtime-c/net/${name}.c`))],
    ...parts,
    ...nativeFlags("sanitize"),
    "-llwip",
    "-lpthread",
  );
}
