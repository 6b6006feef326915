/** NP304: a call of a known function or class with arguments that it does not take. */

import { builtins } from "../../build/generated/builtins.js";
import type { Arguments, Call, ClassDef, FunctionDef } from "../ast.js";
import { moduleBindings } from "../lower/bindings.js";
import { fromModuleName } from "../lower/known.js";
import type { ModuleState } from "../lower/state.js";
import type { Report } from "./lint.js";
import { resolve, walkScoped } from "./scoped.js";

export function wrongArguments(module: ModuleState, report: Report): void {
  walkScoped(module.tree, module.scopes, (node, scope) => {
    if (node.kind !== "Call" || node.func.kind !== "Name") return;
    const { id } = node.func;
    const symbol = resolve(scope, id);
    const place = symbol?.resolution ?? "builtin";
    if (place === "builtin" && !module.starNames.has(id)) {
      const wrong = checkBuiltin(node, id, module);
      if (wrong) report("NP304", node.span, wrong);
      return;
    }
    if (place !== "global" && !(scope.kind === "module" && symbol?.isBound)) return;
    const known = definitionOf(module, id, 0);
    const wrong = known && check(node, known);
    if (wrong) report("NP304", node.span, `${id}() ${wrong}: a TypeError when this runs`);
  });
}

interface Signature {
  readonly args: Arguments;
  /** Parameters that the call does not give: self. */
  readonly hidden: number;
}

/** What a global that is bound once, by a definition without decorators, takes; null where that cannot be known. */
function definitionOf(module: ModuleState, name: string, depth: number): Signature | null {
  const bindings = module.bindings.names.get(name);
  const only = bindings?.length === 1 ? bindings[0] : undefined;
  if (only?.kind === "import" && depth < 8 && only.statement.kind === "ImportFrom") {
    const from = module.resolve.get(fromModuleName(module, only.statement) ?? "");
    return from ? definitionOf(from, only.alias.name, depth + 1) : null;
  }
  return only?.kind === "definition" ? signatureOf(only.node) : null;
}

function signatureOf(node: FunctionDef | ClassDef): Signature | null {
  if (node.decorator_list.length > 0) return null;
  if (node.kind !== "ClassDef") return { args: node.args, hidden: 0 };
  if (node.bases.length > 0 || node.keywords.length > 0) return null;
  const bindings = moduleBindings({ kind: "Module", body: node.body, span: node.span }).names;
  if (bindings.has("__new__")) return null;
  const initial = bindings.get("__init__");
  if (initial === undefined) return { args: { ...noArguments, span: node.span }, hidden: 0 };
  const only = initial.length === 1 ? initial[0]! : undefined;
  if (only?.kind !== "definition" || only.node.kind === "ClassDef" || only.node.decorator_list.length > 0) return null;
  return { args: only.node.args, hidden: 1 };
}

const noArguments: Omit<Arguments, "span"> = {
  kind: "arguments",
  posonlyargs: [],
  args: [],
  vararg: null,
  kwonlyargs: [],
  kw_defaults: [],
  kwarg: null,
  defaults: [],
};

/** What is wrong with a call, in a few words; undefined where nothing is, or stars hide it. */
function check(call: Call, { args, hidden }: Signature): string | undefined {
  if (call.args.some(({ kind }) => kind === "Starred") || call.keywords.some(({ arg }) => arg === null)) return undefined;
  const positional = [...args.posonlyargs, ...args.args].map(({ arg }) => arg);
  const given = call.args.length + hidden;
  if (given > positional.length && !args.vararg)
    return `takes ${plural(positional.length - hidden, "positional argument")}, and this gives ${call.args.length}`;
  const byName = new Set<string>();
  const taken = new Set(positional.slice(args.posonlyargs.length));
  for (const { arg } of args.kwonlyargs) taken.add(arg);
  for (const { arg } of call.keywords) {
    if (!taken.has(arg!)) {
      if (!args.kwarg) return `has no parameter '${arg}'`;
    } else if (positional.indexOf(arg!) >= 0 && positional.indexOf(arg!) < given) return `gets '${arg}' twice`;
    byName.add(arg!);
  }
  const required = positional.slice(0, positional.length - args.defaults.length);
  const missing = required.filter((name, index) => index >= given && !byName.has(name));
  args.kwonlyargs.forEach(({ arg }, index) => {
    if (args.kw_defaults[index] === null && !byName.has(arg)) missing.push(arg);
  });
  return missing.length > 0 ? `lacks ${missing.map((name) => `'${name}'`).join(", ")}` : undefined;
}

function checkBuiltin(call: Call, id: string, module: ModuleState): string | undefined {
  if (call.args.some(({ kind }) => kind === "Starred") || call.keywords.length > 0 || module.environment.builtin(id) === null)
    return undefined;
  const row = builtins.find((builtin) => builtin.kind === "function" && builtin.name === id);
  if (!row || (call.args.length >= row.least && (row.most === 255 || call.args.length <= row.most))) return undefined;
  const wanted = row.most === 255 ? `at least ${row.least}` : row.least === row.most ? `${row.least}` : `${row.least} to ${row.most}`;
  return `${id}() takes ${wanted} argument${wanted === "1" ? "" : "s"}, and this gives ${call.args.length}: a TypeError when this runs`;
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
