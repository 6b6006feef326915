# An event loop made of generators: tasks, sleeping, a channel, cancelling.
class Loop:
    def __init__(self):
        self.now = 0
        self.ready = []
        self.sleeping = []

    def spawn(self, name, gen):
        self.ready.append((name, gen, None))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=lambda t: (t[0], t[1]))
                self.now, name, gen = self.sleeping.pop(0)
                self.ready.append((name, gen, None))
            name, gen, value = self.ready.pop(0)
            try:
                op, arg = gen.send(value)
            except StopIteration as e:
                print(self.now, name, "ended", e.value)
                continue
            except Exception as e:
                print(self.now, name, "failed", repr(e))
                continue
            if op == "sleep":
                self.sleeping.append((self.now + arg, name, gen))
            elif op == "put":
                chan, item = arg
                chan.append(item)
                self.ready.append((name, gen, None))
            elif op == "get":
                if arg:
                    self.ready.append((name, gen, arg.pop(0)))
                else:
                    self.ready.append((name, retry(gen, arg), None)) if self.sleeping or self.ready else print(name, "starves")


def retry(gen, chan):
    item = yield from get(chan)
    value = item
    while True:
        try:
            op = gen.send(value)
        except StopIteration as e:
            return e.value
        value = yield op


def sleep(n):
    yield "sleep", n


def get(chan):
    while not chan:
        yield "sleep", 1
    return chan.pop(0)


def put(chan, x):
    yield "put", (chan, x)


def producer(chan, n):
    for i in range(n):
        yield from sleep(2)
        yield from put(chan, i * i)
        print(loop.now, "put", i * i)
    yield from put(chan, None)
    return n


def consumer(chan):
    total = 0
    while True:
        x = yield from get(chan)
        if x is None:
            return total
        total += x
        print(loop.now, "got", x)


def failing():
    yield from sleep(3)
    raise RuntimeError("boom")


def cleanup():
    try:
        for i in range(3):
            yield from sleep(i)
    finally:
        print(loop.now, "cleanup")


loop = Loop()
chan = []
loop.spawn("producer", producer(chan, 4))
loop.spawn("consumer", consumer(chan))
loop.spawn("failing", failing())
loop.spawn("cleanup", cleanup())
loop.run()
print(loop.now, chan)
# expect: 2 put 0
# expect: 3 cleanup
# expect: 3 cleanup ended None
# expect: 3 got 0
# expect: 3 failing failed RuntimeError('boom')
# expect: 4 put 1
# expect: 5 got 1
# expect: 6 put 4
# expect: 7 got 4
# expect: 8 put 9
# expect: 8 producer ended 4
# expect: 9 got 9
# expect: 9 consumer ended 14
# expect: 9 []
