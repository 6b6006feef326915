# collections.deque
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], list(d), 3 in d, 9 in d)  # expect: deque([0, 1, 2, 3, 4]) 5 0 4 [0, 1, 2, 3, 4] True False
print(d.pop(), d.popleft(), d)  # expect: 4 0 deque([1, 2, 3])
d.extend('ab')
d.extendleft([8, 9])
print(d)  # expect: deque([9, 8, 1, 2, 3, 'a', 'b'])
d.rotate(2)
print(d)  # expect: deque(['a', 'b', 9, 8, 1, 2, 3])
d.rotate(-3)
print(d)  # expect: deque([8, 1, 2, 3, 'a', 'b', 9])
d.reverse()
print(d, list(reversed(d)))  # expect: deque([9, 'b', 'a', 3, 2, 1, 8]) [8, 1, 2, 3, 'a', 'b', 9]
d.insert(1, 'x')
d.insert(-1, 'y')
d.insert(99, 'z')
d.remove('x')
print(d, d.index('y'), d.count('z'))  # expect: deque([9, 'b', 'a', 3, 2, 1, 'y', 8, 'z']) 6 1
d[0] = None
del d[1]
print(d, bool(d), bool(deque()))  # expect: deque([None, 'a', 3, 2, 1, 'y', 8, 'z']) True False
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[99], lambda: d.remove(77), lambda: d.index(77), lambda: d['a'], lambda: deque([], -1), lambda: deque([1], 1).insert(0, 2)):
    try:
        bad()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)  # expect: IndexError pop from an empty deque
# expect: IndexError pop from an empty deque
# expect: IndexError deque index out of range
# expect: ValueError 77 is not in deque
# expect: ValueError 77 is not in deque
# expect: TypeError sequence index must be integer, not 'str'
# expect: ValueError maxlen must be non-negative
# expect: IndexError deque already at its maximum size

ring = deque(maxlen=3)
for i in range(5):
    ring.append(i)
print(ring, ring.maxlen)  # expect: deque([2, 3, 4], maxlen=3) 3
ring.appendleft(9)
print(ring, ring.copy(), deque([1, 2, 3], 2), deque('abc', maxlen=0))  # expect: deque([9, 2, 3], maxlen=3) deque([9, 2, 3], maxlen=3) deque([2, 3], maxlen=2) deque([], maxlen=0)
ring.clear()
print(ring, ring == deque(), deque([1]) == deque([1]), deque([1]) == [1], deque([1, 2]) < deque([1, 3]), deque([2]) >= deque([1, 3]))  # expect: deque([], maxlen=3) True True False True True
print(deque([1]) + deque([2]), deque([1, 2]) * 2, 2 * deque([3]))  # expect: deque([1, 2]) deque([1, 2, 1, 2]) deque([3, 3])
e = deque([1])
e += [2, 3]
e *= 2
print(e)  # expect: deque([1, 2, 3, 1, 2, 3])
try:
    for x in e:
        e.append(x)
except RuntimeError as error:
    print(error)  # expect: deque mutated during iteration
try:
    hash(e)
except TypeError:
    print('unhashable')  # expect: unhashable

queue = deque()
total = 0
for i in range(40):
    queue.append(i)
    queue.append(-i)
    total += queue.popleft()
while queue:
    total += queue.popleft()
print(total, len(queue), queue)  # expect: 0 0 deque([])
for i in range(20):
    queue.appendleft(i)
print(queue.pop(), queue[0], len(queue))  # expect: 0 19 19
