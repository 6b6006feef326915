# CPython 3.11's fnmatch: patterns of the shell. Names are compared as they are.
import re


def translate(pat):
    parts = []
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*':
            if not parts or parts[-1] != '.*':
                parts.append('.*')
        elif c == '?':
            parts.append('.')
        elif c == '[':
            end = pat.find(']', i + 2 if pat[i:i + 1] == '!' else i + 1)
            if end < 0:
                parts.append('\\[')
            else:
                parts.append(_set(pat[i:end]))
                i = end + 1
        else:
            parts.append(re.escape(c))
    return '(?s:' + ''.join(parts) + ')\\Z'


def _set(text):
    # a set of characters and ranges as re wants it; ranges that go backwards are empty
    negated = text.startswith('!')
    text = text[1:] if negated else text
    items = []
    i = 0
    while i < len(text):
        if text[i + 1:i + 2] == '-' and i + 2 < len(text):
            if text[i] <= text[i + 2]:
                items.append(_plain_letter(text[i]) + '-' + _plain_letter(text[i + 2]))
            i += 3
        else:
            items.append(_plain_letter(text[i]))
            i += 1
    if not items:
        return '.' if negated else '(?!)'
    return ('[^' if negated else '[') + ''.join(items) + ']'


def _plain_letter(c):
    return '\\' + c if c in '\\[]^-&~|' else c


def fnmatchcase(name, pat):
    if isinstance(pat, bytes):
        name = name.decode('latin-1')
        pat = pat.decode('latin-1')
    return re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
