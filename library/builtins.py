from _complex import complex
from _memoryview import memoryview

def _match_class(subject, cls, names):
    if not isinstance(cls, type):
        raise TypeError('called match pattern must be a type')
    return _match_attributes(subject, cls, names) if isinstance(subject, cls) else None

def _match_attributes(subject, cls, names):
    values = []
    for name in names:
        try:
            values.append(_getattr(subject, name))
        except AttributeError:
            return None
    return values

def _match_positional(subject, cls, names, count):
    if not isinstance(cls, type):
        raise TypeError('called match pattern must be a type')
    if not isinstance(subject, cls):
        return None
    try:
        wanted = cls.__match_args__
        if not isinstance(wanted, tuple):
            raise TypeError(cls.__name__ + '.__match_args__ must be a tuple (got ' + type(wanted).__name__ + ')')
        most = len(wanted)
    except AttributeError:
        wanted = None
        most = 1 if issubclass(cls, (bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)) else 0
    if most < count:
        raise TypeError(f'{cls.__name__}() accepts {most} positional sub-pattern{"" if most == 1 else "s"} ({count} given)')
    if wanted is None:
        rest = _match_attributes(subject, cls, names)
        return rest if rest is None else [subject, *rest]
    values = []
    names = (*wanted[:count], *names)
    for i, name in enumerate(names):
        if not isinstance(name, str):
            raise TypeError('__match_args__ elements must be strings (got ' + type(name).__name__ + ')')
        if name in names[:i]:
            raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
        value = _match_attributes(subject, cls, (name,))
        if value is None:
            return None
        values += value
    return values
