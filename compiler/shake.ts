/**
 * Cuts off what a program does not use of the library: definitions, assignments and imports at the top level of a library module
 * that nothing reachable names. A program reaches `json.loads` by `import json` and an attribute of that name, or by
 * `from json import loads`; whatever else it does with the module's name makes the whole module reachable. Errs on the side of keeping.
 * What of the language itself is library code (`language.ts`) is reached by its plain name, and methods of builtin types by any attribute of their name.
 * A class stays without the methods and constants that nothing asks for by name (`members.ts`).
 */
import { builtinTypes } from "../build/generated/builtins.js";
import type { Attribute, ClassDef, Expression, FunctionDef, If, Import, ImportFrom, Module, Node, Statement } from "./ast.js";
import { nameInCode } from "./code-objects.js";
import type { Language, LibraryMethod } from "./language.js";
import { type Fact, factAskedFor, keywordFact, linkRules } from "./linked.js";
import { boundName } from "./lower/bindings.js";
import { attributeAskedFor, bindsItself, fromModuleName } from "./lower/known.js";
import type { ModuleState } from "./lower/state.js";
import { children, importsIn, walk } from "./lower/walk.js";
import { askedByMachine, isSetter, membersOf } from "./members.js";
import { isDefinition, isDocstring } from "./quiet.js";
import { setItems } from "./tree-changes.js";
import { functionsUnder, Guarded } from "./unasked.js";
import { ANY_KEYWORD, isViewName, readUses, SPEAKING } from "./uses.js";

/** The name of the function that a program may define to be invoked, and of the library's function that serves it. */
export const handlerName = "handler";
export const serveFunction = "_serve";

const handlersOf = (tree: Module): FunctionDef[] =>
  tree.body.filter((statement) => statement.kind === "FunctionDef").filter(({ name }) => name === handlerName);

function takesEventAndContext({ args: { posonlyargs, args, kw_defaults } }: FunctionDef): boolean {
  return posonlyargs.length + args.length === 2 && !kw_defaults.includes(null);
}

/** True if a main module has `def handler(event, context)`: at its top level, with two positional parameters. */
export const servesHandler = (tree: Module): boolean => handlersOf(tree).some(takesEventAndContext);

/** A handler of a main module that would be served if it took an event and a context; undefined where there is none, or one that does. */
export const unservedHandler = (tree: Module): FunctionDef | undefined => (servesHandler(tree) ? undefined : handlersOf(tree)[0]);

/** The language's modules: what they define, and each of them when it is needed. */
export interface LanguageModules {
  readonly language: Language;
  module(name: string): ModuleState;
}

/**
 * Prunes the library's modules among `modules` to what the others, and the roots, use of them.
 * @returns the library's modules that are reached at all, and what has been seen on the way
 */
export function shakeLibrary(
  modules: readonly ModuleState[],
  roots: readonly { readonly module: ModuleState; readonly name: string }[],
  language: LanguageModules,
): { readonly reached: ReadonlySet<ModuleState>; readonly facts: ReadonlySet<Fact> } {
  const shaker = new Shaker(language);
  shaker.readNames(modules);
  shaker.readPrograms(modules.filter((module) => !module.isShaken));
  for (const { module, name } of roots) shaker.use(module, name);
  return { reached: shaker.finish(), facts: shaker.facts };
}

/** Names that mean modules. */
type Aliases = Map<string, Set<ModuleState>>;

/** The packages around a module, outermost first, and itself. */
const packagesOf = (user: ModuleState, name: string): ModuleState[] =>
  name.split(".").flatMap((_, index, parts) => user.resolve.get(parts.slice(0, index + 1).join(".")) ?? []);

