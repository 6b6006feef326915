/** Small programs whose output is known beforehand, byte by byte. */
import { compileProgram } from "../../compiler/compile.js";

export interface Program {
  readonly image: Uint8Array;
  /** All that it writes until it ends; undefined for one that only answers. */
  readonly output: string | undefined;
}

function made(path: string, text: string, output: string | undefined): Program {
  const { image, diagnostics } = compileProgram({ path, text });
  const wrong = diagnostics.filter(({ severity }) => severity === "error");
  if (wrong.length > 0) throw new Error(`${path}: ${wrong.map(({ message }) => message).join("; ")}`);
  return { image, output };
}

/** Writes numbered lines and sleeps `pauseMs` after each. `weight` more integers make its arena larger. */
export function counter(lines: number, pauseMs: number, weight = 0): Program {
  const text = `
import time
ballast = list(range(${weight}))
n = 0
while n < ${lines}:
    print('line', n, len(ballast))
    n += 1
    time.sleep(${pauseMs / 1000})
`;
  const output = Array.from({ length: lines }, (_, n) => `line ${n} ${weight}\n`).join("");
  return made(`counter_${lines}_${pauseMs}_${weight}.py`, text, output);
}

/** Writes a few lines with a pause after each; its image has a text of so many bytes in it. */
export function stout(bytes: number, lines: number, pauseMs: number): Program {
  const text = `
import time
text = '${"x".repeat(bytes)}'
for n in range(${lines}):
    print(n, len(text))
    time.sleep(${pauseMs / 1000})
`;
  return made(`stout_${bytes}_${lines}.py`, text, Array.from({ length: lines }, (_, n) => `${n} ${bytes}\n`).join(""));
}

/** Calculates without a pause, and writes its sum after each round. */
export function calculator(rounds: number, perRound: number): Program {
  const text = `
x = 1
for r in range(${rounds}):
    for i in range(${perRound}):
        x = (x * 75 + 74) % 65537
    print('sum', r, x)
`;
  let x = 1;
  let output = "";
  for (let r = 0; r < rounds; r++) {
    for (let i = 0; i < perRound; i++) x = (x * 75 + 74) % 65537;
    output += `sum ${r} ${x}\n`;
  }
  return made(`calculator_${rounds}_${perRound}.py`, text, output);
}

/** A handler that counts its calls: {"add": n} adds n, and answers the sum and the number of calls. */
export const tally = (): Program =>
  made(
    "tally.py",
    `
calls = 0
total = 0

def handler(event, context):
    global calls, total
    calls += 1
    total += event['add']
    return {'calls': calls, 'total': total}
`,
    undefined,
  );

/** Any other program. */
export const programOf = (path: string, text: string): Program => made(path, text, undefined);
