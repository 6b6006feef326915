# What programs use of CPython 3.11's traceback. What goes to stderr is a report, whose lines the host knows; texts that the program gets itself
# have theirs by a table in the image.
from _lines import find_rows


class FrameSummary:
    line = ''

    def __init__(self, filename, lineno, name):
        self.filename = filename
        self.lineno = lineno
        self.name = name

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    def format(self):
        return format_list(self)


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._lines = _describe(exc_value, exc_traceback, limit, True)
        self._own = _describe(exc_value, exc_traceback, limit, False)
        self._last = format_exception_only(exc_value)
        self._text = _text_of(exc_value, 'exception')

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True):
        return iter(self._lines if chain else self._own)

    def format_exception_only(self):
        return iter(self._last)

    def print(self, *, file=None, chain=True):
        _print(self.format(chain=chain), file)

    def __str__(self):
        return self._text


def print_exc(limit=None, file=None, chain=True):
    _print_or_report(_current(), ..., limit, file, chain)


def print_exception(exc, value=..., tb=..., limit=None, file=None, chain=True):
    _print_or_report(exc if value is ... else value, tb, limit, file, chain)


def _print_or_report(value, tb, limit, file, chain):
    if _seen('exceptions as texts'):
        if file is not None or limit is not None or not chain or tb is not ... and value is not None and tb is not value.__traceback__:
            _print(_describe(value, tb, limit, chain), file)
            return
    elif file is not None:
        raise NotImplementedError('print_exception: the compiler saw no call with a file')
    if value is None:
        _write(2, 'NoneType: None\n')
    else:
        _report_exception(value)


def _print(lines, file):
    for line in lines:
        if file is None:
            _write(2, line)
        else:
            file.write(line)


def format_exc(limit=None, chain=True):
    return ''.join(_describe(_current(), ..., limit, chain))


def format_exception(exc, value=..., tb=..., limit=None, chain=True):
    return _describe(exc if value is ... else value, tb, limit, chain)


def _describe(value, tb, limit, chain):
    if tb is ...:
        if value is not None and not isinstance(value, BaseException):
            raise TypeError('Exception expected for value, ' + type(value).__name__ + ' found')
        tb = None if value is None else value.__traceback__
    lines = []
    seen = []
    relation = ''
    while True:
        seen.append(value)
        rows = _format_rows(find_rows(tb, limit))
        lines = ['Traceback (most recent call last):\n'] * bool(rows) + rows + format_exception_only(value) + [relation] * bool(relation) + lines
        if not chain or value is None:
            return lines
        relation = '\nThe above exception was the direct cause of the following exception:\n\n'
        next = value.__cause__
        if next is None or _holds(seen, next):
            if value.__suppress_context__:
                return lines
            relation = '\nDuring handling of the above exception, another exception occurred:\n\n'
            next = value.__context__
            if next is None or _holds(seen, next):
                return lines
        value = next
        tb = value.__traceback__


def _holds(seen, wanted):
    for value in seen:
        if value is wanted:
            return True
    return False


def format_exception_only(exc, value=...):
    value = exc if value is ... else value
    if value is None:
        return ['NoneType: None\n']
    cls = type(value)
    module = getattr(cls, '__module__', 'builtins')
    name = cls.__qualname__ if module in ('__main__', 'builtins') else module + '.' + cls.__qualname__
    text = _text_of(value, 'exception')
    lines = [name + (': ' + text if text else '') + '\n']
    for note in getattr(value, '__notes__', ()):
        lines.extend([line + '\n' for line in _text_of(note, 'note').split('\n')])
    return lines


def _text_of(value, what):
    try:
        return str(value)
    except Exception:
        return '<' + what + ' str() failed>'


def _current():
    value = _set_handled(None)
    _set_handled(value)
    return value


def _format_rows(rows):
    lines = []
    for filename, line, name, times in rows:
        lines.extend([f'  File "{filename}", line {line}, in {name}\n'] * (times if times < 3 else 3))
        if times > 3:
            lines.append(f'  [Previous line repeated {times - 3} more time{"s" * (times > 4)}]\n')
    return lines


def format_tb(tb, limit=None):
    return _format_rows(find_rows(tb, limit))


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)


def extract_tb(tb, limit=None):
    summary = StackSummary()
    for filename, line, name, times in find_rows(tb, limit):
        summary.extend([FrameSummary(filename, line, name)] * times)
    return summary


def format_list(extracted_list):
    rows = []
    for filename, line, name, text in extracted_list:
        if rows and rows[-1][:3] == [filename, line, name]:
            rows[-1][3] += 1
        else:
            rows.append([filename, line, name, 1])
    return _format_rows(rows)


def print_list(extracted_list, file=None):
    _print(format_list(extracted_list), file)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next
