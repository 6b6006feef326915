# An exception that is caught, one chained to another, and one that is not caught.
def risky(n):
    if n == 0:
        raise ValueError("nothing")
    return 10 // n


try:
    risky(0)
except ValueError as e:
    print("caught", e)  # expect: caught nothing

try:
    risky("a")
except TypeError as e:
    print(type(e).__name__)  # expect: TypeError
finally:
    print("finally")  # expect: finally

risky(0)
# expect-error: ValueError: nothing
