/**
 * Programs that execute texts: what of their literals is code, as modules of the library that a table names. `_texts` has `find(text, mode)`, which
 * gives the function that a text is (code-objects.ts), raises what is wrong with it, or gives None: such a text is none of the program's. The modules
 * `_text_0`, `_text_1`, … are the texts themselves. A program that executes none has neither.
 */
import type { Call, Module } from "./ast.js";
import { isBuiltin as isUnbound } from "./check.js";
import { CodeFlow } from "./code-flow.js";
import { asUnit, type KnownNames, NotInFunction } from "./code-names.js";
import { namesIn, unitName } from "./code-objects.js";
import { DiagnosticCollector } from "./diagnostics.js";
import type { LibraryTexts } from "./library.js";
import { codeCalls, noExpression, onlyExpression, type Refused, RUNNERS, readText } from "./literal-code.js";
import type { ModuleState } from "./lower/state.js";
import { walk } from "./lower/walk.js";
import type { Scopes } from "./scope.js";
import { analyzeScopes } from "./scopes.js";
import type { SourceFile } from "./source.js";
import { visitExpressions } from "./visit.js";

export const tableModule = "_texts";

/** A text that is code: its module's tree, and what it is for `exec` and for `eval`. */
export interface CodeText {
  readonly module: string;
  readonly source: SourceFile;
  readonly tree: Module;
  /** Names that it may bind in the globals. */
  readonly binds: ReadonlySet<string>;
  /** Names that it reads or binds there. */
  readonly asks: ReadonlySet<string>;
}

export interface CodeTexts {
  /** The library with the table. */
  readonly library: LibraryTexts;
  readonly texts: ReadonlyMap<string, CodeText>;
  /** The modules in whose names they are executed. */
  readonly users: ReadonlySet<ModuleState>;
}

/** What one text is: code, for `exec` alone or for `eval` too, or a mistake. */
type Entry =
  | { readonly text: string; readonly code: CodeText; readonly isExpression: boolean }
  | { readonly text: string; readonly refused: Refused };

/** Finds the texts that the program's modules execute; null if they execute none. */
export function findCodeTexts(
  modules: readonly ModuleState[],
  library: LibraryTexts,
  isBuiltin: (name: string) => boolean,
  collector: DiagnosticCollector,
): CodeTexts | null {
  const trees = modules.map(({ tree }) => tree);
  const users = new Set<ModuleState>();
  const calls: Call[] = [];
  for (const module of modules) {
    visitExpressions(module.tree, module.scopes, (node, scope) => {
      const name = node.kind === "Call" ? node.func : node;
      if (name.kind !== "Name" || name.ctx !== "Load" || !RUNNERS.has(name.id) || !isUnbound(name.id, scope)) return;
      users.add(module);
      if (node.kind === "Call") calls.push(node);
    });
  }
  if (users.size === 0) return null;
  const flow = new CodeFlow();
  flow.add(modules, calls);
  const texts = new Texts();
  const inner: Module[] = [];
  for (let before = -1; before < texts.count; ) {
    before = texts.count;
    const found = flow.all().filter((text) => !texts.has(text));
    const more = found.map((text) => texts.read(text)).filter((text) => "tree" in text);
    inner.push(...more.map(({ tree }) => tree));
    flow.add(
      more,
      more.flatMap(({ tree }) => [...codeCalls(tree, RUNNERS)].map(({ node }) => node)),
    );
  }
  report(flow, modules, collector);
  const hidden = namesMeant([...trees, ...inner]);
  // Builtins given by the program, and mappings of its own, know any name.
  const hidesAny = ["__builtins__", "__getitem__", "__missing__"].some((name) => hidden.has(name));
  const known: KnownNames = { isBuiltin, isHidden: (name) => hidesAny || hidden.has(name) };
  const makers = new Maker(texts, known, hidden.has("single"));
  const entries = flow.all().flatMap((text) => makers.entries(text));
  return { library: { ...library, [tableModule]: tableOf(entries), ...makers.sources() }, texts: makers.texts, users };
}

/** Tells of texts that are made at run time. A program that executes no others does not compile. */
function report(flow: CodeFlow, modules: readonly ModuleState[], collector: DiagnosticCollector): void {
  const message = "a text that is made while the program runs cannot be executed: it is compiled before, and no compiler is on the board";
  const hint = "literals can be, also through variables and parameters; for others put the code into functions, or parse the text yourself";
  for (const [node, tree] of flow.made) {
    const home = modules.find((module) => module.tree === tree);
    if (home) collector[flow.texts.size > 0 ? "warning" : "error"](home.source, "NP153", node.span, message, hint);
  }
}

