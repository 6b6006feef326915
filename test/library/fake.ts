/** The library's nanopy with a board of the test's own, and programs run on it. */

import { compileProgram } from "../../compiler/compile.js";
import { ownLibrary as library } from "../../compiler/library.js";
import { openHome } from "../../host/machine/open.js";
import { type Ran, runImage } from "../support/run.js";

/**
 * The machine's functions for events, in Python: they hide the true ones from the module that they stand in. Waiting for ever ends the
 * program. `_script` has what happens: an event, or how many microseconds pass before the next one.
 */
const board = `
_script = [SCRIPT]
_elapsed = 0
_full = [2]

def _clock():
    return _elapsed

def _take():
    if _script and not isinstance(_script[0], int):
        return _script.pop(0)
    return None

def _wait(end):
    global _elapsed
    if _script and not isinstance(_script[0], int):
        return
    if _script:
        due = _elapsed + _script[0]
        if end is None or due <= end:
            _elapsed = due
            _script.pop(0)
        else:
            _script[0] -= end - _elapsed
            _elapsed = end
    elif end is None:
        print('waits for ever')
        raise SystemExit(0)
    else:
        _elapsed = end

def _sleep(us):
    global _elapsed
    _elapsed += us
    print('sleeps', us)

def _post(name, message):
    if name == 'full' and _full[0]:
        _full[0] -= 1
        return 1
    if name in ('other', 'full'):
        print('sent', name, repr(message))
        return 0
    return {'long': -417, 'bad name': -405, 'broken': -407}.get(name, -402)

def _answer(request, status, text):
    print('answer', request, status, text)
`;

export const withBoard = (script: string): Record<string, string> => ({
  ...library,
  nanopy: `${board.replace("SCRIPT", script)}\n${library.nanopy}`,
});

/** Compiles and runs a program where the script's events happen. */
export async function runWithEvents(text: string, script: string, limits: { heap?: number } = {}): Promise<Ran> {
  const { image, debug, diagnostics } = compileProgram({ path: "main.py", text, readFile: () => null, library: withBoard(script) });
  if (image.length === 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const home = openHome("wasm");
  try {
    return await runImage(home, { image, heap: limits.heap ?? 32 << 10, argv: [] }, debug);
  } finally {
    home.close();
  }
}
