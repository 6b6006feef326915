/** Gives the names of an executed text their places: an item of one of the two objects of code-objects.ts, or what they are in any function. */
import type {
  Alias,
  Comprehension,
  Expression,
  ExpressionContext,
  FunctionDef,
  MatchCase,
  Module,
  Name,
  Node,
  Span,
  Statement,
} from "./ast.js";
import { GLOBALS, NAMES, unitName } from "./code-objects.js";
import { moduleName } from "./literal-code.js";
import { asksForNamespace, boundName, localsName } from "./lower/bindings.js";
import { walk } from "./lower/walk.js";
import type { Scope, ScopeNode, Scopes } from "./scope.js";

/** What is known of the names that a text may mean. */
export interface KnownNames {
  /** True for a builtin. */
  isBuiltin(name: string): boolean;
  /** True for a builtin's name that means something else somewhere in the program. */
  isHidden(name: string): boolean;
}

/** A statement that no function can have. */
export class NotInFunction extends Error {}

/** The module whose one function is the text. With `shows`, values of expressions that are statements are handed to `.n`. */
export function asUnit(tree: Module, scopes: Scopes, source: string, known: KnownNames, shows: boolean): Module {
  const { span } = tree;
  const renamer = new Renamer(scopes, source, known, shows);
  const [only, ...more] = tree.body;
  const body: Statement[] =
    only?.kind === "Expr" && more.length === 0
      ? [{ kind: "Return", value: renamer.shown(only.value, scopes.module), span: only.span }]
      : renamer.block(tree.body, scopes.module);
  const arg = (name: string) => ({ kind: "arg" as const, arg: name, annotation: null, span });
  const args: FunctionDef["args"] = {
    kind: "arguments",
    posonlyargs: [],
    args: [arg(NAMES), arg(GLOBALS)],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
    span,
  };
  if (body.length === 0) body.push({ kind: "Pass", span });
  return {
    kind: "Module",
    span,
    body: [{ kind: "FunctionDef", name: unitName, args, body, decorator_list: [], returns: null, is_async: false, span }],
  };
}

const name = (id: string, span: Span, ctx: ExpressionContext = "Load"): Name => ({ kind: "Name", id, ctx, span });
const text = (value: string, span: Span): Expression => ({ kind: "Constant", value: { type: "str", value }, span });
const callOf = (object: string, method: string, args: Expression[], span: Span): Expression => ({
  kind: "Call",
  func: { kind: "Attribute", value: name(object, span), attr: method, ctx: "Load", span },
  args,
  keywords: [],
  span,
});

/** What the compiler itself has to see by its name. */
const SEEN_BY_COMPILER: ReadonlySet<string> = new Set(["super", "__class__", "__debug__"]);

class Renamer {
  /** Names that a statement binds to a register first: no builtin of that name can be told from it. */
  private readonly defined: ReadonlySet<string>;

  constructor(
    private readonly scopes: Scopes,
    private readonly source: string,
    private readonly known: KnownNames,
    private readonly shows: boolean,
  ) {
    this.defined = new Set([...walk(scopes.module.node)].flatMap(defines));
  }

  // ---------------------------------------------------------------- statements

  block(statements: readonly Statement[], scope: Scope): Statement[] {
    return statements.flatMap((statement) => this.statement(statement, scope));
  }

  private statement(node: Statement, scope: Scope): Statement[] {
    const { span } = node;
    switch (node.kind) {
      case "Global":
        return [];
      case "FunctionDef": {
        const inner = this.scopes.of(node);
        const args = this.parameters(node.args, scope);
        const decorator_list = node.decorator_list.map((decorator) => this.expression(decorator, scope));
        const made: Statement = { ...node, args, decorator_list, returns: null, body: this.filled(node.body, inner, span) };
        return [made, ...this.store([node.name], scope, span)];
      }
      case "ClassDef": {
        const { body, ...outside } = node;
        const made = { ...this.fields(outside as Node, scope), body: this.filled(body, this.scopes.of(node), span) } as Statement;
        return [made, ...this.store([node.name], scope, span)];
      }
      case "Import":
        return [node, ...this.store(boundNames(node, node.names), scope, span)];
      case "ImportFrom":
        if (node.names[0]?.name === "*") throw new NotInFunction("import * in a text that is executed");
        return [node, ...this.store(boundNames(node, node.names), scope, span)];
      case "AnnAssign": {
        if (node.target.kind !== "Name" || this.objectOf(node.target.id, scope) === null) {
          return [{ ...this.fields({ ...node, annotation: node.target }, scope), annotation: this.annotation(node.annotation) }];
        }
        if (node.value === null) return [];
        const value = this.expression(node.value, scope);
        return [{ kind: "Assign", targets: [this.expression(node.target, scope)], value, span }];
      }
      case "Expr":
        return [{ kind: "Expr", value: this.shown(node.value, scope), span }];
    }
    return [this.fields(node, scope)];
  }

