/**
 * `__import__(name)`: the program is whole when it is compiled, so a name can only mean a module that its text names. A module that calls `__import__`
 * gets a function of that name, which imports the modules that are there of those that texts in it name; any other name is none when it runs.
 */
import type { Call, Expression, Module, Node } from "./ast.js";
import type { DiagnosticCollector } from "./diagnostics.js";
import { walk } from "./lower/walk.js";
import { namesBoundIn } from "./names.js";
import { parseModule } from "./parser/parse.js";
import { SourceFile } from "./source.js";

const NAME = "__import__";
const DOTTED = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/**
 * The module with that function, if it calls one that it does not bind and names a module that is there. `exists` is told a dotted name, and whether it is
 * relative to the package.
 */
export function placeImports(
  module: Module,
  source: SourceFile,
  collector: DiagnosticCollector,
  exists: (name: string, isRelative: boolean) => boolean,
): Module {
  if (!source.text.includes(NAME)) return module;
  const nodes = [...walk(module)];
  const calls = nodes.filter(isImport);
  if (calls.length === 0 || namesBoundIn(module).has(NAME)) return module;
  const names = [
    ...new Set(calls.every(isLiteral) ? calls.map((call) => textOf(call.args[0]!)!) : nodes.flatMap((node) => textOf(node) ?? [])),
  ];
  const modules = names.filter((name) => DOTTED.test(name));
  const absolute = modules.filter((name) => exists(name, false));
  const relative = calls.some(takesLevel) ? modules.filter((name) => exists(name, true)) : [];
  if (absolute.length + relative.length === 0) return module;
  const made = parseModule(new SourceFile("<string>", functionText(absolute, relative)), collector).body;
  for (const statement of made) for (const node of walk(statement)) (node as { span: Node["span"] }).span = calls[0]!.span;
  const first = module.body.findIndex((statement, index) => !isHeader(statement, index));
  return { ...module, body: [...module.body.slice(0, first), ...made, ...module.body.slice(first)] };
}

const isImport = (node: Node): node is Call =>
  node.kind === "Call" && node.func.kind === "Name" && node.func.id === NAME && node.args.length > 0;

const isLiteral = (call: Call): boolean => textOf(call.args[0]!) !== null;

const textOf = (node: Node): string | null => (node.kind === "Constant" && node.value.type === "str" ? node.value.value : null);

const takesLevel = ({ args, keywords }: Call): boolean =>
  args.length > 4 ||
  [...args, ...keywords].some((argument) => argument.kind === "Starred" || (argument.kind === "keyword" && argument.arg !== "name"));

/** What has to stay before any other statement: the docstring, and imports from `__future__`. */
const isHeader = (statement: Node, index: number): boolean =>
  (statement.kind === "ImportFrom" && statement.module === "__future__") ||
  (index === 0 && statement.kind === "Expr" && textOf(statement.value as Expression) !== null);

function functionText(absolute: readonly string[], relative: readonly string[]): string {
  const lines = [`def ${NAME}(name, globals=None, locals=None, fromlist=(), level=0):`];
  const first = (name: string) => name.split(".", 1)[0]!;
  for (const name of relative) {
    const [last, ...around] = name.split(".").reverse();
    lines.push(`    if level and name == ${JSON.stringify(name)}:`);
    if (around.length > 0)
      lines.push("        if not fromlist:", `            from . import ${first(name)} as found`, "            return found");
    lines.push(`        from .${around.reverse().join(".")} import ${last} as found`, "        return found");
  }
  for (const name of absolute) {
    lines.push(`    if not level and name == ${JSON.stringify(name)}:`, `        import ${name} as found`);
    if (name.includes(".")) lines.push("        if not fromlist:", `            import ${first(name)} as found`);
    lines.push("        return found");
  }
  lines.push("    package = __name__ + '.' if level else ''", `    raise ModuleNotFoundError("No module named " + repr(package + name))`);
  return `${lines.join("\n")}\n`;
}
