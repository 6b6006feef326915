/** Something that people configured can't be used: the message says where it stands and what to write. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