  /** Scopes do not look into annotations: one that is more than a builtin, or `ClassVar`, is its own text. */
  private annotation(node: Expression): Expression {
    const outer = node.kind === "Subscript" ? node.value : node;
    const isKept = (outer.kind === "Name" && outer.id === "ClassVar") || (outer.kind === "Attribute" && outer.attr === "ClassVar");
    if (isKept || (node.kind === "Name" && this.known.isBuiltin(node.id))) return node;
    return text(this.source.slice(node.span.start, node.span.end), node.span);
  }

  /** The value of a statement that is an expression: `.n` may print it. */
  shown(value: Expression, scope: Scope): Expression {
    const made = this.expression(value, scope);
    return this.shows && scope.kind === "module" ? callOf(NAMES, "show", [made], value.span) : made;
  }

  /** A block that may not be empty. */
  private filled(statements: readonly Statement[], scope: Scope, span: Span): Statement[] {
    const body = this.block(statements, scope);
    return body.length > 0 ? body : [{ kind: "Pass", span }];
  }

  /** Stores what a statement has bound to registers of these names. */
  private store(names: readonly string[], scope: Scope, span: Span): Statement[] {
    return names.flatMap((id): Statement[] => {
      const object = this.objectOf(id, scope);
      if (object === null) return [];
      return [{ kind: "Assign", targets: [this.item(object, id, scope, "Store", span)], value: name(id, span), span }];
    });
  }

