/** Function definitions: parameters of every kind, closures, recursion, generators, decorators. */
import type { Generator, Place } from "./generate.js";
import type { Part } from "./tree.js";
import type { FunctionShape } from "./values.js";

export function makeFunction(generator: Generator, name: string, place: Place): { part: Part; shape: FunctionShape } {
  const { random } = generator;
  if (random.chance(0.15)) return makeRecursion(generator, name);
  if (random.chance(0.2)) return makeClosure(generator, name, place);
  const outer = generator.values(place.scope);
  const positional = random.between(0, 3);
  const required = random.between(0, positional);
  const isPositionalOnly = positional > 0 && random.chance(0.15);
  const parameters: string[] = Array.from(
    { length: positional },
    (_, index) => `p${index}${index >= required ? `=${outer.literal("int")}` : ""}`,
  );
  if (isPositionalOnly) parameters.splice(random.between(1, positional), 0, "/");
  const hasRest = random.chance(0.25);
  const keywords = random.chance(0.3) ? random.times(1, 2, (index) => `k${index}`) : [];
  if (hasRest) parameters.push("*rest");
  else if (keywords.length > 0) parameters.push("*");
  for (const keyword of keywords) parameters.push(random.chance(0.7) ? `${keyword}=${outer.literal("int")}` : keyword);
  const hasKeywordRest = random.chance(0.2);
  if (hasKeywordRest) parameters.push("**others");

  const scope = place.scope.inner();
  scope.functions = scope.functions.slice(-2);
  for (let index = 0; index < positional; index++) scope.add("int", `p${index}`);
  for (const keyword of keywords) scope.add("int", keyword);
  if (hasRest) scope.add("tuple", "rest");
  const inside: Place = { scope, room: 1, inLoop: false, inFunction: true };
  const body: Part[] = [];
  const globals = place.inFunction ? [] : (place.scope.names.get("int") ?? []).filter((known) => known.startsWith("v"));
  if (globals.length > 0 && random.chance(0.2)) {
    const shared = random.pick(globals);
    body.push(`global ${shared}`, `${shared} = ${generator.clip("int", generator.values(scope).of("int", 1))}`);
  }
  body.push(...generator.block(inside, 3));
  if (hasKeywordRest) body.push("print(sorted(others.items()))");
  body.push(`return ${generator.values(scope).of(random.pick(["int", "int", "int", "str", "tuple"] as const), 2)}`);
  const shape = { name, positional, required, keywords, hasRest, hasKeywordRest };
  return { part: [{ head: `def ${name}(${parameters.join(", ")}):`, body }], shape };
}

function makeRecursion(generator: Generator, name: string): { part: Part; shape: FunctionShape } {
  const { random } = generator;
  const step = random.pick(["n + {}(n - 1)", "{}(n - 1) * 2 % 1000", "max(n, {}(n - 2))", "{}(n - 1) + {}(n - 2)"]).replaceAll("{}", name);
  const body: Part[] = ["n = min(n, 9)", [{ head: "if n <= 0:", body: [`return ${random.between(0, 3)}`] }], `return ${step}`];
  return { part: [{ head: `def ${name}(n):`, body }], shape: plain(name, 1) };
}

const plain = (name: string, positional: number): FunctionShape => ({
  name,
  positional,
  required: positional,
  keywords: [],
  hasRest: false,
  hasKeywordRest: false,
});

/** A function with state in an enclosing one, or made by a decorator. */
function makeClosure(generator: Generator, name: string, place: Place): { part: Part; shape: FunctionShape } {
  const { random } = generator;
  const values = generator.values(place.scope);
  const start = values.literal("int");
  const change = random.pick([
    "state += x",
    "state = state * 2 % 1000 + x",
    "state, x = x, state",
    "[state := state + i for i in range(3)]",
  ]);
  const inner: Part = [
    { head: "def inner(x):", body: ["nonlocal state", change, `print('state', state)`, `return state ${random.pick(["+", "-", "*"])} x`] },
  ];
  const made: Part = [
    {
      head: `def make_${name}(state=${start}):`,
      body: [inner, `return ${random.pick(["inner", "lambda x: inner(x) if x != 3 else 'three'"])}`],
    },
  ];
  const decorated: Part = [
    {
      head: `def wrap_${name}(f):`,
      body: [[{ head: "def wrapper(*args, **kw):", body: ["print('call', args)", "return f(*args, **kw)"] }], "return wrapper"],
    },
    { head: `@wrap_${name}\ndef ${name}(x):`, body: [`return x ${random.pick(["+", "*", "%"])} ${values.literal("int")}`] },
  ];
  if (random.chance(0.4)) return { part: decorated, shape: plain(name, 1) };
  return { part: [{ head: "if True:", body: [made, `${name} = make_${name}()`] }], shape: { ...plain(name, 1), isNested: true } };
}

export function makeGenerator(generator: Generator, name: string, place: Place): Part {
  const { random } = generator;
  const scope = place.scope.inner();
  scope.functions = [];
  scope.add("int", "n");
  const values = generator.values(scope);
  const others = place.scope.generators.filter((known) => known !== name);
  const yields: (() => Part[])[] = [
    () => [`yield ${values.of("int", 1)}`],
    () => ["got = yield n", "print('got', got)"],
    () => [[{ head: `for i in range(${random.between(0, 4)}):`, body: [`yield i * ${values.of("int", 0)}`] }]],
    () => [`yield from ${others.length > 0 && random.chance(0.5) ? `${random.pick(others)}(n)` : `(v for v in ${values.of("list", 1)})`}`],
    () => [`x = yield from ${others.length > 0 ? `${random.pick(others)}(1)` : "(v for v in [])"}`, "print('result', x)"],
    () => [
      [
        { head: "try:", body: [`yield ${values.of("int", 1)}`] },
        { head: random.pick(["except ValueError as e:", "except (KeyError, Err):"]), body: ["print('inside')", "yield 'handled'"] },
        { head: "finally:", body: ["n = 0"] },
      ],
    ],
    () => [[{ head: `if ${generator.safeTest(scope)}:`, body: [random.pick(["return 'early'", "yield 0", "raise Err('gen')"])] }]],
    () => [`yield (lambda: ${values.of("int", 1)})()`],
  ];
  const body = [...random.times(1, 3, () => random.pick(yields)()).flat(), "yield 'last'"];
  if (random.chance(0.4)) body.push(`return ${values.of("int", 1)}`);
  return [{ head: `def ${name}(n=${random.between(0, 3)}):`, body }];
}
