# homes: native wasm
# Longer than what is sorted by insertion: runs are merged, and equal items keep their order.

class Tens:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        return self.v // 10 < other.v // 10

x = 12345
data = []
for i in range(130):
    x = (x * 1103515245 + 12345) % 2**31
    data.append(x % 997)
for n in 64, 65, 130:
    for r in False, True:
        out = [t.v for t in sorted(map(Tens, data[:n]), reverse=r)]
        print(out == sorted(data[:n], key=lambda v: v // 10, reverse=r), sum(i * v for i, v in enumerate(out)))  # expect: True 1321977
# expect: True 636574
# expect: True 1353065
# expect: True 636830
# expect: True 5535863
# expect: True 2801679
