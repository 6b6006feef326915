/** Programs out of a seed. Every one comes to an end: loops are counted, functions call only earlier ones, and what is kept is cut short. */
import { makeClass } from "./classes.js";
import { makeFunction, makeGenerator } from "./functions.js";
import { makeMatch } from "./patterns.js";
import { classes, expressions, flows, library } from "./pieces.js";
import { Random } from "./random.js";
import { fill, partsOf } from "./template.js";
import type { Part } from "./tree.js";
import { Scope, type Type, types, Values } from "./values.js";

/** Where a statement stands. */
export interface Place {
  readonly scope: Scope;
  /** How deep further blocks may nest in it. */
  readonly room: number;
  readonly inLoop: boolean;
  readonly inFunction: boolean;
}

/** The beginning of every program: a way to say what went wrong, and classes that statements rely on; and what a program has that formats with %. */
const PROLOGUE: readonly Part[] = [
  "marks = '%', b'%'",
  "def tell(e): print(type(e).__name__, e)",
  "class Err(Exception): pass",
  "class Err2(Err):\n    def __init__(self, code, *rest):\n        super().__init__(code, *rest)\n        self.code = code",
  [
    {
      head: "class Manager:",
      body: [
        "def __init__(self, name, swallows=False): self.name, self.swallows = name, swallows",
        "def __enter__(self):\n    print('enter', self.name)\n    return self.name",
        "def __exit__(self, kind, value, trace):\n    print('exit', self.name, kind and kind.__name__, value)\n    return self.swallows",
      ],
    },
  ],
];

/** What keeps a value of a type from growing. */
const CLIPS: Readonly<Record<Type, (value: string) => string>> = {
  int: (value) => `(${value}) % (2**80)`,
  float: (value) => value,
  bool: (value) => value,
  str: (value) => `(${value})[:24]`,
  list: (value) => `(${value})[:8]`,
  strs: (value) => `(${value})[:5]`,
  tuple: (value) => `(${value})[:5]`,
  bytes: (value) => `(${value})[:12]`,
  dict: (value) => `dict(list((${value}).items())[:6])`,
  set: (value) => `set(sorted(v + 0 for v in ${value} if isinstance(v, int))[:8])`,
};

/** A variable that a function of the program binds: `l0` is the module's. */
const isLocal = (name: string): boolean => /^l[1-9]/.test(name);

export class Generator {
  readonly random: Random;
  private count = 0;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  program(): Part[] {
    const scope = new Scope();
    const parts: Part[] = [...PROLOGUE];
    for (const type of types) {
      const name = `${type[0]}0${type === "strs" ? "s" : type === "bytes" ? "y" : ""}`;
      parts.push(`${name} = ${new Values(this.random, new Scope()).literal(type)}`);
      scope.add(type, name);
    }
    const length = this.random.between(6, 22);
    for (let index = 0; index < length; index++) {
      const place: Place = { scope, room: 3, inLoop: false, inFunction: false };
      parts.push(...(index < 8 && this.random.chance(0.35) ? this.definition(place) : this.statement(place)));
    }
    for (const type of types) parts.push(`print(${(scope.names.get(type) ?? []).map((name) => this.shown(type, name)).join(", ")})`);
    if (this.random.chance(0.1))
      parts.push(this.random.pick([`raise Err2(${this.values(scope).of("int", 1)})`, `print(${this.values(scope).any(3)})`]));
    return parts;
  }

