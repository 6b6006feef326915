# CPython 3.11's abc. Which methods a class leaves abstract is found when it is made.


class ABC:
    __abstractmethods__ = frozenset()

    def __init_subclass__(cls, **keywords):
        names = [name for name, value in _instance_dict(cls).items() if _is_abstract(value)]
        for base in cls.__bases__:
            for name in getattr(base, '__abstractmethods__', ()):
                if name not in names and _is_abstract(getattr(cls, name)):
                    names.append(name)
        cls.__abstractmethods__ = frozenset(names)
        super().__init_subclass__(**keywords)

    def __new__(cls, /, *args, **keywords):
        names = sorted(cls.__abstractmethods__)
        if names:
            raise TypeError("Can't instantiate abstract class " + cls.__name__ + ' with abstract method' + ('s ' if len(names) > 1 else ' ') + ', '.join(names))
        return object.__new__(cls)


# A class whose metaclass is this one has it as a base.
ABCMeta = ABC


def _is_abstract(value):
    for inner in (value, getattr(value, 'fget', None), getattr(value, '__func__', None)):
        if getattr(inner, '__isabstractmethod__', False):
            return True
    return False


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def abstractproperty(function):
    return property(abstractmethod(function))


def abstractclassmethod(function):
    return classmethod(abstractmethod(function))


def abstractstaticmethod(function):
    return staticmethod(abstractmethod(function))
