import type * as ast from "./ast.js";
import { findPatternProblem } from "./check-patterns.js";
import type { DiagnosticCode } from "./diagnostic-codes.js";
import type { DiagnosticCollector } from "./diagnostics.js";
import { Scope, type ScopeKind, type ScopeNode, type ScopeSymbol, Scopes } from "./scope.js";
import type { SourceFile } from "./source.js";

const COMPREHENSION_NAMES = { ListComp: "list", SetComp: "set", DictComp: "dict", GeneratorExp: "gen" } as const;

/** What the walk knows about a scope while it is inside. */
interface Frame {
  readonly scope: Scope;
  loops: number;
  /** Inside the iterable of a comprehension, where no name may be assigned. */
  iterables: number;
  /** Inside the targets of a comprehension's `for`. */
  inTarget: boolean;
  /** Where the function returns a value. */
  readonly returns: ast.Span[];
  /** The targets of a comprehension's `for`. */
  readonly iterationNames: Set<string>;
  /** In a plain method: the class, and the name of the first parameter. */
  readonly method: { readonly classScope: Scope; readonly self: string } | null;
}

/**
 * The first pass over the scopes: walks the tree, opens scopes, and notes what each does with each name. Statements that
 * stand outside the construct they belong to are reported on the way. Annotations are not looked into.
 */
export class ScopeBuilder {
  readonly scopes: Scopes;
  /** Names that the module binds, in order of first appearance. */
  readonly globals = new Set<string>();
  private frame: Frame;

  constructor(
    private readonly file: SourceFile,
    private readonly collector: DiagnosticCollector,
    module: ast.Module,
  ) {
    this.scopes = new Scopes(new Scope("module", module, "<module>", null, null));
    this.frame = this.newFrame(this.scopes.module, null);
    this.statements(module.body);
  }

  private newFrame(scope: Scope, method: Frame["method"]): Frame {
    return { scope, loops: 0, iterables: 0, inTarget: false, returns: [], iterationNames: new Set(), method };
  }

  private error(code: DiagnosticCode, span: ast.Span, message: string): void {
    this.collector.error(this.file, code, span, message);
  }

  /** Runs `walk` inside a new scope. */
  private enter(kind: ScopeKind, node: ScopeNode, name: string, method: Frame["method"], walk: (scope: Scope) => void): void {
    const outer = this.frame;
    const privateClass = node.kind === "ClassDef" ? node.name : outer.scope.privateClass;
    const scope = new Scope(kind, node, name, outer.scope, privateClass);
    this.scopes.add(scope);
    this.frame = this.newFrame(scope, method);
    this.frame.iterables = outer.iterables;
    walk(scope);
    this.frame = outer;
  }

  // ------------------------------------------------------------------- symbols

  private symbol(id: string, span: ast.Span, scope = this.frame.scope): ScopeSymbol {
    const name = scope.mangle(id);
    let symbol = scope.symbols.get(name);
    if (symbol === undefined) {
      symbol = {
        name,
        resolution: "builtin",
        isBound: false,
        isReferenced: false,
        isParameter: false,
        isImported: false,
        isAnnotated: false,
        declaredGlobal: false,
        declaredNonlocal: false,
        span,
      };
      scope.symbols.set(name, symbol);
    }
    return symbol;
  }

  private reference(id: string, span: ast.Span): void {
    this.symbol(id, span).isReferenced = true;
    if (id === "super" && this.frame.scope.isFunctionLike) this.symbol("__class__", span).isReferenced = true;
  }

  private bind(id: string, span: ast.Span): ScopeSymbol {
    const { scope, inTarget, iterationNames } = this.frame;
    const symbol = this.symbol(id, span);
    if (inTarget) {
      if (symbol.declaredGlobal || symbol.declaredNonlocal) {
        this.error("NP132", span, `comprehension inner loop cannot rebind assignment expression target '${id}'`);
      } else {
        iterationNames.add(symbol.name);
      }
    }
    symbol.isBound = true;
    if (scope.kind === "module" || symbol.declaredGlobal) this.globals.add(symbol.name);
    return symbol;
  }

