/** What a piece of a program asks of the language: the builtin names that it reads, and the names of attributes. */
import type { Call, Expression, FunctionDef, MatchClass, Node, Statement } from "./ast.js";
import { patternHelper } from "./class-patterns.js";
import { builtinTypeCalled, derivesFrom, isBuiltinType, isExceptionType } from "./environment.js";

import { typeOf, typesByName } from "./known-types.js";
import { type Fact, isKeyword, keywordFact } from "./linked.js";
import { asksForNamespace, boundName, globalItem } from "./lower/bindings.js";
import { extremeOfTwo } from "./lower/extremes.js";
import { attributeAskedFor } from "./lower/known.js";
import type { ModuleState } from "./lower/state.js";
import { children, walk } from "./lower/walk.js";
import { specialsAskedBy } from "./members.js";
import { factsOfReports } from "./reports.js";
import type { Scope, ScopeNode } from "./scope.js";

/** What the compiler itself asks of the library's builtins. */
export const superClass = "_Super";
export const classMade = "_class_made";
export const makeClass = "_make_class";
export const setGlobal = "_set_global";
export const attributesOf = "_attributes_of";

export interface Uses {
  /** A name that may mean a builtin; `isWhole` is false for `getattr` and `hasattr` that ask for one attribute alone. */
  name(id: string, isWhole?: boolean): void;
  /** An attribute that is read, of an object of the builtin type `type`, where that is certain. */
  attribute(name: string, type: string | null): void;
  /** An attribute that is stored. */
  stored(name: string): void;
  /** One of the library's builtins that the compiler itself calls. */
  helper(id: string): void;
  /** An attribute that the library asks for, of objects of classes. */
  found(name: string): void;
  /** A special method that an operator asks objects of classes for. */
  special(name: string): void;
  /** A str constant. */
  text(value: string): void;
  /** Anything else that `linked.ts` has rules about. */
  fact(what: Fact): void;
  /** A function whose calls make objects of a builtin type that has no name. */
  makes(type: string): void;
}

const SCOPE_KINDS: ReadonlySet<string> = new Set([
  "Module",
  "FunctionDef",
  "Lambda",
  "ClassDef",
  "ListComp",
  "SetComp",
  "DictComp",
  "GeneratorExp",
]);
const opensScope = (node: Node): node is ScopeNode => SCOPE_KINDS.has(node.kind);

/** What of a node that opens a scope is evaluated outside of it. */
function outside(node: ScopeNode): readonly (Node | null)[] {
  switch (node.kind) {
    case "FunctionDef":
      return [...node.decorator_list, ...node.args.defaults, ...node.args.kw_defaults];
    case "Lambda":
      return [...node.args.defaults, ...node.args.kw_defaults];
    case "ClassDef":
      return [...node.decorator_list, ...node.bases, ...node.keywords];
    case "Module":
      return [];
    default:
      return [node.generators[0]?.iter ?? null];
  }
}

