/** Messages, events and handlers, as the library's nanopy makes them of the machine's events. */
import { describe, expect, it } from "vitest";
import { runWithEvents } from "./fake.js";

const lines = (text: string): string[] => text.trimEnd().split("\n");

/** An invocation with an event, as the board hands it over. */
const invocation = (id: string, event: string, timeout = 3000): string =>
  `(2, '${id}', 'fn\\n7\\n24\\n${timeout}\\n' + ${JSON.stringify(event)})`;

describe("send", () => {
  it("sends bytes as they are, and anything else as JSON", async () => {
    const program = `import nanopy
nanopy.send('other', b'\\x00\\xff')
nanopy.send('other', bytearray(b'ab'))
nanopy.send('other', 'text')
nanopy.send('other', {'a': [1, None]})
`;
    const { stdout } = await runWithEvents(program, "");
    expect(lines(stdout)).toEqual([
      "sent other b'\\x00\\xff'",
      "sent other b'ab'",
      "sent other '\"text\"'",
      `sent other '{"a": [1, null]}'`,
    ]);
  });

  it("waits longer and longer while the receiver is full", async () => {
    const { stdout } = await runWithEvents("import nanopy\nnanopy.send('full', 1)\n", "");
    expect(lines(stdout)).toEqual(["sleeps 1000", "sleeps 2000", "sent full '1'"]);
  });

  it("says why a message can't be sent", async () => {
    const program = `import nanopy
for name in ('nobody', 'long', 'bad name', 'broken'):
    try:
        nanopy.send(name, 'é')
    except (LookupError, ValueError, OSError) as e:
        print(type(e).__name__, e)
try:
    nanopy.send('other', {1})
except TypeError as e:
    print(e)
`;
    const { stdout } = await runWithEvents(program, "");
    expect(lines(stdout)).toEqual([
      "LookupError there is no function named 'nobody' here",
      "ValueError the message is too long: 8 characters",
      "ValueError not a function's name: 'bad name'",
      "OSError [Errno 407] the message to 'broken' was refused",
      "Object of type set is not JSON serializable",
    ]);
  });
});

describe("receive", () => {
  it("gives sender and value of each message, in order", async () => {
    const program = "import nanopy\nfor i in range(4):\n    print(nanopy.receive())\n";
    const { stdout } = await runWithEvents(
      program,
      `(1, 'a', '{"x": [1]}'), 500, (1, 'b', b'\\x01'), (1, 'c', '"é"'), (1, 'd', 'no json')`,
    );
    expect(lines(stdout)).toEqual(["('a', {'x': [1]})", "('b', b'\\x01')", "('c', 'é')", "('d', 'no json')"]);
  });

  it("gives None when the time is over, and waits no longer", async () => {
    const program = `from nanopy import receive
import nanopy
print(receive(0), nanopy._clock())
print(receive(1.5), nanopy._clock())
print(receive(10), nanopy._clock())
print(receive(0))
`;
    const { stdout } = await runWithEvents(program, "2000000, (1, 'late', '1')");
    expect(lines(stdout)).toEqual(["None 0", "None 1500000", "('late', 1) 2000000", "None"]);
  });

  it("keeps other events for later", async () => {
    const program = `import nanopy
print(nanopy.receive())
print(nanopy.receive(0))
for event in nanopy.events(1):
    print(event)
print('over')
`;
    const { stdout } = await runWithEvents(program, "(3, 'D1', '1'), (4, 'tick', '2'), (1, 'a', '3'), (3, 'D2', '0'), 300, (1, 'b', b'4')");
    expect(lines(stdout)).toEqual([
      "('a', 3)",
      "None",
      "Event(kind='pin', source='D1', value=1)",
      "Event(kind='timer', source='tick', value=2)",
      "Event(kind='pin', source='D2', value=0)",
      "Event(kind='message', source='b', value=b'4')",
      "over",
    ]);
  });

  it("answers invocations of a program without a handler", async () => {
    const { stdout } = await runWithEvents("import nanopy\nprint(nanopy.receive())\n", `${invocation("r1", "{}")}, (1, 'a', '3')`);
    expect(lines(stdout)).toEqual([
      'answer r1 1 {"errorMessage": "the function has no handler, or its module has not come to its end", "errorType": "Runtime.HandlerNotFound", "stackTrace": []}',
      "('a', 3)",
    ]);
  });
});

