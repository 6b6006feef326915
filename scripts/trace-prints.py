"""Runs a program and tells, as JSON, which of its lines printed what, and how it ended."""
import io
import json
import os
import runpy
import sys
import traceback

path = sys.argv[1]
sys.argv = [path]
sys.path[0] = os.path.dirname(os.path.abspath(path))     # where python3 looks for a program's own modules
prints = []
pending = [0, ""]


def add(line, text):
    """Gathers output into whole lines; a line belongs to the call that began it."""
    parts = text.split("\n")
    for i, part in enumerate(parts):
        if pending[1] == "":
            pending[0] = line
        pending[1] += part
        if i < len(parts) - 1:
            prints.append([pending[0], pending[1]])
            pending[1] = ""


class Output(io.TextIOBase):
    def write(self, text):
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != path:
            frame = frame.f_back
        add(frame.f_lineno if frame is not None else 0, text)
        return len(text)


real, sys.stdout = sys.stdout, Output()
error, code = None, 0
try:
    runpy.run_path(path, run_name="__main__")
except SystemExit as e:
    code = e.code if isinstance(e.code, int) else 0 if e.code is None else 1
except BaseException as e:
    error, code = traceback.format_exception_only(e)[-1].rstrip("\n").split("\n")[-1], 1
sys.stdout = real
if pending[1]:
    prints.append(pending[:])
print(json.dumps({"prints": prints, "error": error, "exit": code}))
