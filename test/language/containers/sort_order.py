# Sorting asks for comparisons in CPython's order (up to 64 items), is stable, and turns round what falls.

class Item:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        print(self.v, other.v, end=';')  # expect: 1 2;[1, 2]
# expect: 2 1;[2, 1]
# expect: 2 3;1 2;5 1;5 2;5 3;4 3;4 5;[1, 2, 3, 4, 5]
# expect: 5 4;1 5;1 5;1 4;2 4;2 1;3 4;3 2;[5, 4, 3, 2, 1]
# expect: 2 1;5 2;3 5;3 2;3 5;4 3;4 5;3 3;3 5;3 4;[1, 2, 3, 3, 4, 5]
# expect: 4 3;3 4;3 4;3 3;5 3;5 4;2 4;2 3;2 3;1 3;1 3;1 2;[5, 4, 3, 3, 2, 1]
# expect: 105 5;4 105;4 105;4 5;104 5;104 4;3 5;3 104;3 4;[3, 4, 104, 5, 105]
# expect: 104 3;4 104;105 4;5 105;[5, 105, 4, 104, 3]
# expect: 102 2;1 102;1 102;1 2;101 2;101 1;[1, 101, 2, 102]
# expect: 1 101;102 1;2 102;[2, 102, 1, 101]
        return self.v % 100 < other.v % 100

for data in [2, 1], [3, 2, 1, 5, 4], [1, 2, 5, 3, 4, 3], [5, 105, 4, 104, 3], [2, 102, 1, 101]:
    print([x.v for x in sorted(map(Item, data))])
    print(sorted(data, key=Item, reverse=True))
for mixed in [-7, 0.5, (1, 2)], [1, 'a', None], ['a', 1, 2.0, None]:
    for r in False, True:
        try:
            sorted(mixed, reverse=r)
        except TypeError as e:
            print(e)  # expect: '<' not supported between instances of 'tuple' and 'float'
# expect: '<' not supported between instances of 'float' and 'tuple'
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'str' and 'NoneType'
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'float' and 'NoneType'