  private declare(node: ast.Global | ast.Nonlocal): void {
    const kind = node.kind === "Global" ? "global" : "nonlocal";
    if (kind === "nonlocal" && this.frame.scope.kind === "module") {
      this.error("NP131", node.span, "nonlocal declaration not allowed at module level");
      return;
    }
    for (const id of node.names) {
      const symbol = this.frame.scope.symbols.get(this.frame.scope.mangle(id));
      const complaint = symbol === undefined ? null : findDeclarationProblem(symbol, id, kind);
      if (complaint !== null) {
        this.error("NP131", complaint.span ?? node.span, complaint.message);
        continue;
      }
      const declared = this.symbol(id, node.span);
      if (kind === "global") declared.declaredGlobal = true;
      else declared.declaredNonlocal = true;
    }
  }

  // ---------------------------------------------------------------- statements

  private statements(body: readonly ast.Statement[]): void {
    for (const statement of body) this.statement(statement);
  }

  private statement(node: ast.Statement): void {
    switch (node.kind) {
      case "FunctionDef":
        this.functionDefinition(node);
        break;
      case "ClassDef":
        this.classDefinition(node);
        break;
      case "Return":
        if (this.frame.scope.kind !== "function") this.error("NP130", node.span, "'return' outside function");
        else if (node.value !== null) this.frame.returns.push(node.span);
        this.optional(node.value);
        break;
      case "Delete":
        this.expressions(node.targets);
        break;
      case "Assign":
        this.expressions(node.targets);
        this.expression(node.value);
        break;
      case "AugAssign":
        this.expression(node.target);
        this.expression(node.value);
        break;
      case "AnnAssign":
        this.annotatedAssignment(node);
        break;
      case "For":
        if (node.is_async) this.needAsync(node.span, "'async for' outside async function");
        this.expression(node.target);
        this.expression(node.iter);
        this.loop(node.body);
        this.statements(node.orelse);
        break;
      case "While":
        this.expression(node.test);
        this.loop(node.body);
        this.statements(node.orelse);
        break;
      case "If":
        this.ifChain(node);
        break;
      case "With":
        if (node.is_async) this.needAsync(node.span, "'async with' outside async function");
        for (const item of node.items) {
          this.expression(item.context_expr);
          this.optional(item.optional_vars);
        }
        this.statements(node.body);
        break;
      case "Match":
        this.match(node);
        break;
      case "Raise":
        this.optional(node.exc);
        this.optional(node.cause);
        break;
      case "Try":
        this.statements(node.body);
        // In the order in which CPython's symtable goes.
        this.statements(node.orelse);
        for (const handler of node.handlers) {
          this.optional(handler.type);
          if (handler.name !== null) this.bind(handler.name, handler.span);
          this.statements(handler.body);
        }
        this.statements(node.finalbody);
        break;
      case "Assert":
        this.expression(node.test);
        this.optional(node.msg);
        break;
      case "Import":
      case "ImportFrom":
        this.imports(node);
        break;
      case "Global":
      case "Nonlocal":
        this.declare(node);
        break;
      case "Expr":
        this.expression(node.value);
        break;
      case "Break":
        if (this.frame.loops === 0) this.error("NP130", node.span, "'break' outside loop");
        break;
      case "Continue":
        if (this.frame.loops === 0) this.error("NP130", node.span, "'continue' not properly in loop");
        break;
      case "Pass":
        break;
    }
  }

  private loop(body: readonly ast.Statement[]): void {
    this.frame.loops += 1;
    this.statements(body);
    this.frame.loops -= 1;
  }

  /** An `if` with its `elif`s, which nest as deeply as there are many. */
  private ifChain(first: ast.If): void {
    for (let node: ast.If | null = first; node !== null; ) {
      this.expression(node.test);
      this.statements(node.body);
      const [next]: ast.Statement[] = node.orelse;
      if (node.orelse.length === 1 && next?.kind === "If") {
        node = next;
      } else {
        this.statements(node.orelse);
        node = null;
      }
    }
  }

  private match(node: ast.Match): void {
    this.expression(node.subject);
    for (const { pattern, guard, body } of node.cases) {
      this.pattern(pattern);
      this.optional(guard);
      this.statements(body);
    }
    const problem = findPatternProblem(node);
    if (problem !== null) this.error("NP134", problem.span, problem.message);
  }

