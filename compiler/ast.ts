/**
 * The abstract syntax tree: the node and field names of CPython 3.11's `ast` module, as discriminated unions.
 *
 * What the subset leaves out (`except*`) has no node here: the parser rejects it. `async` is a field, not a kind of its own.
 * Type comments are not kept. Annotations are, so that tools can read them; they never reach the bytecode.
 */

/** A half-open range of UTF-16 offsets into the source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Located {
  readonly span: Span;
}

// ------------------------------------------------------------------ modules

export interface Module extends Located {
  readonly kind: "Module";
  readonly body: Statement[];
}

// --------------------------------------------------------------- statements

export interface FunctionDef extends Located {
  readonly kind: "FunctionDef";
  readonly name: string;
  readonly args: Arguments;
  readonly body: Statement[];
  readonly decorator_list: Expression[];
  readonly returns: Expression | null;
  readonly is_async: boolean;
}

export interface ClassDef extends Located {
  readonly kind: "ClassDef";
  readonly name: string;
  readonly bases: Expression[];
  readonly keywords: Keyword[];
  readonly body: Statement[];
  readonly decorator_list: Expression[];
}

export interface Return extends Located {
  readonly kind: "Return";
  readonly value: Expression | null;
}

export interface Delete extends Located {
  readonly kind: "Delete";
  readonly targets: Expression[];
}

export interface Assign extends Located {
  readonly kind: "Assign";
  readonly targets: Expression[];
  readonly value: Expression;
}

export interface AugAssign extends Located {
  readonly kind: "AugAssign";
  readonly target: Name | Attribute | Subscript;
  readonly op: BinaryOperator;
  readonly value: Expression;
}

export interface AnnAssign extends Located {
  readonly kind: "AnnAssign";
  readonly target: Name | Attribute | Subscript;
  readonly annotation: Expression;
  readonly value: Expression | null;
  /** True for a bare name that stands without parentheses. */
  readonly simple: boolean;
}

export interface For extends Located {
  readonly kind: "For";
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: Statement[];
  readonly orelse: Statement[];
  readonly is_async: boolean;
}

export interface While extends Located {
  readonly kind: "While";
  readonly test: Expression;
  readonly body: Statement[];
  readonly orelse: Statement[];
}

export interface If extends Located {
  readonly kind: "If";
  readonly test: Expression;
  readonly body: Statement[];
  /** An `elif` is an If that is the only statement here; long chains nest deeply, so walk them in a loop. */
  readonly orelse: Statement[];
}

export interface With extends Located {
  readonly kind: "With";
  readonly items: WithItem[];
  readonly body: Statement[];
  readonly is_async: boolean;
}

export interface Match extends Located {
  readonly kind: "Match";
  readonly subject: Expression;
  readonly cases: MatchCase[];
}

export interface Raise extends Located {
  readonly kind: "Raise";
  readonly exc: Expression | null;
  readonly cause: Expression | null;
}

export interface Try extends Located {
  readonly kind: "Try";
  readonly body: Statement[];
  readonly handlers: ExceptHandler[];
  readonly orelse: Statement[];
  readonly finalbody: Statement[];
}

export interface Assert extends Located {
  readonly kind: "Assert";
  readonly test: Expression;
  readonly msg: Expression | null;
}

export interface Import extends Located {
  readonly kind: "Import";
  readonly names: Alias[];
}

export interface ImportFrom extends Located {
  readonly kind: "ImportFrom";
  /** Null in `from . import name`. */
  readonly module: string | null;
  readonly names: Alias[];
  /** The number of leading dots. */
  readonly level: number;
}

export interface Global extends Located {
  readonly kind: "Global";
  readonly names: string[];
}

export interface Nonlocal extends Located {
  readonly kind: "Nonlocal";
  readonly names: string[];
}

export interface Expr extends Located {
  readonly kind: "Expr";
  readonly value: Expression;
}

export interface Pass extends Located {
  readonly kind: "Pass";
}

export interface Break extends Located {
  readonly kind: "Break";
}

