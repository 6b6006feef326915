"""What CPython makes of programs: each in a namespace of its own, all in this one process.

Reads a JSON text a line, answers a JSON object a line: {"stdout": text, "error": the traceback's end or null}, or {"skip": why}.
"""

import gc
import io
import json
import resource
import signal
import sys
import traceback
import warnings


MOST_MEMORY = 1 << 30
MOST_OUTPUT = 1 << 20


class TooLong(BaseException):
    pass


def stop(_signal, _frame):
    raise TooLong


def run(source):
    try:
        code = compile(source, "program.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return {"skip": f"SyntaxError: {error.msg} in line {error.lineno}"}
    output, real = io.StringIO(), sys.stdout
    sys.stdout = output
    error = None
    signal.setitimer(signal.ITIMER_REAL, 5, 1)  # again and again: a program may catch everything
    try:
        exec(code, {"__name__": "__main__"})
    except TooLong:
        return {"skip": "runs too long"}
    except Exception as exception:
        error = traceback.format_exception_only(exception)[-1].rstrip()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        # Generators that nobody has any more print their last words where nobody hears them.
        sys.stdout = io.StringIO()
        gc.collect()
        sys.stdout = real
    if output.tell() > MOST_OUTPUT:
        return {"skip": "prints too much"}
    return {"stdout": output.getvalue(), "error": error}


def main():
    warnings.simplefilter("ignore")
    gc.disable()
    gc.freeze()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGALRM, stop)
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)


main()
