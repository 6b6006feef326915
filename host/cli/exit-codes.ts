/** What `nanopy` exits with; a program's own `sys.exit(n)` gives n. */
export const ExitCode = {
  ok: 0,
  uncaughtException: 1,
  /** nanopy check: there are warnings, and no errors. */
  findings: 1,
  /** A compile error, a bad option, a file or a target that can't be used. */
  usage: 2,
  quota: 3,
  /** The board does not answer, or the connection is lost. */
  unreachable: 4,
  /** The board answered with a numbered error. */
  refused: 5,
  /** nanopy flash, nanopy update: the board answers, and yet does not run the firmware. */
  notFlashed: 6,
  internal: 70,
} as const;

export const exitCodeHelp = `
Exit codes: 0 done (or suspended as asked), 1 uncaught exception (nanopy check: warnings), 2 compile error or usage,
3 a quota ran out, 4 the board can't be reached, 5 the board refused,
6 the board does not run the firmware that was to be put on it, 70 an error of nanopy itself; sys.exit(n) gives n.`;

/** A refusal with a message for the user, and what to exit with. */
export class CliError extends Error {
  constructor(
    message: string,
    readonly exitCode: number = ExitCode.usage,
  ) {
    super(message);
  }
}
