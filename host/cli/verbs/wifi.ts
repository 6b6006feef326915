/** `nanopy wifi`: how a board's Wi-Fi stands, and which network it joins. */
import { type Command, Option } from "commander";
import type { Board } from "../../board/board.js";
import { mayPass, type WifiStatus } from "../../board/wifi.js";
import { BoardError } from "../../link/requests.js";
import { LinkError } from "../../link/transport.js";
import { type BoardOptions, boardOption, jsonOption, print, printJson, withBoard } from "../boards.js";
import { CliError, ExitCode } from "../exit-codes.js";
import { askSecretly } from "../secret.js";
import { duration } from "../table.js";

interface WifiOptions extends BoardOptions {
  passwordStdin?: boolean;
  open?: boolean;
  forget?: boolean;
  wait: boolean;
}

const examples = `
The password is asked for on the terminal. The board keeps it in its flash and gives it to nobody.

Examples:
  $ nanopy wifi --board serial:/dev/ttyUSB0
  $ nanopy wifi home --board serial:/dev/ttyUSB0
  $ nanopy wifi home --password-stdin < password.txt
  $ nanopy wifi --forget
`;

/** How long a board gets to join a network, and how often it is asked meanwhile. */
const patienceMs = 45_000;
const lookMs = 300;
/** Joining fails once in a while for no lasting reason. */
const mostAttempts = 3;

/** The lines that show a status to people. */
export function statusLines(status: WifiStatus): [string, string][] {
  const { network, failure, address, againInMs, port } = status;
  const again = againInMs === undefined ? "" : `; tries again in ${duration(againInMs)}`;
  const lines: [string, string][] = [
    ["network", network || "(none: nanopy wifi NAME gives one)"],
    ["state", `${status.text}${again}`],
  ];
  if (address) lines.push(["address", `${address}${port ? `, tcp:${address}:${port}` : ""}`]);
  if (address) lines.push(["net", `mask ${status.mask ?? "(none)"}, gateway ${status.gateway ?? "(none)"}`]);
  if (status.dbm !== undefined) lines.push(["signal", `${status.dbm} dBm`]);
  if (failure) {
    const code = failure.code === undefined ? "" : ` (802.11 reason ${failure.code})`;
    lines.push(["failed", `${failure.text}${code}; ${status.attempts} attempts since it was connected`]);
  }
  lines.push(["MAC", status.mac]);
  return lines;
}

async function readAll(input: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of input) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

async function passwordFor(network: string, { passwordStdin, open }: WifiOptions): Promise<string> {
  if (open) return "";
  if (passwordStdin) return (await readAll(process.stdin)).replace(/\r?\n$/, "");
  if (!process.stdin.isTTY)
    throw new CliError(
      `wifi ${network}: there is no terminal to ask for the password: --password-stdin reads it, --open is for a network without one`,
    );
  return askSecretly(process.stdin, `Password of ${network}: `);
}

/** Waits until the board has joined. Undefined where the connection to it went with its old network. */
async function outcome(board: Board): Promise<WifiStatus | undefined> {
  const until = Date.now() + patienceMs;
  try {
    for (;;) {
      const status = await board.wifi();
      const { failure } = status;
      const hopeless = failure !== undefined && (!mayPass(failure) || status.attempts >= mostAttempts);
      if (status.state === "connected" || hopeless || Date.now() > until) return status;
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
  } catch (error) {
    if (error instanceof LinkError) return undefined;
    throw error;
  }
}

/** `work`, with a refusal that names the platform where the board has no Wi-Fi. */
async function withWifi(what: string, board: Board, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BoardError) || error.code !== "WIFI_NONE") throw error;
    const { platform } = await board.info();
    throw new CliError(`${what}: ${board.address}: this board has no Wi-Fi (platform ${platform})`, ExitCode.refused);
  }
}

async function join(board: Board, network: string, password: string, options: WifiOptions): Promise<void> {
  await board.setWifi(network, password);
  const status = options.wait ? await outcome(board) : await board.wifi();
  if (options.json) printJson({ board: board.address, ...status });
  if (!status) {
    if (!options.json) print(`${network}: the board leaves the network it was reached by; nanopy devices shows where it is then`);
  } else if (status.state === "connected" || !options.wait) {
    if (options.json) return;
    const at = status.port ? `tcp:${status.address}:${status.port}` : status.address;
    print(status.address ? `${network}: connected as ${at}` : `${network}: the board will join it`);
  } else {
    const why = status.failure ? status.failure.text : `it has not joined within ${patienceMs / 1000} s`;
    throw new CliError(
      `wifi ${network}: ${board.address}: ${why}; the board goes on trying, nanopy wifi shows how it stands`,
      ExitCode.refused,
    );
  }
}

export function declareWifi(program: Command): void {
  program
    .command("wifi")
    .description("show how a board's Wi-Fi stands, or have it join a network")
    .argument("[network]", "name of the network (SSID) to join")
    .addOption(boardOption())
    .addOption(new Option("--password-stdin", "read the password from stdin").conflicts("open"))
    .addOption(new Option("--open", "the network has no password"))
    .addOption(new Option("--forget", "leave the network and forget it"))
    .addOption(new Option("--no-wait", "do not wait until it has joined"))
    .addOption(jsonOption())
    .addHelpText("after", examples)
    .action(async (network: string | undefined, options: WifiOptions) => {
      if (options.forget && network !== undefined)
        throw new CliError(`wifi ${network}: --forget takes no network: a board knows one at most`);
      if (network === undefined && (options.passwordStdin || options.open))
        throw new CliError("wifi: which network is it? nanopy wifi NAME");
      if (network !== undefined && (network === "" || Buffer.byteLength(network) > 32))
        throw new CliError(`wifi: a network's name is 1 to 32 bytes, this one ${Buffer.byteLength(network)}`);
      const password = network === undefined ? "" : await passwordFor(network, options);
      const what = network === undefined ? "wifi" : `wifi ${network}`;
      await withBoard(what, options.board, (board) =>
        withWifi(what, board, async () => {
          if (network !== undefined) {
            await join(board, network, password, options);
            return;
          }
          if (options.forget) await board.forgetWifi();
          const status = await board.wifi();
          if (options.json) printJson({ board: board.address, ...status });
          else if (options.forget) print("the board knows no network any more");
          else for (const [head, text] of statusLines(status)) print(`${head.padEnd(11)}${text}`);
        }),
      );
    });
}
