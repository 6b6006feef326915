/** Expressions by the type that they most likely have. Some raise: the statements around them catch it and print what it was. */
import type { Random } from "./random.js";

export const types = ["int", "float", "str", "bool", "list", "strs", "tuple", "dict", "set", "bytes"] as const;
export type Type = (typeof types)[number];
/** Types whose text is the same in both: a set's order is not. */
const shown = types.filter((type) => type !== "set");
/** Types of which an expression may be that should be of another. */
const stray = shown.filter((type) => type !== "bytes");

export interface FunctionShape {
  readonly name: string;
  readonly positional: number;
  readonly required: number;
  readonly keywords: readonly string[];
  readonly hasRest: boolean;
  readonly hasKeywordRest: boolean;
  /** Its errors name it by its place in another function, which images leave out. */
  readonly isNested?: boolean;
}

export interface ClassShape {
  readonly name: string;
  readonly fields: readonly string[];
  readonly methods: readonly { readonly name: string; readonly arguments: number }[];
  readonly operators: readonly string[];
}

/** What stands in reach where an expression is made. */
export class Scope {
  readonly names = new Map<Type, string[]>();
  functions: FunctionShape[] = [];
  classes: ClassShape[] = [];
  /** Variables that hold instances. */
  objects: { readonly name: string; readonly shape: ClassShape }[] = [];
  generators: string[] = [];

  inner(): Scope {
    const scope = new Scope();
    for (const [type, names] of this.names) scope.names.set(type, [...names]);
    scope.functions = [...this.functions];
    scope.classes = [...this.classes];
    scope.objects = [...this.objects];
    scope.generators = [...this.generators];
    return scope;
  }

  add(type: Type, name: string): void {
    this.names.set(type, [...(this.names.get(type) ?? []).filter((other) => other !== name), name]);
    for (const [other, names] of this.names) {
      if (other !== type) {
        this.names.set(
          other,
          names.filter((known) => known !== name),
        );
      }
    }
  }
}

const integers = [
  "0",
  "1",
  "2",
  "3",
  "5",
  "7",
  "10",
  "-1",
  "-2",
  "-7",
  "100",
  "255",
  "256",
  "1000",
  "0x7f",
  "1073741823",
  "1073741824",
  "-1073741824",
  "-1073741825",
  "2147483648",
  "4294967296",
  "(10**18)",
  "(-(2**64))",
  "123456789012345678901234567890",
];
const floats = [
  "0.0",
  "-0.0",
  "1.0",
  "0.5",
  "-2.5",
  "3.14",
  "1e10",
  "1e-5",
  "1e100",
  "2.675",
  "-1.5",
  "1e16",
  "123456.789",
  "0.1",
  "1e300",
];
const strings = [
  "''",
  "'a'",
  "'abc'",
  "'Hello World'",
  "'x y z'",
  "'a,b,,c'",
  "'  pad  '",
  "'12'",
  "'-3'",
  "'3.5'",
  "'héllo'",
  "'日本'",
  "'\\n\\t'",
  "'\"q\"'",
  "'it\\'s'",
  "'ABCabc'",
  "'aXbXc'",
  "'😀!'",
  "'\\x00\\x7f'",
  "'ß'",
];
const bytes = ["b''", "b'abc'", "b'\\x00\\xff'", "b'a b'", "bytes([1, 2, 3])", "bytes(3)", 'b"it\'s"'];

/** Makes expressions, no deeper than they are told to be. */
export class Values {
  constructor(
    readonly random: Random,
    readonly scope: Scope,
  ) {}

  any(depth: number): string {
    return this.of(this.random.pick(shown), depth);
  }

