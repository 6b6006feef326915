/**
 * The lines on which CPython 3.11 has the instructions of an expression. Where they change in the midst of one that stands on several lines, its parts are put
 * into `Traced` nodes, which say on which line the program is before and after a part. The order is that of evaluation.
 */
import type { Call, ClassDef, Expression, FunctionDef, Lambda, Node, Statement } from "../ast.js";
import type { SourceFile } from "../source.js";
import { children, walk } from "./walk.js";

const startOf = (source: SourceFile, { span }: Node): number => source.lineOf(span.start);
const endOf = (source: SourceFile, { span }: Node): number => source.lineOf(Math.max(span.start, span.end - 1));

/** True for what CPython folds to one constant. */
function isConstant(node: Expression): boolean {
  switch (node.kind) {
    case "Constant":
    case "JoinedStr":
      return true;
    case "UnaryOp":
      return isConstant(node.operand);
    case "BinOp":
      return isConstant(node.right) && isConstant(node.left);
    case "Tuple":
      return node.elts.every(isConstant);
    case "List":
      return node.elts.length > 2 && node.elts.every(isConstant);
    default:
      return false;
  }
}

/** What a statement or an expression evaluates first; null where it begins with an instruction of its own. */
function firstPart(node: Node): Node | null {
  switch (node.kind) {
    case "Expr":
    case "Assign":
    case "AnnAssign":
    case "Attribute":
    case "Subscript":
    case "NamedExpr":
    case "Starred":
    case "YieldFrom":
    case "Await":
    case "Traced":
      return node.value;
    case "Return":
    case "Yield":
      return node.value;
    case "AugAssign":
      return node.target.kind === "Name" ? null : node.target.value;
    case "FunctionDef":
    case "ClassDef":
      return node.decorator_list[0] ?? (node.kind === "FunctionDef" ? firstDefault(node) : null);
    case "Lambda":
      return firstDefault(node);
    case "If":
    case "While":
    case "Assert":
    case "IfExp":
      return node.test;
    case "For":
      return node.iter;
    case "With":
      return node.items[0]!.context_expr;
    case "Match":
      return node.subject;
    case "Raise":
      return node.exc;
    case "BinOp":
    case "Compare":
      return node.left;
    case "UnaryOp":
      return node.operand;
    case "BoolOp":
      return node.values[0]!;
    case "Call":
      return node.func;
    case "Tuple":
    case "List":
    case "Set":
      return node.elts[0]?.kind === "Starred" ? null : (node.elts[0] ?? null);
    case "Dict":
      return node.keys.length > 1 && node.keys.every((key) => key && isConstant(key)) ? node.values[0]! : (node.keys[0] ?? null);
    case "Slice":
      return node.lower;
    default:
      return null;
  }
}

const firstDefault = ({ args }: Pick<FunctionDef, "args">): Expression | null =>
  args.defaults[0] ?? args.kw_defaults.find((value) => value !== null) ?? null;

/** The line on which a function or class begins to be made, behind its decorators. */
export function madeLine(source: SourceFile, node: FunctionDef | ClassDef): number {
  const first = node.kind === "FunctionDef" ? firstDefault(node) : null;
  return first ? firstLine(source, first) : startOf(source, node);
}

const isExpressionLike = (node: Node): node is Expression => node.kind !== "Expr";

/** The line on which a statement or an expression begins to run. */
export function firstLine(source: SourceFile, node: Node): number {
  let at: Node = node;
  for (;;) {
    if (at.kind === "Traced" && at.before !== null) return at.before;
    if (isExpressionLike(at) && isConstant(at as Expression)) break;
    const next = firstPart(at);
    if (next === null) break;
    at = next;
  }
  return startOf(source, at);
}

/** The line on which CPython has what it puts behind a block of statements; null where that has none. */
export function lastLine(source: SourceFile, statements: readonly Statement[]): number | null {
  const node = statements.at(-1);
  if (!node) return null;
  switch (node.kind) {
    case "Expr":
      return isConstant(node.value) ? startOf(source, node) : null;
    case "If":
      return lastLine(source, node.orelse.length > 0 ? node.orelse : node.body);
    case "While":
      return node.orelse.length > 0 ? lastLine(source, node.orelse) : startOf(source, node);
    case "For":
    case "Try":
      return lastLine(source, node.kind === "For" ? node.orelse : node.finalbody);
    case "With":
      return null;
    case "Match": {
      const { pattern } = node.cases.at(-1)!;
      return pattern.kind === "MatchAs" && pattern.pattern === null ? null : startOf(source, pattern);
    }
    default:
      return startOf(source, node);
  }
}

