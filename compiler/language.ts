/**
 * What of the language is library code: `builtins.py` has names that the machine does not, and `types/TYPE.py` methods of builtin types, as functions
 * `TYPE__name`. Nobody imports these modules: a program that mentions such a name, or an attribute of such a method's name, gets what it needs of them.
 */
import { builtinTypes } from "../build/generated/builtins.js";
import { methodsOfTypes } from "./environment.js";

export const builtinsModule = "builtins";
const typesFolder = "types/";

/** True for the library's texts that are part of the language itself. */
export const isLanguageModule = (name: string): boolean => name === builtinsModule || name.startsWith(typesFolder);

/** The type whose methods a module has; null for any other module. */
export const methodsOf = (name: string): string | null => (name.startsWith(typesFolder) ? name.slice(typesFolder.length) : null);

/** True for the dotted name of what would be a module of methods: nobody imports these. */
export const isOfTypes = (name: string): boolean => name.replaceAll(".", "/").startsWith(typesFolder);

/** A method of a builtin type in the library: its module and the function there. */
export interface LibraryMethod {
  readonly module: string;
  readonly name: string;
  /** The types that have it. */
  readonly types: readonly string[];
}

/** What the language's modules define, told by their texts: most programs need none of them parsed. */
export class Language {
  readonly builtins: ReadonlySet<string>;
  /** By the attribute's name. */
  readonly methods = new Map<string, LibraryMethod[]>();
  /** The module of each name that library code may use: of builtins, helpers among them, and of functions that are methods. */
  readonly modules = new Map<string, string>();

  constructor(library: Readonly<Record<string, string>>) {
    this.builtins = new Set(definedIn(library[builtinsModule] ?? ""));
    for (const name of this.builtins) this.modules.set(name, builtinsModule);
    for (const [module, text] of Object.entries(library)) {
      if (!module.startsWith(typesFolder)) continue;
      for (const name of definedIn(text)) {
        const methods = methodsOfTypes(name);
        const method = methods[0]?.method;
        if (method === undefined) continue;
        this.modules.set(name, module);
        const known = this.methods.get(method);
        const found = { module, name, types: methods.map(({ type }) => builtinTypes[type]!.suffix) };
        if (known) known.push(found);
        else this.methods.set(method, [found]);
      }
    }
  }
}

const known = new WeakMap<Readonly<Record<string, string>>, Language>();

export function languageOf(library: Readonly<Record<string, string>>): Language {
  let language = known.get(library);
  if (!language) {
    language = new Language(library);
    known.set(library, language);
  }
  return language;
}

/** The names that a text binds at its top level by `def`, `class`, a plain assignment or the import of one name. */
const definedIn = (text: string): string[] =>
  [...text.matchAll(/^(?:def |class |from \w+ import (?=\w+$)|(?=\w+ = ))(\w+)/gm)].map((match) => match[1]!);
