# What programs use of CPython 3.11's traceback. The host knows the lines of a program: what goes to stderr has them, and a text that
# the program gets itself has none.


def print_exc(limit=None, file=None, chain=True):
    print_exception(_current(), None, None, limit, file, chain)


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    value = exc if isinstance(exc, BaseException) or value is None else value
    if file is None and isinstance(value, BaseException):
        _report_exception(value)
    else:
        text = ''.join(format_exception(exc, value, tb))
        if file is None:
            _write(2, text)
        else:
            file.write(text)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(_current()))


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    value = exc if value is None else value
    lines = []
    seen = []
    relation = ''
    while isinstance(value, BaseException) and value not in seen:
        seen.append(value)
        lines[:0] = ['Traceback (most recent call last):\n'] + format_exception_only(value) + [relation] * bool(relation)
        relation = '\nThe above exception was the direct cause of the following exception:\n\n'
        next = value.__cause__
        if next is None and not value.__suppress_context__:
            relation = '\nDuring handling of the above exception, another exception occurred:\n\n'
            next = value.__context__
        value = next
    return lines or ['NoneType: None\n']


def format_exception_only(exc, value=None):
    value = exc if value is None else value
    cls = type(value)
    module = getattr(cls, '__module__', 'builtins')
    name = cls.__qualname__ if module in ('__main__', 'builtins') else module + '.' + cls.__qualname__
    text = str(value)
    lines = [name + (': ' + text if text else '') + '\n']
    lines.extend([str(note) + '\n' for note in getattr(value, '__notes__', ())])
    return lines


def _current():
    value = _set_handled(None)
    _set_handled(value)
    return value


def print_stack(f=None, limit=None, file=None):
    pass
