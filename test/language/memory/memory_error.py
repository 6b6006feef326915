# heap: 4K
# differs: CPython has more memory
# Out of memory is an exception like any other: caught, and the program goes on with what it had.
def grow():
    a = []
    try:
        while True:
            a.append("x" * 10 + str(len(a)))
    except MemoryError as e:
        n = len(a)
        a = None
        return n > 10, type(e).__name__, e.args


def grow_text():
    s = "ab"
    try:
        while True:
            s += s
    except MemoryError:
        return len(s) >= 256


def grow_dict():
    d = {}
    try:
        for i in range(100000):
            d[i] = (i, i)
    except MemoryError:
        return all(d[k] == (k, k) for k in d)


def grow_int():
    x = 3
    try:
        while True:
            x = x * x
    except MemoryError:
        return x > 1


def big_list():
    try:
        return [0] * 1000000
    except MemoryError:
        return "no list"


def big_bytes():
    try:
        return bytearray(10000000)
    except MemoryError:
        return "no bytearray"


class Node:
    def __init__(self, next):
        self.next = next


def grow_objects():
    head = None
    n = 0
    try:
        while True:
            head = Node(head)
            n += 1
    except MemoryError:
        m = 0
        while head:
            head = head.next
            m += 1
        return m == n


def in_finally():
    out = []
    try:
        try:
            x = [0] * 1000000
        finally:
            out.append("finally")
    except MemoryError:
        out.append("caught")
    return out


keep = [1, 2, 3]
for i in range(3):
    print(grow()[:2], grow_text(), grow_dict(), grow_int(), big_list(), big_bytes(), grow_objects(), in_finally(), keep)
# expect: (True, 'MemoryError') True True True no list no bytearray True ['finally', 'caught'] [1, 2, 3]
# expect: (True, 'MemoryError') True True True no list no bytearray True ['finally', 'caught'] [1, 2, 3]
# expect: (True, 'MemoryError') True True True no list no bytearray True ['finally', 'caught'] [1, 2, 3]
