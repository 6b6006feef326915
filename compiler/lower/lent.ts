/** Names that a module of the library imports and never binds itself need no globals of their own, and a module of such names alone no code. */
import type { Alias, ImportFrom, Statement } from "../ast.js";
import { boundName } from "./bindings.js";
import { imported, isStatic } from "./bound-once.js";
import { fromModuleName, staticOfGlobal, targetOf } from "./known.js";
import type { ModuleState } from "./state.js";

/** Finds these names of the library's modules. */
export function lendNames(modules: readonly ModuleState[]): void {
  for (const module of modules) {
    if (!module.isLibrary) continue;
    for (const statement of module.tree.body) {
      if (statement.kind === "ImportFrom") for (const alias of statement.names) lend(module, statement, alias);
    }
  }
}

function lend(module: ModuleState, statement: ImportFrom, alias: Alias): void {
  const bound = boundName(statement, alias);
  const from = module.resolve.get(fromModuleName(module, statement) ?? "");
  if (!from?.isLibrary || from === module || module.assigned.has(bound) || from.assigned.has(alias.name)) return;
  const [own, inner] = [module.bindings.names.get(bound), from.bindings.names.get(alias.name)];
  const [only] = inner ?? [];
  if (own?.length !== 1 || inner?.length !== 1 || only === undefined) return;
  if (only.kind !== "import" && !only.isTopLevel) return;
  if (only.kind === "import" && only.statement.kind !== "ImportFrom") return;
  module.lent.set(bound, { module: from, name: alias.name });
}

/** Tells of the modules among `running` that have no code of their own which ones importing them runs. */
export function findPassages(modules: readonly ModuleState[], running: ReadonlySet<ModuleState>): void {
  const isPassage = (module: ModuleState): boolean =>
    module.isLibrary &&
    !module.isLanguage &&
    !module.parent &&
    !module.isPackage &&
    module.tree.body.every((node) => needsNoCode(module, node));
  const passages = new Set(modules.filter((module) => running.has(module) && isPassage(module)));
  for (const module of passages) {
    const found = new Set([module]);
    for (const each of found) if (passages.has(each)) for (const inner of imported(each)) if (running.has(inner)) found.add(inner);
    module.passes = [...found].filter((inner) => !passages.has(inner));
  }
}

function needsNoCode(module: ModuleState, statement: Statement): boolean {
  if (statement.kind !== "Import" && statement.kind !== "ImportFrom") return isStatic(module, statement);
  return statement.names.every((alias) => {
    const name = boundName(statement, alias);
    return module.lent.has(name) || staticOfGlobal(module, name) !== null || targetOf(module, statement, alias) !== null;
  });
}