  of(type: Type, depth: number): string {
    const { random } = this;
    const names = this.scope.names.get(type);
    if (names?.length && random.chance(depth > 0 ? 0.3 : 0.7)) return random.pick(names);
    if (depth <= 0) return this.literal(type);
    if (random.chance(0.04)) return `(${this.of(type, depth - 1)} if ${this.of("bool", depth - 1)} else ${this.of(type, depth - 1)})`;
    if (random.chance(0.015)) return this.of(random.pick(stray), depth - 1);
    if (random.chance(0.03)) return `(${this.of(type, depth - 1)} ${random.pick(["or", "and"])} ${this.of(type, depth - 1)})`;
    switch (type) {
      case "int":
        return this.int(depth - 1);
      case "float":
        return this.float(depth - 1);
      case "str":
        return this.str(depth - 1);
      case "bool":
        return this.bool(depth - 1);
      case "list":
        return this.list(depth - 1);
      case "strs":
        return this.strs(depth - 1);
      case "tuple":
        return this.tuple(depth - 1);
      case "dict":
        return this.dict(depth - 1);
      case "set":
        return this.set(depth - 1);
      case "bytes":
        return this.bytes(depth - 1);
    }
  }

  /** An argument of a method: nothing that raises, as methods are looked up after their arguments. */
  private plain(type: Type): string {
    return this.of(type, 0);
  }

  literal(type: Type): string {
    const { random } = this;
    switch (type) {
      case "int":
        return random.chance(0.7) ? String(random.between(-9, 20)) : random.pick(integers);
      case "float":
        return random.pick(floats);
      case "str":
        return random.pick(strings);
      case "bool":
        return random.pick(["True", "False"]);
      case "list":
        return `[${random.times(0, 4, () => this.literal("int")).join(", ")}]`;
      case "strs":
        return `[${random.times(0, 3, () => this.literal("str")).join(", ")}]`;
      case "tuple":
        return random.pick(["()", "(1,)", "(1, 'a')", "(1, 2, 3)", "(None, True)", "(0.5, (1, 2))"]);
      case "dict":
        return random.pick(["{}", "{'a': 1}", "{'a': 1, 'b': 2}", "{'x': 0, 'y': -1, 'z': 5}"]);
      case "set":
        return random.pick(["set()", "{1}", "{1, 2, 3}", "{5, 1, 2}"]);
      case "bytes":
        return random.pick(bytes);
    }
  }

  private int(d: number): string {
    const { random: r } = this;
    const i = () => this.of("int", d);
    const choices: (() => string)[] = [
      () => `(${i()} ${r.pick(["+", "-", "*"])} ${i()})`,
      () => `(${i()} ${r.pick(["+", "-", "*", "&", "|", "^"])} ${i()})`,
      () => `(${i()} ${r.pick(["//", "%"])} ${i()})`,
      () => `(${i()} ${r.pick(["<<", ">>"])} ${r.between(-1, 40)})`,
      () => `((${i()} % 97) ** ${r.between(0, 6)})`,
      () => `(${r.pick(["-", "~", "+"])}${i()})`,
      () => `len(${this.of(r.pick(["str", "list", "strs", "tuple", "dict", "set", "bytes"] as const), d)})`,
      () => `${r.pick(["min", "max"])}(${i()}, ${i()})`,
      () => `${r.pick(["sum", "min", "max"])}(${this.of("list", d)})`,
      () => `abs(${i()})`,
      () => `int(${this.of(r.pick(["float", "str", "bool", "int"] as const), d)})`,
      () => `${this.of("list", d)}[${this.index(d)}]`,
      () => `${this.of("dict", d)}[${this.of("str", d)}]`,
      () => `${this.of("dict", d)}.get(${this.plain("str")}, ${this.plain("int")})`,
      () => `ord(${this.of("str", d)}[${r.pick(["0", "-1", "1"])}])`,
      () => `${this.of("str", d)}.${r.pick(["find", "count", "rfind", "index"])}(${this.plain("str")})`,
      () => `${this.of("list", d)}.${r.pick(["index", "count"])}(${this.plain("int")})`,
      () => `divmod(${i()}, ${i()})[${r.below(2)}]`,
      () => `round(${this.of("float", d)})`,
      () => `(${i()}).bit_length()`,
      () => `pow(${i()} % 50, ${r.between(0, 9)}, ${r.between(1, 30)})`,
      () => `${this.of("bytes", d)}[${this.index(d)}]`,
      () => `int(${r.pick(["'ff', 16", "'0b101', 0", "'z', 36", "'12', 3", "' 7 '", "'1_000'"])})`,
      () => `(lambda x, y=${i()}: x ${r.pick(["+", "-", "^"])} y)(${i()})`,
      () => `next(iter(${this.of("list", d)}), ${i()})`,
      () => `sum(${this.comprehension("int", d)})`,
      () => this.call(d),
      () => this.method(d),
    ];
    return r.pick(choices)();
  }

