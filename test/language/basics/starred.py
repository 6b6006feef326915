"""Builtins whose arguments come out of a list."""


class Point:
    pass


class Owner:
    nothing = staticmethod(None)


p = Point()
setattr(*[p, "x", 1])
print(p.x)  # expect: 1
setattr(*[p, "y", [2]])
print(p.x, p.y, vars(*[p]))  # expect: 1 [2] {'x': 1, 'y': [2]}
setattr(*[Point, "z", 3])
print(p.z)  # expect: 3
print(slice(*[5]), slice(*[1, 5]), slice(*[1, 5, 2]))  # expect: slice(None, 5, None) slice(1, 5, None) slice(1, 5, 2)
print(Owner.nothing, Owner().nothing)  # expect: None None
