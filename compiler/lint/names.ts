/** NP300 names that nothing binds, NP303 names that hide a builtin, NP305 variables that nothing reads. */
import type { Node } from "../ast.js";
import { catches } from "../catching.js";
import { moduleName } from "../literal-code.js";
import { asksForNamespace, localsName } from "../lower/bindings.js";
import type { ModuleState } from "../lower/state.js";
import { walk } from "../lower/walk.js";
import { nearNames } from "../near-names.js";
import type { Report, Surroundings } from "./lint.js";
import { walkScoped } from "./scoped.js";

/** Bound by the machine in every module, or read by tools. */
const given = new Set([
  "__name__",
  "__file__",
  "__doc__",
  "__package__",
  "__spec__",
  "__all__",
  "__annotations__",
  "__class__",
  "__builtins__",
  "__qualname__",
  "__module__",
  "__debug__",
  "reveal_type",
  "globals",
  "locals",
  moduleName,
  localsName,
]);

export function undefinedNames(module: ModuleState, report: Report, { isBuiltin }: Surroundings): void {
  if (hasUnknownStar(module)) return;
  const guarded = catching(module.tree, new Set(["NameError", "Exception", "BaseException"]));
  const told = new Set<string>();
  walkScoped(module.tree, module.scopes, (node, scope) => {
    if (node.kind !== "Name" || node.ctx === "Store" || given.has(node.id) || guarded.has(node)) return;
    for (let at: typeof scope | null = scope; at !== null; at = at.parent) {
      const symbol = at.lookup(node.id);
      if (symbol === undefined) continue;
      if (symbol.resolution !== "builtin") return;
      break;
    }
    if (module.starNames.has(node.id) || module.assigned.has(node.id) || isBuiltin(node.id)) return;
    if (told.has(node.id)) return;
    told.add(node.id);
    report("NP300", node.span, `nothing binds '${node.id}': a NameError when this runs`, nearest(node.id, module));
  });
}

/** A star import of what is left to type checkers brings nobody knows what. */
function hasUnknownStar(module: ModuleState): boolean {
  return module.tree.body.some(
    (statement) => statement.kind === "ImportFrom" && statement.names[0]?.name === "*" && !module.resolve.has(statement.module ?? ""),
  );
}

/** The nodes in the body of a `try` that catches one of these exceptions, or all. */
function catching(tree: Node, names: ReadonlySet<string>): Set<Node> {
  const found = new Set<Node>();
  for (const node of walk(tree)) {
    if (node.kind !== "Try" || !catches(node.handlers, names)) continue;
    for (const statement of node.body) for (const inner of walk(statement)) found.add(inner);
  }
  return found;
}

/** The nearest name that exists, where one is near. */
function nearest(name: string, module: ModuleState): string | undefined {
  const [best] = nearNames(name, new Set([...module.bindings.names.keys(), ...module.environment.builtinNames]));
  return best === undefined ? undefined : `did you mean '${best}'?`;
}

export function shadowedBuiltins(module: ModuleState, report: Report, { isBuiltin }: Surroundings): void {
  for (const scope of module.scopes.all()) {
    if (scope.kind === "class") continue;
    for (const symbol of scope.symbols.values()) {
      if (!symbol.isBound || symbol.declaredGlobal || symbol.declaredNonlocal || symbol.name.startsWith("_")) continue;
      if (!isBuiltin(symbol.name)) continue;
      const what = symbol.isParameter ? "the parameter" : symbol.isImported ? "the import" : "this";
      report("NP303", symbol.span, `${what} '${symbol.name}' hides the builtin of that name`, "give it another name");
    }
  }
}

export function unusedVariables(module: ModuleState, report: Report): void {
  for (const scope of module.scopes.all()) {
    if (scope.kind !== "function" || scope.node.kind !== "FunctionDef") continue;
    // locals(), and a text that is executed, may read any of them.
    if ([...walk(scope.node)].some((node) => asksForNamespace(node) !== null)) continue;
    const plain = plainTargets(scope.node.body);
    for (const symbol of scope.symbols.values()) {
      if (symbol.resolution !== "local" || !symbol.isBound || symbol.isReferenced || symbol.isParameter || symbol.isImported) continue;
      if (symbol.name.startsWith("_") || !plain.has(symbol.name)) continue;
      report("NP305", symbol.span, `'${symbol.name}' is assigned and never read`);
    }
  }
}

/** Names that whole assignments alone bind: those of loops, unpacking, `with` and `except` are often needed for their place. */
function plainTargets(body: readonly Node[]): Set<string> {
  const plain = new Set<string>();
  const other = new Set<string>();
  const ownTargets = new Set<Node>();
  for (const statement of body) {
    for (const node of walk(statement, (inner) => inner.kind !== "FunctionDef" && inner.kind !== "ClassDef" && inner.kind !== "Lambda")) {
      if (node.kind === "Assign")
        for (const target of node.targets)
          if (target.kind === "Name") {
            plain.add(target.id);
            ownTargets.add(target);
          }
      if (node.kind === "Name" && node.ctx !== "Load" && !ownTargets.has(node)) other.add(node.id);
      if (node.kind === "FunctionDef" || node.kind === "ClassDef") other.add(node.name);
      if ((node.kind === "MatchAs" || node.kind === "MatchStar") && node.name !== null) other.add(node.name);
    }
  }
  return new Set([...plain].filter((name) => !other.has(name)));
}