/** The `after` of an expression behind which CPython has an instruction without a line. */
export const NO_LINE = 0;

/** True for `(a or b) if c else d`: behind the `or` is such an instruction. */
const isForgetful = (node: Node): boolean => node.kind === "IfExp" && node.body.kind === "BoolOp";

/** A place in the tree that an expression stands at. */
interface Slot {
  get(): Expression;
  set(expression: Expression): void;
}

type Fields = Record<string, Expression | (Expression | null)[]>;

function slotOf(parent: Node, field: string, index = -1): Slot {
  const fields = parent as unknown as Fields;
  return {
    get: () => (index < 0 ? fields[field] : (fields[field] as Expression[])[index]) as Expression,
    set: (expression) => {
      if (index < 0) fields[field] = expression;
      else (fields[field] as Expression[])[index] = expression;
    },
  };
}

const slotsOf = (parent: Node, field: string): Slot[] =>
  (parent as unknown as Record<string, unknown[]>)[field]!.flatMap((item, index) => (item ? [slotOf(parent, field, index)] : []));

/** Follows the evaluation of what stands on several lines in one frame. */
class Marker {
  /** What was evaluated last. */
  private last: Slot | null = null;

  constructor(
    private readonly source: SourceFile,
    /** The line that the program is on; null where it depends on the way it came. */
    private line: number | null,
  ) {}

  private startOf(node: Node): number {
    return startOf(this.source, node);
  }

  /** An instruction that is on no line: what comes next is an event for certain. */
  private forget(slot: Slot): void {
    const value = slot.get();
    slot.set({ kind: "Traced", value, before: null, after: NO_LINE, span: value.span });
    this.line = null;
  }

  /** An instruction that is on a line. */
  at(line: number): void {
    if (this.line === line) return;
    this.line = line;
    if (!this.last) return;
    const value = this.last.get();
    const isOpen = value.kind === "Traced" && value.after === null;
    this.last.set(isOpen ? { ...value, after: line } : { kind: "Traced", value, before: null, after: line, span: value.span });
  }

  visit(slot: Slot): void {
    const value = slot.get();
    const line = firstLine(this.source, value);
    if (this.line !== line) slot.set({ kind: "Traced", value, before: line, after: null, span: value.span });
    this.line = line;
    if (!isConstant(value)) this.inside(value);
    if (!isSuper(value)) this.last = slot;
  }

  private inside(node: Expression): void {
    const line = this.startOf(node);
    switch (node.kind) {
      case "BoolOp":
        for (const [index, slot] of slotsOf(node, "values").entries()) {
          this.visit(slot);
          if (index < node.values.length - 1) this.at(line);
        }
        if (this.line !== line) this.line = null;
        return;
      case "IfExp": {
        const forgets = isForgetful(node);
        this.test(slotOf(node, "test"), { line });
        this.either(
          () => {
            this.visit(slotOf(node, "body"));
            if (forgets) this.forget(slotOf(node, "body"));
          },
          () => this.visit(slotOf(node, "orelse")),
        );
        return;
      }
      case "BinOp":
        this.chain(node);
        return;
      case "Compare":
        this.visit(slotOf(node, "left"));
        for (const slot of slotsOf(node, "comparators")) {
          this.visit(slot);
          this.at(line);
        }
        return;
      case "Call":
        this.call(node);
        return;
      case "Attribute":
        this.visit(slotOf(node, "value"));
        this.at(endOf(this.source, node));
        return;
      case "Subscript":
        this.visit(slotOf(node, "value"));
        this.slice(slotOf(node, "slice"));
        break;
      case "Lambda":
        this.defaults(node);
        new Marker(this.source, firstLine(this.source, node.body)).lambda(node);
        break;
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        this.visit(slotOf(node.generators[0]!, "iter"));
        new Marker(this.source, line).comprehension(node);
        break;
      case "Dict":
        this.dict(node);
        break;
      case "List":
      case "Tuple":
      case "Set":
        this.items(node, slotsOf(node, "elts"), line);
        break;
      case "UnaryOp":
        this.visit(slotOf(node, "operand"));
        break;
      case "NamedExpr":
      case "Starred":
      case "YieldFrom":
      case "Await":
        this.visit(slotOf(node, "value"));
        break;
      case "Yield":
        if (node.value) this.visit(slotOf(node, "value"));
        break;
      default:
        return;
    }
    this.at(line);
  }

