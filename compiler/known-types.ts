/** The builtin type of an object, as far as the text around an expression alone tells it. */
import { builtinTypes } from "../build/generated/builtins.js";
import type { Expression, Node } from "./ast.js";
import { methodsOf } from "./language.js";
import type { ModuleState } from "./lower/state.js";
import { opensScope, walk } from "./lower/walk.js";
import type { Scope } from "./scope.js";

export const typesByName: ReadonlySet<string> = new Set(builtinTypes.map(({ suffix }) => suffix));

const DISPLAYS: Readonly<Record<string, string>> = {
  JoinedStr: "str",
  List: "list",
  ListComp: "list",
  Tuple: "tuple",
  Dict: "dict",
  DictComp: "dict",
  Set: "set",
  SetComp: "set",
};

/** Types whose calls make an object of that very type. */
const MAKERS: ReadonlySet<string> = new Set(["str", "bytes", "bytearray", "list", "tuple", "dict", "set", "frozenset"]);

/** A constant, a display, a type or its call, `self` in a method of one, a variable that is bound to nothing else. Null where it is not certain. */
export function typeOf(
  module: ModuleState,
  scope: Scope,
  node: Expression,
  isBuiltin: (node: Expression & { kind: "Name" }) => boolean,
): string | null {
  if (node.kind === "Constant") return node.value.type === "str" || node.value.type === "bytes" ? node.value.type : null;
  if (node.kind === "Call") {
    const { func } = node;
    return func.kind === "Name" && MAKERS.has(func.id) && isBuiltin(func) ? func.id : null;
  }
  if (node.kind !== "Name") return DISPLAYS[node.kind] ?? null;
  const own = node.id === "self" ? methodsOf(module.name) : null;
  if (own !== null && typesByName.has(own)) return own;
  if (typesByName.has(node.id) && isBuiltin(node)) return node.id;
  const symbol = scope.lookup(node.id);
  const isLocal = symbol?.resolution === "local" && scope.isFunctionLike;
  const isGlobal = symbol?.resolution === "global" && module.isOurs && !module.assigned.has(node.id);
  if (!isLocal && !isGlobal) return null;
  const home = isLocal ? scope : module.scopes.module;
  let known = variables.get(home);
  if (!known) {
    known = assignedIn(isLocal ? scope.node : module.tree, !isLocal);
    variables.set(home, known);
  }
  const values = known.get(isLocal ? scope.mangle(node.id) : node.id) ?? null;
  if (symbol?.isParameter || values === null) return null;
  const types = new Set(values.map((value) => (value.kind === "Name" ? null : typeOf(module, home, value, isBuiltin))));
  return types.size === 1 ? [...types][0]! : null;
}

/** What is assigned to the variables of a function or module; null for those that are bound in another way. `None` does not count: it has no attributes. */
type Assigned = Map<string, Expression[] | null>;
const variables = new WeakMap<Scope, Assigned>();

function assignedIn(root: Node, isModule: boolean): Assigned {
  const found: Assigned = new Map();
  const plain = new Set<Node>();
  for (const node of walk(root, (inner) => isModule || inner === root || !opensScope(inner))) {
    if (node.kind === "Assign") {
      for (const target of node.targets) {
        if (target.kind !== "Name" || found.get(target.id) === null) continue;
        plain.add(target);
        const values = found.get(target.id) ?? [];
        if (node.value.kind !== "Constant" || node.value.value.type !== "none") values.push(node.value);
        found.set(target.id, values);
      }
    } else if (node.kind === "Name" && node.ctx !== "Load" && !plain.has(node)) found.set(node.id, null);
    else if (node.kind === "FunctionDef" || node.kind === "ClassDef") found.set(node.name, null);
    else if ((node.kind === "ExceptHandler" || node.kind === "MatchAs" || node.kind === "MatchStar") && node.name !== null)
      found.set(node.name, null);
    else if (node.kind === "MatchMapping" && node.rest !== null) found.set(node.rest, null);
    else if (node.kind === "Import" || node.kind === "ImportFrom")
      for (const { name, asname } of node.names) found.set(asname ?? name.split(".")[0]!, null);
  }
  return found;
}
