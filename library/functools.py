# CPython 3.11's functools: functions that make functions of functions.
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=None, updated=None):
    for name in WRAPPER_ASSIGNMENTS if assigned is None else assigned:
        try:
            setattr(wrapper, name, getattr(wrapped, name))
        except AttributeError:
            pass
    for name in WRAPPER_UPDATES if updated is None else updated:
        for key, value in getattr(wrapped, name, {}).items():
            setattr(wrapper, key, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=None, updated=None):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def reduce(function, sequence, /, *initial):
    try:
        it = iter(sequence)
    except TypeError:
        raise TypeError('reduce() arg 2 must support iteration') from None
    if initial:
        value = initial[0]
    else:
        for value in it:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    for item in it:
        value = function(value, item)
    return value


class partial:
    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        self = object.__new__(cls)
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend([repr(arg) for arg in self.args])
        parts.extend([name + '=' + repr(value) for name, value in self.keywords.items()])
        return 'functools.partial(' + ', '.join(parts) + ')'


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        func = self.func
        if hasattr(type(func), '__get__'):
            func = func.__get__(obj, cls)
        elif obj is not None:
            func = _bind(func, obj)
        return partial(func, *self.args, **self.keywords)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        value = self.func(instance)
        # What an instance has itself is found before this.
        setattr(instance, self.attrname, value)
        return value


class _CacheInfo(tuple):
    @property
    def hits(self):
        return self[0]

    @property
    def misses(self):
        return self[1]

    @property
    def maxsize(self):
        return self[2]

    @property
    def currsize(self):
        return self[3]

    def __repr__(self):
        return 'CacheInfo(hits=' + str(self[0]) + ', misses=' + str(self[1]) + ', maxsize=' + str(self[2]) + ', currsize=' + str(self[3]) + ')'


def cache(user_function, /):
    return _cached(user_function, None, False)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _cached(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda function: _cached(function, maxsize, typed)


def _cached(function, maxsize, typed):
    # Results by arguments; those that were asked for last stand at the end.
    table = {}
    hits = misses = 0

    def wrapper(*args, **keywords):
        nonlocal hits, misses
        key = args
        if keywords or typed:
            # No argument is this function, so that no other call has this key; as a value it means that there is none.
            key = (_cached, args, tuple(keywords.items()), _types(args, keywords) if typed else None)
        value = table.get(key, _cached) if maxsize is None else table.pop(key, _cached)
        if value is not _cached:
            hits += 1
        else:
            misses += 1
            value = function(*args, **keywords)
            if maxsize is not None and len(table) >= maxsize and key not in table:
                if maxsize <= 0:
                    return value
                for oldest in table:
                    break
                del table[oldest]
        table[key] = value
        return value

    def cache_info():
        return _CacheInfo((hits, misses, maxsize, len(table)))

    def cache_clear():
        nonlocal hits, misses
        hits = misses = 0
        table.clear()

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def _types(args, keywords):
    return tuple([type(value) for value in (*args, *keywords.values())])


class _Key:
    def __init__(self, compare, obj):
        self.compare = compare
        self.obj = obj

    def __lt__(self, other):
        return self.compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self.compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self.compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self.compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self.compare(self.obj, other.obj) >= 0

    __hash__ = None


def cmp_to_key(mycmp):
    return lambda obj: _Key(mycmp, obj)


def total_ordering(cls):
    names = ('__lt__', '__le__', '__gt__', '__ge__')
    own = [name for name in names if _defines(cls, name) is not _defines(object, name)]
    if not own:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = own[0]
    at = names.index(root)
    # The opposite; with or without what is equal; the mirrored one.
    strict = at % 2 == 0
    for other, negate, equal in ((3 - at, True, None), (at ^ 1, False, strict), (3 - at ^ 1, True, not strict)):
        if names[other] not in own:
            setattr(cls, names[other], _ordering(root, negate, equal))
    return cls


def _ordering(root, negate, equal):
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negate:
            result = not result
        if equal is None:
            return result
        return result or self == other if equal else result and self != other

    return method


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type):
                return lambda function: register(cls, function)
            function = cls
            annotations = getattr(function, '__annotations__', {})
            for cls in annotations.values():
                break
            else:
                raise TypeError('Invalid first argument to `register()`: ' + repr(function) + '. Use either `@register(some_class)` or plain `@register` on an annotated function.')
        registry[cls] = function
        return function

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(func.__name__ + ' requires at least 1 positional argument')
        return dispatch(type(args[0]))(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            function = self.dispatcher.dispatch(type(args[0]))
            return (function.__get__(obj, cls) if hasattr(type(function), '__get__') else _bind(function, obj))(*args, **keywords)

        return method
