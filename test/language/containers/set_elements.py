# Which of two equal elements a set keeps, and where CPython's rules show.
print({1} & {True}, {1, 2} & {True}, {True} & {1, 2}, {1.0} & {1})  # expect: {True} {True} {True} {1}
print({1}.intersection([True]), {1, 2}.intersection([True, 1]), {1}.intersection({True}), {1}.intersection())  # expect: {True} {True} {True} {1}
print(frozenset([1]) & {True}, frozenset([1, 2]).intersection((2, 5)), {1, 2, 3}.intersection([3, 2], {2: 0}))  # expect: frozenset({True}) frozenset({2}) {2}
x = {1, 2}
x &= {True}
print(x)  # expect: {True}
x = {1, 2}
x.intersection_update([True], (1,))
print(x, {1, 2} - {True}, {1} ^ {True, 2}, {1} | {True})  # expect: {1} {2} {2} {1}
print({'a': 1}.keys() & {'a', 'b'}, {'a': 1}.keys() & ['a', 'a'], type({1}.intersection(frozenset([1]))).__name__)  # expect: {'a'} {'a'} set
try:
    {1}.intersection([[]])
except TypeError as e:
    print(e)  # expect: unhashable type: 'list'
