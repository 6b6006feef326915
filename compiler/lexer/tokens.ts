import { createToken, Lexer, type TokenType } from "chevrotain";

/**
 * The token types. Whatever starts an expression belongs to the category ExpressionStart, so that the statement
 * grammar can look ahead without knowing the expression grammar.
 */
export const ExpressionStart = createToken({ name: "ExpressionStart", pattern: Lexer.NA });

function injected(name: string, label: string): TokenType {
  return createToken({ name, label, pattern: Lexer.NA });
}

/** End of a logical line, made by the indentation pass. */
export const Newline = injected("Newline", "end of line");
export const Indent = injected("Indent", "indent");
export const Dedent = injected("Dedent", "dedent");

// ---------------------------------------------------------- trivia and lines

/**
 * A line end, the blank and comment lines after it, and the next line's indentation, in one match. The indentation
 * pass makes Newline, Indent and Dedent of it.
 */
export const LineBreak = createToken({
  name: "LineBreak",
  pattern: /(?:\r\n?|\n)(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n?|\n))*[ \t\f]*/,
  line_breaks: true,
});

const Whitespace = createToken({ name: "Whitespace", pattern: /[ \t\f]+/, group: Lexer.SKIPPED });
const ByteOrderMark = createToken({ name: "ByteOrderMark", pattern: /\ufeff/, group: Lexer.SKIPPED });
const Comment = createToken({ name: "Comment", pattern: /#[^\r\n]*/, group: Lexer.SKIPPED });
const Continuation = createToken({
  name: "Continuation",
  pattern: /\\(?:\r\n?|\n)/,
  line_breaks: true,
  group: Lexer.SKIPPED,
});

// ------------------------------------------------------------------ literals

const PREFIX = "(?:[rRbBuUfF]|[rR][bBfF]|[bBfF][rR])?";

export const StringLiteral = createToken({
  name: "StringLiteral",
  label: "string",
  pattern: new RegExp(
    `${PREFIX}(?:${[
      "'''[^'\\\\]*(?:(?:\\\\[\\s\\S]|'(?!''))[^'\\\\]*)*'''",
      '"""[^"\\\\]*(?:(?:\\\\[\\s\\S]|"(?!""))[^"\\\\]*)*"""',
      "'(?!'')[^'\\\\\\r\\n]*(?:\\\\(?:\\r\\n|[\\s\\S])[^'\\\\\\r\\n]*)*'",
      '"(?!"")[^"\\\\\\r\\n]*(?:\\\\(?:\\r\\n|[\\s\\S])[^"\\\\\\r\\n]*)*"',
    ].join("|")})`,
  ),
  line_breaks: true,
  categories: [ExpressionStart],
});

/** A triple-quoted string without an end runs to the end of the file, any other to the end of its line. */
export const UnterminatedString = createToken({
  name: "UnterminatedString",
  pattern: new RegExp(
    `${PREFIX}(?:'''[\\s\\S]*|"""[\\s\\S]*|'(?:[^\\\\\\r\\n]|\\\\(?:\\r\\n|[\\s\\S]))*|"(?:[^\\\\\\r\\n]|\\\\(?:\\r\\n|[\\s\\S]))*)`,
  ),
  line_breaks: true,
});

/** The longest run that can begin a number; what is wrong with it is found when it is decoded. */
export const NumberLiteral = createToken({
  name: "NumberLiteral",
  label: "number",
  pattern:
    /0[xX](?:_?[\da-fA-F])*|0[oO](?:_?\d)*|0[bB](?:_?\d)*|(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.?)(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?/,
  categories: [ExpressionStart],
});

/** Identifiers; any non-ASCII character is taken here and judged afterwards. Keywords are told apart afterwards too. */
export const Name = createToken({
  name: "Name",
  label: "name",
  pattern: /[A-Za-z_\u0080-\ufefe\uff00-\uffff][\w\u0080-\ufefe\uff00-\uffff]*/,
  categories: [ExpressionStart],
});

/** Anything else, one character at a time. Not written as a complement, which chevrotain cannot index. */
export const Unknown = createToken({ name: "Unknown", pattern: /[\0-\x09\x0b\x0c\x0e-\uffff]/ });

// ----------------------------------------------------------------- operators

function operator(name: string, text: string, startsExpression = false): TokenType {
  return createToken({
    name,
    label: `'${text}'`,
    pattern: text,
    ...(startsExpression ? { categories: [ExpressionStart] } : {}),
  });
}

export const LeftParen = operator("LeftParen", "(", true);
export const RightParen = operator("RightParen", ")");
export const LeftBracket = operator("LeftBracket", "[", true);
export const RightBracket = operator("RightBracket", "]");
export const LeftBrace = operator("LeftBrace", "{", true);
export const RightBrace = operator("RightBrace", "}");
export const Ellipsis = operator("Ellipsis", "...", true);
export const Dot = operator("Dot", ".");
export const Comma = operator("Comma", ",");
export const Semicolon = operator("Semicolon", ";");
export const ColonEqual = operator("ColonEqual", ":=");
export const Colon = operator("Colon", ":");
export const Arrow = operator("Arrow", "->");
export const EqualEqual = operator("EqualEqual", "==");
export const Equal = operator("Equal", "=");
export const NotEqual = operator("NotEqual", "!=");
export const Exclamation = operator("Exclamation", "!");
export const LessEqual = operator("LessEqual", "<=");
export const ShiftLeftEqual = operator("ShiftLeftEqual", "<<=");
export const ShiftLeft = operator("ShiftLeft", "<<");
export const Less = operator("Less", "<");
export const GreaterEqual = operator("GreaterEqual", ">=");
export const ShiftRightEqual = operator("ShiftRightEqual", ">>=");
export const ShiftRight = operator("ShiftRight", ">>");
export const Greater = operator("Greater", ">");
export const PlusEqual = operator("PlusEqual", "+=");
export const Plus = operator("Plus", "+", true);
export const MinusEqual = operator("MinusEqual", "-=");
export const Minus = operator("Minus", "-", true);
export const StarStarEqual = operator("StarStarEqual", "**=");
export const StarStar = operator("StarStar", "**");
export const StarEqual = operator("StarEqual", "*=");
export const Star = operator("Star", "*", true);
export const SlashSlashEqual = operator("SlashSlashEqual", "//=");
export const SlashSlash = operator("SlashSlash", "//");
export const SlashEqual = operator("SlashEqual", "/=");
export const Slash = operator("Slash", "/");
export const PercentEqual = operator("PercentEqual", "%=");
export const Percent = operator("Percent", "%");
export const AtEqual = operator("AtEqual", "@=");
export const At = operator("At", "@");
export const AmpersandEqual = operator("AmpersandEqual", "&=");
export const Ampersand = operator("Ampersand", "&");
export const BarEqual = operator("BarEqual", "|=");
export const Bar = operator("Bar", "|");
export const CaretEqual = operator("CaretEqual", "^=");
export const Caret = operator("Caret", "^");
export const Tilde = operator("Tilde", "~", true);

/** In the order in which they are tried: longer before shorter. */
const operators = [
  Ellipsis,
  StarStarEqual,
  SlashSlashEqual,
  ShiftLeftEqual,
  ShiftRightEqual,
  ColonEqual,
  Arrow,
  EqualEqual,
  NotEqual,
  LessEqual,
  GreaterEqual,
  PlusEqual,
  MinusEqual,
  StarEqual,
  SlashEqual,
  PercentEqual,
  AtEqual,
  AmpersandEqual,
  BarEqual,
  CaretEqual,
  StarStar,
  SlashSlash,
  ShiftLeft,
  ShiftRight,
  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  LeftBrace,
  RightBrace,
  Dot,
  Comma,
  Semicolon,
  Colon,
  Equal,
  Exclamation,
  Less,
  Greater,
  Plus,
  Minus,
  Star,
  Slash,
  Percent,
  At,
  Ampersand,
  Bar,
  Caret,
  Tilde,
];

// ------------------------------------------------------------------ keywords

/** Keywords by their text. */
export const keywords = new Map<string, TokenType>();

function keyword(text: string, startsExpression = false): TokenType {
  const type = createToken({
    name: `Keyword_${text}`,
    label: `'${text}'`,
    pattern: Lexer.NA,
    ...(startsExpression ? { categories: [ExpressionStart] } : {}),
  });
  keywords.set(text, type);
  return type;
}

export const False = keyword("False", true);
export const None = keyword("None", true);
export const True = keyword("True", true);
export const And = keyword("and");
export const As = keyword("as");
export const Assert = keyword("assert");
export const Async = keyword("async");
export const Await = keyword("await", true);
export const Break = keyword("break");
export const Class = keyword("class");
export const Continue = keyword("continue");
export const Def = keyword("def");
export const Del = keyword("del");
export const Elif = keyword("elif");
export const Else = keyword("else");
export const Except = keyword("except");
export const Finally = keyword("finally");
export const For = keyword("for");
export const From = keyword("from");
export const Global = keyword("global");
export const If = keyword("if");
export const Import = keyword("import");
export const In = keyword("in");
export const Is = keyword("is");
export const Lambda = keyword("lambda", true);
export const Nonlocal = keyword("nonlocal");
export const Not = keyword("not", true);
export const Or = keyword("or");
export const Pass = keyword("pass");
export const Raise = keyword("raise");
export const Return = keyword("return");
export const Try = keyword("try");
export const While = keyword("while");
export const With = keyword("with");
export const Yield = keyword("yield", true);

/** What the lexer matches, in order. */
export const lexedTokens: TokenType[] = [
  LineBreak,
  Whitespace,
  ByteOrderMark,
  Comment,
  Continuation,
  StringLiteral,
  UnterminatedString,
  Name,
  NumberLiteral,
  ...operators,
  Unknown,
];

/** What the parser can meet. */
export const parserTokens: TokenType[] = [
  ExpressionStart,
  Newline,
  Indent,
  Dedent,
  StringLiteral,
  Name,
  NumberLiteral,
  ...operators,
  ...keywords.values(),
];
