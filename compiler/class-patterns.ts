/** Which class patterns need the language's help: both the linker and code generation ask. */
import type { MatchClass } from "./ast.js";

/** Types whose one positional pattern is asked of the object itself. */
const SELF_MATCHING: ReadonlySet<string> = new Set([
  "bool",
  "bytearray",
  "bytes",
  "dict",
  "float",
  "frozenset",
  "int",
  "list",
  "set",
  "str",
  "tuple",
]);

/**
 * The hidden builtin that a class pattern calls; null where a test of the type is all.
 * @param isBuiltinType whether a name means a builtin type for certain
 */
export function patternHelper({ cls, patterns, kwd_attrs }: MatchClass, isBuiltinType: (id: string) => boolean): string | null {
  const isBuiltin = cls.kind === "Name" && isBuiltinType(cls.id);
  if (isBuiltin && kwd_attrs.length === 0 && (patterns.length === 0 || (patterns.length === 1 && SELF_MATCHING.has(cls.id)))) return null;
  return patterns.length > 0 ? "_match_positional" : "_match_class";
}
