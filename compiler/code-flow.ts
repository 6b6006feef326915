/**
 * Which texts of a program may come to `exec`, `eval` or `compile`: literals are followed backwards from those calls, by names alone. A variable is what its
 * function binds to it, a global or an attribute whatever is stored under its name anywhere in the program, a parameter what calls of functions so called
 * pass. That finds more than there is, seldom less; a text that is missed raises NotImplementedError when it runs.
 */
import type { AugAssign, Call, ClassDef, ConstantValue, Expression, FunctionDef, Lambda, Module, Node } from "./ast.js";
import { dedent, foldText, textOf } from "./code-literals.js";
import { walkScoped } from "./lint/scoped.js";
import { RUNNERS } from "./literal-code.js";
import { children, walk } from "./lower/walk.js";
import { nameOf } from "./names.js";
import type { Scope, Scopes } from "./scope.js";

/** Methods that give the text back, or a part of a collection, as it stands in the program. */
const PASSING = new Set(
  "strip lstrip rstrip encode decode items values keys get pop popleft popitem copy setdefault tobytes getvalue __getitem__ __iter__ __next__".split(
    " ",
  ),
);
/** Functions that do. */
const PASSING_FUNCTIONS = new Set(
  "str bytes bytearray memoryview compile iter next list tuple set frozenset dict sorted reversed enumerate zip map filter dedent deque StringIO min max".split(
    " ",
  ),
);
/** Methods that put their arguments into what they belong to. */
const FILLING = new Set("append appendleft add insert extend update setdefault put put_nowait write".split(" "));

/** Where one name gets what it stands for: an expression, or an argument of calls. */
type Source = Expression | { readonly of: string; readonly index: number };

interface ScopedTree {
  readonly tree: Module;
  readonly scopes: Scopes;
}

/** Any of the arguments. */
const ANY = -1;

export class CodeFlow {
  /** The literals that may be code. */
  readonly texts = new Set<string>();
  /** Expressions that make such a text while the program runs. */
  readonly made = new Map<Expression, Module>();
  private readonly sources = new Map<string, Source[]>();
  private readonly calls = new Map<string, Call[]>();
  /** Calls to which a function of that name is handed on. */
  private readonly handed = new Map<string, Call[]>();
  private readonly derived = new Map<string, string[]>();
  /** What functions of a name return, and names of classes, whose calls are objects. */
  private readonly results = new Map<string, Expression[]>();
  private readonly classes = new Set<string>();
  /** What each name means: the variable of one function, or a name for all modules and objects. */
  private readonly keys = new Map<Node, string>();
  private readonly wanted = new Set<string>();
  private readonly seen = new Set<Node>();
  private readonly homes = new Map<Node, Module>();
  private readonly pending: Expression[] = [];
  private dedents = false;
  private strips = false;