describe("a handler", () => {
  const answers = async (program: string, ...script: string[]) => {
    const { stdout, stderr, exit } = await runWithEvents(program, script.join(", "));
    return { answers: lines(stdout), stderr, exit };
  };

  it("is called for each invocation, with event and context, and keeps the module's state", async () => {
    const program = `count = 0
def handler(event, context):
    global count
    count += event['by']
    return {'count': count, 'name': context.function_name, 'version': context.function_version,
            'memory': context.memory_limit_in_mb, 'id': context.aws_request_id, 'left': context.get_remaining_time_in_millis()}
print('ready')
`;
    const { answers: found } = await answers(program, invocation("r1", '{"by": 2}'), "5000", invocation("r2", '{"by": 3}', 0));
    expect(found).toEqual([
      "ready",
      'answer r1 0 {"count": 2, "name": "fn", "version": "7", "memory": "24", "id": "r1", "left": 3000}',
      'answer r2 0 {"count": 5, "name": "fn", "version": "7", "memory": "24", "id": "r2", "left": 2147483647}',
      "waits for ever",
    ]);
  });

  it("answers with its exception, reports it and goes on", async () => {
    const program = `def inner(x):
    return 10 // x
def handler(event, context):
    try:
        return inner(event)
    except TypeError as e:
        raise ValueError('no number') from e
`;
    const { answers: found, stderr, exit } = await answers(program, invocation("a", "0"), invocation("b", "[]"), invocation("c", "5"));
    expect(found).toEqual([
      'answer a 1 {"errorMessage": "integer division or modulo by zero", "errorType": "ZeroDivisionError", "stackTrace": []}',
      'answer b 1 {"errorMessage": "no number", "errorType": "ValueError", "stackTrace": []}',
      "answer c 0 2",
      "waits for ever",
    ]);
    expect(exit).toBe(0);
    expect(stderr).toContain('  File "main.py", line 2, in inner\nZeroDivisionError: integer division or modulo by zero\n');
    expect(stderr).toContain("The above exception was the direct cause");
    expect(stderr).not.toContain("library");
  });

  it("survives an exception that has no text", async () => {
    const program = `class Odd(Exception):
    def __str__(self):
        raise ValueError
def handler(event, context):
    raise Odd
`;
    const { answers: found, stderr } = await answers(program, invocation("a", "0"));
    expect(found[0]).toBe('answer a 1 {"errorMessage": "<exception str() failed>", "errorType": "Odd", "stackTrace": []}');
    expect(stderr).toContain("Odd: <exception str() failed>");
  });

  it("answers what is no JSON, going in or coming out", async () => {
    const program = "def handler(event, context):\n    return {event}\n";
    const { answers: found } = await answers(program, invocation("a", "1"), invocation("b", "{x"));
    expect(found).toEqual([
      'answer a 1 {"errorMessage": "Unable to marshal response: Object of type set is not JSON serializable", "errorType": "Runtime.MarshalError", "stackTrace": []}',
      'answer b 1 {"errorMessage": "Unable to unmarshal input: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)", "errorType": "Runtime.UnmarshalError", "stackTrace": []}',
      "waits for ever",
    ]);
  });

  it("ends the function by sys.exit", async () => {
    const program = "import sys\ndef handler(event, context):\n    sys.exit(event)\n";
    const { answers: found, exit } = await answers(program, invocation("a", "3"), invocation("b", "4"));
    expect(found).toEqual([
      'answer a 1 {"errorMessage": "the function has ended by sys.exit", "errorType": "Runtime.ExitError", "stackTrace": []}',
    ]);
    expect(exit).toBe(3);
  });

  it("may receive messages itself: invocations meanwhile keep their turn", async () => {
    const program = `import nanopy
def handler(event, context):
    return [event, nanopy.receive(1)]
`;
    const script = ["(3, 'D1', '1')", "(1, 'a', '10')", invocation("x", "1"), invocation("y", "2"), "500", "(1, 'b', '20')"];
    const { answers: found } = await answers(program, ...script);
    expect(found).toEqual(['answer x 0 [1, ["a", 10]]', 'answer y 0 [2, ["b", 20]]', "waits for ever"]);
  });

  it("keeps the first of many events that nobody takes", async () => {
    const program = "import nanopy\ndef handler(event, context):\n    return [event.value for event in nanopy.events(0)]\n";
    const script = Array.from({ length: 40 }, (_, index) => `(3, 'D1', '${index}')`);
    const { answers: found } = await answers(program, ...script, invocation("x", "1"));
    expect(found[0]).toBe(`answer x 0 [${Array.from({ length: 16 }, (_, index) => index).join(", ")}]`);
  });

  it("is served only by that name, with two parameters, and where the module comes to its end", async () => {
    for (const program of [
      "def handler(event): pass\n",
      "def handler(event, context, more): pass\n",
      "def handle(event, context): pass\n",
      "if True:\n    def handler(event, context): pass\n",
      "handler = lambda event, context: 1\n",
      "import sys\ndef handler(event, context): pass\nsys.exit()\n",
      "def handler(event, context): pass\nraise SystemExit\n",
    ]) {
      const { stdout, exit } = await runWithEvents(program, "");
      expect({ program, stdout, exit }).toEqual({ program, stdout: "", exit: 0 });
    }
    const { stdout } = await runWithEvents("def handler(event, context, more=1): pass\n", "");
    expect(stdout).toBe("");
    expect((await runWithEvents("def handler(event, /, context, *, more=1): pass\n", "")).stdout).toBe("waits for ever\n");
  });
});