  private float(d: number): string {
    const { random: r } = this;
    const f = () => this.of("float", d);
    const n = () => this.of(r.pick(["int", "float"] as const), d);
    const choices: (() => string)[] = [
      () => `(${f()} ${r.pick(["+", "-", "*", "/"])} ${n()})`,
      () => `(${n()} ${r.pick(["/", "//", "%"])} ${f()})`,
      () => `(${this.of("int", d)} / ${this.of("int", d)})`,
      () => `round(${f()}, ${r.between(-2, 5)})`,
      () => `float(${this.of(r.pick(["int", "str", "bool"] as const), d)})`,
      () => `(-${f()})`,
      () => `abs(${f()})`,
      () => `${r.pick(["min", "max"])}(${f()}, ${n()})`,
      () => `sum(${this.of("list", d)}, 0.5)`,
    ];
    return r.pick(choices)();
  }

  private str(d: number): string {
    const { random: r } = this;
    const s = () => this.of("str", d);
    const choices: (() => string)[] = [
      () => `(${s()} + ${s()})`,
      () => `(${s()} * ${r.between(-1, 3)})`,
      () => `${r.pick(["str", "repr", "ascii"])}(${this.any(d)})`,
      () => this.formatted(d),
      () => this.formatted(d),
      () => this.percent(d),
      () => this.formatCall(d),
      () => `${s()}[${this.slice(d)}]`,
      () => `${s()}[${this.index(d)}]`,
      () => `${s()}.${r.pick(["upper", "lower", "strip", "lstrip", "rstrip", "title", "capitalize", "swapcase"])}()`,
      () => `${s()}.replace(${this.plain("str")}, ${this.plain("str")}${r.chance(0.3) ? `, ${r.between(-1, 3)}` : ""})`,
      () => `${s()}.${r.pick(["center", "ljust", "rjust"])}(${r.between(0, 14)}${r.chance(0.4) ? ", '*'" : ""})`,
      () => `${s()}.zfill(${r.between(0, 10)})`,
      () => `${r.pick(["','", "''", "' '", this.plain("str")])}.join(${this.of("strs", d)})`,
      () => `${this.of("strs", d)}[${this.index(d)}]`,
      () => `chr(32 + ${this.of("int", d)} % 90)`,
      () => `format(${this.of("int", d)}, ${this.text(this.intSpec())})`,
      () => `format(${this.of("float", d)}, ${this.text(this.floatSpec())})`,
      () => `${r.pick(["hex", "bin", "oct"])}(${this.of("int", d)})`,
      () => `${s()}.strip(${this.plain("str")})`,
      () => `${s()}.${r.pick(["removeprefix", "removesuffix"])}(${this.literal("str")})`,
      () => `type(${this.any(d)}).__name__`,
      () => `''.join(sorted(${s()}))`,
      () => `${s()}.partition(${this.literal("str")})[${r.below(3)}]`,
      () => `min(${s()}, ${s()}, key=len)`,
      () => `max(${this.of("strs", d)}, default='none')`,
      () => `''.join(${r.pick(["reversed", "list"])}(${s()}))`,
      () => `${this.of("bytes", d)}.hex()`,
    ];
    return r.pick(choices)();
  }

  /** A Python literal of a text. */
  text(text: string): string {
    return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  }

  private intSpec(): string {
    const { random: r } = this;
    const align = r.pick(["", "", "<", ">", "^", "=", "*<", "0>", "-^"]);
    const width = r.pick(["", "", "5", "08", "12", "3"]);
    return `${align}${r.pick(["", "+", " ", "-"])}${r.pick(["", "", "#"])}${width}${r.pick(["", "", ",", "_"])}${r.pick(["", "d", "x", "X", "b", "o", "e", "f", "g", "n", "%"])}`;
  }

  private floatSpec(): string {
    const { random: r } = this;
    const width = r.pick(["", "", "8", "010", "14"]);
    return `${r.pick(["", "<", ">", "^", "=", "*^"])}${r.pick(["", "+", " "])}${width}${r.pick(["", "", ","])}${r.pick(["", ".0", ".2", ".3", ".6", ".10"])}${r.pick(["", "f", "e", "g", "G", "E", "%", "n"])}`;
  }

