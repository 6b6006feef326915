/** Which statements at a module's top level do nothing but bind names, so that an image may do without them. */
import type { Expression, Statement } from "./ast.js";
import { fromModuleName } from "./lower/known.js";
import type { ModuleState } from "./lower/state.js";
import { walk } from "./lower/walk.js";

export const isDocstring = (statement: Statement): boolean => statement.kind === "Expr" && statement.value.kind === "Constant";

/** In the library assignments compute nothing that matters elsewhere; elsewhere that has to be seen. */
export function isDefinition(module: ModuleState, statement: Statement): boolean {
  switch (statement.kind) {
    case "FunctionDef":
      return (
        statement.decorator_list.length === 0 &&
        (module.isLibrary || [...statement.args.defaults, ...statement.args.kw_defaults].every(isQuiet))
      );
    case "ClassDef":
      return (
        statement.decorator_list.length === 0 &&
        (module.isLibrary || (statement.keywords.length === 0 && statement.body.every(isQuietInClass)))
      );
    case "Assign":
      return statement.targets.every((target) => target.kind === "Name") && (module.isLibrary || isQuiet(statement.value));
    case "Import":
      return module.isLibrary || statement.names.every(({ name }) => importsQuietly(module, name));
    case "ImportFrom":
      return (
        module.isLibrary ||
        importsQuietly(
          module,
          fromModuleName(module, statement),
          statement.names.map(({ name }) => name),
        )
      );
    default:
      return false;
  }
}

/** True for an expression that runs no code but operators. */
function isQuiet(value: Expression | null): boolean {
  if (value === null || value.kind === "Lambda") return true;
  return [...walk(value, (inner) => inner.kind !== "Lambda")].every(({ kind }) => QUIET.has(kind));
}

const QUIET: ReadonlySet<string> = new Set(["Constant", "Name", "Attribute", "Tuple", "List", "Dict", "Set", "UnaryOp", "BinOp", "Lambda"]);

function isQuietInClass(statement: Statement): boolean {
  if (isDocstring(statement) || statement.kind === "Pass") return true;
  // A base whose __init_subclass__ or whose attributes' __set_name__ keeps a register would be such a statement itself.
  if (statement.kind === "FunctionDef")
    return !["__init_subclass__", "__set_name__"].includes(statement.name) && statement.decorator_list.every(isQuiet);
  if (statement.kind === "AnnAssign") return isQuiet(statement.value);
  return statement.kind === "Assign" && statement.targets.every((target) => target.kind === "Name") && isQuiet(statement.value);
}

const known = new WeakMap<ModuleState, boolean>();

/** True if importing a module, and the packages around it, runs nothing but definitions. */
function importsQuietly(user: ModuleState, name: string | null, inner: readonly string[] = []): boolean {
  if (name === null) return false;
  const parts = name.split(".");
  const names = [...parts.map((_, index) => parts.slice(0, index + 1).join(".")), ...inner.map((last) => `${name}.${last}`)];
  return names.every((each) => {
    const module = user.resolve.get(each);
    return module === undefined || isQuietModule(module);
  });
}

function isQuietModule(module: ModuleState): boolean {
  if (module.isLibrary || !module.isShaken) return module.isLibrary;
  let isKnown = known.get(module);
  if (isKnown === undefined) {
    known.set(module, true);
    isKnown = module.tree.body.every((statement) => isDefinition(module, statement) || isDocstring(statement));
    known.set(module, isKnown);
  }
  return isKnown;
}
