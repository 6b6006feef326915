/** Class definitions: fields, methods, operators, properties, inheritance. */
import type { Random } from "./random.js";
import type { Part } from "./tree.js";
import { type ClassShape, Scope, Values } from "./values.js";

/** Special methods, each with a body that is told the first field and an expression. */
const operators: Readonly<Record<string, (field: string, value: string, name: string) => Part>> = {
  __eq__: (field, _value, name) => [
    { head: "def __eq__(self, other):", body: [`return isinstance(other, ${name}) and self.${field} == other.${field}`] },
  ],
  __lt__: (field, _value, name) => [
    { head: "def __lt__(self, other):", body: [`return self.${field} < other.${field} if isinstance(other, ${name}) else NotImplemented`] },
  ],
  __le__: (field) => [{ head: "def __le__(self, other):", body: [`return self.${field} <= getattr(other, '${field}', other)`] }],
  __add__: (field) => [{ head: "def __add__(self, other):", body: [`return self.${field} + getattr(other, '${field}', other)`] }],
  __radd__: (field) => [{ head: "def __radd__(self, other):", body: [`return (other, self.${field})`] }],
  __mul__: (field) => [
    { head: "def __mul__(self, other):", body: [`return self.${field} * other if isinstance(other, int) else NotImplemented`] },
  ],
  __iadd__: (field) => [{ head: "def __iadd__(self, other):", body: [`self.${field} = other`, "return self"] }],
  __neg__: (field) => [{ head: "def __neg__(self):", body: [`return -self.${field}`] }],
  __len__: (field) => [{ head: "def __len__(self):", body: [`return abs(self.${field}) % 10`] }],
  __bool__: (field) => [{ head: "def __bool__(self):", body: [`return self.${field} > 2`] }],
  __int__: (field) => [{ head: "def __int__(self):", body: [`return int(self.${field})`] }],
  __call__: (field, value) => [{ head: "def __call__(self, x=1):", body: [`return (x, self.${field}, ${value})`] }],
  __getitem__: (field) => [
    { head: "def __getitem__(self, key):", body: ["if key == 3: raise IndexError('no three')", `return (key, self.${field})`] },
  ],
  __setitem__: (field) => [{ head: "def __setitem__(self, key, value):", body: [`self.${field} = (key, value)`] }],
  __iter__: (field) => [
    { head: "def __iter__(self):", body: [[{ head: "for i in range(3):", body: ["yield i * 2"] }], `yield self.${field}`] },
  ],
  __contains__: (field) => [{ head: "def __contains__(self, item):", body: [`return item == self.${field}`] }],
  __hash__: (field) => [{ head: "def __hash__(self):", body: [`return hash(self.${field})`] }],
  __str__: (field) => [{ head: "def __str__(self):", body: [`return f"<{self.${field}}>"`] }],
  __format__: (field) => [{ head: "def __format__(self, spec):", body: [`return f"{spec}|{self.${field}}"`] }],
  __getattr__: () => [
    {
      head: "def __getattr__(self, name):",
      body: ["if name.startswith('z'): return name * 2", "raise AttributeError(f'nothing called {name}')"],
    },
  ],
  __enter__: () => [{ head: "def __enter__(self):", body: ["print('enter')", "return self"] }],
  __exit__: (field) => [
    {
      head: "def __exit__(self, kind, value, trace):",
      body: ["print('exit', kind and kind.__name__, value)", `return self.${field} == 1`],
    },
  ],
};