  private strSpec(): string {
    const { random: r } = this;
    return `${r.pick(["", "<", ">", "^", "*^", "é>"])}${r.pick(["", "6", "10", "2"])}${r.pick(["", ".2", ".0", ".5"])}${r.pick(["", "s"])}`;
  }

  /** An expression that may stand in an f-string that is quoted by `quote`. */
  private inner(type: Type, depth: number, quote: string): string {
    for (let tries = 0; tries < 6; tries++) {
      const text = this.of(type, depth);
      if (!text.includes("\\") && !text.includes(quote) && !text.includes("#") && !/lambda|:=|^\{|\}$|!/.test(text)) return text;
    }
    return "1";
  }

  private formatted(d: number): string {
    const { random: r } = this;
    const field = (): string => {
      const type = r.pick(["int", "float", "str", "bool", "list", "tuple"] as const);
      const value = this.inner(type, d, '"');
      const padded = value.startsWith("{") ? ` ${value} ` : value;
      if (r.chance(0.15)) return `{${padded}=}`;
      if (r.chance(0.2)) return `{${padded}!${r.pick(["r", "s", "a"])}${r.chance(0.4) ? `:${this.strSpec()}` : ""}}`;
      if (r.chance(0.1))
        return `{${padded}:{${r.pick([String(r.between(0, 12)), `len("abc") * ${r.between(1, 3)}`.replaceAll('"', "'"), "4 + 4"])}}}`;
      const spec = type === "int" ? this.intSpec() : type === "float" ? this.floatSpec() : type === "str" ? this.strSpec() : "";
      return r.chance(0.5) || spec === "" ? `{${padded}}` : `{${padded}:${spec}}`;
    };
    const pieces = r.times(1, 3, () => (r.chance(0.3) ? r.pick(["x", " ", "é", "{{", "}}", "%", "a=", "\\n"]) : field()));
    return `f"${pieces.join(r.pick(["", " ", "-"]))}"`;
  }

  private percent(d: number): string {
    const { random: r } = this;
    const one = (): [string, string] => {
      const flags = r.pick(["", "", "-", "0", "+", " ", "#"]) + r.pick(["", "", "5", "10"]);
      switch (r.below(4)) {
        case 0:
          return [`%${flags}${r.pick(["", ".2", ".5"])}${r.pick(["d", "i", "x", "X", "o"])}`, this.of("int", d)];
        case 1:
          return [`%${flags}${r.pick(["", ".2", ".0", ".8"])}${r.pick(["f", "e", "g", "G"])}`, this.of("float", d)];
        case 2:
          return [`%${r.pick(["", "-", "5", "-8", ".2"])}${r.pick(["s", "r", "a"])}`, this.any(d)];
        default:
          return [`%${r.pick(["c", "%", "d", "s", "q"])}`, r.pick([() => this.of("int", 0), () => this.of("str", 0)])()];
      }
    };
    const parts = r.times(1, 3, one);
    const text = parts.map(([spec]) => spec).join(r.pick([" ", "", "|", "é"]));
    const values = parts.map(([, value]) => value);
    if (values.length === 1 && r.chance(0.3)) return `(${this.text(text)} % ${values[0]})`;
    return `(${this.text(text)} % (${values.join(", ")},))`;
  }

  private formatCall(d: number): string {
    const { random: r } = this;
    const values = r.times(1, 3, () => this.any(d));
    const automatic = r.chance(0.5);
    const pieces = r.times(1, 4, () => {
      const field = automatic ? "" : String(r.below(values.length));
      return `{${field}${r.chance(0.2) ? `!${r.pick(["r", "s", "a"])}` : ""}${r.chance(0.2) ? `:${r.pick(["5", ">8", "^6", ""])}` : ""}}`;
    });
    return `${this.text(pieces.join(r.pick([" ", "", "{{}}"])))}.format(${values.join(", ")})`;
  }

