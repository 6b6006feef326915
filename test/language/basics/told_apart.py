# Programs whose texts, names and keywords say little of what they need.
form = "GET %s".encode()
print(form % b"x")  # expect: b'GET x'


def all(value):
    return value


a = all({1: 2}.keys())
b = all({1: 3}.keys())
print(a & b)  # expect: {1}


class Base:
    def __init_subclass__(cls, **keywords):
        print(keywords)  # expect: {'tag': 5}


keywords = {"tag": 5}


class Derived(Base, **keywords):
    pass


try:
    with open("no such file") as file:
        print(file)
except OSError as error:
    print(type(error).__name__, error.errno)  # expect: FileNotFoundError 2
