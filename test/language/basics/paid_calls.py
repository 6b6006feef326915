"""Native work of many instructions, called in each way that a call can be written."""


class Box:
    pass


def run():
    join = "a".join
    parts = ["b"] * 600
    print(len(join(parts)))  # expect: 1199
    box = Box()
    box.join = join
    print(len(box.join(parts)), len(box.join(*[parts])))  # expect: 1199 1199
    print(len((lambda: join)()(parts)))  # expect: 1199
    print(len(list(map(join, [parts, parts]))))  # expect: 2
    box.count = ("ab" * 900).count
    print(box.count("ab"), box.count(*["b"]))  # expect: 900 900
    print([len(text) for text in map(str, [3**900, 7**300])])  # expect: [430, 254]
    numbers = [-x for x in range(300)]
    numbers.sort()
    print(numbers[0], sorted(numbers, reverse=True)[0], isinstance(box, (int,) * 100))  # expect: -299 0 False


run()
