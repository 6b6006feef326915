"""Modules that are imported when somebody asks for what they define."""
_places = {"Light": "light", "Switch": "switch"}


def ask(name):
    place = _places.get(name)
    if place is None:
        raise AttributeError(name)
    value = getattr(__import__(place, globals(), None, True, 1), name)
    globals()[name] = value
    return value
