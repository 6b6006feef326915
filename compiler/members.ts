/** What of a library class may be left out of an image: methods, properties and constants by whose names nothing reachable asks. */
import type { ClassDef, Expression, Node, Statement } from "./ast.js";
import { opensScope, walk } from "./lower/walk.js";

/** Names by which the machine and its prelude ask objects of any class. */
export const askedByMachine: readonly string[] = ["keys", "write", "send", "throw", "close"];

const OPERATORS: Readonly<Record<string, string>> = {
  Add: "add",
  Sub: "sub",
  Mult: "mul",
  MatMult: "matmul",
  Div: "truediv",
  Mod: "mod",
  Pow: "pow",
  LShift: "lshift",
  RShift: "rshift",
  BitOr: "or",
  BitXor: "xor",
  BitAnd: "and",
  FloorDiv: "floordiv",
};
const COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  Lt: ["__lt__", "__gt__"],
  Gt: ["__lt__", "__gt__"],
  LtE: ["__le__", "__ge__"],
  GtE: ["__le__", "__ge__"],
};

/** The special methods that a piece of code asks objects of any class for, of those that nothing else asks for. */
export function specialsAskedBy(node: Node): readonly string[] {
  if (node.kind === "BinOp" || node.kind === "AugAssign") {
    const name = OPERATORS[node.op]!;
    return [`__${name}__`, `__r${name}__`, ...(node.kind === "AugAssign" ? [`__i${name}__`] : [])];
  }
  if (node.kind === "Compare") return node.ops.flatMap((op) => COMPARISONS[op] ?? []);
  if (node.kind === "Subscript") return node.ctx === "Load" ? [] : node.ctx === "Del" ? ["__delitem__"] : ["__setitem__"];
  if (node.kind === "FormattedValue") return ["__format__"];
  if (node.kind !== "Name") return [];
  if (node.id === "_operate") return SPECIALS_ASKED.filter((name) => !/_(l|g)[te]_|item|format/.test(name));
  return node.id === "_order" ? Object.values(COMPARISONS).flat() : node.id === "format" ? ["__format__"] : [];
}

const SPECIALS_ASKED: readonly string[] = [
  ...Object.values(OPERATORS).flatMap((name) => [`__${name}__`, `__r${name}__`, `__i${name}__`]),
  ...Object.values(COMPARISONS).flat(),
  "__setitem__",
  "__delitem__",
  "__format__",
];

/** Special methods that nothing asks for but code that names them, or these pieces. The machine itself asks for all others. */
const ASKED_BY_CODE: ReadonlySet<string> = new Set([
  ...SPECIALS_ASKED,
  ...["__enter__", "__exit__", "__aenter__", "__aexit__", "__aiter__", "__anext__", "__reversed__", "__divmod__", "__rdivmod__"],
  ...["__floor__", "__ceil__", "__trunc__", "__complex__", "__dir__", "__copy__", "__deepcopy__", "__buffer__"],
]);

const isSpecial = (name: string): boolean => name.startsWith("__") && name.endsWith("__");

/** The statements of each name that may be left out of a class. */
export function membersOf(node: ClassDef): ReadonlyMap<string, readonly Statement[]> {
  const members = new Map<string, Statement[]>();
  if (node.decorator_list.length > 0 || node.keywords.length > 0) return members;
  const read = namesRead(node);
  const isFree = (name: string): boolean => !read.has(name) && (!isSpecial(name) || ASKED_BY_CODE.has(name));
  for (const statement of node.body) {
    const name = memberName(statement, node.bases.length === 0);
    if (name !== null && isFree(name)) members.set(name, [...(members.get(name) ?? []), statement]);
  }
  // A name that is bound in another way as well stays.
  const others = node.body.filter((statement) => ![...members.values()].flat().includes(statement));
  for (const statement of others) {
    for (const inner of walk(statement, (child) => !opensScope(child))) {
      if (inner.kind === "Name" && inner.ctx !== "Load") members.delete(inner.id);
      else if (inner.kind === "FunctionDef" || inner.kind === "ClassDef") members.delete(inner.name);
    }
  }
  return members;
}

/** The name that a statement of a class body binds, if it does nothing else. Constants of a class with bases may mean something to these. */
function memberName(statement: Statement, isPlain: boolean): string | null {
  if (statement.kind === "FunctionDef") return statement.decorator_list.every(isPassive) ? statement.name : null;
  if (!isPlain || statement.kind !== "Assign" || statement.targets.length !== 1 || !isConstant(statement.value)) return null;
  const [target] = statement.targets;
  return target?.kind === "Name" ? target.id : null;
}

/** Decorators that do nothing but change what kind of member a function is. */
function isPassive(decorator: Expression): boolean {
  if (decorator.kind === "Name") return ["property", "staticmethod", "classmethod"].includes(decorator.id);
  return decorator.kind === "Attribute" && decorator.value.kind === "Name" && ["setter", "deleter", "getter"].includes(decorator.attr);
}

/** True for a function under `@name.setter`. */
export const isSetter = (statement: Statement): boolean =>
  statement.kind === "FunctionDef" && statement.decorator_list.some((item) => item.kind === "Attribute" && item.attr === "setter");

function isConstant(value: Expression): boolean {
  return [...walk(value)].every(({ kind }) => ["Constant", "Tuple", "UnaryOp", "BinOp"].includes(kind));
}

/** The names that the class body reads when it runs, but as `@name.setter`. */
function namesRead(node: ClassDef): Set<string> {
  const names = new Set<string>();
  for (const statement of node.body) {
    const roots: (Expression | Statement | null)[] =
      statement.kind === "FunctionDef"
        ? [...statement.decorator_list.filter((item) => !isPassive(item)), ...statement.args.defaults, ...statement.args.kw_defaults]
        : [statement];
    for (const root of roots) {
      for (const inner of root ? walk(root) : []) if (inner.kind === "Name" && inner.ctx === "Load") names.add(inner.id);
    }
  }
  return names;
}
