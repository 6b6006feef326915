/** Handlers in the machine itself: `nanopy run --event`, in one go and through snapshots. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileProgram } from "../../compiler/compile.js";
import { Status } from "../../host/machine/home.js";
import { openHome } from "../../host/machine/open.js";
import { cli, folderWith } from "../support/cli.js";
import { runImage } from "../support/run.js";

const program = `import nanopy
count = 10

def total(items):
    return sum([item['n'] for item in items])

def handler(event, context):
    global count
    count += 1
    print('called as', context.function_name, 'in', context.memory_limit_in_mb, 'MB')
    return {'total': total(event['items']), 'count': count, 'text': 'é'}

print('ready')
`;
const event = '{"items": [{"n": 1}, {"n": 20}]}';
const answer = '{"total": 21, "count": 11, "text": "\\u00e9"}\n';

describe("nanopy run --event", () => {
  const folder = folderWith({
    "adder.py": program,
    "plain.py": "print('no handler')\n",
    "early.py": `import nanopy\nnanopy.receive()\n${program}`,
  });
  const path = join(folder, "adder.py");

  it("calls the handler and prints its answer", () => {
    const expected = { status: 0, stdout: `ready\ncalled as adder in 1 MB\n${answer}`, stderr: "" };
    expect(cli(["run", path, "--event", event])).toEqual(expected);
    expect(cli(["run", path, "--event", event, "--checkpoint-every", "37"])).toEqual(expected);
    expect(cli(["run", path, "--event", event, "--heap", "3M"]).stdout).toContain("in 3 MB");
  });

  it("exits with 1 and the traceback where the handler raises", () => {
    expect(cli(["run", "adder.py", "--event", '{"items": [{}]}'], { cwd: folder })).toEqual({
      status: 1,
      stdout: `ready\ncalled as adder in 1 MB\n{"errorMessage": "'n'", "errorType": "KeyError", "stackTrace": []}\n`,
      stderr: `Traceback (most recent call last):
  File "adder.py", line 11, in handler
    return {'total': total(event['items']), 'count': count, 'text': 'é'}
  File "adder.py", line 5, in total
    return sum([item['n'] for item in items])
  File "adder.py", line 5, in <listcomp>
    return sum([item['n'] for item in items])
KeyError: 'n'
`,
    });
  });

  it("refuses what can't be called, and events that are no JSON", () => {
    const plain = cli(["run", join(folder, "plain.py"), "--event", "1"]);
    expect(plain).toMatchObject({
      status: 2,
      stdout: "no handler\n",
      stderr: expect.stringContaining("it has no handler(event, context)"),
    });
    expect(cli(["run", path, "--event", "{x"])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("JSON text such as"),
    });
    const early = cli(["run", join(folder, "early.py"), "--event", "1"]);
    expect(early).toMatchObject({ status: 1, stdout: expect.stringContaining("Runtime.HandlerNotFound") });
  });

  it("waits for events without one", () => {
    expect(cli(["run", path])).toMatchObject({ status: 0, stdout: "ready\n", stderr: expect.stringContaining("waits for events") });
  });

  it("can be suspended in the midst of a call, and a function that waits can be called later", () => {
    const snapshot = join(folder, "adder.nps");
    const stats = join(folder, "stats.json");
    const whole = cli(["run", path, "--event", event, "--stats", stats]);
    const last: number = JSON.parse(readFileSync(stats, "utf8")).vm_instructions;
    const inModule: [number, ...string[]] = [20, "--event", event];
    const inCall: [number, ...string[]] = [last - 300];
    for (const [after, ...more] of [inModule, inCall]) {
      const first = cli(["run", path, "--event", event, "--suspend-after", String(after), "-o", snapshot]);
      expect(first.stderr).toContain("suspended after");
      const second = cli(["resume", snapshot, ...more]);
      expect(second.status).toBe(0);
      expect(first.stdout + second.stdout).toBe(whole.stdout);
    }
    expect(cli(["resume", snapshot, "--event", event]).stdout.match(/"count": \d+/g)).toEqual(['"count": 11', '"count": 12']);
  });
});

describe("an idle function", () => {
  it("is a snapshot of less than 700 bytes", async () => {
    const text = "count = 0\ndef handler(event, context):\n    global count\n    count += event['by']\n    return {'count': count}\n";
    const { image, debug } = compileProgram({ path: "main.py", text, readFile: () => null });
    const home = openHome("wasm");
    try {
      const request = { image, heap: 8192, argv: [], event: 'main\n1\n1\n0\n{"by": 2}' };
      const { result } = await runImage(home, request, debug);
      expect(result).toMatchObject({ status: Status.wait, answers: [{ failed: false, text: '{"count": 2}' }] });
      const last = await runImage(home, { ...request, suspendAt: [result.vmInstructions - 1], stopAtLast: true }, debug);
      expect(last.result.status).toBe(Status.suspended);
      expect(last.result.answers).toHaveLength(1);
      expect(last.result.snapshots[0]!.bytes.length).toBeLessThan(700);
    } finally {
      home.close();
    }
  });
});
