/** Whether a program has exceptions written into texts, or only to stderr: what goes there is a report, and the host knows its lines. */
import type { Call, Node } from "./ast.js";
import type { Fact } from "./linked.js";

/** Library code asks for it: `if _seen("exceptions as texts"):`. */
const asTexts: Fact = "exceptions as texts";

/** What writes to stderr if nothing else is said, and with how many arguments it does. */
const REPORTS: ReadonlyMap<string, readonly number[]> = new Map([
  ["print_exc", [0]],
  ["print_exception", [1, 3]],
]);

const nameOf = (node: Node): string | null => (node.kind === "Name" ? node.id : node.kind === "Attribute" ? node.attr : null);

function isReport({ func, args, keywords }: Call): boolean {
  const counts = REPORTS.get(nameOf(func) ?? "");
  // `*sys.exc_info()` is three.
  return (
    counts?.includes(args.length) === true && keywords.length === 0 && (args.length <= 1 || args.every(({ kind }) => kind !== "Starred"))
  );
}

/** `reports`: callees of calls that report, which are met before those themselves. */
export function* factsOfReports(node: Node, reports: Set<Node>): Generator<Fact> {
  if (node.kind === "Call" && isReport(node)) reports.add(node.func);
  else if (node.kind === "ImportFrom") {
    if (node.names.some(({ name, asname }) => REPORTS.has(name) && asname !== null && asname !== name)) yield asTexts;
  } else if (REPORTS.has(nameOf(node) ?? "") && !reports.has(node)) yield asTexts;
}