/** The names that a `from` import makes mean modules of its package. */
function submodulesIn(user: ModuleState, node: ImportFrom): [name: string, inner: ModuleState][] {
  const name = fromModuleName(user, node);
  const module = name === null ? undefined : user.resolve.get(name);
  if (!module) return [];
  return node.names.flatMap((alias): [string, ModuleState][] => {
    const inner = user.resolve.get(`${module.name}.${alias.name}`);
    return inner && !bindsItself(module, alias.name) ? [[boundName(node, alias), inner]] : [];
  });
}

function addAlias(aliases: Aliases, name: string, modules: Iterable<ModuleState>): void {
  const known = aliases.get(name) ?? new Set();
  for (const module of modules) known.add(module);
  aliases.set(name, known);
}

/** How many meanings the names have. */
const sizeOf = (aliases: Aliases): number => [...aliases.values()].reduce((sum, modules) => sum + modules.size, 0);

const NONE: ReadonlySet<ModuleState> = new Set();

class Shaker {
  /** The statements that stay, of every module that is reached. */
  private readonly kept = new Map<ModuleState, Set<Statement>>();
  private readonly pending: { module: ModuleState; node: Node; left: ReadonlySet<Node> }[] = [];
  /** Members of classes that nothing has asked for yet, by name; and the statements of those that stay. */
  private readonly found = new Set<string>();
  private readonly dormant = new Map<string, { module: ModuleState; statements: readonly Statement[] }[]>();
  private readonly classes = new Map<ClassDef, Set<Statement>>();
  private readonly guarded = new Map<FunctionDef, Guarded>();
  /** In each module the names that mean modules; those of the program's own modules together. */
  private readonly modules = new Map<ModuleState, Aliases>();
  private readonly anywhere: Aliases = new Map();
  private readonly definitions = new Map<ModuleState, Map<string, Statement[]>>();
  /** Attributes and builtin names that have been met. */
  readonly attributes = new Set<string>();
  readonly names = new Set<string>();
  readonly facts = new Set<Fact>();
  private readonly linked = new Set<string>();
  /** Statements of library code that stand under a question for a fact. */
  private readonly conditional: { module: ModuleState; node: If; what: Fact }[] = [];
  /** Attributes that have been met on objects of any type. */
  private readonly known = new Set<string>();
  /** Names of attributes that are stored. */
  private readonly stored = new Set<string>();
  /** Methods of types that nothing has made so far, by the type's name. */
  private readonly waiting = new Map<string, LibraryMethod[]>();
  /** Texts that may be attributes' names, should anything look attributes up by name; null once something does. */
  private texts: Set<string> | null = new Set();

  constructor(private readonly libraries: LanguageModules) {}

  /** Finds the names that mean modules, in each module. */
  readNames(modules: readonly ModuleState[]): void {
    const copied: { module: ModuleState; from: ModuleState; name: string; to: string }[] = [];
    for (const module of modules) {
      const names = this.namesOf(module);
      for (const node of importsIn(module.tree)) {
        if (node.kind !== "ImportFrom") continue;
        const from = module.resolve.get(fromModuleName(module, node) ?? "");
        for (const { name, asname } of from ? node.names : []) copied.push({ module, from: from!, name, to: asname ?? name });
      }
      if (this.isOpen(module)) for (const [name, targets] of names) addAlias(this.anywhere, name, targets);
    }
    const count = () => [...this.modules.values()].reduce((sum, names) => sum + sizeOf(names), 0);
    for (let before = -1; before < count(); ) {
      before = count();
      for (const { module, from, name, to } of copied) {
        const source = this.namesOf(from);
        for (const [known, alias] of name === "*" ? [...source.keys()].map((each) => [each, each] as const) : [[name, to] as const]) {
          addAlias(this.namesOf(module), alias, source.get(known) ?? []);
          if (this.isOpen(module)) addAlias(this.anywhere, alias, source.get(known) ?? []);
        }
      }
    }
  }

  /** True for a module whose names code anywhere may ask for. */
  private isOpen({ isShaken, isText }: ModuleState): boolean {
    return !isShaken || isText;
  }