/** Names that the program binds, stores, passes or has as texts: a builtin of such a name may be hidden where a text asks for it. */
function namesMeant(trees: readonly Module[]): Set<string> {
  const names = new Set<string>();
  for (const tree of trees) {
    for (const node of walk(tree)) {
      if (node.kind === "Name" && node.ctx !== "Load") names.add(node.id);
      else if (node.kind === "FunctionDef" || node.kind === "ClassDef") names.add(node.name);
      else if (node.kind === "Attribute" && node.ctx !== "Load") names.add(node.attr);
      else if (node.kind === "alias") names.add(node.asname ?? node.name);
      else if (node.kind === "keyword" && node.arg !== null) names.add(node.arg);
      else if (node.kind === "Constant" && node.value.type === "str") names.add(node.value.value);
      else if ((node.kind === "ExceptHandler" || node.kind === "MatchAs" || node.kind === "MatchStar") && node.name !== null)
        names.add(node.name);
    }
  }
  return names;
}

/** A text's tree and scopes. */
interface ReadCode {
  readonly tree: Module;
  readonly source: SourceFile;
  readonly scopes: Scopes;
}

/** Texts that were read, each once. */
class Texts {
  private readonly known = new Map<string, ReadCode | Refused>();

  get count(): number {
    return this.known.size;
  }

  has(text: string): boolean {
    return this.known.has(text);
  }

  read(text: string): ReadCode | Refused {
    let found = this.known.get(text);
    if (!found) {
      const read = readText(text);
      found = "message" in read ? read : { ...read, scopes: analyzeScopes(read.tree, read.source, new DiagnosticCollector()) };
      this.known.set(text, found);
    }
    return found;
  }
}

class Maker {
  readonly texts = new Map<string, CodeText>();

  constructor(
    private readonly read: Texts,
    private readonly known: KnownNames,
    private readonly shows: boolean,
  ) {}

  /** What a literal is; `eval` leaves out blanks before it, and blanks behind it mean nothing. */
  entries(text: string): Entry[] {
    const forEval = text.replace(/^[ \t]+/, "");
    return [...new Set([text, forEval])].map((each) => this.entry(each));
  }

  sources(): Record<string, string> {
    return Object.fromEntries([...this.texts.values()].map(({ module, source }) => [module, source.text]));
  }

  private entry(text: string): Entry {
    const key = trimmed(text);
    const read = this.read.read(text);
    if ("message" in read) return { text: key, refused: read };
    const { tree, source, scopes } = read;
    try {
      const unit = asUnit(tree, scopes, source.text, this.known, this.shows);
      const code: CodeText = { module: `_text_${this.texts.size}`, source, tree: unit, ...namesIn(unit) };
      this.texts.set(code.module, code);
      return { text: key, code, isExpression: onlyExpression(tree) !== null };
    } catch (error) {
      if (!(error instanceof NotInFunction)) throw error;
      return { text: key, refused: { type: "NotImplementedError", message: error.message } };
    }
  }
}

/** Without blanks at its end; `_code.py` does the same. */
const trimmed = (text: string): string => text.replace(/[ \t\n\r\f]+$/, "");

/** How many texts one function of the table looks through. */
const MOST_ENTRIES = 40;

/** The table's source. */
function tableOf(entries: readonly Entry[]): string {
  const known = [...new Map(entries.map((entry) => [entry.text, entry])).values()];
  const lines = [
    "import __main__ as main",
    "",
    "def _code_only(mode, unit):",
    "    if mode == 'eval':",
    `        raise SyntaxError("${noExpression}")`,
    "    return unit",
    "",
  ];
  const parts: string[] = [];
  for (let first = 0; first < known.length || first === 0; first += MOST_ENTRIES) {
    const part = first === 0 ? "find" : `_find_${first}`;
    const rest = first + MOST_ENTRIES < known.length ? `_find_${first + MOST_ENTRIES}(text, mode)` : "None";
    parts.push(`def ${part}(text, mode):`, ...known.slice(first, first + MOST_ENTRIES).flatMap(linesOf), `    return ${rest}`, "");
  }
  const imports = known.flatMap((entry) =>
    "code" in entry ? [`from ${entry.code.module} import ${unitName} as ${entry.code.module}_unit`] : [],
  );
  return [...imports, ...lines, ...parts].join("\n");
}

function linesOf(entry: Entry): string[] {
  const test = `    if text == ${JSON.stringify(entry.text)}:`;
  if ("refused" in entry) return [test, `        raise ${entry.refused.type}(${JSON.stringify(entry.refused.message)})`];
  const unit = `${entry.code.module}_unit`;
  return [test, `        return ${entry.isExpression ? unit : `_code_only(mode, ${unit})`}`];
}