export interface Continue extends Located {
  readonly kind: "Continue";
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | Expr
  | Pass
  | Break
  | Continue;

// -------------------------------------------------------------- expressions

/** Load reads, Store binds, Del unbinds. */
export type ExpressionContext = "Load" | "Store" | "Del";

export interface BoolOp extends Located {
  readonly kind: "BoolOp";
  readonly op: BooleanOperator;
  readonly values: Expression[];
}

export interface NamedExpr extends Located {
  readonly kind: "NamedExpr";
  readonly target: Name;
  readonly value: Expression;
}

export interface BinOp extends Located {
  readonly kind: "BinOp";
  /** Chains such as `a + b + c + …` nest to the left, as deeply as they are long: walk them in a loop. */
  readonly left: Expression;
  readonly op: BinaryOperator;
  readonly right: Expression;
}

export interface UnaryOp extends Located {
  readonly kind: "UnaryOp";
  readonly op: UnaryOperator;
  readonly operand: Expression;
}

export interface Lambda extends Located {
  readonly kind: "Lambda";
  readonly args: Arguments;
  readonly body: Expression;
}

export interface IfExp extends Located {
  readonly kind: "IfExp";
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

export interface Dict extends Located {
  readonly kind: "Dict";
  /** A null key stands for `**value`. */
  readonly keys: (Expression | null)[];
  readonly values: Expression[];
}

export interface SetDisplay extends Located {
  readonly kind: "Set";
  readonly elts: Expression[];
}

export interface ListComp extends Located {
  readonly kind: "ListComp";
  readonly elt: Expression;
  readonly generators: Comprehension[];
}

export interface SetComp extends Located {
  readonly kind: "SetComp";
  readonly elt: Expression;
  readonly generators: Comprehension[];
}

export interface DictComp extends Located {
  readonly kind: "DictComp";
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: Comprehension[];
}

export interface GeneratorExp extends Located {
  readonly kind: "GeneratorExp";
  readonly elt: Expression;
  readonly generators: Comprehension[];
}

export interface Yield extends Located {
  readonly kind: "Yield";
  readonly value: Expression | null;
}

export interface YieldFrom extends Located {
  readonly kind: "YieldFrom";
  readonly value: Expression;
}

export interface Await extends Located {
  readonly kind: "Await";
  readonly value: Expression;
}

export interface Compare extends Located {
  readonly kind: "Compare";
  readonly left: Expression;
  readonly ops: ComparisonOperator[];
  readonly comparators: Expression[];
}

export interface Call extends Located {
  readonly kind: "Call";
  readonly func: Expression;
  /** Positional arguments; `*iterable` is a Starred. */
  readonly args: Expression[];
  /** Keyword arguments; `**mapping` has a null `arg`. */
  readonly keywords: Keyword[];
}

export interface FormattedValue extends Located {
  readonly kind: "FormattedValue";
  readonly value: Expression;
  readonly conversion: FormatConversion;
  readonly format_spec: JoinedStr | null;
}

export interface JoinedStr extends Located {
  readonly kind: "JoinedStr";
  /** String Constants and FormattedValues; never two Constants side by side. */
  readonly values: Expression[];
}

export interface Constant extends Located {
  readonly kind: "Constant";
  readonly value: ConstantValue;
}

export interface Attribute extends Located {
  readonly kind: "Attribute";
  readonly value: Expression;
  readonly attr: string;
  readonly ctx: ExpressionContext;
}

export interface Subscript extends Located {
  readonly kind: "Subscript";
  readonly value: Expression;
  readonly slice: Expression;
  readonly ctx: ExpressionContext;
}

export interface Starred extends Located {
  readonly kind: "Starred";
  readonly value: Expression;
  readonly ctx: ExpressionContext;
}

export interface Name extends Located {
  readonly kind: "Name";
  /** As written (after NFKC); private names are mangled by the scopes. */
  readonly id: string;
  readonly ctx: ExpressionContext;
}

export interface List extends Located {
  readonly kind: "List";
  readonly elts: Expression[];
  readonly ctx: ExpressionContext;
}

export interface Tuple extends Located {
  readonly kind: "Tuple";
  readonly elts: Expression[];
  readonly ctx: ExpressionContext;
}

/** Occurs only as the `slice` of a Subscript, or as an element of the Tuple there. */
export interface Slice extends Located {
  readonly kind: "Slice";
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

/**
 * Not CPython's: an expression of a program that is traced (lower/trace.ts). The program comes to the line `before` ahead of it, and to the line
 * `after` behind it.
 */
export interface Traced extends Located {
  readonly kind: "Traced";
  readonly value: Expression;
  readonly before: number | null;
  readonly after: number | null;
}

export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetDisplay
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Yield
  | YieldFrom
  | Await
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice
  | Traced;

export type ComprehensionExpression = ListComp | SetComp | DictComp | GeneratorExp;

// ----------------------------------------------------------------- patterns

/** Compared with `==`: a literal or a dotted name. */
export interface MatchValue extends Located {
  readonly kind: "MatchValue";
  readonly value: Expression;
}

/** None, True or False, compared with `is`. */
export interface MatchSingleton extends Located {
  readonly kind: "MatchSingleton";
  readonly value: ConstantValue;
}

export interface MatchSequence extends Located {
  readonly kind: "MatchSequence";
  readonly patterns: Pattern[];
}

export interface MatchMapping extends Located {
  readonly kind: "MatchMapping";
  readonly keys: Expression[];
  readonly patterns: Pattern[];
  /** The name after `**`. */
  readonly rest: string | null;
}

export interface MatchClass extends Located {
  readonly kind: "MatchClass";
  readonly cls: Expression;
  readonly patterns: Pattern[];
  readonly kwd_attrs: string[];
  readonly kwd_patterns: Pattern[];
}

/** `*name`, or `*_` where the name is null; only in a MatchSequence. */
export interface MatchStar extends Located {
  readonly kind: "MatchStar";
  readonly name: string | null;
}

/** `pattern as name`; a plain name without a pattern; `_` with neither. */
export interface MatchAs extends Located {
  readonly kind: "MatchAs";
  readonly pattern: Pattern | null;
  readonly name: string | null;
}

export interface MatchOr extends Located {
  readonly kind: "MatchOr";
  readonly patterns: Pattern[];
}

export type Pattern = MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

// ---------------------------------------------------------------- operators

export type BooleanOperator = "And" | "Or";

export type BinaryOperator =
  | "Add"
  | "Sub"
  | "Mult"
  | "MatMult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";

export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";

export type ComparisonOperator = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";

/** `!s`, `!r`, `!a`, or null for none. */
export type FormatConversion = "s" | "r" | "a" | null;

// ---------------------------------------------------------------- constants

export type ConstantValue =
  | { readonly type: "int"; readonly value: bigint }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "complex"; readonly imag: number }
  /** May hold lone surrogates, as Python strings may. */
  | { readonly type: "str"; readonly value: string }
  | { readonly type: "bytes"; readonly value: Uint8Array }
  | { readonly type: "none" }
  | { readonly type: "true" }
  | { readonly type: "false" }
  | { readonly type: "ellipsis" };

// -------------------------------------------------------------- other nodes

export interface Comprehension extends Located {
  readonly kind: "comprehension";
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: Expression[];
  readonly is_async: boolean;
}

export interface ExceptHandler extends Located {
  readonly kind: "ExceptHandler";
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: Statement[];
}

export interface MatchCase extends Located {
  readonly kind: "match_case";
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: Statement[];
}

export interface Arguments extends Located {
  readonly kind: "arguments";
  readonly posonlyargs: Arg[];
  readonly args: Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: Arg[];
  /** One for each keyword-only parameter; null where there is no default. */
  readonly kw_defaults: (Expression | null)[];
  readonly kwarg: Arg | null;
  /** Of the last positional parameters. */
  readonly defaults: Expression[];
}

export interface Arg extends Located {
  readonly kind: "arg";
  readonly arg: string;
  readonly annotation: Expression | null;
}

export interface Keyword extends Located {
  readonly kind: "keyword";
  /** Null in `**mapping`. */
  readonly arg: string | null;
  readonly value: Expression;
}

export interface Alias extends Located {
  readonly kind: "alias";
  /** A dotted name, or `*`. */
  readonly name: string;
  readonly asname: string | null;
}

export interface WithItem extends Located {
  readonly kind: "withitem";
  readonly context_expr: Expression;
  readonly optional_vars: Expression | null;
}

export type Node =
  | Module
  | Statement
  | Expression
  | Pattern
  | Comprehension
  | ExceptHandler
  | MatchCase
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem;
