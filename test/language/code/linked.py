# What texts ask of the language is there, as it is for the program itself.
def go(code):
    exec(code)  # expect: {1, 2, 3}
# expect: True
# expect: [3, 2, 1]


s = {1, 2}
t = {2, 3}
go("print(s | t)")
go("def f(*, z=3): return 'z' in locals()\nprint(f())")
options = {"rev" + "erse": True}
go("print(sorted([3, 1, 2], **options))")
try:
    go("from .beside import name")
except ImportError:
    print("ImportError")  # expect: ImportError