/** Tells what the code under a node of a module uses, but for what stands under the nodes `left`. */
export function readUses(module: ModuleState, root: Node, uses: Uses, left: Iterable<Node> = []): void {
  const outer = new Map<Node, Scope>();
  const skipped = new Set<Node | null>(left);
  const plain = new Set<Node>();
  const reports = new Set<Node>();
  /** Types that values are only compared with: that makes none. */
  const tested = new Set<Node>();
  /** `bytes` and `bytearray` where they make nothing, or out of what the machine knows. */
  const known = new Set<Node>();
  /** `getattr` where it asks for a text that stands there. */
  const plainly = new Set<Node>();
  /** What an attribute is read of: seen before it is itself. */
  const attributed = new Set<Node>();
  const pending: [node: Node, scope: Scope][] = [[root, module.scopes.module]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, around] = [next[0], outer.get(next[0]) ?? next[1]];
    let scope = around;
    const kindOf = (value: Expression) => typeOf(module, scope, value, (name) => mayBeBuiltin(module, scope, name));
    if (opensScope(node)) {
      for (const part of outside(node)) if (part) outer.set(part, around);
      scope = module.scopes.of(node);
      if (scope.isAsync) uses.makes(scope.isGenerator ? "async_generator" : "coroutine");
      // The library finds these by name, for `async for`.
      if (scope.isAsync && scope.isGenerator) for (const name of ["__aiter__", "__anext__"]) uses.attribute(name, null);
    }
    for (const type of exceptionsCaught(node)) uses.makes(type);
    if (node.kind === "Call") for (const type of typesTested(node)) tested.add(type);
    if (node.kind === "Name" && tested.has(node) && typesByName.has(node.id)) continue;
    if (node.kind === "Call" && extremeOfTwo(module, scope, node)) {
      for (const name of ["__lt__", "__gt__"]) uses.special(name);
      for (const child of node.args) pending.push([child, scope]);
      continue;
    }
    if (node.kind === "Call" && makesOfKnown(module, scope, node)) known.add(node.func);
    if (node.kind === "Name" && BYTES.has(node.id) && !known.has(node)) uses.fact("bytes of anything");
    if (node.kind === "Name" && node.ctx !== "Store" && mayBeBuiltin(module, scope, node)) uses.name(node.id, !plainly.has(node));
    else if (node.kind === "Attribute" && node.ctx !== "Store") uses.attribute(node.attr, kindOf(node.value));
    else if (node.kind === "Attribute") uses.stored(node.attr);
    else if (node.kind === "AugAssign" && node.target.kind === "Attribute") uses.attribute(node.target.attr, null);
    else if (node.kind === "Constant" && node.value.type === "str") uses.text(node.value.value);
    else if (node.kind === "Constant" && node.value.type === "complex") uses.name("complex");
    else if (node.kind === "MatchMapping") uses.attribute("get", null);
    else if (node.kind === "MatchClass") usesOfClass(module, scope, node, uses);
    else if (node.kind === "ClassDef" && node.keywords.some(({ arg }) => arg !== "metaclass")) uses.helper(classMade);
    else if (node.kind === "FunctionDef" && node.decorator_list.some((decorator) => specialWrapper(node, decorator) !== null)) {
      for (const decorator of node.decorator_list) {
        const wrapper = specialWrapper(node, decorator);
        if (wrapper !== null) uses.helper(wrapper);
      }
    } else if (node.kind === "FunctionDef" && HOOKS.has(node.name)) uses.helper(classMade);
    else if (isCallOf(node, "type") && node.args.length === 3) uses.helper(makeClass);
    else if (isCallOf(node, "super") && !attributed.has(node)) uses.helper(superClass);
    else if (asksForNamespace(node) === "dir") uses.name("sorted");
    else if (node.kind === "Subscript" && node.ctx !== "Load" && asksForNamespace(node.value) !== null && globalItem(node) === null)
      uses.helper(setGlobal);
    const asked = attributeAskedFor(node);
    const found = asked?.name ?? nameLookedUp(node);
    if (found !== null) uses.attribute(found, null);
    if (asked && node.kind === "Call") plainly.add(node.func);
    if (asked && isViewName(asked.name)) uses.fact("view");
    if (node.kind === "Attribute" && node.ctx === "Load") {
      attributed.add(node.value);
      if (!node.attr.startsWith("__")) known.add(node.value);
    }
    if (node.kind === "Attribute" && node.attr === "__dict__" && !module.isLanguage) uses.helper(attributesOf);
    // Whoever executes a text may catch what it fails to import.
    if (module.isText && (node.kind === "Import" || node.kind === "ImportFrom")) uses.fact("import in a try");
    // Annotations are not evaluated.
    if (node.kind === "FunctionDef") skipped.add(node.returns);
    else if (node.kind === "arg" || node.kind === "AnnAssign") skipped.add(node.annotation);
    if (node.kind === "Call") for (const name of namesFound(node)) uses.found(name);
    for (const name of specialsAskedBy(node)) uses.special(name);
    if (node.kind === "ClassDef" && node.bases.some((base) => mayBeType(module, scope, base))) uses.fact("builtin base");
    for (const fact of factsOf(node, plain, (name) => mayBeBuiltin(module, scope, name))) {
      if (isOfOperator(fact) && !operatesOnAnything(module)) continue;
      const isOfBytes = fact.startsWith("slice ") && node.kind === "Subscript" && kindOf(node.value) === "bytearray";
      uses.fact(isOfBytes ? `${fact} in a bytearray` : fact);
    }
    if (node.kind === "Call" && !module.isOurs && node.keywords.some(({ arg }) => arg === null)) uses.fact(ANY_KEYWORD);
    for (const fact of factsOfReports(node, reports, module.isOurs)) uses.fact(fact);
    for (const child of children(node)) if (!skipped.has(child)) pending.push([child, scope]);
  }
}