  /** Reads further modules, or texts that turned out to be code, and follows what `calls` of exec, eval and compile in them are given. */
  add(modules: readonly ScopedTree[], calls: readonly Call[]): void {
    for (const { tree, scopes } of modules) {
      walkScoped(tree, scopes, (node, scope) => {
        this.homes.set(node, tree);
        if (node.kind === "Name") this.keys.set(node, keyOf(scope, node.id));
      });
      walkScoped(tree, scopes, (node, scope) => this.read(node, scope, scopes));
    }
    for (const name of this.wanted) this.followName(name);
    const indirect = [...RUNNERS].flatMap((name) => this.handed.get(name) ?? []);
    for (const [key, sources] of this.sources) {
      const isRunner = sources.some((source) => "kind" in source && source.kind === "Name" && RUNNERS.has(source.id));
      if (isRunner) indirect.push(...(this.calls.get(key.slice(key.indexOf(":") + 1)) ?? []));
    }
    for (const { args } of [...calls, ...indirect]) if (args[0]) this.pending.push(args[0]);
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) this.follow(next);
  }

  private bind(name: string, source: Source): void {
    addTo(this.sources, name, source);
  }

  // ------------------------------------------------------------ what binds names

  private read(node: Node, scope: Scope, scopes: Scopes): void {
    switch (node.kind) {
      case "Assign":
        for (const target of node.targets) this.bindTarget(target, node.value);
        if (node.value.kind === "Lambda") for (const target of node.targets) this.bindParameters(node.value, nameOf(target), scopes);
        break;
      case "AnnAssign":
        if (node.value) this.bindTarget(node.target, node.value);
        break;
      case "AugAssign":
        this.bindTarget(node.target, this.grown(node));
        break;
      case "NamedExpr":
        this.bindTarget(node.target, node.value);
        break;
      case "For":
      case "comprehension":
        this.bindTarget(node.target, node.iter);
        break;
      case "ClassDef":
        this.readClass(node, scopes);
        break;
      case "FunctionDef":
        if (node.name !== "__init__") this.bindParameters(node, node.name, scopes);
        for (const inner of walk(node)) {
          if ((inner.kind === "Return" || inner.kind === "Yield") && inner.value) addTo(this.results, node.name, inner.value);
        }
        break;
      case "alias":
        if (node.asname !== null) this.bind(keyOf(scope, node.asname), { kind: "Name", id: node.name, ctx: "Load", span: node.span });
        break;
      case "Call":
        this.readCall(node);
    }
  }

  /** `code += "…"` is `code + "…"`. */
  private grown(node: AugAssign): Expression {
    const grown: Expression = { kind: "BinOp", left: node.target, op: node.op, right: node.value, span: node.span };
    this.homes.set(grown, this.homes.get(node)!);
    return grown;
  }

  private readCall(node: Call): void {
    const called = nameOf(node.func);
    if (called !== null) addTo(this.calls, called, node);
    // A function that is handed on may be called with what stands beside it.
    for (const argument of node.args) {
      const passed = nameOf(argument);
      if (passed !== null) addTo(this.handed, passed, { ...node, args: node.args.filter((other) => other !== argument) });
    }
    if (node.func.kind === "Attribute" && FILLING.has(node.func.attr))
      for (const argument of node.args) this.bindTarget(node.func.value, argument);
  }

  private bindTarget(target: Expression, value: Expression): void {
    for (const inner of walk(target)) {
      if (inner.kind === "Name") this.bind(this.keys.get(inner) ?? inner.id, value);
      else if (inner.kind === "Attribute") this.bind(inner.attr, value);
    }
  }

  /** Calls of a class pass what its `__init__` takes, or its annotated fields. */
  private readClass({ name, bases, body }: ClassDef, scopes: Scopes): void {
    this.classes.add(name);
    for (const base of bases) {
      const around = nameOf(base);
      if (around !== null) addTo(this.derived, around, name);
    }
    for (const statement of body) {
      if (statement.kind === "FunctionDef" && statement.name === "__init__") this.bindParameters(statement, name, scopes);
      else if (statement.kind === "AnnAssign" && statement.target.kind === "Name") this.bind(statement.target.id, { of: name, index: ANY });
    }
  }

  private bindParameters(node: FunctionDef | Lambda, of: string | null, scopes: Scopes): void {
    if (of === null) return;
    const scope = scopes.of(node);
    const bind = (arg: string, source: Source): void => this.bind(keyOf(scope, arg), source);
    const { posonlyargs, args, vararg, kwonlyargs, kwarg, defaults, kw_defaults } = node.args;
    const positional = [...posonlyargs, ...args];
    for (const [index, { arg }] of positional.entries()) bind(arg, { of, index });
    for (const [index, value] of defaults.entries()) bind(positional[positional.length - defaults.length + index]!.arg, value);
    for (const [index, { arg }] of kwonlyargs.entries()) {
      bind(arg, { of, index: Number.NaN });
      if (kw_defaults[index]) bind(arg, kw_defaults[index]);
    }
    for (const rest of [vararg, kwarg]) if (rest) bind(rest.arg, { of, index: ANY });
  }

  // ------------------------------------------------------------------- following

  private want(name: string): void {
    if (this.wanted.has(name)) return;
    this.wanted.add(name);
    this.followName(name);
  }

  private followName(key: string): void {
    for (const source of this.sources.get(key) ?? []) {
      if ("kind" in source) this.pending.push(source);
      else this.followCalls(key.slice(key.indexOf(":") + 1), source.of, source.index);
    }
  }

  /** What calls pass for a parameter. Where the function is a method, its place is one less; what it overrides is called by names of its class's bases. */
  private followCalls(parameter: string, called: string, index: number): void {
    const names = new Set([called]);
    for (const name of names) for (const inner of this.derived.get(name) ?? []) names.add(inner);
    if (names.size > 1) names.add("__init__");
    for (const { args, keywords } of [...names].flatMap((name) => [...(this.calls.get(name) ?? []), ...(this.handed.get(name) ?? [])])) {
      for (const [place, value] of args.entries()) {
        if (value.kind === "Starred" || index === ANY || place === index || place === index - 1) this.pending.push(value);
      }
      for (const { arg, value } of keywords) if (arg === parameter || arg === null || index === ANY) this.pending.push(value);
    }
  }

  private follow(node: Expression): void {
    if (this.seen.has(node)) return;
    this.seen.add(node);
    switch (node.kind) {
      case "Constant":
        this.addText(node.value);
        break;
      case "Name":
        this.want(this.keys.get(node) ?? node.id);
        break;
      case "Attribute":
        this.want(node.attr);
        break;
      case "Call":
        this.followResult(node);
        break;
      case "BinOp":
      case "JoinedStr":
        this.followMade(node);
        break;
      case "IfExp":
        this.pending.push(node.body, node.orelse);
        break;
      case "Subscript":
        this.pending.push(node.value);
        break;
      case "BoolOp":
      case "NamedExpr":
      case "Starred":
      case "List":
      case "Tuple":
      case "Set":
      case "Dict":
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
      case "Await":
        for (const child of children(node)) {
          if (child.kind === "comprehension") this.pending.push(child.iter);
          else this.pending.push(child as Expression);
        }
    }
  }

  /** What a call gives back. */
  private followResult(node: Call): void {
    const called = nameOf(node.func);
    if (called === null) return;
    if (called === "dedent") this.dedents = true;
    if (called === "strip" || called === "lstrip") this.strips = true;
    const isMethod = node.func.kind === "Attribute";
    const results = this.results.get(called);
    if (results) this.pending.push(...results);
    // What an object is, or the value of code, no text tells.
    else if (this.classes.has(called) || called === "eval" || called === "exec") return;
    else if (PASSING_FUNCTIONS.has(called)) this.pending.push(...node.args);
    else if (isMethod && PASSING.has(called)) this.pending.push((node.func as { value: Expression }).value, ...node.args);
    else this.noteMade(node);
  }

  /** `"a" + "b"` is a text of the program like any other, and so is one with blanks behind it. Whatever else is added may be empty. */
  private followMade(node: Expression): void {
    const whole = foldText(node);
    if (whole !== null) this.addText({ type: "str", value: whole });
    else if (node.kind === "BinOp" && node.op === "Add" && foldText(node.right)?.trim() === "") this.pending.push(node.left);
    else if (node.kind === "JoinedStr" || (node.kind === "BinOp" && ["Add", "Mod", "Mult"].includes(node.op))) {
      if (node.kind === "BinOp" && node.op === "Add") this.pending.push(node.left, node.right);
      this.noteMade(node);
    }
  }

  private noteMade(node: Expression): void {
    const home = this.homes.get(node);
    if (home) this.made.set(node, home);
  }

  private addText(value: ConstantValue): void {
    const text = textOf(value);
    if (text !== null) this.texts.add(text);
  }

  /** The texts, and what the program may make of them on the way. */
  all(): string[] {
    const texts = new Set(this.texts);
    if (this.dedents) for (const text of this.texts) texts.add(dedent(text));
    if (this.strips) for (const text of [...texts]) texts.add(text.replace(/^[ \t\n\r\f\v]+/, ""));
    return [...texts];
  }
}

const numbers = new WeakMap<Scope, number>();
let lastNumber = 0;

/** The key of a name as a scope sees it: of a function's variable, `NUMBER:NAME`. */
function keyOf(from: Scope, id: string): string {
  for (let scope: Scope | null = from; scope !== null; scope = scope.parent) {
    const resolution = scope.lookup(id)?.resolution;
    if (!scope.isFunctionLike || (resolution !== "local" && resolution !== "cell")) continue;
    if (!numbers.has(scope)) numbers.set(scope, ++lastNumber);
    return `${numbers.get(scope)}:${id}`;
  }
  return id;
}

function addTo<T>(map: Map<string, T[]>, name: string, value: T): void {
  const known = map.get(name);
  if (known) known.push(value);
  else map.set(name, [value]);
}