export function makeClass(random: Random, name: string, outer: Scope): { part: Part; shape: ClassShape } {
  const bases = outer.classes.filter(({ name: known }) => !known.startsWith("E"));
  const base = random.chance(0.4) && bases.length > 0 ? random.pick(bases) : null;
  const own = base ? random.times(0, 1, (index) => `g${index}`) : random.times(1, 3, (index) => `f${index}`);
  const fields = [...(base?.fields ?? []), ...own.filter((field) => !base?.fields.includes(field))];
  const first = fields[0]!;
  const methodScope = new Scope();
  methodScope.names.set("int", ["x", ...fields.map((field) => `self.${field}`), ...(outer.names.get("int") ?? [])]);
  methodScope.names.set("str", outer.names.get("str") ?? []);
  methodScope.functions = outer.functions.slice(0, 2);
  const values = new Values(random, methodScope);
  const body: Part[] = [];
  if (random.chance(0.4)) body.push(`shared = ${new Values(random, outer).of("int", 1)}`);
  if (random.chance(0.1)) body.push(`__match_args__ = (${fields.map((field) => `'${field}'`).join(", ")},)`);
  body.push(initializer(random, base, fields, own));
  const shown = fields.map((field) => `{self.${field}!r}`).join(", ");
  body.push([{ head: "def __repr__(self):", body: [`return f"{type(self).__name__}(${shown})"`] }]);
  let chosen = random.some(Object.keys(operators), random.between(0, 6));
  if (chosen.includes("__enter__") !== chosen.includes("__exit__"))
    chosen = chosen.filter((one) => one !== "__enter__" && one !== "__exit__");
  for (const operator of chosen) body.push(operators[operator]!(first, values.of("int", 1).replaceAll("x", "0"), name));
  const methods = random.times(0, 3, (index) => makeMethod(random, `m${index}`, values, base));
  for (const method of methods) body.push(method.part);
  if (random.chance(0.3)) body.push(...makeProperty(random, first));
  const shape: ClassShape = {
    name,
    fields,
    methods: [...(base?.methods ?? []), ...methods.filter(({ isCalled }) => isCalled)],
    operators: [...chosen, ...(base?.operators ?? [])],
  };
  return { part: [{ head: `class ${name}${base ? `(${base.name})` : random.pick(["", "()", "(object)"])}:`, body }], shape };
}

function initializer(random: Random, base: ClassShape | null, fields: readonly string[], own: readonly string[]): Part {
  const parameters = fields.map((field, index) => (index > 0 ? `${field}=${random.between(-3, 9)}` : field));
  const body: Part[] = [];
  if (base) body.push(`super().__init__(${base.fields.join(", ")})`);
  for (const field of own) body.push(`self.${field} = ${field}${random.chance(0.2) ? " + 1" : ""}`);
  return [{ head: `def __init__(self, ${parameters.join(", ")}):`, body }];
}

function makeMethod(random: Random, name: string, values: Values, base: ClassShape | null) {
  const kind = random.pick(["plain", "plain", "plain", "static", "class", "generator"]);
  const overridden = base?.methods.find((method) => method.name === name);
  if (kind === "static")
    return { part: decorated("@staticmethod", `def ${name}(x):`, ["return x * 2"]), name, arguments: 1, isCalled: true };
  if (kind === "class")
    return { part: decorated("@classmethod", `def ${name}(cls, x=0):`, ["return (cls.__name__, x)"]), name, arguments: 1, isCalled: true };
  if (kind === "generator") {
    const body: Part[] = [[{ head: "for i in range(3):", body: [`yield (i, ${values.of("int", 1)})`] }]];
    return { part: [{ head: `def ${name}(self, x=0):`, body }] as Part, name, arguments: 1, isCalled: false };
  }
  const body: Part[] = [];
  if (random.chance(0.4)) body.push(`x = ${values.of("int", 2)}`);
  if (overridden && random.chance(0.6)) body.push(`print('super', super().${name}(x))`);
  body.push(`return ${values.of(random.pick(["int", "str", "tuple"] as const), 2)}`);
  return { part: [{ head: `def ${name}(self, x):`, body }] as Part, name, arguments: 1, isCalled: true };
}

/** A decorator stands on a line of its own before its function. */
function decorated(decorator: string, head: string, body: readonly Part[]): Part {
  return [{ head: `${decorator}\n${head}`, body }];
}

function makeProperty(random: Random, field: string): Part[] {
  const parts = [decorated("@property", "def prop(self):", [`return self.${field}`])];
  if (random.chance(0.6)) parts.push(decorated("@prop.setter", "def prop(self, value):", [`self.${field} = value`, "print('set', value)"]));
  return parts;
}
