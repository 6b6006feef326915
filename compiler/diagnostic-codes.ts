/**
 * Every code that the front end can report, and what it means. A code is never used again for something else: tools
 * and documents refer to it.
 */
export const diagnosticCodes = {
  NP101: "a character that Python does not know",
  NP102: "a malformed number",
  NP103: "a string that does not end",
  NP104: "a malformed string or bytes literal",
  NP105: "a malformed f-string",
  NP106: "brackets that do not match",
  NP107: "something after a line continuation character",
  NP108: "indentation that fits no block",
  NP109: "tabs and spaces that mix inconsistently",

  NP110: "invalid syntax",
  NP111: "a token that is missing",
  NP112: "a block that is missing",
  NP113: "something that cannot be assigned to, deleted or annotated",
  NP114: "malformed arguments in a call",
  NP115: "malformed parameters of a function",
  NP116: "a star where none may stand",
  NP117: "a malformed try statement",
  NP118: "source that is nested too deeply",
  NP119: "a malformed import",

  NP130: "a statement outside the construct it belongs to",
  NP131: "a global or nonlocal declaration that contradicts the rest",
  NP132: "an assignment expression where none may stand",
  NP133: "a yield, or a value that is returned, where none may stand",
  NP134: "a pattern that contradicts itself, or that hides others",

  // Given up, with what they said was left out: NP150 (async), NP151 (match), NP155 (complex numbers), NP156 (\N).
  NP152: "except*, which is not part of the subset",
  NP153: "a builtin that needs a compiler at run time, or a text that is made then and executed (a warning, where others can be)",
  NP154: "a metaclass, which is not part of the subset",

  NP200: "a module that cannot be found or read",
  NP201: "a relative import beyond the program's packages",
  NP202: "a name that a module of the library does not have",
  NP205: "super() without arguments where there is no method",
  NP206: "a function that is too large for the machine",
  NP208: "a program that is too large for the machine",
  NP210: "something in the prelude that only programs may have",
  NP211: "a handler that invocations cannot call (warning)",

  NP300: "a name that nothing binds (nanopy check)",
  NP301: "an import that nothing uses (nanopy check)",
  NP302: "code that is never reached (nanopy check)",
  NP303: "a name that hides a builtin (nanopy check)",
  NP304: "a call with arguments that its function does not take (nanopy check)",
  NP305: "a variable that is never read (nanopy check)",
  NP306: "a list that is built only to be gone through (nanopy check)",
  NP307: "a text that grows in a loop (nanopy check)",
  NP308: "a default that is one object for all calls (nanopy check)",
  NP309: "an identity comparison with a literal (nanopy check)",
  NP310: "a __del__ method, which is never called (nanopy check)",
  NP311: "an assertion that always holds (nanopy check)",

  NP170: "an escape sequence that Python does not know (warning)",
} as const;

export type DiagnosticCode = keyof typeof diagnosticCodes;
