# Where the program's functions stand in its files: what the compiler's table of lines says (compiler/line-table.ts), and the entries of tracebacks by it.
import sys


class Frame:
    # What a traceback tells of a frame; its code is itself.
    def __init__(self, filename, lineno, name):
        self.f_lineno = lineno
        self.f_code = self
        self.co_filename = filename
        self.co_name = name


def find_rows(tb, limit=None):
    # [filename, line, name, times in a row] of each entry, the outermost first; functions of the library are not told.
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    rows = []
    while tb is not None:
        tb, function, pc, times = _report_frames(tb, None, None, None)
        place = find_place(function, pc)
        if place is not None:
            if rows and rows[-1][:3] == place:
                rows[-1][3] += times
            else:
                rows.append(place + [times])
    return rows if limit is None else _cut(rows, limit) if limit >= 0 else _cut(rows[::-1], -limit)[::-1]


def _cut(rows, room):
    kept = []
    for row in rows:
        if room > 0:
            row[3] = row[3] if row[3] < room else room
            kept.append(row)
            room -= row[3]
    return kept


def find_place(function, pc):
    # [filename, line, name], or None for a function that is not the program's.
    for item in _line_table:
        if isinstance(item, str):
            filename = item
        elif isinstance(item, bytes):
            steps = item
            at = first = 0
        else:
            while steps[at] & 15 in (0, 15) and steps[at] != 64:
                first += _lines(steps[at])
                at += 1
            if item is function:
                return [filename, _line(steps, at, pc, first), function.__name__]
            at = steps.find(b'@', at) + 1
    return None


def _line(steps, at, pc, line):
    while steps[at] != 64:
        pc -= steps[at] & 15 if steps[at] & 15 < 15 else 0
        if pc < 0:
            break
        line += _lines(steps[at])
        at += 1
    return line


def _lines(step):
    return ((step >> 4) - 4) * (12 if step & 15 == 15 else 1)
