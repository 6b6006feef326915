# heap: 64K
# differs: CPython's limit is 1,000 frames, whatever memory there is
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(1000))  # expect: 1000
n = 0
