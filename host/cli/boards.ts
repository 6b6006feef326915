/** What the verbs for boards share: choosing one, talking to it, and saying what went wrong. */
import { basename } from "node:path";
import { Option } from "commander";
import { Board, type ConnectOptions } from "../board/board.js";
import { formatAddress } from "../config/address.js";
import { chooseBoard } from "../config/board.js";
import { BoardError } from "../link/requests.js";
import { CliError, ExitCode } from "./exit-codes.js";

export interface BoardOptions {
  board?: string;
  json?: boolean;
}

export const boardOption = (): Option =>
  new Option("--board <board>", "its address (tcp:HOST:PORT, serial:PATH) or name (default: NANOPY_BOARD, or nanopy.toml's)");

export const jsonOption = (): Option => new Option("--json", "print JSON");

/** What to do about a refusal, by its name in errors.def. */
const hints: Record<string, string> = {
  BOARD_NO_FUNCTION: "nanopy ps shows those there are",
  BOARD_FULL: "nanopy top shows who has it; a smaller --heap may do",
  BOARD_PRELUDE: "another version of nanopy compiled it: the prelude of that version is on no board here and in no .npi file beside it",
  BOARD_BUSY: "try again in a moment",
  UPDATE_NOT_HERE: "nanopy flash writes it over a serial port",
  UPDATE_VERSIONS: "--force installs it all the same: these functions then have to be deployed again",
  BOARD_FUNCTION_FAILED: "nanopy logs NAME shows it",
  BOARD_SAFE_MODE: "nanopy info says what to do",
  BOARD_NAME_TAKEN: "--name gives another one, nanopy rm removes the old one",
  STORE_FULL: "nanopy df shows what is used",
};

/** What to do about a function that stands still, or half arrived, because a move was interrupted. */
export const standsHint = (name: string, address: string): string =>
  `run the same nanopy migrate again to finish its move, or nanopy resume ${name} --board ${address} to go on there`;

/** A function in the midst of a move does not let itself be changed: what to do about that. Undefined where it is not. */
async function moveHint(name: string, board: Board): Promise<string | undefined> {
  const state = (await board.find(name).catch(() => undefined))?.state;
  if (state === "prepared") return `it stands still in the midst of a move: ${standsHint(name, board.address)}`;
  if (state !== "incoming") return undefined;
  return "it is in the midst of a move to this board: run the same nanopy migrate again to finish it";
}

/** A refusal of a board, as a line for people: what, where, why, what to do. */
export function refusal(what: string, where: string, error: BoardError, hint = hints[error.code]): CliError {
  return new CliError(`${what}: ${where}: ${error.message}${hint ? `; ${hint}` : ""}`, ExitCode.refused);
}

/** The address of the board that a flag (`--board`, or `flagName`) names, or the environment, or nanopy.toml. Warnings of the file go to stderr. */
export function boardAddress(flag: string | undefined, flagName = "--board"): string {
  const { address, warnings } = chooseBoard({ flag, flagName, env: process.env, folder: process.cwd() });
  for (const warning of warnings) process.stderr.write(`nanopy: ${warning}\n`);
  return formatAddress(address);
}

/** How long verbs that go on until Ctrl-C try to reach a board again, s. */
const patienceSeconds = 30;

/** For verbs that go on until Ctrl-C: silence must not look like a board that has nothing to say. */
function telling(address: string): ConnectOptions {
  const say = (line: string): void => void process.stderr.write(`nanopy: connection to ${address} ${line}\n`);
  return {
    patience: patienceSeconds * 1000,
    onLost: () => say(`lost, trying again for ${patienceSeconds} s`),
    onBack: () => say("is back"),
  };
}

/** NANOPY_WAIT: for boards that sleep deeply, and answer only when they are awake. */
function waiting(): ConnectOptions {
  const text = process.env.NANOPY_WAIT;
  if (!text) return {};
  const seconds = /^\d{1,6}(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds <= 0) throw new CliError(`NANOPY_WAIT is a number of seconds, not ${JSON.stringify(text)}`);
  return { wait: seconds * 1000 };
}

/**
 * Connects to the board, does the work and says goodbye. `what` says for messages what was to be done: `deploy level`. `lasting`: it goes on until Ctrl-C,
 * and says when the connection is lost.
 */
export async function withBoard<T>(
  what: string,
  flag: string | undefined,
  work: (board: Board) => Promise<T>,
  { lasting = false }: { lasting?: boolean } = {},
): Promise<T> {
  const address = boardAddress(flag);
  const board = await Board.connect(address, { ...(lasting ? telling(address) : {}), ...waiting() });
  try {
    return await work(board);
  } catch (error) {
    if (!(error instanceof BoardError)) throw error;
    // `what` is a verb and, mostly, a function's name, which has no spaces.
    const name = error.code === "BOARD_STATE" ? what.split(" ")[1] : undefined;
    throw refusal(what, board.address, error, name && (await moveHint(name, board)));
  } finally {
    await board.close();
  }
}

/** Prints a value as one line of JSON. Ids are hex, for they do not fit a number. */
export function printJson(value: unknown): void {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString(16).padStart(16, "0") : part));
  process.stdout.write(`${text}\n`);
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** What a function is called unless told otherwise: its file's name without the ending. */
export const nameOfFile = (path: string): string => basename(path).replace(/\.[^.]*$/, "");

/** Settled at Ctrl-C or SIGTERM, which then do not end the process by themselves. `forget` gives them back. */
export function interruption(): { readonly happened: Promise<void>; forget(): void } {
  let end: () => void = () => undefined;
  const happened = new Promise<void>((resolve) => {
    end = resolve;
  });
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, end);
  return {
    happened,
    forget() {
      for (const signal of signals) process.off(signal, end);
    },
  };
}
