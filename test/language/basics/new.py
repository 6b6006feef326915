# __new__ gets all arguments, and __init__ only what it made.
class Single:
    made = None

    def __new__(cls, *args, **kw):
        print("new", args, kw)
        if cls.made is None:
            cls.made = super().__new__(cls)
        return cls.made

    def __init__(self, *args, **kw):
        print("init", args, kw)


a = Single(1, k=2)
b = Single(*[1, 2], **{"z": 3})
print(a is b)


class Twice:
    def __new__(cls, v):
        return v * 2


print(Twice(21))
# expect: new (1,) {'k': 2}
# expect: init (1,) {'k': 2}
# expect: new (1, 2) {'z': 3}
# expect: init (1, 2) {'z': 3}
# expect: True
# expect: 42
