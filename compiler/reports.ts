/** Whether a program has exceptions written into texts, its own or those of logs, or only to stderr: what goes there is a report, and the host knows its lines. */
import type { Call, Node } from "./ast.js";
import type { Fact } from "./linked.js";
import { nameOf } from "./names.js";

/** Library code asks for it, and for those of logs: `if _seen("exceptions as texts"):`. */
const asTexts: Fact = "exceptions as texts";

/** What writes to stderr if nothing else is said, and with how many arguments it does. */
const REPORTS: ReadonlyMap<string, readonly number[]> = new Map([
  ["print_exc", [0]],
  ["print_exception", [1, 3]],
]);

function isReport({ func, args, keywords }: Call): boolean {
  const counts = REPORTS.get(nameOf(func) ?? "");
  // `*sys.exc_info()` is three.
  return (
    counts?.includes(args.length) === true && keywords.length === 0 && (args.length <= 1 || args.every(({ kind }) => kind !== "Starred"))
  );
}

/** `reports`: callees of calls that report, which are met before those themselves. */
export function* factsOfReports(node: Node, reports: Set<Node>, isLibrary: boolean): Generator<Fact> {
  if (!isLibrary) yield* factsOfLogs(node);
  if (node.kind === "Call" && isReport(node)) reports.add(node.func);
  else if (node.kind === "ImportFrom") {
    if (node.names.some(({ name, asname }) => REPORTS.has(name) && asname !== null && asname !== name)) yield asTexts;
  } else if (REPORTS.has(nameOf(node) ?? "") && !reports.has(node)) yield asTexts;
}

/** What logs exceptions, and what handlers of logs there are beside the one for stderr. */
function* factsOfLogs(node: Node): Generator<Fact> {
  if (node.kind === "Attribute" && node.attr === "exception") yield "exceptions logged";
  else if (node.kind === "ClassDef" && node.bases.some((base) => /Handler$/.test(nameOf(base) ?? ""))) yield "logs as texts";
  else if (node.kind === "Call") {
    const names = node.keywords.map(({ arg }) => arg);
    if (names.includes("exc_info") || names.includes(null)) yield "exceptions logged";
    if (names.includes("stream") || names.includes(null) || (nameOf(node.func) === "StreamHandler" && node.args.length > 0))
      yield "logs as texts";
  }
}
