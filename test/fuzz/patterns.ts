/** Match statements. */
import type { Generator, Place } from "./generate.js";
import type { Part } from "./tree.js";
import type { Type } from "./values.js";

export function makeMatch(generator: Generator, place: Place): Part[] {
  const { random } = generator;
  const type = random.pick(["int", "str", "tuple", "list", "dict", "strs", "float"] as const);
  const object = place.scope.objects.length > 0 && random.chance(0.3) ? random.pick(place.scope.objects) : null;
  const subject = object ? object.name : generator.values(place.scope).of(type, 2);
  const maker = new Patterns(generator, place);
  const cases = random.times(1, 4, () => {
    maker.names = [];
    const pattern = maker.pattern(object ? "object" : type, 2);
    const guard = random.chance(0.2) ? ` if ${generator.safeTest(place.scope)}` : "";
    const shown = maker.names.length > 0 ? [`print('bound', ${maker.names.join(", ")})`] : [];
    return { head: `case ${pattern}${guard}:`, body: [...shown, `print('case ${maker.count}')`, ...generator.branch(place, 1)] };
  });
  if (random.chance(0.6)) cases.push({ head: `case ${random.pick(["_", "other"])}:`, body: ["print('nothing else')"] });
  const parts = cases.map(({ head, body }) => [{ head, body }] as Part);
  return [[{ head: `match ${subject}:`, body: parts }]];
}

class Patterns {
  names: string[] = [];
  count = 0;

  constructor(
    private readonly generator: Generator,
    private readonly place: Place,
  ) {}

  /** A pattern that a value of the type may match. Never one that matches everything. */
  pattern(type: Type | "object", depth: number): string {
    const { random } = this.generator;
    this.count += 1;
    if (depth > 0 && random.chance(0.12)) return this.either(type, depth);
    const made = this.closed(type, depth);
    return random.chance(0.12) ? `(${made}) as ${this.bind()}` : made;
  }

  /** Alternatives that bind the same names: none. */
  private either(type: Type | "object", depth: number): string {
    const { random } = this.generator;
    const alternatives = random.times(2, 3, () => this.unbound(type, depth - 1));
    return random.chance(0.4) ? `(${alternatives.join(" | ")}) as ${this.bind()}` : alternatives.join(" | ");
  }

  private unbound(type: Type | "object", depth: number): string {
    const before = this.names.length;
    for (let tries = 0; tries < 5; tries++) {
      const made = this.closed(type, depth);
      if (this.names.length === before) return made;
      this.names.length = before;
    }
    return "None";
  }

  private bind(): string {
    const name = this.generator.fresh("b");
    this.names.push(name);
    return name;
  }

  private part(type: Type, depth: number): string {
    const { random } = this.generator;
    if (random.chance(0.25)) return "_";
    if (random.chance(0.4)) return this.bind();
    return depth > 0 ? this.pattern(type, depth - 1) : this.literal(type);
  }

  private literal(type: Type): string {
    const { random } = this.generator;
    if (type === "str" || type === "strs") return random.pick(["''", "'a'", "'abc'", "'x'", "'12'"]);
    if (type === "float") return random.pick(["0.5", "1.0", "-2.5", "0", "1"]);
    return random.pick(["0", "1", "2", "-1", "3", "True", "None", "'a'"]);
  }

  private closed(type: Type | "object", depth: number): string {
    const { random } = this.generator;
    if (type === "object") return this.objectPattern(depth);
    if (random.chance(0.1))
      return random.pick(["int()", "str()", `int(${this.part("int", 0)})`, `str(${this.part("str", 0)})`, "list()", "dict()", "bool()"]);
    switch (type) {
      case "tuple":
      case "list":
      case "strs":
        return this.sequence(type === "strs" ? "str" : "int", depth);
      case "dict":
        return this.mapping(depth);
      default:
        return this.literal(type);
    }
  }

  private sequence(item: Type, depth: number): string {
    const { random } = this.generator;
    const parts = random.times(0, 3, () => this.part(random.chance(0.8) ? item : "tuple", depth));
    if (random.chance(0.4)) parts.splice(random.between(0, parts.length), 0, random.chance(0.4) ? "*_" : `*${this.bind()}`);
    return random.chance(0.7) ? `[${parts.join(", ")}]` : `(${parts.join(", ")}${parts.length === 1 ? "," : ""})`;
  }

  private mapping(depth: number): string {
    const { random } = this.generator;
    const keys = random.some(["'a'", "'b'", "'x'", "'k'", "1", "''"], random.between(0, 2));
    const parts = keys.map((key) => `${key}: ${this.part("int", depth)}`);
    if (random.chance(0.3)) parts.push(`**${this.bind()}`);
    return `{${parts.join(", ")}}`;
  }

  private objectPattern(depth: number): string {
    const { random } = this.generator;
    const shape = random.pick(this.place.scope.classes);
    if (!shape) return "None";
    const fields = random.some([...shape.fields, "other"], random.between(0, 2));
    const positional = random.chance(0.2) ? [this.part("int", depth)] : [];
    return `${shape.name}(${[...positional, ...fields.map((field) => `${field}=${this.part("int", depth)}`)].join(", ")})`;
  }
}