  private pattern(node: ast.Pattern): void {
    switch (node.kind) {
      case "MatchValue":
        this.expression(node.value);
        break;
      case "MatchSingleton":
        break;
      case "MatchStar":
        if (node.name !== null) this.bind(node.name, node.span);
        break;
      case "MatchMapping":
        this.expressions(node.keys);
        for (const pattern of node.patterns) this.pattern(pattern);
        if (node.rest !== null) this.bind(node.rest, node.span);
        break;
      case "MatchClass":
        this.expression(node.cls);
        for (const pattern of [...node.patterns, ...node.kwd_patterns]) this.pattern(pattern);
        break;
      case "MatchAs":
        if (node.pattern !== null) this.pattern(node.pattern);
        if (node.name !== null) this.bind(node.name, node.span);
        break;
      case "MatchSequence":
      case "MatchOr":
        for (const pattern of node.patterns) this.pattern(pattern);
        break;
    }
  }

  private annotatedAssignment({ target, value, simple, span }: ast.AnnAssign): void {
    if (target.kind !== "Name") {
      // Without a value nothing is assigned; the object is still evaluated.
      if (value === null && target.kind === "Attribute") this.noteSelfAttribute(target);
      this.expression(target);
    } else {
      const symbol = this.symbol(target.id, target.span);
      if (this.frame.scope.kind !== "module" && simple && (symbol.declaredGlobal || symbol.declaredNonlocal)) {
        const kind = symbol.declaredGlobal ? "global" : "nonlocal";
        this.error("NP131", span, `annotated name '${target.id}' can't be ${kind}`);
      } else if (simple || value !== null) {
        this.bind(target.id, target.span);
        symbol.isAnnotated ||= simple;
      }
    }
    this.optional(value);
  }

  private imports(node: ast.Import | ast.ImportFrom): void {
    for (const alias of node.names) {
      if (alias.name === "*") {
        if (this.frame.scope.kind !== "module") this.error("NP119", node.span, "import * only allowed at module level");
        continue;
      }
      const id = alias.asname ?? (node.kind === "Import" ? (alias.name.split(".")[0] ?? alias.name) : alias.name);
      this.bind(id, alias.span).isImported = true;
    }
  }

  // --------------------------------------------------------------- definitions

  private functionDefinition(node: ast.FunctionDef): void {
    this.bind(node.name, node.span);
    this.defaults(node.args);
    this.expressions(node.decorator_list);
    this.enter("function", node, node.name, this.methodOf(node), (scope) => {
      scope.isAsync = node.is_async;
      this.parameters(node.args);
      this.statements(node.body);
      const [first] = this.frame.returns;
      if (first && scope.isAsync && scope.isGenerator) this.error("NP133", first, "'return' with value in async generator");
    });
  }

  /** What makes a function a plain method: it stands in a class and is called with the instance. */
  private methodOf({ args, decorator_list }: ast.FunctionDef): Frame["method"] {
    const { scope } = this.frame;
    if (scope.kind !== "class") return null;
    const isOther = decorator_list.some(
      (decorator) => decorator.kind === "Name" && (decorator.id === "staticmethod" || decorator.id === "classmethod"),
    );
    const self = args.posonlyargs[0] ?? args.args[0];
    return isOther || self === undefined ? null : { classScope: scope, self: self.arg };
  }

  private classDefinition(node: ast.ClassDef): void {
    this.bind(node.name, node.span);
    this.expressions(node.bases);
    for (const keyword of node.keywords) this.expression(keyword.value);
    this.expressions(node.decorator_list);
    this.enter("class", node, node.name, null, () => this.statements(node.body));
  }

  private lambda(node: ast.Lambda): void {
    this.defaults(node.args);
    this.enter("lambda", node, "<lambda>", null, () => {
      this.parameters(node.args);
      this.expression(node.body);
    });
  }

  private defaults(args: ast.Arguments): void {
    this.expressions(args.defaults);
    for (const value of args.kw_defaults) this.optional(value);
  }

  private parameters({ posonlyargs, args, kwonlyargs, vararg, kwarg }: ast.Arguments): void {
    const { scope } = this.frame;
    for (const parameter of [...posonlyargs, ...args, ...kwonlyargs, vararg, kwarg]) {
      if (parameter === null) continue;
      const symbol = this.symbol(parameter.arg, parameter.span);
      if (symbol.isParameter) {
        this.error("NP115", parameter.span, `duplicate argument '${parameter.arg}' in function definition`);
        continue;
      }
      symbol.isParameter = true;
      symbol.isBound = true;
      scope.parameters.push(symbol.name);
    }
  }

  // --------------------------------------------------------------- expressions

  private expressions(nodes: readonly ast.Expression[]): void {
    for (const node of nodes) this.expression(node);
  }

  private optional(node: ast.Expression | null): void {
    if (node !== null) this.expression(node);
  }

