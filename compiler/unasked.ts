/**
 * Keyword-only parameters of library functions that no call in the program gives: they are their defaults, and what is there for other values may
 * be left out. A test of such a parameter is decided as long as nobody gives it: `if key is not None`, `if strict and n`, `a if frozen else b`.
 */
import type { ConstantValue, Expression, FunctionDef, If, IfExp, Node, Statement } from "./ast.js";
import type { ModuleState } from "./lower/state.js";
import { children, isNode, walk } from "./lower/walk.js";
import type { Scope } from "./scope.js";
import { onTakeBack, setField, setItems } from "./tree-changes.js";

type Defaults = ReadonlyMap<string, ConstantValue>;

/** The parameters whose defaults may decide something, with these defaults. */
function defaultsOf({ args, body }: FunctionDef): Map<string, ConstantValue> {
  const found = new Map<string, ConstantValue>();
  args.kwonlyargs.forEach(({ arg }, index) => {
    const value = args.kw_defaults[index];
    if (value?.kind === "Constant" && value.value.type !== "complex") found.set(arg, value.value);
  });
  if (found.size === 0) return found;
  for (const statement of body) {
    for (const node of walk(statement)) {
      if (node.kind === "Name" && node.ctx !== "Load") found.delete(node.id);
      else if (node.kind === "arg") found.delete(node.arg);
    }
  }
  return found;
}

const isSingleton = ({ type }: ConstantValue): boolean => type === "none" || type === "true" || type === "false";

/** What a test comes to; null where that is not known. */
function decided(test: Expression, defaults: Defaults): boolean | null {
  switch (test.kind) {
    case "Name": {
      const value = defaults.get(test.id);
      return value && isSingleton(value) ? value.type === "true" : null;
    }
    case "UnaryOp": {
      const operand = test.op === "Not" ? decided(test.operand, defaults) : null;
      return operand === null ? null : !operand;
    }
    case "Compare": {
      const value = test.left.kind === "Name" ? defaults.get(test.left.id) : undefined;
      const [op, other] = [test.ops[0]!, test.comparators[0]!];
      if (!value || test.ops.length > 1 || (op !== "Is" && op !== "IsNot") || other.kind !== "Constant" || !isSingleton(other.value))
        return null;
      return (value.type === other.value.type) === (op === "Is");
    }
    case "BoolOp": {
      const ends = test.op === "Or";
      const values = test.values.map((value) => decided(value, defaults));
      // What stands before the part that decides has to be evaluated all the same.
      if (values[0] === ends) return ends;
      return values.every((value) => value === !ends) ? !ends : null;
    }
    default:
      return null;
  }
}

const branches = (node: If | IfExp, taken: boolean): readonly Node[] => {
  const branch = taken ? node.body : node.orelse;
  return Array.isArray(branch) ? branch : [branch as Expression];
};

/** One function with such parameters: what of it is left out for now. */
export class Guarded {
  private readonly defaults: Map<string, ConstantValue>;
  private left: ReadonlySet<Node> = new Set();

  constructor(
    private readonly module: ModuleState,
    private readonly node: FunctionDef,
  ) {
    this.defaults = defaultsOf(node);
  }

  /** The parameters that nobody gives. */
  get names(): readonly string[] {
    return [...this.defaults.keys()];
  }

  /** Somebody gives this parameter. */
  give(name: string): void {
    this.defaults.delete(name);
  }

  /** What no call comes to: statements and expressions of branches, and values behind the one that decides. */
  unreached(): ReadonlySet<Node> {
    if (this.defaults.size === 0) return new Set();
    const found = new Set<Node>();
    for (const statement of this.node.body) {
      for (const node of walk(statement, (inner) => !found.has(inner))) {
        if (found.has(node)) continue;
        if (node.kind === "If" || node.kind === "IfExp") {
          const taken = decided(node.test, this.defaults);
          if (taken === null) continue;
          found.add(node.test);
          for (const left of branches(node, !taken)) found.add(left);
        } else if (node.kind === "BoolOp") for (const value of behind(node, this.defaults)) found.add(value);
      }
    }
    this.left = found;
    return found;
  }

