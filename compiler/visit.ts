import type * as ast from "./ast.js";
import type { Scope, ScopeNode, Scopes } from "./scope.js";

type Visit = (node: ast.Expression, scope: Scope) => void;

/**
 * Calls `visit` for every expression of a module, annotations left out, in no particular order, with the scope that it
 * stands in; for decorators, defaults, bases and first iterables that is the scope which their statement or expression
 * opens. Works with a stack of its own, so trees of any depth are fine.
 */
export function visitExpressions(module: ast.Module, scopes: Scopes, visit: Visit): void {
  const pending: [node: ast.Node, scope: Scope][] = [[module, scopes.module]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, outer] = next;
    const scope = opensScope(node) ? scopes.of(node) : outer;
    if (isExpression(node)) visit(node, scope);
    for (const [name, value] of Object.entries(node)) {
      if (SKIPPED_FIELDS.has(name)) continue;
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof child === "object" && child !== null && "kind" in child) pending.push([child, scope]);
      }
    }
  }
}

function opensScope(node: ast.Node): node is ScopeNode {
  return SCOPE_KINDS.has(node.kind);
}

function isExpression(node: ast.Node): node is ast.Expression {
  return EXPRESSIONS.has(node.kind);
}

const SCOPE_KINDS: ReadonlySet<string> = new Set<ScopeNode["kind"]>([
  "Module",
  "FunctionDef",
  "Lambda",
  "ClassDef",
  "ListComp",
  "SetComp",
  "DictComp",
  "GeneratorExp",
]);

const SKIPPED_FIELDS = new Set(["span", "annotation", "returns"]);

/** Every kind of expression; the type makes the list complete. */
const EXPRESSION_KINDS: Readonly<Record<ast.Expression["kind"], true>> = {
  BoolOp: true,
  NamedExpr: true,
  BinOp: true,
  UnaryOp: true,
  Lambda: true,
  IfExp: true,
  Dict: true,
  Set: true,
  ListComp: true,
  SetComp: true,
  DictComp: true,
  GeneratorExp: true,
  Yield: true,
  YieldFrom: true,
  Await: true,
  Compare: true,
  Call: true,
  FormattedValue: true,
  JoinedStr: true,
  Constant: true,
  Attribute: true,
  Subscript: true,
  Starred: true,
  Name: true,
  List: true,
  Tuple: true,
  Slice: true,
  Traced: true,
};

const EXPRESSIONS: ReadonlySet<string> = new Set(Object.keys(EXPRESSION_KINDS));
