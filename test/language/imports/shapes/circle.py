__all__ = ["area", "PI"]
PI = 3.141592653589793
hidden = "not exported"


def area(r):
    return PI * r * r
