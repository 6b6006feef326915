/**
 * Where the line changes in the midst of what stands on several lines: the parts are put into `Traced` nodes, which say on which line the program is before and
 * after a part. The order is that of evaluation, the lines those of CPython 3.11's instructions.
 */
import type { Call, Expression, FunctionDef, Lambda, Node, Statement } from "../ast.js";
import type { SourceFile } from "../source.js";
import { endOf, firstLine, isConstant, startOf } from "./trace-lines.js";

/** The `after` of an expression behind which CPython has an instruction without a line. */
export const NO_LINE = 0;

/** True for `(a or b) if c else d`: behind the `or` is such an instruction. */
export const isForgetful = (node: Node): boolean => node.kind === "IfExp" && node.body.kind === "BoolOp";

/** A place in the tree that an expression stands at. */
export interface Slot {
  get(): Expression;
  set(expression: Expression): void;
}

type Fields = Record<string, Expression | (Expression | null)[]>;

export function slotOf(parent: Node, field: string, index = -1): Slot {
  const fields = parent as unknown as Fields;
  return {
    get: () => (index < 0 ? fields[field] : (fields[field] as Expression[])[index]) as Expression,
    set: (expression) => {
      if (index < 0) fields[field] = expression;
      else (fields[field] as Expression[])[index] = expression;
    },
  };
}

export const slotsOf = (parent: Node, field: string): Slot[] =>
  (parent as unknown as Record<string, unknown[]>)[field]!.flatMap((item, index) => (item ? [slotOf(parent, field, index)] : []));

/** Follows the evaluation of what stands on several lines in one frame. */
export class Marker {
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