  fresh(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  values(scope: Scope): Values {
    return new Values(this.random, scope);
  }

  shown(type: Type, value: string): string {
    return type === "set" ? `sorted(v + 0 for v in ${value} if isinstance(v, int))` : value;
  }

  clip(type: Type, value: string): string {
    return CLIPS[type](value);
  }

  /** Statements whose exception is caught and told. */
  guard(body: readonly Part[]): Part {
    const kinds = ["Exception", "(ArithmeticError, LookupError, TypeError, ValueError, AttributeError, Err, NameError, RuntimeError)"];
    return [
      { head: "try:", body },
      { head: `except ${this.random.chance(0.9) ? kinds[0] : kinds[1]} as e:`, body: ["tell(e)"] },
    ];
  }

  /** A few statements of a block. */
  block(place: Place, most = 3): Part[] {
    const inner = { ...place, room: place.room - 1 };
    return this.random.times(1, most, () => this.statement(inner)).flat();
  }

  definition(place: Place): Part[] {
    const { random } = this;
    const { scope } = place;
    switch (random.below(5)) {
      case 0:
      case 1: {
        const name = this.fresh("f");
        const { part, shape } = makeFunction(this, name, place);
        scope.functions.push(shape);
        return [part];
      }
      case 2: {
        const name = this.fresh("gen");
        scope.generators.push(name);
        return [makeGenerator(this, name, place)];
      }
      default: {
        const { part, shape } = makeClass(random, this.fresh("C"), scope);
        scope.classes.push(shape);
        return [part, ...this.instance(place)];
      }
    }
  }

  private instance({ scope }: Place): Part[] {
    if (scope.classes.length === 0) return [];
    const shape = this.random.pick(scope.classes);
    const name = this.fresh("o");
    const count = this.random.between(1, shape.fields.length);
    const values = this.values(scope);
    const made = `${name} = ${shape.name}(${Array.from({ length: count }, () => values.of(this.random.pick(["int", "int", "str", "list"] as const), 1)).join(", ")})`;
    // Where its arguments raise, there is one of plain numbers.
    const fallback = `${name} = ${shape.name}(${Array.from({ length: count }, (_, index) => index).join(", ")})`;
    scope.objects = [...scope.objects, { name, shape }];
    return [
      [
        { head: "try:", body: [made] },
        { head: "except Exception as e:", body: ["tell(e)", fallback] },
      ],
      `print(${name})`,
    ];
  }

  statement(place: Place): Part[] {
    const { random } = this;
    const { scope, room } = place;
    const simple: (() => Part[])[] = [
      () => this.tellMethod(place),
      () => this.tellMethod(place),
      () => this.tellMethod(place),
      () => this.assign(place),
      () => this.assign(place),
      () => this.print(place),
      () => this.print(place),
      () => this.augment(place),
      () => this.mutate(place),
      () => this.unpack(place),
      () => this.objectStatement(place),
    ];
    if (place.inLoop && random.chance(0.15)) {
      return [[{ head: `if ${this.safeTest(scope)}:`, body: [random.pick(["break", "continue"])] }]];
    }
    if (room <= 0 || random.chance(0.55)) return random.pick(simple)();
    const compound: (() => Part[])[] = [
      () => this.piece(place),
      () => this.piece(place),
      () => this.piece(place),
      () => this.condition(place),
      () => this.forLoop(place),
      () => this.forLoop(place),
      () => this.whileLoop(place),
      () => this.tryStatement(place),
      () => this.withStatement(place),
      () => [this.guard(makeMatch(this, place))],
      () => [this.guard(makeMatch(this, place))],
      () => this.consume(place),
      () => (place.inLoop ? this.print(place) : this.definition({ ...place, room: 1 })),
    ];
    return random.pick(compound)();
  }

  private tellMethod({ scope }: Place): Part[] {
    const expression = this.random.pick(this.random.pick(expressions));
    return [this.guard([`print(${fill(expression, this.values(scope), (prefix) => this.fresh(prefix))})`])];
  }

  /** A piece of statements. Not in a function: errors tell names of functions in functions by their places, which images leave out. */
  private piece(place: Place): Part[] {
    if (place.inFunction) return this.tellMethod(place);
    const piece = this.random.pick(this.random.pick([flows, flows, classes, library]));
    return [this.guard(partsOf(fill(piece, this.values(place.scope), (prefix) => this.fresh(prefix))))];
  }

  /** A condition that cannot raise. */
  safeTest(scope: Scope): string {
    const names = [...(scope.names.get("int") ?? []), ...(scope.names.get("bool") ?? [])];
    const { random } = this;
    if (names.length === 0) return random.pick(["True", "False", "0", "[]", "'x'"]);
    return random.pick([`${random.pick(names)}`, `not ${random.pick(names)}`, `${random.pick(names)} == ${random.between(0, 3)}`]);
  }

  private target(scope: Scope, type: Type, place: Place): string {
    const names = scope.names.get(type) ?? [];
    // Inside a function a name of the module would become a local one that is read before it is bound.
    const own = place.inFunction ? names.filter(isLocal) : names;
    if (own.length > 0 && this.random.chance(place.inLoop ? 0.9 : 0.5)) return this.random.pick(own);
    return this.fresh(place.inFunction ? "l" : "v");
  }

  private assign(place: Place): Part[] {
    const { scope } = place;
    const type = this.random.pick(types);
    const name = this.target(scope, type, place);
    const value = this.clip(type, this.values(scope).of(type, 3));
    const isNew = !(scope.names.get(type) ?? []).includes(name);
    const fallback = `${name} = ${this.values(scope).literal(type)}`;
    const statement = this.random.pick([
      `${name} = ${value}`,
      `${name} = ${value}`,
      `(${name} := ${value})`,
      `${name}: ${type === "strs" ? "list" : type} = ${value}`,
    ]);
    const part: Part = [
      { head: "try:", body: [statement] },
      { head: "except Exception as e:", body: isNew ? ["tell(e)", fallback] : ["tell(e)"] },
    ];
    const after = this.random.chance(0.4) ? [`print(${this.shown(type, name)})`] : [];
    scope.add(type, name);
    return [part, ...after];
  }

  private print({ scope }: Place): Part[] {
    const values = this.values(scope);
    const shown = this.random.times(1, 2, () => {
      const type = this.random.pick(types);
      return this.shown(type, values.of(type, 3));
    });
    const tail = this.random.pick(["", "", "", ", sep='|'", ", end='.\\n'"]);
    return [this.guard([`print(${shown.join(", ")}${tail})`])];
  }

  private augment(place: Place): Part[] {
    const { scope } = place;
    const { random } = this;
    const operators: Readonly<Partial<Record<Type, readonly string[]>>> = {
      int: ["+=", "-=", "*=", "//=", "%=", "&=", "|=", "^=", ">>="],
      float: ["+=", "-=", "*=", "/="],
      str: ["+=", "%="],
      list: ["+=", "*="],
      strs: ["+="],
      tuple: ["+="],
      set: ["|=", "&=", "-=", "^="],
      bytes: ["+="],
      dict: ["|="],
    };
    const type = random.pick(Object.keys(operators) as Type[]);
    const names = (scope.names.get(type) ?? []).filter((name) => !place.inFunction || isLocal(name));
    if (names.length === 0) return this.print(place);
    const name = random.pick(names);
    const operator = random.pick(operators[type]!);
    const value = operator === "*=" ? String(random.between(0, 3)) : this.values(scope).of(type, 2);
    return [this.guard([`${name} ${operator} ${value}`]), this.guard([`${name} = ${this.clip(type, name)}`])];
  }

  /** Changes a list, dict or set in place. */
  private mutate({ scope }: Place): Part[] {
    const { random } = this;
    const values = this.values(scope);
    const type = random.pick(["list", "strs", "dict", "set"] as const);
    const names = scope.names.get(type) ?? [];
    if (names.length === 0) return [];
    const x = random.pick(names);
    const item = type === "strs" ? "str" : "int";
    // Methods are looked up after their arguments, so these do not raise.
    const v = () => values.of(item, 0);
    const key = () => values.of("str", 0);
    const index = () => random.between(-3, 3);
    const actions: Readonly<Record<typeof type, readonly (() => string)[]>> = {
      list: [
        () => `${x}.append(${v()})`,
        () => `${x}.insert(${index()}, ${v()})`,
        () => `print(${x}.pop(${random.chance(0.5) ? "" : index()}))`,
        () => `${x}.remove(${v()})`,
        () => `${x}.sort(${random.pick(["key=str", "key=repr, reverse=True", "key=lambda v: -v", "key=lambda v: v % 3"])})`,
        () => `${x}.reverse()`,
        () => `${x}.extend(${values.of("list", 0)})`,
        () => `${x}[${index()}] = ${v()}`,
        () => `${x}[${index()}] += ${v()}`,
        () => `${x}[${index()}:${index()}] = ${values.of("list", 1)}`,
        () => `${x}[::2] = ${values.of("list", 1)}`,
        () => `del ${x}[${index()}]`,
        () => `del ${x}[${index()}:${index()}]`,
        () => `${x}.clear()`,
      ],
      strs: [() => `${x}.append(${v()})`, () => `${x}.sort(key=len)`, () => `${x}.sort(key=str)`, () => `${x}[${index()}] = ${v()}`],
      dict: [
        () => `${x}[${key()}] = ${v()}`,
        () => `${x}[${key()}] += ${v()}`,
        () => `print(${x}.pop(${key()}${random.chance(0.5) ? ", None" : ""}))`,
        () => `print(${x}.setdefault(${key()}, ${v()}))`,
        () => `${x}.update(${values.of("dict", 0)})`,
        () => `${x}.update(k=${v()})`,
        () => `del ${x}[${key()}]`,
        () => `print(${x}.popitem())`,
      ],
      set: [
        () => `${x}.add(${v()})`,
        () => `${x}.discard(${v()})`,
        () => `${x}.remove(${v()})`,
        () => `${x}.update(${values.of("list", 0)})`,
        () => `${x} -= ${values.of("set", 0)}`,
      ],
    };
    const action = random.pick(actions[type])();
    const isAssigned = /^\w+ [-+*|&]?= /.test(action);
    const isList = type === "list" || type === "strs";
    return [this.guard([isAssigned ? `${x}.clear()` : action]), ...(isList ? [`del ${x}[10:]`] : []), `print(${this.shown(type, x)})`];
  }

  private unpack(place: Place): Part[] {
    const { random } = this;
    const { scope } = place;
    const values = this.values(scope);
    const [a, b, c] = [this.fresh("u"), this.fresh("u"), this.fresh("u")];
    const source = values.of(random.pick(["tuple", "list", "str"] as const), 2);
    const forms = [
      `${a}, ${b} = ${source}`,
      `${a}, *${b} = ${source}`,
      `*${a}, ${b} = ${source}`,
      `${a}, (${b}, *${c}) = ${source}, ${source}`,
      `[${a}, *${b}, ${c}] = ${source}`,
    ];
    const form = random.pick([
      ...forms,
      `${a} = ${b} = ${source}`,
      `${a}, ${b} = ${values.of("int", 1)}, ${values.of("str", 1)}; ${a}, ${b} = ${b}, ${a}`,
    ]);
    const shown = [a, b, c].filter((name) => new RegExp(`\\b${name}\\b`).test(form));
    return [this.guard([form, `print(${shown.join(", ")})`])];
  }

  private objectStatement(place: Place): Part[] {
    const { random } = this;
    const { scope } = place;
    const values = this.values(scope);
    if (scope.objects.length === 0) return scope.functions.length > 0 ? [this.guard([`print(${values.call(2)})`])] : this.print(place);
    const { name, shape } = random.pick(scope.objects);
    const field = random.pick([...shape.fields, "prop", "other"]);
    const statements: (() => Part)[] = [
      () => `print(${values.method(2)})`,
      () => `print(${values.method(2)})`,
      () => `${name}.${field} = ${values.of("int", 1)}`,
      () => `print(${name}.${random.pick([field, "shared", "zed", "nothing"])})`,
      () => `del ${name}.${field}`,
      () => `print(f"{${name}} {${name}!r} {${name}:>4}")`,
      () => `print(hasattr(${name}, '${field}'), getattr(${name}, '${field}', 'none'))`,
      () => `print(sorted([${name}, ${name}]), ${name} in [${name}])`,
      () => `print(isinstance(${name}, ${random.pick(scope.classes).name}), len({${name}: 1}))`,
      () => `print(list(${name}), [*${name}], (3 in ${name}))`,
      () => `print(bool(${name}), not ${name}, -${name})`,
      () => `${name} += ${values.of("int", 1)}; print(type(${name}).__name__)`,
      () => [{ head: `with ${name} as w:`, body: [`print(w)`, `print(${values.of("int", 2)})`] }],
    ];
    if (place.inFunction) return [this.guard([`print(${values.method(2)})`])];
    return [this.guard([random.pick(statements)()])];
  }

  private condition(place: Place): Part[] {
    const { random } = this;
    const test = () => this.values(place.scope).of("bool", 2);
    const blocks = [{ head: `if ${test()}:`, body: this.branch(place) }];
    if (random.chance(0.4)) blocks.push({ head: `elif ${test()}:`, body: this.branch(place) });
    if (random.chance(0.5)) blocks.push({ head: "else:", body: this.branch(place) });
    return [this.guard([blocks])];
  }

  /** A block whose names may not be bound behind it. */
  branch(place: Place, most = 3): Part[] {
    return this.block({ ...place, scope: place.scope.inner() }, most);
  }

  private forLoop(place: Place): Part[] {
    const { random } = this;
    const scope = place.scope.inner();
    const values = this.values(place.scope);
    const [i, j] = [this.fresh("i"), this.fresh("j")];
    const loops: (() => [string, () => void])[] = [
      () => [`${i} in range(${random.between(0, 5)})`, () => scope.add("int", i)],
      () => [
        `${i} in range(${random.between(-3, 9)}, ${random.between(-3, 9)}, ${random.pick(["2", "-2", "3", "-1"])})`,
        () => scope.add("int", i),
      ],
      () => [`${i} in ${values.of("list", 2)}[:5]`, () => scope.add("int", i)],
      () => [`${i} in ${values.of("str", 2)}[:5]`, () => scope.add("str", i)],
      () => [
        `${i}, ${j} in enumerate(${values.of("str", 1)}[:4])`,
        () => {
          scope.add("int", i);
          scope.add("str", j);
        },
      ],
      () => [
        `${i}, ${j} in zip(${values.of("list", 1)}[:4], ${values.of("strs", 1)})`,
        () => {
          scope.add("int", i);
          scope.add("str", j);
        },
      ],
      () => [
        `${i}, ${j} in list(${values.of("dict", 1)}.items())[:4]`,
        () => {
          scope.add("str", i);
          scope.add("int", j);
        },
      ],
      () => [`${i} in reversed(${values.of("list", 1)}[:4])`, () => scope.add("int", i)],
    ];
    const [head, bind] = random.pick(loops)();
    bind();
    const blocks = [{ head: `for ${head}:`, body: this.block({ ...place, scope, inLoop: true }) }];
    if (random.chance(0.2)) blocks.push({ head: "else:", body: this.branch(place, 1) });
    return [this.guard([blocks])];
  }

  private whileLoop(place: Place): Part[] {
    const { random } = this;
    const scope = place.scope.inner();
    const w = this.fresh("w");
    const body: Part[] = [`${w} -= 1`, ...this.block({ ...place, scope, inLoop: true })];
    const test = random.pick([`${w} > 0`, w, `${w} and ${this.safeTest(place.scope)}`, `(${this.fresh("q")} := ${w}) > 0`]);
    const blocks = [{ head: `while ${test}:`, body }];
    if (random.chance(0.2)) blocks.push({ head: "else:", body: this.branch(place, 1) });
    return [`${w} = ${random.between(0, 4)}`, this.guard([blocks])];
  }

  private tryStatement(place: Place): Part[] {
    const { random } = this;
    const values = this.values(place.scope);
    const raises = [
      `raise ValueError(${values.of("str", 1)})`,
      `raise Err(${values.of("int", 1)}, ${values.of("str", 0)})`,
      `raise Err2(${values.of("int", 1)}, 'rest')`,
      `raise KeyError(${values.any(1)})`,
      "raise StopIteration",
      "raise Err from ValueError('cause')",
      `assert ${values.of("bool", 1)}, ${values.of("str", 1)}`,
      `print(${values.any(3)})`,
    ];
    const body = [...this.branch(place, 2), random.pick(raises)];
    const blocks: { head: string; body: readonly Part[] }[] = [{ head: "try:", body }];
    const kinds = random.some(
      ["ValueError", "Err", "Err2", "(KeyError, IndexError)", "TypeError", "ZeroDivisionError", "LookupError"],
      random.between(0, 3),
    );
    for (const kind of kinds) {
      const reply: Part[] = [
        random.pick(["print('caught', e.args)", "tell(e)", `print(${values.any(1)})`, "print(repr(e.__context__), repr(e.__cause__))"]),
      ];
      if (random.chance(0.15))
        reply.push(random.pick(["raise", "raise Err('again')", "raise TypeError('from') from e", "raise Err from None"]));
      blocks.push({ head: `except ${kind} as e:`, body: reply });
    }
    if (kinds.length > 0 && random.chance(0.3)) blocks.push({ head: "else:", body: this.branch(place, 1) });
    if (kinds.length === 0 || random.chance(0.4)) {
      const leaves =
        place.inLoop && random.chance(0.2)
          ? [random.pick(["break", "continue"])]
          : place.inFunction && random.chance(0.15)
            ? ["return 'finally'"]
            : [];
      blocks.push({ head: "finally:", body: [...this.branch(place, 1), "print('finally')", ...leaves] });
    }
    return [this.guard([blocks])];
  }

  private withStatement(place: Place): Part[] {
    const { random } = this;
    const values = this.values(place.scope);
    const name = this.fresh("m");
    const manager = () => `Manager(${values.of("int", 1)}${random.chance(0.4) ? ", True" : ""})`;
    const items = random.pick([
      () => `${manager()} as ${name}`,
      () => manager(),
      () => `${manager()}, ${manager()} as ${name}`,
      () => `(${manager()} as ${name}, ${manager()})`,
    ])();
    const body: Part[] = [...this.branch(place, 2)];
    if (random.chance(0.3)) body.push(`raise ValueError(${values.of("int", 1)})`);
    return [this.guard([[{ head: `with ${items}:`, body }]])];
  }

  /** Runs a generator to its end, or a part of it. */
  private consume(place: Place): Part[] {
    const { random } = this;
    const { generators } = place.scope;
    if (generators.length === 0) return this.print(place);
    const made = `${random.pick(generators)}(${this.values(place.scope).of("int", 1)})`;
    const g = this.fresh("it");
    const ways: (() => Part[])[] = [
      () => [`print(list(${made}))`],
      () => [
        [
          {
            head: `for ${g} in ${made}:`,
            body: [
              `print(${g})`,
              ...(random.chance(0.3) ? [[{ head: `if ${this.safeTest(place.scope)}:`, body: ["break"] }] as Part] : []),
            ],
          },
        ],
      ],
      () => [`${g} = ${made}`, `print(next(${g}), next(${g}, 'none'), list(${g}))`],
      () => [
        `${g} = ${made}`,
        `print(next(${g}))`,
        `print(${g}.send(${this.values(place.scope).of("int", 0)}))`,
        `print(${g}.close())`,
        `print(list(${g}))`,
      ],
      () => [
        `${g} = ${made}`,
        `print(next(${g}))`,
        `print(${g}.throw(${random.pick(["ValueError('thrown')", "Err('thrown')", "KeyError(1)"])}))`,
        `print(list(${g}))`,
      ],
      () => [`print(dict(zip('abc', ${made})), max(${made}, default=0, key=str))`],
      () => [`a, *b = ${made}`, "print(a, b)"],
    ];
    return [this.guard(random.pick(ways)())];
  }
}
