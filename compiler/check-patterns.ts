import type { Expression, Match, MatchCase, Pattern, Span } from "./ast.js";

/** Why a `match` statement is refused, in CPython's words. */
export interface PatternProblem {
  readonly span: Span;
  readonly message: string;
}

/** The first thing that is wrong with the patterns of a statement; null if nothing is. */
export function findPatternProblem({ cases }: Match): PatternProblem | null {
  for (const [index, { pattern, guard }] of cases.entries()) {
    const hides = guard === null && index < cases.length - 1 ? findHiding(pattern) : null;
    const problem = hides ?? namesOf(pattern, new Set());
    if (problem !== null) return problem;
  }
  return null;
}

/** True for a case that takes whatever comes. */
export const isIrrefutable = ({ pattern, guard }: MatchCase): boolean => guard === null && findHiding(pattern) !== null;

/** A pattern that takes everything, where others follow. */
function findHiding(pattern: Pattern): PatternProblem | null {
  if (pattern.kind === "MatchOr") return findHiding(pattern.patterns.at(-1)!);
  if (pattern.kind !== "MatchAs") return null;
  if (pattern.pattern !== null) return findHiding(pattern.pattern);
  const what = pattern.name === null ? "wildcard" : `name capture '${pattern.name}'`;
  return { span: pattern.span, message: `${what} makes remaining patterns unreachable` };
}

/** Adds the names that a pattern binds to `names`; a problem, if they or the pattern's form are wrong. */
function namesOf(pattern: Pattern, names: Set<string>): PatternProblem | null {
  switch (pattern.kind) {
    case "MatchValue":
    case "MatchSingleton":
      return null;
    case "MatchStar":
      return bind(pattern.name, pattern.span, names);
    case "MatchAs":
      return (pattern.pattern && namesOf(pattern.pattern, names)) ?? bind(pattern.name, pattern.span, names);
    case "MatchSequence": {
      const stars = pattern.patterns.filter(({ kind }) => kind === "MatchStar");
      if (stars.length > 1) return { span: pattern.span, message: "multiple starred expressions in sequence pattern" };
      return namesOfAll(pattern.patterns, names);
    }
    case "MatchMapping":
      return findRepeatedKey(pattern.keys) ?? namesOfAll(pattern.patterns, names) ?? bind(pattern.rest, pattern.span, names);
    case "MatchClass": {
      const { kwd_attrs } = pattern;
      const repeated = kwd_attrs.findIndex((name, index) => kwd_attrs.indexOf(name) < index);
      if (repeated >= 0) {
        return { span: pattern.kwd_patterns[repeated]!.span, message: `attribute name repeated in class pattern: ${kwd_attrs[repeated]}` };
      }
      return namesOfAll([...pattern.patterns, ...pattern.kwd_patterns], names);
    }
    case "MatchOr":
      return namesOfAlternatives(pattern.patterns, pattern.span, names);
  }
}

function namesOfAll(patterns: readonly Pattern[], names: Set<string>): PatternProblem | null {
  for (const pattern of patterns) {
    const problem = namesOf(pattern, names);
    if (problem !== null) return problem;
  }
  return null;
}

function namesOfAlternatives(patterns: readonly Pattern[], span: Span, names: Set<string>): PatternProblem | null {
  let first: Set<string> | null = null;
  for (const [index, pattern] of patterns.entries()) {
    const hides = index < patterns.length - 1 ? findHiding(pattern) : null;
    const own = new Set<string>();
    const problem = hides ?? namesOf(pattern, own);
    if (problem !== null) return problem;
    first ??= own;
    if (own.size !== first.size || [...own].some((name) => !first?.has(name))) {
      return { span, message: "alternative patterns bind different names" };
    }
  }
  for (const name of first ?? []) {
    const problem = bind(name, span, names);
    if (problem !== null) return problem;
  }
  return null;
}

function bind(name: string | null, span: Span, names: Set<string>): PatternProblem | null {
  if (name === null) return null;
  if (names.has(name)) return { span, message: `multiple assignments to name '${name}' in pattern` };
  names.add(name);
  return null;
}

/** Only literals can be told while compiling. */
function findRepeatedKey(keys: readonly Expression[]): PatternProblem | null {
  const seen = new Set<string>();
  for (const key of keys) {
    if (key.kind !== "Constant") continue;
    const { value } = key;
    const text =
      value.type === "str"
        ? JSON.stringify(value.value)
        : value.type === "int" || value.type === "float"
          ? String(value.value)
          : value.type;
    if (value.type !== "bytes" && value.type !== "complex" && seen.has(text)) {
      const shown = value.type === "str" ? `'${value.value}'` : value.type === "true" || value.type === "false" ? capitalize(text) : text;
      return { span: key.span, message: `mapping pattern checks duplicate key (${shown})` };
    }
    seen.add(text);
  }
  return null;
}

const capitalize = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
