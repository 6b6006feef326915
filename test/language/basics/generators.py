# A generator keeps its state from one value to the next, also through snapshots.
def counter(limit):
    n = 0
    while n < limit:
        received = yield n
        n = received if received is not None else n + 1


print(list(counter(4)))  # expect: [0, 1, 2, 3]
g = counter(10)
print(next(g), g.send(5), next(g))  # expect: 0 5 6
for value in counter(3):
    print("value", value)  # expect: value 0
# expect: value 1
# expect: value 2
print([x * x for x in counter(5) if x % 2])  # expect: [1, 9]
