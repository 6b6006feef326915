"""What CPython makes of programs: each in a namespace of its own, all in this one process.

Reads a JSON text a line, answers a JSON object a line: {"stdout": text, "error": the traceback's end or null}, or {"skip": why}.
"""

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
    output = sys.stdout = io.StringIO()
    error = None
    signal.alarm(5)
    try:
        exec(code, {"__name__": "__main__"})
    except TooLong:
        return {"skip": "runs too long"}
    except Exception as exception:
        error = traceback.format_exception_only(exception)[-1].rstrip()
    finally:
        signal.alarm(0)
        # What a program's generators say when they are collected later is no answer.
        sys.stdout = io.StringIO()
    if output.tell() > MOST_OUTPUT:
        return {"skip": "prints too much"}
    return {"stdout": output.getvalue(), "error": error}


def main():
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGALRM, stop)
    answers = sys.stdout
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), file=answers, flush=True)


main()