  private bool(d: number): string {
    const { random: r } = this;
    const operator = () => r.pick(["==", "!=", "<", "<=", ">", ">="]);
    const type = r.pick(["int", "float", "str", "list", "tuple", "bytes"] as const);
    const choices: (() => string)[] = [
      () => `(${this.of(type, d)} ${operator()} ${this.of(type, d)})`,
      () => `(${this.of("int", d)} ${operator()} ${this.of("int", d)} ${operator()} ${this.of(r.pick(["int", "float"] as const), d)})`,
      () => `(${this.of("int", d)} ${operator()} ${this.of("float", d)})`,
      () => `(${this.any(d)} ${r.pick(["==", "!="])} ${this.any(d)})`,
      () => `(not ${this.any(d)})`,
      () => `(${this.of("bool", d)} ${r.pick(["and", "or", "&", "|", "^"])} ${this.of("bool", d)})`,
      () => `(${this.of("int", d)} ${r.pick(["in", "not in"])} ${this.of(r.pick(["list", "tuple", "set"] as const), d)})`,
      () => `(${this.of("str", d)} ${r.pick(["in", "not in"])} ${this.of(r.pick(["str", "strs", "dict"] as const), d)})`,
      () => `isinstance(${this.any(d)}, ${r.pick(["int", "str", "(int, float)", "list", "object", "bool", "(tuple, dict)"])})`,
      () => `bool(${this.any(d)})`,
      () => `${r.pick(["any", "all"])}(${this.comprehension("bool", d)})`,
      () => `${this.of("str", d)}.${r.pick(["isdigit", "isalpha", "isupper", "islower", "isspace", "isalnum"])}()`,
      () => `${this.of("str", d)}.${r.pick(["startswith", "endswith"])}(${this.plain("str")})`,
      () => `(${this.of("set", d)} ${r.pick(["<", "<=", "==", ">", ">=", "!="])} ${this.of("set", d)})`,
      () => `(${this.any(d)} is ${r.pick(["None", "not None"])})`,
      () => `callable(${r.pick(["len", "1", "print", "str"])})`,
    ];
    return r.pick(choices)();
  }

  private list(d: number): string {
    const { random: r } = this;
    const l = () => this.of("list", d);
    const choices: (() => string)[] = [
      () => `[${r.times(0, 4, () => this.of("int", d)).join(", ")}]`,
      () => `[${this.of("int", d)}, *${this.of(r.pick(["list", "tuple"] as const), d)}]`,
      () => `(${l()} + ${l()})`,
      () => `(${l()} * ${r.between(-1, 2)})`,
      () => `${l()}[${this.slice(d)}]`,
      () => `sorted(map(int, ${l()})${r.chance(0.4) ? ", reverse=True" : ""})`,
      () => `sorted(map(int, ${l()}), key=lambda v: ${r.pick(["-v", "v % 3", "(v % 2, v)", "abs(v)", "str(v)"])})`,
      () => `list(range(${r.between(-3, 5)}, ${r.between(0, 9)}${r.chance(0.4) ? `, ${r.pick(["2", "3", "-1", "-2"])}` : ""}))`,
      () => `[${this.comprehension("int", d)}]`,
      () => `list(map(${r.pick(["abs", "lambda v: v + 1", "int", "lambda v: v * v % 7"])}, ${l()}))`,
      () => `list(filter(${r.pick(["None", "lambda v: v > 1", "lambda v: v % 2"])}, ${l()}))`,
      () => `list(${this.of("dict", d)}.values())`,
      () => `list(reversed(${l()}))`,
      () => `[v for v in ${l()} if ${r.pick(["v % 2", "v > 2", "v", "not v"])}]`,
      () => `[a ${r.pick(["+", "-", "*"])} b for a in ${l()}[:3] for b in ${l()}[:3]]`,
      () => `list(${this.of("bytes", d)})`,
      () => `[len(v) for v in ${this.of("strs", d)}]`,
      () => `${l()}.copy()`,
    ];
    return r.pick(choices)();
  }

