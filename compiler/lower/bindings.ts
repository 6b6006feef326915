/** Which statements bind a name, so that a name bound once, or by imports alone, can be known while compiling. */
import type { Alias, ClassDef, Expression, FunctionDef, Import, ImportFrom, Module, Node, Statement } from "../ast.js";
import { opensScope, walk } from "./walk.js";

export type Binding =
  | { readonly kind: "import"; readonly statement: Import | ImportFrom; readonly alias: Alias }
  | { readonly kind: "definition"; readonly node: FunctionDef | ClassDef; readonly isTopLevel: boolean }
  | { readonly kind: "other"; readonly isTopLevel: boolean };

/** The bindings of each name of one scope. */
export type Bindings = Map<string, Binding[]>;

export interface ModuleBindings {
  /** Of the module's globals, whoever binds them. */
  readonly names: Bindings;
  /** Strings in `__all__`, if it is a plain list or tuple of strings. */
  readonly all: readonly string[] | null;
}

function add(bindings: Bindings, name: string, binding: Binding): void {
  const known = bindings.get(name);
  if (known) known.push(binding);
  else bindings.set(name, [binding]);
}

/** The name that an import binds. */
export const boundName = (statement: Import | ImportFrom, alias: Alias): string =>
  alias.asname ?? (statement.kind === "Import" ? alias.name.split(".")[0]! : alias.name);

/** Adds what a node binds in the scope that it stands in. */
function collect(node: Node, isTopLevel: boolean, bindings: Bindings, isWanted: (name: string) => boolean): void {
  const bind = (name: string, binding: Binding): void => {
    if (isWanted(name)) add(bindings, name, binding);
  };
  if (node.kind === "Import" || node.kind === "ImportFrom") {
    for (const alias of node.names) {
      if (alias.name !== "*") bind(boundName(node, alias), { kind: "import", statement: node, alias });
    }
  } else if (node.kind === "FunctionDef" || node.kind === "ClassDef") bind(node.name, { kind: "definition", node, isTopLevel });
  else if (node.kind === "Name" && node.ctx !== "Load") bind(node.id, { kind: "other", isTopLevel: isTopLevel && node.ctx === "Store" });
  else if (node.kind === "MatchMapping" && node.rest !== null) bind(node.rest, { kind: "other", isTopLevel: false });
  else if ((node.kind === "ExceptHandler" || node.kind === "MatchAs" || node.kind === "MatchStar") && node.name !== null)
    bind(node.name, { kind: "other", isTopLevel: false });
}

/** What the statements of one function body bind, but those of inner scopes. */
export function bindingsOf(body: readonly Statement[]): Bindings {
  const bindings: Bindings = new Map();
  for (const statement of body) {
    for (const node of walk(statement, (inner) => !opensScope(inner))) {
      if (node !== statement && opensScope(node) && node.kind !== "FunctionDef" && node.kind !== "ClassDef") {
        for (const inner of walk(node)) if (inner.kind === "NamedExpr") collect(inner.target, false, bindings, () => true);
        continue;
      }
      if (node === statement && (statement.kind === "FunctionDef" || statement.kind === "ClassDef")) {
        collect(statement, true, bindings, () => true);
        break;
      }
      const isTopLevel = node === statement || (statement.kind === "Assign" && statement.targets.includes(node as never));
      collect(node, isTopLevel, bindings, () => true);
    }
  }
  return bindings;
}

/** The bindings of a module's globals: its own statements', and those of functions that declare them `global`. */
export function moduleBindings(tree: Module): ModuleBindings {
  const names = bindingsOf(tree.body);
  for (const node of walk(tree)) {
    if (node.kind !== "FunctionDef" && node.kind !== "ClassDef") continue;
    const declared = new Set<string>();
    for (const inner of walk(node, (child) => !opensScope(child))) {
      if (inner.kind === "Global") for (const name of inner.names) declared.add(name);
    }
    if (declared.size === 0) continue;
    for (const inner of walk(node)) collect(inner, false, names, (name) => declared.has(name));
  }
  for (const node of walk(tree)) {
    const item = node.kind === "Subscript" && node.ctx !== "Load" ? globalItem(node) : null;
    if (item !== null) add(names, item, { kind: "other", isTopLevel: false });
  }
  return { names, all: exportList(tree) };
}

function exportList(tree: Module): string[] | null {
  for (const statement of tree.body) {
    if (statement.kind !== "Assign" || (statement.value.kind !== "List" && statement.value.kind !== "Tuple")) continue;
    if (!statement.targets.some((target) => target.kind === "Name" && target.id === "__all__")) continue;
    return statement.value.elts.flatMap((item) => (item.kind === "Constant" && item.value.type === "str" ? [item.value.value] : []));
  }
  return null;
}

/** The global that a constant item of `globals()` names; null for anything else. */
export function globalItem(target: Expression): string | null {
  if (target.kind !== "Subscript" || target.value.kind !== "Call" || target.value.func.kind !== "Name") return null;
  const { slice } = target;
  return target.value.func.id === "globals" && slice.kind === "Constant" && slice.value.type === "str" ? slice.value.value : null;
}

/** `locals`, under a name that no program can hide. */
export const localsName = ".locals";

/** The names of the functions that ask for a namespace. */
const ASKING: ReadonlySet<string> = new Set(["globals", "locals", "vars", "dir", localsName]);

/** The name of the function by which a node asks for a namespace, if that is no function of the program's; null for any other node. */
export function asksForNamespace(node: Node): string | null {
  if (node.kind !== "Call" || node.func.kind !== "Name" || node.args.length + node.keywords.length > 0) return null;
  return ASKING.has(node.func.id) ? node.func.id : null;
}
