import type { ConstantValue, Node, Span } from "../../compiler/ast.js";
import type { SourceFile } from "../../compiler/source.js";

/** The fields of each kind of node in the order of CPython's ASDL. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Module: ["body"],
  FunctionDef: ["name", "args", "body", "decorator_list", "returns"],
  ClassDef: ["name", "bases", "keywords", "body", "decorator_list"],
  Return: ["value"],
  Delete: ["targets"],
  Assign: ["targets", "value"],
  AugAssign: ["target", "op", "value"],
  AnnAssign: ["target", "annotation", "value", "simple"],
  For: ["target", "iter", "body", "orelse"],
  While: ["test", "body", "orelse"],
  If: ["test", "body", "orelse"],
  With: ["items", "body"],
  Match: ["subject", "cases"],
  Raise: ["exc", "cause"],
  Try: ["body", "handlers", "orelse", "finalbody"],
  Assert: ["test", "msg"],
  Import: ["names"],
  ImportFrom: ["module", "names", "level"],
  Global: ["names"],
  Nonlocal: ["names"],
  Expr: ["value"],
  Pass: [],
  Break: [],
  Continue: [],
  BoolOp: ["op", "values"],
  NamedExpr: ["target", "value"],
  BinOp: ["left", "op", "right"],
  UnaryOp: ["op", "operand"],
  Lambda: ["args", "body"],
  IfExp: ["test", "body", "orelse"],
  Dict: ["keys", "values"],
  Set: ["elts"],
  ListComp: ["elt", "generators"],
  SetComp: ["elt", "generators"],
  DictComp: ["key", "value", "generators"],
  GeneratorExp: ["elt", "generators"],
  Yield: ["value"],
  YieldFrom: ["value"],
  Await: ["value"],
  Compare: ["left", "ops", "comparators"],
  Call: ["func", "args", "keywords"],
  FormattedValue: ["value", "conversion", "format_spec"],
  JoinedStr: ["values"],
  Attribute: ["value", "attr", "ctx"],
  Subscript: ["value", "slice", "ctx"],
  Starred: ["value", "ctx"],
  Name: ["id", "ctx"],
  List: ["elts", "ctx"],
  Tuple: ["elts", "ctx"],
  Slice: ["lower", "upper", "step"],
  MatchValue: ["value"],
  MatchSingleton: ["value"],
  MatchSequence: ["patterns"],
  MatchMapping: ["keys", "patterns", "rest"],
  MatchClass: ["cls", "patterns", "kwd_attrs", "kwd_patterns"],
  MatchStar: ["name"],
  MatchAs: ["pattern", "name"],
  MatchOr: ["patterns"],
  match_case: ["pattern", "guard", "body"],
  comprehension: ["target", "iter", "ifs", "is_async"],
  ExceptHandler: ["type", "name", "body"],
  arguments: ["posonlyargs", "args", "vararg", "kwonlyargs", "kw_defaults", "kwarg", "defaults"],
  arg: ["arg", "annotation"],
  keyword: ["arg", "value"],
  alias: ["name", "asname"],
  withitem: ["context_expr", "optional_vars"],
};

/** Nodes that have no position in CPython. */
const UNPLACED = new Set(["Module", "comprehension", "arguments", "withitem", "match_case"]);
const ENUMERATIONS = new Set(["op", "ctx"]);

/** JSON as Python writes it: ASCII only. */
function json(value: unknown): string {
  return JSON.stringify(value ?? null).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function bits(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString("hex");
}

function constant(value: ConstantValue): string {
  switch (value.type) {
    case "int":
      return `int ${value.value.toString(16)}`;
    case "float":
      return `float ${bits(value.value)}`;
    case "complex":
      return `complex ${bits(value.imag)}`;
    case "bytes":
      return `bytes ${Buffer.from(value.value).toString("hex")}`;
    case "str":
      return `str ${json(value.value)}`;
    default:
      return value.type;
  }
}

/** One line a node, as ast_oracle.py prints CPython's tree: kind, position and plain fields, indented by depth. */
export function dumpAst(root: Node, file: SourceFile): string[] {
  const lines: string[] = [];

  const place = (offset: number): string => {
    const line = file.lineOf(offset);
    let start = file.lineStarts[line - 1] ?? 0;
    if (start === 0 && file.text.startsWith("\ufeff")) start = 1;
    return `${line}:${Buffer.byteLength(file.text.slice(start, offset))}`;
  };

  const dump = (node: Record<string, unknown> & { kind: string; span: Span }, label: string, depth: number, placed: boolean): void => {
    const prefix = node["is_async"] === true && node.kind !== "comprehension" ? "Async" : "";
    let text = `${" ".repeat(depth)}${label}${prefix}${node.kind}`;
    if (placed && !UNPLACED.has(node.kind)) text += ` ${place(node.span.start)}-${place(node.span.end)}`;
    if (node.kind === "Constant" || node.kind === "MatchSingleton") {
      lines.push(`${text} ${constant(node.value as ConstantValue)}`);
      return;
    }
    const children: [string, unknown][] = [];
    for (const name of FIELDS[node.kind] ?? []) {
      const value = node[name];
      if (ENUMERATIONS.has(name)) {
        text += ` ${name}=${value}`;
      } else if (name === "ops") {
        text += ` ops=${(value as string[]).join(",")}`;
      } else if (name === "is_async") {
        text += ` is_async=${value ? 1 : 0}`;
      } else if (Array.isArray(value)) {
        text += ` ${name}[${value.length}]`;
        for (const item of value) {
          if (item !== null && typeof item === "object") children.push([name, item]);
          else text += ` ${json(item)}`;
        }
      } else if (value !== null && typeof value === "object") {
        children.push([name, value]);
      } else {
        text += ` ${name}=${json(value)}`;
      }
    }
    lines.push(text);
    for (const [name, child] of children) {
      dump(child as Parameters<typeof dump>[0], `${name}.`, depth + 1, placed && node.kind !== "JoinedStr");
    }
  };

  dump(root as unknown as Parameters<typeof dump>[0], "", 0, true);
  return lines;
}