  /** Visits an expression. Chains that nest to the left (`a + b + …`, `a.b().c…`) are unrolled, however long. */
  private expression(root: ast.Expression): void {
    const spine: ast.Expression[] = [];
    for (let node: ast.Expression | null = root; node !== null; node = leftmostChild(node)) spine.push(node);
    for (let node = spine.pop(); node !== undefined; node = spine.pop()) this.withoutLeft(node);
  }

  /** Visits `node`, but for its leftmost child, which has been visited. */
  private withoutLeft(node: ast.Expression): void {
    switch (node.kind) {
      case "BinOp":
        this.expression(node.right);
        break;
      case "Attribute":
        if (node.ctx === "Store") this.noteSelfAttribute(node);
        break;
      case "Subscript":
        this.expression(node.slice);
        break;
      case "Call":
        this.call(node);
        break;
      case "Name":
        if (node.ctx === "Load") this.reference(node.id, node.span);
        else this.bind(node.id, node.span);
        break;
      case "NamedExpr":
        this.namedExpression(node);
        break;
      case "Lambda":
        this.lambda(node);
        break;
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        this.comprehension(node);
        break;
      case "Yield":
      case "YieldFrom":
        this.yieldExpression(node);
        break;
      case "Await":
        this.awaitExpression(node);
        break;
      case "BoolOp":
      case "JoinedStr":
        this.expressions(node.values);
        break;
      case "UnaryOp":
        this.expression(node.operand);
        break;
      case "IfExp":
        this.expression(node.test);
        this.expression(node.body);
        this.expression(node.orelse);
        break;
      case "Dict":
        for (const [index, value] of node.values.entries()) {
          this.optional(node.keys[index] ?? null);
          this.expression(value);
        }
        break;
      case "Set":
      case "List":
      case "Tuple":
        this.expressions(node.elts);
        break;
      case "Compare":
        this.expression(node.left);
        this.expressions(node.comparators);
        break;
      case "FormattedValue":
        this.expression(node.value);
        this.optional(node.format_spec);
        break;
      case "Starred":
        this.expression(node.value);
        break;
      case "Slice":
        this.optional(node.lower);
        this.optional(node.upper);
        this.optional(node.step);
        break;
      case "Constant":
        break;
    }
  }

  private call(node: ast.Call): void {
    const isSuper = node.func.kind === "Name" && node.func.id === "super";
    if (isSuper && node.args.length === 0 && node.keywords.length === 0) this.frame.scope.usesSuper = true;
    this.expressions(node.args);
    for (const keyword of node.keywords) this.expression(keyword.value);
  }

  private noteSelfAttribute({ value, attr }: ast.Attribute): void {
    const { method } = this.frame;
    if (method === null || value.kind !== "Name" || value.id !== method.self) return;
    const { selfAttributes } = method.classScope;
    const name = this.frame.scope.mangle(attr);
    if (!selfAttributes.includes(name)) selfAttributes.push(name);
  }

  private yieldExpression(node: ast.Yield | ast.YieldFrom): void {
    const { scope } = this.frame;
    if (scope.kind === "function" || scope.kind === "lambda") {
      scope.isGenerator = true;
      if (node.kind === "YieldFrom" && scope.isAsync) this.error("NP133", node.span, "'yield from' inside async function");
    } else if (scope.kind === "comprehension") {
      const what = { ListComp: "list comprehension", SetComp: "set comprehension", DictComp: "dict comprehension" };
      const where = what[scope.node.kind as keyof typeof what] ?? "generator expression";
      this.error("NP133", node.span, `'yield' inside ${where}`);
    } else {
      this.error("NP133", node.span, "'yield' outside function");
    }
    this.optional(node.value);
  }

  /** Reports what stands outside the body of an `async def`. */
  private needAsync(span: ast.Span, message: string): void {
    const { scope } = this.frame;
    if (scope.kind !== "function" || !scope.isAsync) this.error("NP130", span, message);
  }

  private awaitExpression({ value, span }: ast.Await): void {
    const { scope } = this.frame;
    if (scope.kind === "comprehension") scope.isAsync = true;
    else this.needAsync(span, `'await' outside ${scope.isFunctionLike ? "async " : ""}function`);
    this.expression(value);
  }

  // ------------------------------------------------------------ comprehensions

