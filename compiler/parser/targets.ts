import type { Expression, ExpressionContext, Span } from "../ast.js";

/** The first thing in a would-be target that cannot be one. */
export interface InvalidTarget {
  readonly span: Span;
  /** What it is, in CPython's words: "literal", "function call", … */
  readonly what: string;
}

/** What an expression is called in messages about targets. */
export function describeExpression(node: Expression): string {
  switch (node.kind) {
    case "Attribute":
    case "Subscript":
    case "Starred":
    case "Name":
    case "List":
    case "Tuple":
    case "Lambda":
      return node.kind.toLowerCase();
    case "Call":
      return "function call";
    case "BoolOp":
    case "BinOp":
    case "UnaryOp":
    case "Traced":
      return "expression";
    case "GeneratorExp":
      return "generator expression";
    case "Yield":
    case "YieldFrom":
      return "yield expression";
    case "Await":
      return "await expression";
    case "ListComp":
      return "list comprehension";
    case "SetComp":
      return "set comprehension";
    case "DictComp":
      return "dict comprehension";
    case "Dict":
      return "dict literal";
    case "Set":
      return "set display";
    case "JoinedStr":
    case "FormattedValue":
      return "f-string expression";
    case "Compare":
      return "comparison";
    case "IfExp":
      return "conditional expression";
    case "NamedExpr":
      return "named expression";
    case "Slice":
      return "slice";
    case "Constant":
      switch (node.value.type) {
        case "none":
          return "None";
        case "true":
          return "True";
        case "false":
          return "False";
        case "ellipsis":
          return "ellipsis";
        default:
          return "literal";
      }
  }
}

/** Finds what keeps `node` from being assigned to (Store) or deleted (Del); null when it is a valid target. */
export function findInvalidTarget(node: Expression, context: "Store" | "Del"): InvalidTarget | null {
  switch (node.kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return null;
    case "List":
    case "Tuple":
      for (const element of node.elts) {
        const invalid = findInvalidTarget(element, context);
        if (invalid !== null) return invalid;
      }
      return null;
    case "Starred":
      if (context === "Store") return findInvalidTarget(node.value, context);
      return { span: node.span, what: describeExpression(node) };
    default:
      return { span: node.span, what: describeExpression(node) };
  }
}

/** A valid target with its context, and that of its elements, changed. */
export function withContext<Target extends Expression>(node: Target, ctx: ExpressionContext): Target {
  switch (node.kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return { ...node, ctx };
    case "Starred":
      return { ...node, value: withContext(node.value, ctx), ctx };
    case "List":
    case "Tuple":
      return { ...node, elts: node.elts.map((element) => withContext(element, ctx)), ctx };
    default:
      return node;
  }
}

/** Places of stars that an assignment cannot have: a lone one, or a second one in the same tuple or list. */
export function findMisplacedStar(node: Expression, isElement = false): { span: Span; message: string } | null {
  if (node.kind === "Starred") {
    if (!isElement) return { span: node.span, message: "starred assignment target must be in a list or tuple" };
    return findMisplacedStar(node.value);
  }
  if (node.kind !== "List" && node.kind !== "Tuple") return null;
  const stars = node.elts.filter((element) => element.kind === "Starred");
  if (stars.length > 1) return { span: node.span, message: "multiple starred expressions in assignment" };
  for (const element of node.elts) {
    const misplaced = findMisplacedStar(element, true);
    if (misplaced !== null) return misplaced;
  }
  return null;
}