  /** Marks what the program's own modules use. */
  readPrograms(modules: readonly ModuleState[]): void {
    for (const module of modules) {
      for (const node of importsIn(module.tree)) this.readImport(module, node);
      this.readUses(module, module.tree);
      this.readLanguage(module, module.tree);
    }
  }

  /** The names of a module that its import statements make mean modules. */
  private namesOf(module: ModuleState): Aliases {
    let names = this.modules.get(module);
    if (!names) {
      names = new Map();
      this.modules.set(module, names);
      for (const node of importsIn(module.tree)) {
        if (node.kind === "Import") {
          for (const alias of node.names) {
            const target = module.resolve.get(alias.asname === null ? alias.name.split(".")[0]! : alias.name);
            if (target) addAlias(names, boundName(node, alias), [target]);
          }
        } else for (const [name, inner] of submodulesIn(module, node)) addAlias(names, name, [inner]);
      }
    }
    return names;
  }

  /** Marks what the code under a node uses of the language's own modules. */
  private readLanguage(module: ModuleState, root: Node, left: Iterable<Node> = []): void {
    const uses = {
      name: (id: string, isWhole = true) => this.useBuiltin(module, id, isWhole),
      attribute: (name: string, type: string | null) => {
        if (name === "__dict__" && !module.isOurs) this.lookUpByName();
        this.useAttribute(name, type);
      },
      stored: (name: string) => this.useStored(name),
      helper: (id: string) => this.useFunction(this.libraries.language.modules.get(id)!, id),
      text: (value: string) => this.readText(value),
      fact: (what: Fact) => this.learn(what),
      makes: (type: string) => this.useName(type),
      found: (name: string) => this.useFound(name),
      special: (name: string) => this.wakeAll(name),
    };
    readUses(module, root, uses, left);
    for (const [name, isNeeded] of Object.entries(linkRules)) {
      if (this.linked.has(name) || !isNeeded(this)) continue;
      this.linked.add(name);
      const home = this.libraries.language.modules.get(name);
      if (home !== undefined) this.useFunction(home, name);
    }
  }

  /** Wakes what library code does only where the fact is seen. */
  private learn(what: Fact): void {
    if (this.facts.has(what)) return;
    this.facts.add(what);
    for (const { module, node } of this.conditional.filter((each) => each.what === what)) this.wake(module, node.body);
    for (const guarded of this.guarded.values()) {
      const given = guarded.names.filter((name) => what === ANY_KEYWORD || what === keywordFact(name));
      for (const name of given) guarded.give(name);
      if (given.length > 0) this.pending.push(...guarded.reachedNow());
    }
  }

  private isGiven(name: string): boolean {
    return this.facts.has(ANY_KEYWORD) || this.facts.has(keywordFact(name));
  }

  /** What of a piece of the library stays unread, because no call gives the keywords for it. */
  private unasked(module: ModuleState, root: Node, left: ReadonlySet<Node>): ReadonlySet<Node> {
    const all = new Set(left);
    for (const node of functionsUnder(root, left)) {
      let guarded = this.guarded.get(node);
      if (!guarded) {
        guarded = new Guarded(module, node);
        for (const name of guarded.names) if (this.isGiven(name)) guarded.give(name);
        this.guarded.set(node, guarded);
      }
      for (const unread of guarded.unreached()) all.add(unread);
    }
    return all;
  }

  private useBuiltin(user: ModuleState, id: string, isWhole: boolean): void {
    if (isWhole && LOOK_UP_BY_NAME.has(id)) this.lookUpByName();
    // What the language makes of these for itself, it keeps.
    if (user.isLanguage && MADE_BY_NAME.has(id)) return;
    const { builtins, modules } = this.libraries.language;
    if (!user.isLibrary && (id.startsWith("_") || !builtins.has(id))) this.useName(id);
    else if (modules.has(id)) this.useFunction(modules.get(id)!, id);
    else this.useName(id);
  }

