"""Tuples that hold one another many times over: what looks at all of them would never end."""
wide = (0,) * 300
print({wide: 1}[(0,) * 300], hash(wide) == hash((0.0,) * 300))  # expect: 1 True
table = {(wide, 1): "a", (wide, 2): "b"}
print(table[(wide, 2)], ((0,) * 300, 3) in table)  # expect: b False
print([(1, 2)] * 400 == [(1, 2)] * 400, ["x" * 900] * 30 == ["x" * 900] * 30, "y" * 900 in ["x" * 900] * 30)  # expect: True True False

square = ((0,) * 300,) * 300
print(square == ((0,) * 300,) * 300, square[:2] in [square[:2]])  # expect: True True
print(isinstance(1, (str, list) * 50), isinstance(1, (str, list) * 50 + (int,)))  # expect: False True


class Base:
    pass


for i in range(40):

    class Base(Base):
        pass


print(isinstance(Base(), (str, list) * 50), issubclass(Base, (int, object)))  # expect: False True
try:
    raise ValueError("caught")
except (KeyError, TypeError, ValueError) as e:
    print(e)  # expect: caught