  /** What was left out when it was last asked, and is reached by now. */
  reachedNow(): { module: ModuleState; node: Node; left: ReadonlySet<Node> }[] {
    const before = this.left;
    const now = this.unreached();
    this.left = now;
    return [...before].filter((node) => !now.has(node)).map((node) => ({ module: this.module, node, left: now }));
  }

  /** Takes it out of the tree. */
  prune(): void {
    if (this.defaults.size === 0) return;
    setItems(this.node.body, prunedBody(this.node.body, this.defaults, true));
    for (const statement of this.node.body) pruneIn(statement, this.defaults);
    const { args } = this.node;
    const isLeft = args.kwonlyargs.map(({ arg }) => !this.defaults.has(arg));
    setItems(
      args.kwonlyargs,
      args.kwonlyargs.filter((_, index) => isLeft[index]),
    );
    setItems(
      args.kw_defaults,
      args.kw_defaults.filter((_, index) => isLeft[index]),
    );
    forget(this.module.scopes.of(this.node), this.defaults);
  }
}

/** The names are no variables any more, in the function and those in it. */
function forget(scope: Scope, defaults: Defaults): void {
  const left = scope.parameters.filter((name) => !defaults.has(name));
  if (scope.node.kind === "FunctionDef") setItems(scope.parameters, left);
  const before = [...scope.symbols];
  if (before.some(([name]) => defaults.has(name))) {
    onTakeBack(() => {
      scope.symbols.clear();
      for (const [name, symbol] of before) scope.symbols.set(name, symbol);
    });
    for (const name of defaults.keys()) scope.symbols.delete(name);
  }
  for (const inner of scope.children) forget(inner, defaults);
}

/** The values of `and` and `or` that are never looked at. */
function behind({ op, values }: Expression & { kind: "BoolOp" }, defaults: Defaults): readonly Expression[] {
  const end = values.findIndex((value) => decided(value, defaults) === (op === "Or"));
  return end < 0 ? [] : values.slice(end + 1);
}

function pruneIn(node: Node, defaults: Defaults): void {
  for (const key in node) {
    const value = (node as unknown as Record<string, unknown>)[key];
    if (isNode(value)) replace(node, key, value, defaults);
    else if (!Array.isArray(value)) continue;
    else if (value.some((item) => isNode(item) && item.kind === "If")) setField(node, key, prunedBody(value, defaults, key !== "orelse"));
    else
      value.forEach((item, index) => {
        if (isNode(item)) replace(value, index, item, defaults);
      });
  }
  for (const child of children(node)) pruneIn(child, defaults);
}

function replace(owner: object, key: string | number, node: Node, defaults: Defaults): void {
  const left = prunedValue(node, defaults);
  if (left !== node) setField(owner, key, left);
}

/** What is left of an expression. */
function prunedValue(node: Node, defaults: Defaults): Node {
  const value = node.kind === "Name" ? defaults.get(node.id) : undefined;
  if (value) return { kind: "Constant", value, span: node.span } as Node;
  if (node.kind === "IfExp") {
    const taken = decided(node.test, defaults);
    return taken === null ? node : prunedValue(taken ? node.body : node.orelse, defaults);
  }
  if (node.kind !== "BoolOp") return node;
  const left = node.values.slice(0, node.values.length - behind(node, defaults).length);
  if (left.length === 1) return prunedValue(left[0]!, defaults);
  return left.length === node.values.length ? node : { ...node, values: left };
}

/** Statements without the branches that are left out; at least one where there has to be one. */
function prunedBody(body: readonly Statement[], defaults: Defaults, isNeeded: boolean): Statement[] {
  const left = body.flatMap((statement): readonly Statement[] => {
    const taken = statement.kind === "If" ? decided(statement.test, defaults) : null;
    if (taken === null) return [statement];
    return prunedBody(branches(statement as If, taken) as readonly Statement[], defaults, false);
  });
  const [first] = body;
  return left.length === 0 && isNeeded && first ? [{ kind: "Pass", span: first.span }] : left;
}

/** The functions under a node that have such parameters. */
export function* functionsUnder(root: Node, left: ReadonlySet<Node>): Generator<FunctionDef> {
  for (const node of walk(root, (inner) => !left.has(inner)))
    if (!left.has(node) && node.kind === "FunctionDef" && node.args.kwonlyargs.length > 0) yield node;
}