  private useFunction(module: string, name: string): void {
    this.useName(name);
    this.use(this.libraries.module(module), name);
  }

  /** With a type that only its name makes, its methods come into play. */
  private useName(id: string): void {
    if (this.names.has(id)) return;
    this.names.add(id);
    for (const method of this.waiting.get(id) ?? []) this.use(this.libraries.module(method.module), method.name);
  }

  /** Something asks objects of any class that has it for an attribute. */
  private wakeAll(name: string): void {
    this.found.add(name);
    for (const { module, statements } of this.dormant.get(name) ?? []) this.wake(module, statements);
    this.dormant.delete(name);
  }

  /** Something asks a class for a method: of the builtin types those answer that the machine does not know by itself. */
  private useFound(name: string): void {
    this.wakeAll(name);
    this.useMethods((this.libraries.language.methods.get(name) ?? []).filter(({ types }) => types.some((type) => ANSWERING.has(type))));
  }

  private useAttribute(name: string, type: string | null = null): void {
    if (this.known.has(name)) return;
    this.attributes.add(name);
    if (type === null) {
      this.known.add(name);
      this.wakeAll(name);
    }
    if (LOOK_UP_BY_NAME.has(name)) this.lookUpByName();
    if (name === "format" || name === "format_map") this.wakeAll("__format__");
    const methods = this.libraries.language.methods.get(name) ?? [];
    this.useMethods(methods.filter(({ types }) => type === null || types.includes(type) || types.includes("object")));
  }

  private useMethods(methods: readonly LibraryMethod[]): void {
    for (const method of methods) {
      if (method.types.some((made) => !MADE_BY_NAME.has(made) || this.names.has(made))) {
        this.use(this.libraries.module(method.module), method.name);
      } else for (const maker of method.types) this.waiting.set(maker, [...(this.waiting.get(maker) ?? []), method]);
    }
  }

  /** Storing asks for properties that can be set. */
  private useStored(name: string): void {
    this.stored.add(name);
    for (const { module, statements } of this.dormant.get(name) ?? []) if (statements.some(isSetter)) this.wake(module, statements);
  }

  /** `getattr(text, "center")` finds the method, and so does `"{0.real}".format(x)`. */
  private readText(text: string): void {
    if (IDENTIFIER.test(text)) {
      if (this.texts) this.texts.add(text);
      else this.useText(text);
    } else {
      for (const [field] of text.matchAll(FIELD)) for (const [, name] of field.matchAll(FIELD_ATTRIBUTE)) this.useAttribute(name!);
    }
  }

  private lookUpByName(): void {
    const texts = this.texts ?? [];
    this.texts = null;
    for (const text of texts) this.useText(text);
  }

  private useText(text: string): void {
    this.useAttribute(text);
    if (isViewName(text)) this.facts.add("view");
  }

  /** Marks what an import uses at once. */
  private readImport(user: ModuleState, node: Import | ImportFrom): void {
    if (node.kind === "Import") {
      for (const { name } of node.names) for (const module of packagesOf(user, name)) this.reach(module);
      return;
    }
    const name = fromModuleName(user, node);
    const module = name === null ? undefined : user.resolve.get(name);
    if (!module) return;
    for (const around of packagesOf(user, name!)) this.reach(around);
    for (const alias of node.names) {
      if (alias.name === "*") this.useAll(module);
      else this.use(module, alias.name);
    }
    for (const [, inner] of submodulesIn(user, node)) this.reach(inner);
  }

