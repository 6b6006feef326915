# CPython 3.11's copy. What has no state, or cannot change, is its own copy.


class Error(Exception):
    pass


def copy(x):
    method = getattr(type(x), '__copy__', None)
    if method is not None:
        return method(x)
    if _kind(x) != 18:
        return x.copy() if isinstance(x, (list, dict, set, bytearray)) else x
    new = _blank(x)
    if isinstance(x, list):
        list.extend(new, x)
    elif isinstance(x, dict):
        dict.update(new, x)
    elif isinstance(x, set):
        set.update(new, x)
    for name, value in _instance_dict(x).items():
        setattr(new, name, value)
    return new


def _blank(x):
    # An instance of the class of x, without what can be added to it later.
    cls = type(x)
    for root in (int, float, str, bytes, tuple, frozenset):
        if isinstance(x, root):
            return root.__new__(cls, x)
    for root in (list, dict, set):
        if isinstance(x, root):
            return root.__new__(cls)
    return _instance_new(cls, x.args if isinstance(x, BaseException) else ())


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    kind = type(x)
    if kind is list:
        new = memo[id(x)] = []
        for item in x:
            new.append(deepcopy(item, memo))
    elif kind is dict:
        new = memo[id(x)] = {}
        for key, value in x.items():
            new[deepcopy(key, memo)] = deepcopy(value, memo)
    elif kind is tuple:
        return _copy_tuple(x, memo)
    elif kind is set or kind is frozenset:
        new = kind([deepcopy(item, memo) for item in x])
    elif kind is bytearray:
        new = x.copy()
    elif getattr(kind, '__deepcopy__', None) is not None:
        new = x.__deepcopy__(memo)
    elif _kind(x) != 18:
        return x
    else:
        new = memo[id(x)] = _blank(x)
        if isinstance(x, list):
            for item in x:
                list.append(new, deepcopy(item, memo))
        elif isinstance(x, dict):
            for key, value in x.items():
                dict.__setitem__(new, deepcopy(key, memo), deepcopy(value, memo))
        for name, value in _instance_dict(x).items():
            setattr(new, name, deepcopy(value, memo))
    memo[id(x)] = new
    # An object that lives no longer could leave its number to another.
    memo.setdefault(id(memo), []).append(x)
    return new


def _copy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    known = memo.get(id(x), memo)
    if known is not memo:
        # It holds itself, by way of something that was copied meanwhile.
        return known
    for i in range(len(x)):
        if items[i] is not x[i]:
            memo[id(x)] = new = tuple(items)
            return new
    return x
