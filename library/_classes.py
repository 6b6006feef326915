# What classes and attributes need that few programs use: the compiler asks for it (compiler/uses.ts), or a program by name.

def _class_made(cls, keywords):
    # what the compiler calls behind a class statement where anything could take notice
    namespace = _instance_dict(cls)
    for name in namespace:
        x = namespace[name]
        m = _find(x, '__set_name__')
        if m is not None:
            try:
                m(x, cls, name)
            except Exception as e:
                raise RuntimeError(_say("Error calling __set_name__ on '%' instance '$' in '$'", x, name, cls.__name__)) from e
    super(cls, cls).__init_subclass__(**keywords)

def _make_class(name, bases, namespace, /, **keywords):
    if not isinstance(name, str):
        raise TypeError(_say('type.__new__() argument 1 must be str, not %', name))
    if not isinstance(bases, tuple):
        raise TypeError(_say('type.__new__() argument 2 must be tuple, not %', bases))
    if not isinstance(namespace, dict):
        raise TypeError(_say('type.__new__() argument 3 must be dict, not %', namespace))
    own = {'__module__': '__main__', '__qualname__': name, '__name__': name}
    own.update(namespace)
    cls = _class_new(name, bases, own)
    _class_made(cls, keywords)
    return cls

class _Super:
    # super() as a value of its own
    def __init__(self, cls, obj=None):
        if not isinstance(cls, type):
            raise TypeError(_say('super() argument 1 must be a type, not %', cls))
        if obj is not None and not isinstance(obj, cls) and not (isinstance(obj, type) and issubclass(obj, cls)):
            raise TypeError('super(type, obj): obj must be an instance or subtype of type')
        _store(self, 'cls', cls)
        _store(self, 'obj', obj)

    def __getattribute__(self, name):
        own = _instance_dict(self)
        return _bind(_find(self, name), self) if own['obj'] is None else _super_attr(own['cls'], own['obj'], name)

    def __setattr__(self, name, value):
        raise AttributeError(_say("'super' object has no attribute '$'", name))

    def __delattr__(self, name):
        raise AttributeError(_say("'super' object has no attribute '$'", name))

    def __get__(self, obj, cls=None):
        return self if obj is None else _Super(_instance_dict(self)['cls'], obj)

    def __repr__(self):
        own = _instance_dict(self)
        obj = own['obj']
        what = 'NULL' if obj is None else _say('<$ object>', (obj if isinstance(obj, type) else type(obj)).__name__)
        return _say("<super: <class '$'>, $>", own['cls'].__name__, what)

class _Attributes(dict):
    # an instance's __dict__: a copy, which hands on what is stored into it
    def __init__(self, owner):
        dict.update(self, _instance_dict(owner))
        self._owner = owner

    def __setitem__(self, name, value):
        dict.__setitem__(self, name, value)
        _store(self._owner, name, value)

    def __delitem__(self, name):
        dict.__delitem__(self, name)
        _store(self._owner, name)

    def setdefault(self, name, default=None):
        if name not in self:
            self[name] = default
        return self[name]

    def pop(self, name, *default):
        if default and name not in self:
            return default[0]
        value = dict.__getitem__(self, name)
        del self[name]
        return value

    def popitem(self):
        name = list(self)[-1]
        return name, self.pop(name)

    def update(self, *others, **more):
        changes = dict(*others, **more)
        for name in changes:
            self[name] = changes[name]

    def __ior__(self, other):
        self.update(other)
        return self

    def clear(self):
        for name in list(self):
            del self[name]

def _attributes_of(x):
    if _kind(x) == 18 and not isinstance(x, _Attributes):
        return _Attributes(x)
    return _getattr(x, '__dict__')

def vars(x, /):
    return _attributes_of(x)

def dir(x, /):
    m = _find(x, '__dir__')
    if m is not None:
        return sorted(m(x))
    if _kind(x) == 38:
        return sorted(_getattr(x, '__dict__'))
    names = _instance_dict(x) if _kind(x) == 18 else {}
    for cls in (x if isinstance(x, type) else type(x)).__mro__:
        names.update(_instance_dict(cls))
    return sorted(names)

def _static_special(f):
    # a special method of an instance that is a staticmethod, which is called without the instance
    return lambda self, /, *args, **keywords: f(*args, **keywords)

def _class_special(f):
    return lambda self, /, *args, **keywords: f(type(self), *args, **keywords)