  /** A condition. Its jumps are on the line of the statement, or of the last comparison. */
  test(slot: Slot, jump: { line: number }): void {
    const node = slot.get();
    if (node.kind === "BoolOp") {
      const lines = slotsOf(node, "values").map((value) => {
        this.test(value, jump);
        return this.line;
      });
      if (new Set(lines).size > 1) this.line = null;
    } else if (node.kind === "UnaryOp" && node.op === "Not" && !isConstant(node)) this.test(slotOf(node, "operand"), jump);
    else if (node.kind === "IfExp") {
      this.test(slotOf(node, "test"), jump);
      this.either(
        () => this.test(slotOf(node, "body"), jump),
        () => this.test(slotOf(node, "orelse"), jump),
      );
    } else {
      if (node.kind === "Compare") jump.line = this.startOf(node);
      this.visit(slot);
      this.at(jump.line);
    }
  }

  private either(body: () => void, orelse: () => void): void {
    const before = this.line;
    body();
    const after = this.line;
    this.line = before;
    orelse();
    if (this.line !== after) this.line = null;
  }

  /** A chain of operators nests to the left as deeply as it is long. */
  private chain(node: Expression): void {
    const steps: Expression[] = [];
    let left: Expression = node;
    while (left.kind === "BinOp" && !isConstant(left)) {
      steps.push(left);
      left = left.left;
    }
    this.visit(slotOf(steps.at(-1)!, "left"));
    for (const step of steps.reverse()) {
      this.visit(slotOf(step, "right"));
      this.at(this.startOf(step));
    }
  }

  private call(node: Call): void {
    const { func } = node;
    let line = this.startOf(node);
    if (func.kind === "Attribute") {
      line = endOf(this.source, func);
      this.visit(slotOf(func, "value"));
      this.at(line);
    } else this.visit(slotOf(node, "func"));
    this.items(node, slotsOf(node, "args"), line);
    for (const keyword of node.keywords) this.visit(slotOf(keyword, "value"));
    this.at(line);
  }

  private items(parent: Node, slots: readonly Slot[], line: number): void {
    let isSpread = false;
    for (const slot of slots) {
      const item = slot.get();
      if (item.kind === "Starred") {
        if (!isSpread && parent.kind !== "Call") this.at(line);
        isSpread = true;
        this.visit(slotOf(item, "value"));
      } else this.visit(slot);
      if (isSpread) this.at(line);
    }
  }

  private dict(node: Extract<Expression, { kind: "Dict" }>): void {
    const isPlain = node.keys.length > 1 && node.keys.every((key) => key && isConstant(key));
    for (const index of node.values.keys()) {
      if (!isPlain && node.keys[index]) this.visit(slotOf(node, "keys", index));
      this.visit(slotOf(node, "values", index));
    }
  }

  private slice(slot: Slot): void {
    const node = slot.get();
    if (node.kind !== "Slice") {
      this.visit(slot);
      return;
    }
    for (const part of ["lower", "upper", "step"] as const) if (node[part]) this.visit(slotOf(node, part));
    this.at(this.startOf(node));
  }

  private defaults({ args }: Pick<FunctionDef, "args">): void {
    for (const slot of [...slotsOf(args, "defaults"), ...slotsOf(args, "kw_defaults")]) this.visit(slot);
  }

  private lambda(node: Lambda): void {
    this.visit(slotOf(node, "body"));
    this.at(this.startOf(node));
  }

  private comprehension(node: Extract<Expression, { generators: unknown }>): void {
    const line = this.startOf(node);
    for (const [index, clause] of node.generators.entries()) {
      if (index > 0) this.visit(slotOf(clause, "iter"));
      this.line = this.startOf(clause.target);
      this.last = null;
      for (const slot of slotsOf(clause, "ifs")) this.test(slot, { line });
    }
    for (const field of node.kind === "DictComp" ? ["key", "value"] : ["elt"]) this.visit(slotOf(node, field));
    this.at(line);
  }

  /** What is assigned to. */
  store(target: Expression): void {
    switch (target.kind) {
      case "Attribute":
        this.visit(slotOf(target, "value"));
        this.at(endOf(this.source, target));
        break;
      case "Subscript":
        this.visit(slotOf(target, "value"));
        this.slice(slotOf(target, "slice"));
        this.at(this.startOf(target));
        break;
      case "Starred":
        this.store(target.value);
        break;
      default:
        this.at(this.startOf(target));
        if (target.kind === "Tuple" || target.kind === "List") for (const item of target.elts) this.store(item);
    }
  }