  /** The parts of a node; blocks among them keep something. */
  private fields<T extends Node>(node: T, scope: Scope): T {
    const made: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(node)) {
      if (Array.isArray(value)) {
        made[field] =
          BLOCKS.has(field) && node.kind !== "Lambda"
            ? this.blockOf(node, field, value, scope)
            : value.map((item) => this.part(item, scope));
      } else made[field] = this.part(value, scope);
    }
    return made as unknown as T;
  }

  private blockOf(node: Node, field: string, statements: Statement[], scope: Scope): Statement[] {
    return field === "body" ? this.filled(statements, scope, node.span) : this.block(statements, scope);
  }

  private part(value: unknown, scope: Scope): unknown {
    if (typeof value !== "object" || value === null || !("kind" in value) || !("span" in value)) return value;
    const node = value as Node;
    if (node.kind === "ExceptHandler") {
      const { span } = node;
      const object = node.name === null ? null : this.objectOf(node.name, scope);
      const made = this.fields(node, scope);
      if (object === null) return made;
      const drop: Statement = { kind: "Expr", value: callOf(object, "drop", [text(scope.mangle(node.name!), span)], span), span };
      const body: Statement = { kind: "Try", body: made.body, handlers: [], orelse: [], finalbody: [drop], span };
      return { ...made, body: [...this.store([node.name!], scope, span), body] };
    }
    if (node.kind === "match_case") return this.matchCase(node, scope);
    return this.expression(node as Expression, scope);
  }

  /** What a pattern captures is stored before the guard asks for it. */
  private matchCase(node: MatchCase, scope: Scope): MatchCase {
    const made = this.fields(node, scope);
    const { span } = node;
    const names = [...new Set([...walk(node.pattern)].flatMap(defines))].filter((id) => this.objectOf(id, scope) !== null);
    if (made.guard === null) return { ...made, body: [...this.store(names, scope, span), ...made.body] };
    const stored = names.map((id) => callOf(this.objectOf(id, scope)!, "put", [text(scope.mangle(id), span), name(id, span)], span));
    if (stored.length === 0) return made;
    const all: Expression = { kind: "Tuple", elts: stored, ctx: "Load", span };
    return { ...made, guard: { kind: "BoolOp", op: "And", values: [all, made.guard], span } };
  }

  // --------------------------------------------------------------- expressions

  expression(node: Expression, scope: Scope): Expression {
    const { span } = node;
    switch (node.kind) {
      case "Name":
        return this.name(node, scope);
      case "NamedExpr": {
        const object = this.objectOf(node.target.id, scope);
        if (object === null) break;
        return callOf(object, "put", [text(scope.mangle(node.target.id), span), this.expression(node.value, scope)], span);
      }
      case "Lambda":
        return { ...node, args: this.parameters(node.args, scope), body: this.expression(node.body, this.scopes.of(node)) };
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        return this.comprehension(node, scope);
      case "Call": {
        const asked = asksForNamespace(node);
        const object = asked === null ? null : this.objectOf(asked, scope);
        if (object === null || (scope.kind !== "module" && asked !== "globals")) {
          if (object === null) break;
          return node;
        }
        const all = callOf(asked === "globals" ? GLOBALS : NAMES, "all", [], span);
        return asked === "dir" ? { kind: "Call", func: name("sorted", span), args: [all], keywords: [], span } : all;
      }
    }
    return this.fields(node, scope);
  }

  private comprehension(node: Expression & ScopeNode & { generators: Comprehension[] }, outer: Scope): Expression {
    const inner = this.scopes.of(node);
    const { generators, ...rest } = node;
    const made = this.fields(rest as unknown as Node, inner);
    const parts = generators.map((part, index) => ({
      ...this.fields({ ...part, iter: part.target }, inner),
      iter: this.expression(part.iter, index === 0 ? outer : inner),
    }));
    return { ...made, generators: parts } as unknown as Expression;
  }

  /** Defaults are evaluated outside; annotations not at all. */
  private parameters(args: FunctionDef["args"], outer: Scope): FunctionDef["args"] {
    const plain = <T extends { annotation: Expression | null } | null>(arg: T): T => arg && { ...arg, annotation: null };
    return {
      ...args,
      posonlyargs: args.posonlyargs.map(plain),
      args: args.args.map(plain),
      vararg: plain(args.vararg),
      kwonlyargs: args.kwonlyargs.map(plain),
      kwarg: plain(args.kwarg),
      defaults: args.defaults.map((value) => this.expression(value, outer)),
      kw_defaults: args.kw_defaults.map((value) => value && this.expression(value, outer)),
    };
  }

  private name(node: Name, scope: Scope): Expression {
    const { id, ctx, span } = node;
    if (id === moduleName) return name(scope.kind === "module" ? NAMES : GLOBALS, span);
    const object = this.objectOf(id, scope);
    if (object !== null) return this.item(object, id, scope, ctx, span);
    if (ctx !== "Load" || !this.isBoundLater(node, scope)) return node;
    const asked: Expression = { kind: "Call", func: name(localsName, span), args: [], keywords: [], span };
    const test: Expression = { kind: "Compare", left: text(scope.mangle(id), span), ops: ["In"], comparators: [asked], span };
    return { kind: "IfExp", test, body: node, orelse: this.item(GLOBALS, id, scope, "Load", span), span };
  }

  /** True for a name of a class body that is read before the first statement that binds it has ended: `x = x`. */
  private isBoundLater({ id, span }: Name, scope: Scope): boolean {
    if (scope.kind !== "class" || scope.lookup(id)?.resolution === "free") return false;
    const { body } = scope.node as Node & { body: Statement[] };
    const around = body.findIndex((statement) => statement.span.start <= span.start && span.end <= statement.span.end);
    const before = body.slice(0, around < 0 ? body.length : around);
    const binds = (inner: Node): boolean =>
      (inner.kind === "Name" && inner.ctx === "Store" && inner.id === id) ||
      ((inner.kind === "FunctionDef" || inner.kind === "ClassDef") && inner.name === id) ||
      (inner.kind === "alias" && (inner.asname ?? inner.name) === id);
    return !before.some((statement) => [...walk(statement)].some(binds));
  }

  /** The object that a name of a scope lives in; null for a local, and for a builtin that nothing can hide. */
  private objectOf(id: string, scope: Scope): string | null {
    if (SEEN_BY_COMPILER.has(id) || id === moduleName) return null;
    const symbol = scope.lookup(id);
    const isOutside = symbol === undefined || symbol.resolution === "global" || symbol.resolution === "builtin";
    if (scope.kind === "module") return symbol?.declaredGlobal ? GLOBALS : NAMES;
    return isOutside ? GLOBALS : null;
  }

  private item(object: string, id: string, scope: Scope, ctx: ExpressionContext, span: Span): Expression {
    const key = scope.mangle(id);
    if (ctx === "Load" && this.known.isBuiltin(key) && !this.defined.has(key)) {
      if (!this.known.isHidden(key)) return name(key, span);
      return callOf(object, "get", [text(key, span), name(key, span)], span);
    }
    return { kind: "Subscript", value: name(object, span), slice: text(key, span), ctx, span };
  }
}

function defines(node: Node): string[] {
  switch (node.kind) {
    case "FunctionDef":
    case "ClassDef":
      return [node.name];
    case "Import":
    case "ImportFrom":
      return boundNames(node, node.names);
    case "ExceptHandler":
    case "MatchAs":
    case "MatchStar":
      return node.name === null ? [] : [node.name];
    case "MatchMapping":
      return node.rest === null ? [] : [node.rest];
    default:
      return [];
  }
}

const BLOCKS: ReadonlySet<string> = new Set(["body", "orelse", "finalbody"]);

const boundNames = (statement: Parameters<typeof boundName>[0], aliases: readonly Alias[]): string[] =>
  aliases.map((alias) => boundName(statement, alias));
