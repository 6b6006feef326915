# copy
import copy

a = [1, [2, 3], {'k': [4]}, (5, [6]), {7}, 'text', None, 2.5, b'x', bytearray(b'y')]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append(0)
a[2]['k'].append(0)
a[3][1].append(0)
a[4].add(0)
a[9].append(65)
print(b[1] is a[1], c)  # expect: True [1, [2, 3], {'k': [4]}, (5, [6]), {7}, 'text', None, 2.5, b'x', bytearray(b'y')]
t = (1, 'a', (2, 3))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.copy({1: 2}), copy.copy({1}), copy.copy(bytearray(b'z')))  # expect: True True {1: 2} {1} bytearray(b'z')


class Node:
    def __init__(self, name, next=None):
        self.name = name
        self.next = next


ring = Node('a', Node('b'))
ring.next.next = ring
ring.extra = [1]
twin = copy.deepcopy(ring)
print(twin is ring, twin.next.next is twin, twin.next.name, twin.extra, twin.extra is ring.extra)  # expect: False True b [1] False
twin = copy.copy(ring)
print(twin is ring, twin.next is ring.next, twin.extra is ring.extra, type(twin).__name__)  # expect: False True True Node
me = []
me.append(me)
also = copy.deepcopy(me)
print(also[0] is also, also is me)  # expect: True False
knot = ([],)
knot[0].append(knot)
new = copy.deepcopy(knot)
print(new[0][0] is new, new is knot)  # expect: True False
shared = [[1]] * 2
new = copy.deepcopy(shared)
print(new[0] is new[1], new[0] is shared[0])  # expect: True False


class Special:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Special(self.n + 1)

    def __deepcopy__(self, memo):
        return Special(copy.deepcopy(self.n, memo) + 10)


print(copy.copy(Special(1)).n, copy.deepcopy([Special(1)])[0].n)  # expect: 2 11
print(copy.copy(print) is print, copy.deepcopy(Node) is Node, copy.deepcopy(len) is len)  # expect: True True True
error = ValueError('bad', 3)
error.code = 7
again = copy.copy(error)
print(again is error, repr(again), again.code, copy.deepcopy(error).args)  # expect: False ValueError('bad', 3) 7 ('bad', 3)