  private comprehension(node: ast.ComprehensionExpression): void {
    const [first, ...others] = node.generators;
    if (first === undefined) return;
    this.iterable(first.iter);
    const short = COMPREHENSION_NAMES[node.kind];
    this.enter("comprehension", node, short === "gen" ? "<genexpr>" : `<${short}comp>`, null, (scope) => {
      scope.isGenerator = node.kind === "GeneratorExp";
      scope.isAsync = node.generators.some((clause) => clause.is_async);
      this.comprehensionTarget(first.target);
      this.expressions(first.ifs);
      for (const clause of others) {
        this.comprehensionTarget(clause.target);
        this.iterable(clause.iter);
        this.expressions(clause.ifs);
      }
      if (node.kind === "DictComp") {
        this.expression(node.key);
        this.expression(node.value);
      } else {
        this.expression(node.elt);
      }
    });
    if (short !== "gen" && this.scopes.of(node).isAsync) this.awaitComprehension(node.span);
  }

  /** A comprehension that awaits is awaited where it stands: one around it awaits, too. */
  private awaitComprehension(span: ast.Span): void {
    if (this.frame.scope.kind === "comprehension") this.frame.scope.isAsync = true;
    else this.needAsync(span, "asynchronous comprehension outside of an asynchronous function");
  }

  private iterable(node: ast.Expression): void {
    this.frame.iterables += 1;
    this.expression(node);
    this.frame.iterables -= 1;
  }

  private comprehensionTarget(node: ast.Expression): void {
    this.frame.inTarget = true;
    this.expression(node);
    this.frame.inTarget = false;
  }

  private namedExpression(node: ast.NamedExpr): void {
    const { target, value, span } = node;
    if (this.frame.iterables > 0) {
      this.error("NP132", span, "assignment expression cannot be used in a comprehension iterable expression");
    } else if (this.frame.scope.kind === "comprehension") {
      this.bindOutside(target, span);
    } else {
      this.expression(value);
      this.expression(target);
      return;
    }
    this.expression(value);
  }

  /** In a comprehension, `:=` binds in the function around all comprehensions. */
  private bindOutside({ id, span }: ast.Name, whole: ast.Span): void {
    const inner = this.frame.scope;
    if (this.frame.iterationNames.has(inner.mangle(id))) {
      this.error("NP132", whole, `assignment expression cannot rebind comprehension iteration variable '${id}'`);
      return;
    }
    let outer = inner.parent;
    while (outer?.kind === "comprehension") {
      const symbol = outer.symbols.get(outer.mangle(id));
      if (symbol?.isBound && !symbol.declaredGlobal && !symbol.declaredNonlocal) {
        this.error("NP132", whole, `assignment expression cannot rebind comprehension iteration variable '${id}'`);
        return;
      }
      outer = outer.parent;
    }
    if (outer === null) return;
    if (outer.kind === "class") {
      this.error("NP132", whole, "assignment expression within a comprehension cannot be used in a class body");
      return;
    }
    const owner = this.symbol(id, span, outer);
    const isGlobal = outer.kind === "module" || owner.declaredGlobal;
    if (isGlobal) this.globals.add(owner.name);
    if (outer.kind !== "module") owner.isBound = true;
    const here = this.symbol(id, span);
    here.isBound = true;
    if (isGlobal) here.declaredGlobal = true;
    else here.declaredNonlocal = true;
  }
}

/**
 * Says in CPython's words why a scope that already uses a name in the way of `symbol` cannot declare it global or
 * nonlocal now. The span is the declaration's unless another is given.
 */
function findDeclarationProblem(
  symbol: ScopeSymbol,
  id: string,
  kind: "global" | "nonlocal",
): { readonly message: string; readonly span?: ast.Span } | null {
  if (symbol.isParameter) return { message: `name '${id}' is parameter and ${kind}` };
  if (symbol.isReferenced) return { message: `name '${id}' is used prior to ${kind} declaration` };
  if (symbol.isAnnotated) return { message: `annotated name '${id}' can't be ${kind}` };
  if (symbol.isBound) return { message: `name '${id}' is assigned to before ${kind} declaration` };
  const contradicts = kind === "global" ? symbol.declaredNonlocal : symbol.declaredGlobal;
  return contradicts ? { message: `name '${id}' is nonlocal and global`, span: symbol.span } : null;
}

/** The child of a node that is evaluated first and may nest without limit. */
function leftmostChild(node: ast.Expression): ast.Expression | null {
  switch (node.kind) {
    case "BinOp":
      return node.left;
    case "Attribute":
    case "Subscript":
      return node.value;
    case "Call":
      return node.func;
    default:
      return null;
  }
}