  statement(node: Statement): void {
    const line = this.startOf(node);
    switch (node.kind) {
      case "Expr":
        this.visit(slotOf(node, "value"));
        break;
      case "Return":
        if (!node.value) break;
        this.visit(slotOf(node, "value"));
        if (this.startOf(node.value) !== line) this.at(line);
        break;
      case "Assign":
        this.visit(slotOf(node, "value"));
        for (const target of node.targets) this.store(target);
        break;
      case "AnnAssign":
        if (node.value) {
          this.visit(slotOf(node, "value"));
          this.store(node.target);
        }
        break;
      case "AugAssign":
        if (node.target.kind !== "Name") this.store(node.target);
        this.visit(slotOf(node, "value"));
        this.at(line);
        break;
      case "Delete":
        for (const target of node.targets) this.store(target);
        break;
      case "If":
      case "While":
        this.test(slotOf(node, "test"), { line });
        break;
      case "Assert":
        this.test(slotOf(node, "test"), { line });
        if (!node.msg) break;
        this.visit(slotOf(node, "msg"));
        this.at(line);
        break;
      case "Raise":
        for (const field of ["exc", "cause"] as const) if (node[field]) this.visit(slotOf(node, field));
        this.at(line);
        break;
      case "For":
        this.visit(slotOf(node, "iter"));
        break;
      case "With":
        for (const item of node.items) {
          this.visit(slotOf(item, "context_expr"));
          this.at(line);
          if (item.optional_vars) this.line = this.startOf(item.optional_vars);
        }
        break;
      case "Match":
        this.visit(slotOf(node, "subject"));
        break;
      case "FunctionDef":
        this.defaults(node);
        this.at(line);
        break;
      case "ClassDef":
        for (const slot of slotsOf(node, "bases")) this.visit(slot);
        for (const keyword of node.keywords) this.visit(slotOf(keyword, "value"));
        this.at(line);
    }
  }
}

const isSuper = (node: Expression): boolean => node.kind === "Call" && node.func.kind === "Name" && node.func.id === "super";

/** The expressions of a statement itself, decorators apart, which are on lines of their own. */
function headOf(node: Statement): Node[] {
  switch (node.kind) {
    case "FunctionDef":
      return [...node.args.defaults, ...node.args.kw_defaults].filter((value) => value !== null);
    case "ClassDef":
      return [...node.bases, ...node.keywords];
    default:
      return children(node).filter((child) => !STATEMENTS.has(child.kind) && child.kind !== "ExceptHandler" && child.kind !== "match_case");
  }
}

const STATEMENTS: ReadonlySet<string> = new Set<Statement["kind"]>([
  "FunctionDef",
  "ClassDef",
  "Return",
  "Delete",
  "Assign",
  "AugAssign",
  "AnnAssign",
  "For",
  "While",
  "If",
  "With",
  "Match",
  "Raise",
  "Try",
  "Assert",
  "Import",
  "ImportFrom",
  "Global",
  "Nonlocal",
  "Expr",
  "Pass",
  "Break",
  "Continue",
]);

const isStatement = (node: Node): node is Statement => STATEMENTS.has(node.kind);

/** Puts the marks into a module's tree. */
export function markLines(tree: Node, source: SourceFile): void {
  const pending: Node[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    pending.push(...children(node));
    if (node.kind === "ExceptHandler" && node.type) {
      const marker = new Marker(source, firstLine(source, node.type));
      marker.visit(slotOf(node, "type"));
      marker.at(startOf(source, node));
    }
    if (!isStatement(node)) continue;
    if (node.kind === "FunctionDef" || node.kind === "ClassDef") {
      for (const slot of slotsOf(node, "decorator_list")) new Marker(source, firstLine(source, slot.get())).visit(slot);
    }
    const line = startOf(source, node);
    const isPlain = (part: Node): boolean =>
      startOf(source, part) === line && endOf(source, part) === line && ![...walk(part)].some(isForgetful);
    if (headOf(node).every(isPlain)) continue;
    const first = node.kind === "FunctionDef" || node.kind === "ClassDef" ? madeLine(source, node) : firstLine(source, node);
    new Marker(source, first).statement(node);
  }
}
