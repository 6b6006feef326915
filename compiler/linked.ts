/**
 * Functions of the library that nobody names: what the machine calls (the LINKED rows of entries.def) and what instructions of the compiler's own come to. Here stands
 * what in a program asks for each. A rule may say yes too often; no where it is needed is a NotImplementedError when the program runs.
 */
import type { Expression } from "./ast.js";

/** What is seen in a program: a kind of statement or operator, `keyword NAME` in a call, `arguments of NAME`: calls of it with more than few give. */
export type Fact = string;

/** Keywords of builtins that are native. */
const KEYWORDS = {
  split: ["sep", "maxsplit"],
  text: ["object", "encoding", "errors"],
  bytes: ["source", "encoding", "errors"],
  int: ["base"],
  round: ["number", "ndigits"],
  property: ["fget", "fset", "fdel", "doc"],
};
const allKeywords = new Set(Object.values(KEYWORDS).flat());
export const isKeyword = (name: string): boolean => allKeywords.has(name);

/** A call gives a keyword of this name. */
export const keywordFact = (name: string): Fact => `keyword ${name}`;

/** What has been seen, names and attributes among it. */
export interface Seen {
  readonly facts: ReadonlySet<Fact>;
  readonly names: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

/** The fact that `if _seen("fact"):` in the library asks for: whether the program, or what it uses, is such that the body is needed. */
export function factAskedFor(test: Expression): Fact | null {
  if (test.kind !== "Call" || test.func.kind !== "Name" || test.func.id !== "_seen") return null;
  const [what] = test.args;
  return what?.kind === "Constant" && what.value.type === "str" ? what.value.value : null;
}

type Rule = (seen: Seen) => boolean;

const fact =
  (what: Fact): Rule =>
  ({ facts }) =>
    facts.has(what);

/** A call may give one of these keywords. */
const gives = ({ facts }: Seen, keywords: readonly string[]): boolean =>
  keywords.some((name) => facts.has(keywordFact(name)) || (facts.has("spread") && facts.has(`text ${name}`)));

const attributeWith =
  (name: string, keywords: readonly string[]): Rule =>
  (seen) =>
    seen.attributes.has(name) && gives(seen, keywords);
const nameWith =
  (name: string, keywords: readonly string[]): Rule =>
  (seen) =>
    seen.names.has(name) && gives(seen, keywords);
const either =
  (...rules: Rule[]): Rule =>
  (seen) =>
    rules.some((rule) => rule(seen));
const both =
  (...rules: Rule[]): Rule =>
  (seen) =>
    rules.every((rule) => rule(seen));

/** What makes sets and views of dicts. */
const usesSets: Rule = ({ facts, names }) => facts.has("set") || names.has("set") || names.has("frozenset") || facts.has("view");
const usesDicts: Rule = ({ facts, names, attributes }) => facts.has("dict") || names.has("dict") || attributes.has("__dict__");

const formats = either(fact("modulo"), fact("modulo of a text"));

/** What makes bytes of texts. */
const makesBytes: Rule = ({ names, attributes }) => attributes.has("encode") || names.has("bytes") || names.has("bytearray");

/** The functions by their names, and when each is needed. */
export const linkRules: Readonly<Record<string, Rule>> = {
  _percent_slow: either(both(formats, fact("text with %")), ({ attributes }) => attributes.has("__mod__")),
  _bytes_percent: either(both(formats, fact("bytes with %")), both(formats, fact("text with %"), makesBytes), ({ attributes }) =>
    attributes.has("__mod__"),
  ),
  _range_long: both(fact("range as a value"), fact("long number")),
  _encode_keywords: fact("arguments of encode"),
  _decode_keywords: fact("arguments of decode"),
  _str_decode: fact("arguments of str"),
  _str_keywords: nameWith("str", KEYWORDS.text),
  _bytes_keywords: either(fact("arguments of bytes"), nameWith("bytes", KEYWORDS.bytes)),
  _bytearray_keywords: either(fact("arguments of bytearray"), nameWith("bytearray", KEYWORDS.bytes)),
  _int_keywords: nameWith("int", KEYWORDS.int),
  _split_keywords: attributeWith("split", KEYWORDS.split),
  _rsplit_keywords: attributeWith("rsplit", KEYWORDS.split),
  _round_int: either(fact("arguments of round"), nameWith("round", KEYWORDS.round)),
  _round_keywords: nameWith("round", KEYWORDS.round),
  _property_keywords: nameWith("property", KEYWORDS.property),
  _class_order: ({ attributes }) => attributes.has("__mro__") || attributes.has("__bases__"),
  _class_linearize: fact("several bases"),
  _bytes_of: fact("bytes of anything"),
  _bytearray_of: ({ names }) => names.has("bytearray"),
  _bytearray_iadd: ({ names }) => names.has("bytearray"),
  _bytearray_setslice: both(either(fact("slice stored"), fact("slice stored in a bytearray")), ({ names }) => names.has("bytearray")),
  _bytearray_delslice: both(either(fact("slice deleted"), fact("slice deleted in a bytearray")), ({ names }) => names.has("bytearray")),
  _list_setslice: either(fact("slice stored"), ({ names }) => names.has("slice")),
  _list_delslice: either(fact("slice deleted"), ({ names }) => names.has("slice") || names.has("_bytearray_delslice")),
  _construct: either(fact("def __new__"), fact("builtin base"), fact("arguments of type"), ({ attributes }) => attributes.has("__new__")),
  _getattribute: fact("def __getattribute__"),
  _dict_missing: fact("def __missing__"),
  _descriptor_get: fact("def __get__"),
  _descriptor_set: either(fact("def __set__"), fact("def __delete__")),
  _descriptor_delete: either(fact("def __set__"), fact("def __delete__")),
  _set_binary: either(both(fact("operator of sets"), usesSets), both(fact("|"), usesDicts), ({ names }) => names.has("_operate")),
  _import_missing: fact("import in a try"),
  sorted: ({ names }) => names.has("dir"),
  _with_enter: fact("with"),
  _with_exit: fact("with"),
  _aiter: fact("async for"),
  _anext: fact("async for"),
  _aenter: fact("async with"),
  _aexit: fact("async with"),
  _unpack_ex: fact("starred target"),
  _yield_from_throw: fact("yield from"),
  _dict_update: fact("mapping in a dict"),
};
