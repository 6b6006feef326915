/** `nanopy.toml`: finding it, reading it, and saying what is wrong with it. By zod's small build: with the whole one the command is 670 KB larger. */
import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse, TomlError } from "smol-toml";
import * as z from "zod/mini";
import { type Address, addressForms, boardName, formatAddress, parseAddress } from "./address.js";
import { ConfigError } from "./error.js";

export const configName = "nanopy.toml";

export interface Config {
  /** Where the file is; it is named in messages. */
  readonly path: string;
  readonly boards: ReadonlyMap<string, Address>;
  /** Boards that can't be used as they stand there, each with a message for people. */
  readonly broken: ReadonlyMap<string, string>;
  /** `[defaults] board`: a board's name or an address. */
  readonly defaultBoard: string | undefined;
  /** `[build] library`: folders of modules that programs share, as absolute paths. */
  readonly libraries: readonly string[];
  /** Keys that mean nothing, each as a message for people. */
  readonly warnings: readonly string[];
}

/** The nearest `nanopy.toml` in a folder or those above it; undefined where there is none. */
export function findConfig(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, configName);
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
    if (dirname(at) === at) return undefined;
  }
}

/** @throws ConfigError where the file can't be read or says what it can't mean */
export function readConfig(path: string): Config {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError(`cannot read ${path}: ${code === "ENOENT" ? "no such file" : code === "EACCES" ? "permission denied" : message}`);
  }
  return parseConfig(path, text);
}

const toAddress = z.transform((text: string, context): Address => {
  let problem = `write "tcp:HOST:PORT" or "serial:PATH", not ${JSON.stringify(text)}`;
  try {
    const parsed = parseAddress(text);
    if (parsed.kind !== "name") return parsed;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problem = error.message;
  }
  context.issues.push({ code: "custom", message: problem, input: text });
  return z.NEVER;
});

const board = z.strictObject({ address: z.pipe(z.string(), toAddress) });

const file = z.strictObject({
  boards: z.optional(z.record(z.string().check(z.regex(boardName)), board)),
  defaults: z.optional(z.strictObject({ board: z.optional(z.string()) })),
  build: z.optional(z.strictObject({ library: z.optional(z.array(z.string())) })),
});

/** What to write for a key that has the wrong type, or is not there. */
function whatToWrite(path: readonly PropertyKey[]): string {
  const [first, , third] = path;
  if (first === "boards" && third === "address") return 'address = "tcp:HOST:PORT" or "serial:PATH"';
  if (first === "boards" && path.length === 2) return `a table [boards.${String(path[1])}] with address = "tcp:HOST:PORT" or "serial:PATH"`;
  if (first === "boards") return 'a table for each board: [boards.NAME] with address = "tcp:HOST:PORT" or "serial:PATH"';
  if (first === "build") return path.length > 1 ? 'library = ["lib"], folders of modules' : 'a table [build] with library = ["lib"]';
  if (first === "defaults" && path.length === 2) return 'board = "NAME"';
  return 'a table [defaults] with board = "NAME"';
}

/** `boards.attic.address`, as TOML writes it. */
const keyOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (/^[A-Za-z0-9_-]+$/.test(String(part)) ? String(part) : JSON.stringify(part))).join(".");

/** What may stand in the table at a path. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  if (path.length === 0) return Object.keys(file.shape);
  return path[0] === "boards" ? Object.keys(board.shape) : path[0] === "build" ? ["library"] : ["board"];
}

/** Reads the text of a configuration; `path` is for the messages. */
export function parseConfig(path: string, text: string): Config {
  let content: Record<string, unknown>;
  try {
    content = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
    throw new ConfigError(`${path}:${error.line}:${error.column}: this is no TOML: ${reason}`);
  }
  const warnings: string[] = [];
  let result = file.safeParse(content, { reportInput: true });
  const unknown = result.error?.issues.filter((issue) => issue.code === "unrecognized_keys") ?? [];
  for (const { path: at, keys } of unknown) {
    const table = at.reduce<Record<string, unknown>>((outer, key) => outer[String(key)] as Record<string, unknown>, content);
    for (const key of keys) {
      const place = at.length === 0 ? "at the top" : `in [${keyOf(at)}]`;
      warnings.push(`${path}: '${keyOf([...at, key])}' means nothing here; ${place} there may be: ${knownKeys(at).join(", ")}`);
      delete table[key];
    }
  }
  if (unknown.length > 0) result = file.safeParse(content, { reportInput: true });
  const broken = new Map<string, string>();
  for (const issue of result.error?.issues ?? []) {
    // One board that is wrong hinders nobody who wants another one.
    const [first, name] = issue.path;
    if (first !== "boards" || name === undefined) continue;
    broken.set(String(name), `${path}: ${problemOf(issue)}`);
    delete (content.boards as Record<string, unknown>)[String(name)];
  }
  if (broken.size > 0) result = file.safeParse(content, { reportInput: true });
  if (!result.success) throw new ConfigError(result.error.issues.map((issue) => `${path}: ${problemOf(issue)}`).join("\n"));
  const { boards = {}, defaults, build } = result.data;
  const libraries = (build?.library ?? []).map((folder) => resolve(dirname(path), folder));
  const addresses = new Map(Object.entries(boards).map(([name, entry]) => [name, located(path, entry.address)]));
  const names = [...addresses.keys(), ...broken.keys()];
  return { path, boards: addresses, broken, defaultBoard: checkedDefault(path, defaults?.board, names), libraries, warnings };
}

/** The path of a serial port is meant from the file's folder; Windows' ports have names. */
function located(path: string, address: Address): Address {
  if (address.kind !== "serial" || /^COM\d+$/i.test(address.path)) return address;
  return { ...address, path: resolve(dirname(path), address.path) };
}

function problemOf(issue: z.core.$ZodIssue): string {
  const key = keyOf(issue.path);
  if (issue.code === "custom") return `${key}: ${issue.message}`;
  if (issue.code === "invalid_key")
    return `${key}: a board's name has letters, digits, '_', '-' and '.', and begins with a letter, a digit or '_'`;
  const isMissing = issue.code === "invalid_type" && issue.input === undefined;
  return `${key}: ${isMissing ? "is missing: " : ""}write ${whatToWrite(issue.path)}`;
}

function checkedDefault(path: string, name: string | undefined, boards: readonly string[]): string | undefined {
  if (name === undefined) return undefined;
  const key = `${path}: defaults.board`;
  try {
    const parsed = parseAddress(name);
    if (parsed.kind !== "name") return formatAddress(located(path, parsed));
    if (boards.includes(parsed.name)) return name;
  } catch (error) {
    throw new ConfigError(`${key}: ${(error as Error).message}`);
  }
  throw new ConfigError(`${key}: there is no [boards.${name}]${othersOf(boards)}: add it, or write ${addressForms}`);
}

/** The names that there are, for messages. */
export const othersOf = (boards: readonly string[]): string => (boards.length === 0 ? "" : `, only ${boards.join(", ")}`);