  /** The modules that an expression may be. What an attribute of an unknown object is, only its name tells. */
  private modulesOf(user: ModuleState, node: Node): ReadonlySet<ModuleState> {
    if (node.kind === "Name") return this.namesOf(user).get(node.id) ?? NONE;
    const inCode = user.isText ? nameInCode(node) : null;
    if (inCode !== null) return this.anywhere.get(inCode) ?? NONE;
    if (node.kind !== "Attribute") return NONE;
    const outer = this.modulesOf(user, node.value);
    if (outer.size === 0) return this.anywhere.get(node.attr) ?? NONE;
    const found = new Set<ModuleState>();
    for (const module of outer) {
      for (const target of this.namesOf(module).get(node.attr) ?? []) found.add(target);
      const inner = user.resolve.get(`${module.name}.${node.attr}`);
      if (inner && !module.definitions.has(node.attr)) found.add(inner);
    }
    return found;
  }

  /** Marks what the code under a node does with expressions that mean modules. */
  private readUses(user: ModuleState, root: Node, left: ReadonlySet<Node> = new Set()): void {
    const stack: Node[] = [root];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (left.has(node)) continue;
      const asked = attributeAskedFor(node);
      if (asked && this.modulesOf(user, asked.owner).size > 0) {
        for (const module of this.modulesOf(user, asked.owner)) this.use(module, asked.name);
        this.readBase(user, asked.owner, stack);
        stack.push(...asked.rest);
        continue;
      }
      if (node.kind !== "Name" && node.kind !== "Attribute") {
        if (user.isText && nameInCode(node) !== null) for (const module of this.modulesOf(user, node)) this.useAll(module);
        stack.push(...children(node));
        continue;
      }
      if (node.ctx === "Load") for (const module of this.modulesOf(user, node)) this.useAll(module);
      if (node.kind === "Attribute") this.readAttribute(user, node, stack);
    }
  }

  /** Marks an attribute that is asked of modules. */
  private readAttribute(user: ModuleState, node: Attribute, stack: Node[]): void {
    for (const module of this.modulesOf(user, node.value)) {
      if (node.ctx !== "Load") module.assigned.add(node.attr);
      if (node.attr === "__dict__") this.useAll(module);
      else this.use(module, node.attr);
    }
    this.readBase(user, node.value, stack);
  }

  /** Marks what stands before an attribute's dot: a module there is no value. */
  private readBase(user: ModuleState, base: Expression, stack: Node[]): void {
    if (base.kind === "Attribute" && this.modulesOf(user, base).size > 0) this.readAttribute(user, base, stack);
    else if (this.modulesOf(user, base).size === 0) stack.push(base);
  }

  /** A module's body runs: what stands at its top level and may do something stays. */
  private reach(module: ModuleState): void {
    if (!module.isShaken || this.kept.has(module)) return;
    this.kept.set(module, new Set());
    for (const statement of module.tree.body) if (!isDefinition(module, statement) && !isDocstring(statement)) this.keep(module, statement);
  }

  use(module: ModuleState, name: string): void {
    if (!module.isShaken) return;
    this.reach(module);
    for (const statement of this.definitionsOf(module).get(name) ?? []) this.keep(module, statement);
  }

  /** The statements at the top level of a module that define something, by what they define. */
  private definitionsOf(module: ModuleState): ReadonlyMap<string, readonly Statement[]> {
    let found = this.definitions.get(module);
    if (!found) {
      found = new Map();
      this.definitions.set(module, found);
      for (const statement of module.tree.body) {
        if (!isDefinition(module, statement)) continue;
        for (const name of defines(statement)) {
          const known = found.get(name);
          if (known) known.push(statement);
          else found.set(name, [statement]);
        }
      }
    }
    return found;
  }

  private useAll(module: ModuleState): void {
    if (!module.isShaken) return;
    this.reach(module);
    for (const statement of module.tree.body) if (isDefinition(module, statement)) this.keep(module, statement);
  }

  private keep(module: ModuleState, statement: Statement): void {
    const kept = this.kept.get(module)!;
    if (kept.has(statement)) return;
    kept.add(statement);
    if (statement.kind === "ClassDef" && module.isOurs) this.keepClass(module, statement);
    else this.pending.push({ module, node: statement, left: new Set() });
  }

  /** Of a class's members stay those that something asks for by their names. */
  private keepClass(module: ModuleState, node: ClassDef): void {
    const members = membersOf(node);
    const left = new Set([...members.values()].flat());
    this.classes.set(node, left);
    this.pending.push({ module, node, left });
    for (const [name, statements] of members) {
      const isSet = this.stored.has(name) && statements.some(isSetter);
      if (isSet || this.found.has(name) || askedByMachine.includes(name)) this.wake(module, statements);
      else this.dormant.set(name, [...(this.dormant.get(name) ?? []), { module, statements }]);
    }
  }

  private wake(module: ModuleState, statements: readonly Statement[]): void {
    for (const node of statements) {
      for (const left of this.classes.values()) left.delete(node);
      this.pending.push({ module, node, left: new Set() });
    }
  }

  finish(): ReadonlySet<ModuleState> {
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) this.readLibrary(next.module, next.node, next.left);
    for (const [node, left] of this.classes)
      setItems(
        node.body,
        node.body.filter((statement) => !left.has(statement)),
      );
    for (const guarded of this.guarded.values()) guarded.prune();
    for (const [module, kept] of this.kept) module.prune(module.tree.body.filter((statement) => kept.has(statement)));
    return new Set(this.kept.keys());
  }

  /** Leaves out what stands under questions for facts that have not been seen. */
  private withoutUnseen(module: ModuleState, statement: Node, left: ReadonlySet<Node>): ReadonlySet<Node> {
    const all = new Set(left);
    for (const node of walk(statement, (inner) => !all.has(inner))) {
      const what = node.kind === "If" ? factAskedFor(node.test) : null;
      if (node.kind !== "If" || what === null || all.has(node)) continue;
      this.conditional.push({ module, node, what });
      if (!this.facts.has(what)) for (const inner of node.body) all.add(inner);
    }
    return all;
  }

  /** Marks what a statement of a library module uses, of its own module and of others. */
  private readLibrary(module: ModuleState, statement: Node, already: ReadonlySet<Node>): void {
    const left = module.isOurs ? this.unasked(module, statement, this.withoutUnseen(module, statement, already)) : already;
    for (const node of walk(statement, (inner) => !left.has(inner))) {
      if (left.has(node)) continue;
      if (node.kind === "Import" || node.kind === "ImportFrom") this.readImport(module, node);
      else if (node.kind === "Name") this.use(module, node.id);
      else if (node.kind === "Global") for (const name of node.names) this.use(module, name);
    }
    this.readUses(module, statement, left);
    this.readLanguage(module, statement, left);
  }
}

