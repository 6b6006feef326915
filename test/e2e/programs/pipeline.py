# Generators that feed one another, send, throw and close: many suspended frames in objects.
def source(n):
    for i in range(n):
        yield i


def only(test, items):
    for item in items:
        if test(item):
            yield item


def averages():
    total = 0
    count = 0
    try:
        while True:
            try:
                value = yield (total / count if count else None)
            except ValueError:
                total = count = 0
                continue
            total += value
            count += 1
    finally:
        print("closed after", count)


def chain(*parts):
    for part in parts:
        yield from part


mean = averages()
next(mean)
for value in chain(only(lambda i: i % 3, source(20)), only(lambda i: i % 2, source(9))):
    print(value, mean.send(value))
    if value == 13:
        print("reset", mean.throw(ValueError))
mean.close()
print(sum(x * y for x in source(12) for y in only(lambda i: i > x, source(12))))
