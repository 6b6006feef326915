/** What a module finds outside itself: builtin types and functions, and the functions of the prelude. */
import { builtins, builtinTypes } from "../build/generated/builtins.js";
import { type Const, constKey, IMMEDIATE, immediate } from "./constants.js";

/** A function of the prelude, as a call of it needs to know it. */
export interface PreludeFunction {
  readonly name: string;
  readonly value: Const;
  /** Its number in the prelude's function table. */
  readonly index: number;
  readonly positional: number;
  /** Positional parameters without a default. */
  readonly required: number;
  readonly hasVarArgs: boolean;
  /** It has a keyword-only parameter without a default. */
  readonly needsKeywords: boolean;
}

/** Types whose names are not builtin names of the language. */
const HIDDEN_TYPES = new Set([
  "NoneType",
  "NotImplementedType",
  "ellipsis",
  "function",
  "builtin",
  "method",
  "generator",
  "module",
  "iterator",
  "cell",
  "dict_keys",
  "dict_values",
  "dict_items",
  "traceback",
  "coroutine",
  "async_generator",
]);

const ALIASES: Readonly<Record<string, string>> = { IOError: "OSError", EnvironmentError: "OSError" };

export const typeValue = (number: number): Const => ({ kind: "word", word: immediate(IMMEDIATE.type, number) });
export const builtinValue = (number: number): Const => ({ kind: "word", word: immediate(IMMEDIATE.builtin, number) });

/** The number of a value that is a builtin function; null for anything else. */
export function builtinNumber(value: Const): number | null {
  return value.kind === "word" && (value.word & 31) === immediate(IMMEDIATE.builtin, 0) ? value.word >>> 5 : null;
}

/** The number of a value that is a builtin type; null for anything else. */
export function typeNumber(value: Const): number | null {
  return value.kind === "word" && (value.word & 31) === immediate(IMMEDIATE.type, 0) ? value.word >>> 5 : null;
}

/** True for the name of a builtin type that programs see. */
export const isBuiltinType = (name: string): boolean => !HIDDEN_TYPES.has(name) && builtinTypes.some((type) => type.suffix === name);

/** The row of a builtin type's name. */
export const builtinTypeCalled = (name: string): (typeof builtinTypes)[number] | undefined =>
  builtinTypes.find(({ suffix }) => suffix === name);

/** A builtin type that there is, as a value. */
export const typeCalled = (name: string): Const => typeValue(builtinTypeCalled(name)!.number);

/** True for a builtin type that is another one or derives from it. */
export function derivesFrom(number: number, base: number): boolean {
  for (let type = builtinTypes[number]; type; type = builtinTypes[type.base]) {
    if (type.number === base) return true;
    if (type.base === type.number) return false;
  }
  return false;
}

/** True for a builtin type that is an exception. */
export const isExceptionType = (number: number): boolean => derivesFrom(number, builtinTypeCalled("BaseException")!.number);

/** `AttributeError__get_name` is what reading `name` calls. */
export const GETTER = /^get_/;

/** Several types that have a method in common, by what stands before its name. */
const TYPES_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  number: ["int", "float"],
  sequence: ["str", "bytes", "bytearray", "list", "tuple"],
  sized: ["str", "bytes", "bytearray", "list", "tuple", "dict", "set", "frozenset"],
  mutable: ["bytearray", "list", "dict"],
  growing: ["bytearray", "list"],
  ordered: ["list", "dict"],
  sets: ["set", "frozenset"],
  keyed: ["set", "frozenset", "dict_keys", "dict_items"],
  text: ["str", "bytes"],
  chars: ["str", "bytes", "bytearray"],
  binary: ["bytes", "bytearray"],
  row: ["list", "tuple"],
  either: ["set", "frozenset", "dict"],
  callable: ["type", "function", "builtin", "method"],
};

/** The types and the name of the methods that a function is: one, or with a name such as `number____add__` several. */
export function methodsOfTypes(name: string): { type: number; method: string }[] {
  const group = Object.keys(TYPES_TOGETHER).find((prefix) => name.startsWith(`${prefix}__`));
  if (group !== undefined) return TYPES_TOGETHER[group]!.map((type) => methodOfType(type + name.slice(group.length))!);
  const method = methodOfType(name);
  return method ? [method] : [];
}

/** `list__sort` belongs to type list, under the name sort; `dict__new` is what calling dict does. Null for a plain function. */
export function methodOfType(name: string): { type: number; method: string } | null {
  for (const type of builtinTypes) {
    if (!name.startsWith(`${type.suffix}__`)) continue;
    const rest = name.slice(type.suffix.length + 2);
    if (rest !== "") return { type: type.number, method: rest === "new" ? "__new__" : rest.replace(GETTER, "") };
  }
  return null;
}

export class Environment {
  private readonly values = new Map<string, Const>();
  private readonly functions = new Map<string, PreludeFunction>();
  private readonly byValue = new Map<string, PreludeFunction>();

  /** `isPrelude`: the module is the prelude, which sees every function and every name. */
  constructor(functions: readonly PreludeFunction[], isPrelude: boolean) {
    for (const type of builtinTypes) {
      if (!isPrelude && HIDDEN_TYPES.has(type.suffix)) continue;
      this.values.set(type.suffix, typeValue(type.number));
    }
    for (const [alias, name] of Object.entries(ALIASES)) this.values.set(alias, this.values.get(name)!);
    for (const builtin of builtins) {
      if (builtin.kind !== "function" || (!isPrelude && builtin.name.startsWith("_"))) continue;
      this.values.set(builtin.name, builtinValue(builtin.number));
    }
    this.values.set("NotImplemented", { kind: "notimplemented" });
    this.values.set("Ellipsis", { kind: "ellipsis" });
    for (const known of functions) {
      this.functions.set(known.name, known);
      this.byValue.set(constKey(known.value), known);
      if (isPrelude || (!known.name.startsWith("_") && !methodOfType(known.name))) this.values.set(known.name, known.value);
    }
  }

  /** The value of a builtin name; null where there is none. */
  builtin(name: string): Const | null {
    return this.values.get(name) ?? null;
  }

  /** The builtin that a call of a known value comes to: itself, or what calling a type does, where that is a builtin. */
  builtinCalled(value: Const): number | null {
    const type = typeNumber(value);
    if (type === null) return builtinNumber(value);
    if (this.functions.has(`${builtinTypes[type]!.suffix}__new`)) return null;
    return builtins.find((builtin) => builtin.kind === "new" && builtin.type === type)?.number ?? null;
  }

  /** A function of the prelude, by its name there. */
  preludeFunction(name: string): PreludeFunction | null {
    return this.functions.get(name) ?? null;
  }

  /** The function of the prelude that a value is. */
  preludeFunctionOf(value: Const): PreludeFunction | null {
    return this.byValue.get(constKey(value)) ?? null;
  }

  /** The function of the prelude that is a name's builtin value. */
  preludeBuiltin(name: string): PreludeFunction | null {
    const known = this.functions.get(name);
    return known && this.values.get(name) === known.value ? known : null;
  }

  get builtinNames(): IterableIterator<string> {
    return this.values.keys();
  }
}
