# heap: 4M
# homes: native wasm
# differs: CPython has the memory
"""A text of 4 GB, which no arena holds."""
long = "x" * 16384
for items in ([long] * 262144, [long] * 262145):
    try:
        print(len("".join(items)))
    except MemoryError:
        print("no room")
# expect: no room
# expect: no room
