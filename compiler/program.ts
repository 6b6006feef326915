/** A compiled program before it becomes bytes: what lowering hands to the image writer. */
import type { Const } from "./constants.js";

/** Where a closure's cell comes from when the closure is made. */
export interface Capture {
  /** False: `index` is a register of the creating frame that holds a cell. True: it is one of that frame's own captured cells. */
  readonly isCaptured: boolean;
  readonly index: number;
}

/** While `start <= pc < end`, an exception goes into `register` and control to `handler`. */
export interface ExceptionRange {
  readonly start: number;
  readonly end: number;
  readonly handler: number;
  readonly register: number;
}

/** One function record. It is filled when its code has been laid out; until then it can be named by constants. */
export interface FunctionUnit {
  readonly id: number;
  readonly name: string;
  /** A function of the prelude that programs never see: its name is not in the image. */
  isHidden: boolean;
  /** Part of the language, though its code is the library's. */
  isBuiltin: boolean;
  /** Positional parameters, the positional-only ones among them, and keyword-only ones. */
  positional: number;
  positionalOnly: number;
  keywordOnly: number;
  hasVarArgs: boolean;
  hasVarKeywords: boolean;
  /** Its call makes a generator, a coroutine or an asynchronous generator. */
  isGenerator: boolean;
  isCoroutine: boolean;
  isAsyncGenerator: boolean;
  /** Of all parameters, or of none where they are positional-only: then messages can't name them. */
  parameterNames: readonly string[];
  /** Constant defaults of the last positional parameters. */
  defaults: readonly Const[];
  /** Constant defaults of all keyword-only parameters, or none. */
  keywordDefaults: readonly Const[];
  /** What zero-argument super() means by the class. */
  owner: ClassUnit | null;
  captures: readonly Capture[];
  registers: number;
  constants: readonly Const[];
  /** Texts among the constants that must be symbols. */
  names: ReadonlySet<string>;
  code: readonly number[];
  ranges: readonly ExceptionRange[];
  /** For the debug file: number of the source file, `[pc, line]` pairs, names of the registers. */
  file: number;
  lines: readonly (readonly [number, number])[];
  locals: readonly string[];
}

/** A class statement's template. */
export interface ClassUnit {
  readonly id: number;
  readonly name: string;
  readonly qualname: string;
  readonly module: string;
  methods: { name: string; unit: FunctionUnit }[];
  slots: string[];
  /** Its instances have no other attributes than slots, if its bases' have none. */
  isClosed: boolean;
}

/** A module used as a value: its names, with the globals they live in or what they always are. */
export interface ModuleUnit {
  readonly id: number;
  readonly name: string;
  readonly names: Map<string, number | Const>;
}

/** What a program's image needs to know of the prelude that it runs with. */
export interface PreludeLink {
  /** 16 hex digits. */
  readonly buildId: string;
  /** By number; empty where a number is reserved and has no name yet. */
  readonly symbols: readonly string[];
}

/** A method of a builtin type: number of a builtin, or of a function in the prelude's function table. */
export interface TypeMethod {
  readonly type: number;
  readonly name: string;
  readonly kind: "builtin" | "function";
  readonly number: number;
}

/** A method of a builtin type that is a function of the program's own image. */
export interface LinkedMethod {
  readonly type: number;
  readonly name: string;
  /** Of a function that the machine calls: its number among them. */
  readonly entry?: number;
  readonly unit: FunctionUnit;
}

/** What only the prelude's image has. */
export interface PreludeTables {
  /** How many of its first functions are entries: bytecode/entries.def. */
  readonly entries: number;
  readonly methods: readonly TypeMethod[];
}

export interface Program {
  readonly main: FunctionUnit;
  /** Every function, in the order of the function table. */
  readonly functions: readonly FunctionUnit[];
  readonly classes: readonly ClassUnit[];
  readonly modules: readonly ModuleUnit[];
  /** Methods of builtin types that the prelude does not have; none in a prelude. */
  readonly methods: readonly LinkedMethod[];
  /** sys.argv is read somewhere, so that the machine has to keep it. */
  readonly readsArguments: boolean;
  /** It has a handler, and waits for invocations at its end. */
  readonly hasHandler: boolean;
  /** The names of the globals, by number. */
  readonly globals: readonly string[];
  readonly files: readonly { path: string; sha256: string }[];
  /** Null for the prelude itself. */
  readonly prelude: PreludeLink | null;
  /** Null for a program. */
  readonly tables: PreludeTables | null;
}

/** A function record with nothing in it yet. */
export function emptyFunction(id: number, name: string, file: number): FunctionUnit {
  return {
    id,
    name,
    isHidden: false,
    isBuiltin: false,
    positional: 0,
    positionalOnly: 0,
    keywordOnly: 0,
    hasVarArgs: false,
    hasVarKeywords: false,
    isGenerator: false,
    isCoroutine: false,
    isAsyncGenerator: false,
    parameterNames: [],
    defaults: [],
    keywordDefaults: [],
    owner: null,
    captures: [],
    registers: 0,
    constants: [],
    names: new Set(),
    code: [],
    ranges: [],
    file,
    lines: [],
    locals: [],
  };
}
