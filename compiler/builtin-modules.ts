/** The modules that the language brings along, as far as the compiler knows them: each name is a value, or a function of the prelude. */
import { deviceOperations } from "../build/generated/devices.js";
import { errors } from "../build/generated/errors.js";
import { type Const, int, str, tuple } from "./constants.js";

export type Member =
  | { readonly kind: "value"; readonly value: Const }
  /** The prelude's function of this name. */
  | { readonly kind: "function"; readonly prelude: string }
  /** What the prelude's function of this name returns, each time it is read. */
  | { readonly kind: "computed"; readonly prelude: string }
  /** A function that returns its argument and needs no call. */
  | { readonly kind: "identity" }
  /** An object whose attributes are known in turn. */
  | { readonly kind: "namespace"; readonly members: ReadonlyMap<string, Member> };

export interface BuiltinModule {
  readonly name: string;
  readonly members: ReadonlyMap<string, Member>;
  /** Only for tools: importing it binds nothing, and every name of it may be imported. */
  readonly isIgnored: boolean;
}

const value = (constant: Const): Member => ({ kind: "value", value: constant });
const namespace = (members: Record<string, Member>): Member => ({ kind: "namespace", members: new Map(Object.entries(members)) });

/** Functions `name` of a module that the prelude calls `_module_name`. */
const functions = (module: string, names: string): Record<string, Member> =>
  Object.fromEntries(names.split(" ").map((name) => [name, { kind: "function", prelude: `_${module}_${name}` }]));

const output = (channel: string): Member =>
  namespace({ write: { kind: "function", prelude: `_sys_${channel}_write` }, flush: { kind: "function", prelude: "_sys_flush" } });

const tables: Record<string, Record<string, Member>> = {
  sys: {
    ...functions("sys", "exit getrecursionlimit getsizeof"),
    argv: { kind: "computed", prelude: "_sys_argv" },
    maxsize: value(int(0x7fffffff)),
    byteorder: value(str("little")),
    platform: value(str("nanopy")),
    version: value(str("3.11")),
    version_info: value(tuple([int(3), int(11), int(0), str("final"), int(0)])),
    implementation: namespace({ name: value(str("nanopy")) }),
    stdout: output("stdout"),
    stderr: output("stderr"),
  },
  time: functions(
    "time",
    "sleep sleep_ms sleep_us ticks_ms ticks_us ticks_diff ticks_add time time_ns monotonic monotonic_ns perf_counter perf_counter_ns",
  ),
  gc: functions("gc", "collect mem_free mem_alloc enable disable isenabled"),
  /** For the library alone: the operations of devices.def, and what they are answered with. */
  _devices: {
    ...Object.fromEntries(Object.entries(deviceOperations).map(([name, number]) => [name, value(int(number))])),
    ...Object.fromEntries(
      errors.filter(({ name }) => name.startsWith("DEVICE_")).map(({ name, number }) => [name.slice(7), value(int(-number))]),
    ),
  },
  micropython: { const: { kind: "identity" } },
};

const IGNORED = ["typing", "__future__", "typing_extensions", "collections.abc"];

const modules = new Map<string, BuiltinModule>();
for (const [name, members] of Object.entries(tables))
  modules.set(name, { name, members: new Map(Object.entries(members)), isIgnored: false });
for (const name of IGNORED) modules.set(name, { name, members: new Map(), isIgnored: true });
for (const name of ["sys", "time", "gc"]) modules.set(`u${name}`, modules.get(name)!);

/** A builtin module, by the name that programs import. */
export const builtinModule = (name: string): BuiltinModule | null => modules.get(name) ?? null;

export const builtinModuleNames = (): string[] => [...Object.keys(tables).filter((name) => !name.startsWith("_")), ...IGNORED];

/** The names of a module that the prelude at hand really has. */
export function offeredMembers(members: ReadonlyMap<string, Member>, hasPrelude: (name: string) => boolean): string[] {
  return [...members]
    .filter(([, member]) => (member.kind !== "function" && member.kind !== "computed") || hasPrelude(member.prelude))
    .map(([name]) => name);
}
