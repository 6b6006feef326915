teeth = 24
_grip = "wood"


def cut(length):
    from .hammer import package
    return length // 2, package()