const BYTES: ReadonlySet<string> = new Set(["bytes", "bytearray"]);

/** `bytes()`, `bytes(5)`, `bytes(x)` of an `x` that is bytes; in the library of a list too: its items are no objects of classes. */
function makesOfKnown(module: ModuleState, scope: Scope, { func, args, keywords }: Call): boolean {
  if (func.kind !== "Name" || !BYTES.has(func.id) || args.length > 1 || keywords.length > 0) return false;
  const [source] = args;
  if (!source || (source.kind === "Constant" && source.value.type === "int")) return true;
  const type = typeOf(module, scope, source, (name) => mayBeBuiltin(module, scope, name));
  return type === "bytes" || type === "bytearray" || (module.isOurs && (type === "list" || type === "tuple"));
}

/** Whether a base of a class may be a builtin type but object and exceptions: their names, and what is no name of a class. */
function mayBeType(module: ModuleState, scope: Scope, base: Expression): boolean {
  if (base.kind === "Attribute" || base.kind === "Subscript") return false;
  if (base.kind !== "Name") return true;
  const bindings = module.bindings.names.get(base.id);
  if (bindings) return bindings.some(({ kind }) => kind === "other");
  const type = builtinTypeCalled(base.id);
  const isLocal = ["local", "cell", "free"].includes(scope.parent?.lookup(base.id)?.resolution ?? "builtin");
  return isLocal || (type !== undefined && type.suffix !== "object" && !isExceptionType(type.number));
}

/** Exceptions whose attributes the library has: the machine makes them, and code gets hold of them in these ways. */
export const SPEAKING: readonly string[] = ["AttributeError", "NameError", "ImportError", "SyntaxError", "OSError"];
/** Which of them a caught exception may be. */
function exceptionsCaught(node: Node): readonly string[] {
  if (node.kind === "FunctionDef") return node.name === "__exit__" || node.name === "__aexit__" ? SPEAKING : [];
  if (node.kind === "Attribute") return GIVES_EXCEPTIONS.has(node.attr) ? SPEAKING : [];
  if (node.kind !== "ExceptHandler" || node.name === null) return [];
  if (node.type === null) return SPEAKING;
  return (node.type.kind === "Tuple" ? node.type.elts : [node.type]).flatMap(exceptionsNamed);
}

function exceptionsNamed(node: Node): readonly string[] {
  const named = node.kind === "Name" ? builtinTypeCalled(node.id)?.number : undefined;
  if (named === undefined || !isExceptionType(named)) return SPEAKING;
  const isOther = (number: number): boolean => derivesFrom(number, named) || derivesFrom(named, number);
  return SPEAKING.filter((other) => isOther(builtinTypeCalled(other)!.number));
}

const GIVES_EXCEPTIONS: ReadonlySet<string> = new Set(["__context__", "__cause__", "exc_info", "exception", "last_value"]);

/** What isinstance asks for. */
function typesTested({ func, args: [, types] }: Call): readonly Expression[] {
  if (func.kind !== "Name" || func.id !== "isinstance" || !types) return [];
  return namesIn(types);
}

function namesIn(types: Expression): readonly Expression[] {
  if (types.kind === "Tuple") return types.elts;
  return types.kind === "IfExp" ? [...namesIn(types.body), ...namesIn(types.orelse)] : [types];
}

/** The attribute that a library's call of `_find(x, "name")` asks for. */
function namesFound({ func, args }: Call): string[] {
  const name = func.kind === "Name" && ["_find", "_defines"].includes(func.id) ? args[1] : undefined;
  return name?.kind === "Constant" && name.value.type === "str" ? [name.value.value] : [];
}

function usesOfClass(module: ModuleState, scope: Scope, pattern: MatchClass, uses: Uses): void {
  const hasStarImport = module.tree.body.some((statement) => statement.kind === "ImportFrom" && statement.names[0]?.name === "*");
  const helper = patternHelper(pattern, (id) => {
    if (hasStarImport || module.bindings.names.has(id) || scope.lookup(id)?.isBound) return false;
    return (scope.lookup(id)?.resolution ?? "builtin") === "builtin" && isBuiltinType(id);
  });
  if (helper !== null) uses.helper(helper);
  for (const name of pattern.kwd_attrs) uses.attribute(name, null);
}

/** The name that library code asks any object for: `_getattr(x, "name")`. */
function nameLookedUp(node: Node): string | null {
  if (!isCallOf(node, "_getattr")) return null;
  const name = node.args[1];
  return name?.kind === "Constant" && name.value.type === "str" ? name.value.value : null;
}

