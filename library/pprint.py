# CPython 3.11's pprint: values over several lines where one is too narrow.
import sys


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter().format(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _Key:
    # orders what Python would not compare, by the types' names
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _pair_key(pair):
    return (_Key(pair[0]), _Key(pair[1]))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        (sys.stdout if self._stream is None else self._stream).write(self.pformat(object) + '\n')

    def pformat(self, object):
        out = []
        self._write(object, out, 0, 0, {}, 0)
        return ''.join(out)

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, None, 0)
        return readable and not recursive

    def isrecursive(self, object):
        return self.format(object, {}, None, 0)[2]

    def format(self, object, context, maxlevels, level):
        # one line; whether it can be read back; whether it holds itself
        kind = _shown_as(object)
        if kind is int and self._underscores and not isinstance(object, bool):
            return f'{object:_d}', True, False
        is_dict = kind is dict
        if not is_dict and kind is not list and kind is not tuple:
            text = repr(object)
            return text, not text.startswith('<'), False
        start, end = _brackets(object)
        if not object:
            return start + end, True, False
        if maxlevels and level >= maxlevels:
            return start + '...' + end, False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable = True
        recursive = False
        parts = []
        for item in self._items(object) if is_dict else object:
            texts = []
            for part in item if is_dict else (item,):
                text, can, again = self.format(part, context, maxlevels, level + 1)
                texts.append(text)
                readable = readable and can
                recursive = recursive or again
            parts.append(': '.join(texts))
        del context[id(object)]
        return start + ', '.join(parts) + (',' if start == '(' and len(object) == 1 else '') + end, readable, recursive

    def _items(self, object):
        return sorted(object.items(), key=_pair_key) if self._sort_dicts else list(object.items())

    def _write(self, object, out, indent, allowance, context, level):
        if id(object) in context:
            out.append(_recursion(object))
            return
        text = self.format(object, dict(context), self._depth, level)[0]
        if len(text) > self._width - indent - allowance:
            kind = _shown_as(object)
            context[id(object)] = 1
            done = True
            if kind is dict or kind is list or kind is tuple:
                self._write_items(object, out, indent, allowance, context, level + 1)
            elif (kind is set or kind is frozenset) and object:
                self._write_set(object, out, indent, allowance, context, level + 1)
            elif kind is str and object:
                self._write_text(object, out, indent, allowance, level + 1)
            else:
                done = False
            del context[id(object)]
            if done:
                return
        out.append(text)

    def _write_items(self, object, out, indent, allowance, context, level):
        start, end = _brackets(object)
        out.append(start + (self._indent - 1) * ' ')
        if isinstance(object, dict):
            inner = indent + self._indent
            items = self._items(object)
            for i in range(len(items)):
                key = self.format(items[i][0], dict(context), self._depth, level)[0]
                if i:
                    out.append(',\n' + ' ' * inner)
                out.append(key + ': ')
                self._write(items[i][1], out, inner + len(key) + 2, allowance + 1 if i == len(items) - 1 else 1, context, level)
        else:
            if start == '(' and len(object) == 1:
                end = ',)'
            self._write_row(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _write_set(self, object, out, indent, allowance, context, level):
        start, end = ('{', '}') if type(object) is set else (type(object).__name__ + '({', '})')
        if type(object) is not set:
            indent += len(type(object).__name__) + 1
        out.append(start + (self._indent - 1) * ' ')
        self._write_row(sorted(object, key=_Key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _write_row(self, items, out, indent, allowance, context, level):
        indent += self._indent
        left = room = self._width - indent + 1
        between = ''
        for i in range(len(items)):
            is_last = i == len(items) - 1
            if is_last:
                left -= allowance
                room -= allowance
            if self._compact:
                text = self.format(items[i], dict(context), self._depth, level)[0]
                if left < len(text) + 2:
                    left = room
                    if between:
                        between = ',\n' + ' ' * indent
                if left >= len(text) + 2:
                    left -= len(text) + 2
                    out.append(between + text)
                    between = ', '
                    continue
            out.append(between)
            between = ',\n' + ' ' * indent
            self._write(items[i], out, indent, allowance if is_last else 1, context, level)

    def _write_text(self, object, out, indent, allowance, level):
        rows = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        pieces = []
        room = self._width - indent
        for i in range(len(rows)):
            text = repr(rows[i])
            if len(text) <= (room - allowance if i == len(rows) - 1 else room):
                pieces.append(text)
                continue
            words = _words(rows[i])
            row = ''
            for k in range(len(words)):
                more = row + words[k]
                if k == len(words) - 1 and i == len(rows) - 1:
                    room -= allowance
                if len(repr(more)) > room:
                    if row:
                        pieces.append(repr(row))
                    row = words[k]
                else:
                    row = more
            if row:
                pieces.append(repr(row))
        if len(pieces) == 1:
            out.append(pieces[0])
            return
        text = ('\n' + ' ' * indent).join(pieces)
        out.append('(' + text + ')' if level == 1 else text)


def _shown_as(object):
    # the builtin type as whose value it is shown; None where a class has a __repr__ of its own
    for cls in type(object).__mro__:
        if cls in (dict, list, tuple, set, frozenset, str, int):
            return cls
        if '__repr__' in _instance_dict(cls):
            return None


def _words(text):
    # with the blanks behind them
    words = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or text[i - 1].isspace() and not text[i].isspace():
            words.append(text[start:i])
            start = i
    return words


def _brackets(object):
    return ('{', '}') if isinstance(object, dict) else ('[', ']') if isinstance(object, list) else ('(', ')')


def _recursion(object):
    return '<Recursion on ' + type(object).__name__ + ' with id=' + str(id(object)) + '>'