/** Types whose values only a use of the name makes, a function of a kind of its own, or a handler of exceptions. */
const MADE_BY_NAME: ReadonlySet<string> = new Set(["bytearray", "frozenset", "range", "coroutine", "async_generator", ...SPEAKING]);

/** Types whose methods `_find` finds: exceptions, and what comes behind them. */
const ANSWERING: ReadonlySet<string> = new Set(
  builtinTypes.slice(builtinTypes.findIndex(({ suffix }) => suffix === "BaseException")).map(({ suffix }) => suffix),
);

/** What finds attributes whose names are texts. */
const LOOK_UP_BY_NAME: ReadonlySet<string> = new Set(["getattr", "hasattr", "__getattribute__", "attrgetter", "methodcaller"]);
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const FIELD = /\{[^{}]+/g;
const FIELD_ATTRIBUTE = /\.([\p{L}_][\p{L}\p{N}_]*)/gu;

function defines(statement: Statement): string[] {
  switch (statement.kind) {
    case "FunctionDef":
    case "ClassDef":
      return [statement.name];
    case "Assign":
      return statement.targets.flatMap((target) => (target.kind === "Name" ? [target.id] : []));
    case "Import":
    case "ImportFrom":
      return statement.names.map((alias) => boundName(statement, alias));
    default:
      return [];
  }
}