/** The library's own operators work on no sets, views and dicts, and `%` on numbers, but for what is there to apply them to anything. */
const operatesOnAnything = ({ isOurs, name }: ModuleState): boolean => !isOurs || ON_ANYTHING.has(name);
const ON_ANYTHING: ReadonlySet<string> = new Set(["operator", "logging", "types/set"]);
const isOfOperator = (fact: Fact): boolean => fact === "operator of sets" || fact === "|" || fact === "modulo";

/** A call of the program gives keywords that only running it tells. What the library hands on by `**` was given to it in a call. */
export const ANY_KEYWORD: Fact = "keywords of a mapping";

/** Methods of dicts whose results can be operands of set operators. */
export const isViewName = (name: string): boolean => name === "keys" || name === "items";

/** What only goes over what it is given. */
const GOES_OVER: ReadonlySet<string> = new Set([
  "list",
  "tuple",
  "set",
  "frozenset",
  "dict",
  "sorted",
  "sum",
  "len",
  "any",
  "all",
  "enumerate",
  "min",
  "max",
  "iter",
]);

/** What a node tells. `plain`: callees of calls with few arguments and what loops go over, which are met before those themselves. */
function* factsOf(node: Node, plain: Set<Node>, isBuiltin: (name: Expression & { kind: "Name" }) => boolean): Generator<Fact> {
  switch (node.kind) {
    case "Call": {
      const { func, args, keywords } = node;
      if (func.kind === "Name" && func.id === "range" && !plain.has(node)) yield "range as a value";
      if (isCallOf(node, "type") && args.length === 3) yield "several bases";
      if (func.kind === "Name" && GOES_OVER.has(func.id) && isBuiltin(func) && args[0]?.kind === "Call" && args[0].func.kind !== "Name")
        plain.add(args[0]);
      if (func.kind === "Attribute" && isViewName(func.attr) && !plain.has(node)) yield "view";
      const most = func.kind === "Name" ? 1 : 0;
      if (args.length <= most && keywords.length === 0 && args[0]?.kind !== "Starred") plain.add(func);
      else if (func.kind === "Name") yield `arguments of ${func.id}`;
      for (const { arg } of keywords) yield arg === null ? "spread" : keywordFact(arg);
      break;
    }
    case "Attribute":
      if (!plain.has(node)) yield `arguments of ${node.attr}`;
      if (!plain.has(node) && isViewName(node.attr)) yield "view";
      break;
    case "BinOp":
    case "AugAssign":
      if (node.op === "Pow") yield "long number";
      if (SET_OPERATORS.has(node.op) && !(node.kind === "BinOp" && (isNumber(node.left) || isNumber(node.right)))) yield "operator of sets";
      if (node.op === "BitOr") yield "|";
      if (node.op === "Mod" && !(node.kind === "BinOp" && isNumber(node.left)))
        yield node.kind === "BinOp" && (isText(node.left) || isBytes(node.left)) ? "modulo of a text" : "modulo";
      // What has no % in it takes no value: that is told, too.
      if (node.op === "Mod" && node.kind === "BinOp" && isText(node.left)) yield "text with %";
      if (node.op === "Mod" && node.kind === "BinOp" && isBytes(node.left)) yield "bytes with %";
      break;
    case "Constant":
      if (node.value.type === "int" && node.value.value >= LONG) yield "long number";
      if (node.value.type === "bytes" && node.value.value.includes(PERCENT)) yield "bytes with %";
      if (node.value.type !== "str") break;
      if (node.value.value.includes("%")) yield "text with %";
      if (isKeyword(node.value.value)) yield `text ${node.value.value}`;
      break;
    case "Subscript":
      if (node.ctx !== "Load" && node.slice.kind === "Slice") yield `slice ${node.ctx === "Del" ? "deleted" : "stored"}`;
      break;
    case "FunctionDef":
      if (node.name.startsWith("__")) yield `def ${node.name}`;
      break;
    case "Name":
      if (node.ctx === "Store" && node.id.startsWith("__")) yield `def ${node.id}`;
      break;
    case "Starred":
      if (node.ctx === "Store") yield "starred target";
      break;
    case "Try":
      if (node.body.some((statement) => [...walk(statement)].some(({ kind }) => kind === "Import" || kind === "ImportFrom")))
        yield "import in a try";
      break;
    case "Set":
    case "SetComp":
      yield "set";
      break;
    case "DictComp":
      yield "dict";
      break;
    case "Dict":
      yield "dict";
      if (node.keys.includes(null)) yield "mapping in a dict";
      break;
    case "ClassDef":
      for (const { arg } of node.keywords) yield* arg === null ? ["mapping in a dict", ANY_KEYWORD] : [keywordFact(arg)];
      if (node.bases.length > 1 || node.bases[0]?.kind === "Starred") yield "several bases";
      break;
    case "With":
      yield* node.is_async ? ["async with", "yield from"] : ["with"];
      break;
    case "MatchStar":
      yield "starred target";
      break;
    case "MatchMapping":
      if (node.rest !== null) yield "mapping in a dict";
      break;
    case "For":
    case "comprehension":
      plain.add(node.iter);
      if (node.is_async) yield* ["async for", "yield from"];
      break;
    case "YieldFrom":
    case "Await":
      yield "yield from";
  }
}

