import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DiagnosticCollector } from "../../compiler/diagnostics.js";
import { parseModule } from "../../compiler/parser/parse.js";
import { analyzeScopes } from "../../compiler/scopes.js";
import { SourceFile } from "../../compiler/source.js";
import { dumpAst } from "./dump-ast.js";
import { dumpScopes } from "./dump-scopes.js";
import { analyze } from "./front-end.js";
import { askPython, type OracleAnswer, python, standardLibrary } from "./oracle.js";
import { rejectedPrograms } from "./rejected.js";

/** Real code that uses much of the grammar; a few of them are long. */
const LIBRARY_FILES = [
  "_pydecimal",
  "argparse",
  "ast",
  "asyncio/locks",
  "asyncio/taskgroups",
  "asyncio/tasks",
  "base64",
  "bisect",
  "calendar",
  "cmd",
  "collections/__init__",
  "configparser",
  "contextlib",
  "copy",
  "csv",
  "dataclasses",
  "datetime",
  "difflib",
  "doctest",
  "enum",
  "fractions",
  "functools",
  "gettext",
  "heapq",
  "inspect",
  "json/decoder",
  "json/encoder",
  "keyword",
  "locale",
  "logging/__init__",
  "mailbox",
  "optparse",
  "pathlib",
  "pickle",
  "plistlib",
  "pprint",
  "random",
  "shlex",
  "statistics",
  "string",
  "subprocess",
  "symtable",
  "tarfile",
  "textwrap",
  "threading",
  "tokenize",
  "traceback",
  "turtle",
  "typing",
  "unittest/mock",
  "urllib/parse",
  "uuid",
  "weakref",
  "zipfile",
  "test/test_fstring",
  "test/test_named_expressions",
  "test/test_patma",
  "test/test_scope",
  "test/test_generators",
  "test/test_keywordonlyarg",
  "test/test_positional_only_arg",
  "test/test_string_literals",
  "test/test_unpack_ex",
  "test/test_with",
];

function pythonFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".py"))
    .map((name) => join(folder, name));
}

const here = fileURLToPath(new URL(".", import.meta.url));
const bench = fileURLToPath(new URL("../../bench", import.meta.url));
const accepted = pythonFiles(join(here, "accepted"));
const benchmarks = readdirSync(bench, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".py"))
  .map((name) => join(bench, name));

/** The files that the comparison is about, with their text; those in another encoding than UTF-8 are left out. */
function readAll(paths: readonly string[], answers: readonly OracleAnswer[]) {
  return paths.flatMap((path, index) => {
    const answer = answers[index];
    if (answer?.lines === undefined) return [];
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
      return [{ path, text, theirs: answer.lines }];
    } catch {
      return [];
    }
  });
}

/** The first line in which two dumps differ, with its neighbours; null when they are the same. */
function firstDifference(ours: readonly string[], theirs: readonly string[]): string | null {
  const length = Math.max(ours.length, theirs.length);
  for (let index = 0; index < length; index++) {
    if (ours[index] !== theirs[index]) return `line ${index + 1}\n  ours:   ${ours[index]}\n  theirs: ${theirs[index]}`;
  }
  return null;
}

describe.skipIf(python === null)("beside CPython 3.11", () => {
  const library = standardLibrary();
  const libraryFiles = library === null ? [] : LIBRARY_FILES.map((name) => join(library, `${name}.py`));
  const paths = [...accepted, ...benchmarks, ...libraryFiles];
  const folder = mkdtempSync(join(tmpdir(), "nanopy-front-end-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("makes the same trees, with the same positions", () => {
    const files = readAll(paths, askPython("ast", paths));
    expect(files.length).toBeGreaterThan(accepted.length);
    let compared = 0;
    for (const { path, text, theirs } of files) {
      const file = new SourceFile(path, text);
      const collector = new DiagnosticCollector();
      const module = parseModule(file, collector);
      const errors = collector.all.filter((diagnostic) => diagnostic.severity === "error");
      expect(
        errors.map((diagnostic) => diagnostic.message),
        path,
      ).toEqual([]);
      expect(firstDifference(dumpAst(module, file), theirs), path).toBeNull();
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(accepted.length + benchmarks.length);
  });

  it("makes the same symbol tables", () => {
    for (const { path, text, theirs } of readAll(paths, askPython("scopes", paths))) {
      const file = new SourceFile(path, text);
      const collector = new DiagnosticCollector();
      const module = parseModule(file, collector);
      if (collector.hasErrors) continue;
      const scopes = analyzeScopes(module, file, collector);
      expect(collector.hasErrors, path).toBe(false);
      expect(firstDifference(dumpScopes(scopes.module), theirs), path).toBeNull();
    }
  });

  describe("refuses the same programs, on the same line", () => {
    let answers: OracleAnswer[] = [];
    beforeAll(() => {
      const files = rejectedPrograms.map(({ source }, index) => {
        const path = join(folder, `${index}.py`);
        writeFileSync(path, source);
        return path;
      });
      answers = askPython("errors", files);
    });

    it.each(rejectedPrograms.map((program, index) => ({ ...program, index })))("$source", ({ line, index }) => {
      expect(answers[index]?.line).toBe(line);
    });
  });
});

describe("rejected programs", () => {
  it.each(rejectedPrograms)("$source", ({ source, line, message }) => {
    expect(analyze(source).errors).toEqual([`${line}: ${message}`]);
  });
});

describe("accepted programs", () => {
  it.each(accepted)("%s", (path) => {
    const file = new SourceFile(path, readFileSync(path, "utf8"));
    const collector = new DiagnosticCollector();
    analyzeScopes(parseModule(file, collector), file, collector);
    expect(collector.all.filter((diagnostic) => diagnostic.severity === "error")).toEqual([]);
  });
});
