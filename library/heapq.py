# CPython 3.11's heapq: a list whose item i is at most its items 2 i + 1 and 2 i + 2. Ties come out in CPython's order.


def heappush(heap, item):
    heap.append(item)
    _up(heap, 0, len(heap) - 1)


def heappop(heap):
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _down(heap, 0)
    return first


def heapreplace(heap, item):
    first = heap[0]
    heap[0] = item
    _down(heap, 0)
    return first


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item


def heapify(x):
    for i in range(len(x) // 2 - 1, -1, -1):
        _down(x, i)


def _up(heap, top, at):
    # Moves the item at `at` up to where it belongs, below `top`.
    item = heap[at]
    while at > top:
        above = at - 1 >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[at] = parent
        at = above
    heap[at] = item


def _down(heap, at):
    # The lesser child moves up all the way, then the item from there: on average that compares least (Knuth 5.2.3, exercise 16).
    top = at
    size = len(heap)
    item = heap[at]
    child = 2 * at + 1
    while child < size:
        if child + 1 < size and not heap[child] < heap[child + 1]:
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _up(heap, top, at)


def merge(*iterables, key=None, reverse=False):
    # The heads are kept sorted: the inputs are few as a rule.
    heads = []
    for it in iterables:
        it = iter(it)
        for item in it:
            heads.insert(0, [item if key is None else key(item), len(heads), item, it])
            _sink(heads, reverse)
            break
    while heads:
        head = heads[0]
        yield head[2]
        for item in head[3]:
            head[0] = item if key is None else key(item)
            head[2] = item
            _sink(heads, reverse)
            break
        else:
            heads.pop(0)


def _sink(heads, reverse):
    # Moves the first head behind those that come before it; what is equal comes in the order of the iterables.
    head = heads[0]
    at = 1
    while at < len(heads):
        other = heads[at]
        if (head[0] < other[0]) if reverse else (other[0] < head[0]):
            pass
        elif (other[0] < head[0]) if reverse else (head[0] < other[0]):
            break
        elif head[1] < other[1]:
            break
        heads[at - 1] = other
        at += 1
    heads[at - 1] = head


def nsmallest(n, iterable, key=None):
    return _best(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    return _best(n, iterable, key, True)


def _best(n, iterable, key, largest):
    # No more than the n best so far are kept, sorted; of equal ones the first.
    keys = []
    items = []
    for item in iterable:
        k = item if key is None else key(item)
        lo = 0
        hi = len(keys)
        if hi >= n and (hi == 0 or not ((keys[-1] < k) if largest else (k < keys[-1]))):
            continue
        while lo < hi:
            mid = (lo + hi) // 2
            if (keys[mid] < k) if largest else (k < keys[mid]):
                hi = mid
            else:
                lo = mid + 1
        keys.insert(lo, k)
        items.insert(lo, item)
        if len(keys) > n:
            keys.pop()
            items.pop()
    return items