/** The first integer that is not small, and the byte of %. */
const LONG = 1n << 30n;
const PERCENT = 0x25;

const SET_OPERATORS: ReadonlySet<string> = new Set(["Sub", "BitAnd", "BitOr", "BitXor"]);

const isText = (node: Expression): boolean => node.kind === "JoinedStr" || (node.kind === "Constant" && node.value.type === "str");

const isBytes = (node: Expression): boolean => node.kind === "Constant" && node.value.type === "bytes";
const isNumber = (node: Expression): boolean => node.kind === "Constant" && (node.value.type === "int" || node.value.type === "float");

/** What takes the place of a decorator that makes a special method one that takes no instance; null for any other. */
export function specialWrapper({ name }: FunctionDef, decorator: Node): string | null {
  if (decorator.kind !== "Name" || !/^__\w+__$/.test(name) || TAKES_CLASS.has(name)) return null;
  return decorator.id === "staticmethod" ? "_static_special" : decorator.id === "classmethod" ? "_class_special" : null;
}

const TAKES_CLASS: ReadonlySet<string> = new Set(["__new__", "__init_subclass__", "__class_getitem__", "__init__"]);

/** Methods that are called when a class has been made. */
const HOOKS: ReadonlySet<string> = new Set(["__init_subclass__", "__set_name__"]);
const isCallOf = (node: Node, name: string): node is Call => node.kind === "Call" && node.func.kind === "Name" && node.func.id === name;

/** Whether a name that is read where it stands may mean a builtin. */
function mayBeBuiltin(module: ModuleState, scope: Scope, node: Expression & { kind: "Name" }): boolean {
  const symbol = scope.lookup(node.id);
  const isOfClass = scope.kind === "class" && symbol?.resolution === "local";
  if (!isOfClass && (symbol?.resolution === "cell" || symbol?.resolution === "local" || symbol?.resolution === "free")) return false;
  const bindings = module.bindings.names.get(node.id);
  if (!bindings) return true;
  return !module.isOurs && (node.ctx === "Del" || node.span.start < boundFrom(module, node.id));
}

const firstBound = new WeakMap<ModuleState, Map<string, number>>();

/** Where the first statement of a module's top level ends that binds a name for certain: behind it the name is no builtin any more. */
function boundFrom(module: ModuleState, name: string): number {
  let ends = firstBound.get(module);
  if (!ends) {
    ends = new Map();
    firstBound.set(module, ends);
    for (const statement of module.tree.body) for (const [bound, end] of boundBy(statement)) if (!ends.has(bound)) ends.set(bound, end);
  }
  return ends.get(name) ?? Number.POSITIVE_INFINITY;
}

/** The names that a statement binds for certain, and where it has done so. */
function boundBy(statement: Statement): [name: string, end: number][] {
  const { end } = statement.span;
  switch (statement.kind) {
    case "FunctionDef":
    case "ClassDef":
      return [[statement.name, statement.kind === "ClassDef" ? end : (statement.body[0]?.span.start ?? end)]];
    case "Assign":
      return statement.targets.flatMap((target): [string, number][] => (target.kind === "Name" ? [[target.id, end]] : []));
    case "AnnAssign":
      return statement.target.kind === "Name" && statement.value ? [[statement.target.id, end]] : [];
    case "Import":
    case "ImportFrom":
      return statement.names.map((alias) => [boundName(statement, alias), end]);
    default:
      return [];
  }
}
