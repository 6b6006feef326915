/** The library's json does what CPython's does: values, texts, errors and their positions, for written and for random inputs. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { openHome } from "../../host/machine/open.js";
import { folderWith } from "../support/cli.js";
import { runImage } from "../support/run.js";

/** Runs a program in both, and expects the same lines of both. */
async function expectSame(text: string, lines: number): Promise<void> {
  const folder = folderWith({ "main.py": text });
  const path = join(folder, "main.py");
  const oracle = spawnSync("python3", [path], {
    encoding: "utf8",
    maxBuffer: 64 << 20,
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  expect(oracle.stderr).toBe("");
  const { image, debug, diagnostics } = compileProgram({ path, text });
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  const home = openHome("wasm");
  try {
    const { stdout, stderr } = await runImage(home, { image, heap: 8 << 20, argv: [] }, debug);
    expect(stderr).toBe("");
    expect(stdout.split("\n")).toEqual(oracle.stdout.split("\n"));
    expect(stdout.split("\n")).toHaveLength(lines + 1);
  } finally {
    home.close();
  }
}

const written = [
  ...["", " ", "null", "true", "false", "nul", "truer", "NaN", "Infinity", "-Infinity", "-Inf", "Inf", "Nan", "nan", "\ufeff1", "\u00a01"],
  ...[
    "0",
    "-0",
    "01",
    "-",
    "-x",
    "1.",
    "1.5",
    ".5",
    "1e",
    "1e5",
    "1E+2",
    "1e-3",
    "1e+",
    "1.e5",
    "-0.0",
    "1e400",
    "12345678901234567890",
    "1 2",
  ],
  ...["+1", "0x10", "1_000", "٣", "1٣", "1.٣", "1e٣", "-1.5e-300", "0.1e1x", "--1", "2147483648", "-1073741825"],
  ...['"', '"a', '"a\\', '"a\\"', '"\\q"', '"\\é"', '"a\nb"', '"\t"', '"\u007f\u0080\u00a0"', '"a" "b"', '"\\/\\b\\f\\n\\r\\t\\"\\\\"'],
  ...['"\\u0041"', '"\\u00e9é"', '"\\u12"', '"\\u12', '"\\u123"', '"\\u1234', '"\\uD83D\\uDE00"', '"\\ud83d\\ude0', '"\\ud83d\\ude00'],
  ...['"\\u12g4"', '"\\u 123"', '"\\u-123"', '"\\ud83d\\u12g4"', '"\\u00é1"', '"😀\\u0041\\x"', '"é\n"', '"é'],
  ...["[", "[]", "[ ]", "[1", "[1,", "[1,]", "[,]", "[1 2]", "[1}", "[1, [2, [3]]]", "[]]", "[1,\n2,\n x]", "[1]é", "é", "[é]", '["é", x]'],
  ...[
    "{",
    "{}",
    "{ }",
    '{"a"',
    '{"a":',
    '{"a":}',
    '{"a":1',
    '{"a":1,',
    '{"a":1,}',
    "{1:2}",
    "{a:1}",
    '{"a" 1}',
    '{"a":1 "b":2}',
    '{"é":1,\n\n"b"',
  ],
  ...[
    '{"a":1,"a":2}',
    '{"a":{"b":{"c":[{}]}}}',
    " \n\t\r[ \n1 , 2\r]\t",
    "\f1",
    "1\v",
    "[1]\u2028",
    "{'a':1}",
    "// x",
    '{"a": [1, {"b": null}], "c": "d"}',
  ],
];

/** A text near to JSON: one that is, with some characters left out, doubled or put in. */
const nearJson = fc
  .tuple(
    fc.jsonValue({ maxDepth: 4, noUnicodeString: false }),
    fc.constantFrom(undefined, 1, 2),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom("", "", "\\", '"', "[", "]", "{", "}", ",", ":", "é", "\n", "0", "e", "\\u", "\\ud800"),
        fc.nat(2),
      ),
      {
        maxLength: 2,
      },
    ),
  )
  .map(([value, indent, edits]) => {
    let text = JSON.stringify(value, null, indent);
    for (const [at, put, out] of edits) {
      const place = at % (text.length + 1);
      text = text.slice(0, place) + put + text.slice(place + out);
    }
    return text;
  })
  // Halves of surrogate pairs can't stand in UTF-8.
  .filter((text) => !/\p{Surrogate}/u.test(text));

const literal = (text: string): string => JSON.stringify(text);

