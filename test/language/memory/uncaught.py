# heap: 4K
# differs: CPython has more memory
# Out of memory that nobody catches.
l = []
while True:
    l.append([l])
# expect-error: MemoryError