  private strs(d: number): string {
    const { random: r } = this;
    const choices: (() => string)[] = [
      () => `[${r.times(0, 3, () => this.of("str", d)).join(", ")}]`,
      () => `${this.of("str", d)}.split(${r.pick(["", "','", "' '", "'X'", "None, 1", "'a', 1"])})`,
      () => `${this.of("str", d)}.rsplit(${r.pick(["", "','", "'a', 1"])})`,
      () => `sorted(map(str, ${this.of("strs", d)})${r.pick(["", ", key=len", ", reverse=True"])})`,
      () => `list(${this.of("str", d)})`,
      () => `list(${this.of("dict", d)})`,
      () => `[str(v) for v in ${this.of("list", d)}]`,
      () => `list(map(str, ${this.of("list", d)}))`,
      () => `${this.of("str", d)}.splitlines()`,
      () => `(${this.of("strs", d)} + ${this.of("strs", d)})`,
      () => `${this.of("strs", d)}[${this.slice(d)}]`,
      () => `[f"{k}{v}" for k, v in ${this.of("dict", d)}.items()]`,
      () => `[a + b for a, b in zip(${this.of("str", d)}, ${this.of("strs", d)})]`,
    ];
    return r.pick(choices)();
  }

  private tuple(d: number): string {
    const { random: r } = this;
    const choices: (() => string)[] = [
      () => {
        const items = r.times(0, 3, () => this.any(d));
        return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
      },
      () => `tuple(${this.of(r.pick(["list", "str", "strs", "dict"] as const), d)})`,
      () => `(${this.of("tuple", d)} + ${this.of("tuple", d)})`,
      () => `${this.of("tuple", d)}[${this.slice(d)}]`,
      () => `divmod(${this.of("int", d)}, ${this.of("int", d)})`,
      () => `${this.of("str", d)}.partition(${this.literal("str")})`,
      () => `(*${this.of("list", d)}, ${this.any(d)})`,
      () => `tuple(enumerate(${this.of(r.pick(["str", "strs"] as const), d)}${r.chance(0.3) ? ", 1" : ""}))`,
      () => `tuple(zip(${this.of("list", d)}, ${this.of(r.pick(["str", "strs", "list"] as const), d)}))`,
      () => `tuple(sorted(${this.of("dict", d)}.items(), key=${r.pick(["str", "repr", "lambda p: str(p[1])", "str, reverse=True"])}))`,
    ];
    return r.pick(choices)();
  }

  private dict(d: number): string {
    const { random: r } = this;
    const pair = () => `${this.of("str", d)}: ${this.of("int", d)}`;
    const choices: (() => string)[] = [
      () => `{${r.times(0, 3, pair).join(", ")}}`,
      () => `{**${this.of("dict", d)}, ${pair()}}`,
      () => `(${this.of("dict", d)} | ${this.of("dict", d)})`,
      () => `dict(${r.pick(["a=1", "a=1, b=2", ""])})`,
      () => `{k: v + 1 for k, v in ${this.of("dict", d)}.items()}`,
      () => `{s: len(s) for s in ${this.of("strs", d)}}`,
      () => `dict(zip(${this.of("strs", d)}, ${this.of("list", d)}))`,
      () => `dict.fromkeys(${this.of("strs", d)}, ${this.of("int", d)})`,
      () => `dict(${this.of("dict", d)}, z=${this.of("int", d)})`,
      () => `${this.of("dict", d)}.copy()`,
    ];
    return r.pick(choices)();
  }

  private set(d: number): string {
    const { random: r } = this;
    const choices: (() => string)[] = [
      () => `{${r.times(1, 4, () => this.of("int", d)).join(", ")}}`,
      () => `set(${this.of("list", d)})`,
      () => `(${this.of("set", d)} ${r.pick(["|", "&", "-", "^"])} ${this.of("set", d)})`,
      () => `{v % 5 for v in ${this.of("list", d)}}`,
      () => `frozenset(${this.of("list", d)})`,
      () => `${this.of("set", d)}.${r.pick(["union", "intersection", "difference", "symmetric_difference"])}(${this.plain("list")})`,
    ];
    return r.pick(choices)();
  }

  private bytes(d: number): string {
    const { random: r } = this;
    const choices: (() => string)[] = [
      () => `(${this.of("bytes", d)} + ${this.of("bytes", d)})`,
      () => `${this.of("bytes", d)}[${this.slice(d)}]`,
      () => `${this.of("str", d)}.encode()`,
      () => `bytes(v % 256 for v in ${this.of("list", d)})`,
      () => `bytes(bytearray(${this.of("bytes", d)}))`,
      () => `(${this.of("bytes", d)} * ${r.between(-1, 2)})`,
      () => `${this.of("bytes", d)}.replace(b'a', ${this.plain("bytes")})`,
      () => `(${this.of("int", d)} & 0xffff).to_bytes(2, ${r.pick(["'big'", "'little'"])})`,
    ];
    return r.pick(choices)();
  }

