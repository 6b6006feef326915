/** Which board a command speaks to: the flag says it before the environment, and that before nanopy.toml. */
import { type Address, parseAddress } from "./address.js";
import { ConfigError } from "./error.js";
import { type Config, configName, findConfig, othersOf, readConfig } from "./file.js";

export interface BoardChoice {
  readonly address: Address;
  /** The name that it was chosen by; undefined for a plain address. */
  readonly name: string | undefined;
  /** Problems of the configuration file that stop nothing. */
  readonly warnings: readonly string[];
}

export interface BoardSources {
  /** The value of `--board`. */
  readonly flag?: string | undefined;
  /** What the flag is called, for messages; `--board` by default. */
  readonly flagName?: string;
  /** The environment: NANOPY_BOARD is a board, NANOPY_CONFIG the configuration file. Empty values count as none. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working directory: the configuration file is looked for there and above. */
  readonly folder: string;
}

/** The configuration that holds: NANOPY_CONFIG's, or the nearest one. Undefined where there is none. */
export function loadConfig({ env, folder }: BoardSources): Config | undefined {
  const path = env.NANOPY_CONFIG || findConfig(folder);
  return path === undefined ? undefined : readConfig(path);
}

/**
 * Chooses the board. A plain address needs no file, and a broken file does not hinder it.
 * @throws ConfigError where nothing names a board, or a name is not known
 */
export function chooseBoard(sources: BoardSources): BoardChoice {
  const { flag, env } = sources;
  const said =
    flag !== undefined
      ? { text: flag, by: sources.flagName ?? "--board" }
      : env.NANOPY_BOARD
        ? { text: env.NANOPY_BOARD, by: "NANOPY_BOARD" }
        : null;
  if (said) {
    const parsed = parse(said.text, said.by);
    if (parsed.kind !== "name") return { address: parsed, name: undefined, warnings: [] };
    return byName(parsed.name, said.by, loadConfig(sources));
  }
  const config = loadConfig(sources);
  if (config?.defaultBoard === undefined) {
    const file = config ? `[defaults] board = "NAME" in ${config.path}` : `a default in ${configName}`;
    // A key that means nothing ([default] for [defaults]) may be why.
    const oddities = config?.warnings.map((warning) => ` (${warning})`).join("") ?? "";
    throw new ConfigError(
      `which board? --board tcp:HOST:PORT or serial:PATH says it, or NANOPY_BOARD, or ${file}; nanopy devices lists those in reach${oddities}`,
    );
  }
  const parsed = parseAddress(config.defaultBoard);
  if (parsed.kind !== "name") return { address: parsed, name: undefined, warnings: config.warnings };
  return byName(parsed.name, config.path, config);
}

function parse(text: string, by: string): ReturnType<typeof parseAddress> {
  try {
    return parseAddress(text);
  } catch (error) {
    throw error instanceof ConfigError ? new ConfigError(`${by}: ${error.message}`) : error;
  }
}

function byName(name: string, by: string, config: Config | undefined): BoardChoice {
  const address = config?.boards.get(name);
  if (config && address) return { address, name, warnings: config.warnings };
  const problem = config?.broken.get(name);
  if (problem !== undefined) throw new ConfigError(problem);
  const where = config
    ? `${config.path} has no [boards.${name}]${othersOf([...config.boards.keys()])}`
    : `there is no ${configName} that could say where '${name}' is`;
  throw new ConfigError(`${by}: ${where}`);
}