it("loads as CPython does", async () => {
  const cases = [...written, ...fc.sample(nearJson, { numRuns: 1500, seed: 3 })];
  const program = `import json

def show(text):
    try:
        print(ascii(json.loads(text)))
    except json.JSONDecodeError as e:
        print(ascii(e.msg), e.pos, e.lineno, e.colno, e.doc == text, ascii(str(e)), ascii(repr(e)))

for text in (
${cases.map((text) => `    ${literal(text)},`).join("\n")}
):
    show(text)
`;
  await expectSame(program, cases.length);
});

it("loads bytes, and refuses other types, as CPython does", async () => {
  const program = `import json
for text in (b'[1, "\\xc3\\xa9"]', bytearray(b'{}'), b'\\xef\\xbb\\xbf[2]', b'[1', b'"\\xc3\\xa9" x', 5, None, [1], b'"\\xff"'):
    try:
        print(ascii(json.loads(text)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(json.JSONDecodeError.__module__, issubclass(json.JSONDecodeError, ValueError))
e = json.JSONDecodeError('what', 'a\\nbc', 3)
print(e, e.args, e.lineno, e.colno)
`;
  await expectSame(program, 11);
});

const values = [
  ...[
    "None",
    "True",
    "False",
    "0",
    "-1",
    "12345678901234567890",
    "1.5",
    "1e300",
    "-0.0",
    "1e16",
    "float('nan')",
    "float('inf')",
    "-float('inf')",
  ],
  ...[
    "''",
    "'a'",
    `'"\\\\/\\b\\f\\n\\r\\t'`,
    "'\\x00\\x1f\\x7f\\x80\\xa0é'",
    "'😀'",
    "'\\u2028\\ud800'",
    "[]",
    "()",
    "{}",
    "[[]]",
    "[1, 'a', None]",
    "(1, (2,))",
  ],
  ...[
    "{'a': 1, 'b': [1, 2]}",
    "{1: 2, None: 3, True: 4, 2.5: 5, float('inf'): 6}",
    "{'b': 1, 'a': {'d': 1, 'c': 2}}",
    "{2: 1, 1: 2}",
    "{'a': 1, 2: 3}",
  ],
  ...[
    "{(1, 2): 3}",
    "{1}",
    "[{1}, 2]",
    "object()",
    "b'x'",
    "[1, Point(1, 2)]",
    "{'p': Point(1, 'é')}",
    "{'x': [], 'y': {}}",
    "[float('nan'), {'a': float('inf')}]",
  ],
  ...["{(1,): 1, 'a': 2}", "{'é': 'é'}", "own()", "own_dict()", "range(3)", "Point", "{'k\\n': 1}", "[[1, [2, {'a': [3]}]], {}]"],
];
const options = [
  ...[
    "",
    "sort_keys=True",
    "indent=2",
    "indent=0",
    "indent='\\t'",
    "indent=4, sort_keys=True",
    "separators=(',', ':')",
    "separators=(' ; ', ' = '), indent=1",
  ],
  ...[
    "ensure_ascii=False",
    "default=encode",
    "default=str",
    "default=again",
    "skipkeys=True",
    "skipkeys=True, sort_keys=True, indent=1",
    "allow_nan=False",
  ],
  ...["indent=-1", "ensure_ascii=False, indent=1, default=encode"],
];

it("dumps as CPython does", async () => {
  const program = `import json

class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __str__(self):
        return 'point'

def encode(x):
    if isinstance(x, Point):
        return {'x': x.x, 'y': x.y}
    if isinstance(x, (set, bytes)):
        return list(x)
    raise TypeError('what is ' + type(x).__name__)

def again(x):
    return x

def own():
    x = [1]
    x.append(x)
    return x

def own_dict():
    x = {}
    x['a'] = [x]
    return x

def attempt(make, dump):
    try:
        print(ascii(dump(make())))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)

makers = (
${values.map((value) => `    lambda: ${value},`).join("\n")}
)
dumpers = (
${options.map((option) => `    lambda x: json.dumps(x${option === "" ? "" : `, ${option}`}),`).join("\n")}
)
for dump in dumpers:
    for make in makers:
        attempt(make, dump)
`.replace("lambda: object(),", "lambda: Point(0, 0),");
  await expectSame(program, values.length * options.length);
});

it("reads back what it has written, and writes random values as CPython does", async () => {
  const cases = fc
    .sample(fc.jsonValue({ maxDepth: 4, noUnicodeString: false }), { numRuns: 600, seed: 5 })
    .map((value) => JSON.stringify(value));
  const texts = cases.filter((text) => !/\p{Surrogate}/u.test(text));
  const program = `import json
for text in (
${texts.map((text) => `    ${literal(text)},`).join("\n")}
):
    value = json.loads(text)
    print(json.dumps(value), ascii(json.dumps(value, ensure_ascii=False, indent=1)), json.loads(json.dumps(value)) == value)
`;
  await expectSame(program, texts.length);
});