  private comprehension(type: "int" | "bool", d: number): string {
    const { random: r } = this;
    const element =
      type === "int" ? r.pick(["v", "v * 2", "v % 4", "-v", `v + ${this.of("int", d)}`]) : r.pick(["v", "v > 1", "v % 2 == 0"]);
    const source = r.chance(0.5) ? this.of("list", d) : `range(${r.between(0, 8)})`;
    return `${element} for v in ${source}${r.chance(0.4) ? ` if ${r.pick(["v", "v % 2", "v > 1", "v != 3"])}` : ""}`;
  }

  private index(d: number): string {
    return this.random.chance(0.8) ? String(this.random.between(-3, 3)) : this.of("int", d);
  }

  private slice(d: number): string {
    const { random: r } = this;
    const part = () => (r.chance(0.4) ? "" : r.chance(0.9) ? String(r.between(-4, 5)) : this.of("int", d));
    return r.chance(0.3) ? `${part()}:${part()}:${r.pick(["1", "2", "-1", "-2", "3", "0", ""])}` : `${part()}:${part()}`;
  }

  /** A call of one of the program's functions, mostly a right one. */
  call(d: number): string {
    const { random: r } = this;
    if (this.scope.functions.length === 0) return this.of("int", d);
    const f = r.pick(this.scope.functions);
    const wrong = !f.isNested && r.chance(0.06) ? r.pick([-1, 1]) : 0;
    const most = f.hasRest ? f.positional + 2 : f.positional;
    const count = Math.max(0, r.between(f.required, Math.max(most, f.required)) + wrong);
    const given = Array.from({ length: count }, () => this.of("int", d));
    if (f.hasRest && r.chance(0.2)) given.push(`*${this.of(r.pick(["list", "tuple"] as const), d)}`);
    for (const keyword of f.keywords) if (r.chance(0.5)) given.push(`${keyword}=${this.of("int", d)}`);
    if (f.hasKeywordRest && r.chance(0.4)) given.push(r.pick([`extra=${this.of("int", d)}`, `**{'more': ${this.of("int", d)}}`]));
    if (!f.isNested && r.chance(0.02)) given.push(`nothing=${this.of("int", 0)}`);
    return `${f.name}(${given.join(", ")})`;
  }

  /** A method, attribute or operator of one of the program's objects. */
  method(d: number): string {
    const { random: r } = this;
    if (this.scope.objects.length === 0) return this.of("int", d);
    const { name, shape } = r.pick(this.scope.objects);
    const { operators } = shape;
    const choices: (() => string)[] = [];
    if (shape.fields.length > 0) choices.push(() => `${name}.${r.pick(shape.fields)}`);
    if (shape.methods.length > 0) {
      choices.push(() => {
        const method = r.pick(shape.methods);
        const count = Math.max(0, method.arguments + (r.chance(0.05) ? r.pick([-1, 1]) : 0));
        return `${name}.${method.name}(${Array.from({ length: count }, () => this.of("int", d)).join(", ")})`;
      });
    }
    if (operators.includes("__len__")) choices.push(() => `len(${name})`);
    if (operators.includes("__call__")) choices.push(() => `${name}(${this.of("int", d)})`);
    if (operators.includes("__getitem__")) choices.push(() => `${name}[${this.of(r.pick(["int", "str"] as const), d)}]`);
    if (operators.includes("__int__")) choices.push(() => `int(${name})`);
    if (operators.includes("__contains__")) choices.push(() => `(${this.of("int", d)} in ${name})`);
    if (operators.includes("__iter__")) choices.push(() => `sum(${name})`);
    choices.push(() => `(${name} ${r.pick(["==", "!=", "<", "<=", ">", ">=", "+", "-", "*"])} ${r.pick([name, this.of("int", d)])})`);
    return r.pick(choices)();
  }
}
